"""Sheets of paper, and what fits on them."""

from collections.abc import Mapping
from typing import NamedTuple

INCH = 25.4  # millimetres
MILLIMETRE = 96 / INCH  # CSS pixels


class Paper(NamedTuple):
    """A sheet of paper in millimetres."""

    width: float
    height: float


PAPERS: Mapping[str, Paper] = {"letter": Paper(215.9, 279.4), "a4": Paper(210, 297)}
"""US Letter (ANSI A) and ISO 216 A4."""


LAYOUTS = ("columns", "stacked", "duplex")
"""How a sheet sets two languages: side by side, one under the other, or on both sides."""


COLUMN_SIZES = frozenset({"standard"})
"""Sizes at which a column still holds a line of text: 14 pt and less."""
