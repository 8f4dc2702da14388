"""Whether a reader sees each word."""

from collections.abc import Iterator
from operator import attrgetter

from plainleaf.checks.pdf.compare import by_page, first_words
from plainleaf.errors import Fault
from plainleaf.model import Facts, Promise, Run

LEAST = 3.0
"""The contrast below which WCAG 2 lets no text stand, however large (1.4.3).

It is that of lightness alone: colours that are equally light cannot be told apart by old eyes, by
those that do not see colours, or in a copy.
"""

CUT = 0.25
"""Of the size: what may be cut off; boxes reach a little beyond the ink."""

HINT = "Take from the styles what covers it, cuts it off or takes away its contrast."


def check_seen(facts: Facts, promise: Promise | None) -> Iterator[Fault]:
    """Report the words that can be seen least, once a page."""
    if promise is None:
        return
    for page, runs in by_page(filter(_fault, facts.runs)):
        worst = min(runs, key=attrgetter("contrast"))
        message = f"{first_words(worst.text)!r} {_fault(worst)}."
        yield Fault("pdf-seen", message, HINT, page=page)


def _fault(run: Run) -> str:
    """Return why words cannot be seen, or nothing."""
    if run.is_invisible:
        return "is drawn without ink"
    if run.cut > CUT * run.size:
        return f"is cut off by {run.cut:.0f} pt"
    if run.grey == run.ground:
        return "cannot be seen: it is covered, or has the colour of its ground"
    if run.contrast < LEAST:
        return f"has a contrast of {run.contrast:.1f} : 1, less than {LEAST:g}"
    return ""
