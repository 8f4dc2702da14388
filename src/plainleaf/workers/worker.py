"""The inside of a fence: a process that reads jobs, does one kind of task, and answers.

Run as `python -I -m plainleaf.workers.worker TASK MEMORY_MIB SECONDS` by the supervisor only.
"""

import ctypes.util
import gc
import importlib
import os
import pickle
import shutil
import signal
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, Any

from plainleaf.errors import Fault, PlainleafError
from plainleaf.workers.codec import encoded
from plainleaf.workers.frames import read_frame, write_frame
from plainleaf.workers.jobs import Wrong

if sys.platform != "win32":
    import resource  # Windows has none

TASKS: Mapping[str, str] = {
    "typeset": "plainleaf.typeset",
    "stamp": "plainleaf.stamp",
    "impose": "plainleaf.impose",
    "inspect": "plainleaf.checks.inspect",
    "logo": "plainleaf.brand.logo",
    "picture": "plainleaf.brand.logo",
}
"""Each module has `run(job)`, which returns the job's kind of reply."""

FORBIDDEN = (
    "os.exec",
    "os.fork",
    "os.forkpty",
    "os.posix_spawn",
    "os.spawn",
    "os.startfile",
    "os.system",
    "pty.spawn",
    "socket.bind",
    "socket.connect",
    "socket.getaddrinfo",
    "socket.gethostbyname",
    "socket.sendto",
    "subprocess.Popen",
)
"""Audit events of Python that a job has no business with: the network, other programs."""

Run = Callable[[Any], object]


def main() -> None:
    """Serve jobs until the supervisor closes the pipe."""
    task, memory, seconds = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    jobs, replies = _take_pipes()
    _limit_memory(memory)
    run = _load(task)
    sys.addaudithook(_forbid)
    try:
        _serve(jobs, replies, run, task, 4 * seconds + 60)
    except (EOFError, BrokenPipeError):  # the supervisor is gone and can clean up no more
        with suppress(FileNotFoundError):  # the next run has swept it
            shutil.rmtree(Path.cwd(), ignore_errors=True)


def _serve(jobs: IO[bytes], replies: IO[bytes], run: Run, task: str, most: int) -> None:
    """Answer jobs; an empty message first says that the task is loaded."""
    write_frame(replies, b"")
    while True:
        job = pickle.loads(read_frame(jobs))  # noqa: S301  # from our own supervisor
        with _abandoned_after(most):
            for part in _answer(run, job, task):
                write_frame(replies, part)


@contextmanager
def _abandoned_after(seconds: int) -> Iterator[None]:
    """Let the system end a job whose supervisor is gone and cannot."""
    if sys.platform == "win32":
        yield
        return
    signal.alarm(seconds)
    yield
    signal.alarm(0)


def _take_pipes() -> tuple[IO[bytes], IO[bytes]]:
    """Keep the pipes for ourselves: whatever prints goes to the log."""
    jobs, replies = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    with open(os.devnull, "rb") as nothing:  # noqa: PTH123
        os.dup2(nothing.fileno(), 0)
    return jobs, replies


def _limit_memory(mib: int) -> None:
    """Ask the system for a hard stop: a leap in memory is over before the supervisor looks."""
    if sys.platform == "win32":
        return
    # RLIMIT_DATA counts what is allocated, not the fonts that are mapped.
    resource.setrlimit(resource.RLIMIT_DATA, (mib * 2**20, mib * 2**20))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _load(task: str) -> Run:
    if sys.platform == "linux":
        # cffi asks ldconfig and gcc for each name that is not a file name: 0.2 s for nothing.
        ctypes.util.find_library = lambda name: None
    run: Run = importlib.import_module(TASKS[task]).run
    gc.freeze()  # all that is loaded stays: looking through it for waste is time lost
    return run


def _forbid(event: str, arguments: tuple[object, ...]) -> None:
    if event in FORBIDDEN:
        raise PermissionError(f"{event} is not allowed while typesetting")


def _answer(run: Run, job: object, task: str) -> tuple[bytes, ...]:
    """Return what is wrong; and the reply, where nothing is."""
    try:
        try:
            return encoded(Wrong()), encoded(run(job))
        except PlainleafError as error:
            return (encoded(Wrong(error.findings, error.faults)),)
    except Exception as error:  # noqa: BLE001  # the engine raises anything on bad input
        return (encoded(Wrong(faults=(_cause(error, task),))),)


def _cause(error: BaseException, task: str) -> Fault:
    cause = "ran out of memory" if isinstance(error, MemoryError) else f"failed: {error!r:.200}"
    hint = "Look at what was added last: templates, styles or images."
    return Fault(f"{task}-failed", f"{task} {cause}.", hint)


if __name__ == "__main__":
    main()
