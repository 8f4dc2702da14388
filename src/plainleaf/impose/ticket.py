"""A job and the sides of its sheets → a page that tells colleagues how to print and fold them."""

from collections.abc import Iterable, Iterator

from reportlab.lib.utils import simpleSplit

from plainleaf.fence.jobs import ImposeJob
from plainleaf.impose.overlay import BOLD, REGULAR, Canvas, fitting, mm
from plainleaf.impose.sheets import Sides, size_of
from plainleaf.model import Panel, Side

MARGIN, GAP = 14.0, 12.0
"""Millimetres of white around the ticket, and between its two columns."""

DRAWING, CAPTION = 100.0, 7.0
"""Millimetres: the width of a side's drawing; the room above and below it for words."""

TITLE, NAME, TEXT, NUMBER = 32.0, 16.0, 12.0, 28.0
"""Points of type: the heading, what is printed, all else, and a page's number in a drawing."""

LEADING, SPACE = 15.0, 2.5
"""Points from line to line, and more from row to row."""

LABEL, STEP = 19.0, 7.0
"""Millimetres from a label, or from the number of a step, to its text."""

RULE, TICK = 50, 2.5
"""Millimetres: the line that proves the scale, and the height of its ticks, one a centimetre."""

THICK, THIN, DASHES = 1.0, 0.6, (4, 3)
"""Points: the width of a sheet's edge and of other lines; strokes and gaps of a fold."""

Rows = Iterable[tuple[str, str]]


def draw_ticket(canvas: Canvas, job: ImposeJob, sides: Sides) -> None:
    """Draw the ticket over the whole sheet, all in black."""
    side = sides[0]
    canvas.setFillGray(0)
    canvas.setStrokeGray(0)
    column = (side.width - 2 * MARGIN - GAP) / 2
    left, right = MARGIN, MARGIN + column + GAP
    top = _draw_head(canvas, job, side)
    _draw_rows(canvas, "Print", _settings(job, sides), (left, top), (LABEL, column))
    steps = [(f"{number}.", step) for number, step in enumerate(_steps(job, sides), 1)]
    bottom = _draw_rows(canvas, "Fold", steps, (right, top), (STEP, column))
    _draw_rule(canvas, right, bottom - 4)
    for x, shown in zip((left, right), sides, strict=False):
        _draw_side(canvas, shown, x)


def _draw_head(canvas: Canvas, job: ImposeJob, side: Side) -> float:
    """Draw what is printed, and return where the rest begins, in millimetres."""
    left, right = MARGIN * mm, (side.width - MARGIN) * mm
    y = (side.height - MARGIN - 8) * mm
    canvas.setFont(BOLD, TITLE)
    canvas.drawString(left, y, "Print ticket")
    canvas.setFont(BOLD, NAME)
    canvas.drawRightString(right, y, "Copies: ______________")
    canvas.setFont(BOLD, fitting(job.edition.name, BOLD, NAME, right - left))
    canvas.drawString(left, y - 11 * mm, job.edition.name)
    organization = job.organization if _is_latin(job.organization) else ""
    about = " · ".join(filter(None, (organization, f"version {job.version}", job.date)))
    canvas.setFont(REGULAR, fitting(about, REGULAR, TEXT, right - left))
    canvas.drawString(left, y - 17.5 * mm, about)
    canvas.setLineWidth(THICK)
    canvas.line(left, y - 21.5 * mm, right, y - 21.5 * mm)
    return side.height - MARGIN - 8 - 29.5


def _is_latin(text: str) -> bool:
    """Return whether a text needs no other font and no shaping."""
    return all(letter < "ɐ" or letter in "‐‑–—‘’“”…" for letter in text)


def _settings(job: ImposeJob, sides: Sides) -> Iterator[tuple[str, str]]:
    size, sheets = size_of(job.edition.paper), sides[0].sheets
    a_copy = f"{sheets} sheets a copy" if sheets > 1 else "1 sheet a copy"
    yield "Paper", f"{job.edition.paper}, {size}; {a_copy}"
    yield "Pages", f"3 to {len(sides) + 2} of this file; this ticket only once"
    yield "Sides", "both sides, flip on the short edge"
    yield "Scale", "100 % (“actual size”, never “fit”)"
    edges = "left or lower edge" if sides[0].level_folds else "left edge"
    trimmed = " of the trimmed sheet" if job.bleed else ""
    yield "Folds", f"dashed; distances are from the {edges}{trimmed}"
    if job.bleed:
        yield (
            "Press",
            f"Trim to {size}; 3 mm bleed; black text is K only; no PDF/X is claimed: "
            "brand colours are RGB and there is no output intent.",
        )


def _steps(job: ImposeJob, sides: Sides) -> Iterator[str]:
    """Yield how to fold, as far as the folds themselves tell."""
    inside, sheets = sides[1], sides[0].sheets
    folds = len(inside.upright_folds) + len(inside.level_folds)
    if sheets > 1:
        yield "Stack the sheets with the inside up, sheet 1 at the bottom."
    else:
        yield "Lay the sheet with the inside up."
    has_flap = any(_is_flap(inside, panel) for panel in inside.panels)
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


def _is_flap(side: Side, panel: Panel) -> bool:
    """Return whether a panel is narrower than others, so that it can be folded in first."""
    return panel.width < max(each.width for each in side.panels) - 0.1


def _draw_rows(
    canvas: Canvas,
    heading: str,
    rows: Rows,
    start: tuple[float, float],
    widths: tuple[float, float],
) -> float:
    """Draw labels with their texts from (x, y) down, and return the y of the end."""
    (x, y), (indent, width) = start, widths
    canvas.setFont(BOLD, NAME)
    canvas.drawString(x * mm, y * mm, heading)
    y -= 8
    for label, text in rows:
        canvas.setFont(BOLD, TEXT)
        canvas.drawString(x * mm, y * mm, label)
        canvas.setFont(REGULAR, TEXT)
        for line in simpleSplit(text, REGULAR, TEXT, (width - indent) * mm):
            canvas.drawString((x + indent) * mm, y * mm, line)
            y -= LEADING / mm
        y -= SPACE / mm
    return y


def _draw_rule(canvas: Canvas, x: float, y: float) -> None:
    """Draw a line of known length with a tick at each centimetre, and say how long it is."""
    canvas.setLineWidth(THIN)
    canvas.line(x * mm, y * mm, (x + RULE) * mm, y * mm)
    for place in range(0, RULE + 1, 10):
        canvas.line((x + place) * mm, y * mm, (x + place) * mm, (y + TICK) * mm)
    canvas.setFont(REGULAR, TEXT)
    canvas.drawString(x * mm, y * mm - LEADING, f"This line must measure {RULE} mm")


def _draw_side(canvas: Canvas, side: Side, x: float) -> None:
    """Draw a side to scale above the lower margin, with what each panel holds."""
    scale = DRAWING / side.width
    height = side.height * scale
    canvas.saveState()
    canvas.translate(x * mm, (MARGIN + CAPTION) * mm)
    canvas.setFont(BOLD, TEXT)
    canvas.drawString(0, (height + 3) * mm, _caption(side))
    canvas.setLineWidth(THICK)
    canvas.rect(0, 0, DRAWING * mm, height * mm)
    for panel in side.panels:
        _draw_panel(canvas, side, panel, scale)
    _draw_folds(canvas, side, scale)
    canvas.restoreState()


def _caption(side: Side) -> str:
    name = side.name.capitalize()
    return f"{name} of sheet 1, the outermost of {side.sheets}" if side.sheets > 1 else name


def _draw_panel(canvas: Canvas, side: Side, panel: Panel, scale: float) -> None:
    """Draw a page's number and role, as its text will stand."""
    canvas.saveState()
    middle = (panel.left + panel.width / 2, panel.bottom + panel.height / 2)
    canvas.translate(*(length * scale * mm for length in middle))
    if panel.turned:
        canvas.rotate(180)
    canvas.setFont(BOLD, NUMBER)
    canvas.drawCentredString(0, 0, str(panel.page or ""))
    canvas.setFont(REGULAR, TEXT)
    width = panel.width * scale * mm
    y = -LEADING * 1.4
    for role in _roles(side, panel):
        for line in simpleSplit(role, REGULAR, TEXT, width):
            canvas.drawCentredString(0, y, line)
            y -= LEADING
    canvas.restoreState()


def _roles(side: Side, panel: Panel) -> Iterator[str]:
    if panel.page is None:
        yield "blank"
    if panel.page == 1:
        yield "front cover"
    if _is_flap(side, panel):
        yield "folded in first"


def _draw_folds(canvas: Canvas, side: Side, scale: float) -> None:
    """Draw folds dashed, with their distance from the left or lower edge of the real sheet."""
    canvas.setLineWidth(THIN)
    canvas.setDash(*DASHES)
    canvas.setFont(REGULAR, TEXT)
    right, top = side.width * scale * mm, side.height * scale * mm
    for fold in side.upright_folds:
        x = fold * scale * mm
        canvas.line(x, 0, x, top)
        canvas.drawCentredString(x, -LEADING, f"{fold:.1f} mm")
    for fold in side.level_folds:
        y = fold * scale * mm
        canvas.line(0, y, right, y)
        canvas.drawString(right + 2 * mm, y - TEXT / 3, f"{fold:.1f} mm")
