"""The fixed words of the templates exist in every language that is printed."""

from collections.abc import Iterator, Sequence

from plainleaf.errors import Finding
from plainleaf.model import Edition, Library

HINT = "Translate it there."


def check_words(library: Library, editions: Sequence[Edition]) -> Iterator[Finding]:
    """Report fixed words that a language's catalogue lacks or marks as fuzzy."""
    for catalogue in library.words.values():
        for word in library.fixed_words:
            found = catalogue.messages.get(word)
            if found is None or not found.text or found.fuzzy:
                message = f"the fixed words {word!r} are not translated."
                yield Finding(
                    catalogue.path, found.line if found else None, "words", message, HINT
                )
