"""Paths of logos or pictures → each drawn anew by the gate, once a file; kept from run to run."""

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from plainleaf.build.workshop import Workshop, each_made
from plainleaf.errors import Finding, PlainleafError, WorkerLost
from plainleaf.load.pictures import Passed
from plainleaf.model import MOST_LOGO_BYTES, MOST_PICTURE_BYTES, Drawing
from plainleaf.stamp.pack import pack_drawing, unpack_drawing
from plainleaf.workers.jobs import LogoJob, PictureJob


@dataclass(frozen=True)
class Kind:
    """What is drawn: the task that does it, and how much of a file it gets."""

    task: str
    job: Callable[[bytes, str], LogoJob | PictureJob]
    most_bytes: int


LOGO = Kind("logo", LogoJob, MOST_LOGO_BYTES)
PICTURE = Kind("picture", PictureJob, MOST_PICTURE_BYTES)

Changed = Callable[[str], Iterator[Finding]]
"""Reports what is no longer as it was, of a path."""


def drawn_anew(shop: Workshop, kind: Kind, paths: Iterable[str], changed: Changed) -> Passed:
    """Return each file as the gate draws it; what has changed meanwhile is not kept."""
    digests = shop.survey.digests
    keys = {path: f"{kind.task} {digests.get(path, path)} {shop.survey.engine}" for path in paths}
    kept = shop.store.get_all(keys.values())
    read = {path: _drawing(kept.get(key)) for path, key in keys.items()}
    passed: dict[str, Drawing | tuple[Finding, ...]] = {
        path: drawing for path, drawing in read.items() if drawing
    }

    def draw(path: str, last_try: bool) -> Drawing | tuple[Finding, ...]:
        made = _drawn(shop, kind, path, last_try)
        return tuple(changed(path)) or made

    missing = [path for path in keys if path not in passed]
    for path, made in each_made(shop, missing, draw) if missing else ():
        passed[path] = made
        if isinstance(made, Drawing):
            shop.store.put(keys[path], _row(made))
    return passed


def _drawn(shop: Workshop, kind: Kind, path: str, last_try: bool) -> Drawing | tuple[Finding, ...]:
    """Return a picture as the gate draws it, or why it is refused."""
    try:
        data = shop.order.workspace.read_bytes(path, kind.most_bytes)
        reply = shop.workers.ask(kind.task, kind.job(data, path), path)
    except WorkerLost as error:
        if not error.by_limit and not last_try:
            raise
        return error.findings
    except PlainleafError as error:
        return error.findings
    return unpack_drawing(reply.header, reply.blob)


def _row(drawing: Drawing) -> bytes:
    table, blob = pack_drawing(drawing)
    return json.dumps(table).encode() + b"\n" + blob


def _drawing(row: bytes | None) -> Drawing | None:
    """Return a drawing that was kept; None for none, or for bytes that hold none."""
    table, _, blob = (row or b"").partition(b"\n")
    try:
        return unpack_drawing(json.loads(table), blob)
    except (ValueError, TypeError, LookupError):
        return None
