"""A master with what its imprints need to know of its text; as bytes, to be kept."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from plainleaf.errors import Finding, finding_from
from plainleaf.model import Edition, Master, Promise, Shape, Slot

Wanted = tuple[Edition, Shape]


@dataclass(frozen=True)
class Ready:
    """A master, or what stops it, and what its imprints need to know of its text."""

    findings: tuple[Finding, ...]
    master: Master | None = None
    promise: Promise | None = None
    words: Mapping[str, Mapping[str, str]] | None = None  # fixed words by language
    version: str = ""
    date: str = ""  # of the text's last check, ISO 8601
    key: str = ""  # of all that it is made of
    is_new: bool = True
    is_misfit: bool = False  # nothing but another text or style makes it fit


def master_of(header: Mapping[str, Any], pdf: bytes) -> Master:
    """Return a master of what a worker said of it."""
    return Master(
        pdf=pdf,
        pages=header["pages"],
        families=tuple(header["families"]),
        floor=header["floor"],
        foreign=_frozen(header["foreign"]),
        links=_frozen(header["links"]),
        slots=tuple(Slot(**slot) for slot in header["slots"]),
        color=header["color"],
        pictures=_frozen(header["pictures"]),
        torn=tuple(header["torn"]),
    )


def packed(made: Ready, master: Master, promised: Promise) -> bytes:
    """Return a master as a line of JSON and its PDF."""
    kept = {
        "findings": [asdict(finding) for finding in made.findings],
        "master": {**asdict(master), "pdf": ""},
        "promise": asdict(promised),
        "words": made.words,
        "version": made.version,
        "date": made.date,
    }
    return json.dumps(kept).encode() + b"\n" + master.pdf


PASSED = b"passed"
"""What is kept of an inspection that found nothing."""


def proof_key(key: str) -> str:
    """Return the key below which it is kept that a master's inspected imprint was sound."""
    return f"proof {key}"


def unpacked(data: bytes | None, proof: bytes | None, key: str) -> Ready | None:
    """Return a master that was kept; None for none, or for bytes that hold none.

    Without a proof it is new: no imprint of it has passed the inspection.
    """
    try:
        return _unpacked(data, proof, key) if data else None
    except (ValueError, TypeError, LookupError, AttributeError):
        return None


def _unpacked(data: bytes, proof: bytes | None, key: str) -> Ready:
    line, _, pdf = data.partition(b"\n")
    kept = json.loads(line)
    return Ready(
        findings=tuple(finding_from(row) for row in kept["findings"]),
        master=master_of(kept["master"], pdf),
        promise=Promise(**{name: _frozen(value) for name, value in kept["promise"].items()}),
        words=kept["words"],
        version=kept["version"],
        date=kept["date"],
        key=key,
        is_new=proof is None,
    )


def _frozen(value: Any) -> Any:
    """Return what JSON keeps as lists as the tuples that they were."""
    return tuple(map(_frozen, value)) if isinstance(value, list) else value
