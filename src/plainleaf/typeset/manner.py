"""Pieces → findings in how a style sets them: turned, torn apart, struck out, overprinted."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from plainleaf.errors import Fault
from plainleaf.model import CODE
from plainleaf.typeset.pieces import Piece, shortened

LETTER_SPACING = (-0.03, 0.15)
WORD_SPACING = (-0.1, 1.0)
"""Of the type's size: how far letters, and words, may be moved apart at the least and the most."""

FEATURES = frozenset({"ss04", "kern", "liga", "clig", "calt", "locl", "lnum", "tnum", "pnum"})
"""Of fonts: they turn no letter or digit into another, or into a small one."""

NUMERIC = frozenset({"lining-nums", "tabular-nums", "proportional-nums"})

PLAIN = ("normal", "normal")

HINT = "Take it out of the styles, or let it be about what holds no text."

Style = Mapping[str, Any]
Voice = tuple[str, str | None]
"""A direction and a language."""


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
        lambda style: _within(style["letter_spacing"], style["font_size"], LETTER_SPACING)
    ),
    "word-spacing tears it or sets words over each other": (
        lambda style: _within(style["word_spacing"] or "normal", style["font_size"], WORD_SPACING)
    ),
    "text-decoration strikes it out": (
        lambda style: "line-through" not in style["text_decoration_line"]
    ),
    "font-stretch or font-variation-settings narrows its letters": (
        lambda style: (style["font_stretch"], style["font_variation_settings"]) == PLAIN
    ),
    "a feature of the font changes its letters": _has_plain_features,
}
"""What a style must not do to a text, and whether it does not."""


def check_manner(root: Any, pieces: Sequence[Piece]) -> Iterator[Fault]:
    """Report what is done to text that may change what it says, each once."""
    voices = _voices(root)
    told = set()
    for piece in pieces:
        for fault in _faults(piece, voices):
            if fault not in told:
                told.add(fault)
                words = f"the text {shortened(piece.text)!r}" if piece.text else "a slot"
                message = f"{words} is not safe to read: {fault}."
                yield Fault("unsafe-style", message, HINT, page=piece.page)


def _faults(piece: Piece, voices: Mapping[Any, Voice]) -> Iterator[str]:
    if not piece.text.strip() and not piece.slot:
        return
    yield from (fault for fault, is_allowed in ALLOWED.items() if not is_allowed(piece.style))
    if piece.is_cut:
        yield "text-overflow, block-ellipsis or round corners may cut it off"
    if piece.is_turned:
        yield "transform moves, turns or scales it"
    if piece.is_reordered and (piece.slot is None or piece.slot[0] != CODE):
        yield "order or a reversed direction changes its place"
    style = piece.style
    if (style["direction"], style["lang"]) != voices.get(
        piece.element, (style["direction"], style["lang"])
    ):
        yield "direction or lang is not that of its words"


def _voices(root: Any) -> Mapping[Any, Voice]:
    """Return the direction and language that the templates give each element."""
    found: dict[Any, Voice] = {}

    def note(element: Any, around: Voice) -> None:
        found[element] = (element.get("dir", around[0]), element.get("lang", around[1]))
        for child in element:
            note(child, found[element])

    note(root, ("ltr", None))
    return found
