"""ProofSheet → a PDF of one page that a communications office signs. It reads nothing."""

from plainleaf.author.proof.approval import approval
from plainleaf.author.proof.block import ABOVE, FRAME, Block, section, stack, words
from plainleaf.author.proof.grid import GAP, MARGIN, left, span
from plainleaf.author.proof.leaves import leaves
from plainleaf.author.proof.logos import logos
from plainleaf.author.proof.panels import colors, contacts, notes, texts
from plainleaf.author.proof.pen import HAIR, LONG_TITLE, SMALL, TITLE, Pen, broken, is_plain
from plainleaf.author.proof.sheet import DPI, Pages, ProofSheet
from plainleaf.impose.canvas import Canvas, paint
from plainleaf.model import PAPERS

__all__ = ["DPI", "Pages", "ProofSheet", "proof"]

INTRODUCTION = (
    "How the brand is printed. Compare it with your own rules, mark what is wrong, and sign below."
)
RULE, TICK = 50, 1.6
"""Millimetres: the line that proves the scale, and its ticks, one a centimetre."""

SCALE = "At 100 % this line measures 50 mm"
LOGOS, NOTES = 66.0, 42.0
"""Millimetres that are kept for the logos, and at most for what was found."""


def proof(sheet: ProofSheet) -> bytes:
    """Return the proof; the same sheet gives the same bytes."""
    return paint([lambda canvas: _draw(canvas, sheet)], [PAPERS[sheet.paper]], 0, sheet.fonts)


def _draw(canvas: Canvas, sheet: ProofSheet) -> None:
    _describe(canvas, sheet)
    paper = PAPERS[sheet.paper]
    pen = Pen(canvas, paper.height, sheet.text_pictures)
    width = paper.width - 2 * MARGIN
    end = section("Approval", approval(width), width)
    head = _head(pen, sheet, width)
    top, foot = MARGIN + head.height + GAP, paper.height - MARGIN - end.height
    room = foot - top - 2 * GAP - FRAME
    heading, shown = logos(pen, sheet, width, max(LOGOS, room - _facts_height(pen, sheet, width)))
    head.draw(pen, MARGIN, MARGIN)
    section(heading, shown, width).draw(pen, MARGIN, top)
    _draw_rule(pen, MARGIN + width, top + ABOVE)
    below = top + FRAME + shown.height + GAP
    _draw_facts(pen, sheet, width, below, foot - GAP)
    _draw_print(pen, sheet, width, below, foot - GAP)
    end.draw(pen, MARGIN, foot)


def _describe(canvas: Canvas, sheet: ProofSheet) -> None:
    canvas.setTitle(f"Proof: {sheet.brand.title}")
    canvas.setAuthor(sheet.brand.title)
    canvas.setCreator("plainleaf")
    canvas.setPageCompression(1)
    canvas.setViewerPreference("DisplayDocTitle", "true")
    canvas.setViewerPreference("PrintScaling", "None")


def _head(pen: Pen, sheet: ProofSheet, width: float) -> Block:
    """Return the title, on one line where it fits."""
    title = f"Proof: {sheet.brand.title}"
    style = TITLE if len(broken(title, TITLE, width)) == 1 else LONG_TITLE
    name = [words(pen, title, style, width, 3)]
    if not is_plain(title):
        name = [words(pen, "Proof:", TITLE, width), words(pen, sheet.brand.title, TITLE, width)]
    return stack([*name, words(pen, INTRODUCTION, SMALL, width)], 1)


def _draw_rule(pen: Pen, right: float, y: float) -> None:
    """Draw a line of known length beside the heading of what is shown in its size."""
    pen.line(right - RULE, y, RULE, HAIR)
    for place in range(0, RULE + 1, 10):
        pen.tick(right - place, y, TICK)
    pen.text(right - RULE - 48, y, SCALE, SMALL)


def _facts_height(pen: Pen, sheet: ProofSheet, width: float) -> float:
    """Return what is needed to tell all of the brand."""
    third = span(4, width)
    upper = max(colors(pen, sheet, third).height, texts(pen, sheet, third).height)
    return upper + contacts(pen, sheet, third, pen.height).height + 2 * FRAME + GAP


def _draw_facts(pen: Pen, sheet: ProofSheet, width: float, top: float, end: float) -> None:
    """Draw what the brand says of itself, in two thirds of the page."""
    third = span(4, width)
    paints, told = colors(pen, sheet, third), texts(pen, sheet, third)
    section("Colours", paints, third).draw(pen, MARGIN, top)
    section("Words", told, third).draw(pen, MARGIN + left(4, width), top)
    y = top + FRAME + max(paints.height, told.height) + GAP
    cards = contacts(pen, sheet, third, end - y - FRAME)
    section("Contact", cards, span(8, width)).draw(pen, MARGIN, y)


def _draw_print(pen: Pen, sheet: ProofSheet, width: float, top: float, end: float) -> None:
    """Draw how it looks on a handout and what was found, in the other third."""
    x, third = MARGIN + left(8, width), span(4, width)
    found = notes(pen, sheet, third, NOTES)
    pages = leaves(pen, sheet, third, end - top - found.height - 2 * FRAME - GAP)
    section("Handout", pages, third).draw(pen, x, top)
    section("Findings", found, third).draw(pen, x, top + FRAME + pages.height + GAP)
