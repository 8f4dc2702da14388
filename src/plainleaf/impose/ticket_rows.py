"""A job and its sheets → what the ticket says of them, as rows of labels and texts."""

from collections.abc import Iterator, Mapping, Sequence

from plainleaf.impose.marks import BLEED
from plainleaf.impose.sheets import Sides, size_of, turn_of
from plainleaf.model import FOLDS, INCH, LETTERS, RGB_SPACE, Panel, Side, in_order
from plainleaf.workers.jobs import ImposeJob

Rows = Iterator[tuple[str, str]]
Plates = frozenset[str]


OFFICE_STOCK = "uncoated, 80–120 g/m² (20–32 lb bond)"
STOCKS: Mapping[str, str] = {
    "poster": "uncoated or silk, 130–170 g/m² (90–115 lb text)",
    "trifold": "uncoated, 100–120 g/m² (28–32 lb bond)",
}
"""Advice by format; glossy paper throws light back into the reader's eyes."""


def settings(job: ImposeJob, sides: Sides, plates: Sequence[Plates]) -> Rows:
    """Yield what a print shop wants to know, as printers call it."""
    if who := _customer(job):
        yield "For", who
    yield "File", f"{job.edition.name}.print.pdf: a page a side; no PDF/X is claimed"
    fronts, backs = _inks(plates, sides, 0), _inks(plates, sides, 1)
    yield "Colours", _colors(fronts, backs)
    if RGB_SPACE in fronts | backs:
        yield "", "Turn RGB to your inks: the file names no output intent."
    yield "Stock", f"advised: {STOCKS.get(job.edition.format, OFFICE_STOCK)}"
    fold = FOLDS.get(job.edition.format)
    yield "Fold", (fold.trade if fold else "") or ("as drawn" if folds_of(sides[0]) else "none")
    side = sides[0]
    yield "Flat size", both_sizes(side.width, side.height)
    yield "Finished", both_sizes(*_finished(side))
    yield "Pages", _count(sides)
    yield "Sides", _turn(job, sides)
    yield "Scale", "100 % (“actual size”, never “fit”)"
    if job.bleed:
        yield "Marks", f"{BLEED:g} mm bleed, which is white; trim at the crop marks"


def both_sizes(width: float, height: float) -> str:
    """Return a size in millimetres and in inches."""
    inches = " × ".join(f"{round(length / INCH, 2):g}" for length in (width, height))
    return f"{size_of(width, height)} ({inches} in)"


def _inks(plates: Sequence[Plates], sides: Sides, place: int) -> Plates:
    """Return the plates of all fronts, or of all backs."""
    names = {side.name: None for side in sides}
    name = [*names][place] if place < len(names) else None
    found = (each for side, each in zip(sides, plates, strict=True) if side.name == name)
    return frozenset().union(*found)


def _colors(fronts: Plates, backs: Plates) -> str:
    counts = f"{_ink_count(fronts)}/{_ink_count(backs)}"
    front, back = _named(fronts), _named(backs)
    if front == back:
        return f"{counts}: {front} on both sides"
    return f"{counts}: front {front}, back {back}" if backs else f"{counts}: {front} on one side"


def _ink_count(plates: Plates) -> int:
    """Return how many inks print it: what has a hue takes all four, but for spots."""
    spots = plates - {*LETTERS, RGB_SPACE}
    has_hue = bool(plates & {*LETTERS[:3], RGB_SPACE})
    return len(spots) + (len(LETTERS) if has_hue else len(plates & {"K"}))


def _named(plates: Plates) -> str:
    """Return inks in words."""
    names = []
    if plates & {*LETTERS[:3]}:
        names.append("CMYK")
    elif "K" in plates:
        names.append("black (K)")
    return " + ".join([*names, *in_order(plates - {*LETTERS})]) or "no ink"


def _finished(side: Side) -> tuple[float, float]:
    """Return the width and height of what lies in the hand."""
    return max(p.width for p in side.panels), max(p.height for p in side.panels)


def folds_of(side: Side) -> int:
    """Return how often a sheet is folded."""
    return len(side.upright_folds) + len(side.level_folds)


def _count(sides: Sides) -> str:
    sheets = sides[0].sheets
    pages = sum(panel.page is not None for side in sides for panel in side.panels)
    said = [
        f"{count} {word}{'s' * (count != 1)}"
        for count, word in ((pages, "page"), (sheets, "sheet"))
    ]
    return f"{said[0]} on {said[1]} a copy"


def _turn(job: ImposeJob, sides: Sides) -> str:
    edge = turn_of(job.edition.format, sides)
    return f"both sides, flip on the {edge} edge" if edge else "one side"


def steps(job: ImposeJob, sides: Sides) -> Iterator[str]:
    """Yield how to fold, as far as the folds themselves tell."""
    inside, sheets = sides[-1], sides[0].sheets
    folds = folds_of(inside)
    if not folds:
        return
    if sheets > 1:
        yield "Stack the sheets with the inside up, sheet 1 at the bottom."
    else:
        yield "Lay the sheet with the inside up."
    has_flap = any(is_flap(inside, panel) for panel in inside.panels)
    if has_flap:
        yield "Fold the narrow panel in first."
        yield "Fold the front cover over it."
    elif folds == 1:
        yield "Fold once, on the dashed line."
    else:
        yield f"Fold on the dashed lines{', the level one first' if inside.level_folds else ''}."
    if sheets > 1:
        yield "Staple on the fold."
    opens = f" It opens to the {'right' if job.direction == 'rtl' else 'left'}."
    yield f"Check: page 1 is in front.{opens if has_flap or folds == 1 else ''}"


def is_flap(side: Side, panel: Panel) -> bool:
    """Return whether a panel is narrower than others, so that it can be folded in first."""
    return panel.width < max(each.width for each in side.panels) - 0.1


def _customer(job: ImposeJob) -> str:
    """Return who can be asked, as far as the ticket's font has the letters."""
    return " · ".join(each for each in (job.organization, job.phone) if each and is_latin(each))


def is_latin(text: str) -> bool:
    """Return whether a text needs no other font and no shaping."""
    return all(letter < "ɐ" or letter in "‐‑–—‘’“”…" for letter in text)
