"""What a build is asked for."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from plainleaf.errors import Finding, Severity
from plainleaf.model import Choice
from plainleaf.workspace import Workspace
from plainleaf.workspace.settings import Settings

STALE = ("translations", "words")
"""Codes of findings about words that are not translated, or from an older text."""

BESIDE = ("same-name",)
"""Codes of findings about what is built beside it, which stop nothing, however strict a run is."""


@dataclass(frozen=True)
class Order:
    """What to build from a workspace, where to put it, on how many processes."""

    workspace: Workspace
    settings: Settings
    choices: Sequence[Choice]
    folder: Path
    jobs: int
    allow_stale: bool = False  # print what is not translated in the source language
    strict: bool = False  # take a warning for an error
    bleed: bool = False  # press sheets for a print shop: with room around them, and marks
    cmyk: bool = False  # press sheets in the four inks of a press, without RGB and spots
    ticket: bool = False  # a file beside the press sheets that tells how to print and fold them
    verify: str = "sample"  # which imprints are inspected as a whole: one a master, or "all"
    cluster: str = ""  # address of a Dask scheduler; empty for this machine's own processes

    @property
    def for_press(self) -> bool:
        """Whether a print shop gets what is built, so that all of it has press sheets."""
        return self.bleed or self.cmyk or self.ticket

    def weighed(self, finding: Finding) -> Finding:
        """Return a finding with the weight that the order gives it."""
        if self.strict and finding.code not in BESIDE:
            return replace(finding, severity=Severity.ERROR)
        if self.allow_stale and finding.code in STALE:
            hint = "It is printed in the source language."
            return replace(finding, severity=Severity.WARNING, hint=hint)
        return finding

    def stops(self, findings: Iterable[Finding]) -> bool:
        """Whether one of these stops what it is about."""
        return any(self.weighed(each).is_error for each in findings)
