"""Words on an open page → three renderings: the page, the page without them, and them alone."""

import ctypes
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import ceil, sqrt
from typing import Any

import pypdfium2.raw as pdfium

from plainleaf.model import Box

MOST_PIXELS = 4_000_000
"""Of a rendering; a point is a pixel, but on a page that is larger than this."""

# Smoothing would mix the colours at each edge, and a thin stroke is all edge.
FLAGS = (
    pdfium.FPDF_GRAYSCALE
    | pdfium.FPDF_RENDER_NO_SMOOTHTEXT
    | pdfium.FPDF_RENDER_NO_SMOOTHPATH
    | pdfium.FPDF_RENDER_NO_SMOOTHIMAGE
)
WHITE, BLACK = 255, 0
GRAY = pdfium.FPDFBitmap_Gray
STROKED = (pdfium.FPDF_TEXTRENDERMODE_STROKE, pdfium.FPDF_TEXTRENDERMODE_STROKE_CLIP)
FILLED = pdfium.FPDF_TEXTRENDERMODE_FILL
INVISIBLE = (pdfium.FPDF_TEXTRENDERMODE_INVISIBLE, pdfium.FPDF_TEXTRENDERMODE_CLIP)


@dataclass(frozen=True)
class Drawn:
    """What is painted on a page: a word if it has a text, or else a shape or a picture."""

    handle: Any  # pdfium's
    box: Box
    text: str | None
    nested: bool  # in a form, which may change how it looks
    endless: bool  # may paint beyond its box
    mode: int = FILLED  # of a word
    clipped: bool = False


@dataclass(frozen=True)
class _Band:
    """Rows of pixels of a page that is rendered in this width and height."""

    page: Any  # pdfium's
    width: int
    height: int
    above: int  # rows
    rows: int


@dataclass(frozen=True)
class Copy:
    """The three renderings: a byte a pixel, row by row from the upper left corner."""

    width: int
    upper: int  # edge, in pixels from the page's lower one
    scale: float
    page: bytearray
    bare: bytearray  # the page without words
    ink: bytearray  # of words alone: not 0 where it is

    def cut(self, box: Box) -> tuple[bytes, bytes, bytes]:
        """Return the pixels within a box, in each rendering."""
        left, right = max(0, int(box.left * self.scale)), ceil(box.right * self.scale)
        first = max(0, self.upper - ceil(box.top * self.scale))
        last = min(len(self.page) // self.width, self.upper - int(box.bottom * self.scale))
        right = max(left, min(self.width, right))
        rows = [slice(r * self.width + left, r * self.width + right) for r in range(first, last)]
        page, bare, ink = (
            b"".join([pixels[row] for row in rows]) for pixels in (self.page, self.bare, self.ink)
        )
        return page, bare, ink


def copied(
    page: Any, size: tuple[float, float], drawn: Sequence[Drawn], doubtful: Mapping[int, Drawn]
) -> Copy:
    """Render the band of a page that holds the doubtful words, three times."""
    scale = min(1, sqrt(MOST_PIXELS / (size[0] * size[1])))
    width, height = (max(1, round(side * scale)) for side in size)
    tops = [ceil(word.box.top * scale) for word in doubtful.values()]
    bottoms = [int(word.box.bottom * scale) for word in doubtful.values()]
    upper = min(max(*tops, 1), height)
    band = _Band(page, width, height, height - upper, upper - max(0, min(*bottoms, upper - 1)))
    # The other words would only take time: they lie on bare paper, apart from all of this.
    _activate(drawn, lambda each: each.text is None or id(each) in doubtful)
    whole = _rendered(band, WHITE)
    _activate(drawn, lambda each: each.text is None)
    bare = _rendered(band, WHITE)
    _activate(drawn, lambda each: id(each) in doubtful)
    for word in doubtful.values():
        _whiten(word)
    return Copy(width, upper, scale, whole, bare, _rendered(band, BLACK))


def _activate(drawn: Sequence[Drawn], chosen: Callable[[Drawn], bool]) -> None:
    """Let a page paint these and no others."""
    for each in drawn:
        pdfium.FPDFPageObj_SetIsActive(each.handle, chosen(each))


def _whiten(word: Drawn) -> None:
    """Make a word's ink white, but for an outline around what is filled."""
    is_stroked = word.mode in STROKED
    fill, stroke = (BLACK, WHITE) if is_stroked else (WHITE, BLACK)
    pdfium.FPDFPageObj_SetFillColor(word.handle, fill, fill, fill, 255)
    pdfium.FPDFPageObj_SetStrokeColor(word.handle, stroke, stroke, stroke, 255)


def _rendered(band: _Band, paper: int) -> bytearray:
    """Return a band's pixels, a byte each, with no turn that the page asks for."""
    pixels = bytearray([paper]) * (band.width * band.rows)
    place = (ctypes.c_char * len(pixels)).from_buffer(pixels)
    bitmap = pdfium.FPDFBitmap_CreateEx(band.width, band.rows, GRAY, place, band.width)
    if not bitmap:
        raise ValueError("pdfium cannot render it")
    turn = -pdfium.FPDFPage_GetRotation(band.page) % 4
    frame = (0, -band.above, band.width, band.height)
    pdfium.FPDF_RenderPageBitmap(bitmap, band.page, *frame, turn, FLAGS)
    pdfium.FPDFBitmap_Destroy(bitmap)
    return pixels
