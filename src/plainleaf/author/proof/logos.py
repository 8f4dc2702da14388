"""Logos of a brand → the same in their printed sizes, each within its clear space."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import resvg_py

from plainleaf.author.proof.block import Block, stack, words
from plainleaf.author.proof.grid import COLUMNS, columns_for, left, span
from plainleaf.author.proof.pen import INCH, NAME, SMALL, STRONG, Pen
from plainleaf.author.proof.sheet import ROOM, ProofSheet
from plainleaf.model import ON_BLACK, Brand
from plainleaf.stamp.appearance import Appearance

PPI = 600
"""Of an SVG on paper: no eye sees the dots."""

SCALES = (1.0, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3, 0.2, 0.1)
"""Tried one after another until all logos fit."""

CAPTION = 40.0
"""Millimetres that a caption takes in width at least."""

ROW_GAP, CAPTION_GAP = 3.5, 1.2

BLACK = "#000000"
NAMES = ("Smallest", "Largest")


@dataclass(frozen=True)
class Logo:
    """A logo in one of its printed sizes, in millimetres."""

    shown: Appearance
    name: str
    height: float  # of the drawing, without its ground
    clear: float  # around both

    @property
    def width(self) -> float:
        """How wide the drawing is."""
        return self.height * self.shown.drawing.width / self.shown.drawing.height

    @property
    def edge(self) -> float:
        """What its ground reaches beyond it."""
        return self.height * self.shown.edge

    @property
    def whole(self) -> tuple[float, float]:
        """Width and height with everything around it."""
        around = 2 * (self.clear + self.edge)
        return self.width + around, self.height + around


def logos(pen: Pen, sheet: ProofSheet, width: float, room: float) -> tuple[str, Block]:
    """Return a heading and the logos in rows; without one, the name as it is printed."""
    shown = tuple(_logos(sheet))
    if not shown:
        text = "There is none: the name is printed in its place."
        name = words(pen, sheet.brand.title, NAME, width)
        return "Logo", stack([words(pen, text, SMALL, width), name], 2)
    for scale in SCALES:
        if all(_scaled(logo, scale).whole[0] <= width for logo in shown):
            block = _rows(pen, shown, scale, width)
            if block.height <= room:
                break
    return (
        "Logo" if scale == 1 else f"Logo, here at {scale * 100:.0f} % of its printed sizes",
        block,
    )


def _logos(sheet: ProofSheet) -> Iterator[Logo]:
    for name, shown, height in zip(NAMES, sheet.logos, sheet.heights, strict=False):
        yield _logo(name, shown, height * ROOM, sheet.brand)


def _logo(name: str, shown: Appearance, room: float, brand: Brand) -> Logo:
    """Return a logo as it is fitted into a slot that is wide enough."""
    least = brand.minimum_width * shown.drawing.height / shown.drawing.width
    frame = 1 + 2 * shown.edge
    height = max(room / (1 + brand.clear_space) / frame, least)
    return Logo(shown, name, height, height * frame * brand.clear_space)


def _rows(pen: Pen, shown: Sequence[Logo], scale: float, width: float) -> Block:
    cells = [_cell(pen, logo, _scaled(logo, scale), width) for logo in shown]
    return stack([_row(row, width) for row in _packed(cells)], ROW_GAP)


def _scaled(logo: Logo, scale: float) -> Logo:
    return replace(logo, height=logo.height * scale, clear=logo.clear * scale)


Cell = tuple[int, float, Block, Block]
"""Columns, height of the upper block, a logo, its caption."""


def _cell(pen: Pen, logo: Logo, drawn: Logo, width: float) -> Cell:
    columns = columns_for(max(drawn.whole[0], CAPTION), width)
    size = f"{logo.name}: {logo.width:.1f} × {logo.height:.1f} mm"
    about = f"on {logo.shown.on}, clear space {logo.clear:.1f} mm"
    room = span(columns, width)
    caption = stack([words(pen, size, STRONG, room, 2), words(pen, about, SMALL, room, 2)])
    height = drawn.whole[1]
    return columns, height, Block(height, lambda pen, x, y: _draw(pen, drawn, x, y)), caption


def _packed(cells: Sequence[Cell]) -> list[list[Cell]]:
    """Put each cell into the first row that has room for it."""
    rows: list[list[Cell]] = []
    for cell in cells:
        fitting = (row for row in rows if sum(each[0] for each in row) + cell[0] <= COLUMNS)
        row = next(fitting, None)
        if row is None:
            rows.append(row := [])
        row.append(cell)
    return rows


def _row(cells: Sequence[Cell], width: float) -> Block:
    """Return logos that stand on one line, with their captions below."""
    top = max(height for _, height, _, _ in cells)

    def draw(pen: Pen, x: float, y: float) -> None:
        column = 0
        for columns, height, logo, caption in cells:
            logo.draw(pen, x + left(column, width), y + top - height)
            caption.draw(pen, x + left(column, width), y + top + CAPTION_GAP)
            column += columns

    return Block(top + CAPTION_GAP + max(cell[3].height for cell in cells), draw)


def _draw(pen: Pen, logo: Logo, x: float, y: float) -> None:
    pen.frame(x, y, *logo.whole, grey=0.45, dash=True)
    x, y = x + logo.clear, y + logo.clear
    if logo.shown.on == ON_BLACK:
        pen.fill(x, y, logo.width + 2 * logo.edge, logo.height + 2 * logo.edge, BLACK)
    pen.picture(_pixels(logo), x + logo.edge, y + logo.edge, logo.width, logo.height)


def _pixels(logo: Logo) -> bytes:
    """Return what ReportLab can draw: an SVG as a PNG with its transparency."""
    drawing = logo.shown.drawing
    if drawing.kind != "svg":
        return drawing.data
    width = round(logo.width / INCH * PPI)
    return resvg_py.svg_to_bytes(
        svg_string=drawing.data.decode(), width=width, skip_system_fonts=True
    )
