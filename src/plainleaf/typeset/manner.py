"""Pieces → findings in how a style sets them: turned, torn apart, struck out, overprinted."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from plainleaf.errors import Finding
from plainleaf.typeset.pieces import Piece, shortened

LETTERS = (-0.03, 0.15)
WORDS = (-0.1, 1.0)
"""Of the type's size: how far letters, and words, may be moved apart at the least and the most."""

FEATURES = frozenset({"ss04", "kern", "liga", "clig", "calt", "locl", "lnum", "tnum", "pnum"})
"""Of fonts: they turn no letter or digit into another, or into a small one."""

NUMERIC = frozenset({"lining-nums", "tabular-nums", "proportional-nums"})

HINT = "Take it out of the styles, or let it be about what holds no text."

Style = Mapping[str, Any]


def _within(value: Any, size: float, limits: tuple[float, float]) -> bool:
    return value == "normal" or bool(limits[0] <= value / size <= limits[1])


def _has_plain_features(style: Style) -> bool:
    features = style["font_feature_settings"]
    numeric = style["font_variant_numeric"]
    return (
        (features == "normal" or {name for name, _ in features} <= FEATURES)
        and (numeric == "normal" or set(numeric) <= NUMERIC)
        and style["font_variant_position"] == "normal"
        and style["font_variant_caps"] == "normal"
        and style["font_variant_alternates"] == "normal"
    )


ALLOWED: Mapping[str, Callable[[Style], bool]] = {
    "letter-spacing tears it or sets letters over each other": (
        lambda style: _within(style["letter_spacing"], style["font_size"], LETTERS)
    ),
    "word-spacing tears it or sets words over each other": (
        lambda style: _within(style["word_spacing"] or "normal", style["font_size"], WORDS)
    ),
    "text-decoration strikes it out": (
        lambda style: "line-through" not in style["text_decoration_line"]
    ),
    "a feature of the font changes its letters": _has_plain_features,
}
"""What a style must not do to a text, and whether it does not."""


def check_manner(root: Any, pieces: Sequence[Piece]) -> Iterator[Finding]:
    """Report what is done to text that may change what it says, each once."""
    directions = _directions(root)
    told = set()
    for piece in pieces:
        for fault in _faults(piece, directions):
            if fault not in told:
                told.add(fault)
                words = f"the text {shortened(piece.text)!r}" if piece.text else "a slot"
                message = f"{words} is not safe to read: {fault}."
                yield Finding("", None, "unsafe-style", message, HINT, page=piece.page)


def _faults(piece: Piece, directions: Mapping[Any, str]) -> Iterator[str]:
    if piece.text and not piece.text.strip():
        return
    yield from (fault for fault, is_allowed in ALLOWED.items() if not is_allowed(piece.style))
    if piece.is_cut:
        yield "text-overflow, block-ellipsis or round corners may cut it off"
    if piece.is_turned:
        yield "transform moves, turns or scales it"
    if piece.style["direction"] != directions.get(piece.element, piece.style["direction"]):
        yield "direction is not that of its language"


def _directions(root: Any) -> Mapping[Any, str]:
    """Return the direction that the templates give each element."""
    found: dict[Any, str] = {}

    def note(element: Any, around: str) -> None:
        found[element] = element.get("dir", around)
        for child in element:
            note(child, found[element])

    note(root, "ltr")
    return found
