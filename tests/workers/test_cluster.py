import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from plainleaf.errors import Finding, PlainleafError, WorkerLost
from plainleaf.load.library import load
from plainleaf.model import Edition, Limits, Shape
from plainleaf.text.localize import localize
from plainleaf.workers.cluster import Cluster
from plainleaf.workers.cluster.bundle import pack, unpack
from plainleaf.workers.cluster.equipment import differences, equipment
from plainleaf.workers.cluster.station import TOPIC, sees
from plainleaf.workers.fence import Fence
from plainleaf.workers.jobs import InspectJob, Job, TypesetJob
from plainleaf.workspace import Workspace
from plainleaf.workspace.settings import Settings
from tests.conftest import put

LIMITS = Limits(seconds=30)
NO_PDF = InspectJob(b"<html>", None)
EDITION = Edition("wash-hands", ("en",), "patient", "large", "sheet", "letter")
START = [sys.executable, "-m"]
SCHEDULER = ["distributed.cli.dask_scheduler", "--host", "127.0.0.1", "--port", "0"]
WORKER = ["distributed.cli.dask_worker", "--host", "127.0.0.1", "--nworkers", "1", "--no-nanny"]


@dataclass
class Machines:
    """A scheduler and its workers, each a process of its own."""

    folder: Path
    scheduler: subprocess.Popen[bytes]
    workers: list[subprocess.Popen[bytes]]

    @property
    def address(self) -> str:
        return str(json.loads((self.folder / "scheduler.json").read_text())["address"])

    def add(self) -> None:
        place = ["--local-directory", str(self.folder / f"worker-{len(self.workers)}")]
        self.workers.append(start(self.folder, [*WORKER, "--nthreads", "1", *place]))


def start(folder: Path, command: list[str]) -> subprocess.Popen[bytes]:
    told = ["--scheduler-file", str(folder / "scheduler.json"), "--no-dashboard"]
    return subprocess.Popen([*START, *command, *told], stderr=subprocess.DEVNULL)


@pytest.fixture
def machines(tmp_path: Path) -> Iterator[Machines]:
    """A scheduler with two workers."""
    equipment.cache_clear()  # the workers read the code now, and it may have been edited
    folder = tmp_path / "machines"
    folder.mkdir()
    found = Machines(folder, start(folder, SCHEDULER), [])
    found.add()
    found.add()
    try:
        wait_until(lambda: width(found) == 2)
        yield found
    finally:
        for process in (*found.workers, found.scheduler):
            process.kill()
            process.wait()


def width(machines: Machines) -> int:
    from distributed import Client

    if not (machines.folder / "scheduler.json").exists():
        return 0
    client = Client(machines.address, set_as_default=False)  # type: ignore[no-untyped-call]
    with client:
        return len(client.nthreads())  # type: ignore[no-untyped-call]


def wait_until(is_so: Callable[[], bool]) -> None:
    end = time.monotonic() + 60
    while not is_so():
        assert time.monotonic() < end
        time.sleep(0.2)


def joined(machines: Machines, workspace: Workspace) -> Cluster:
    return Cluster(machines.address, workspace, LIMITS, ())


def job_of(workspace: Workspace) -> TypesetJob:
    library, _ = load(workspace, Settings(), [EDITION], [], (), {})
    return TypesetJob(localize(library, EDITION, Shape(), "id"), workspace, 20)


def unpacked(cluster: Cluster) -> list[str]:
    """Return the worker of each time that files were unpacked."""
    return sorted(event["worker"] for _, event in cluster._client.get_events(TOPIC))


@pytest.mark.slow
def test_a_cluster_makes_the_same_bytes_and_gets_the_files_once(
    machines: Machines, library: Workspace
) -> None:
    job = job_of(library)
    with Fence({"typeset": 1}, LIMITS, ()) as fence:
        here = fence.ask("typeset", job, "x.pdf")
    # Where its files are not: only the cluster's own copy can be read.
    gone = Workspace(library.root / "nowhere", library.root / "nowhere")
    with joined(machines, library) as cluster:
        addresses = sorted(cluster._client.nthreads())
        with ThreadPoolExecutor(4) as pool:
            asks = [
                pool.submit(cluster.ask, "typeset", replace(job, workspace=gone), "x.pdf")
                for _ in range(4)
            ]
            there = [ask.result() for ask in asks]
        assert unpacked(cluster) == addresses
    assert there == [here] * 4


@pytest.mark.slow
def test_findings_come_back_as_from_a_fence(machines: Machines, library: Workspace) -> None:
    put(library, "templates/page.html", "{{ nothing }}")
    asked: list[tuple[str, Job[Any]]] = [("inspect", NO_PDF), ("typeset", job_of(library))]
    with Fence({"inspect": 1, "typeset": 1}, LIMITS, ()) as fence:
        here = [faults(fence, task, job) for task, job in asked]
    with joined(machines, library) as cluster:
        assert [faults(cluster, task, job) for task, job in asked] == here
    assert [[finding.code for finding in findings] for findings in here] == [
        ["pdf-unreadable"],
        ["template"],
    ]


def faults(workers: Fence | Cluster, task: str, job: Job[Any]) -> tuple[Finding, ...]:
    with pytest.raises(PlainleafError) as caught:
        workers.ask(task, job, "x.pdf")
    assert type(caught.value) is PlainleafError
    return caught.value.findings


@pytest.mark.slow
def test_a_job_over_its_time_is_told_as_from_a_fence(
    machines: Machines, library: Workspace
) -> None:
    limits = Limits(seconds=0.001)
    with (
        Cluster(machines.address, library, limits, ()) as cluster,
        pytest.raises(WorkerLost, match=r"typeset took longer than 0\.001 seconds") as caught,
    ):
        cluster.ask("typeset", job_of(library), "x.pdf")
    assert caught.value.by_limit


@pytest.mark.slow
def test_a_worker_that_is_killed_loses_no_answer(machines: Machines, library: Workspace) -> None:
    job = job_of(library)
    first = threading.Event()

    def ask() -> int:
        made = cluster.ask("typeset", job, "x.pdf")
        first.set()
        return made.master.pages if made.master else 0

    with joined(machines, library) as cluster, ThreadPoolExecutor(12) as pool:
        asks = [pool.submit(ask) for _ in range(12)]
        assert first.wait(60)
        machines.workers[0].kill()
        waiting = sum(not ask.done() for ask in asks)
        assert [ask.result() for ask in asks] == [asks[0].result()] * 12
        assert (waiting > 2, cluster.width) == (True, 1)


@pytest.mark.slow
def test_a_worker_that_comes_later_gets_the_files(machines: Machines, library: Workspace) -> None:
    job = job_of(library)
    with joined(machines, library) as cluster:
        before = set(cluster._client.nthreads())
        machines.add()
        for worker in machines.workers[:2]:
            worker.kill()
        assert cluster.ask("typeset", job, "x.pdf").master
        (later,) = cluster._client.nthreads()
        assert unpacked(cluster) == sorted({*before, later})


@pytest.mark.slow
def test_a_job_is_lost_when_no_worker_is_left(
    machines: Machines, library: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("plainleaf.workers.cluster.NO_WORKER_SECONDS", 1)
    with joined(machines, library) as cluster:
        for worker in machines.workers:
            worker.kill()
        with pytest.raises(WorkerLost, match="no worker of the cluster is left"):
            cluster.ask("inspect", NO_PDF, "x.pdf")


@pytest.mark.slow
def test_a_job_is_lost_with_its_scheduler(machines: Machines, library: Workspace) -> None:
    with joined(machines, library) as cluster, ThreadPoolExecutor(1) as pool:
        asked = pool.submit(cluster.ask, "typeset", job_of(library), "x.pdf")
        time.sleep(0.2)
        machines.scheduler.kill()
        with pytest.raises(WorkerLost, match="the cluster's scheduler is gone"):
            asked.result(timeout=60)


@pytest.mark.slow
def test_a_cluster_that_is_left_keeps_nothing_and_asks_nothing(
    machines: Machines, library: Workspace
) -> None:
    with joined(machines, library) as cluster, ThreadPoolExecutor(1) as pool:
        kept = len(list(machines.folder.rglob("plainleaf-*")))
        asked = pool.submit(cluster.ask, "typeset", job_of(library), "x.pdf")
        time.sleep(0.2)
        cluster.close()
        with pytest.raises(WorkerLost):
            asked.result(timeout=60)
    wait_until(lambda: len(list(machines.folder.rglob("plainleaf-*"))) < kept)


@pytest.mark.slow
def test_a_folder_that_all_workers_see_is_shared(
    machines: Machines, library: Workspace, tmp_path: Path
) -> None:
    with joined(machines, library) as cluster:
        assert cluster.shares(tmp_path / "build")
        assert list((tmp_path / "build").iterdir()) == []


def test_a_folder_of_the_same_name_with_other_files_is_not_shared(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("token")
    asked = [("file", "token"), ("file", "another"), ("nothing", "token")]
    seen = [sees(str(tmp_path / name), token) for name, token in asked]
    assert seen == [True, False, False]


@pytest.mark.parametrize(
    ("address", "cause"),
    [
        ("tcp://127.0.0.1:9", "Timed out trying to connect to tcp://127.0.0.1:9 after 0.5 s"),
        ("127.0.0.1", "missing port number in address '127.0.0.1'"),
    ],
)
def test_no_scheduler_is_told(
    address: str, cause: str, bare: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("plainleaf.workers.cluster.CONNECT_SECONDS", 0.5)
    with pytest.raises(PlainleafError) as caught:
        Cluster(address, bare, LIMITS, ())
    message = f"no scheduler answers at {address}: {cause}."
    hint = "Start one with 'dask scheduler', and give the address that it prints."
    finding = Finding("--cluster", None, "no-scheduler", message, hint)
    assert caught.value.findings == (finding,)


def test_a_missing_extra_is_told(bare: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    monkeypatch.delitem(sys.modules, "plainleaf.workers.cluster.connect", raising=False)
    with pytest.raises(PlainleafError) as caught:
        Cluster("tcp://127.0.0.1:9", bare, LIMITS, ())
    hint = "Install it: pip install 'plainleaf[cluster]'"
    finding = Finding("--cluster", None, "no-extra", "needs the extra of that name.", hint)
    assert caught.value.findings == (finding,)


def test_workers_that_would_print_otherwise_are_told_once_a_kind() -> None:
    ours = {"weasyprint": "70.0", "NotoSans-Bold.ttf": "5 bytes"}
    older = {"weasyprint": "69.0", "NotoSans-Bold.ttf": "5 bytes", "NotoSansX.ttf": "7 bytes"}
    theirs: dict[str, Mapping[str, str] | Exception] = {
        "a": ours,
        "b": older,
        "c": older,
        "d": {"weasyprint": "70.0"},
        "e": ImportError("x"),
    }
    found = differences(ours, theirs, "--cluster")
    assert [finding.message for finding in found] == [
        "b, c: weasyprint is 69.0, here 70.0; NotoSansX.ttf is 7 bytes, here missing.",
        "d: NotoSans-Bold.ttf is missing, here 5 bytes.",
        "e: cannot say what it has, ImportError('x').",
    ]


def test_a_bundle_holds_what_jobs_read_and_no_brand(bare: Workspace, tmp_path: Path) -> None:
    put(bare, "styles/base/x.css", "x")
    put(bare, "styles/brands/hill/logo.svg", "x")
    put(bare, "fonts/NotoSansX.ttf", b"x")
    os.mkfifo(bare.root / "styles/pipe")
    bundle = pack(bare, LIMITS, (str(bare.root / "fonts"),))
    workspace, fonts = unpack(bundle, tmp_path / "there")
    files = [p for p in sorted((tmp_path / "there").rglob("*")) if p.is_file()]
    assert (workspace.read_text("styles/base/x.css"), fonts, files) == (
        "x",
        (str(tmp_path / "there/fonts/000"),),
        [tmp_path / "there/files/styles/base/x.css", tmp_path / "there/fonts/000/NotoSansX.ttf"],
    )


def test_the_same_content_has_the_same_digest(bare: Workspace) -> None:
    place = put(bare, "styles/x.css", "x")
    before = pack(bare, LIMITS, ()).digest
    os.utime(place, (0, 0))
    again, longer = pack(bare, LIMITS, ()).digest, pack(bare, Limits(), ()).digest
    put(bare, "styles/x.css", "y")
    changed = pack(bare, LIMITS, ()).digest
    assert [again == before, longer == before, changed == before] == [True, False, False]
