"""An open page × where figures stand → whether each looks there as it does alone on paper."""

import ctypes
from collections.abc import Iterator, Sequence
from math import ceil, floor
from typing import Any

import pypdfium2.raw as pdfium

from plainleaf.model import Box, Figure, Place

SCALE = 0.75
"""Points in a CSS pixel."""

NEAR = 0.05
"""Points by which a figure may be beside its place."""

APART = 8
"""Greys between what looks the same."""

WHITE = 255
GRAY = pdfium.FPDFBitmap_Gray
FLAGS = (
    pdfium.FPDF_GRAYSCALE
    | pdfium.FPDF_RENDER_NO_SMOOTHTEXT
    | pdfium.FPDF_RENDER_NO_SMOOTHPATH
    | pdfium.FPDF_RENDER_NO_SMOOTHIMAGE
)


def read_figures(
    page: Any, size: tuple[float, float], places: Sequence[Place]
) -> Iterator[Figure]:
    """Yield each figure that was promised; the page stays as it was."""
    objects = [
        pdfium.FPDFPage_GetObject(page, index)
        for index in range(pdfium.FPDFPage_CountObjects(page) if places else 0)
    ]
    for place in places:
        box = _box_of(place, size)
        form = next((each for each in objects if _is_at(each, box)), None)
        if form is None:
            yield Figure(place.name, place.page, 0, 1)
            continue
        on_page = _rendered(page, size, box)
        for each in objects:
            pdfium.FPDFPageObj_SetIsActive(each, each is form)
        alone = _rendered(page, size, box)
        for each in objects:
            pdfium.FPDFPageObj_SetIsActive(each, True)
        yield Figure(place.name, place.page, *_compared(on_page, alone))


def _box_of(place: Place, size: tuple[float, float]) -> Box:
    top = size[1] - place.top * SCALE
    left = place.left * SCALE
    return Box(left, top - place.height * SCALE, left + place.width * SCALE, top)


def _is_at(thing: Any, box: Box) -> bool:
    """Whether a page's object is the form that was drawn there, upright and as large as it is."""
    if pdfium.FPDFPageObj_GetType(thing) != pdfium.FPDF_PAGEOBJ_FORM:
        return False
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(thing, matrix)
    found = (matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f)
    expected = (SCALE, 0, 0, -SCALE, box.left, box.top)
    return all(abs(one - other) < NEAR for one, other in zip(found, expected, strict=True))


def _rendered(page: Any, size: tuple[float, float], box: Box) -> list[bytes]:
    """Return the rows of pixels of a part of a page, a byte each; a point is a pixel."""
    left, above = floor(box.left), floor(size[1] - box.top)
    width, rows = ceil(box.right) - left, ceil(size[1] - box.bottom) - above
    pixels = bytearray([WHITE]) * (width * rows)
    place = (ctypes.c_char * len(pixels)).from_buffer(pixels)
    bitmap = pdfium.FPDFBitmap_CreateEx(width, rows, GRAY, place, width)
    if not bitmap:
        raise ValueError("pdfium cannot render it")
    frame = (-left, -above, round(size[0]), round(size[1]))
    pdfium.FPDF_RenderPageBitmap(bitmap, page, *frame, 0, FLAGS)
    pdfium.FPDFBitmap_Destroy(bitmap)
    return [bytes(pixels[row * width : (row + 1) * width]) for row in range(rows)]


def _compared(on_page: Sequence[bytes], alone: Sequence[bytes]) -> tuple[int, float]:
    """Return how many pixels a figure inks, and the share of its box that looks otherwise."""
    inked = [row for row, pixels in enumerate(alone) if pixels.count(WHITE) < len(pixels)]
    if not inked:
        return 0, 1
    columns = [[p != WHITE for p in alone[row]] for row in inked]
    left = min(row.index(True) for row in columns if True in row)
    right = max(len(row) - row[::-1].index(True) for row in columns if True in row)
    changed = ink = 0
    for row in range(inked[0], inked[-1] + 1):
        one, other = on_page[row][left:right], alone[row][left:right]
        ink += len(other) - other.count(WHITE)
        if one != other:
            changed += sum(abs(a - b) > APART for a, b in zip(one, other, strict=True))
    return ink, changed / ((inked[-1] + 1 - inked[0]) * (right - left))
