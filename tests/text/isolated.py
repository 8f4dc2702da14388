"""Right-to-left text → the same, with what is isolated of it in isolates."""

from plainleaf.text.controls import LRI, PDI
from plainleaf.text.isolate import ordered, with_marks
from plainleaf.text.marked import figures_in


def isolate(text: str) -> str:
    """Return right-to-left text with its figures and Latin words isolated; plain numbers stay."""
    parts, done = [], 0
    for start, end in ordered(text, figures_in(text)):
        parts += [text[done:start], LRI, with_marks(text[start:end]), PDI]
        done = end
    return "".join([*parts, text[done:]])
