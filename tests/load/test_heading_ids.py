"""The id that is offered for a heading is made of its words, and is free."""

import pytest

from plainleaf.load.blocks import read_body
from plainleaf.load.heading_ids import id_for
from plainleaf.text.markdown import tokens
from plainleaf.workspace import Workspace


@pytest.mark.parametrize(
    ("title", "offered"),
    [
        ("What is diabetes?", "what-is-diabetes"),
        ("**Eat** [well](https://a.example/)!", "eat-well"),
        ("If you can’t swallow (or it hurts)", "if-you-cant-swallow-or-it"),
        ("Your first 24 hours", "your-first-24-hours"),
        ("¿Qué es la diabetes?", "que-es-la-diabetes"),
        ("Größe und Gewicht: straße", "grosse-und-gewicht-strasse"),
        ("Cup {cup}", "cup"),
        ("Cup { #cup }", "cup"),
        ("Khi nào gọi: đường máu", "khi-nao-goi-duong-mau"),
        ("什么是糖尿病?", "section-1"),
        ("ما هو السكري 12", "section-1"),
        ("!!!", "section-1"),
        ("Con", "section-1"),
        ("Supercalifragilisticexpialidocious" * 2, "section-1"),
    ],
)
def test_an_id_is_of_the_words(title: str, offered: str) -> None:
    assert id_for(title, ()) == offered


def hints(text: str, workspace: Workspace) -> list[str]:
    found = read_body(tokens(text), "handouts/tea/handout.md", workspace).findings
    return [f"{each.line} {each.hint}" for each in found if each.code == "no-id"]


def test_each_heading_is_offered_an_id_of_its_own(bare: Workspace) -> None:
    headings = ("## Tea", "## Tea", "### Tea {tea}", "## Tea! {#tea}", "## When to call")
    text = "\n\n".join((*headings, "::: when-to-call", "Us.", ":::\n"))
    assert hints(text, bare) == [
        "1 End it with an id: '## Tea {#tea-2}'.",
        "3 End it with an id: '## Tea {#tea-3}'.",
        "5 End it with an id: '### Tea {#tea-4}'.",
        "9 End it with an id: '## When to call {#when-to-call-2}'.",
    ]


def test_what_stands_below_a_heading_without_id_is_read(bare: Workspace) -> None:
    """One fault, not another for each heading of a smaller level."""
    body = read_body(
        tokens("## Tea\n\n### Milk {#milk}\n\nSip.\n"), "handouts/tea/handout.md", bare
    )
    assert [each.code for each in body.findings] == ["no-id"]
    assert [section.id for section in body.sections] == ["tea"]


def test_what_is_offered_is_taken(bare: Workspace) -> None:
    text = "## What is *tea*?\n\nWater.\n\n### And milk {#Milk}\n\nWhite.\n"
    for hint in hints(text, bare):
        line = hint[hint.index("'") + 1 : hint.rindex("'")]
        title = line.rpartition(" {")[0]
        text = "\n".join(line if row.startswith(title) else row for row in text.split("\n"))
    assert read_body(tokens(text), "handouts/tea/handout.md", bare).findings == ()
    assert "{#what-is-tea}" in text
    assert "{#and-milk}" in text


def test_a_heading_of_a_wrong_level_needs_no_id_first(bare: Workspace) -> None:
    """An id would not help: the next run would refuse the level."""
    found = read_body(tokens("# Tea\n"), "handouts/tea/handout.md", bare).findings
    assert [each.code for each in found] == ["heading-level"]


def test_a_long_heading_is_shown_by_its_beginning(bare: Workspace) -> None:
    [hint] = hints(f"## {'Tea and milk ' * 20}\n", bare)
    assert hint.endswith(" … {#tea-and-milk-tea-and-milk}'.")
    assert len(hint) < 150
