"""Whether the PDF uses the fonts that its style names, and none put in their place."""

from collections.abc import Iterator, Sequence

from plainleaf.errors import Fault
from plainleaf.model import Facts, Promise

NOTO = "Noto "
MOST = 4  # families that are told one by one


def check_font_family(facts: Facts, promise: Promise | None) -> Iterator[Fault]:
    """Report each family that the style does not name."""
    if promise is None:
        return
    for family in sorted({font.family for font in facts.fonts} - set(promise.families)):
        message = f"the font {family!r} stands in for one that the style names."
        hint = _hint(promise.families, family)
        yield Fault("pdf-font-family", message, hint)


def _hint(named: Sequence[str], family: str) -> str:
    """Return what helps: a font that is not of Noto is not used, though it may be installed."""
    if others := [each for each in named if not each.startswith(NOTO)]:
        return f"Only Noto fonts are used: in the style name one in place of {', '.join(others)}."
    lacking = f"none of its {len(named)} families has"
    if len(named) <= MOST:
        lacking = f"{', '.join(named)} lacks"
    more = f"if none is, name {family} too in the style, for letters that {lacking}"
    return f"Run 'plainleaf doctor', which names fonts that are missing; {more}."
