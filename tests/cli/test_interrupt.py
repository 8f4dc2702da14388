"""Signals from outside, to the command itself and to a whole group, as a terminal sends them."""

import os
import pty
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from plainleaf.build.manifest import read_manifest
from plainleaf.workspace import Workspace

pytestmark = pytest.mark.slow

STATUS = {"SIGINT": 130, "SIGTERM": 143, "SIGHUP": 129}
OPTIONS = ("-l", "en", "-l", "es", "-s", "standard", "-s", "large", "-s", "giant", "-b", "all")
TOTAL = 24
Moment = Callable[[Path], bool]
WORDS = "; the rest is made by the same command."


@pytest.fixture
def terminal() -> Iterator[tuple[int, int]]:
    ours, theirs = pty.openpty()
    yield ours, theirs
    os.close(ours)


def started(folder: Path, errors: int) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "plainleaf", "build", *OPTIONS, "-j", "2"]
    return subprocess.Popen(
        command,
        cwd=folder,
        stdout=subprocess.DEVNULL,
        stderr=errors,
        start_new_session=True,
        preexec_fn=heed_signals,
    )


def heed_signals() -> None:
    """Undo what nohup, or a shell's '&', lets the tests and their children ignore."""
    for name in STATUS:
        signal.signal(getattr(signal, name), signal.SIG_DFL)


def masters_are_made(folder: Path) -> bool:
    return (folder / "build/.cache/store.sqlite").exists()


def imprints_are_made(folder: Path) -> bool:
    return any(folder.glob("build/*/*.pdf"))


@pytest.mark.parametrize("moment", [masters_are_made, imprints_are_made])
@pytest.mark.parametrize("name", STATUS)
def test_build_that_is_stopped_says_how_far_it_came(
    name: str, moment: Moment, library: Workspace
) -> None:
    done, words = stopped(library.root, name, moment, subprocess.PIPE)
    kept = len(read_manifest(library.root / "build"))
    assert (done, words) == (STATUS[name], f"{kept} of {TOTAL} made{WORDS}\n")
    assert [*library.root.rglob("*.plainleaf")] == []


@pytest.mark.parametrize("moment", [masters_are_made, imprints_are_made])
def test_terminal_is_told_below_the_bar(
    moment: Moment, library: Workspace, terminal: tuple[int, int]
) -> None:
    ours, theirs = terminal
    done, _ = stopped(library.root, "SIGINT", moment, theirs)
    os.close(theirs)
    words = os.read(ours, 100_000).decode().splitlines()
    kept = len(read_manifest(library.root / "build"))
    assert (done, words[-1]) == (130, f"{kept} of {TOTAL} made{WORDS}")


def test_the_same_command_makes_the_rest(library: Workspace) -> None:
    stopped(library.root, "SIGINT", imprints_are_made, subprocess.PIPE)
    assert started(library.root, subprocess.DEVNULL).wait(60) == 0
    assert len(read_manifest(library.root / "build")) == TOTAL


def stopped(folder: Path, name: str, moment: Moment, errors: int) -> tuple[int, str]:
    """Run a build until a moment, and send its group a signal; return its status and words."""
    run = started(folder, errors)
    while not moment(folder) and run.poll() is None:
        time.sleep(0.001)
    os.killpg(run.pid, getattr(signal, name))
    _, words = run.communicate(timeout=60)
    return run.returncode, (words or b"").decode()
