"""Texts of a handout and the messages of its old catalogue → the message that each text had."""

from collections.abc import Sequence
from difflib import get_close_matches
from typing import Any, NamedTuple, Protocol, TypeVar

SIMILAR = 0.6
"""How much two texts must share for one to be the other's former self; Babel's own measure."""


class Row(NamedTuple):
    """A text to translate; the fixed words have no id."""

    id: str | None
    text: str
    comment: str


class Known(Protocol):
    """A message, as Babel reads it."""

    id: Any
    context: str | None
    string: Any


Found = TypeVar("Found", bound=Known)


def match(rows: Sequence[Row], known: Sequence[Found]) -> list[Found | None]:
    """Return for each text the message that it had, each message once.

    The same text counts, not its place: blocks are numbered, and a new one moves those behind
    it. What is left goes to the most similar text, then to its place.
    """
    found: dict[int, Found] = {}
    rest = {id(message): message for message in known}
    for likeness in (_same, _similar, _in_place):
        for place, row in enumerate(rows):
            message = likeness(row, list(rest.values())) if place not in found else None
            if message is not None:
                found[place] = rest.pop(id(message))
    return [found.get(place) for place in range(len(rows))]


def _same(row: Row, known: Sequence[Found]) -> Found | None:
    return next((m for m in known if m.id == row.text), None)


def _similar(row: Row, known: Sequence[Found]) -> Found | None:
    texts = {str(m.id): m for m in known if m.string}
    close = get_close_matches(row.text, texts, n=1, cutoff=SIMILAR)
    return texts[close[0]] if close else None


def _in_place(row: Row, known: Sequence[Found]) -> Found | None:
    return next((m for m in known if row.id and m.context == row.id), None)
