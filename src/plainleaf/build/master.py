"""A master with what its imprints need to know of its text."""

from collections.abc import Mapping
from dataclasses import dataclass

from plainleaf.errors import Fault, Finding
from plainleaf.model import Edition, Master, Promise, Shape

Spec = tuple[Edition, Shape]
"""What a master is typeset of."""


@dataclass(frozen=True)
class MasterResult:
    """A master, or what stops it, and what its imprints need to know of its text."""

    findings: tuple[Finding, ...]
    faults: tuple[Fault, ...] = ()  # of each imprint
    master: Master | None = None
    promise: Promise | None = None
    words: Mapping[str, Mapping[str, str]] | None = None  # fixed words by language
    version: str = ""
    date: str = ""  # of the text's last check, ISO 8601
    key: str = ""  # of all that it is made of
    is_new: bool = True
    is_misfit: bool = False  # nothing but another text or style makes it fit


PASSED = b"passed"
"""What is kept of an inspection that found nothing."""


def proof_key(key: str) -> str:
    """Return the key below which it is kept that a master's inspected imprint was sound."""
    return f"proof {key}"
