"""Whether all ink stays where every printer can print."""

from collections.abc import Iterator, Mapping

from plainleaf.checks.pdf.compare import first_words
from plainleaf.errors import Fault
from plainleaf.model import INCH, Facts, Mark, Promise

MARGIN = 6.35
"""Millimetres: the quarter inch that common printers leave white."""

POINTS = 72 / INCH
ROUNDING = 0.05


HINTS: Mapping[bool, str] = {
    True: f"Shorten it, or have its style keep {MARGIN} mm free on each side.",
    False: f"Keep {MARGIN} mm free on each side.",
}
"""By whether words stand there."""


def check_safe_area(facts: Facts, promise: Promise | None) -> Iterator[Fault]:
    """Report the ink nearest to an edge, once a page."""
    for page, size in enumerate(facts.pages, start=1):
        marks = [mark for mark in facts.marks if mark.page == page]
        if not marks:
            continue
        nearest = min(marks, key=lambda mark: min(_rooms(mark, size).values()))
        edge, room = min(_rooms(nearest, size).items(), key=lambda each: each[1])
        if room < MARGIN * POINTS - ROUNDING:
            message = f"{_named(nearest)} {_reached(edge, room)}"
            hint = HINTS[bool(nearest.text)]
            yield Fault("pdf-safe-area", message, hint, page=page)


def _named(mark: Mark) -> str:
    return f"the text {first_words(mark.text)!r}" if mark.text else f"{mark.kind} ink"


def _reached(edge: str, room: float) -> str:
    if room < 0:
        return f"reaches {-room / POINTS:.1f} mm beyond the page's {edge} edge."
    return (
        f"comes within {room / POINTS:.1f} mm of the page's {edge} edge, "
        f"where many printers do not print."
    )


def _rooms(mark: Mark, size: tuple[float, float]) -> Mapping[str, float]:
    """Return the points between a mark and each edge; below 0 beyond it."""
    width, height = size
    box = mark.box
    return {
        "left": box.left,
        "lower": box.bottom,
        "right": width - box.right,
        "upper": height - box.top,
    }
