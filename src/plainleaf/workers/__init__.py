"""Jobs → what was made of them, in processes of this machine or of a cluster."""

from collections.abc import Mapping
from pathlib import Path
from typing import Protocol

from plainleaf.workers.jobs import Job, Reply


class Workers(Protocol):
    """Where jobs are done: processes of this machine, or of a cluster."""

    @property
    def width(self) -> int:
        """How many jobs are done at once."""

    def warm(self, counts: Mapping[str, int]) -> None:
        """Start workers ahead of as many jobs of each task, as far as there is room."""

    def ask(self, task: str, job: Job[Reply], where: str, times: int = 1) -> Reply:
        """Do one job; raise PlainleafError with its faults, WorkerLost without an answer."""

    def shares(self, folder: Path) -> bool:
        """Whether what workers write in a folder is where we look for it."""

    def close(self) -> None:
        """End everything at once."""
