"""Each letter and sign is in a font that prints it: another would stand in, or an empty box."""

import unicodedata
from collections.abc import Iterator, Mapping, Sequence

from plainleaf.errors import Finding
from plainleaf.model import Edition, Library
from plainleaf.text.localize import FIXED_WORDS
from plainleaf.text.markdown import inline_text

WRITE: Mapping[str, str] = {
    "✅": "✓",
    "❌": "✗",
    "❎": "✗",
    "🌟": "★",
    "📞": "☎",
    "📱": "☎",
    "📲": "☎",
    "📧": "✉",
    "🚨": "⚠",
    "🛑": "⚠",
    "🚫": "✗",
    "🔴": "●",
    "🔵": "●",
    "➕": "+",
    "➖": "−",
    "➗": "÷",
    "🔜": "→",
    "\u20e3": "①",
}
"""What can be printed in the place of a sign that cannot."""

KINDS: Mapping[str, str] = {
    "Co": "type it anew: it is of one program's own font, as bullets copied from Word are",
    "Cn": "type it anew, or delete it",
    "So": "say it in words",
    "Sk": "delete it: it only colours the sign before it",
}
"""What to do, by the category of a sign."""

OTHERWISE = "write it otherwise, unless Debian's fonts-noto-core or fonts-noto-cjk is missing"

MOST = 5  # letters of one text that are named


def check_letters(library: Library, editions: Sequence[Edition]) -> Iterator[Finding]:
    """Report each text with letters that no font here prints."""
    if not library.lacking:
        return
    for path, line, field, text in (
        *_of_handouts(library),
        *_of_catalogues(library, editions),
        *_of_words(library),
        *_of_brands(library),
    ):
        if letters := list(dict.fromkeys(c for c in text if c in library.lacking)):
            it = "it" if len(letters) == 1 else "them"
            message = f"{_named(letters)} cannot be printed: no font here has {it}."
            yield Finding(path, line, "letters", message, _hint(letters), field=field)


Place = tuple[str, int | None, str | None, str]
"""File, line and field of a text."""


def _of_handouts(library: Library) -> Iterator[Place]:
    for handout in library.handouts.values():
        yield handout.path, None, "publisher", handout.publisher
        for unit in handout.printed_units:
            if not library.lacking.isdisjoint(inline_text(unit.text)):
                yield handout.path, unit.line, None, unit.text


def _of_catalogues(library: Library, editions: Sequence[Edition]) -> Iterator[Place]:
    for handout, catalogue in library.translated(editions):
        for unit in filter(catalogue.current, handout.printed_units):
            said = catalogue.messages[unit.id]
            yield catalogue.path, said.line, None, said.text


def _of_words(library: Library) -> Iterator[Place]:
    for words in library.fixed_words:
        yield FIXED_WORDS, None, None, words
    for catalogue in library.words.values():
        for message in catalogue.messages.values():
            yield catalogue.path, message.line, None, message.text


def _of_brands(library: Library) -> Iterator[Place]:
    for brand in library.brands.values():
        for field, _, text in brand.texts:
            yield brand.path, None, field, text


def _named(letters: Sequence[str]) -> str:
    shown = [f"{_shown(letter)} ({_name(letter)})" for letter in letters[:MOST]]
    rest = len(letters) - MOST
    return ", ".join(shown) + (f" and {rest} more" if rest > 0 else "")


def _shown(letter: str) -> str:
    """Return a letter in quotes; a mark stands on a circle, as it would on the quote."""
    return repr("◌" * bool(unicodedata.category(letter).startswith("M")) + letter)


def _name(letter: str) -> str:
    return f"{unicodedata.name(letter, 'no name')}, U+{ord(letter):04X}"


def _hint(letters: Sequence[str]) -> str:
    """Return what to do, letter by letter where it is not the same for all."""
    ways = {letter: _way(letter) for letter in letters[:MOST]}
    if len(set(ways.values())) == 1:
        (way,) = set(ways.values())
        return f"{way[:1].upper()}{way[1:]}."
    return " ".join(f"{_shown(letter)}: {way}." for letter, way in ways.items())


def _way(letter: str) -> str:
    if other := WRITE.get(letter):
        return f"write {other} or words"
    return KINDS.get(unicodedata.category(letter), OTHERWISE)
