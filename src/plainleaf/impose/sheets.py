"""Fold × paper × direction × number of pages → the sides of all sheets, pure geometry."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Literal

from plainleaf.model import ONE_SIDED, PAPERS, Fold, Panel, Paper, Side

Sides = tuple[Side, ...]
Turn = Literal["", "short", "long"]

NAMES = ("outside", "inside")
FLAT_NAMES = ("front", "back")
"""Of what does not fold."""

THICKNESS = 0.1
"""Millimetres of office paper, 80 g/m²: what each sheet within pushes the next one out."""

CREEPING = 4
"""Up to this many sheets, what they push each other out does not show."""


@dataclass(frozen=True)
class _Copy:
    """One printed copy: what is folded, and how many sheets it takes."""

    fold: Fold
    paper: str
    direction: str
    pages: int

    @property
    def sheets(self) -> int:
        return self.fold.sheets or max(1, -(-self.pages // self.fold.places))

    @property
    def from_left(self) -> bool:
        return self.direction == "ltr"


def lay_out(fold: Fold, paper: str, direction: str, pages: int) -> Sides:
    """Return the sides of the sheets, each with its inside after its outside."""
    copy = _Copy(fold, paper, direction, pages)
    return tuple(
        _side(copy, number, sheet) for sheet in range(copy.sheets) for number in range(len(NAMES))
    )


def lay_out_flat(papers: Sequence[Paper], *, one_sided: bool) -> Sides:
    """Return the sides of sheets that do not fold: a page each, as large as it is."""
    a_sheet = 1 if one_sided else 2
    sheets = -(-len(papers) // a_sheet)
    return tuple(
        Side(
            name=FLAT_NAMES[index % a_sheet],
            sheet=index // a_sheet + 1,
            sheets=sheets,
            width=paper.width,
            height=paper.height,
            panels=(Panel(index + 1, 0.0, 0.0, paper.width, paper.height),),
            upright_folds=(),
        )
        for index, paper in enumerate(papers)
    )


def _side(copy: _Copy, number: int, sheet: int) -> Side:
    fold, paper = copy.fold, PAPERS[copy.paper]
    widths = fold.widths(copy.paper)
    if (number == 1) != copy.from_left:  # the outside is seen from behind
        widths = widths[::-1]
    height = fold.height(copy.paper)
    return Side(
        name=NAMES[number],
        sheet=sheet + 1,
        sheets=copy.sheets,
        width=paper.height,
        height=paper.width,
        panels=tuple(_panels(copy, number, sheet, widths)),
        upright_folds=tuple(accumulate(widths[:-1])),
        level_folds=tuple(level * height for level in range(1, len(fold.sides[number]))),
    )


def _panels(copy: _Copy, number: int, sheet: int, widths: tuple[float, ...]) -> Iterator[Panel]:
    """Yield a side's panels row by row, from the lowest up."""
    lefts = (0.0, *accumulate(widths))
    height = copy.fold.height(copy.paper)
    creep = sheet * THICKNESS if copy.sheets > CREEPING else 0.0
    for level, row in enumerate(reversed(copy.fold.sides[number])):
        shown = row if copy.from_left else row[::-1]
        for left, width, slot in zip(lefts, widths, shown, strict=False):
            inwards = creep if left < lefts[-1] / 2 else -creep  # towards the fold
            page, turned = _page(copy, slot, sheet), slot in copy.fold.turned
            yield Panel(page, left + inwards, level * height, width, height, turned)


def _page(copy: _Copy, slot: int, sheet: int) -> int | None:
    """Return the page in a slot of a sheet; blanks are last, but before an outer back."""
    places = copy.sheets * copy.fold.places
    step = copy.fold.places // 2 * sheet  # of a sheet's pages, half come from each end
    number = slot + step if slot > 0 else places + 1 + slot - step
    has_back = copy.fold.sheets is not None and copy.pages > 1
    if has_back and number == places:
        return copy.pages  # the back is the last page, however few there are
    return number if number <= copy.pages - has_back else None


def turn_of(page_format: str, sides: Sides) -> Turn:
    """Return the edge on which sheets are turned for their backs; none without backs."""
    if page_format in ONE_SIDED or len(sides) == 1:
        return ""
    return "short" if sides[0].width > sides[0].height else "long"


def size_of(width: float, height: float) -> str:
    """Return a size as people write it."""
    return f"{round(width, 1):g} × {round(height, 1):g} mm"
