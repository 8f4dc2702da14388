"""Whether a figure looks on its page as it does alone on white paper."""

import pikepdf
import pytest
from pikepdf import Array, Dictionary

from plainleaf.facts import read_facts
from plainleaf.model import Place
from tests.facts.test_facts import changed, drawn, form

PLACE = Place("logo", 1, left=20, top=40, width=80, height=40)
"""In CSS pixels, three quarters of a point."""

SHOW = b"q .75 0 0 -.75 15 %d cm /a Do Q"


def page(before: bytes = b"", after: bytes = b"", show: bytes = SHOW) -> bytes:
    """Return a page with a striped form, and what is drawn below and above it."""

    def add(document: pikepdf.Pdf) -> None:
        stripes = form(document, b"0 g 0 0 20 40 re 40 0 20 40 re f")
        stripes.BBox = Array([0, 0, 80, 40])
        height = int(document.pages[0].mediabox[3])
        place = show % (height - 30) if b"%d" in show else show
        document.pages[0].Contents = document.make_stream(b"\n".join((before, place, after)))
        document.pages[0].Resources = Dictionary(XObject=Dictionary(a=stripes))

    return changed(drawn(b""), add)


@pytest.mark.parametrize(
    ("pdf", "is_there", "is_changed"),
    [
        (page(), True, False),
        (page(before=b"0.9 g 0 0 999 9 re f"), True, False),
        (page(before=b"0 g 0 0 999 999 re f"), True, True),
        (page(before=b".5 g 0 0 999 999 re f"), True, True),
        (page(after=b"1 g 0 0 999 999 re f"), True, True),
        (page(show=b""), False, True),
        (page(show=b"q .75 0 0 -.75 15 30 cm /a Do Q"), False, True),
        (page(show=SHOW.replace(b".75 0 0 -.75", b".1 0 0 -.1")), False, True),
        (page(show=SHOW.replace(b".75 0 0 -.75", b".75 0 0 .75")), False, True),
    ],
    ids=[
        "clean", "beside ink", "on black", "on grey", "covered",
        "missing", "elsewhere", "tiny", "on its head",
    ],
)  # fmt: skip
def test_figure_looks_as_it_does_alone(pdf: bytes, is_there: bool, is_changed: bool) -> None:
    (figure,) = read_facts(pdf, "tea.pdf", [PLACE]).figures
    found = (figure.name, figure.page, figure.ink > 0, figure.changed > 0.2)
    assert found == ("logo", 1, is_there, is_changed)
    assert is_changed or figure.changed == 0
