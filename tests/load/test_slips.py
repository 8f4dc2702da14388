"""Each slip in a figure is told by its name, with the right line in its hint."""

import pytest

from plainleaf.load.blocks import read_body
from plainleaf.text.markdown import tokens
from plainleaf.workspace import Workspace
from tests.conftest import put

PATH = "handouts/tea/handout.md"
CUP = "images/cup.svg"


def told(figure: str, workspace: Workspace) -> list[tuple[int | None, str, str]]:
    put(workspace, f"handouts/tea/{CUP}", "<svg/>")
    text = f"## Tea {{#tea}}\n\n::: figure\n\n{figure}\n\n:::\n"
    found = read_body(tokens(text), PATH, workspace).findings
    assert {each.code for each in found} <= {"bad-figure"}
    return [(each.line, each.message, each.hint) for each in found]


SLIPS = {
    "nothing": (
        "",
        "a figure holds nothing.",
        "Write '![what it shows](images/name.svg)' in it, and its caption below.",
    ),
    "words alone": (
        "A cup.",
        "a figure has no image.",
        "Begin it with '![what it shows](images/name.svg)'.",
    ),
    "a list first": (
        f"- ![A cup]({CUP})",
        "a figure has no image.",
        "Begin it with '![what it shows](images/name.svg)'.",
    ),
    "set in": (
        f"    ![A cup]({CUP})",
        "a figure's image is set in, which makes code of it.",
        "Begin its line with '!['.",
    ),
    "HTML": (
        f'<img alt="A cup" src="{CUP}" width="50">',
        "a figure's image is written in HTML.",
        f"Write it as '![what it shows]({CUP})'.",
    ),
    "two brackets": (
        "![[cup.svg]]",
        "a figure's image has two brackets and no words.",
        f"Write it as '![what it shows]({CUP})'.",
    ),
    "two images": (
        f"![A cup]({CUP}) ![A pot]({CUP})",
        "a figure has two images.",
        "Give each a '::: figure' of its own.",
    ),
    "no words": (
        f"![]({CUP})",
        "a figure's image has no words for those who do not see it.",
        f"Write what it shows between the brackets: '![what it shows]({CUP})'.",
    ),
    "no file": (
        "![A cup]()",
        "a figure's image names no file.",
        "Name it: '![A cup](images/name.svg)'.",
    ),
    "a title": (
        f'![A cup]({CUP} "Mine")',
        "a figure's image has a title, which no paper shows.",
        f"Write '![A cup]({CUP})', and 'Mine' below it as the caption.",
    ),
    "a space between": (
        f"![A cup] ({CUP})",
        "a space stands between a figure's words and its file.",
        f"Write '![A cup]({CUP})'.",
    ),
    "a space behind the mark": (
        f"! [A cup]({CUP})",
        "a space stands behind the '!' of a figure's image.",
        f"Write '![A cup]({CUP})'.",
    ),
    "brackets exchanged": (
        f"!(A cup)[{CUP}]",
        "a figure's image has its brackets the other way round.",
        f"Write '![A cup]({CUP})'.",
    ),
    "a reference": (
        "![A cup][cup]",
        "a figure's image refers to a file named elsewhere.",
        "Name it behind the words: '![A cup](images/name.svg)'.",
    ),
    "a link": (
        f"[A cup]({CUP})",
        "a figure has a link in place of an image.",
        f"Put '!' before it: '![A cup]({CUP})'.",
    ),
    "words behind": (
        f"![A cup]({CUP})\nThis is mine.",
        "words follow a figure's image without a blank line.",
        "Leave a blank line below the image, and write its caption there: 'This is mine.'.",
    ),
    "words before": (
        f"Mine: ![A cup]({CUP})",
        "words stand before a figure's image.",
        f"Begin it with '![A cup]({CUP})', and put the words below, behind a blank line.",
    ),
    "not closed": (
        f"![A cup]({CUP}",
        "the bracket behind a figure's file is not closed.",
        f"Close it: '![A cup]({CUP})'.",
    ),
    "words not closed": (
        f"![A cup({CUP})",
        "the bracket behind a figure's words is not closed.",
        f"Close it: '![A cup]({CUP})'.",
    ),
    "brackets in the words": (
        f"![A [big] cup]({CUP})",
        "the words of a figure's image hold brackets.",
        "Write them without '[' and ']'.",
    ),
}


@pytest.mark.parametrize("name", SLIPS)
def test_each_slip_in_a_figure_is_named(name: str, bare: Workspace) -> None:
    figure, message, hint = SLIPS[name]
    assert told(figure, bare) == [(3, message, hint)]


def test_hints_of_figures_differ() -> None:
    messages = [message for _, message, _ in SLIPS.values()]
    assert len(set(messages)) == len(SLIPS) - 1  # a list is no image either


@pytest.mark.parametrize(
    "name", ["HTML", "two brackets", "no words", "a title", "a space between",
             "a space behind the mark", "brackets exchanged", "a link", "not closed",
             "words not closed"],
)  # fmt: skip
def test_what_a_hint_says_is_right(name: str, bare: Workspace) -> None:
    hint = SLIPS[name][2]
    image = hint[hint.index("![") : hint.index(")") + 1]
    assert told(image, bare) == []


@pytest.mark.parametrize("figure", [f"![A cup]({CUP})", f"![A cup]({CUP})\n\nMine (2 [big]!)."])
def test_a_right_figure_has_no_slip(figure: str, bare: Workspace) -> None:
    assert told(figure, bare) == []


@pytest.mark.parametrize("piece", ["![", "![a](", "!", "[a]", '![a](b "', "<img ", "![a](b) "])
def test_long_slips_are_told_at_once(piece: str, bare: Workspace) -> None:
    assert len(told(piece * 3000 + "x", bare)) == 1
