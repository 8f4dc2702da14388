"""Whether the PDF uses the fonts that its style names, and none put in their place."""

from collections.abc import Iterator

from plainleaf.errors import Finding
from plainleaf.model import Facts, Promise


def check_font_family(facts: Facts, promise: Promise | None) -> Iterator[Finding]:
    """Report each family that the style does not name."""
    if promise is None:
        return
    for family in sorted({font.family for font in facts.fonts} - set(promise.families)):
        message = f"the font {family!r} stands in for one that the style names."
        hint = f"Install the named fonts ({', '.join(promise.families)}), or name this one."
        yield Finding("", None, "pdf-font-family", message, hint)
