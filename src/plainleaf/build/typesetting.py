"""[Edition] × shapes → new masters: loaded, checked, localized, typeset."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from plainleaf.brand.fill import FIXED
from plainleaf.build.context import Context, each_made
from plainleaf.build.drawings import PICTURE, drawn_anew
from plainleaf.build.master import MasterResult, Spec
from plainleaf.build.remedy import what_helps
from plainleaf.checks.promise import promise
from plainleaf.checks.registry import check_texts
from plainleaf.errors import Fault, Finding, Misfit, PlainleafError, Severity
from plainleaf.load.format import smaller_sizes
from plainleaf.load.layers import PAGE
from plainleaf.load.library import load
from plainleaf.load.pictures import Passed, Place, about_pictures, path_of, places_of, too_coarse
from plainleaf.model import MILLIMETRE, Drawing, Edition, Handout, Library, Master, Sheet
from plainleaf.text.localize import FIXED_WORDS, STRINGS, localize
from plainleaf.workers.jobs import Typeset, TypesetJob
from plainleaf.workspace.settings import PATH as SETTINGS_PATH


@dataclass(frozen=True)
class Content:
    """What sheets are made of: texts, and the pictures that they show."""

    library: Library
    places: Mapping[str, tuple[Place, ...]]
    passed: Passed

    def drawings(self, handout: Handout) -> Mapping[str, Drawing]:
        """Return what a handout shows, by its path."""
        paths = map(path_of, handout.figures)
        found = {path: self.passed[path] for path in paths}
        return {path: drawing for path, drawing in found.items() if isinstance(drawing, Drawing)}


def new_masters(
    context: Context, missing: Sequence[Spec], keys: Mapping[Spec, str]
) -> Iterator[tuple[Spec, MasterResult]]:
    """Yield each master that is missing, or what stops it."""
    content, found = _loaded(context, [edition for edition, _ in missing])

    def make(each: Spec) -> MasterResult:
        about = findings_about(each[0], found)
        if context.order.stops(about):
            return MasterResult(about)
        try:
            return _typeset(context, content, each, about, keys[each])
        except Misfit as error:
            return _with_help(context, content, each, about, error)

    def fail(each: Spec, error: PlainleafError) -> MasterResult:
        return MasterResult((*findings_about(each[0], found), *error.findings), error.faults)

    yield from each_made(context, missing, make, fail)


def _loaded(context: Context, editions: Sequence[Edition]) -> tuple[Content, tuple[Finding, ...]]:
    order, survey = context.order, context.survey
    library, faults = load(
        order.workspace,
        order.settings,
        editions,
        [],
        survey.audiences,
        survey.offered,
        survey.formats,
    )
    places = places_of(library.handouts.values())
    passed = drawn_anew(context, PICTURE, places, survey.changed_file)
    found = (*faults, *check_texts(library, editions), *about_pictures(places, passed))
    return Content(library, places, passed), found


def _typeset(
    context: Context, content: Content, each: Spec, about: tuple[Finding, ...], key: str
) -> MasterResult:
    edition, shape = each
    sheet = localize(content.library, edition, shape, key[:32], context.date)
    master = _lay_out(context, sheet, content).master
    if changed := tuple(context.survey.changed_text(edition)):
        return MasterResult(changed)
    if master is None:
        raise ValueError(f"{edition.name}: neither typeset nor a misfit")
    return MasterResult(
        findings=(*about, *_coarse(sheet, master, content)),
        faults=(*_blanks(sheet, master), *_torn(master)),
        master=master,
        promise=promise(sheet, master),
        words={
            voice.language.code: {each: voice.words[each] for each in FIXED if each in voice.words}
            for voice in sheet.voices
        },
        version=sheet.handout.version,
        date=sheet.handout.reviewed.isoformat(),
        key=key,
    )


def _lay_out(
    context: Context, sheet: Sheet, content: Content, *, is_trial: bool = False
) -> Typeset:
    """Have a sheet typeset; raise Misfit where it does not fit."""
    most_pages = context.order.settings.limits.pages
    pictures = content.drawings(sheet.handout)
    job = TypesetJob(sheet, context.order.workspace, most_pages, pictures, is_trial)
    times = 1 if is_trial else sheet.format.layouts
    made = context.workers.ask("typeset", job, "", times)
    if made.misfits:
        stretches, pages = made.stretches, made.pages
        raise Misfit(*made.misfits, stretches=stretches, pages=pages, height=made.height)
    return made


def _blanks(sheet: Sheet, master: Master) -> Iterator[Fault]:
    """Warn where a text is too short to fill the panels of its fold."""
    if sheet.fold and sheet.fold.pages and master.pages < sheet.fold.pages:
        blank = sheet.fold.pages - master.pages
        message = f"leaves {blank} of its {sheet.fold.pages} panels blank."
        hint = "Choose a format with fewer panels."
        if sheet.format.is_brief and sheet.handout.brief:
            hint = "Name more sections in 'brief', or choose a format with fewer panels."
        yield Fault("blank", message, hint, severity=Severity.WARNING)


def _torn(master: Master) -> Iterator[Fault]:
    """Warn of each word that is divided where its reader may stumble."""
    for word in master.torn:
        message = f"the word {word!r} is longer than a line, and is divided where nobody said."
        hint = "Write soft hyphens (U+00AD) where it may be divided, or take a smaller size."
        yield Fault("long-word", message, hint, severity=Severity.WARNING)


def _coarse(sheet: Sheet, master: Master, content: Content) -> Iterator[Finding]:
    """Warn of each picture that has too few pixels where it is printed."""
    drawings = content.drawings(sheet.handout)
    for path, width in master.pictures:
        for place in content.places[path] if path in drawings else ():
            if place.file == sheet.handout.path:
                yield from too_coarse(place, drawings[path], width / MILLIMETRE, "")


def _with_help(
    context: Context, content: Content, each: Spec, about: tuple[Finding, ...], misfit: Misfit
) -> MasterResult:
    """Say of a text that does not fit what would help; each way that may is tried."""
    edition, shape = each
    lost: list[PlainleafError] = []

    def fits(sheet: Sheet) -> bool:
        try:
            _lay_out(context, sheet, content, is_trial=True)
        except Misfit as error:
            # A back that is too long is told of where the text fits: less of it is no help there.
            return {fault.code for fault in error.faults} == {"fit-back"}
        except PlainleafError as error:
            lost.append(error)
            return False
        return True

    sizes = smaller_sizes(context.order.workspace, context.survey.sizes, edition.size)
    found = what_helps(content.library, edition, shape, sizes, misfit, fits)
    return MasterResult(about, found, is_misfit=not lost)


def findings_about(edition: Edition, findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """Return the findings in a file that shapes an edition."""
    folder = f"handouts/{edition.handout}"
    paths = {
        f"{folder}/handout.md",
        f"styles/formats/{edition.format}.css",
        FIXED_WORDS,
        PAGE,
        SETTINGS_PATH,
    }
    for code in edition.languages:
        paths |= {f"{folder}/{code}.po", f"{STRINGS}{code}.po"}
    return tuple(finding for finding in findings if finding.path in paths)
