"""The recipe that joins the stages: a choice of imprints becomes PDFs in build/."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol

from plainleaf.build.manifest import Result, fresh_result, read_manifest, remember, see_folder
from plainleaf.build.order import Order
from plainleaf.build.plan import plan, without_effect
from plainleaf.errors import Finding, PlainleafError, Severity
from plainleaf.model import Imprint
from plainleaf.workspace.epoch import wanted_date
from plainleaf.workspace.hold import sweep
from plainleaf.workspace.survey import Survey, take_survey

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from plainleaf.workers import Workers


@dataclass(frozen=True)
class Run:
    """What became of each imprint, and what is wrong with the workspace or the choice itself."""

    results: tuple[Result, ...]
    findings: tuple[Finding, ...]


class Listener(Protocol):
    """Hears how a run goes on."""

    def begin(self, total: int) -> None:
        """Hear how many imprints there will be."""

    def masters(self, ready: int, total: int) -> None:
        """Hear how many masters are ready."""

    def result(self, result: Result, total: int) -> None:
        """Hear what became of an imprint, and how many imprints there will be."""


@dataclass(frozen=True)
class Due:
    """What a run has to do: every imprint, those that are fresh, and what shapes each one."""

    survey: Survey
    imprints: tuple[Imprint, ...]
    inputs: Mapping[Imprint, str]
    fresh: Mapping[Imprint, Result]
    vain: tuple[Finding, ...]  # what is asked for and changes nothing

    @property
    def stale(self) -> tuple[Imprint, ...]:
        """The imprints that are to be made."""
        return tuple(imprint for imprint in self.imprints if imprint not in self.fresh)


def due(order: Order) -> Due:
    """Look what is chosen and not fresh; raise PlainleafError where the choice is wrong."""
    wanted_date()  # a wrong one stops a run before anything is looked at
    see_folder(order.folder)
    survey = take_survey(order.workspace, order.settings)
    imprints = _chosen(order, survey)
    vain = tuple(without_effect(order.choices, imprints))
    if vain and order.strict:
        raise PlainleafError(*(replace(each, severity=Severity.ERROR) for each in vain))
    rows = read_manifest(order.folder)
    inputs = _inputs(order, survey, imprints)
    whole = order.verify == "all"
    results = {i: fresh_result(order.folder, rows, i, inputs[i], whole=whole) for i in imprints}
    fresh = {imprint: result for imprint, result in results.items() if result}
    return Due(survey, imprints, inputs, fresh, vain)


def build(order: Order, listener: Listener) -> Run:
    """Build what is chosen and not fresh; raise PlainleafError where the choice is wrong."""
    run = due(order)
    sweep(order.folder)
    listener.begin(len(run.imprints))
    for result in run.fresh.values():
        listener.result(result, len(run.imprints))
    made: dict[Imprint, Result] = {}
    try:
        for imprint, result in _produce(order, run, listener):
            made[imprint] = result
            listener.result(result, len(run.imprints))
    finally:
        remember(order.folder, made, run.inputs, whole=order.verify == "all")
    known = {**run.fresh, **made}
    findings = (*run.survey.findings, *run.vain)
    return Run(tuple(known[imprint] for imprint in run.imprints), findings)


def _produce(order: Order, run: Due, listener: Listener) -> Iterator[tuple[Imprint, Result]]:
    """Import what reads and checks, and start workers, only where there is something to make."""
    if not run.stale:
        return
    from plainleaf.build.produce import produce  # a run with nothing to make stays quick

    with workers_of(order, len(run.stale)) as workers:
        yield from produce(order, run.survey, workers, run.stale, listener.masters)


def workers_of(order: Order, count: int) -> "AbstractContextManager[Workers]":
    """Return what makes this many imprints, started when they are needed."""
    if order.cluster:
        from plainleaf.workers.cluster import Cluster  # as above; it is an extra

        limits, fonts = order.settings.limits, order.settings.fonts
        return Cluster(order.cluster, order.workspace, limits, fonts)
    from plainleaf.workers.fence import Fence  # as above

    jobs = min(order.jobs, count)
    tasks = ("typeset", "inspect", "stamp", "logo", "picture")
    counts = {**dict.fromkeys(tasks, jobs), "impose": 1}
    return Fence(counts, order.settings.limits, order.settings.fonts, lazy=True)


def _inputs(order: Order, survey: Survey, imprints: Sequence[Imprint]) -> dict[Imprint, str]:
    """Return a digest of what shapes each imprint: files, and how severe the run is with them."""
    severity = f"{order.allow_stale} {order.strict} {order.settings.limits.pages}"
    wanted = f"{order.bleed} {order.cmyk} {order.ticket}"
    return {
        imprint: hashlib.sha256(
            f"{survey.text_key(imprint.edition)} {survey.brand_keys.get(imprint.brand, '')} "
            f"{severity} {wanted if imprint.press else ''}".encode()
        ).hexdigest()
        for imprint in imprints
    }


def _chosen(order: Order, survey: Survey) -> tuple[Imprint, ...]:
    """Return what is chosen, with what a print shop needs of it, if one gets it."""
    return tuple(
        replace(imprint, for_press=order.for_press, with_ticket=order.ticket)
        for imprint in plan(survey, order.settings, order.choices)
    )
