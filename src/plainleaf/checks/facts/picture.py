"""A place on a page and what must be seen there → how far the two are apart, by pdfium."""

from collections.abc import Sequence
from contextlib import closing
from ctypes import c_char
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium
from PIL import Image, ImageChops

from plainleaf.model import RGB, WHITE, Sight

FINE = 4
"""Pixels that are rendered for one of the picture's, in each direction."""

CELL = 4
"""Pixels of the picture, in each direction, that are judged together: edges may fall otherwise."""


def read_apart(pdf: bytes, sights: Sequence[Sight]) -> tuple[float, ...]:
    """Return for each sight how far it is from what is seen in a PDF."""
    if not sights:
        return ()
    with closing(pypdfium2.PdfDocument(pdf)) as document:
        pages = {sight.page: document[sight.page - 1] for sight in sights}
        return tuple(apart(pages[sight.page].raw, sight) for sight in sights)


def apart(page: Any, sight: Sight, paper: RGB = WHITE) -> float:
    """Return how far a place looks from what must be seen, 0 to 1, where it is farthest.

    `page` is an open one of pdfium's.
    """
    pair = (_meant(sight), _rendered(page, sight, paper).reduce(FINE))
    cells = -(-sight.pixels.width // CELL), -(-sight.pixels.height // CELL)
    meant, seen = (each.resize(cells, Image.Resampling.BOX) for each in pair)
    channels = ImageChops.difference(meant, seen).split()
    return max(int(channel.getextrema()[1]) for channel in channels) / 255  # type: ignore[arg-type]


def _meant(sight: Sight) -> Image.Image:
    """Return what must be seen, on its ground."""
    wanted = sight.pixels
    size = wanted.width, wanted.height
    ground = Image.new("RGBA", size, (*sight.ground, 255))
    ground.alpha_composite(Image.frombytes("RGBA", size, wanted.data))
    return ground.convert("RGB")


def _rendered(page: Any, sight: Sight, paper: RGB) -> Image.Image:
    """Return what is seen at the place, as it is printed on paper of this colour."""
    width, height = sight.pixels.width * FINE, sight.pixels.height * FINE
    pixels = (c_char * (width * height * 4))()
    bitmap = pdfium.FPDFBitmap_CreateEx(width, height, pdfium.FPDFBitmap_BGRx, pixels, width * 4)
    red, green, blue = paper
    color = 0xFF000000 | red << 16 | green << 8 | blue
    pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, color)
    across, down = width / sight.width, height / sight.height
    moved = -sight.left * across, -sight.top * down
    matrix = pdfium.FS_MATRIX(across, 0, 0, down, *moved)
    clip = pdfium.FS_RECTF(0, 0, width, height)
    pdfium.FPDF_RenderPageBitmapWithMatrix(bitmap, page, matrix, clip, 0)
    pdfium.FPDFBitmap_Destroy(bitmap)
    return Image.frombytes("RGB", (width, height), bytes(pixels), "raw", "BGRX")
