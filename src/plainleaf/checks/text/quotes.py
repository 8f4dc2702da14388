"""A title is not printed in the quotes that an editor made of YAML's own."""

from collections.abc import Iterator, Sequence

from plainleaf.errors import Finding, Severity
from plainleaf.model import Edition, Library
from plainleaf.text.quotes import PRINTED, STRAIGHT, is_quoted


def check_quotes(library: Library, editions: Sequence[Edition]) -> Iterator[Finding]:
    """Warn of a field of a handout that stands in curly quotes as a whole."""
    for handout in library.handouts.values():
        for name, text, line in (
            ("title", handout.title.text, handout.title.line),
            ("summary", handout.summary.text, handout.summary.line),
            ("publisher", handout.publisher, None),
        ):
            if is_quoted(text):
                weight = Severity.WARNING
                yield Finding(handout.path, line, "quotes", PRINTED, STRAIGHT, weight, name)
