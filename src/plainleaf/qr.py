"""URL → QR code, as an SVG for a page. The only import of segno."""

from collections.abc import Iterator
from html import escape
from itertools import groupby

import segno

QUIET = 4
"""Modules of white on each side, without which phones do not find a code (ISO/IEC 18004)."""

SVG = """<svg xmlns="http://www.w3.org/2000/svg" class="qr" style="--modules: {modules}"\
 viewBox="0 0 {side} {side}"><title>{title}</title>\
<path fill="#fff" d="M0 0h{side}v{side}h-{side}z"/><path fill="#000" d="{dark}"/></svg>"""
"""The style makes its width of --modules: the code, its white left out, measures --qr."""


def qr_svg(url: str, title: str) -> str:
    """Return the code of a URL; `title` says to those who do not see it where it leads."""
    # Level M, or a better one where that costs no module.
    code = segno.make_qr(url, error="m")
    modules, _ = code.symbol_size(border=0)
    side = modules + 2 * QUIET
    dark = "".join(_dark(code.matrix))
    return SVG.format(modules=modules, side=side, title=escape(title), dark=dark)


def _dark(matrix: tuple[bytearray, ...]) -> Iterator[str]:
    """Yield a rectangle for each run of dark modules; as one path they show no seams."""
    for y, row in enumerate(matrix, start=QUIET):
        x = QUIET
        for is_dark, run in groupby(row):
            length = len(list(run))
            if is_dark:
                yield f"M{x} {y}h{length}v1h-{length}z"
            x += length
