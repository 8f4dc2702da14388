"""What never fits, as bytes to be kept: it is not laid out again until its text or style changes.

Only what is sure for good is a verdict: a worker that was lost, or a limit, deserves another try.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict

from plainleaf.build.ready import Ready
from plainleaf.build.store import Store
from plainleaf.errors import finding_from

MISFITS = frozenset({"fit", "fit-back"})
"""Codes of findings about what does not fit."""


def kept_verdicts(store: Store, keys: Iterable[str]) -> Mapping[str, Ready]:
    """Return what is known not to fit, by the key of the master that it would be."""
    names = {_name(key): key for key in keys}
    found = store.get_all(names)
    verdicts = {names[name]: _unpacked(data, names[name]) for name, data in found.items()}
    return {key: verdict for key, verdict in verdicts.items() if verdict}


def keep_verdict(store: Store, key: str, made: Ready) -> None:
    """Keep what is known not to fit."""
    if made.is_misfit:
        rows = [asdict(finding) for finding in made.findings]
        store.put(_name(key), json.dumps(rows).encode())


def _name(key: str) -> str:
    return f"misfit {key}"


def _unpacked(data: bytes, key: str) -> Ready | None:
    """Return a verdict; None for bytes that hold none."""
    try:
        findings = tuple(finding_from(row) for row in json.loads(data))
    except (ValueError, TypeError, LookupError):
        return None
    if not any(finding.code in MISFITS and finding.is_error for finding in findings):
        return None
    return Ready(findings, key=key, is_new=False, is_misfit=True)
