"""Masters × brands → PDFs in build/: stamped, imposed, inspected, written."""

import hashlib
import os
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from plainleaf.build.manifest import Result
from plainleaf.build.ready import PASSED, proof_key
from plainleaf.build.results import built, failed, faults_of, not_written
from plainleaf.build.stamping import Stamping, promised
from plainleaf.build.workshop import Workshop, each_made, weighed
from plainleaf.errors import Finding, PlainleafError, WorkerLost
from plainleaf.model import UNSEEN, Imprint, Inks, Master
from plainleaf.stamp import StampError, written
from plainleaf.stamp import run as stamp
from plainleaf.text.locales import direction_of
from plainleaf.workers.jobs import ImposeJob, InspectJob, Stamped, StampJob
from plainleaf.workspace.write import Stat, put_all_in_place

AT_ONCE = 100
"""Imprints of one job: enough that a master crosses the pipe seldom."""

FEW = 60
"""Imprints that are stamped sooner than a process for it would start."""


def make_imprints(shop: Workshop, stampings: Sequence[Stamping]) -> Iterator[Result]:
    """Yield the result of each imprint.

    One of each new master is inspected as a whole, or all of them; where that one fails, so are
    the others of its master.
    """
    # A warning that stops an imprint must not depend on which one of its master is looked at.
    looks_at_all = shop.order.verify == "all" or shop.order.strict
    whole, quick, waiting = [], [], dict[str, list[Stamping]]()
    for each in stampings:
        key = each.ready.key
        if looks_at_all or (each.ready.is_new and key not in waiting):
            waiting[key] = waiting.get(key, [])
            whole.append(each)
        elif key in waiting:
            waiting[key].append(each)
        else:
            quick.append(each)
    for each, result in _each_whole(shop, whole, inspected=True):
        yield result
        others = waiting.pop(each.ready.key, [])
        if result.state == "failed":
            yield from (made for _, made in _each_whole(shop, others, inspected=True))
        else:
            quick += others
    folded = [each for each in quick if each.imprint.press]
    yield from (made for _, made in _each_whole(shop, folded, inspected=False))
    yield from _each_quick(shop, [each for each in quick if not each.imprint.press])


def _each_whole(
    shop: Workshop, some: Sequence[Stamping], *, inspected: bool
) -> Iterator[tuple[Stamping, Result]]:
    def make(place: int, last_try: bool) -> tuple[Result, tuple[Finding, ...]]:
        return _whole(shop, some[place], inspected, last_try)

    for place, (result, seen) in each_made(shop, range(len(some)), make) if some else ():
        if inspected and result.state == "built" and not seen:
            # One with a warning is looked at again in each run: it may be about its brand alone.
            shop.store.put(proof_key(some[place].ready.key), PASSED)
        yield some[place], result


def _whole(
    shop: Workshop, each: Stamping, inspected: bool, last_try: bool
) -> tuple[Result, tuple[Finding, ...]]:
    """Make one imprint and its press sheets; raise WorkerLost where it deserves another try.

    Returns too what the inspection has found.
    """
    started, imprint, about = time.monotonic(), each.imprint, each.about
    files: dict[str, bytes] = {}
    seen: tuple[Finding, ...] = ()
    try:
        (made,) = stamp(_job(each.master, [each], None)).prints
        pdf = each.master.pdf + made.update
        pressed = _imposed(shop, each, pdf)
        if inspected:
            seen = _inspected(shop, each, pdf, pressed.get(imprint.press or "", b""))
            about = (*about, *(weighed(finding, shop.order) for finding in seen))
        files = {imprint.path: pdf, **pressed}
    except WorkerLost as error:
        if not error.by_limit and not last_try:
            raise
        about = (*about, *error.findings)
    except (PlainleafError, StampError) as error:
        about = (*about, *faults_of(error))
    stats: Mapping[str, Stat] = {}
    if not any(finding.is_error for finding in about):
        stats, fault = _put(shop, files, imprint)
        about = (*about, *fault)
    seconds = round(time.monotonic() - started, 3)
    if any(finding.is_error for finding in about):
        return failed(imprint, about, seconds), seen
    digests = {path: hashlib.sha256(data).hexdigest() for path, data in files.items()}
    return built(each, digests, stats, seconds, about), seen


def _imposed(shop: Workshop, each: Stamping, pdf: bytes) -> dict[str, bytes]:
    """Return the press sheets and their ticket by path, as far as they are wanted."""
    brand, press, ticket = each.carried.brand, each.imprint.press, each.imprint.ticket
    if not press:
        return {}
    job = ImposeJob(
        pdf=pdf,
        edition=each.imprint.edition,
        direction=direction_of(each.imprint.edition.languages[0]),
        version=each.ready.version,
        date=each.ready.date,
        organization=brand.title,
        phone=brand.phone("en").translate(UNSEEN),
        inks=Inks(shop.order.cmyk, brand.spot, brand.shades),
        bleed=shop.order.bleed,
        ticket=ticket is not None,
        fonts=shop.order.settings.fonts,
    )
    made = shop.workers.ask("impose", job, press)
    return {press: made.press, **({ticket: made.ticket} if ticket else {})}


def _inspected(shop: Workshop, each: Stamping, pdf: bytes, press: bytes) -> tuple[Finding, ...]:
    path = each.imprint.path
    job = InspectJob(pdf, promised(each), shop.traces, press)
    findings = shop.workers.ask("inspect", job, path).findings
    return tuple(replace(finding, path=path) for finding in findings)


def _put(
    shop: Workshop, files: Mapping[str, bytes], imprint: Imprint
) -> tuple[Mapping[str, Stat], tuple[Finding, ...]]:
    """Write an imprint's files; return a finding where their place cannot be written."""
    folder = shop.order.folder
    try:
        stats = put_all_in_place({folder / path: (data,) for path, data in files.items()})
        _drop_press(shop, imprint)
    except OSError as error:
        return {}, (not_written(imprint, error.strerror or str(error)),)
    return {path: stats[folder / path] for path in files}, ()


def _drop_press(shop: Workshop, imprint: Imprint) -> None:
    """Remove press sheets and a ticket of an earlier run that are not asked for any more."""
    for kind, wanted in (("print", imprint.press), ("ticket", imprint.ticket)):
        if not wanted:
            with suppress(OSError):
                os.unlink(f"{shop.order.folder}/{imprint.place(kind)}")  # noqa: PTH108


def _each_quick(shop: Workshop, some: Sequence[Stamping]) -> Iterator[Result]:
    """Stamp what only has to be written: many at once, each with the invariant of a stamp."""
    by_master: dict[str, list[Stamping]] = {}
    for each in some:
        by_master.setdefault(each.ready.key, []).append(each)
    jobs = [
        tuple(of_master[at : at + AT_ONCE])
        for of_master in by_master.values()
        for at in range(0, len(of_master), AT_ONCE)
    ]

    def make(place: int, last_try: bool) -> list[Result]:
        return _quick(shop, jobs[place], is_few=len(some) <= FEW, last_try=last_try)

    for _, results in each_made(shop, range(len(jobs)), make) if jobs else ():
        yield from results


def _quick(
    shop: Workshop, some: Sequence[Stamping], *, is_few: bool, last_try: bool
) -> list[Result]:
    started = time.monotonic()
    master = some[0].master
    folder = shop.order.folder.resolve() if is_few or shop.shares else None
    job = _job(master, some, folder)
    try:
        stamps = stamp(job) if is_few else shop.workers.ask("stamp", job, "")
    except WorkerLost as error:
        if not error.by_limit and not last_try:
            raise
        return [failed(each.imprint, (*each.about, *error.findings)) for each in some]
    except (PlainleafError, StampError) as error:
        return [failed(each.imprint, (*each.about, *faults_of(error))) for each in some]
    done: Sequence[Stamped] = stamps.prints
    if folder is None:  # a worker elsewhere has stamped them
        places = (f"{shop.order.folder}/{each.imprint.path}" for each in some)
        done = [written(*each, master.pdf) for each in zip(done, places, strict=True)]
    seconds = round((time.monotonic() - started) / len(some), 4)
    return [_done(shop, *each, seconds) for each in zip(some, done, strict=True)]


def _job(master: Master, some: Sequence[Stamping], folder: Path | None) -> StampJob:
    prints = tuple(each.print for each in some)
    return StampJob(master.pdf, master.slots, master.color, prints, folder)


def _done(shop: Workshop, each: Stamping, made: Stamped, seconds: float) -> Result:
    path = each.imprint.path
    if made.stat is None:
        return failed(each.imprint, (*each.about, not_written(each.imprint, made.fault)))
    _drop_press(shop, each.imprint)
    return built(each, {path: made.sha256}, {path: made.stat}, seconds, each.about)
