"""Stray signs and joined lines are told in handouts, catalogues and brands, with their line."""

import pytest

from plainleaf.brand.read import read_brand
from plainleaf.errors import PlainleafError, Severity
from plainleaf.load.catalogue import read_catalogue
from plainleaf.load.handout import read_handout
from plainleaf.load.library import load
from plainleaf.model import Edition, Unit
from plainleaf.workspace import Workspace
from plainleaf.workspace.settings import Settings
from tests.conftest import change, put

HANDOUT = """---
title: Tea
summary: How to make tea.
publisher: Ward 3
version: "1"
reviewed: 2026-01-02
review-by: 2027-01-02
sources:
  - A kettle.
---

## Boil water {#boil}

"""
FIRST = HANDOUT.count("\n") + 1
"""The line in which the text begins."""

PO = """msgid ""
msgstr ""
"Language: es\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"""


def told(text: str, workspace: Workspace) -> list[str]:
    """Return what is said of a handout, as `line (field) code weight: message`."""
    put(workspace, "handouts/tea/handout.md", text)
    try:
        found = read_handout(workspace, "tea").remarks
    except PlainleafError as error:
        return [f"{f.line} ({f.field}) {f.code} {f.severity}: {f.message}" for f in error.findings]
    return [f"{r.line} ({r.field}) {r.code} warning: {r.message}" for r in found]


def told_of_translation(source: str, text: str, workspace: Workspace, name: str = "") -> list[str]:
    """Return what is said of a catalogue's one message, as `line code weight: message`."""
    path = name or "handouts/tea/es.po"
    put(workspace, path, f'{PO}\nmsgctxt "boil/p1"\nmsgid "{source}"\nmsgstr "{text}"\n')
    try:
        found = read_catalogue(workspace, path, "es").remarks
    except PlainleafError as error:
        return [f"{f.line} {f.code} {f.severity}: {f.message}" for f in error.findings]
    return [f"{r.line} {r.code} warning: {r.message}" for r in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Pour it.\n[NAME].", (1, "placeholder error: holds '[NAME]', a place that is")),
        ("- Sip\n- [ ] Sip", (1, "markup error: holds '[ ]', a box to tick.")),
        ("1. Sip\n2. Sip **now", (1, "stray-sign error: holds '**', which marks nothing")),
        ("### Sip `now {#sip}", (0, "stray-sign warning: holds '`', which marks nothing")),
        ("::: key-points\n\n{{X}}\n\n:::", (2, "placeholder error: holds '{{X}}', which a")),
        ("Ward 3\n12 Road", (0, "joined-lines warning: joins lines into one: 'Ward 3' and")),
        ("- Ward 3\n  12 Road", (0, "joined-lines warning: joins lines into one: 'Ward 3' and")),
        ("Sip:\n• now\n• then", (1, "joined-lines error: runs 2 lines together that are typed")),
        ("Sip <!-- hot? --> it.", (0, "comment warning: has a comment, which is left out: 'hot")),
        ("Sip\n\n<!-- a\nb -->\n", (2, "comment warning: has a comment, which is left out: 'a")),
        ("- Sip\n  <!-- a -->\n- it", (1, "comment warning: has a comment, which is left out")),
        ("::: key-points\n\n<!-- a -->\n- b\n\n:::", (2, "comment warning: has a comment, which")),
        ("Sip <!-- it.", (0, "markup error: holds '<!-- it.', a comment that would be printed.")),
        ("Sip\n---", (0, "heading-level error: the line '---' below a text makes a heading")),
        ("Sip\n===", (0, "heading-level error: the line '===' below a text makes a heading")),
    ],
    ids=["second line", "item", "step", "small heading", "container", "lines", "lines of an item",
         "typed list", "comment", "comment of lines", "comment in a list",
         "comment in a container", "open comment", "dashes below", "signs below"],
)  # fmt: skip
def test_handout_is_told_of(text: str, expected: tuple[int, str], bare: Workspace) -> None:
    (found,) = told(f"{HANDOUT}{text}\n", bare)
    row, said = expected
    assert found.startswith(f"{FIRST + row} (None) {said}")


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("Tea", "Tea {{X}}", "2 (title) placeholder error: holds '{{X}}', which a program would"),
        ("How to make tea.", "Now*", "3 (summary) stray-sign warning: holds '*', which marks"),
        ("Ward 3", "Ward **3**", "4 (publisher) stray-sign error: holds '**', which marks"),
        ("A kettle.", "A [kettle][1].", "9 (sources) markup error: holds '[kettle][1]', a link"),
        ("title: Tea", "title: Ward 3\n  12 Road", "2 (title) joined-lines warning: joins lines"),
        ("Tea", "Tea <!-- a -->", "2 (None) comment warning: has a comment, which is left out"),
    ],
    ids=["title", "summary", "publisher", "source", "title of two lines", "comment"],
)
def test_field_is_told_of(old: str, new: str, expected: str, bare: Workspace) -> None:
    (found,) = told(HANDOUT.replace(old, new, 1) + "Sip.\n", bare)
    assert found.startswith(expected)


def test_all_is_told_at_once(bare: Workspace) -> None:
    text = HANDOUT.replace("Tea", "Tea #1") + "Sip <b>it</b>.\n\n| a | b |\n|---|---|\n| c | d |\n"
    assert [row.partition(" (")[0] for row in told(text, bare)] == [
        "2",
        str(FIRST),
        f"{FIRST + 2}",
    ]


def test_comment_is_no_part_of_a_text(bare: Workspace) -> None:
    put(bare, "handouts/tea/handout.md", HANDOUT + "Sip <!-- 5 mg? --> it.\n\n<!--\n- a\n-->\n")
    (section,) = read_handout(bare, "tea").sections
    assert [block.unit for block in section.blocks] == [Unit("boil/p1", "Sip it.", FIRST)]


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        (
            "| Pill | Morning | Night |\n|---|---|---|\n| Iron | 1 | none |",
            "Write a list, an item a row: - **Iron:** morning: 1; night: none",
        ),
        ("| Pill |\n|---|", "Write a list, an item a row: - **Pill:** …"),
        ("> 5 mg", "Take '>' away: write 'over 5' for a number, '::: key-points' for a frame."),
        ("    Sip.", "Take the four blanks or the tab at the line's beginning away."),
        ("```\nSip\n```", "Take the lines of ``` or ~~~ away, and write its text."),
        (
            "***",
            "Take it away: headings part a text, and '::: questions' prints lines to write on.",
        ),
    ],
    ids=["table", "head alone", "quote", "blanks", "program", "rule"],
)
def test_block_that_no_sheet_prints_is_told_with_what_to_write(
    text: str, hint: str, bare: Workspace
) -> None:
    put(bare, "handouts/tea/handout.md", f"{HANDOUT}{text}\n")
    with pytest.raises(PlainleafError) as caught:
        read_handout(bare, "tea")
    assert [finding.hint for finding in caught.value.findings] == [hint]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sirva [NOMBRE].", "not-printable error: the translation of 'Pour.' holds '[', ']'"),
        ("Sirva {{X}}.", "placeholders error: the translation of 'Pour.' has {X}"),
        ("Sirva XX mg.", "placeholder error: the translation of 'Pour.' holds 'XX', which"),
        ("Sirva&foo;.", "markup error: the translation of 'Pour.' holds '&foo;', the HTML"),
        ("NiÃ±o.", "stray-sign error: the translation of 'Pour.' holds 'Ã±', letters"),
        ("• Sirva", "joined-lines warning: the translation of 'Pour.' begins as an item"),
        (r"Sirva\n• Beba", "joined-lines warning: the translation of 'Pour.' begins as an item"),
        (r"Sala 3\nCalle 12\\", r"markup error: the translation of 'Pour.' holds '\\'"),
        ("Sirva <!-- a -->.", "comment warning: a translation has a comment, which is left out"),
    ],
    ids=["brackets", "template", "dummy", "entity", "encoding", "bullet", "second bullet",
         "last break", "comment"],
)  # fmt: skip
def test_translation_is_told_of(text: str, expected: str, bare: Workspace) -> None:
    (found,) = told_of_translation("Pour.", text, bare)
    assert found.startswith(f"7 {expected}")


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("Pour*.", "Sirva*."),
        ("Write: ____", "Escriba: ____"),
        ("On MM/DD/YYYY", "El DD/MM/YYYY"),
        ("Pour.", r"Sirva.\nBeba."),
    ],
    ids=["star", "blank", "date", "sentences"],
)
def test_what_the_source_has_too_is_told_there_alone(
    source: str, text: str, bare: Workspace
) -> None:
    assert told_of_translation(source, text, bare) == []


def test_comments_are_no_part_of_a_catalogue(bare: Workspace) -> None:
    told_of_translation("Pour <!-- a --> it.", "Sirva <!-- b --> esto.", bare)
    (found,) = read_catalogue(bare, "handouts/tea/es.po", "es").messages.values()
    assert (found.source, found.text) == ("Pour it.", "Sirva esto.")


def test_fixed_words_are_told_of(bare: Workspace) -> None:
    assert told_of_translation("Page", "Página &nbsp;", bare, "templates/strings/es.po") == [
        "7 markup error: the translation of 'Page' holds '&nbsp;', the HTML name of a sign,"
        " which is printed as it stands."
    ]


BRAND = """meta: {name: "Tea House"}
defaults:
  plainleaf:
    disclaimer: Not real.
    partners:
      - Ward 3
    contact:
      en:
        lines:
          - 12 Road
"""


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("Tea House", "[CLINIC NAME]", "1 (meta.name) placeholder"),
        ("Not real", "Not <b>real</b>", "4 (defaults.plainleaf.disclaimer) markup"),
        ("Ward 3", "Ward **3**", "6 (defaults.plainleaf.partners) stray-sign"),
        ("12 Road", "XX-XX Road", "10 (defaults.plainleaf.contact.en.lines) placeholder"),
        ("12 Road", "12 Road # 5", "10 (defaults.plainleaf.contact.en.lines) bad-field"),
        ("Not real.", "Ours #1", "4 (defaults.plainleaf.disclaimer) bad-field"),
    ],
    ids=["name", "disclaimer", "partner", "line", "line cut", "disclaimer cut"],
)
def test_brand_is_told_of(old: str, new: str, expected: str, bare: Workspace) -> None:
    put(bare, "styles/brands/tea/_brand.yml", BRAND.replace(old, new))
    with pytest.raises(PlainleafError) as caught:
        read_brand(bare, "tea")
    assert [f"{f.line} ({f.field}) {f.code}" for f in caught.value.findings] == [expected]


def test_a_run_warns_of_what_may_be_meant(library: Workspace) -> None:
    change(library, "handouts/wash-hands/handout.md", "## Clean", "<!-- ask -->\n\n## Clean")
    edition = Edition("wash-hands", ("en",), "patient", "standard", "sheet", "letter")
    _, findings = load(library, Settings(), [edition], ["plain"], ("patient", "caregiver"), {})
    assert [(f.path, f.code, f.severity) for f in findings] == [
        ("handouts/wash-hands/handout.md", "comment", Severity.WARNING)
    ]
