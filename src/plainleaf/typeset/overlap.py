"""Pieces → findings where one stands on another, so that neither can be read."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from plainleaf.errors import Fault
from plainleaf.typeset.pieces import Piece, shortened

CORE = 0.5
"""Of the type's size: how far the bodies of letters reach up from their line."""

SLACK = 0.15
"""Of the smaller core: what may be shared, each way."""


@dataclass(frozen=True)
class Core:
    """Where a piece is inked most, in CSS pixels."""

    piece: Piece
    left: float
    top: float
    right: float
    bottom: float

    def covers(self, other: "Core") -> bool:
        """Whether both share more than nothing."""
        shared = (
            min(self.right, other.right) - max(self.left, other.left),
            min(self.bottom, other.bottom) - max(self.top, other.top),
        )
        height = min(self.bottom - self.top, other.bottom - other.top)
        return min(shared) > SLACK * height


def check_overlap(pieces: Sequence[Piece]) -> Iterator[Fault]:
    """Report the first two pieces of each page that stand on each other."""
    for page, of_page in groupby(pieces, lambda piece: piece.page):
        cores = sorted(
            (core_of(piece) for piece in of_page if _is_drawn(piece)), key=lambda core: core.top
        )
        if found := next(_pairs(cores), None):
            words, others = (shortened(each.piece.text) or "a slot" for each in found)
            message = f"a style sets {words!r} and {others!r} over each other."
            hint = "Give both their room: look at margins, heights and positions."
            yield Fault("overlap", message, hint, page=page)


def _is_drawn(piece: Piece) -> bool:
    return not piece.is_gone and (bool(piece.text.strip()) or piece.slot is not None)


def core_of(piece: Piece) -> Core:
    """Return the body of a line's letters, or the room of a slot."""
    box = piece.box
    if not piece.text:
        left, top = box.content_box_x(), box.content_box_y()
        return Core(piece, left, top, left + box.width, top + box.height)
    line = box.position_y + box.baseline
    top = line - CORE * box.style["font_size"]
    return Core(piece, box.position_x, top, box.position_x + box.width, line)


def _pairs(cores: Sequence[Core]) -> Iterator[tuple[Core, Core]]:
    for place, core in enumerate(cores):
        for other in cores[place + 1 :]:
            if other.top >= core.bottom:
                break
            if core.covers(other):
                yield core, other
