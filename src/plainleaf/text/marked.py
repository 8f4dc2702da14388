"""Plain text → where its figures with signs, spaces or a month's name stand."""

import re
from typing import NamedTuple

from plainleaf.text.figures import marked_figures
from plainleaf.text.joined import BEGINS, Stretch
from plainleaf.text.numbers import FRACTION, GROUPED, in_ascii

SPACED = re.compile(rf"{BEGINS}(?<!\.){GROUPED}|{FRACTION}")
"""Numbers that may hold a space."""

FREE = frozenset({"url", "email", "placeholder"})
"""Kinds of figures that are long and have places of their own where a line may end."""


class Marked(NamedTuple):
    """Where figures stand: those that no line divides, and those that it may."""

    whole: tuple[Stretch, ...] = ()
    free: tuple[Stretch, ...] = ()


def figures_in(text: str, language: str = "") -> Marked:
    """Return where a text's figures stand that are more than signs without a space."""
    if not any(map(str.isnumeric, text)):
        return Marked()
    numbers = (Stretch(*found.span()) for found in SPACED.finditer(in_ascii(text)))
    figures = marked_figures(text, language)
    free = tuple(Stretch(each.start, each.end) for each in figures if each.kind in FREE)
    whole = (Stretch(each.start, each.end) for each in figures if each.kind not in FREE)
    return Marked((*whole, *numbers), free)
