"""What the supervisor hands to a worker, by task."""

from dataclasses import dataclass

from plainleaf.model import Promise, Sheet
from plainleaf.workspace import Workspace


@dataclass(frozen=True)
class TypesetJob:
    """One sheet to compose and typeset."""

    sheet: Sheet
    workspace: Workspace
    most_pages: int


@dataclass(frozen=True)
class InspectJob:
    """One PDF to inspect; without a promise it is a file from elsewhere."""

    pdf: bytes
    path: str
    promise: Promise | None
    traces: tuple[str, ...] = ()  # what would tell on the supervisor's machine
