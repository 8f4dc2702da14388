"""The operators of one page → those of each of its boxes, by the numbers of marked content."""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import pydyf

from plainleaf.typeset.engine.boxes import TextBox, boxes_of

MATRIX = re.compile(rb"(\S+) (\S+) (\S+) (\S+) (\S+) (\S+) Tm")
FONT = re.compile(rb"/(\S+) \S+ Tf")
RISE = re.compile(rb"\S+ Ts")
"""Lifts a mark above its letter, or sets it back on the line."""

SHOW = re.compile(rb"\[.*\] TJ", re.DOTALL)
NUMBERED = re.compile(rb"<</MCID (\d+).*", re.DOTALL)
WORDS = re.compile(rb".*/ActualText (<[0-9a-f]*>|\((?:[^()\\]|\\.)*\)).*", re.DOTALL)
END = re.compile(rb"EMC")
IGNORED = re.compile(rb"q|Q|BT|ET|W|n|BDC|/[A-Z]\w*|/a1\.0 gs|0 0 0 rg|[^()]* (?:cm|re)")


class UnknownOperatorError(ValueError):
    """The engine draws words in a way that cannot be divided."""


class _Division:
    """Operators of one page, divided among the boxes that its marked content belongs to."""

    def __init__(self, owners: Mapping[int, int], count: int) -> None:
        self.owners = owners  # places of boxes by numbers of marked content
        self.found: list[list[bytes]] = [[] for _ in range(count)]
        self.here: list[bytes] = []  # of the box that is drawn in, or of none
        self.font = b""
        self.set_font = b""  # within the box
        self.words: list[bytes] = []  # that stand for glyphs, level by level
        self.is_marked = False  # with the outermost words
        self.steps: Sequence[tuple[re.Pattern[bytes], Callable[[re.Match[bytes]], None]]] = (
            (MATRIX, lambda found: self.here.append(found[0])),
            (FONT, self._choose),
            (RISE, lambda found: self.here.append(found[0])),
            (SHOW, self._show),
            (NUMBERED, self._enter),
            (WORDS, self._begin),
            (END, self._end),
            (IGNORED, lambda found: None),
        )

    def read(self, line: bytes) -> None:
        """Take one operator; raise UnknownOperatorError for what cannot be divided."""
        for pattern, step in self.steps:
            if found := pattern.fullmatch(line):
                step(found)
                return
        raise UnknownOperatorError(line[:80].decode("latin-1"))

    def _enter(self, found: re.Match[bytes]) -> None:
        owner = self.owners.get(int(found[1]))
        here = [] if owner is None else self.found[owner]
        if here is not self.here:
            self.here, self.set_font = here, b""
        words = WORDS.fullmatch(found[0])
        self.words.append(words[1] if words else b"")

    def _begin(self, found: re.Match[bytes]) -> None:
        self.words.append(found[1])

    def _choose(self, found: re.Match[bytes]) -> None:
        self.font = found[0]

    def _show(self, found: re.Match[bytes]) -> None:
        # The engine sets it once for texts that follow each other.
        if self.font != self.set_font:
            self.here.append(self.font)
            self.set_font = self.font
        words = next(filter(None, self.words), b"")
        if words and not self.is_marked:
            self.here.append(b"/Span<</ActualText %s>>BDC" % words)
            self.is_marked = True
        self.here.append(found[0])

    def _end(self, found: re.Match[bytes]) -> None:
        self.words.pop()
        if self.is_marked and not any(self.words):
            self.here.append(b"EMC")
            self.is_marked = False
        if not self.words:
            self.here, self.set_font = [], b""


def divided(stream: Sequence[Any], boxes: Sequence[Any]) -> list[list[bytes]]:
    """Return the operators that draw each box's words, from the box's upper left corner."""
    owners = {
        text.marked_number: place
        for place, box in enumerate(boxes)
        for text in boxes_of(box)
        # What is all white is not drawn.
        if isinstance(text, TextBox) and hasattr(text, "marked_number")
    }
    division = _Division(owners, len(boxes))
    for operator in stream:
        division.read(_source(operator))
    return division.found


def _source(operator: Any) -> bytes:
    if isinstance(operator, pydyf.Object):
        return bytes(operator.data)
    return operator if isinstance(operator, bytes) else str(operator).encode("latin-1")
