"""One fenced process, seen from outside: it does jobs one by one, within limits.

A limit inside the process does not work: drawing swallows alarms and refusals alike.
"""

import math
import os
import pickle
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import IO

import psutil

from plainleaf.errors import Fault, PlainleafError, WorkerLost
from plainleaf.model import Limits
from plainleaf.workers.codec import decoded
from plainleaf.workers.frames import read_frame, write_frame
from plainleaf.workers.jobs import Job, Reply, Wrong
from plainleaf.workspace.fonts import fontconfig
from plainleaf.workspace.hold import Scratch

JOBS_A_WORKER = 40
"""WeasyPrint keeps 0.05 to 0.3 MB a rendering, so a worker is replaced now and then."""

START_SECONDS = 60.0  # a worker may take to load its task, on a machine that is busy
PATIENCE = 4
"""Times as long as a job may work: so long is waited for it, on a machine that is busy."""

LEAST_PATIENCE = 20.0
"""Seconds that are waited at the least: a short job may get no turn at all for long."""

LOG = "log"  # in a worker's folder: what it printed
OWN_LIMITS: Mapping[str, Limits] = {"logo": Limits(seconds=1.0, memory_mib=128)}
"""Of tasks that need little, whatever the settings allow the others."""

PASSED = ("SYSTEMROOT", "DYLD_FALLBACK_LIBRARY_PATH", "WEASYPRINT_DLL_DIRECTORIES")
"""All that a worker sees of our environment: where macOS and Windows keep libraries."""


class Worker:
    """One fenced process that does one kind of task, a job at a time."""

    def __init__(self, task: str, limits: Limits, fonts: tuple[str, ...]) -> None:
        self.task = task
        self.limits = OWN_LIMITS.get(task, limits)
        self.jobs = 0
        self.cause = ""
        self._allowed: float | None = None  # seconds, for what it does now
        self._began = self._spent = 0.0  # by the clock, and of its own time before
        self._lock = threading.Lock()  # the watcher decides and kills in one step
        self._scratch = Scratch()
        self.folder = self._scratch.path
        try:
            self.process = self._launch(fonts)
        except BaseException:
            self._scratch.remove()
            raise
        self._watched = psutil.Process(self.process.pid)

    def _launch(self, fonts: tuple[str, ...]) -> subprocess.Popen[bytes]:
        config = self.folder / "fonts.conf"
        config.write_text(fontconfig(fonts, _font_cache()), encoding="utf-8")
        command = [sys.executable, "-I", "-m", "plainleaf.workers.worker", self.task]
        limits = [str(self.limits.memory_mib), str(math.ceil(self.limits.seconds))]
        with (self.folder / LOG).open("wb") as log:
            return subprocess.Popen(
                [*command, *limits],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=log,
                cwd=self.folder,
                env=_environment(self.folder, config),
                start_new_session=True,  # Ctrl-C is for the supervisor, which then ends us
            )

    def ask(self, job: Job[Reply], times: int = 1) -> Reply:
        """Do one job; raise PlainleafError with its faults, WorkerLost if the process ended.

        It may take as long as `times` jobs.
        """
        try:
            if not self.jobs:
                self._limit(START_SECONDS)
                read_frame(_pipe(self.process.stdout))  # empty: it has loaded its task
            self.jobs += 1
            self._limit(times * self.limits.seconds)
            write_frame(_pipe(self.process.stdin), pickle.dumps(job))
            wrong = decoded(read_frame(_pipe(self.process.stdout)), Wrong)
            if wrong == Wrong():
                return decoded(read_frame(_pipe(self.process.stdout)), job.reply)
        except (OSError, EOFError, ValueError):
            raise self._lost() from None
        finally:
            self._limit(None)
        raise PlainleafError(*wrong.findings, *wrong.faults)

    def _limit(self, seconds: float | None) -> None:
        with self._lock:
            self._allowed = seconds
            if seconds is not None:
                self._began, self._spent = time.monotonic(), self._time()

    def watch(self, now: float) -> None:
        """End the process if its job takes more than it may."""
        with self._lock:
            if self._allowed is None:
                return
            worked, waited = self._time() - self._spent, now - self._began
            if worked > self._allowed or waited > max(PATIENCE * self._allowed, LEAST_PATIENCE):
                self.cause = f"took longer than {self._allowed:g} seconds"
            elif self._memory() > self.limits.memory_mib * 2**20:
                self.cause = f"took more than {self.limits.memory_mib} MiB of memory"
            if self.cause:
                self.process.kill()

    @property
    def is_spent(self) -> bool:
        """Whether another worker has to take its place."""
        return bool(self.cause) or self.jobs >= JOBS_A_WORKER or self.process.poll() is not None

    def end(self) -> None:
        """End the process and remove what it left."""
        self.process.kill()
        self.process.wait()
        for pipe in (self.process.stdin, self.process.stdout):
            with suppress(BrokenPipeError):  # a job that was never read
                _pipe(pipe).close()
        self._scratch.remove()

    def _time(self) -> float:
        """Return the seconds that it has worked: what else the machine does is not its fault."""
        try:
            spent = self._watched.cpu_times()
        except psutil.Error:
            return 0.0
        return float(spent.user + spent.system)

    def _memory(self) -> int:
        try:
            return int(self._watched.memory_info().rss)
        except psutil.Error:
            return 0

    def _lost(self) -> WorkerLost:
        with suppress(subprocess.TimeoutExpired):
            self.process.wait(timeout=1)
        self.process.kill()
        status = self.process.wait()
        if self.cause:
            message = f"{self.task} {self.cause}."
            more = "." if self.task in OWN_LIMITS else ", or raise [limits] in plainleaf.toml."
            hint = f"Make it simpler{more}"
        else:
            message = f"{self.task} ended without an answer (status {status}){self._last_words()}."
            hint = "Try again; 'plainleaf doctor' says what is missing here."
        fault = Fault(f"{self.task}-lost", message, hint)
        return WorkerLost(fault, by_limit=bool(self.cause))

    def _last_words(self) -> str:
        log = (self.folder / LOG).read_text(encoding="utf-8", errors="replace").split("\n")
        lines = [line.strip() for line in log if line.strip()]
        return f": {lines[-1][:200]}" if lines else ""


def _environment(folder: Path, config: Path) -> dict[str, str]:
    passed = {name: os.environ[name] for name in PASSED if name in os.environ}
    own = {"PATH": "", "TMPDIR": str(folder), "HOME": str(folder), "LANG": "C.UTF-8"}
    return passed | own | {"FONTCONFIG_FILE": str(config)}


def _font_cache() -> Path:
    base = os.environ.get("XDG_CACHE_HOME") or "~/.cache"
    try:
        return Path(base).expanduser() / "plainleaf" / "fontconfig"
    except RuntimeError:  # a user without a home, as in a container
        return Path(tempfile.gettempdir()) / "plainleaf-fontconfig"


def _pipe(pipe: IO[bytes] | None) -> IO[bytes]:
    if pipe is None:
        raise EOFError
    return pipe
