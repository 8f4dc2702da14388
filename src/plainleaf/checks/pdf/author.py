"""Whether the PDF says who publishes it."""

from collections.abc import Iterator

from plainleaf.checks.pdf.compare import in_one_line
from plainleaf.errors import Fault
from plainleaf.model import Facts, Promise


def check_author(facts: Facts, promise: Promise | None) -> Iterator[Fault]:
    """Report a missing author, or another than promised."""
    hint = 'Give the page a <meta name="author"> with the publisher.'
    if not facts.author.strip():
        yield Fault("pdf-author", "the PDF has no author.", hint)
    elif promise and in_one_line(facts.author) != in_one_line(promise.author):
        message = f"the PDF's author is {facts.author!r}, not {promise.author!r}."
        yield Fault("pdf-author", message, hint)
