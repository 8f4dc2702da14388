"""Laid-out pages → the text, slots and pictures on them, each with what is around it."""

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from plainleaf.typeset.engine.boxes import (
    LineBox,
    MarginBox,
    ReplacedBox,
    TextBox,
    page_box,
    unwrapped,
)
from plainleaf.typeset.engine.slots import Opening

LEAST_SIZE = 1e-6
"""CSS pixels: the engine draws no smaller letters."""

HYPHENS = "-\u2010\u2011"
"""They may come or go where lines break."""

MOST_SAID = 60


@dataclass(frozen=True)
class Piece:
    """A stretch of text in one line, a slot or a picture; an element of None is the page."""

    page: int  # from 1
    box: Any
    element: Any
    text: str  # of a stretch of text only
    is_generated: bool = False  # by a style
    in_margin: bool = False  # of the page
    is_turned: bool = False  # or moved, or made smaller, after it was laid out
    is_reordered: bool = False
    is_cut: bool = False  # by round corners, or with a sign for what does not fit its line
    is_gone: bool = False  # it is not drawn
    opacity: float = 1.0

    @property
    def style(self) -> Mapping[str, Any]:
        """How it is set."""
        style: Mapping[str, Any] = self.box.style
        return style

    @property
    def slot(self) -> tuple[str, str] | None:
        """The slot's name and language, if it is one."""
        image = getattr(self.box, "replacement", None)
        return (image.name, image.language) if isinstance(image, Opening) else None

    @property
    def is_picture(self) -> bool:
        """Whether it is a picture, of the text or of a style."""
        return isinstance(self.box, ReplacedBox) and not self.slot


def pieces_of(document: Any) -> tuple[Piece, ...]:
    """Return the pieces of all pages, in the order of the text."""
    return tuple(
        piece
        for number, page in enumerate(document.pages, start=1)
        for piece in _pieces(page_box(page), Piece(number, None, None, ""))
    )


def _pieces(box: Any, around: Piece) -> Iterator[Piece]:
    box = unwrapped(box)
    matrix = box.transformation_matrix
    here = replace(
        around,
        box=box,
        element=box.element,
        in_margin=around.in_margin or isinstance(box, MarginBox),
        is_turned=around.is_turned or matrix is not None,
        is_reordered=around.is_reordered or _reorders(box.style),
        is_cut=around.is_cut or _cuts(box),
        is_gone=around.is_gone or (matrix is not None and not matrix.determinant),
        opacity=around.opacity * box.style["opacity"],
    )
    if isinstance(box, TextBox):
        yield _text(here)
    elif isinstance(box, ReplacedBox):
        size = min(box.width, box.height)
        yield replace(here, is_gone=here.is_gone or not _is_visible(box) or size <= 0)
    for child in getattr(box, "children", ()):
        yield from _pieces(child, here)


def _text(piece: Piece) -> Piece:
    box = piece.box
    part = (box.element_tag or "::").partition("::")
    return replace(
        piece,
        text=box.text,
        is_generated=bool(part[1]) and part[2] != "first-letter",
        is_gone=piece.is_gone or not _is_visible(box) or box.style["font_size"] < LEAST_SIZE,
    )


def _reorders(style: Mapping[str, Any]) -> bool:
    is_turned_round = "reverse" in f"{style['flex_direction']} {style['flex_wrap']}"
    return is_turned_round or style["order"] != 0


def _cuts(box: Any) -> bool:
    """Whether a box may cut off what is in it where a clip's box does not tell."""
    if isinstance(box, LineBox):
        return (box.text_overflow, box.block_ellipsis) != ("clip", "none")
    return box.style["overflow"] != "visible" and any(map(any, _radii(box)))


def _radii(box: Any) -> Iterator[tuple[float, float]]:
    for corner in ("top_left", "top_right", "bottom_right", "bottom_left"):
        yield getattr(box, f"border_{corner}_radius", (0, 0))


def _is_visible(box: Any) -> bool:
    return bool(box.style["visibility"] == "visible")


def bare(text: str) -> str:
    """Return text without what a line may change of it: spaces, hyphens, invisible signs."""
    return "".join(filter(_stays, text))


@cache
def _stays(letter: str) -> bool:
    is_lost = letter.isspace() or letter in HYPHENS or unicodedata.category(letter) == "Cf"
    return not is_lost


def words_of(element: Any) -> Iterator[str]:
    """Yield an element's own text, that of the elements within left out."""
    yield element.text or ""
    for child in element:
        yield child.tail or ""


def shortened(text: str) -> str:
    """Return the beginning of a text in one line, for a message."""
    line = " ".join(text.split())
    return line if len(line) <= MOST_SAID else line[: MOST_SAID - 1].rstrip() + "…"
