"""[Result] → the summary of a run: a finding about an edition once, not once a brand."""

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import replace

from plainleaf.build.manifest import Result
from plainleaf.errors import Finding

BY_EDITION = frozenset({"fit", "fit-back"})
"""Codes of what differs from brand to brand by some millimetres only."""


def summarized(results: Sequence[Result]) -> Iterator[Finding]:
    """Yield each finding once: what is wrong with imprints of one edition with their count."""
    groups: dict[Hashable, list[Finding]] = {}
    for result in results:
        for finding in dict.fromkeys(result.findings):
            groups.setdefault(_key(finding, result), []).append(finding)
    for group in groups.values():
        first = group[0]
        imprints = len({finding.path for finding in group})
        yield replace(first, message=_counted(first, imprints)) if imprints > 1 else first


def _key(finding: Finding, result: Result) -> Hashable:
    """Return what equal findings about one edition have in common."""
    if finding.path != result.imprint:
        return finding
    edition = result.imprint.partition("/")[2]
    if finding.code in BY_EDITION:
        return edition, finding.code, finding.severity
    return edition, replace(finding, path="")


def _counted(finding: Finding, imprints: int) -> str:
    verb = "It stops" if finding.is_error else "It is so in"
    return f"{finding.message} {verb} {imprints} imprints."
