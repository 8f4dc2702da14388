"""Whether each character has a glyph: a missing one prints as an empty box."""

from collections.abc import Iterator

from plainleaf.errors import Fault
from plainleaf.model import Facts, Promise


def check_notdef(facts: Facts, promise: Promise | None) -> Iterator[Fault]:
    """Report each font that shows the box for a missing glyph, once a page."""
    missing = sorted({(page, font.family) for font in facts.fonts for page in font.notdef})
    for page, family in missing:
        message = f"the font {family!r} lacks a character and prints a box for it."
        hint = "Name a Noto font in the style that has it, or write it otherwise."
        yield Fault("pdf-notdef", message, hint, page=page)
