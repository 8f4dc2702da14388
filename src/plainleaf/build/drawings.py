"""Paths of logos or pictures → each drawn anew by the gate, once a file; kept from run to run."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from plainleaf.build.context import Context, each_made
from plainleaf.errors import Finding, PlainleafError
from plainleaf.load.pictures import Passed
from plainleaf.model import MOST_LOGO_BYTES, MOST_PICTURE_BYTES, Drawing
from plainleaf.workers.jobs import LogoJob, PictureJob


@dataclass(frozen=True)
class Kind:
    """What is drawn: the task that does it, and how much of a file it gets."""

    task: str
    job: Callable[[bytes], LogoJob | PictureJob]
    most_bytes: int


LOGO = Kind("logo", LogoJob, MOST_LOGO_BYTES)
PICTURE = Kind("picture", PictureJob, MOST_PICTURE_BYTES)

Changed = Callable[[str], Iterator[Finding]]
"""Reports what is no longer as it was, of a path."""


def drawn_anew(context: Context, kind: Kind, paths: Iterable[str], changed: Changed) -> Passed:
    """Return each file as the gate draws it; what has changed meanwhile is not kept."""
    survey = context.survey
    digests, engine = survey.digests, survey.engine
    keys = {path: f"{kind.task} {digests.get(path, path)} {engine}" for path in paths}
    kept = context.store.load(keys.values(), Drawing)
    passed: dict[str, Drawing | tuple[Finding, ...]] = {
        path: kept[key] for path, key in keys.items() if key in kept
    }

    def draw(path: str) -> Drawing | tuple[Finding, ...]:
        data = context.order.workspace.read_bytes(path, kind.most_bytes)
        made = context.workers.ask(kind.task, kind.job(data), path)
        return tuple(changed(path)) or made

    def refuse(path: str, error: PlainleafError) -> tuple[Finding, ...]:
        return tuple(changed(path)) or error.findings

    missing = [path for path in keys if path not in passed]
    for path, made in each_made(context, missing, draw, refuse):
        passed[path] = made
        if isinstance(made, Drawing):
            context.store.save({keys[path]: made})
    return passed
