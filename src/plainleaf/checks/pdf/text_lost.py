"""Whether each text of the handout is in the PDF, where a screen reader finds it."""

from collections.abc import Iterator

from plainleaf.checks.pdf.compare import first_words, folded, holds
from plainleaf.errors import Fault
from plainleaf.model import Facts, Promise


def check_text_lost(facts: Facts, promise: Promise | None) -> Iterator[Fault]:
    """Report each promised text that the body does not hold."""
    body = folded(facts.body)
    for unit, text in promise.texts if promise else ():
        if not holds(body, text):
            message = f"the text {unit!r} ({first_words(text)!r}) is lost."
            hint = "See that the template prints it in the body, and that nothing cuts it off."
            yield Fault("pdf-text-lost", message, hint)
