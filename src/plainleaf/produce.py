"""[Imprint] → files in build/: load, check, localize, typeset, impose, inspect, write."""

import hashlib
import json
import os
import time
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from plainleaf.checks import check_texts
from plainleaf.errors import Finding, PlainleafError, Severity, WorkerLost, finding_from
from plainleaf.fence import Fence
from plainleaf.fence.jobs import TICKET_PAGES, ImposeJob, InspectJob, TypesetJob
from plainleaf.load import WORDS, load
from plainleaf.localize import localize
from plainleaf.manifest import Result
from plainleaf.model import Imprint, Library, Master, Sheet
from plainleaf.order import Order
from plainleaf.promise import promise
from plainleaf.remedy import what_helps
from plainleaf.settings import PATH as SETTINGS_PATH
from plainleaf.survey import Survey
from plainleaf.traces import traces
from plainleaf.write import put_all_in_place

STALE = ("translations", "words")
"""Codes of findings about words that are not translated, or from an older text."""


@dataclass(frozen=True)
class Workshop:
    """What every imprint of a run is made with."""

    order: Order
    fence: Fence
    library: Library
    findings: tuple[Finding, ...]
    survey: Survey
    traces: tuple[str, ...]


def produce(
    order: Order,
    survey: Survey,
    fence: Fence,
    imprints: Sequence[Imprint],
) -> Iterator[tuple[Imprint, Result]]:
    """Yield each imprint with its result, in the order in which they end.

    An imprint whose worker died is tried once more when all others are done.
    """
    editions = [imprint.edition for imprint in imprints]
    brands = {imprint.brand for imprint in imprints}
    library, faults = load(
        order.workspace,
        order.settings,
        editions,
        brands,
        survey.audiences,
        survey.offered,
        survey.formats,
    )
    found = (*faults, *check_texts(library, editions))
    findings = tuple(weighed(finding, order) for finding in found)
    known = traces(order.workspace.root, order.folder)
    shop = Workshop(order, fence, library, findings, survey, known)
    lost: list[Imprint] = []
    with ThreadPoolExecutor(max_workers=len(fence.workers)) as pool:
        futures = {pool.submit(_imprint, shop, i): i for i in imprints}
        try:
            for future in as_completed(futures):
                try:
                    result = future.result()
                except WorkerLost:
                    lost.append(futures[future])
                else:
                    yield futures[future], result
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            fence.close()
            raise
    for imprint in sorted(lost):
        yield imprint, _imprint(shop, imprint, last_try=True)


def _imprint(shop: Workshop, imprint: Imprint, last_try: bool = False) -> Result:
    """Make one imprint; raise WorkerLost where its worker died and it deserves another try."""
    started = time.monotonic()
    about = findings_about(imprint, shop.findings)
    files: dict[str, bytes] = {}
    pages = 0
    try:
        if not any(finding.is_error for finding in about):
            sheet = localize(shop.library, imprint, _identifier(shop, imprint), _date())
            master = _typeset(shop, sheet, imprint)
            press = _impose(shop, sheet, master, imprint)
            inspected = _inspect(shop, sheet, master, press, imprint)
            found = (*_blanks(sheet, master, imprint), *inspected)
            about = (*about, *(weighed(finding, shop.order) for finding in found))
            pages = master.pages
            files = {imprint.path: master.pdf, **({imprint.press: press} if imprint.press else {})}
    except WorkerLost as error:
        if not error.by_limit and not last_try:
            raise
        about = (*about, *error.findings)
    except PlainleafError as error:
        about = (*about, *_with_help(shop, imprint, error.findings))
    if not any(finding.is_error for finding in about):
        about = (*about, *_put(shop.order.folder, files, imprint))
    failed = any(finding.is_error for finding in about)
    seconds = round(time.monotonic() - started, 3)
    if failed:
        return Result(imprint.path, None, 0, None, None, "failed", seconds, about)
    digest, press_digest = (
        hashlib.sha256(files[path]).hexdigest() if path else None
        for path in (imprint.path, imprint.press)
    )
    kept = (imprint.path, imprint.press, pages, digest, press_digest)
    return Result(*kept, "built", seconds, about)


def _typeset(shop: Workshop, sheet: Sheet, imprint: Imprint) -> Master:
    job = TypesetJob(sheet, shop.order.workspace, shop.order.settings.limits.pages)
    reply = shop.fence.ask("typeset", job, imprint.path, sheet.format.layouts)
    return Master(
        pdf=reply.blob,
        pages=reply.header["pages"],
        families=tuple(reply.header["families"]),
        floor=reply.header["floor"],
        foreign=tuple((text, language) for text, language in reply.header["foreign"]),
        links=tuple((target, text) for target, text in reply.header["links"]),
    )


def _impose(shop: Workshop, sheet: Sheet, master: Master, imprint: Imprint) -> bytes:
    """Return the press sheets; nothing where the format does not fold."""
    if not imprint.press:
        return b""
    job = ImposeJob(
        pdf=master.pdf,
        edition=imprint.edition,
        direction=sheet.language.direction,
        version=sheet.handout.version,
        date=sheet.handout.reviewed.isoformat(),
        organization=sheet.brand.title,
        bleed=shop.order.bleed,
        ticket=shop.order.ticket,
        fonts=shop.order.settings.fonts,
    )
    return shop.fence.ask("impose", job, imprint.press).blob


def _blanks(sheet: Sheet, master: Master, imprint: Imprint) -> Iterator[Finding]:
    """Warn where a text is too short to fill the panels of its fold."""
    if sheet.fold and sheet.fold.pages and master.pages < sheet.fold.pages:
        blank = sheet.fold.pages - master.pages
        message = f"leaves {blank} of its {sheet.fold.pages} panels blank."
        hint = "Choose a format with fewer panels."
        if sheet.format.is_brief and sheet.handout.brief:
            hint = "Name more sections in 'brief', or choose a format with fewer panels."
        yield Finding(imprint.path, None, "blank", message, hint, Severity.WARNING)


def _inspect(
    shop: Workshop, sheet: Sheet, master: Master, press: bytes, imprint: Imprint
) -> list[Finding]:
    kept = promise(sheet, master, imprint.path)
    ticket = TICKET_PAGES if press and shop.order.ticket else 0
    job = InspectJob(master.pdf, imprint.path, kept, shop.traces, press, ticket)
    reply = shop.fence.ask("inspect", job, imprint.path)
    return [finding_from(row, imprint.path) for row in reply.header["report"]]


def _with_help(
    shop: Workshop, imprint: Imprint, findings: tuple[Finding, ...]
) -> tuple[Finding, ...]:
    """Say of a text that does not fit what would help; each way is tried."""
    if not any(finding.code == "fit" for finding in findings):
        return findings

    def fits(sheet: Sheet) -> bool:
        try:
            _typeset(shop, sheet, imprint)
        except PlainleafError as error:
            # A back that is too long is told beside it, and is not mended by less text.
            return {finding.code for finding in error.findings} == {"fit-back"}
        return True

    hint = what_helps(shop.library, imprint, shop.survey.sizes, fits)
    return tuple(
        replace(finding, hint=hint) if finding.code == "fit" else finding for finding in findings
    )


def findings_about(imprint: Imprint, findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """Return the findings in a file that shapes the imprint."""
    edition = imprint.edition
    folder = f"handouts/{edition.handout}"
    paths = {
        f"{folder}/handout.md",
        f"styles/brands/{imprint.brand}/_brand.yml",
        f"styles/formats/{edition.format}.css",
        WORDS,
        SETTINGS_PATH,
    }
    for code in edition.languages:
        paths |= {f"{folder}/{code}.po", f"templates/strings/{code}.po"}
    return tuple(finding for finding in findings if finding.path in paths)


def weighed(finding: Finding, order: Order) -> Finding:
    """Return a finding with the weight that the order gives it."""
    if order.strict:
        return replace(finding, severity=Severity.ERROR)
    if order.allow_stale and finding.code in STALE:
        hint = "It is printed in the source language."
        return replace(finding, severity=Severity.WARNING, hint=hint)
    return finding


def _identifier(shop: Workshop, imprint: Imprint) -> str:
    """Return the PDF's identifier: the same inputs give the same bytes."""
    text = json.dumps([imprint.path, shop.survey.inputs(imprint)], sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()[:32]


def _put(folder: Path, files: Mapping[str, bytes], imprint: Imprint) -> Iterator[Finding]:
    """Write an imprint's files; yield a finding where their place cannot be written."""
    try:
        put_all_in_place({folder / path: pdf for path, pdf in files.items()})
        if not imprint.press:  # its format may have folded once
            (folder / imprint.path).with_suffix(".print.pdf").unlink(missing_ok=True)
    except OSError as error:
        message = f"cannot be written: {error.strerror or error}."
        hint = "Look at the folder's rights and room, or choose another with -o."
        yield Finding(imprint.path, None, "not-written", message, hint)


def _date() -> str:
    """Return the date that SOURCE_DATE_EPOCH asks for, or none: then the handout's own."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not epoch:
        return ""
    try:
        return datetime.fromtimestamp(int(epoch), UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    except (ValueError, OverflowError, OSError):
        message, hint = f"{epoch[:40]!r} is no date.", "Give seconds since 1970, or unset it."
        finding = Finding("SOURCE_DATE_EPOCH", None, "bad-epoch", message, hint)
        raise PlainleafError(finding) from None
