"""How a format folds: which page lies where on which side of a sheet, as data."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from plainleaf.model.paper import COLUMN_SIZES, INCH, LAYOUTS, PAPERS

Row = tuple[int, ...]


@dataclass(frozen=True)
class Fold:
    """A sheet that lies landscape, is printed on both sides and turned on its short edge.

    `sides` are rows of page numbers from the top, each from left to right as a language that
    is written from left to right wants them. A negative number counts from the last page, as
    -1. These are the numbers of the outermost sheet; each sheet within takes the next ones.
    """

    sides: tuple[tuple[Row, ...], tuple[Row, ...]]  # outside, inside
    sheets: int | None = 1  # None: as many as the pages need
    turned: frozenset[int] = frozenset()  # numbers that stand on their head
    flap: Mapping[str, float] = field(default_factory=dict)  # by paper: mm, see `widths`
    sizes: tuple[str, ...] = ()  # that its panels have room for; none named: all
    trade: str = ""  # what print shops call it
    short_back: bool = False  # in two languages its back says little more than it must

    @property
    def places(self) -> int:
        """How many pages one sheet takes."""
        return sum(len(row) for side in self.sides for row in side)

    @property
    def pages(self) -> int | None:
        """How many pages there may be, where the number is fixed."""
        return self.places * self.sheets if self.sheets else None

    def widths(self, paper: str) -> tuple[float, ...]:
        """Return the widths of the inside's panels from left to right, in millimetres.

        The last one is folded in first, so it is narrower by the flap.
        """
        count, flap = len(self.sides[0][0]), self.flap.get(paper, 0)
        wide = (PAPERS[paper].height + flap) / count
        return (*(wide for _ in range(count - 1)), wide - flap)

    def height(self, paper: str) -> float:
        """Return the height of a panel in millimetres."""
        return PAPERS[paper].width / len(self.sides[0])


FOLDS: Mapping[str, Fold] = {
    "booklet": Fold(sides=(((-1, 1),), ((2, -2),)), sheets=None, trade="saddle-stitched booklet"),
    "halffold": Fold(sides=(((-1, 1),), ((2, -2),)), trade="half fold"),
    "trifold": Fold(
        sides=(((5, -1, 1),), ((2, 3, 4),)),
        flap={"letter": INCH / 16, "a4": 3},
        sizes=("standard",),
        trade="C-fold (letter fold)",
        short_back=True,
    ),
}
"""By format. A format that is not here does not fold."""


ONE_SIDED = frozenset({"poster"})
"""Formats that nobody sees the back of."""


@dataclass(frozen=True)
class Format:
    """What a format holds: all sections or the brief ones only, on how many pages."""

    name: str
    is_brief: bool = False
    pages: int | None = None  # None: as many as the text needs
    steps: int = 0  # of tightness, that its style offers to make a text fit

    @property
    def layouts(self) -> int:
        """How often a text is laid out at most, to find the least tight step at which it fits."""
        return 2 + self.steps.bit_length() if self.steps else 1

    @property
    def fold(self) -> Fold | None:
        """How it folds, if it does."""
        return FOLDS.get(self.name)


def sizes_of(page_format: str, sizes: Sequence[str]) -> tuple[str, ...]:
    """Return those of the sizes that a format has room for."""
    fold = FOLDS.get(page_format)
    return tuple(size for size in sizes if not fold or not fold.sizes or size in fold.sizes)


def layouts_of(page_format: str, size: str) -> tuple[str, ...]:
    """Return how a format may set two languages at a size, its default first.

    A panel has no room for columns, and its back is another panel's.
    """
    if page_format in FOLDS:
        return ("stacked",)
    allowed = LAYOUTS if size in COLUMN_SIZES else LAYOUTS[1:]
    return tuple(each for each in allowed if each != "duplex" or page_format not in ONE_SIDED)


class Panel(NamedTuple):
    """A place on a side of a sheet, in millimetres from the trimmed sheet's lower left corner."""

    page: int | None  # from 1; None stays blank
    left: float
    bottom: float
    width: float
    height: float
    turned: bool = False  # by half a turn


@dataclass(frozen=True)
class Side:
    """One side of a sheet, as it leaves the printer; lengths in millimetres."""

    name: str  # "outside" or "inside" of what folds, else "front" or "back"
    sheet: int  # from 1, the outermost first
    sheets: int
    width: float
    height: float
    panels: tuple[Panel, ...]
    upright_folds: tuple[float, ...]  # from the left edge
    level_folds: tuple[float, ...] = ()  # from the lower edge
