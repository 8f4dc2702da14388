"""Job → answer on a worker of the cluster: in a fence of its own, with the files it was sent."""

import atexit
import os
import pickle
import threading
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from plainleaf.errors import Fault, Finding, PlainleafError, WorkerLost
from plainleaf.workers.cluster.bundle import Bundle, unpack
from plainleaf.workers.cluster.equipment import equipment
from plainleaf.workers.fence import Fence
from plainleaf.workers.jobs import Job, Reply
from plainleaf.workers.worker import TASKS
from plainleaf.workspace.hold import Scratch, sweep_folders

if TYPE_CHECKING:
    from distributed import Worker

IDLE_SECONDS = 120.0
"""After the last job: then whoever asked is taken to be gone."""

TOPIC = "plainleaf"
"""Of the events that a worker reports to its scheduler."""


@dataclass(frozen=True)
class Answer:
    """What became of a job, as data: not every error survives a journey."""

    reply: object = None
    told: tuple[Finding | Fault, ...] = ()
    by_limit: bool | None = None  # of a fenced process that was lost
    lacks: bool = False  # the worker has no files yet


class Station:
    """Where the jobs of a run are done: files unpacked once, and a fence."""

    def __init__(self, bundle: Bundle, worker: "Worker") -> None:
        self.busy = 0
        sweep_folders(worker.local_directory)
        self._scratch = Scratch(Path(worker.local_directory))
        self.workspace, self.fonts = unpack(bundle, self._scratch.path)
        counts = dict.fromkeys(TASKS, worker.state.nthreads)
        self.fence = Fence(counts, bundle.limits, self.fonts, lazy=True)

    def ask(self, task: str, job: Job[Reply], where: str, times: int) -> Reply:
        """Do one job with the files that are here."""
        at_home: Job[Reply] = self._at_home(job)
        return self.fence.ask(task, at_home, where, times)

    def _at_home(self, job: Any) -> Any:
        """Return a job whose folders are those of this machine."""
        here = {"workspace": self.workspace, "fonts": self.fonts}
        names = {field.name for field in fields(job)}
        return replace(job, **{name: here[name] for name in here if name in names})

    def close(self) -> None:
        """End the fence and remove the files."""
        self.fence.close()
        self._scratch.remove()


_stations: dict[str, Station] = {}
_timers: dict[str, threading.Timer] = {}
_lock = threading.RLock()


def work(task: str, job: bytes, where: str, times: int, digest: str) -> Answer:
    """Do one job."""
    with _lock:
        station = _stations.get(digest)
        if not station:
            return Answer(lacks=True)
        station.busy += 1
    try:
        # From whoever may run anything here, being a client of this cluster.
        return Answer(station.ask(task, pickle.loads(job), where, times))  # noqa: S301
    except WorkerLost as error:
        return Answer(told=error.told, by_limit=error.by_limit)
    except PlainleafError as error:
        return Answer(told=error.told)
    finally:
        with _lock:
            station.busy -= 1
            _rest(digest)


def receive(bundle: Bundle, dask_worker: "Worker") -> None:
    """Unpack the files of a run that is to come."""
    with _lock:
        if bundle.digest not in _stations:
            _stations[bundle.digest] = Station(bundle, dask_worker)
            dask_worker.log_event(TOPIC, {"unpacked": bundle.digest})
            _rest(bundle.digest)


def leave(digest: str) -> None:
    """End what a run has left here, unless another is using it."""
    with _lock:
        if digest in _stations and not _stations[digest].busy:
            _timers.pop(digest).cancel()
            _stations.pop(digest).close()


def _rest(digest: str) -> None:
    """Leave after a while, counted anew from each job."""
    if digest in _timers:
        _timers.pop(digest).cancel()
    if digest in _stations:
        timer = _timers[digest] = threading.Timer(IDLE_SECONDS, leave, (digest,))
        timer.daemon = True
        timer.start()


@atexit.register
def _leave_all() -> None:
    for station in _stations.values():
        station.close()


def examine(digest: str) -> tuple[Mapping[str, str], bool]:
    """Return what shapes the bytes made here, and whether a run's files are here."""
    return equipment(), digest in _stations


def sees(place: str, token: str) -> bool:
    """Whether a file is here as well, in a folder that can be written."""
    with suppress(OSError):
        file = Path(place)
        return file.read_text("utf-8") == token and os.access(file.parent, os.W_OK)
    return False
