"""Parts of a text in several languages → the leaves that they fit on, front and back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

FULL = 0.6
"""How much of a leaf must be filled before a section waits for the next one."""


@dataclass(frozen=True)
class Part:
    """A piece of text that stays whole, in every language; in CSS pixels from the top."""

    tops: tuple[float, ...]
    bottoms: tuple[float, ...]
    opens: bool  # begins what stands directly in the sheet, such as a section
    follows: bool  # must stand on the page of the part before it
    untorn: bool = False  # it opens a section that stays whole where it can


def divide(parts: Sequence[Part], rooms: Mapping[int, float]) -> list[range]:
    """Return the parts of each leaf: as many as fit in every language, whole sections first.

    `rooms` says how much room a leaf has, by its first part.
    """
    leaves, start = [], 0
    while start < len(parts):
        end = start + 1
        while end < len(parts) and height_of(parts, start, end + 1) <= rooms[start]:
            end += 1
        end = _break(parts, start, end, rooms[start])
        leaves.append(range(start, end))
        start = end
    return leaves


def _break(parts: Sequence[Part], start: int, end: int, room: float) -> int:
    """Return where a leaf ends at the latest, so that little is torn apart."""
    if end == len(parts):
        return end
    opening = max((i for i in range(start + 1, end + 1) if parts[i].opens), default=start)
    fits = height_of(parts, opening, _section_end(parts, opening)) <= room
    waits = parts[opening].untorn or height_of(parts, start, opening) >= FULL * room
    if opening > start and fits and waits:
        return opening
    free = (i for i in range(start + 1, end + 1) if not parts[i].follows)
    return max(free, default=end)


def _section_end(parts: Sequence[Part], start: int) -> int:
    return next((i for i in range(start + 1, len(parts)) if parts[i].opens), len(parts))


def height_of(parts: Sequence[Part], start: int, end: int) -> float:
    """Return the height of parts in the language that takes more."""
    first, last = parts[start], parts[end - 1]
    return max(bottom - top for top, bottom in zip(first.tops, last.bottoms, strict=True))
