"""Jobs run in fenced processes: watched from outside, ended when they take too much.

A limit inside the process does not work: drawing swallows alarms and refusals alike.
"""

import json
import os
import pickle
import queue
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import IO, Any

import psutil

from plainleaf.errors import Finding, PlainleafError, WorkerLost, finding_from
from plainleaf.fence.frames import read_frame, write_frame
from plainleaf.fonts import fontconfig
from plainleaf.model import Limits

JOBS_A_WORKER = 40
"""WeasyPrint keeps 0.05 to 0.3 MB a rendering, so a worker is replaced now and then."""

WATCH_EVERY = 0.02  # seconds
PASSED = ("SYSTEMROOT", "DYLD_FALLBACK_LIBRARY_PATH", "WEASYPRINT_DLL_DIRECTORIES")
"""All that a worker sees of our environment: where macOS and Windows keep libraries."""


@dataclass(frozen=True)
class Reply:
    """What a worker answered."""

    header: Mapping[str, Any]
    blob: bytes


class Worker:
    """One fenced process that does one kind of task, a job at a time."""

    def __init__(self, task: str, limits: Limits, fonts: tuple[str, ...]) -> None:
        self.task = task
        self.limits = limits
        self.jobs = 0
        self.deadline: float | None = None
        self.cause = ""
        self.folder = Path(tempfile.mkdtemp(prefix="plainleaf-"))
        config = self.folder / "fonts.conf"
        config.write_text(fontconfig(fonts, _font_cache()), encoding="utf-8")
        command = [sys.executable, "-I", "-m", "plainleaf.fence.worker", task]
        with (self.folder / "log").open("wb") as log:
            self.process = subprocess.Popen(
                [*command, str(limits.memory_mib)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=log,
                cwd=self.folder,
                env=_environment(self.folder, config),
                start_new_session=True,  # Ctrl-C is for the supervisor, which then ends us
            )
        self.watched = psutil.Process(self.process.pid)

    def ask(self, job: object, where: str) -> Reply:
        """Do one job; raise PlainleafError with its faults, WorkerLost if the process ended."""
        self.jobs += 1
        self.deadline = time.monotonic() + self.limits.seconds
        try:
            write_frame(_pipe(self.process.stdin), pickle.dumps(job))
            header = json.loads(read_frame(_pipe(self.process.stdout)))
            blob = read_frame(_pipe(self.process.stdout))
        except (OSError, EOFError, ValueError):
            raise self._lost(where) from None
        finally:
            self.deadline = None
        if header["findings"]:
            raise PlainleafError(*(finding_from(row, where) for row in header["findings"]))
        return Reply(header, blob)

    def watch(self, now: float) -> None:
        """End the process if its job takes more than it may."""
        if self.deadline is None:
            return
        if now > self.deadline:
            self.cause = f"took longer than {self.limits.seconds:g} seconds"
        elif self._memory() > self.limits.memory_mib * 2**20:
            self.cause = f"took more than {self.limits.memory_mib} MiB of memory"
        if self.cause:
            self.process.kill()

    def end(self) -> None:
        """End the process and remove what it left."""
        self.process.kill()
        self.process.wait()
        for pipe in (self.process.stdin, self.process.stdout):
            _pipe(pipe).close()
        shutil.rmtree(self.folder, ignore_errors=True)

    def _memory(self) -> int:
        try:
            return int(self.watched.memory_info().rss)
        except psutil.Error:
            return 0

    def _lost(self, where: str) -> WorkerLost:
        self.process.kill()
        status = self.process.wait()
        by_limit = bool(self.cause)
        message = f"{self.task} {self.cause or f'ended without an answer (status {status})'}."
        hint = "Make it simpler, or raise [limits] in plainleaf.toml."
        finding = Finding(where, None, f"{self.task}-lost", message, hint)
        return WorkerLost(finding, by_limit=by_limit)


class Fence:
    """Workers by task, started ahead of their first job, watched by one thread."""

    def __init__(self, counts: Mapping[str, int], limits: Limits, fonts: tuple[str, ...]) -> None:
        self.limits = limits
        self.fonts = fonts
        self.idle: dict[str, queue.SimpleQueue[Worker]] = {}
        self.workers: set[Worker] = set()
        self.closed = threading.Event()
        for task, count in counts.items():
            self.idle[task] = queue.SimpleQueue()
            for _ in range(count):
                self.idle[task].put(self._start(task))
        self.watcher = threading.Thread(target=self._watch, daemon=True)
        self.watcher.start()

    def __enter__(self) -> "Fence":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """End every worker, busy or not."""
        self.closed.set()
        self.watcher.join()
        while self.workers:
            self.workers.pop().end()

    def ask(self, task: str, job: object, where: str) -> Reply:
        """Do one job in a worker of its own; see Worker.ask."""
        worker = self.idle[task].get()
        try:
            return worker.ask(job, where)
        finally:
            if worker.jobs >= JOBS_A_WORKER or worker.process.poll() is not None:
                self.workers.discard(worker)
                worker.end()
                worker = self._start(task)
            self.idle[task].put(worker)

    def _start(self, task: str) -> Worker:
        worker = Worker(task, self.limits, self.fonts)
        self.workers.add(worker)
        return worker

    def _watch(self) -> None:
        while not self.closed.wait(WATCH_EVERY):
            now = time.monotonic()
            for worker in tuple(self.workers):
                worker.watch(now)


def _environment(folder: Path, config: Path) -> dict[str, str]:
    passed = {name: os.environ[name] for name in PASSED if name in os.environ}
    own = {"PATH": "", "TMPDIR": str(folder), "HOME": str(folder), "LANG": "C.UTF-8"}
    return passed | own | {"FONTCONFIG_FILE": str(config)}


def _font_cache() -> Path:
    base = os.environ.get("XDG_CACHE_HOME") or "~/.cache"
    return Path(base).expanduser() / "plainleaf" / "fontconfig"


def _pipe(pipe: IO[bytes] | None) -> IO[bytes]:
    if pipe is None:
        raise EOFError
    return pipe
