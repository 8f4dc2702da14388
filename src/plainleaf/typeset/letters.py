"""A block's operators → whether they say its words, in fonts that its style names."""

import unicodedata
from collections.abc import Mapping
from typing import Any

from plainleaf.checks.facts.content import Budget, Decoder, Scope, read_content
from plainleaf.typeset.families import families_of

MARKED = b"/P <</MCID 0>> BDC\n%s\nEMC"
HYPHENS = "-\u2010\u2011"
SELECTORS = "\ufe0e\ufe0f"
"""What chooses how a sign looks, as in ⚠️: it has no glyph."""


class _Fonts(Scope):
    """Fonts of the engine, by the names that its pages give them."""

    def __init__(self, fonts: Mapping[bytes, Any]) -> None:
        self._fonts = fonts
        self.families: set[str] = set()

    def font(self, name: bytes) -> Decoder | None:
        font = self._fonts[name]
        self.families.add(font.family)
        return Decoder(font.family, 2, font.to_unicode, frozenset())

    def form(self, name: bytes) -> tuple[bytes, Scope] | None:
        return None

    def properties(self, name: bytes) -> bytes:
        return b""


class OtherWordsError(ValueError):
    """Glyphs do not say what they shall, or not in a font that they may have."""


def families_shown(
    content: bytes, fonts: Mapping[bytes, Any], text: str, style: str
) -> tuple[str, ...]:
    """Return the families of the glyphs that say a text; raise OtherWordsError unless they do.

    Their order is not asked: it is that of the eye, from left to right.
    """
    scope = _Fonts(fonts)
    shown = "".join(read_content(MARKED % content, scope, Budget()).texts[0])
    if strange := scope.families - set(families_of(style)):
        raise OtherWordsError(f"only the font {min(strange)!r} has its letters")
    if _letters(shown) != _letters(text):
        raise OtherWordsError(f"words were lost of {text[:80]!r}")
    return tuple(sorted(scope.families))


def _letters(text: str) -> list[str]:
    """Return letters as they compare, in no order."""
    kept = (c for c in unicodedata.normalize("NFKC", text) if unicodedata.category(c) != "Cf")
    return sorted(c for c in kept if not (c.isspace() or c in HYPHENS or c in SELECTORS))
