"""What an entry of the table is, and what it finds."""

import re
from dataclasses import dataclass

from plainleaf.errors import Fault, Severity

MASK = "\ufffc"
"""Stands for a sign that is printed on purpose: it was escaped, or is part of an address."""

HARD = "\v"
"""Ends a row that is kept apart from the next one."""


def sign_of(expression: str, *, any_case: bool = False) -> re.Pattern[str]:
    """Compile what an entry looks for; '^' is the beginning of a row."""
    return re.compile(expression, re.MULTILINE | (re.IGNORECASE if any_case else 0))


@dataclass(frozen=True)
class Pattern:
    """What is no markup of ours: `sign` is looked for in the words as they are printed."""

    name: str
    sign: re.Pattern[str]
    what: str  # after "holds '…', "
    hint: str
    code: str = "markup"
    weight: Severity = Severity.ERROR


@dataclass(frozen=True)
class Stray(Fault):
    """What was found by the entry `kind`, and in which line of the text."""

    kind: str = ""
