"""What a worker is asked of typesetting: a sheet's master, or blocks of brands; in the fence."""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from plainleaf.errors import Misfit
from plainleaf.model import Master
from plainleaf.typeset.compose import compose
from plainleaf.typeset.crowd import seems_long
from plainleaf.typeset.engine import mend
from plainleaf.typeset.engine.fetch import WorkspaceFetcher
from plainleaf.typeset.engine.source import FONTS
from plainleaf.typeset.gather import gather
from plainleaf.typeset.kept import wanted_slots
from plainleaf.typeset.master import try_to_fit, typeset
from plainleaf.workers.jobs import Blocks, BlocksJob, Job, ProofJob, Typeset, TypesetJob

T = TypeVar("T")


def run(job: Job[T]) -> T:
    """Do a job by the kind that it is of; the task of a fenced worker."""
    mend()
    reply: T = KINDS[type(job)](job)
    return reply


def _blocks(job: BlocksJob) -> Blocks:
    """Set blocks; those that the engine grumbles at are told by their places, and left empty."""
    return Blocks.of(*gather(job.settings, FONTS))


def _master(job: TypesetJob) -> Typeset:
    """Typeset a sheet; one that does not fit is told with the length of its parts."""
    sheet = job.sheet
    html = compose(sheet, job.workspace)
    fetcher = WorkspaceFetcher(job.workspace, sheet.handout.name, job.pictures)
    try:
        if job.is_trial:
            try_to_fit(html, fetcher, job.most_pages, sheet.format)
            return Typeset()
        master = typeset(
            html,
            fetcher,
            job.most_pages,
            sheet.identifier,
            sheet.format,
            seems_long(sheet),
            sheet.edition.size,
            wanted_slots(sheet),
        )
    except Misfit as error:
        return Typeset(None, error.faults, tuple(error.stretches), error.pages, error.height)
    return Typeset(master)


def _proof(job: ProofJob) -> Master:
    """Typeset the page that an office signs."""
    html = compose(job.sheet, job.workspace)
    fetcher = WorkspaceFetcher(job.workspace, "", job.pictures)
    return typeset(html, fetcher, job.most_pages, job.identifier, size="")


KINDS: Mapping[type, Callable[[Any], Any]] = {
    TypesetJob: _master,
    ProofJob: _proof,
    BlocksJob: _blocks,
}
