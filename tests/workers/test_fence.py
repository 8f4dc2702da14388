import os
import signal
import subprocess
import sys
import threading
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

import psutil
import pytest

from plainleaf.errors import Finding, PlainleafError, WorkerLost
from plainleaf.model import Limits
from plainleaf.workers.fence import Fence
from plainleaf.workers.jobs import InspectJob
from plainleaf.workers.process import Worker, _environment

NO_PDF = InspectJob(b"<html>", None)
NO_TEXT = "\udcff.pdf"  # a name of a file that is none in any language
LIMITS = Limits(seconds=30)


def test_a_workers_environment_holds_nothing_of_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SECRET", "x")
    monkeypatch.setattr("plainleaf.workers.process.PASSED", ("SYSTEMROOT",))
    assert _environment(Path("/t"), Path("/t/f")) == {
        "PATH": "",
        "TMPDIR": "/t",
        "HOME": "/t",
        "LANG": "C.UTF-8",
        "FONTCONFIG_FILE": "/t/f",
    }


def test_a_workers_faults_come_back_as_findings() -> None:
    with Fence({"inspect": 1}, LIMITS, ()) as fence, pytest.raises(PlainleafError) as caught:
        fence.ask("inspect", NO_PDF, NO_TEXT)
    assert [(fault.path, fault.code) for fault in caught.value.findings] == [
        (NO_TEXT, "pdf-unreadable")
    ]


def test_a_worker_that_is_killed_is_told_and_replaced() -> None:
    with Fence({"inspect": 1}, LIMITS, ()) as fence:
        (worker,) = fence.workers
        os.kill(worker.process.pid, signal.SIGSTOP)  # it must not answer before it dies
        threading.Timer(0.3, worker.process.kill).start()
        with pytest.raises(WorkerLost) as caught:
            fence.ask("inspect", NO_PDF, "x.pdf")
        with pytest.raises(PlainleafError) as answered:
            fence.ask("inspect", NO_PDF, "x.pdf")
    message = "inspect ended without an answer (status -9)."
    hint = "Try again; 'plainleaf doctor' says what is missing here."
    assert caught.value.findings == (Finding("x.pdf", None, "inspect-lost", message, hint),)
    assert (caught.value.by_limit, type(answered.value)) == (False, PlainleafError)


def test_a_job_over_its_time_is_ended_from_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    with Fence({"inspect": 1}, LIMITS, ()) as fence:
        with pytest.raises(PlainleafError):
            fence.ask("inspect", NO_PDF, "x.pdf")  # it has started
        (worker,) = fence.workers
        monkeypatch.setattr(worker, "limits", Limits(seconds=0.5))
        os.kill(worker.process.pid, signal.SIGSTOP)
        with pytest.raises(WorkerLost, match=r"took longer than 0\.5 seconds") as caught:
            fence.ask("inspect", NO_PDF, "x.pdf")
    assert caught.value.by_limit


def test_time_that_other_work_takes_does_not_count(monkeypatch: pytest.MonkeyPatch) -> None:
    """A job that waits for its turn on a busy machine has not worked."""
    with Fence({"inspect": 1}, LIMITS, ()) as fence:
        with pytest.raises(PlainleafError):
            fence.ask("inspect", NO_PDF, "x.pdf")  # it has started
        (worker,) = fence.workers
        monkeypatch.setattr("plainleaf.workers.process.PATIENCE", 100)
        monkeypatch.setattr(worker, "limits", Limits(seconds=0.5))
        os.kill(worker.process.pid, signal.SIGSTOP)
        threading.Timer(1.5, os.kill, (worker.process.pid, signal.SIGCONT)).start()
        with pytest.raises(PlainleafError) as answered:
            fence.ask("inspect", NO_PDF, "x.pdf")
    assert type(answered.value) is PlainleafError


@pytest.mark.slow
def test_time_to_start_does_not_count(monkeypatch: pytest.MonkeyPatch) -> None:
    """The job itself may take ten seconds: a busy machine needs some of them."""
    monkeypatch.setattr("plainleaf.workers.process.START_SECONDS", 60)
    with Fence({"inspect": 1}, Limits(seconds=10), ()) as fence:
        (worker,) = fence.workers
        os.kill(worker.process.pid, signal.SIGSTOP)
        threading.Timer(11, os.kill, (worker.process.pid, signal.SIGCONT)).start()
        with pytest.raises(PlainleafError) as answered:
            fence.ask("inspect", NO_PDF, "x.pdf")
    assert type(answered.value) is PlainleafError


def test_a_worker_that_cannot_start_fails_its_job_only(monkeypatch: pytest.MonkeyPatch) -> None:
    with Fence({"inspect": 1}, LIMITS, ()) as fence:
        start = fence._start

        def fail(task: str) -> Worker:
            raise OSError(28, "No space left on device")

        next(iter(fence.workers)).process.kill()
        monkeypatch.setattr(fence, "_start", fail)
        for message in ("ended without an answer", "No space left on device"):
            with pytest.raises(WorkerLost, match=message):
                fence.ask("inspect", NO_PDF, "x.pdf")
        monkeypatch.setattr(fence, "_start", start)
        with pytest.raises(PlainleafError) as answered:
            fence.ask("inspect", NO_PDF, "x.pdf")
    assert type(answered.value) is PlainleafError


def test_a_lost_worker_tells_its_last_words() -> None:
    with Fence({"nonsense": 1}, LIMITS, ()) as fence, pytest.raises(WorkerLost) as caught:
        fence.ask("nonsense", NO_PDF, "x.pdf")
    (finding,) = caught.value.findings
    assert finding.message == (
        "nonsense ended without an answer (status 1): KeyError: 'nonsense'."
    )


def test_a_job_over_its_memory_is_ended_from_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    # The system's own limit would come first: only the supervisor's is made small here.
    with Fence({"inspect": 1}, LIMITS, ()) as fence:
        (worker,) = fence.workers
        monkeypatch.setattr(worker, "limits", Limits(memory_mib=1))
        with pytest.raises(WorkerLost, match="took more than 1 MiB of memory") as caught:
            fence.ask("inspect", NO_PDF, "x.pdf")
    assert caught.value.by_limit


def test_nothing_is_left_of_a_closed_fence() -> None:
    with Fence({"inspect": 2}, LIMITS, ()) as fence:
        workers = list(fence.workers)
    left = [(psutil.pid_exists(w.process.pid), w.folder.exists()) for w in workers]
    assert left == [(False, False), (False, False)]


def test_a_worker_is_ended_once_though_its_job_ends_with_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Else its folder's handle is closed twice: the second time it may be another file's."""
    ended, asked, end = [], threading.Event(), Worker.end

    def slow(worker: Worker) -> None:
        ended.append(worker)
        worker.process.kill()
        asked.wait(30)  # the job's thread comes meanwhile, and finds it dead
        end(worker)

    def ask() -> None:
        with suppress(PlainleafError):
            fence.ask("inspect", NO_PDF, "x.pdf")
        asked.set()

    monkeypatch.setattr(Worker, "end", slow)
    fence = Fence({"inspect": 1}, LIMITS, ())
    (worker,) = fence.workers
    os.kill(worker.process.pid, signal.SIGSTOP)  # it must not answer before it dies
    thread = threading.Thread(target=ask)
    thread.start()
    while worker.jobs == 0 and worker._allowed is None:
        time.sleep(0.01)
    fence.close()
    thread.join()
    assert (ended, fence.workers, asked.is_set()) == ([worker], set(), True)


def test_a_worker_that_starts_while_the_fence_is_closed_is_ended(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    made = []

    def start(self: Worker, *arguments: Any) -> None:
        made.append(self)
        real(self, *arguments)
        if len(made) == 2:
            fence.close()  # as another thread does, which does not know of it yet

    real = Worker.__init__
    monkeypatch.setattr(Worker, "__init__", start)
    fence = Fence({"inspect": 1}, LIMITS, ())
    fence.warm({"inspect": 1})
    with suppress(PlainleafError):
        made[0].process.kill()
        fence.ask("inspect", NO_PDF, "x.pdf")
    assert (len(made), fence.workers, made[1].process.poll()) == (2, set(), -signal.SIGKILL)


def test_a_worker_is_replaced_after_its_share_of_jobs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("plainleaf.workers.process.JOBS_A_WORKER", 2)
    seen = []
    with Fence({"inspect": 1}, LIMITS, ()) as fence:
        for _ in range(3):
            seen.append(next(iter(fence.workers)).process.pid)
            with pytest.raises(PlainleafError):
                fence.ask("inspect", NO_PDF, "x.pdf")
    assert [seen[0] == seen[1], seen[1] == seen[2]] == [True, False]


def test_a_worker_ends_when_its_supervisor_is_gone(tmp_path: Path) -> None:
    code = (
        "import time; from plainleaf.workers.fence import Fence\n"
        "from plainleaf.model import Limits\n"
        "fence = Fence({'inspect': 1}, Limits(), ())\n"
        "print(next(iter(fence.workers)).process.pid, flush=True); time.sleep(60)"
    )
    environment = {**os.environ, "TMPDIR": str(tmp_path)}
    command = [sys.executable, "-c", code]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as parent:
        assert parent.stdout
        worker = psutil.Process(int(parent.stdout.readline()))
        parent.kill()
    gone, _ = psutil.wait_procs([worker], timeout=20)
    assert (gone, list(tmp_path.glob("plainleaf-*"))) == ([worker], [])


FORBIDDEN = {
    "a connection": "import socket; socket.create_connection(('127.0.0.1', 9))",
    "a name looked up": "import socket; socket.getaddrinfo('localhost', 80)",
    "a program": "import subprocess; subprocess.run(['true'])",
    "a shell": "import os; os.system('true')",
}


@pytest.mark.parametrize("name", FORBIDDEN)
def test_a_worker_may_not_reach_out(name: str) -> None:
    hook = "import sys; from plainleaf.workers.worker import _forbid; sys.addaudithook(_forbid)"
    code = f"{hook}\n{FORBIDDEN[name]}"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False
    )
    assert "is not allowed while typesetting" in done.stderr
