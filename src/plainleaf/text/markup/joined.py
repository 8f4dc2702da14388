"""Rows of one text → those that Markdown would join, though a person meant to keep them apart.

A text that an editor wrapped has long rows, each of which ends where no further word had room.
"""

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple
from unicodedata import east_asian_width

from plainleaf.errors import Severity
from plainleaf.text.markup.pattern import HARD, Stray

CODE = "joined-lines"
APART = (
    "End each line but the last with a backslash to keep it apart, leave a blank line"
    " between for paragraphs, or begin each with '- ' for a list."
)
BULLETS = "Begin each with '- ' instead, and leave a blank line above the first."
NUMBERS = "Begin each with '1. ', '2. ' and so on, and leave a blank line above the first."
LETTERS = (
    "Lists have no letters: begin each with '1. ' where the order counts, else with '- ',"
    " and leave a blank line above the first."
)
COLUMNS = "Write a list, an item a row: '- **Metformin:** 1 pill in the morning'."

BULLET = "•・‣⁃∙▪▫■□●○◦◆◇►▶➢➤▢☐☑☒✓✔✗✘✅❌"
TYPED: Mapping[str, re.Pattern[str]] = {
    BULLETS: re.compile(rf"[{BULLET}][^\S\n]*\S|[–—*·+-][^\S\n]*[^\W\d_]"),
    NUMBERS: re.compile(
        r"\(?\d{1,2}[.)]-?\s+\S|\d{1,2}\s?[-–]\s+[^\W\d_]|[①-⑳]"
        r"|(?:\d{1,2}|[一二三四五六七八九十]{1,3})[、．]|（(?:\d{1,2}|[一二三四五六七八九十]{1,3})）"
    ),
    LETTERS: re.compile(r"\(?(?:[^\W\d_]|[ivxIVX]{1,4})[.)]\s+\S"),
}
"""How the rows of a list begin that a person typed, by what to write instead."""

ALONE: Mapping[str, re.Pattern[str]] = {
    BULLETS: re.compile(r"[•‣⁃∙▪▫●◦►➢➤]\s*\S|-[^\W\d_]"),
    LETTERS: re.compile(r"\(?[a-h][.)]\s+(?!coli\b)\S"),
}
"""How one text begins that was typed as an item of a list."""

TAB = re.compile(r"\S(?:\t| {5,})\S")
FIRST = re.compile(r"\[[^\]]*\](?:[(\[][^)\]]*[)\]])?\S*|\S+")
"""What begins a row, and was not divided to end the one above: a word, or a whole link."""

WRAPPED = 60
"""Columns: no editor wraps a text in shorter rows."""

SHORT = 0.75
"""The share of the widest row that a row takes at most which was ended by hand."""

ENDS = frozenset(".!?…,;。！？、，；।॥؟،؛۔።၊။")
"""A row that ends in these reads the same when the next one follows it."""

HOUR = re.compile(r"\b[ap]\. ?m\.$")
"""An hour at a row's end, as in the hours of a clinic: its mark ends no sentence there."""

DASHES = ("–", "—")
CLOSING, OPENING = "\"'”’»)]）」』", "¿¡\"'“‘«([（「『"
LONGEST = 30


class Row(NamedTuple):
    """A row as it is read, and as it was written: with the signs and addresses of its links."""

    words: str
    written: str


def joined_lines(words: str, written: str, told: Container[int] = ()) -> Iterator[Stray]:
    """Yield what a text of several rows would lose; `HARD` ends a row that is kept apart.

    `told` are rows that are to go, or to be written otherwise, as it is.
    """
    if ("\t" in words or "     " in words) and TAB.search(words):
        message = "has columns, which are printed as one text with single blanks."
        yield _stray("columns", message, COLUMNS)
    originals = iter(written.split("\n"))
    first = 0  # rows before those of the part
    for part in words.split(HARD):
        rows = [Row(row.strip(), next(originals, row).strip()) for row in part.split("\n")]
        stray = _typed(rows) or _joined(rows)
        at = first + (stray.line or 1) - 1 if stray else 0
        if stray and not (at in told or at + 1 in told):
            yield replace(stray, line=at + 1)
        first += len(rows)


def _typed(rows: Sequence[Row]) -> Stray | None:
    """Return what rows that begin as those of a list would become."""
    for hint, sign in TYPED.items():
        listed = [at for at, row in enumerate(rows) if sign.match(row.words)]
        if len(listed) > 1 and (weight := _weight(rows, listed)):
            shown = rows[listed[0]].words[:LONGEST]
            message = f"runs {len(listed)} lines together that are typed as a list: {shown!r}."
            return _stray("typed list", message, hint, listed[0], weight)
    for hint, sign in ALONE.items():
        if sign.match(rows[0].words):
            message = f"begins as an item of a list, and is none: {rows[0].words[:LONGEST]!r}."
            return _stray("typed item", message, hint)
    return None


def _weight(rows: Sequence[Row], listed: Sequence[int]) -> Severity | None:
    """Return how much a typed list weighs; an editor may have put a dash or a number first."""
    width = max(_columns(row.written) for row in rows)
    is_wrapped = width >= WRAPPED and not any(
        _is_short(row, below, width * SHORT) for row, below in pairwise(rows)
    )
    if not is_wrapped or rows[listed[0]].words[0] in BULLET:
        return Severity.ERROR
    return Severity.WARNING if any(b - a == 1 for a, b in pairwise(listed)) else None


def _joined(rows: Sequence[Row]) -> Stray | None:
    """Return the first two rows that are meant to stand apart."""
    if len(rows) == 1:
        return None
    width, is_list = max(WRAPPED, *(_columns(row.written) for row in rows)), _is_list(rows)
    for at, (row, below) in enumerate(pairwise(rows)):
        if _is_short(row, below, width * SHORT) and (is_list or _reads_wrong(row, below)):
            shown = f"{row.words[-LONGEST:]!r} and {below.words[:LONGEST]!r}"
            return _stray("lines", f"joins lines into one: {shown}.", APART, at)
    return None


def _stray(
    kind: str, message: str, hint: str, row: int = 0, weight: Severity = Severity.WARNING
) -> Stray:
    return Stray(CODE, message, hint, row + 1, weight, kind=kind)


def _is_short(row: Row, below: Row, most: float) -> bool:
    """Whether a row was ended by hand: the next word had room in it."""
    word = FIRST.match(below.written)
    return word is not None and _columns(row.written) + 1 + _columns(word[0]) <= most


def _reads_wrong(row: Row, below: Row) -> bool:
    """Whether no mark ends a row, and the next one begins as a new thought does."""
    ended = row.words.rstrip(CLOSING)[-1:] in ENDS and not HOUR.search(row.words)
    begins = below.words.lstrip(OPENING)[:1]
    return not ended and not begins.islower() and begins not in DASHES


def _is_list(rows: Sequence[Row]) -> bool:
    """Whether three short rows or more end without a mark: words below each other."""
    is_short = all(_columns(row.words) < WRAPPED / 2 for row in rows)
    return len(rows) > 2 and is_short and not any(row.words[-1:] in ENDS for row in rows[:-1])


def _columns(row: str) -> int:
    """Return how wide an editor shows a row."""
    return sum(2 if east_asian_width(sign) in "WF" else 1 for sign in row)
