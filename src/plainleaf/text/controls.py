"""Text → the first control in it that could hide something: open, or within a figure.

A translator may need marks and isolates, which order words that are read from the right. One
within a figure would part it, and turn its parts round. A soft hyphen there, or in an address,
would be printed where a line ends: 1,000 as 1,-000.
"""

import re
import unicodedata
from collections.abc import Iterator

from plainleaf.text.addresses import SOFTENED
from plainleaf.text.bidi import RTL
from plainleaf.text.joined import joined
from plainleaf.text.numbers import in_ascii

# C0 and C1 controls but tab and newline, what overrides directions, line and paragraph separators,
# the byte order mark, what stands for a lost character or is none at all, and tags, which hide
# words.
UNWANTED = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2028\u2029\ufeff\ufffd-\uffff"
    "\U000e0000-\U000e007f]"
)

LRI, RLI, FSI, PDI = "\u2066", "\u2067", "\u2068", "\u2069"
"""Isolates: from left to right, from right to left, as the first letter says, and their end."""

LRM = "\u200e"
"""Stands for a letter that is read from the left."""

CONTROL = re.compile("[\u061c\u200b\u200e\u200f\u2060\u2066-\u2069]")
BETWEEN = re.compile(rf"[0-9)]\s?({CONTROL.pattern})+\s?[(0-9]")
"""Parts of a figure, such as those of a telephone number."""

UNSEEN = "[\u00ad\u034f\u115f\u1160\u200c\u200d\u2061-\u2064\u3164\uffa0]"
"""What else is not seen, and is at home within words."""

SELECTORS = frozenset(map(chr, range(0xFE00, 0xFE10)))
"""What only chooses the look of the sign before it; a font that has one look has no glyph."""

HIDDEN = re.compile(UNSEEN)
AMID = re.compile(
    rf"(?<!\w)[0-9][0-9.,/:-]{{0,12}}({UNSEEN})(?=[0-9.,/:%A-Za-z-])|(\u00ad)[.,/]?[0-9]"
)
"""One between parts of a figure."""

ISOLATES = LRI + RLI + FSI


def misused(text: str) -> str | None:
    """Return a control that hides something, by its code and name, and what to do about it."""
    if not CONTROL.search(text) and not HIDDEN.search(text):
        return None
    found = ((f"U+{ord(sign):04X} {unicodedata.name(sign)}", why) for sign, why in _all(text))
    return next(map("".join, found), None)


def _all(text: str) -> Iterator[tuple[str, str]]:
    open_at: list[int] = []
    for place, sign in enumerate(text):
        if sign in ISOLATES:
            open_at.append(place)
        elif sign == PDI and not open_at:
            yield sign, ", which closes nothing: delete it"
        elif sign == PDI:
            start = open_at.pop()
            if text[start] == RLI and not RTL.search(text, start, place):
                yield RLI, " around what is not read from the right: delete it"
    if open_at:
        yield text[open_at[0]], ", which nothing closes: close it with U+2069, or delete it"
    yield from ((sign, " within a figure: delete it") for sign in _within_figures(text))
    yield from ((sign, " within an address: delete it") for sign in SOFTENED.findall(text))


def _within_figures(text: str) -> Iterator[str]:
    kept = [place for place, sign in enumerate(text) if not CONTROL.match(sign)]
    bare = "".join(text[place] for place in kept)
    for start, end in joined(bare):
        yield from CONTROL.findall(text, kept[start], kept[end - 1])
    plain = in_ascii(text)
    yield from BETWEEN.findall(plain)
    yield from ("".join(found) for found in AMID.findall(plain))
