"""A place on a page and what must be seen there → how far the two are apart, by pdfium."""

from collections.abc import Sequence
from ctypes import c_char
from dataclasses import dataclass
from typing import Any

import pypdfium2.raw as pdfium

from plainleaf.model import RGB, Box, Pixels

FINE = 2
"""Pixels that are rendered for one of the picture's, in each direction: their mean is compared."""

CELL = 4
"""Pixels of the picture, in each direction, that are judged together: edges may fall otherwise."""


@dataclass(frozen=True)
class Page:
    """An open page of pdfium's, with its size in points."""

    handle: Any
    width: float
    height: float


def apart(page: Page, place: Box, wanted: Pixels, ground: RGB) -> float:
    """Return how far a place looks from a picture on a ground, 0 to 1, where it is farthest.

    `place` is in points down and right from the page's upper left corner: its top is less than
    its bottom.
    """
    seen = _mean(_rendered(page, place, wanted, ground), wanted.width, wanted.height)
    meant = _on_ground(wanted, ground)
    return _farthest(seen, meant, wanted.width)


def _rendered(page: Page, place: Box, wanted: Pixels, ground: RGB) -> bytes:
    """Return the place as blue, green, red and a filler of each pixel, row by row."""
    width, height = wanted.width * FINE, wanted.height * FINE
    pixels = (c_char * (width * height * 4))()
    bitmap = pdfium.FPDFBitmap_CreateEx(width, height, pdfium.FPDFBitmap_BGRx, pixels, width * 4)
    red, green, blue = ground
    pdfium.FPDFBitmap_FillRect(
        bitmap, 0, 0, width, height, 0xFF000000 | red << 16 | green << 8 | blue
    )
    across = width / (place.right - place.left)
    down = height / (place.bottom - place.top)
    below = (page.height - place.top) * down
    matrix = pdfium.FS_MATRIX(across, 0, 0, -down, -place.left * across, below)
    clip = pdfium.FS_RECTF(0, 0, width, height)
    pdfium.FPDF_RenderPageBitmapWithMatrix(bitmap, page.handle, matrix, clip, 0)
    pdfium.FPDFBitmap_Destroy(bitmap)
    return bytes(pixels)


def _mean(pixels: bytes, width: int, height: int) -> list[list[int]]:
    """Return the red, green and blue of blocks of pixels, as sums of FINE × FINE of them."""
    return [_summed(_summed_across(pixels[channel::4]), width, height) for channel in (2, 1, 0)]


def _summed_across(levels: bytes) -> list[int]:
    parts = [levels[place::FINE] for place in range(FINE)]
    return list(map(sum, zip(*parts, strict=True)))


def _summed(levels: list[int], width: int, height: int) -> list[int]:
    rows = [levels[at : at + width] for at in range(0, len(levels), width)]
    found: list[int] = []
    for row in range(0, height * FINE, FINE):
        found.extend(map(sum, zip(*rows[row : row + FINE], strict=True)))
    return found


def _on_ground(wanted: Pixels, ground: RGB) -> list[list[int]]:
    """Return the picture's red, green and blue on a ground, on the scale of `_mean`."""
    alphas = wanted.data[3::4]
    scale = FINE * FINE / 255
    return [
        [
            round((level * alpha + back * (255 - alpha)) * scale)
            for level, alpha in zip(wanted.data[channel::4], alphas, strict=True)
        ]
        for channel, back in enumerate(ground)
    ]


def _farthest(seen: Sequence[list[int]], meant: Sequence[list[int]], width: int) -> float:
    """Return the greatest difference of a cell in any channel."""
    most = 0.0
    for one, other in zip(seen, meant, strict=True):
        cells: dict[tuple[int, int], list[int]] = {}
        for place, (a, b) in enumerate(zip(one, other, strict=True)):
            cell = cells.setdefault((place // width // CELL, place % width // CELL), [0, 0])
            cell[0] += a - b
            cell[1] += 1
        found = (abs(total) / count for total, count in cells.values())
        most = max(most, *found)
    return most / (255 * FINE * FINE)
