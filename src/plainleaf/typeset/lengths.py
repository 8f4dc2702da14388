"""Laid-out pages → how long their text is, in millimetres: whole, by part, at the least."""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from plainleaf.model import MILLIMETRE
from plainleaf.typeset.engine.boxes import page_box
from plainleaf.typeset.floor import named_floor

POINT = 96 / 72  # CSS pixels
BREAKS = frozenset({"always", "left", "page", "recto", "right", "verso"})


class Piece(NamedTuple):
    """What takes room on a page, in CSS pixels."""

    top: float
    bottom: float
    size: float  # of its type; 0 for a frame
    part: str  # id of the nearest element around it that has one
    is_first: bool  # that element begins a page


def length_of(page: Any) -> float:
    """Return how far down a page its text goes."""
    top = _top(page)
    return max((piece.bottom - top for piece in _pieces(page)), default=0.0) / MILLIMETRE


def height_of(page: Any) -> float:
    """Return how long its text may be."""
    height: float = page_box(page).height
    return height / MILLIMETRE


def stretches_of(pages: Sequence[Any]) -> list[dict[str, float]]:
    """Return the length of each part, by the id that it begins with; before any, by "".

    A part that is told to begin a page begins a stretch.
    """
    stretches, seen, name = [{"": 0.0}], {""}, ""
    for page in pages:
        end = _top(page)
        for piece in _pieces(page):
            if piece.part not in seen:  # else it goes on, on another page
                name = piece.part
                seen.add(name)
                stretches += [{}] if piece.is_first else []
                stretches[-1][name] = 0.0
            stretches[-1][name] += max(piece.bottom - end, 0.0) / MILLIMETRE
            end = max(end, piece.bottom)
    return stretches


def shortest(pages: Sequence[Any]) -> float:
    """Return the least length of a text: at the least size of type, and without a gap."""
    floor = (named_floor(pages) or 0.0) * POINT
    length = 0.0
    for page in pages:
        end = _top(page)
        for piece in sorted(piece for piece in _pieces(page) if piece.size):
            taken = max(piece.bottom - max(end, piece.top), 0.0)
            length += taken * min(floor / piece.size, 1.0) ** 2
            end = max(end, piece.bottom)
    return length / MILLIMETRE


def _top(page: Any) -> float:
    top: float = page_box(page).content_box_y()
    return top


def _pieces(page: Any) -> Iterator[Piece]:
    yield from _pieces_of(page_box(page).children[0], "", False)


def _pieces_of(box: Any, part: str, is_first: bool) -> Iterator[Piece]:
    children = getattr(box, "children", ())
    if box.element is not None and box.element.get("id", part) != part:
        part, is_first = box.element.get("id"), box.style["break_before"] in BREAKS
    # A box around others may be stretched to the page's foot; a frame ends where it is drawn.
    if not children or box.border_bottom_width:
        top, height = box.border_box_y(), box.border_height()
        size = 0.0 if children else box.style["font_size"]
        yield Piece(top, top + height, size, part, is_first)
    for child in children:
        yield from _pieces_of(child, part, is_first)
