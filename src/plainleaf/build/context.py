"""What every stage of a run is made with, and how its jobs are done."""

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from typing import TypeVar

from plainleaf.build.order import Order
from plainleaf.build.store import Store
from plainleaf.errors import PlainleafError, WorkerLost
from plainleaf.workers import Workers
from plainleaf.workspace.survey import Survey

Key = TypeVar("Key")
Made = TypeVar("Made")


@dataclass(frozen=True)
class Context:
    """What every stage of a run is made with."""

    order: Order
    workers: Workers
    store: Store
    survey: Survey
    traces: tuple[str, ...]
    shares: bool  # what workers write in the output folder is there
    date: str  # ISO 8601, that SOURCE_DATE_EPOCH asks for; empty for the handout's own


def each_made(
    context: Context,
    keys: Iterable[Key],
    make: Callable[[Key], Made],
    fail: Callable[[Key, PlainleafError], Made],
) -> Iterator[tuple[Key, Made]]:
    """Yield what `make` returns for each key, or `fail` of its error, in the order of their ends.

    A key whose worker died of itself is tried once more when all others are done.
    """
    lost: list[Key] = []
    width = max(1, context.workers.width)  # a cluster may have none while one starts anew
    with ThreadPoolExecutor(max_workers=width) as pool:
        futures = {pool.submit(_attempt, key, make, fail): key for key in keys}
        try:
            for future in as_completed(futures):
                try:
                    made = future.result()
                except WorkerLost:
                    lost.append(futures[future])
                else:
                    yield futures[future], made
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            context.workers.close()
            raise
    for key in lost:
        yield key, _attempt(key, make, fail, is_last=True)


def batches(rows: Iterable[Key], kin: Callable[[Key], object], most: int) -> list[tuple[Key, ...]]:
    """Return rows of one kin together, this many at the most."""
    kins: dict[object, list[Key]] = {}
    for each in rows:
        kins.setdefault(kin(each), []).append(each)
    return [
        tuple(some[at : at + most]) for some in kins.values() for at in range(0, len(some), most)
    ]


def _attempt(
    key: Key,
    make: Callable[[Key], Made],
    fail: Callable[[Key, PlainleafError], Made],
    is_last: bool = False,
) -> Made:
    """Raise WorkerLost only where the key deserves another try."""
    try:
        return make(key)
    except PlainleafError as error:
        if isinstance(error, WorkerLost) and not error.by_limit and not is_last:
            raise
        return fail(key, error)
