"""A job and its press sheets → the ticket: a page for those who print and fold them."""

from collections.abc import Iterable, Iterator, Sequence

from reportlab.lib.utils import simpleSplit

from plainleaf.impose.canvas import BOLD, REGULAR, Canvas, fitting, mm, paint
from plainleaf.impose.sheets import Sides
from plainleaf.impose.ticket_rows import Plates, folds_of, is_flap, settings, steps
from plainleaf.model import PAPERS, Panel, Paper, Side
from plainleaf.workers.jobs import ImposeJob

MARGIN, GAP = 14.0, 10.0
"""Millimetres of white around the ticket, and between its two drawings."""

DRAWING, CAPTION = 66.0, 7.0
"""Millimetres: the most height of a side's drawing; the room above and below it for words."""

TITLE, NAME, TEXT, NUMBER = 32.0, 16.0, 12.0, 28.0
"""Points of type: the heading, what is printed, all else, and a page's number in a drawing."""

LEADING, SPACE = 15.0, 2.5
"""Points from line to line, and more from row to row."""

LABEL, STEP = 24.0, 7.0
"""Millimetres from a label, or from the number of a step, to its text."""

CONTACT = 70.0
"""Millimetres from the margin to the contact, beside the number of copies."""

RULE, TICK, BESIDE = 50, 2.5, 62.0
"""Millimetres: the line that proves the scale; the height of its ticks, one a centimetre; the
room that it takes with its words."""

THICK, THIN, DASHES = 1.0, 0.6, (4, 3)
"""Points: the width of a sheet's edge and of other lines; strokes and gaps of a fold."""

BLANK = "_" * 12
"""Room to write on."""

Rows = Iterable[tuple[str, str]]


def ticket_of(job: ImposeJob, sides: Sides, plates: Sequence[Plates]) -> bytes:
    """Return the ticket's PDF; the same job gives the same bytes."""
    paper = PAPERS[job.edition.paper]

    def draw(canvas: Canvas) -> None:
        _describe(canvas, job)
        _draw_ticket(canvas, paper, job, sides, plates)

    return paint([draw], [paper], 0, job.fonts)


def _describe(canvas: Canvas, job: ImposeJob) -> None:
    canvas.setTitle(f"{job.edition.name}, print ticket")
    canvas.setCreator("plainleaf")
    canvas.setPageCompression(1)
    canvas.setViewerPreference("PrintScaling", "None")


def _draw_ticket(
    canvas: Canvas, paper: Paper, job: ImposeJob, sides: Sides, plates: Sequence[Plates]
) -> None:
    """Draw the ticket, all in black."""
    canvas.setFillGray(0)
    canvas.setStrokeGray(0)
    width = paper.width - 2 * MARGIN
    half = (width - GAP) / 2
    top = _draw_head(canvas, job, paper)
    top = _draw_rows(canvas, settings(job, sides, plates), (MARGIN, top), (LABEL, width)) - 3
    numbered = ((f"{number}.", step) for number, step in enumerate(steps(job, sides), 1))
    _draw_rows(canvas, numbered, (MARGIN, top), (STEP, width - BESIDE - GAP))
    _draw_rule(canvas, paper.width - MARGIN - BESIDE, top)
    for place, shown in enumerate(sides[:2]):
        _draw_side(canvas, shown, MARGIN + place * (half + GAP), half)


def _draw_head(canvas: Canvas, job: ImposeJob, paper: Paper) -> float:
    """Draw what is printed and for whom, and return where the rest begins, in millimetres."""
    left, right = MARGIN * mm, (paper.width - MARGIN) * mm
    top = paper.height - MARGIN - 8
    canvas.setFont(BOLD, TITLE)
    canvas.drawString(left, top * mm, "Print ticket")
    canvas.setFont(BOLD, fitting(job.edition.name, BOLD, NAME, right - left))
    canvas.drawString(left, (top - 10) * mm, job.edition.name)
    canvas.setFont(REGULAR, TEXT)
    canvas.drawString(left, (top - 16) * mm, f"version {job.version} · {job.date}")
    canvas.setFont(BOLD, NAME)
    canvas.drawString(left, (top - 25) * mm, f"Copies: {BLANK}")
    canvas.drawString(left + CONTACT * mm, (top - 25) * mm, f"Contact: {BLANK * 2}")
    canvas.setLineWidth(THICK)
    canvas.line(left, (top - 30) * mm, right, (top - 30) * mm)
    return top - 37


def _draw_rows(
    canvas: Canvas, rows: Rows, start: tuple[float, float], widths: tuple[float, float]
) -> float:
    """Draw labels with their texts from (x, y) down, and return the y of the end."""
    (x, y), (indent, width) = start, widths
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


def _draw_side(canvas: Canvas, side: Side, x: float, room: float) -> None:
    """Draw a side to scale above the lower margin, with what each panel holds."""
    scale = min(room / side.width, DRAWING / side.height)
    width, height = side.width * scale, side.height * scale
    canvas.saveState()
    canvas.translate(x * mm, (MARGIN + CAPTION) * mm)
    canvas.setFont(BOLD, TEXT)
    canvas.drawString(0, (height + 3) * mm, _caption(side))
    canvas.setLineWidth(THICK)
    canvas.rect(0, 0, width * mm, height * mm)
    for panel in side.panels:
        _draw_panel(canvas, side, panel, scale)
    _draw_folds(canvas, side, scale)
    canvas.restoreState()


def _caption(side: Side) -> str:
    name = side.name.capitalize()
    if side.sheets == 1:
        return name
    return f"{name}, outermost of {side.sheets}" if folds_of(side) else f"{name}, sheet 1"


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
    if panel.page == 1 and folds_of(side):
        yield "front cover"
    if is_flap(side, panel):
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
