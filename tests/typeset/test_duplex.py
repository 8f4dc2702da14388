"""Leaves with the same parts on both sides."""

import re

import pypdfium2
import pytest
import weasyprint

from plainleaf.errors import PlainleafError
from plainleaf.typeset.duplex import render_duplex

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
