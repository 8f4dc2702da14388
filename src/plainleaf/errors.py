"""What can be wrong: findings are data that a run collects, errors stop it.

PlainleafError          a user's mistake; carries its findings, or faults without their place
├── Misfit              a text is longer than its pages; carries how long its parts are
└── WorkerLost          a fenced process ended before it answered
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Self


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

    @property
    def fault(self) -> "Fault":
        """What is wrong, to be told of another file."""
        return Fault(self.code, self.message, self.hint, self.line, self.severity, self.page)

    def __str__(self) -> str:
        place = self.path
        if self.line is not None:
            place += f":{self.line}"
        if self.field is not None:
            place += f" ({self.field})"
        if self.page is not None:
            place += f" page {self.page}"
        return f"{place}: {self.severity}: {self.message} {self.hint} [{self.code}]"


@dataclass(frozen=True)
class Fault:
    """What is wrong, and what to do next, told by one who does not know of which file."""

    code: str
    message: str
    hint: str
    line: int | None = None
    severity: Severity = Severity.ERROR
    page: int | None = None

    def at(self, path: str, field: str | None = None, line: int | None = None) -> Finding:
        """Return the finding that it is in a file; `line` goes before its own."""
        rest = (self.code, self.message, self.hint, self.severity, field, self.page)
        return Finding(path, line or self.line, *rest)

    def of(self, subject: str) -> "Fault":
        """Return it with what it is about before its message."""
        return replace(self, message=f"{subject} {self.message}")

    def __str__(self) -> str:
        return f"{self.message} {self.hint} [{self.code}]"


class PlainleafError(Exception):
    """Faults of the user's input that stop the run; `told` in order, `faults` lack their place."""

    def __init__(self, *told: Finding | Fault) -> None:
        super().__init__(*told)
        self.told = told

    def __str__(self) -> str:
        return "\n".join(map(str, self.told))

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What has a place."""
        return tuple(each for each in self.told if isinstance(each, Finding))

    @property
    def faults(self) -> tuple[Fault, ...]:
        """What has none yet."""
        return tuple(each for each in self.told if isinstance(each, Fault))

    def at(self, path: str) -> tuple[Finding, ...]:
        """Return all findings; what has no place yet is in this file."""
        return tuple(e if isinstance(e, Finding) else e.at(path) for e in self.told)

    def place(self, path: str) -> Self:
        """Return it with a place for what had none."""
        self.told = self.at(path)
        return self


class Misfit(PlainleafError):
    """A text is longer than its `pages` of a `height`, in millimetres.

    Each of its stretches begins on a page of its own, and says how long its parts are, by id.
    """

    def __init__(
        self,
        *faults: Fault,
        stretches: Sequence[Mapping[str, float]] = (),
        pages: int = 0,
        height: float = 0.0,
    ) -> None:
        super().__init__(*faults)
        self.stretches = stretches
        self.pages = pages
        self.height = height


class WorkerLost(PlainleafError):
    """A fenced process ended before it answered; `by_limit` says whether we ended it."""

    def __init__(self, told: Finding | Fault, *, by_limit: bool) -> None:
        super().__init__(told)
        self.by_limit = by_limit


def nearest(name: str, known: Iterable[str]) -> str:
    """Return a hint that names the nearest right name, or all of them."""
    names = sorted(known)
    if close := closest(name, names):
        return f"Did you mean {close!r}?"
    return f"Known: {', '.join(names)}." if names else "None is known here."


def closest(name: str, known: Iterable[str]) -> str | None:
    """Return the nearest right name, if one is near."""
    import difflib

    names = sorted(known)
    folded = {each.casefold(): each for each in reversed(names)}
    parts = [part for part in reversed(name.replace("\\", "/").split("/")) if part in names]
    close = parts or difflib.get_close_matches(name, names, n=1)
    close = close or difflib.get_close_matches(name.casefold(), folded, n=1)
    return folded.get(close[0], close[0]) if close else None
