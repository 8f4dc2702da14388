"""Whether no text is smaller than the size's floor, in pictures as elsewhere."""

from collections.abc import Iterator

from plainleaf.checks.pdf.compare import by_page, first_words
from plainleaf.errors import Fault
from plainleaf.model import Facts, Promise

ROUNDING = 0.05
"""Points that a size may lose on its way through CSS pixels."""


def check_size_floor(facts: Facts, promise: Promise | None) -> Iterator[Fault]:
    """Report the smallest text below the floor, once a page."""
    if promise is None:
        return
    least = promise.floor - ROUNDING
    small = (run for run in facts.runs if run.text.strip() and run.size < least)
    for page, runs in by_page(small):
        size = min(run.size for run in runs)
        # A picture's text is drawn letter by letter.
        text = "".join(run.text for run in runs if run.size < size + ROUNDING)
        message = (
            f"{first_words(text)!r} is {size:.1f} pt, "
            f"smaller than the floor of {promise.floor:g} pt."
        )
        hint = "Make it larger; for text in a picture, draw the picture larger."
        yield Fault("pdf-size-floor", message, hint, page=page)
