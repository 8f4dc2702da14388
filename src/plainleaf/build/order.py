"""What a build is asked for."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from plainleaf.model import Choice
from plainleaf.workspace import Workspace
from plainleaf.workspace.settings import Settings


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
