"""A handout about tea, and a library that holds it, as values: a test says what differs."""

from dataclasses import replace
from datetime import date
from typing import Any

from plainleaf.model import Handout, Library, Unit

TEA = Handout(
    name="tea",
    path="handouts/tea/handout.md",
    title=Unit("title", "Tea", 2),
    summary=Unit("summary", "Brew it.", 3),
    publisher="Ward 3",
    version="1",
    reviewed=date(2026, 1, 2),
    review_by=date(2028, 1, 2),
    sources=(),
    lead=(),
    sections=(),
)
NOTHING = Library(handouts={}, catalogues={}, words={}, brands={}, languages={})


def tea(**changes: Any) -> Handout:
    """Return the handout with some fields of its own."""
    return replace(TEA, **changes)


def library_of(handout: Handout, **fields: Any) -> Library:
    """Return a library of one handout, with some fields of its own."""
    return replace(NOTHING, handouts={handout.name: handout}, **fields)
