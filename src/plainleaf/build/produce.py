"""[Imprint] → files in build/: masters, brands, fillings, then a stamp for each imprint."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from plainleaf.build.brands import Branding, brandings
from plainleaf.build.context import Context
from plainleaf.build.fillings import Fillings
from plainleaf.build.imprints import make_imprints
from plainleaf.build.manifest import Result
from plainleaf.build.master import MasterResult
from plainleaf.build.masters import ready_masters
from plainleaf.build.order import Order
from plainleaf.build.results import failed
from plainleaf.build.stamping import Stamping
from plainleaf.build.store import Store
from plainleaf.checks.traces import traces
from plainleaf.model import Imprint, Shape
from plainleaf.workers import Workers
from plainleaf.workspace.epoch import wanted_date
from plainleaf.workspace.survey import Survey

__all__ = ["produce"]


def produce(
    order: Order,
    survey: Survey,
    workers: Workers,
    imprints: Sequence[Imprint],
    hear: Callable[[int, int], None],
) -> Iterator[tuple[Imprint, Result]]:
    """Yield each imprint with its result; `hear` is told how many masters are ready, of all."""
    known, shares = traces(order.workspace.root, order.folder), workers.shares(order.folder)
    with Store(order.folder) as store:
        context = Context(order, workers, store, survey, known, shares, wanted_date())
        brands = brandings(context, imprints)
        shapes = {name: Shape.of(each.brand) for name, each in brands.items()}
        sound = [each for each in imprints if not order.stops(brands[each.brand].findings)]
        wanted = {imprint: (imprint.edition, shapes[imprint.brand]) for imprint in sound}
        masters = ready_masters(context, wanted.values(), hear)
        fillings = Fillings(context)
        fillings.prepare((i, brands[i.brand], masters[wanted[i]]) for i in sound)
        stampings = []
        for imprint in imprints:
            branding = brands[imprint.brand]
            made = masters[wanted[imprint]] if imprint in wanted else MasterResult(())
            stamping = _stamping(order, imprint, branding, made, fillings)
            if isinstance(stamping, Result):
                yield imprint, _weighed(order, stamping)
            else:
                stampings.append(stamping)
        by_path = {each.imprint.path: each.imprint for each in stampings}
        for result in make_imprints(context, stampings):
            yield by_path[result.imprint], _weighed(order, result)
        store.sweep()


def _weighed(order: Order, result: Result) -> Result:
    return replace(result, findings=tuple(map(order.weighed, result.findings)))


def _stamping(
    order: Order, imprint: Imprint, branding: Branding, made: MasterResult, fillings: Fillings
) -> Stamping | Result:
    """Return what an imprint is stamped with, or its failure."""
    faults = (fault.at(imprint.path) for fault in made.faults)
    about = (*made.findings, *faults, *branding.findings)
    if made.master is None or order.stops(about):
        return failed(imprint, about)
    filled = fillings.fill(imprint, branding, made)
    about = (*about, *filled.findings)
    if order.stops(about):
        return failed(imprint, about)
    return Stamping(imprint, branding, made, made.master, filled.fillings, about)
