"""What is wrong with a logo or picture → a refusal that says so; the gate makes it findings.

A code follows the word for what is refused, as in "logo-damaged".
"""

from plainleaf.errors import Fault, PlainleafError

DAMAGED, UNSAFE, TOO_LARGE = "damaged", "unsafe", "too-large"
KIND, SIZE, BLANK = "kind", "size", "blank"
VALUE, FEATURE = "value", "feature"

EXPORT_AGAIN = "Save it again from the drawing program, or give a PNG of 1500 pixels across."
PLAIN_SVG = "Save it again as a plain SVG, or give a PNG of 1500 pixels across."


class RefusalError(PlainleafError):
    """What does not pass, with each fault that was found."""


def refuse(code: str, message: str, hint: str, line: int | None = None) -> RefusalError:
    """Return a refusal with one fault, to be raised."""
    return RefusalError(Fault(code, message, hint, line))
