"""Letters × the fonts that typesetting may use → those that none of them has."""

import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from struct import iter_unpack

from plainleaf.text.controls import SELECTORS
from plainleaf.workspace.fonts import FILES, NOTO, font_files

COMMON = frozenset(
    map(chr, (*range(0x20, 0x7F), *range(0xA0, 0x180), *range(0x1E00, 0x1F00), 0x20AC, 0x2122))
) | frozenset("\n‐‑‒–—‘’“”„…′″")
"""What Noto Sans surely has: most texts hold nothing else, and need no look at a font."""

UNSEEN = ("Cf", "Cc", "Zs", "Zl", "Zp")
"""Categories of what has no glyph."""

AROUND = "Me"
"""The category of what encloses another sign: it is drawn beside it or over it, as in a keycap."""

WHOLE = 12
"""The format of a table of all characters."""


def lacking(texts: Iterable[str], extra: tuple[str, ...] = ()) -> frozenset[str]:
    """Return the letters of texts that no font here prints; `extra` are folders with fonts."""
    letters = {letter for text in texts for letter in text} - COMMON - SELECTORS
    letters = {each for each in letters if unicodedata.category(each) not in UNSEEN}
    around = {letter for letter in letters if unicodedata.category(letter) == AROUND}
    letters -= around
    files = _files(extra) if letters else iter(())
    while letters and (file := next(files, None)):
        letters = {letter for letter in letters if not _has(file, letter)}
    return frozenset(letters | around)


def _files(extra: tuple[str, ...]) -> Iterator[Path]:
    """Yield one file of each family, those of signs first and the large ones last."""
    begins = dict.fromkeys(begin.rstrip("-") for begin, _ in FILES.values())
    found = font_files(extra)
    for begin in sorted(begins, key="NotoSansCJK".__eq__):
        for each in (begin, *NOTO.symbols.values()) if begin == "NotoSans" else (begin,):
            files = [file for file in found if file.name.removeprefix(each)[:1] in ("-", "[")]
            yield from sorted(files, key=lambda file: "Regular" not in file.name)[:1]


def _has(file: Path, letter: str) -> bool:
    starts, ends = _ranges(file)
    place = bisect_right(starts, ord(letter)) - 1
    return place >= 0 and ord(letter) <= ends[place]


@cache
def _ranges(file: Path) -> tuple[list[int], list[int]]:
    """Return where each row of characters that a font has begins and ends."""
    from fontTools.ttLib import TTFont  # a tenth of a second, and most texts need no look

    with TTFont(file, lazy=True, fontNumber=0) as font:
        groups = _groups(font.reader["cmap"])
        if not groups:
            codes = sorted(font.getBestCmap())
            return codes, codes
    return [start for start, _, _ in groups], [end for _, end, _ in groups]


def _groups(cmap: bytes) -> list[tuple[int, int, int]]:
    """Return the rows of a font's table of all characters, if it has one.

    They are read as they stand: the library's table by characters takes ten times as long.
    """
    count = int.from_bytes(cmap[2:4])
    for _, _, offset in iter_unpack(">HHL", cmap[4 : 4 + 8 * count]):
        table = cmap[offset:]
        if int.from_bytes(table[:2]) == WHOLE:
            rows = int.from_bytes(table[12:16])
            return list(iter_unpack(">LLL", table[16 : 16 + 12 * rows]))
    return []
