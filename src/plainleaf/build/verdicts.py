"""What never fits, as bytes to be kept: it is not laid out again until its text or style changes.

Only what is sure for good is a verdict: a worker that was lost, or a limit, deserves another try.
"""

from collections.abc import Iterable, Mapping

from plainleaf.build.ready import Ready
from plainleaf.build.store import Store
from plainleaf.errors import Finding

MISFITS = frozenset({"fit", "fit-back"})
"""Codes of findings about what does not fit."""


def kept_verdicts(store: Store, keys: Iterable[str]) -> Mapping[str, Ready]:
    """Return what is known not to fit, by the key of the master that it would be."""
    names = {_name(key): key for key in keys}
    found = store.load(names, tuple[Finding, ...])
    verdicts = {
        names[name]: Ready(findings, key=names[name], is_new=False, is_misfit=True)
        for name, findings in found.items()
    }
    return {
        key: verdict
        for key, verdict in verdicts.items()
        if any(each.code in MISFITS and each.is_error for each in verdict.findings)
    }


def keep_verdict(store: Store, key: str, made: Ready) -> None:
    """Keep what is known not to fit."""
    if made.is_misfit:
        store.save({_name(key): made.findings})


def _name(key: str) -> str:
    return f"misfit {key}"
