"""What a build that was killed leaves behind is gone after the next start, whatever the moment."""

import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import psutil
import pytest

from plainleaf.workspace import Workspace

pytestmark = pytest.mark.slow

MOMENTS = 60
STEP = 0.05  # seconds


def build(workspace: Workspace, temporary: Path, *options: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "plainleaf", "build", "-j", "2", *options],
        cwd=workspace.root,
        env={**os.environ, "TMPDIR": str(temporary)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


def left(workspace: Workspace, temporary: Path) -> list[str]:
    places = [*temporary.iterdir(), *(workspace.root / "build").rglob("*.plainleaf")]
    return sorted(place.name for place in places)


def kill(run: subprocess.Popen[bytes], whom: str) -> list[psutil.Process]:
    """Kill the command alone, or with its workers, or one worker of it; return them all."""
    try:
        workers = psutil.Process(run.pid).children(recursive=True)
    except psutil.NoSuchProcess:
        workers = []
    if whom != "worker":
        run.send_signal(signal.SIGKILL)
    for worker in {"leader": [], "all": workers, "worker": workers[:1]}[whom]:
        with suppress(psutil.NoSuchProcess):
            worker.kill()
    run.wait(60)
    return workers


@pytest.mark.parametrize("whom", ["leader", "all", "worker"])
def test_next_start_sweeps(whom: str, library: Workspace, tmp_path: Path) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    found = []
    for moment in range(MOMENTS // 3):
        run = build(library, temporary, "--verify", "all", "-b", "all", "-l", "en", "-l", "es")
        time.sleep(moment * 3 * STEP)
        workers = kill(run, whom)
        for place in (library.root / "build").glob("*/*.pdf") if moment % 2 else ():
            place.unlink()  # so that there is something to make, or nothing
        build(library, temporary, "wash-hands").wait(60)
        psutil.wait_procs(workers, timeout=60)  # without their supervisor they end by themselves
        found += left(library, temporary)
    assert found == []


def test_run_beside_another_keeps_its_folders(library: Workspace, tmp_path: Path) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    choice = ("-b", "all", "-l", "en", "-l", "es", "-s", "standard", "-s", "large")
    run = build(library, temporary, *choice)
    others = []
    while run.poll() is None:
        others.append(build(library, temporary, "-o", str(tmp_path / "other")).wait(60))
    assert (run.returncode, set(others), left(library, temporary)) == (0, {0}, [])
