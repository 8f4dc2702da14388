"""Whether the PDF only shows: nothing in it acts, and nothing is attached."""

from collections.abc import Iterator

from plainleaf.errors import Fault
from plainleaf.model import Facts, Promise


def check_active(facts: Facts, promise: Promise | None) -> Iterator[Fault]:
    """Report everything active in one finding."""
    if facts.active:
        message = f"the PDF holds what acts or is attached: {', '.join(facts.active)}."
        hint = "Remove scripts, actions and attachments, and make the PDF again."
        yield Fault("pdf-active", message, hint)
