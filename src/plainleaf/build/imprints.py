"""Masters × brands → PDFs in build/: stamped, imposed, inspected, written."""

import hashlib
import os
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from plainleaf.build.context import Context, batches, each_made
from plainleaf.build.manifest import Result
from plainleaf.build.master import PASSED, proof_key
from plainleaf.build.results import built, failed, not_written
from plainleaf.build.stamping import Stamping, promised
from plainleaf.errors import Finding, PlainleafError
from plainleaf.model import UNSEEN, Imprint, Inks, Master
from plainleaf.stamp import run as stamp
from plainleaf.stamp import written
from plainleaf.text.locales import direction_of
from plainleaf.workers.jobs import ImposeJob, InspectJob, Stamped, StampJob
from plainleaf.workspace.write import Stat, put_all_in_place

AT_ONCE = 100
"""Imprints of one job: enough that a master crosses the pipe seldom."""

FEW = 60
"""Imprints that are stamped sooner than a process for it would start."""


def make_imprints(context: Context, stampings: Sequence[Stamping]) -> Iterator[Result]:
    """Yield the result of each imprint.

    One of each new master is inspected as a whole, or all of them; where that one fails, so are
    the others of its master.
    """
    # A warning that stops an imprint must not depend on which one of its master is looked at.
    looks_at_all = context.order.verify == "all" or context.order.strict
    whole, quick, waiting = [], [], dict[str, list[Stamping]]()
    for each in stampings:
        key = each.made.key
        if looks_at_all or (each.made.is_new and key not in waiting):
            waiting[key] = waiting.get(key, [])
            whole.append(each)
        elif key in waiting:
            waiting[key].append(each)
        else:
            quick.append(each)
    for each, result in _each_whole(context, whole, inspected=True):
        yield result
        others = waiting.pop(each.made.key, [])
        if result.state == "failed":
            yield from (made for _, made in _each_whole(context, others, inspected=True))
        else:
            quick += others
    folded = [each for each in quick if each.imprint.press]
    yield from (made for _, made in _each_whole(context, folded, inspected=False))
    yield from _each_quick(context, [each for each in quick if not each.imprint.press])


def _each_whole(
    context: Context, some: Sequence[Stamping], *, inspected: bool
) -> Iterator[tuple[Stamping, Result]]:
    began: dict[int, float] = {}

    def make(place: int) -> tuple[Result, tuple[Finding, ...]]:
        began[place] = time.monotonic()
        return _whole(context, some[place], inspected, began[place])

    def fail(place: int, error: PlainleafError) -> tuple[Result, tuple[Finding, ...]]:
        imprint, about = some[place].imprint, some[place].about
        about = (*about, *error.at(imprint.path))
        return failed(imprint, about, _since(began[place])), ()

    for place, (result, seen) in each_made(context, range(len(some)), make, fail):
        if inspected and result.state == "built" and not seen:
            # One with a warning is looked at again in each run: it may be about its brand alone.
            context.store.put(proof_key(some[place].made.key), PASSED)
        yield some[place], result


def _whole(
    context: Context, each: Stamping, inspected: bool, started: float
) -> tuple[Result, tuple[Finding, ...]]:
    """Make one imprint and its press sheets; return too what the inspection has found."""
    imprint = each.imprint
    (made,) = stamp(_job(each.master, [each], None)).prints
    pdf = each.master.pdf + made.update
    pressed = _imposed(context, each, pdf)
    press = pressed.get(imprint.press or "", b"")
    seen = _inspected(context, each, pdf, press) if inspected else ()
    about = (*each.about, *seen)
    files = {imprint.path: pdf, **pressed}
    stats: Mapping[str, Stat] = {}
    if not context.order.stops(about):
        stats, fault = _put(context, files, imprint)
        about = (*about, *fault)
    seconds = _since(started)
    if context.order.stops(about):
        return failed(imprint, about, seconds), seen
    digests = {path: hashlib.sha256(data).hexdigest() for path, data in files.items()}
    return built(each, digests, stats, seconds, about), seen


def _since(started: float) -> float:
    return round(time.monotonic() - started, 3)


def _imposed(context: Context, each: Stamping, pdf: bytes) -> dict[str, bytes]:
    """Return the press sheets and their ticket by path, as far as they are wanted."""
    brand, press, ticket = each.branding.brand, each.imprint.press, each.imprint.ticket
    if not press:
        return {}
    job = ImposeJob(
        pdf=pdf,
        edition=each.imprint.edition,
        direction=direction_of(each.imprint.edition.languages[0]),
        version=each.made.version,
        date=each.made.date,
        organization=brand.title,
        phone=brand.phone("en").translate(UNSEEN),
        inks=Inks(context.order.cmyk, brand.spot, brand.shades),
        bleed=context.order.bleed,
        ticket=ticket is not None,
        fonts=context.order.settings.fonts,
    )
    made = context.workers.ask("impose", job, press)
    return {press: made.press, **({ticket: made.ticket} if ticket else {})}


def _inspected(context: Context, each: Stamping, pdf: bytes, press: bytes) -> tuple[Finding, ...]:
    path = each.imprint.path
    job = InspectJob(pdf, promised(each), context.traces, press)
    return tuple(fault.at(path) for fault in context.workers.ask("inspect", job, path).faults)


def _put(
    context: Context, files: Mapping[str, bytes], imprint: Imprint
) -> tuple[Mapping[str, Stat], tuple[Finding, ...]]:
    """Write an imprint's files; return a finding where their place cannot be written."""
    folder = context.order.folder
    try:
        stats = put_all_in_place({folder / path: (data,) for path, data in files.items()})
        _drop_press(context, imprint)
    except OSError as error:
        return {}, (not_written(imprint, error.strerror or str(error)),)
    return {path: stats[folder / path] for path in files}, ()


def _drop_press(context: Context, imprint: Imprint) -> None:
    """Remove press sheets and a ticket of an earlier run that are not asked for any more."""
    for kind, wanted in (("print", imprint.press), ("ticket", imprint.ticket)):
        if not wanted:
            with suppress(OSError):
                os.unlink(f"{context.order.folder}/{imprint.place(kind)}")  # noqa: PTH108


def _each_quick(context: Context, some: Sequence[Stamping]) -> Iterator[Result]:
    """Stamp what only has to be written: many at once, each with the invariant of a stamp."""
    jobs = batches(some, lambda each: each.made.key, AT_ONCE)

    def make(place: int) -> list[Result]:
        return _quick(context, jobs[place], is_few=len(some) <= FEW)

    def fail(place: int, error: PlainleafError) -> list[Result]:
        rows = ((each.imprint, each.about) for each in jobs[place])
        return [failed(imprint, (*about, *error.at(imprint.path))) for imprint, about in rows]

    for _, results in each_made(context, range(len(jobs)), make, fail):
        yield from results


def _quick(context: Context, some: Sequence[Stamping], *, is_few: bool) -> list[Result]:
    started = time.monotonic()
    master = some[0].master
    folder = context.order.folder.resolve() if is_few or context.shares else None
    job = _job(master, some, folder)
    stamps = stamp(job) if is_few else context.workers.ask("stamp", job, "")
    done: Sequence[Stamped] = stamps.prints
    if folder is None:  # a worker elsewhere has stamped them
        places = (f"{context.order.folder}/{each.imprint.path}" for each in some)
        done = [written(*each, master.pdf) for each in zip(done, places, strict=True)]
    seconds = round((time.monotonic() - started) / len(some), 4)
    return [_done(context, *each, seconds) for each in zip(some, done, strict=True)]


def _job(master: Master, some: Sequence[Stamping], folder: Path | None) -> StampJob:
    prints = tuple(each.print for each in some)
    return StampJob(master.pdf, master.slots, master.color, prints, folder)


def _done(context: Context, each: Stamping, made: Stamped, seconds: float) -> Result:
    path = each.imprint.path
    if made.stat is None:
        return failed(each.imprint, (*each.about, not_written(each.imprint, made.fault)))
    _drop_press(context, each.imprint)
    return built(each, {path: made.sha256}, {path: made.stat}, seconds, each.about)
