"""Workspace → how far each translation is, of handouts and of the fixed words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from plainleaf.errors import Finding, PlainleafError
from plainleaf.load.catalogue import read_catalogue
from plainleaf.load.handout import read_handout
from plainleaf.load.library import fixed_words, read_words
from plainleaf.model import Catalogue, Unit
from plainleaf.text.localize import STRINGS
from plainleaf.workspace import Workspace
from plainleaf.workspace.settings import Settings
from plainleaf.workspace.survey import Survey

FIXED = "words"


@dataclass(frozen=True)
class Progress:
    """The state of one catalogue, in units."""

    handout: str  # or "words"
    language: str
    done: int
    fuzzy: int
    missing: int
    reviewed: bool
    method: str
    checker: str
    review_date: str

    def __str__(self) -> str:
        counts = f"{self.done} done, {self.fuzzy} fuzzy, {self.missing} missing"
        by = f"reviewed by {self.checker}, {self.review_date}" if self.reviewed else "not reviewed"
        return f"{self.handout}  {self.language}  {counts}  {by} ({self.method or 'no method'})"


def completeness(
    workspace: Workspace, settings: Settings, survey: Survey
) -> tuple[tuple[Progress, ...], tuple[Finding, ...]]:
    """Return each translation's state, and the faults of those that cannot be read."""
    found: list[Progress] = []
    findings: list[Finding] = []
    for name, units, path, code in _catalogues(workspace, settings, survey, findings):
        try:
            if path.startswith(STRINGS):
                catalogue = read_words(workspace, code)
            else:
                catalogue = read_catalogue(workspace, path, code)
            found.append(_state(name, units, catalogue))
        except PlainleafError as error:
            findings += error.findings
    return tuple(found), tuple(findings)


def _catalogues(
    workspace: Workspace, settings: Settings, survey: Survey, findings: list[Finding]
) -> Iterator[tuple[str, Sequence[Unit], str, str]]:
    for name in survey.handouts:
        try:
            units = read_handout(workspace, name).units
        except PlainleafError as error:
            findings += error.findings
            continue
        for code in survey.languages[name]:
            if code != settings.source_language:
                yield name, units, f"handouts/{name}/{code}.po", code
    words = [Unit(word, word, 1) for word in fixed_words(workspace, survey.audiences)]
    codes = {code for codes in survey.languages.values() for code in codes} - {"en"}
    for code in sorted(codes):
        yield FIXED, words, f"{STRINGS}{code}.po", code


def _state(name: str, units: Sequence[Unit], catalogue: Catalogue) -> Progress:
    done = sum(catalogue.current(unit) is not None for unit in units)
    found = [catalogue.messages.get(unit.id) for unit in units]
    missing = sum(not (message and message.text) for message in found)
    return Progress(
        handout=name,
        language=catalogue.language,
        done=done,
        fuzzy=len(units) - done - missing,
        missing=missing,
        reviewed=catalogue.is_reviewed,
        method=catalogue.method,
        checker=catalogue.checker,
        review_date=catalogue.review_date,
    )
