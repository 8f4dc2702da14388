"""The words that parity goes by are known in each language: of others it sees figures alone."""

from collections.abc import Iterator, Sequence

from plainleaf.errors import Finding, Severity
from plainleaf.model import Edition, Library
from plainleaf.text.lexicon import words_of
from plainleaf.text.measures import cldr_halves, cldr_months, cldr_words

HINT = "Have a reader compare them. The guide 'Add a language' says how to add its words."


def check_unchecked(library: Library, editions: Sequence[Edition]) -> Iterator[Finding]:
    """Warn of each language of a handout that is compared, and of which we have no words."""
    for _, catalogue in library.translated(editions):
        if not words_of(catalogue.language).has_words:
            yield _finding(library, catalogue.language, catalogue.path)
    if not words_of(library.source).has_words:
        for name in sorted({name for name, _ in library.catalogues if name in library.handouts}):
            yield _finding(library, library.source, library.handouts[name].path)


def _finding(library: Library, code: str, path: str) -> Finding:
    parts = (
        ("'not' and its like", ()),
        ("numbers in words", ()),
        ("units", cldr_words(code)),
        ("parts of the day", cldr_halves(code)),
        ("months", cldr_months(code)),
    )
    unknown = ", ".join(part for part, words in parts if not words)
    language = library.languages.get(code)
    shown = f"{language.english_name} ({code})" if language else code
    message = f"not checked in {shown}, whose words for it are not known here: {unknown}."
    return Finding(path, 1, "unchecked", message, HINT, Severity.WARNING)
