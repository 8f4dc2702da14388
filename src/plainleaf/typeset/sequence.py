"""Pieces → findings where what comes later in the text stands above what comes before."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from plainleaf.errors import Fault
from plainleaf.typeset.overlap import Core, core_of
from plainleaf.typeset.pieces import Piece, shortened


def check_sequence(pieces: Sequence[Piece]) -> Iterator[Fault]:
    """Report the first text of each page that a style sets above the one before it."""
    told = set()
    read = [piece for piece in pieces if piece.text.strip() and not piece.is_gone]
    for before, after in pairwise(p for p in read if not (p.in_margin or p.is_generated)):
        if before.page != after.page or before.page in told:
            continue
        if _is_above(core_of(after), core_of(before)):
            told.add(before.page)
            words, others = shortened(after.text), shortened(before.text)
            message = f"a style sets {words!r} above {others!r}, which comes before it."
            hint = "Let the text flow as it is read."
            yield Fault("text-order", message, hint, page=before.page)


def _is_above(one: Core, other: Core) -> bool:
    """Whether one stands above the other; beside it is another column."""
    return one.bottom <= other.top and min(one.right, other.right) > max(one.left, other.left)
