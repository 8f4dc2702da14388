"""The d of a path → moves, lines, cubic curves and ends in absolute numbers, and back.

Nothing else is left in it, since engines differ in the rest: WeasyPrint 70 never ends at a number
after z, and draws T and S wrong after other commands.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from math import hypot

from fontTools.svgLib.path.arc import EllipticalArc

from plainleaf.brand.logo.svg.values import MOST, NUMBER, BadValueError, Matrix, moved, write

Point = tuple[float, float]
Segment = tuple[str, tuple[Point, ...]]
"""M, L, C or Z, and its points."""

_COMMAND = re.compile(r"([MmZzLlHhVvCcSsQqTtAa])([^MmZzLlHhVvCcSsQqTtAa]*)")
_NUMBER = re.compile(NUMBER)
_ARC = re.compile(rf"\s*({NUMBER})[\s,]*({NUMBER})[\s,]*({NUMBER})[\s,]*([01])[\s,]*([01])")

ARGUMENTS = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2, "A": 7, "Z": 0}


@dataclass
class _Pen:
    """Where a path has come to."""

    segments: list[Segment] = field(default_factory=list)
    at: Point = (0, 0)
    begun: Point = (0, 0)
    is_open: bool = False
    last: str = ""
    control: Point = (0, 0)  # the last one, for S and T

    def put(self, letter: str, *points: Point) -> None:
        """Add a segment; after an end, one begins where the last began."""
        if not self.is_open and letter != "M":
            self.segments.append(("M", (self.begun,)))
        self.is_open = True
        self.segments.append((letter, points))
        self.at = points[-1]

    def mirrored(self, letters: str) -> Point:
        """Return the last control point mirrored, if the last command had one."""
        if self.last not in letters:
            return self.at
        return 2 * self.at[0] - self.control[0], 2 * self.at[1] - self.control[1]

    def curveTo(self, *points: Point) -> None:  # noqa: N802  # as an arc calls it
        """Add a cubic curve."""
        self.put("C", *points)


def read_path(text: str) -> list[Segment]:
    """Return the segments of a d; raise BadValueError for what is none."""
    pen = _Pen()
    place = len(text) - len(text.lstrip())
    for match in _COMMAND.finditer(text):
        if match.start() != place:
            break
        place = match.end()
        letter = match[1]
        if not pen.segments and letter not in "Mm":
            raise BadValueError("does not begin with M")
        _run(pen, letter, match[2])
    if place != len(text):
        raise BadValueError(f"has {text[place : place + 12]!r} where a command should be")
    values = [value for _, points in pen.segments for point in points for value in point]
    if values and not -MOST <= min(values) <= max(values) <= MOST:
        raise BadValueError(f"goes beyond {MOST:,.0f}")
    return pen.segments


def write_path(segments: Sequence[Segment]) -> str:
    """Return the d of segments."""
    return "".join(
        letter + " ".join(f"{write(x)} {write(y)}" for x, y in points)
        for letter, points in segments
    )


def turned(segments: Sequence[Segment], by: Matrix) -> list[Segment]:
    """Return segments after a transformation."""
    return [(letter, tuple(moved(by, *point) for point in points)) for letter, points in segments]


def length_of(segments: Sequence[Segment]) -> float:
    """Return how long a path is at most."""
    total, at = 0.0, (0.0, 0.0)
    for letter, points in segments:
        for point in points:
            total += hypot(point[0] - at[0], point[1] - at[1]) if letter != "M" else 0
            at = point
    return total


def _run(pen: _Pen, letter: str, text: str) -> None:
    name = letter.upper()
    if name == "Z":
        if text.strip():
            raise BadValueError(f"has {text.strip()[:12]!r} after z")
        pen.segments += [("Z", ())] if pen.is_open else []
        pen.at, pen.is_open, pen.last = pen.begun, False, "Z"
        return
    for index, values in enumerate(_groups(name, text)):
        x, y = (0.0, 0.0) if letter.isupper() else pen.at
        DRAW[name if name != "M" or not index else "L"](pen, x, y, values)
        pen.last = name


def _groups(name: str, text: str) -> Iterator[tuple[float, ...]]:
    """Yield the numbers of a command, once for each time that it is drawn."""
    if name == "A":
        yield from _arcs(text)
        return
    size = ARGUMENTS[name]
    values = [float(part) for part in _NUMBER.findall(text)]
    if _NUMBER.sub("", text).strip(" \t\r\n,"):
        raise BadValueError(f"has a wrong number after {name}")
    if not values or len(values) % size:
        raise BadValueError(f"has {len(values)} numbers after {name}")
    for start in range(0, len(values), size):
        yield tuple(values[start : start + size])


def _arcs(text: str) -> Iterator[tuple[float, ...]]:
    place = 0
    while True:
        head = _ARC.match(text, place)
        end = _PAIR.match(text, head.end()) if head else None
        if not head or not end:
            raise BadValueError("has an arc that is not whole")
        yield tuple(map(float, (*head.groups(), *end.groups())))
        place = end.end()
        if place == len(text):
            return


_PAIR = re.compile(rf"[\s,]*({NUMBER})[\s,]*({NUMBER})[\s,]*")


def _move(pen: _Pen, x: float, y: float, v: tuple[float, ...]) -> None:
    pen.put("M", (x + v[0], y + v[1]))
    pen.begun = pen.at


def _line(pen: _Pen, x: float, y: float, v: tuple[float, ...]) -> None:
    pen.put("L", (x + v[0], y + v[1]))


def _across(pen: _Pen, x: float, y: float, v: tuple[float, ...]) -> None:
    pen.put("L", (x + v[0], pen.at[1]))


def _down(pen: _Pen, x: float, y: float, v: tuple[float, ...]) -> None:
    pen.put("L", (pen.at[0], y + v[0]))


def _curve(pen: _Pen, x: float, y: float, v: tuple[float, ...]) -> None:
    pen.control = (x + v[2], y + v[3])
    pen.put("C", (x + v[0], y + v[1]), pen.control, (x + v[4], y + v[5]))


def _smooth(pen: _Pen, x: float, y: float, v: tuple[float, ...]) -> None:
    first = pen.mirrored("CS")
    pen.control = (x + v[0], y + v[1])
    pen.put("C", first, pen.control, (x + v[2], y + v[3]))


def _quadratic(pen: _Pen, x: float, y: float, v: tuple[float, ...]) -> None:
    pen.control = (x + v[0], y + v[1])
    _bend(pen, (x + v[2], y + v[3]))


def _smooth_quadratic(pen: _Pen, x: float, y: float, v: tuple[float, ...]) -> None:
    pen.control = pen.mirrored("QT")
    _bend(pen, (x + v[0], y + v[1]))


def _bend(pen: _Pen, end: Point) -> None:
    """Add a quadratic curve as the cubic one that it is."""
    (cx, cy), (x, y) = pen.control, pen.at
    first = (x + 2 * (cx - x) / 3, y + 2 * (cy - y) / 3)
    second = (end[0] + 2 * (cx - end[0]) / 3, end[1] + 2 * (cy - end[1]) / 3)
    pen.put("C", first, second, end)


def _arc(pen: _Pen, x: float, y: float, v: tuple[float, ...]) -> None:
    rx, ry, angle, large, sweep, dx, dy = v
    end = (x + dx, y + dy)
    if not all(abs(value) <= MOST for value in (*v, *end)):
        raise BadValueError(f"goes beyond {MOST:,.0f}")
    if not rx or not ry:
        pen.put("L", end)
    elif end != pen.at:
        EllipticalArc(complex(*pen.at), rx, ry, angle, large, sweep, complex(*end)).draw(pen)
        letter, points = pen.segments[-1]
        pen.segments[-1] = letter, (*points[:-1], end)  # exactly, whatever was rounded
        pen.at = end


DRAW: Mapping[str, Callable[[_Pen, float, float, tuple[float, ...]], None]] = {
    "M": _move,
    "L": _line,
    "H": _across,
    "V": _down,
    "C": _curve,
    "S": _smooth,
    "Q": _quadratic,
    "T": _smooth_quadratic,
    "A": _arc,
}
"""What draws a command; x and y are where its numbers count from."""
