"""Whether the PDF says its title."""

from collections.abc import Iterator

from plainleaf.checks.pdf.compare import in_one_line
from plainleaf.errors import Fault
from plainleaf.model import Facts, Promise


def check_title(facts: Facts, promise: Promise | None) -> Iterator[Fault]:
    """Report a missing title, or another than promised."""
    hint = "Give the page's <title> the handout's title."
    if not facts.title.strip():
        yield Fault("pdf-title", "the PDF has no title.", hint)
    elif promise and in_one_line(facts.title) != in_one_line(promise.title):
        message = f"the PDF's title is {facts.title!r}, not {promise.title!r}."
        yield Fault("pdf-title", message, hint)
