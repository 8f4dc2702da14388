"""The fixed words of the templates exist in every language that is printed."""

from collections.abc import Iterator, Sequence

from plainleaf.errors import Finding
from plainleaf.model import Edition, Library, Translation

ADD = "Run 'plainleaf translate --words {}', which adds them, and translate them."
FILL = "Write the translation in their msgstr."
AGREE = "Look at the translation, mend it, and take 'fuzzy' out of the line above it."


def check_words(library: Library, editions: Sequence[Edition]) -> Iterator[Finding]:
    """Report fixed words that a language's catalogue lacks or marks as fuzzy."""
    for catalogue in library.words.values():
        for word in library.fixed_words:
            found = catalogue.messages.get(word)
            if found is None or not found.text or found.fuzzy:
                message = f"the fixed words {word!r} are not translated."
                if found and found.text:
                    message = f"the translation of the fixed words {word!r} is marked fuzzy."
                yield Finding(
                    catalogue.path,
                    found.line if found else None,
                    "words",
                    message,
                    _hint(found).format(catalogue.language),
                )


def _hint(found: Translation | None) -> str:
    if found is None:
        return ADD
    return AGREE if found.text else FILL
