"""An open page → the grey of each run's ink, and of what it covers, as a copier sees them.

Three renderings tell: of the page, of the page without its words, and of the words alone. A pixel
of a word's ink has one grey with the word and another without it; where both are alike nobody
sees the ink, whatever hides it.
"""

import ctypes
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import compress
from math import ceil
from typing import Any

import pypdfium2.raw as pdfium

from plainleaf.checks.facts.copier import BLACK, FILLED, INVISIBLE, WHITE, Copy, Drawn, copied
from plainleaf.model import Box

Greys = tuple[int, int]
"""Of ink and of what is beneath it: 0 is black, 255 white."""

BLACK_ON_WHITE: Greys = (0, 255)
UNSEEN: Greys = (255, 255)

FEWEST_PIXELS = 6
"""Of ink that is judged apart from the ink beside it."""

HALF_OF_IT, MOST_OF_IT = 0.5, 0.75
"""Of a word's ink, from what is hardest to see on."""

DARK = 100
"""Ink below this grey is dark enough on white paper, beyond doubt."""


def read_greys(page: Any, size: tuple[float, float], drawn: Sequence[Drawn]) -> list[Greys]:
    """Return the greys of each word in turn; the page is spoilt afterwards."""
    words = {id(each): each for each in drawn if each.text is not None}  # by identity
    greys = _sure(drawn, words, size[1])
    doubtful = {key: word for key, word in words.items() if key not in greys}
    if doubtful:
        copy = copied(page, size, drawn, doubtful)
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


def _greys(copy: Copy, word: Drawn) -> Greys:
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
