"""How colours are said on press sheets, and which inks print them."""

from collections.abc import Iterable
from dataclasses import dataclass

RGB_SPACE = "RGB"
"""Stands among the plates for colours that the print shop turns to its own inks."""

PROCESS = ("Cyan", "Magenta", "Yellow", "Black")
"""The inks of every press, as a PDF names them."""

LETTERS = ("C", "M", "Y", "K")
"""What their plates are called here, and by printers."""


@dataclass(frozen=True)
class Spot:
    """An ink of its own: the name that the print shop knows, and what stands in for it."""

    name: str
    cmyk: tuple[float, float, float, float]  # in percent


@dataclass(frozen=True)
class Inks:
    """What press sheets may say colours in."""

    cmyk: bool = False  # no RGB, and no spot
    spot: Spot | None = None  # of the brand
    brand: tuple[str, ...] = ()  # "#rrggbb", what stands for its colour

    @property
    def plates(self) -> frozenset[str]:
        """The plates that may come of it."""
        if self.cmyk:
            return frozenset(LETTERS)
        return frozenset((*LETTERS, RGB_SPACE, *([self.spot.name] if self.spot else [])))


def in_order(plates: Iterable[str]) -> tuple[str, ...]:
    """Return plates as printers list them: process inks, RGB, spots by name."""
    known = (*LETTERS, RGB_SPACE)
    return tuple(sorted(plates, key=lambda each: (*known, each).index(each)))
