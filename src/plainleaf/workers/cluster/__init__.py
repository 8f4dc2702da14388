"""Jobs in, answers out, as of a fence, but done by the workers of a Dask cluster."""

import os
import pickle
import threading
import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any
from uuid import uuid4

from plainleaf.errors import Fault, Finding, PlainleafError, WorkerLost
from plainleaf.model import Limits
from plainleaf.workers.cluster.bundle import pack
from plainleaf.workers.cluster.equipment import differences, equipment
from plainleaf.workers.cluster.station import Answer, examine, leave, receive, sees, work
from plainleaf.workers.jobs import Job, Reply
from plainleaf.workers.process import START_SECONDS
from plainleaf.workspace import Workspace
from plainleaf.workspace.hold import PART, Held, hold

CONNECT_SECONDS = 10.0
LOOK_EVERY = 1.0  # seconds
NO_WORKER_SECONDS = 30.0  # may pass while a worker is started anew
SILENCE = 300.0  # seconds after which Dask itself gives up a worker that stands still
RETRIES = 2
SENDINGS = 5
"""How often a job may come to a worker without its files: workers come while a run goes on."""

OPTION = "--cluster"


class Cluster(Held):
    """The workers behind a scheduler, each with a fence of its own and this workspace's files."""

    def __init__(
        self, address: str, workspace: Workspace, limits: Limits, fonts: tuple[str, ...]
    ) -> None:
        self.limits = limits
        self._bundle = pack(workspace, limits, fonts)
        self._equipping = threading.Lock()
        self._looking = threading.Lock()
        self._client: Any = _connect(address)  # the library leaves most of it untyped
        self._looked = self._answered = time.monotonic()
        self._empty_since: float | None = None
        self._hint = f"See whether {address} and its workers run, and try again."
        try:
            if not self.width:
                hint = f"Start one: dask worker {address}"
                raise _unfit("no-worker", f"the cluster at {address} has no worker.", hint)
            self._equip()
        except BaseException:
            self.close()
            raise

    @property
    def width(self) -> int:
        """How many jobs the workers that are there now do at once."""
        return sum(self._client.nthreads().values())

    def warm(self, counts: Mapping[str, int]) -> None:
        """Do nothing: a worker starts what a job needs when it comes."""

    def close(self) -> None:
        """Give up every job and leave the cluster."""
        if self._client.status == "running":
            with suppress(WorkerLost):
                self._run(leave, self._bundle.digest)
        self._client.close()

    def ask(self, task: str, job: Job[Reply], where: str, times: int = 1) -> Reply:
        """Do one job on any worker; one that dies is replaced by another."""
        for _ in range(SENDINGS):
            answer = self._answer(task, job, where, times)
            self._answered = time.monotonic()
            if isinstance(answer.reply, job.reply):
                return answer.reply
            if answer.by_limit is not None:
                raise WorkerLost(answer.told[0], by_limit=answer.by_limit)
            if answer.told:
                raise PlainleafError(*answer.told)
            self._equip()
        raise _lost(task, where, "its workers do not keep their files.", "Look at their disks.")

    def shares(self, folder: Path) -> bool:
        """Whether every worker sees this folder and may write there."""
        token = uuid4().hex
        place = folder.resolve() / f".{token}.{os.getpid()}{PART}"
        try:
            place.parent.mkdir(parents=True, exist_ok=True)
            with place.open("w", encoding="utf-8") as file:
                hold(file.fileno(), place)  # against another run's sweep
                file.write(token)
                file.flush()
                seen = self._run(sees, str(place), token)
        except OSError:  # told when the first file is written
            return False
        finally:
            with suppress(OSError):
                place.unlink(missing_ok=True)
        return bool(seen) and all(answer is True for answer in seen.values())

    def _answer(self, task: str, job: object, where: str, times: int) -> Answer:
        started = time.monotonic()
        patience = (1 + RETRIES) * (START_SECONDS + times * self.limits.seconds) + SILENCE
        told = (task, pickle.dumps(job), where, times, self._bundle.digest)
        name = f"plainleaf-{task}-{uuid4().hex}"
        future: Any = None
        try:
            self._look(task, where, started, patience)
            future = self._client.submit(work, *told, key=name, retries=RETRIES, pure=False)
            while not future.done():
                with suppress(TimeoutError):
                    future.result(timeout=LOOK_EVERY)
                    continue
                self._look(task, where, started, patience)
            answer: Answer = future.result()
        except WorkerLost:
            raise
        except Exception as error:  # noqa: BLE001  # Dask and other machines raise anything
            self._look(task, where, started, patience)  # which may know why
            message = f"the cluster gave no answer: {error!r:.200}."
            raise _lost(task, where, message, self._hint) from None
        finally:
            if future:
                future.release()  # Dask forgets it, done or not
        return answer

    def _look(self, task: str, where: str, started: float, patience: float) -> None:
        """Raise WorkerLost where waiting is in vain."""
        if self._client.status != "running":
            raise _lost(task, where, "the cluster's scheduler is gone.", self._hint)
        if self._unmanned() > NO_WORKER_SECONDS:
            raise _lost(task, where, "no worker of the cluster is left.", self._hint)
        silent = time.monotonic() - max(started, self._answered)
        if silent > patience:
            message = f"the cluster was silent for {silent:.0f} seconds."
            raise _lost(task, where, message, self._hint)

    def _unmanned(self) -> float:
        """Return for how many seconds no worker has been seen."""
        with self._looking:
            now = time.monotonic()
            if now - self._looked > LOOK_EVERY:
                self._looked = now
                ask = self._client.scheduler.ncores
                with suppress(OSError):  # it is slow, or gone, which its status tells
                    manned = self._client.sync(ask, callback_timeout=LOOK_EVERY)
                    self._empty_since = None if manned else self._empty_since or now
            return now - self._empty_since if self._empty_since else 0.0

    def _equip(self) -> None:
        """Send the files to workers that lack them; raise where one would make other bytes."""
        with self._equipping:
            told = self._run(examine, self._bundle.digest)
            here = {at: answer for at, answer in told.items() if not isinstance(answer, OSError)}
            theirs = {at: a if isinstance(a, Exception) else a[0] for at, a in here.items()}
            if found := tuple(differences(equipment(), theirs, OPTION)):
                raise PlainleafError(*found)
            lacking = [at for at, (_, has_files) in here.items() if not has_files]
            if lacking:
                self._run(receive, self._bundle, workers=lacking)

    def _run(self, function: Any, *told: object, **options: Any) -> Mapping[str, Any]:
        """Call a function on workers; what one raises stands in place of its answer."""
        try:
            answers = self._client.run(function, *told, on_error="return", **options)
        except Exception as error:  # noqa: BLE001  # as it comes from the scheduler
            message = f"cannot be asked: {error!r:.200}."
            raise _lost("cluster", OPTION, message, self._hint) from None
        return dict(answers)


def _connect(address: str) -> Any:
    try:
        # Its library is an extra, and slow to load.
        from plainleaf.workers.cluster.connect import connect
    except ModuleNotFoundError:
        hint = "Install it: pip install 'plainleaf[cluster]'"
        raise _unfit("no-extra", "needs the extra of that name.", hint) from None
    try:
        return connect(address, CONNECT_SECONDS)
    except (OSError, ValueError, TypeError) as error:
        message = f"no scheduler answers at {address}: {error!s:.120}".rstrip(".:") + "."
        hint = "Start one with 'dask scheduler', and give the address that it prints."
        raise _unfit("no-scheduler", message, hint) from None


def _unfit(code: str, message: str, hint: str) -> PlainleafError:
    return PlainleafError(Finding(OPTION, None, code, message, hint))


def _lost(task: str, where: str, message: str, hint: str) -> WorkerLost:
    fault = Fault(f"{task}-lost", message, hint)
    return WorkerLost(fault.at(where) if where else fault, by_limit=False)
