"""What is wrong with a logo → a refusal that says so; the gate turns it into findings."""

from dataclasses import dataclass

DAMAGED, UNSAFE, TOO_LARGE = "logo-damaged", "logo-unsafe", "logo-too-large"
KIND, SIZE, BLANK = "logo-kind", "logo-size", "logo-blank"
VALUE, FEATURE = "logo-value", "logo-feature"

EXPORT_AGAIN = "Save it again from the drawing program, or give a PNG of 1500 pixels across."
PLAIN_SVG = "Save it again as a plain SVG, or give a PNG of 1500 pixels across."


@dataclass(frozen=True)
class Fault:
    """One thing that is wrong with a logo, and where in its file."""

    code: str
    message: str
    hint: str
    line: int | None = None


class RefusalError(Exception):
    """A logo that does not pass, with each fault that was found."""

    def __init__(self, *faults: Fault) -> None:
        super().__init__(*faults)
        self.faults = faults


def refuse(code: str, message: str, hint: str, line: int | None = None) -> RefusalError:
    """Return a refusal with one fault, to be raised."""
    return RefusalError(Fault(code, message, hint, line))
