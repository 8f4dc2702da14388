"""The foot of a proof: what is decided, and by whom."""

from plainleaf.author.proof.block import Block
from plainleaf.author.proof.grid import left, span
from plainleaf.author.proof.pen import SMALL, STRONG, Pen

BOX, BOX_STEP = 4.4, 7.6
"""Millimetres: a box to tick, and from one to the next."""

ANSWERS = ("Approved", "Changes wanted")
FIELDS = (("Name and signature", 4, 4), ("Date", 8, 4))
"""Label, first column, columns."""

LINE, LABEL, BELOW = 10.6, 14.2, 0.8
"""Millimetres: the line to write on, its label's baseline, and how deep letters go below it."""


def approval(width: float) -> Block:
    """Return two boxes to tick, and lines to write on."""

    def draw(pen: Pen, x: float, y: float) -> None:
        for number, answer in enumerate(ANSWERS):
            top = y + number * BOX_STEP
            pen.frame(x, top, BOX, BOX, dash=False)
            pen.text(x + BOX + 2.4, top + BOX - 1.1, answer, STRONG)
        for label, column, columns in FIELDS:
            place = x + left(column, width)
            pen.line(place, y + LINE, span(columns, width))
            pen.text(place, y + LABEL, label, SMALL)

    return Block(LABEL + BELOW, draw)
