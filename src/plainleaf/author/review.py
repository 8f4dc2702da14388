"""Handouts or PDF files → [Finding], without building anything."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from plainleaf.build.plan import plan
from plainleaf.checks.registry import check_texts
from plainleaf.checks.traces import traces
from plainleaf.errors import Finding, PlainleafError
from plainleaf.load.library import load
from plainleaf.load.pictures import about_pictures, places_of, too_coarse, width_on_a_sheet
from plainleaf.model import MOST_PICTURE_BYTES, Choice, Drawing, Handout
from plainleaf.workers.fence import Fence
from plainleaf.workers.jobs import InspectJob, PictureJob
from plainleaf.workspace import Workspace
from plainleaf.workspace.settings import Settings
from plainleaf.workspace.survey import take_survey

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
    handouts = library.handouts.values()
    about_pictures = _about_pictures(workspace, settings, handouts)
    return (*survey.findings, *faults, *check_texts(library, editions), *about_pictures)


def _about_pictures(
    workspace: Workspace, settings: Settings, handouts: Iterable[Handout]
) -> Iterator[Finding]:
    """Have the gate look at each picture; how wide it is printed is known before its sheets."""
    places = places_of(handouts)
    if not places:
        return
    with Fence({"picture": 1}, settings.limits, settings.fonts) as fence:
        passed = {path: _passed(workspace, fence, path) for path in places}
    yield from about_pictures(places, passed)
    drawings = {path: made for path, made in passed.items() if isinstance(made, Drawing)}
    for path, drawing in drawings.items():
        for place in places[path]:
            yield from too_coarse(place, drawing, width_on_a_sheet(drawing), " on a sheet")


def _passed(workspace: Workspace, fence: Fence, path: str) -> Drawing | tuple[Finding, ...]:
    try:
        data = workspace.read_bytes(path, MOST_PICTURE_BYTES)
        return fence.ask("picture", PictureJob(data), path)
    except PlainleafError as error:
        return error.findings


def review_pdfs(settings: Settings, files: Sequence[Path]) -> tuple[Finding, ...]:
    """Inspect PDF files that may come from anywhere."""
    findings: list[Finding] = []
    with Fence({"inspect": 1}, settings.limits, settings.fonts) as fence:
        for file in files:
            path = file.as_posix()
            try:
                job = InspectJob(_read(file), promise=None, traces=traces())
                faults = fence.ask("inspect", job, path).faults
                findings += (fault.at(path) for fault in faults)
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
