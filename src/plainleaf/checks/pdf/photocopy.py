"""Whether a bad copier, in greys or in black and white, leaves each word to be read."""

from collections.abc import Iterator
from operator import attrgetter

from plainleaf.checks.pdf.compare import by_page, first_words
from plainleaf.errors import Fault, Severity
from plainleaf.model import Facts, Promise, Run

LEAST = 4.5
"""The contrast that WCAG 2 asks of text (1.4.3), here after colours are gone."""

HALF = 128
"""From this grey on, a copy of one bit stays white."""

HINT = "Set dark words on a light ground or the reverse, and let nothing cover them."


def check_photocopy(facts: Facts, promise: Promise | None) -> Iterator[Fault]:
    """Warn of the words that a copy shows worst, once a page."""
    greys = attrgetter("grey", "ground")
    for page, runs in by_page(filter(_is_lost, facts.runs)):
        worst = min(runs, key=attrgetter("contrast"))
        # A picture's text is drawn letter by letter.
        alike = (run.text for run in runs if greys(run) == greys(worst))
        message = f"{first_words(''.join(alike))!r} {_fault(worst)}."
        yield Fault("photocopy", message, HINT, severity=Severity.WARNING, page=page)


def _is_lost(run: Run) -> bool:
    """Whether words cannot be read in a copy of greys, or in one of one bit."""
    return run.contrast < LEAST or (run.grey >= HALF) == (run.ground >= HALF)


def _fault(run: Run) -> str:
    if run.grey == run.ground:
        return "cannot be seen in a photocopy"
    if run.contrast < LEAST:
        return f"has a contrast of {run.contrast:.1f} : 1 in a grey photocopy, less than {LEAST}"
    side = "white" if run.grey >= HALF else "black"
    return f"turns {side} on {side} in a photocopy without greys"
