"""Handouts or PDF files → [Finding], without building anything."""

from collections.abc import Sequence
from pathlib import Path

from plainleaf.checks import check_texts
from plainleaf.errors import Finding, PlainleafError, finding_from
from plainleaf.fence import Fence
from plainleaf.fence.jobs import InspectJob
from plainleaf.load.library import load
from plainleaf.model import Choice
from plainleaf.plan import plan
from plainleaf.settings import Settings
from plainleaf.survey import take_survey
from plainleaf.traces import traces
from plainleaf.workspace import Workspace

LARGEST_PDF = 64 * 2**20  # bytes


def review_handouts(
    workspace: Workspace, settings: Settings, names: Sequence[str]
) -> tuple[Finding, ...]:
    """Check handouts in all their languages with all brands; no name means each handout."""
    survey = take_survey(workspace, settings)
    choices = [
        Choice(handouts=(name,), languages=survey.languages.get(name, ()), brands=("all",))
        for name in names or survey.handouts
    ]
    imprints = plan(survey, settings, choices)
    editions = [imprint.edition for imprint in imprints]
    library, faults = load(
        workspace,
        settings,
        editions,
        {imprint.brand for imprint in imprints},
        survey.audiences,
        survey.languages,
        survey.formats,
    )
    return (*survey.findings, *faults, *check_texts(library, editions))


def review_pdfs(settings: Settings, files: Sequence[Path]) -> tuple[Finding, ...]:
    """Inspect PDF files that may come from anywhere."""
    findings: list[Finding] = []
    with Fence({"inspect": 1}, settings.limits, settings.fonts) as fence:
        for file in files:
            path = file.as_posix()
            try:
                job = InspectJob(_read(file), path, promise=None, traces=traces())
                report = fence.ask("inspect", job, path).header["report"]
                findings += [finding_from(row, path) for row in report]
            except PlainleafError as error:
                findings += error.findings
    return tuple(findings)


def _read(file: Path) -> bytes:
    if not file.is_file():
        hint = "Mend its name."
        raise PlainleafError(Finding(file.as_posix(), None, "missing-file", "is no file.", hint))
    if file.stat().st_size > LARGEST_PDF:
        message = f"is larger than {LARGEST_PDF:,} bytes."
        hint = "Check a smaller one."
        raise PlainleafError(Finding(file.as_posix(), None, "too-large", message, hint))
    return file.read_bytes()
