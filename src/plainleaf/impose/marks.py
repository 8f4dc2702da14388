"""A side of a sheet → what a print shop needs around it: marks for cutting, folding, register."""

from collections.abc import Iterator, Sequence

from reportlab.lib.colors import CMYKColorSep

from plainleaf.impose.canvas import REGULAR, Canvas, fitting, mm
from plainleaf.model import Side

ROOM = 14.0
"""Millimetres around the trimmed sheet."""

BLEED = 3.0
"""Millimetres around the trimmed sheet that are printed and cut off; marks begin beyond."""

LENGTH = 5.0
"""Millimetres of a crop or fold mark."""

REGISTER, RADIUS, ARM = 6.5, 1.6, 2.8
"""Millimetres from the edge to a registration mark's centre; of its circle; of its cross."""

SLUG, SLUG_SIZE = 12.4, 7.0
"""Millimetres from the edge down to the slug's baseline; points."""

HAIR, DASHES = 0.25, (3, 2)
"""Points: width of all lines; a fold mark's strokes and gaps."""

ALL = CMYKColorSep(1, 1, 1, 1, spotName="All")
"""On every plate that there is: marks call for none of their own."""

Line = tuple[float, float, float, float]


def draw_marks(canvas: Canvas, side: Side, slug: str) -> None:
    """Draw all marks around a side, and the line that tells which it is."""
    canvas.setLineWidth(HAIR)
    canvas.setStrokeColor(ALL)
    _draw(canvas, _crops(side))
    for x, y in _registers(side):
        canvas.circle(x * mm, y * mm, RADIUS * mm)
        _draw(canvas, [(x - ARM, y, x + ARM, y), (x, y - ARM, x, y + ARM)])
    canvas.setDash(*DASHES)
    _draw(canvas, _folds(side))
    _draw_slug(canvas, slug, side.width * mm)


def _draw(canvas: Canvas, lines: Iterator[Line] | Sequence[Line]) -> None:
    for line in lines:
        canvas.line(*(length * mm for length in line))


def _beyond(edge: float) -> list[tuple[float, float]]:
    """Return where marks begin and end before 0 and after an edge."""
    return [(-BLEED - LENGTH, -BLEED), (edge + BLEED, edge + BLEED + LENGTH)]


def _crops(side: Side) -> Iterator[Line]:
    for start, end in _beyond(side.height):
        yield from ((x, start, x, end) for x in (0, side.width))
    for start, end in _beyond(side.width):
        yield from ((start, y, end, y) for y in (0, side.height))


def _folds(side: Side) -> Iterator[Line]:
    for start, end in _beyond(side.height):
        yield from ((x, start, x, end) for x in side.upright_folds)
    for start, end in _beyond(side.width):
        yield from ((start, y, end, y) for y in side.level_folds)


def _registers(side: Side) -> Iterator[tuple[float, float]]:
    """Yield the centres of registration marks, in the middle of the first and last panels."""
    for y in (-REGISTER, side.height + REGISTER):
        yield from ((x, y) for x in _outer_middles(side.upright_folds, side.width))
    for x in (-REGISTER, side.width + REGISTER):
        yield from ((x, y) for y in _outer_middles(side.level_folds, side.height))


def _outer_middles(folds: tuple[float, ...], edge: float) -> list[float]:
    stops = (0, *folds, edge)
    return sorted({(stops[0] + stops[1]) / 2, (stops[-2] + stops[-1]) / 2})


def _draw_slug(canvas: Canvas, slug: str, room: float) -> None:
    """Draw the slug as wide as the sheet at most."""
    canvas.setFillColor(ALL)
    canvas.setFont(REGULAR, fitting(slug, REGULAR, SLUG_SIZE, room))
    canvas.drawString(0, -SLUG * mm, slug)
