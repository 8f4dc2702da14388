"""Jobs run in fenced processes: watched from outside, ended when they take too much."""

import queue
import tempfile
import threading
import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from plainleaf.errors import Fault, PlainleafError, WorkerLost
from plainleaf.model import Limits
from plainleaf.workers.jobs import Job, Reply
from plainleaf.workers.process import Worker
from plainleaf.workspace.hold import Held, sweep_folders
from plainleaf.workspace.signals import whole

WATCH_EVERY = 0.02  # seconds


class Fence(Held):
    """Workers by task, watched by one thread; started at once, or when they are needed."""

    def __init__(
        self,
        counts: Mapping[str, int],
        limits: Limits,
        fonts: tuple[str, ...],
        *,
        lazy: bool = False,
    ) -> None:
        self.width = max(counts.values())
        self.limits = limits
        self.fonts = fonts
        self.workers: set[Worker] = set()
        sweep_folders(tempfile.gettempdir())
        self._closed = threading.Event()
        self._watcher = threading.Thread(target=self._watch, daemon=True)
        self._watcher.start()
        # None keeps the place of a worker that could not be started.
        self._idle: dict[str, queue.LifoQueue[Worker | None]] = {}
        try:
            for task, count in counts.items():
                self._idle[task] = queue.LifoQueue()
                for _ in range(count):
                    self._idle[task].put(None if lazy else self._start(task))
        except BaseException:
            self.close()
            raise

    def warm(self, counts: Mapping[str, int]) -> None:
        """Start workers ahead of as many jobs of each task, as far as there is room."""
        for task, count in counts.items():
            idle = self._idle[task]
            workers = [idle.get() for _ in range(idle.qsize())]
            with suppress(OSError):  # what cannot be started now is tried again with its job
                for place in range(min(count, len(workers))):
                    workers[place] = workers[place] or self._start(task)
            for worker in reversed(workers):  # one that has started is taken first
                idle.put(worker)

    def shares(self, folder: Path) -> bool:
        """Whether workers see a folder as we do; those of this machine always do."""
        return True

    @whole()
    def close(self) -> None:
        """End every worker, busy or not."""
        self._closed.set()
        self._watcher.join()
        for worker in tuple(self.workers):
            self._end(worker)

    def ask(self, task: str, job: Job[Reply], where: str, times: int = 1) -> Reply:
        """Do one job in a worker of its own, about one file or about many; see Worker.ask."""
        try:
            return self._ask(task, job, times)
        except PlainleafError as error:
            raise error.place(where) if where else error from None

    def _ask(self, task: str, job: Job[Reply], times: int) -> Reply:
        worker = self._idle[task].get()
        if self._closed.is_set():
            self._idle[task].put(worker)  # for the others that wait
            message = f"{task} was given up, as the run ends."
            raise WorkerLost(Fault(f"{task}-lost", message, "Run it again."), by_limit=True)
        try:
            worker = worker or self._start(task)
            return worker.ask(job, times)
        except OSError as error:
            raise self._not_started(task, error) from None
        finally:
            self._idle[task].put(self._next(task, worker))

    def _next(self, task: str, worker: Worker | None) -> Worker | None:
        """Return the worker for the next job: this one, or a new one in its place."""
        if worker and not worker.is_spent:
            return worker
        if worker:
            self._end(worker)
        try:
            return None if self._closed.is_set() else self._start(task)
        except OSError:
            return None

    @whole()
    def _start(self, task: str) -> Worker:
        worker = Worker(task, self.limits, self.fonts)
        self.workers.add(worker)
        if self._closed.is_set():  # meanwhile, by another thread, which did not see it
            self._end(worker)
        return worker

    def _end(self, worker: Worker) -> None:
        """End a worker, in the one thread that gets it out of the set."""
        with suppress(KeyError):
            self.workers.remove(worker)
            worker.end()

    @staticmethod
    def _not_started(task: str, error: OSError) -> WorkerLost:
        message = f"no process could be started to {task} it: {error.strerror or error}."
        hint = "Free some disk or memory and try again."
        return WorkerLost(Fault(f"{task}-lost", message, hint), by_limit=True)

    def _watch(self) -> None:
        while not self._closed.wait(WATCH_EVERY):
            now = time.monotonic()
            for worker in tuple(self.workers):
                worker.watch(now)
