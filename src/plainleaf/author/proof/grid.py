"""The columns that everything on a proof stands in, in millimetres."""

MARGIN, GUTTER = 14.0, 4.0
COLUMNS = 12
GAP = 5.5
"""Between sections."""


def span(columns: int, width: float) -> float:
    """Return the width of neighbouring columns of a page with this much room."""
    return _pitch(width) * columns - GUTTER


def left(column: int, width: float) -> float:
    """Return where a column begins, counted from 0."""
    return _pitch(width) * column


def columns_for(need: float, width: float) -> int:
    """Return how many columns are as wide as is needed, or all of them."""
    return next((n for n in range(1, COLUMNS) if span(n, width) >= need), COLUMNS)


def _pitch(width: float) -> float:
    return (width + GUTTER) / COLUMNS
