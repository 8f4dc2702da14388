"""URL → QR code, as what fills a slot. The only import of segno."""

import hashlib
from collections.abc import Iterator
from itertools import groupby

import segno

from plainleaf.model import BrandBlock, Pixels
from plainleaf.stamp.form import form_block

Matrix = tuple[bytearray, ...]

QUIET = 4
"""Modules of white on each side, without which phones do not find a code (ISO/IEC 18004)."""

LEAST = 3
"""Version with the fewest modules: of a smaller one the white would take too much of a slot."""

MODULE = 4
"""Pixels of a module, in each direction, where a print is compared with the code."""


def qr_block(url: str) -> BrandBlock:
    """Return the code of a URL; its side is given in modules."""
    matrix, side = _code(url)
    boxes = (b"%d %d %d 1 re" % run for run in _runs(matrix))
    return form_block(b"\n".join((b"0 0 0 rg", *boxes, b"f")), side, side, digest_of(url))


def qr_pixels(url: str) -> Pixels:
    """Return what must be seen where the code is printed."""
    matrix, side = _code(url)
    white = b"\xff\xff\xff\xff"
    rows = [[white] * side for _ in range(side)]
    for x, y, length in _runs(matrix):
        rows[y][x : x + length] = [b"\0\0\0\xff"] * length
    lines = (b"".join(pixel * MODULE for pixel in row) * MODULE for row in rows)
    return Pixels(side * MODULE, side * MODULE, b"".join(lines))


def digest_of(url: str) -> str:
    """Return what tells the block of a URL from others."""
    return hashlib.sha256(url.encode()).hexdigest()


def _code(url: str) -> tuple[Matrix, int]:
    """Return the modules of a code, and how many its side takes with the white."""
    # Level M, or a better one where that costs no module.
    code = segno.make_qr(url, error="m")
    if int(code.version) < LEAST:
        code = segno.make_qr(url, error="m", version=LEAST)
    return code.matrix, len(code.matrix) + 2 * QUIET


def _runs(matrix: Matrix) -> Iterator[tuple[int, int, int]]:
    """Yield where dark modules begin, in modules from the white's corner, and how many follow."""
    for y, row in enumerate(matrix, start=QUIET):
        x = QUIET
        for is_dark, run in groupby(row):
            length = len(list(run))
            if is_dark:
                yield x, y, length
            x += length
