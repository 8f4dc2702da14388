"""Whether the PDF carries its fonts, so that it looks the same everywhere."""

from collections.abc import Iterator

from plainleaf.errors import Fault
from plainleaf.model import Facts, Promise


def check_fonts_embedded(facts: Facts, promise: Promise | None) -> Iterator[Fault]:
    """Report each font that is not in the file."""
    for family in sorted({font.family for font in facts.fonts if not font.embedded}):
        message = f"the font {family!r} is not embedded."
        hint = "Make the PDF again with its fonts embedded."
        yield Fault("pdf-fonts-embedded", message, hint)
