"""What can be wrong: findings are data that a run collects, errors stop it.

PlainleafError          a user's mistake; carries its findings
├── Misfit              a text is longer than its pages; carries how long its parts are
└── WorkerLost          a fenced process ended before it answered
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a finding weighs: an error stops what it touches, a warning is printed."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, order=True)
class Finding:
    """One fault: what, where, and what to do next.

    `path` is relative to the workspace; `line` and `page` count from 1.
    """

    path: str
    line: int | None
    code: str
    message: str
    hint: str
    severity: Severity = Severity.ERROR
    field: str | None = None
    page: int | None = None

    @property
    def is_error(self) -> bool:
        """Whether this finding stops what it touches."""
        return self.severity is Severity.ERROR

    def __str__(self) -> str:
        place = self.path
        if self.line is not None:
            place += f":{self.line}"
        if self.field is not None:
            place += f" ({self.field})"
        if self.page is not None:
            place += f" page {self.page}"
        return f"{place}: {self.severity}: {self.message} {self.hint} [{self.code}]"


class PlainleafError(Exception):
    """Faults of the user's input that stop the run."""

    def __init__(self, *findings: Finding) -> None:
        super().__init__("\n".join(map(str, findings)))
        self.findings = findings


class Misfit(PlainleafError):
    """A text is longer than its `pages` of a `height`, in millimetres.

    Each of its stretches begins on a page of its own, and says how long its parts are, by id.
    """

    def __init__(
        self,
        *findings: Finding,
        stretches: Sequence[Mapping[str, float]] = (),
        pages: int = 0,
        height: float = 0.0,
    ) -> None:
        super().__init__(*findings)
        self.stretches = stretches
        self.pages = pages
        self.height = height


class WorkerLost(PlainleafError):
    """A fenced process ended before it answered; `by_limit` says whether we ended it."""

    def __init__(self, finding: Finding, *, by_limit: bool) -> None:
        super().__init__(finding)
        self.by_limit = by_limit


def nearest(name: str, known: Iterable[str]) -> str:
    """Return a hint that names the nearest right name, or all of them."""
    names = sorted(known)
    if close := closest(name, names):
        return f"Did you mean {close!r}?"
    return f"Known: {', '.join(names)}." if names else "None is known here."


def closest(name: str, known: Iterable[str]) -> str | None:
    """Return the nearest right name, if one is near."""
    import difflib  # only when a name is wrong: --help stays quick

    names = sorted(known)
    folded = {each.casefold(): each for each in reversed(names)}
    parts = [part for part in reversed(name.replace("\\", "/").split("/")) if part in names]
    close = parts or difflib.get_close_matches(name, names, n=1)
    close = close or difflib.get_close_matches(name.casefold(), folded, n=1)
    return folded.get(close[0], close[0]) if close else None
