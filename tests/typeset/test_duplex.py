"""Leaves with the same parts on both sides."""

import re
from collections import defaultdict

import pypdfium2
import pytest
import weasyprint

from plainleaf.errors import PlainleafError
from plainleaf.typeset.duplex import Part, divide, render_duplex


def parts(*rows: tuple[int, int, str]) -> list[Part]:
    """Return parts by their heights in two languages.

    '#' opens a section, '+' follows the part before, '!' opens a section that is not torn.
    """
    found, tops = [], (0, 0)
    for one, other, marks in rows:
        bottoms = (tops[0] + one, tops[1] + other)
        opens, untorn = "#" in marks, "!" in marks
        found.append(Part(tops, bottoms, opens or untorn, "+" in marks, untorn))
        tops = bottoms
    return found


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([(40, 40, "#"), (40, 40, "#")], ["0-2"]),
        ([(40, 40, "#"), (40, 70, "#")], ["0-1", "1-2"]),
        ([(70, 40, "#"), (40, 40, "#")], ["0-1", "1-2"]),
        ([(70, 70, "#"), (20, 20, "#"), (40, 40, "")], ["0-1", "1-3"]),
        ([(40, 40, "#"), (40, 40, "#"), (40, 40, "")], ["0-2", "2-3"]),
        ([(40, 40, "#"), (40, 40, "!"), (40, 40, "")], ["0-1", "1-3"]),
        ([(40, 40, "#"), (40, 40, "#"), (60, 60, ""), (60, 60, "")], ["0-2", "2-3", "3-4"]),
        ([(60, 60, "#"), (20, 20, ""), (60, 60, "+")], ["0-1", "1-3"]),
        ([(150, 150, "#"), (40, 40, "#")], ["0-1", "1-2"]),
    ],
    ids=[
        "both fit",
        "the taller language counts",
        "whichever it is",
        "a section that fits waits for the next leaf",
        "unless much of this one stayed empty",
        "or the section is not to be torn",
        "a longer one breaks inside",
        "a heading is not left behind",
        "a part longer than a page",
    ],
)
def test_leaves(rows: list[tuple[int, int, str]], expected: list[str]) -> None:
    leaves = divide(parts(*rows), defaultdict(lambda: 100))
    assert [f"{leaf.start}-{leaf.stop}" for leaf in leaves] == expected


SHEET = """<!doctype html><html lang="en" class="duplex" style="--paper-height: 80mm"><style>
@page {{ size: 100mm var(--paper-height); margin: 10mm }} main {{ break-before: page }}
html {{ font: 14pt/20pt "Noto Sans" }} p, ul, ol, h2 {{ margin: 0 }}</style>
<body><main>{}</main><main>{}</main></body></html>"""


def pages(front: str, back: str) -> list[str]:
    """Return the text of each page."""
    pdf = render_duplex(weasyprint.HTML(string=SHEET.format(front, back))).write_pdf()
    shown = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(pdf)]
    return [" ".join(text.split()) for text in shown]


def test_a_list_goes_on_with_its_number_on_the_next_leaf() -> None:
    front, back = (
        f"<ol>{''.join(f'<li>{word}</li>' for _ in range(12))}</ol>" for word in ("one", "uno")
    )
    found = pages(front, back)
    numbers = [re.findall(r"\d+", text) for text in found]
    assert (len(found), [*numbers[0], *numbers[2]], numbers[0::2] == numbers[1::2]) == (
        4,
        [str(number) for number in range(1, 13)],
        True,
    )


def test_text_beside_blocks_is_not_lost() -> None:
    body = "<h2>A</h2><div>Call <b>911</b></div><section>Wait.<p>Here.</p></section>"
    assert pages(body, body) == ["A Call 911 Wait. Here."] * 2


@pytest.mark.parametrize(
    ("front", "back", "message"),
    [
        ("<p>a</p><p>b</p>", "<p>a</p>", "one side has a part that the other lacks."),
        ("<p>" + "long " * 200, "<p>a", "is longer than a page"),
        ('<p style="display: none">a</p>', "<p>b</p>", "is no block, or is not shown."),
    ],
    ids=["not on both sides", "too long", "not shown"],
)
def test_what_cannot_be_matched_is_told(front: str, back: str, message: str) -> None:
    with pytest.raises(PlainleafError, match=message):
        pages(front, back)
