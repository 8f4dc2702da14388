"""What the engine logs and Python warns of → findings: its worst answer is a fine-looking PDF."""

import logging
import warnings
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager

from plainleaf.errors import Fault, PlainleafError

LOGGER = logging.getLogger("weasyprint")
HINTS: Mapping[str, str] = {
    "refused": "Keep styles and images in the workspace, and words in its texts.",
    "engine-warning": "Mend the text, template or style it is about.",
    "excess": "Make it shorter, or raise 'pages' below [limits] in plainleaf.toml.",
}


@contextmanager
def complaints() -> Iterator[list[str]]:
    """Collect what WeasyPrint logs at warning or above, and what Python warns of."""
    heard: list[str] = []
    handler = logging.Handler(logging.WARNING)
    handler.emit = lambda record: heard.append(record.getMessage())  # type: ignore[method-assign]
    before = LOGGER.handlers, LOGGER.propagate
    LOGGER.handlers, LOGGER.propagate = [handler], False
    try:
        with warnings.catch_warnings(record=True) as warned:
            warnings.simplefilter("always")
            yield heard
    finally:
        LOGGER.handlers, LOGGER.propagate = before
    heard += [str(warning.message) for warning in warned]


def raise_any(heard: Sequence[str], refusals: Sequence[str], excess: str = "") -> None:
    """Raise what was refused; else what the document has too much of, and what was logged."""
    faults = [("refused", f"asks for what it may not have: {r}") for r in refusals]
    if not faults:
        faults = [("engine-warning", f"the engine says: {c[:300].rstrip('.')}") for c in heard]
        faults += [("excess", excess)] if excess else []
    if faults:
        found = (Fault(code, f"{text}.", HINTS[code]) for code, text in faults)
        raise PlainleafError(*dict.fromkeys(found))
