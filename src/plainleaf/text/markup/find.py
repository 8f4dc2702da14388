"""A text → what a reader would see as stray signs, by the table, and lines run together."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from plainleaf.text.addresses import HONEST
from plainleaf.text.markdown import printed
from plainleaf.text.markup.joined import joined_lines
from plainleaf.text.markup.pattern import HARD, MASK, Pattern, Stray
from plainleaf.text.markup.places import CODE as PLACEHOLDER
from plainleaf.text.markup.signs import STAR
from plainleaf.text.markup.table import CLUE, PATTERNS

ROW_END, SEEN = re.compile(f"[\n{HARD}]"), re.compile(f"[^\n{HARD}]")
MOST_SHOWN, LONGEST = 3, 40
NO_MARKS = "Delete it: no marks are read here."


def strays(text: str, *, is_markdown: bool = True) -> Iterator[Stray]:
    """Yield what a reader would see as a stray sign, and what would be joined in silence."""
    if is_markdown:
        yield from _stars(text)
    said = printed(text) if is_markdown else text
    has_address = "@" in said or "://" in said or "www." in said
    words = before = HONEST.sub(_masked, said) if has_address else said
    ends = [end.start() for end in ROW_END.finditer(said)]
    for pattern in PATTERNS if CLUE.search(words) else ():
        signs: dict[int, dict[str, None]] = {}  # by row, each once
        for found in pattern.sign.finditer(words):
            sign = said[found.start() : found.end()].strip()
            signs.setdefault(bisect_left(ends, found.start()), {})[sign] = None
        if signs:  # what one entry has told, no other tells
            words = pattern.sign.sub(_masked, words)
        for row, shown in signs.items():
            message = _message(pattern, [*shown])
            hint = pattern.hint if is_markdown or pattern.code == PLACEHOLDER else NO_MARKS
            weight, name = pattern.weight, pattern.name
            yield Stray(pattern.code, message, hint, row + 1, weight, kind=name)
    told = frozenset(_emptied(before, words))
    yield from joined_lines(said, text, told)


def _stars(text: str) -> Iterator[Stray]:
    """Yield stars that Markdown takes for marks of bold, and a reader for a times sign."""
    for number, line in enumerate(text.split("\n") if "*" in text else (), start=1):
        if signs := [*dict.fromkeys(found[0] for found in STAR.sign.finditer(line))]:
            message = _message(STAR, signs)
            yield Stray(STAR.code, message, STAR.hint, number, STAR.weight, kind=STAR.name)


def _emptied(before: str, words: str) -> Iterator[int]:
    """Yield each row of which nothing is left that was not told."""
    rows = zip(ROW_END.split(before), ROW_END.split(words), strict=True)
    for at, (first, last) in enumerate(rows):
        if first != last and not last.strip(f"{MASK} "):
            yield at


def _masked(found: re.Match[str]) -> str:
    return SEEN.sub(MASK, found[0])


def _message(pattern: Pattern, signs: list[str]) -> str:
    shown = ", ".join(repr(sign[:LONGEST]) for sign in signs[:MOST_SHOWN])
    more = f" and {len(signs) - MOST_SHOWN} more" if len(signs) > MOST_SHOWN else ""
    return f"holds {shown}{more}, {pattern.what}."
