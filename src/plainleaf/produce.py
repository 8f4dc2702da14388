"""[Imprint] → files in build/: load, check, localize, typeset, inspect, write."""

import hashlib
import json
import os
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from plainleaf.checks import check_texts
from plainleaf.errors import Finding, PlainleafError, Severity, WorkerLost, finding_from
from plainleaf.fence import Fence
from plainleaf.fence.jobs import InspectJob, TypesetJob
from plainleaf.load import WORDS, load
from plainleaf.localize import localize
from plainleaf.manifest import Result
from plainleaf.model import Imprint, Library, Master, Sheet
from plainleaf.order import Order
from plainleaf.promise import promise
from plainleaf.settings import PATH as SETTINGS_PATH
from plainleaf.survey import Survey
from plainleaf.traces import traces
from plainleaf.write import put_in_place

STALE = ("translations", "words")
"""Codes of findings about words that are not translated, or from an older text."""


@dataclass(frozen=True)
class Press:
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
        order.workspace, order.settings, editions, brands, survey.audiences, survey.offered
    )
    found = (*faults, *check_texts(library, editions))
    findings = tuple(weighed(finding, order) for finding in found)
    known = traces(order.workspace.root, order.folder)
    press = Press(order, fence, library, findings, survey, known)
    lost: list[Imprint] = []
    with ThreadPoolExecutor(max_workers=len(fence.workers)) as pool:
        futures = {pool.submit(_imprint, press, i): i for i in imprints}
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
        yield imprint, _imprint(press, imprint, last_try=True)


def _imprint(press: Press, imprint: Imprint, last_try: bool = False) -> Result:
    """Make one imprint; raise WorkerLost where its worker died and it deserves another try."""
    started = time.monotonic()
    about = findings_about(imprint, press.findings)
    pdf, pages = b"", 0
    try:
        if not any(finding.is_error for finding in about):
            sheet = localize(press.library, imprint, _identifier(press, imprint), _date())
            master = _typeset(press, sheet, imprint)
            inspected = _inspect(press, sheet, master, imprint)
            about = (*about, *(weighed(finding, press.order) for finding in inspected))
            pdf, pages = master.pdf, master.pages
    except WorkerLost as error:
        if not error.by_limit and not last_try:
            raise
        about = (*about, *error.findings)
    except PlainleafError as error:
        about = (*about, *error.findings)
    if not any(finding.is_error for finding in about):
        about = (*about, *_put(press.order.folder / imprint.path, pdf, imprint))
    failed = any(finding.is_error for finding in about)
    seconds = round(time.monotonic() - started, 3)
    if failed:
        return Result(imprint.path, None, 0, None, "failed", seconds, about)
    digest = hashlib.sha256(pdf).hexdigest()
    return Result(imprint.path, None, pages, digest, "built", seconds, about)


def _typeset(press: Press, sheet: Sheet, imprint: Imprint) -> Master:
    job = TypesetJob(sheet, press.order.workspace, press.order.settings.limits.pages)
    reply = press.fence.ask("typeset", job, imprint.path)
    return Master(
        pdf=reply.blob,
        pages=reply.header["pages"],
        families=tuple(reply.header["families"]),
        floor=reply.header["floor"],
        foreign=tuple((text, language) for text, language in reply.header["foreign"]),
        links=tuple((target, text) for target, text in reply.header["links"]),
    )


def _inspect(press: Press, sheet: Sheet, master: Master, imprint: Imprint) -> list[Finding]:
    kept = promise(sheet, master, imprint.path)
    job = InspectJob(master.pdf, imprint.path, kept, press.traces)
    reply = press.fence.ask("inspect", job, imprint.path)
    return [finding_from(row, imprint.path) for row in reply.header["report"]]


def findings_about(imprint: Imprint, findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """Return the findings in a file that shapes the imprint."""
    edition = imprint.edition
    folder = f"handouts/{edition.handout}"
    paths = {
        f"{folder}/handout.md",
        f"styles/brands/{imprint.brand}/_brand.yml",
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


def _identifier(press: Press, imprint: Imprint) -> str:
    """Return the PDF's identifier: the same inputs give the same bytes."""
    text = json.dumps([imprint.path, press.survey.inputs(imprint)], sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()[:32]


def _put(path: Path, pdf: bytes, imprint: Imprint) -> Iterator[Finding]:
    """Write a PDF; yield a finding where its place cannot be written."""
    try:
        put_in_place(path, pdf)
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
