"""[Edition] × shapes → new masters: loaded, checked, localized, typeset."""

from collections.abc import Iterator, Mapping, Sequence

from plainleaf.checks import check_texts
from plainleaf.errors import (
    Finding,
    Misfit,
    PlainleafError,
    Severity,
    WorkerLost,
    finding_from,
)
from plainleaf.fence.jobs import TypesetJob
from plainleaf.fill import FIXED
from plainleaf.load.format import smaller_sizes
from plainleaf.load.library import WORDS, load
from plainleaf.localize import localize
from plainleaf.model import Edition, Library, Master, Sheet
from plainleaf.produce.ready import Ready, Wanted, master_of
from plainleaf.produce.workshop import Reply, Workshop, each_made, weighed
from plainleaf.promise import promise
from plainleaf.remedy import what_helps
from plainleaf.settings import PATH as SETTINGS_PATH


def new_masters(
    shop: Workshop, missing: Sequence[Wanted], keys: Mapping[Wanted, str]
) -> Iterator[tuple[Wanted, Ready]]:
    """Yield each master that is missing, or what stops it."""
    library, found = _loaded(shop, [edition for edition, _ in missing])

    def make(each: Wanted, last_try: bool) -> Ready:
        about = findings_about(each[0], found)
        if any(weighed(finding, shop.order).is_error for finding in about):
            return Ready(about)
        try:
            return _typeset(shop, library, each, about, keys[each])
        except WorkerLost as error:
            if not error.by_limit and not last_try:
                raise
            return Ready((*about, *error.findings))
        except Misfit as error:
            return _with_help(shop, library, each, about, error)
        except PlainleafError as error:
            return Ready((*about, *error.findings))

    yield from each_made(shop, missing, make)


def _loaded(shop: Workshop, editions: Sequence[Edition]) -> tuple[Library, tuple[Finding, ...]]:
    order, survey = shop.order, shop.survey
    library, faults = load(
        order.workspace,
        order.settings,
        editions,
        [],
        survey.audiences,
        survey.offered,
        survey.formats,
    )
    return library, (*faults, *check_texts(library, editions))


def _typeset(
    shop: Workshop, library: Library, each: Wanted, about: tuple[Finding, ...], key: str
) -> Ready:
    edition, shape = each
    sheet = localize(library, edition, shape, key[:32], shop.date)
    reply = _lay_out(shop, sheet)
    if changed := tuple(shop.survey.changed_text(edition)):
        return Ready(changed)
    master = master_of(reply.header, reply.blob)
    return Ready(
        findings=(*about, *_blanks(sheet, master)),
        master=master,
        promise=promise(sheet, master, ""),
        words={
            voice.language.code: {each: voice.words[each] for each in FIXED if each in voice.words}
            for voice in sheet.voices
        },
        version=sheet.handout.version,
        date=sheet.handout.reviewed.isoformat(),
        key=key,
    )


def _lay_out(shop: Workshop, sheet: Sheet, *, is_trial: bool = False) -> Reply:
    """Have a sheet typeset; raise Misfit where it does not fit."""
    most_pages = shop.order.settings.limits.pages
    job = TypesetJob(sheet, shop.order.workspace, most_pages, is_trial=is_trial)
    times = 1 if is_trial else sheet.format.layouts
    reply = shop.workers.ask("typeset", job, "", times)
    if misfits := reply.header.get("misfits"):
        raise Misfit(*map(finding_from, misfits), **reply.header["lengths"])
    return reply


def _blanks(sheet: Sheet, master: Master) -> Iterator[Finding]:
    """Warn where a text is too short to fill the panels of its fold."""
    if sheet.fold and sheet.fold.pages and master.pages < sheet.fold.pages:
        blank = sheet.fold.pages - master.pages
        message = f"leaves {blank} of its {sheet.fold.pages} panels blank."
        hint = "Choose a format with fewer panels."
        if sheet.format.is_brief and sheet.handout.brief:
            hint = "Name more sections in 'brief', or choose a format with fewer panels."
        yield Finding("", None, "blank", message, hint, Severity.WARNING)


def _with_help(
    shop: Workshop, library: Library, each: Wanted, about: tuple[Finding, ...], misfit: Misfit
) -> Ready:
    """Say of a text that does not fit what would help; each way that may is tried."""
    edition, shape = each
    lost: list[PlainleafError] = []

    def fits(sheet: Sheet) -> bool:
        try:
            _lay_out(shop, sheet, is_trial=True)
        except Misfit as error:
            # A back that is too long is told of where the text fits: less of it is no help there.
            return {finding.code for finding in error.findings} == {"fit-back"}
        except PlainleafError as error:
            lost.append(error)
            return False
        return True

    sizes = smaller_sizes(shop.order.workspace, shop.survey.sizes, edition.size)
    found = what_helps(library, edition, shape, sizes, misfit, fits)
    return Ready((*about, *found), is_misfit=not lost)


def findings_about(edition: Edition, findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """Return the findings in a file that shapes an edition."""
    folder = f"handouts/{edition.handout}"
    paths = {
        f"{folder}/handout.md",
        f"styles/formats/{edition.format}.css",
        WORDS,
        SETTINGS_PATH,
    }
    for code in edition.languages:
        paths |= {f"{folder}/{code}.po", f"templates/strings/{code}.po"}
    return tuple(finding for finding in findings if finding.path in paths)
