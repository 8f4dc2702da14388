"""An open page → the grey of each run's ink, and of what it covers, as a copier sees them.

Three renderings tell: of the page, of the page without its words, and of the words alone. A pixel
of a word's ink has one grey with the word and another without it; where both are alike nobody
sees the ink, whatever hides it.
"""

import ctypes
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import compress
from math import ceil, sqrt
from typing import Any

import pypdfium2.raw as pdfium

from plainleaf.model import Box

Greys = tuple[int, int]
"""Of ink and of what is beneath it: 0 is black, 255 white."""

BLACK_ON_WHITE: Greys = (0, 255)
UNSEEN: Greys = (255, 255)

MOST_PIXELS = 4_000_000
"""Of a rendering; a point is a pixel, but on a page that is larger than this."""

FEWEST_PIXELS = 6
"""Of ink that is judged apart from the ink beside it."""

HALF_OF_IT, MOST_OF_IT = 0.5, 0.75
"""Of a word's ink, from what is hardest to see on."""

DARK = 100
"""Ink below this grey is dark enough on white paper, beyond doubt."""

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
class _Copy:
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


def read_greys(page: Any, size: tuple[float, float], drawn: Sequence[Drawn]) -> list[Greys]:
    """Return the greys of each word in turn; the page is spoilt afterwards."""
    words = {id(each): each for each in drawn if each.text is not None}  # by identity
    greys = _sure(drawn, words, size[1])
    doubtful = {key: word for key, word in words.items() if key not in greys}
    if doubtful:
        copy = _copied(page, size, drawn, doubtful)
        greys |= {key: _greys(copy, word) for key, word in doubtful.items()}
    return [greys[key] for key in words]


def _sure(drawn: Sequence[Drawn], words: Mapping[int, Drawn], height: float) -> dict[int, Greys]:
    """Return the greys of words that are surely dark ink on bare paper.

    They need no rendering, which takes its time, and most pages hold little else.
    """
    rows = bytearray(ceil(height) + 1)  # of the page, from below: where there are shapes
    for each in drawn:
        if each.text is None:
            beside = slice(0, len(rows)) if each.endless else _beside(each.box, len(rows))
            rows[beside] = b"\1" * (beside.stop - beside.start)
    sure = {}
    for key, word in words.items():
        if word.mode in INVISIBLE:  # on purpose
            sure[key] = BLACK_ON_WHITE
        elif word.mode == FILLED and 1 not in rows[_beside(word.box, len(rows))]:
            grey = _plain_grey(word)
            sure |= {key: (grey, WHITE)} if grey < DARK else {}
    return sure


def _beside(box: Box, count: int) -> slice:
    """Return the rows of points that a box touches, and one more."""
    first, last = (min(max(int(side), 0), count) for side in (box.bottom - 1, box.top + 2))
    return slice(first, max(first, last))


def _plain_grey(word: Drawn) -> int:
    """Return the grey of a word's ink; white if it may be other than it says, or cut off."""
    if word.nested or word.clipped or pdfium.FPDFPageObj_HasTransparency(word.handle):
        return WHITE
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    known = pdfium.FPDFPageObj_GetFillColor(word.handle, red, green, blue, alpha)
    return (30 * red.value + 59 * green.value + 11 * blue.value) // 100 if known else WHITE


def _copied(
    page: Any, size: tuple[float, float], drawn: Sequence[Drawn], doubtful: Mapping[int, Drawn]
) -> _Copy:
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
    return _Copy(width, upper, scale, whole, bare, _rendered(band, BLACK))


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


def _greys(copy: _Copy, word: Drawn) -> Greys:
    """Return the greys of a word where it is hardest to see."""
    page, bare, ink = copy.cut(word.box)
    if flat := _flat(page, bare, ink):
        return flat
    parts = [_pairs(*copy.cut(part)) for part in _parts(word.box)]
    parts = [part for part in parts if part.total() >= FEWEST_PIXELS] or [_pairs(page, bare, ink)]
    if not parts[0]:  # a glyph with colours of its own leaves no white ink, but changes the page
        parts = [_pairs(page, bare, map(int.__ne__, page, bare))]
    if not parts[0]:
        return UNSEEN if any(map(str.isalnum, word.text or "")) else BLACK_ON_WHITE
    return min(map(_middle, parts), key=_difference)


def _flat(page: bytes, bare: bytes, ink: bytes) -> Greys | None:
    """Return the greys of ink of one colour, all seen, on one colour: the usual case, quickly."""
    ground = bare[:1]
    if bare.count(ground) < len(bare):
        return None
    seen = page.translate(None, ground)
    is_flat = seen and seen.count(seen[:1]) == len(seen) == len(ink) - ink.count(BLACK)
    return (seen[0], ground[0]) if is_flat else None


def _parts(box: Box) -> Iterator[Box]:
    """Cut a word's box into pieces of a letter or two, as a line is one word here."""
    width, height = box.right - box.left, box.top - box.bottom
    count = ceil(max(width, height) / max(1, 2 * min(width, height)))
    for index in range(count):
        if width >= height:
            left = box.left + width * index / count
            yield Box(left, box.bottom, left + width / count, box.top)
        else:
            bottom = box.bottom + height * index / count
            yield Box(box.left, bottom, box.right, bottom + height / count)


def _pairs(page: bytes, bare: bytes, ink: Iterable[int]) -> Counter[Greys]:
    """Count the greys with and without words, of each pixel of ink."""
    return Counter(compress(zip(page, bare, strict=True), ink))


def _middle(pairs: Counter[Greys]) -> Greys:
    """Return the median by difference, so that a line through letters does not count.

    Dark ink on what is as dark must be most of a word, to be taken for hidden: a writing line may
    touch what stands on it.
    """
    middle = _at(pairs, HALF_OF_IT)
    is_merged = middle[0] == middle[1] < DARK
    return _at(pairs, MOST_OF_IT) if is_merged else middle


def _at(pairs: Counter[Greys], share: float) -> Greys:
    rest = share * pairs.total()
    for pair in sorted(pairs, key=_difference):
        rest -= pairs[pair]
        if rest <= 0:
            break
    return pair


def _difference(greys: Greys) -> int:
    return abs(greys[0] - greys[1])
