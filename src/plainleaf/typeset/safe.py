"""Laid-out pages × what the sheet says → all that a style takes from its reader."""

from collections.abc import Sequence
from typing import Any

from plainleaf.errors import Fault
from plainleaf.typeset.floor import check_floor
from plainleaf.typeset.generated import check_bookmarks, check_generated
from plainleaf.typeset.kept import LEAST_PICTURE, Wanted, check_pictures, check_slots, check_texts
from plainleaf.typeset.manner import check_manner
from plainleaf.typeset.overlap import check_overlap
from plainleaf.typeset.pieces import pieces_of
from plainleaf.typeset.sequence import check_sequence


def unsafe(root: Any, document: Any, size: str, wanted: Sequence[Wanted]) -> tuple[Fault, ...]:
    """Return what is wrong; `root` is the HTML that was laid out."""
    pieces, pages = pieces_of(document), len(document.pages)
    least = LEAST_PICTURE if size else 0  # a page of no size shows logos as small as they print
    return (
        *check_floor(document, size),
        *check_slots(root, pieces, wanted, least),
        *check_texts(root, pieces, pages),
        *check_pictures(root, pieces),
        *check_generated(root, pieces, pages),
        *check_bookmarks(root, document),
        *check_manner(root, pieces),
        *check_overlap(pieces),
        *check_sequence(pieces),
    )
