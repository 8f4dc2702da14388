"""A PDF's bytes → Facts: what the file says of itself."""

from collections.abc import Sequence

from plainleaf.checks.facts.content import EndlessContentError
from plainleaf.checks.facts.document import UnreadableError
from plainleaf.checks.facts.ink import read_ink
from plainleaf.checks.facts.pdfua import read_violations
from plainleaf.checks.facts.picture import read_apart
from plainleaf.checks.facts.structure import read_structure
from plainleaf.errors import Fault, PlainleafError
from plainleaf.model import Facts, Sight

HINT = "Make the file again, or save it anew with a PDF program, without a password."

# A damaged file may hold any kind of object in any place, so that each access may fail.
MALFORMED = (RuntimeError, ValueError, TypeError, LookupError, AttributeError, ArithmeticError)


def read_facts(pdf: bytes, sights: Sequence[Sight] = ()) -> Facts:
    """Read a PDF; raise PlainleafError with one fault where it cannot be read.

    `sights` are looked for in it.
    """
    try:
        # This order is safe: the first refuses what would keep the others busy without an end.
        said, violations = vars(read_structure(pdf)), read_violations(pdf)
        ink, apart = vars(read_ink(pdf)), read_apart(pdf, sights)
        return Facts(**said, **ink, violations=violations, apart=apart)
    except EndlessContentError as error:
        raise _unreadable("draws forms within forms without an end") from error
    except UnreadableError as error:
        raise _unreadable(str(error)) from error
    except MALFORMED as error:
        raise _unreadable(f"is damaged ({str(error)[:120]})") from error


def _unreadable(fault: str) -> PlainleafError:
    return PlainleafError(Fault("pdf-unreadable", f"the file {fault}.", HINT))
