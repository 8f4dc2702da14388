"""The recipe that joins the stages: a choice of imprints becomes PDFs in build/."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from plainleaf.errors import Finding, PlainleafError
from plainleaf.manifest import Result, fresh_result, read_manifest, remember
from plainleaf.model import FOLDS, Imprint
from plainleaf.order import Order
from plainleaf.plan import plan
from plainleaf.survey import Survey, take_survey


@dataclass(frozen=True)
class Run:
    """What became of each imprint, and what is wrong with the workspace itself."""

    results: tuple[Result, ...]
    findings: tuple[Finding, ...]


Tell = Callable[[Result, int], None]
"""Hears each result as soon as it is known, and how many there will be."""


def build(order: Order, tell: Tell) -> Run:
    """Build what is chosen and not fresh; raise PlainleafError where the choice is wrong."""
    survey = take_survey(order.workspace, order.settings)
    imprints = _chosen(order, survey)
    inputs = {imprint: _inputs(order, survey, imprint) for imprint in imprints}
    rows = read_manifest(order.folder)
    results: dict[Imprint, Result] = {}
    for imprint in imprints:
        if result := fresh_result(order.folder, rows, imprint, inputs[imprint]):
            results[imprint] = result
            tell(result, len(imprints))
    stale = [imprint for imprint in imprints if imprint not in results]
    made: dict[Imprint, Result] = {}
    try:
        for imprint, result in _produce(order, survey, stale):
            made[imprint] = result
            tell(result, len(imprints))
    finally:
        remember(order.folder, made, inputs)
    return Run(tuple((results | made)[imprint] for imprint in imprints), survey.findings)


def _produce(
    order: Order, survey: Survey, stale: Sequence[Imprint]
) -> Iterator[tuple[Imprint, Result]]:
    """Start the workers, then import what reads and checks: both take a while."""
    if not stale:
        return
    from plainleaf.fence import Fence  # a run with nothing to make stays quick

    jobs = min(order.jobs, len(stale))
    counts = {"typeset": jobs, "inspect": (jobs + 1) // 2}
    if any(imprint.press for imprint in stale):
        counts["impose"] = 1  # takes a tenth of the time that typesetting does
    with Fence(counts, order.settings.limits, order.settings.fonts) as fence:
        from plainleaf.produce import produce

        yield from produce(order, survey, fence, stale)


def dry_run(order: Order) -> tuple[Imprint, ...]:
    """Return the imprints that a build would make, fresh ones left out."""
    survey = take_survey(order.workspace, order.settings)
    rows = read_manifest(order.folder)
    imprints = _chosen(order, survey)
    inputs = {imprint: _inputs(order, survey, imprint) for imprint in imprints}
    return tuple(i for i in imprints if not fresh_result(order.folder, rows, i, inputs[i]))


def _inputs(order: Order, survey: Survey, imprint: Imprint) -> Mapping[str, str]:
    """Return what shapes an imprint: files, and how severe the run is with them."""
    severity = {"allow-stale": str(order.allow_stale), "strict": str(order.strict)}
    wanted = {"bleed": str(order.bleed), "ticket": str(order.ticket)} if imprint.press else {}
    return survey.inputs(imprint) | severity | wanted


def _chosen(order: Order, survey: Survey) -> tuple[Imprint, ...]:
    """Return what is chosen; raise PlainleafError where press sheets are asked for in vain."""
    imprints = plan(survey, order.settings, order.choices)
    if (order.bleed or order.ticket) and not any(imprint.press for imprint in imprints):
        message = "only what folds has press sheets, and none of the chosen formats does."
        hint = f"Choose one that does: -f {' or -f '.join(sorted(FOLDS))}."
        raise PlainleafError(Finding("choice", None, "no-press", message, hint))
    return imprints
