"""Whether all ink stays where every printer can print."""

from collections.abc import Iterator

from plainleaf.errors import Finding
from plainleaf.model import Facts, Mark, Promise

MARGIN = 6.35
"""Millimetres: the quarter inch that common printers leave white."""

POINTS = 72 / 25.4
ROUNDING = 0.05


def check_safe_area(facts: Facts, promise: Promise | None) -> Iterator[Finding]:
    """Report the ink nearest to an edge, once a page."""
    for page, size in enumerate(facts.pages, start=1):
        marks = [mark for mark in facts.marks if mark.page == page]
        if not marks:
            continue
        nearest = min(marks, key=lambda mark: _room(mark, size))
        room = _room(nearest, size)
        if room < MARGIN * POINTS - ROUNDING:
            message = (
                f"{nearest.kind} ink comes within {room / POINTS:.1f} mm of the page's edge, "
                f"where many printers do not print."
            )
            hint = f"Keep {MARGIN} mm free on each side."
            yield Finding("", None, "pdf-safe-area", message, hint, page=page)


def _room(mark: Mark, size: tuple[float, float]) -> float:
    """Return the points between a mark and the nearest edge; below 0 beyond it."""
    width, height = size
    box = mark.box
    return min(box.left, box.bottom, width - box.right, height - box.top)
