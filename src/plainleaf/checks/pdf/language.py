"""Whether the PDF says the language it is read in."""

from collections.abc import Iterator

from plainleaf.errors import Fault
from plainleaf.model import Facts, Promise


def check_language(facts: Facts, promise: Promise | None) -> Iterator[Fault]:
    """Report a missing language, or another than promised."""
    hint = "Give the page's <html> the leading language in its lang attribute."
    if not facts.language:
        yield Fault("pdf-language", "the PDF names no language.", hint)
    elif promise and facts.language.casefold() != promise.language.casefold():
        message = f"the PDF's language is {facts.language!r}, not {promise.language!r}."
        yield Fault("pdf-language", message, hint)
