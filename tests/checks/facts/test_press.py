import io
from collections.abc import Sequence

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf

from plainleaf.checks.facts.press import read_press

Words = Sequence[tuple[float, float, str]]
"""Where each begins, in points, and what it says."""


def page(
    document: Pdf, words: Words, media: tuple[int, int, int, int], trim: tuple[int, ...] = ()
) -> None:
    """Add a page with words of 10 points."""
    shown = document.add_blank_page(page_size=(9, 9))
    shown.mediabox = Array(media)
    if trim:
        shown.obj.TrimBox = Array(trim)
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    shown.Resources = Dictionary(Font=Dictionary(F=font))
    pieces = (f"1 0 0 1 {x} {y} Tm ({word}) Tj" for x, y, word in words)
    shown.Contents = document.make_stream(f"BT /F 10 Tf {' '.join(pieces)} ET".encode())


def read(document: Pdf) -> list[str]:
    """Return what is read; pdfium may end a run with a space that stands before the next."""
    file = io.BytesIO()
    document.save(file)
    return [text.strip() for text in read_press(file.getvalue())]


SHEET = (0, 0, 300, 200)
AROUND: Words = [
    (50, 100, "within"),
    (150, 5, "below"),
    (150, 190, "above"),
    (2, 100, "L"),
    (290, 100, "R"),
    (16, 150, "mostly in"),
    (278, 150, "out"),
]


def test_words_beside_the_trimmed_paper_are_left_out() -> None:
    document = pikepdf.new()
    page(document, AROUND, SHEET, (20, 20, 280, 180))
    assert read(document) == ["within", "mostly in"]


def test_corner_of_the_sheet_may_be_anywhere() -> None:
    document = pikepdf.new()
    moved = [(x - 70, y + 30, word) for x, y, word in AROUND]
    page(document, moved, (-70, 30, 230, 230), (-50, 50, 210, 210))
    assert read(document) == ["within", "mostly in"]


def test_without_a_trim_the_whole_sheet_counts() -> None:
    document = pikepdf.new()
    page(document, AROUND, SHEET)
    assert read(document) == [word for _, _, word in AROUND]


def test_each_sheet_has_its_own_trim() -> None:
    document = pikepdf.new()
    for edge in (100, 200):
        page(document, [(60, 50, "start"), (160, 50, "end")], SHEET, (0, 0, edge, 200))
    assert read(document) == ["start", "start", "end"]


def test_a_word_that_is_placed_twice_is_there_twice() -> None:
    """As a page on a sheet: a form, moved to its panel."""
    document = pikepdf.new()
    page(document, [(10, 50, "tea"), (10, 30, "cup")], SHEET)
    (sheet,) = document.pages
    form = document.make_stream(sheet.Contents.read_bytes())
    form.Type, form.Subtype, form.BBox = Name.XObject, Name.Form, Array([0, 0, 100, 200])
    form.Resources = sheet.Resources
    sheet.Resources = Dictionary(XObject=Dictionary(P1=form))
    content = b"q 1 0 0 1 40 0 cm /P1 Do Q q 1 0 0 1 140 0 cm /P1 Do Q"
    sheet.Contents = document.make_stream(content)
    sheet.obj.TrimBox = Array([40, 40, 300, 200])
    assert read(document) == ["tea", "tea"]
