"""Fold × paper × direction × number of pages → the sides of all sheets, pure geometry."""

from itertools import accumulate

from plainleaf.model import PAPERS, Fold, Panel, Side

NAMES = ("outside", "inside")

THICKNESS = 0.1
"""Millimetres of office paper, 80 g/m²: what each sheet within pushes the next one out."""

CREEPING = 4
"""Up to this many sheets, what they push each other out does not show."""


def lay_out(fold: Fold, paper: str, direction: str, pages: int) -> tuple[Side, ...]:
    """Return the sides of the sheets, each with its inside after its outside."""
    sheets = fold.sheets or max(1, -(-pages // fold.places))
    return tuple(
        _side(fold, paper, direction, pages, (number, sheet, sheets))
        for sheet in range(sheets)
        for number in range(len(NAMES))
    )


def _side(fold: Fold, paper: str, direction: str, pages: int, place: tuple[int, int, int]) -> Side:
    number, sheet, sheets = place
    widths = fold.widths(paper)
    if (number == 1) != (direction == "ltr"):  # the outside is seen from behind
        widths = widths[::-1]
    lefts = (0.0, *accumulate(widths))
    height = fold.height(paper)
    rows = fold.sides[number]
    panels = []
    for level, row in enumerate(reversed(rows)):
        shown = row if direction == "ltr" else row[::-1]
        for left, width, slot in zip(lefts, widths, shown, strict=False):
            page = _page(fold, slot, sheet, sheets, pages)
            turned = slot in fold.turned
            shift = _creep(sheet, sheets) * (1 if left < lefts[-1] / 2 else -1)
            panels.append(Panel(page, left + shift, level * height, width, height, turned))
    return Side(
        name=NAMES[number],
        sheet=sheet + 1,
        sheets=sheets,
        width=PAPERS[paper].height,
        height=PAPERS[paper].width,
        panels=tuple(panels),
        upright_folds=lefts[1:-1],
        level_folds=tuple(level * height for level in range(1, len(rows))),
    )


def _page(fold: Fold, slot: int, sheet: int, sheets: int, pages: int) -> int | None:
    """Return the page in a slot of a sheet; blanks are last, but before an outer back."""
    places = sheets * fold.places
    step = fold.places // 2  # of a sheet's pages, half come from each end
    number = slot + step * sheet if slot > 0 else places + 1 + slot - step * sheet
    if fold.pages and number == places:
        return pages  # the back is the last page, however few there are
    last = pages - 1 if fold.pages else pages
    return number if number <= last else None


def _creep(sheet: int, sheets: int) -> float:
    return sheet * THICKNESS if sheets > CREEPING else 0.0
