"""Whether the PDF keeps every rule of PDF/UA-1."""

from collections.abc import Iterator

from plainleaf.errors import Fault
from plainleaf.model import Facts, Promise


def check_ua(facts: Facts, promise: Promise | None) -> Iterator[Fault]:
    """Report each rule that the PDF breaks."""
    for violation in facts.violations:
        message = f"PDF/UA-1 is broken: {violation.message} ({violation.rule})."
        hint = "Mend the template that makes this part; for a bug of the engine, report it."
        yield Fault("pdf-ua", message, hint)
