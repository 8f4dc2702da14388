"""Whether the PDF keeps to itself who made it and where."""

import re
from collections.abc import Iterator

from plainleaf.checks.pdf.compare import first_words
from plainleaf.errors import Fault
from plainleaf.model import Facts, Promise

HOMES = r"(?<![\w.])/(?:home|Users)/|[A-Z]:\\Users"


def check_private(facts: Facts, promise: Promise | None) -> Iterator[Fault]:
    """Report the first string that names a folder or the user of this machine."""
    private = re.compile("|".join([HOMES, *_patterns(facts, promise)]), re.IGNORECASE)
    for text in facts.strings:
        if found := private.search(text):
            shown = first_words(text[max(found.start() - 5, 0) :])
            message = f"the PDF tells a folder or the user of a machine: {shown!r}."
            hint = "Remove it from the PDF's metadata, or make the PDF again."
            yield Fault("pdf-private", message, hint)
            return


def _patterns(facts: Facts, promise: Promise | None) -> Iterator[str]:
    """Yield a pattern for each trace, unless the handout itself says the same word."""
    for trace in facts.traces:
        pattern = rf"(?<![\w.]){re.escape(trace)}(?![\w-])"
        if promise is None or not re.search(pattern, repr(promise), re.IGNORECASE):
            yield pattern
