"""Sheet → whether its text seems too long for its fold, told from its letters alone.

A guess: which step of tightness is laid out first depends on it, and nothing else.
"""

from unicodedata import east_asian_width

from plainleaf.model import Sheet

DENSEST = 0.04
"""Letters on a square millimetre of panels, above which no text has been seen to fit."""

WIDE = frozenset("FW")
"""Letters of East Asia, that take the room of two."""


def seems_long(sheet: Sheet) -> bool:
    """Whether a text is denser than any that fits; its back is left out of it."""
    fold, paper = sheet.fold, sheet.edition.paper
    if not fold or not fold.pages or not sheet.format.steps:
        return False
    back = set(sheet.handout.sources)
    units = [unit.id for unit in sheet.printed_units if unit not in back]
    letters = sum(_room(voice.phrases[unit].plain) for voice in sheet.voices for unit in units)
    panels = (fold.pages - 1) * max(fold.widths(paper)) * fold.height(paper)
    return letters > DENSEST * panels


def _room(text: str) -> int:
    return sum(2 if east_asian_width(letter) in WIDE else 1 for letter in text)
