"""Closed, full and broken streams, as a shell makes them, around the command itself."""

import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from plainleaf.workspace import Workspace
from tests.conftest import put

COMMAND = f"{shlex.quote(sys.executable)} -m plainleaf"
FULL = "standard output: error: cannot be written: No space left on device."
CLOSED = "standard output: error: cannot be written: it is closed."
MADE = ["drink-water", "wash-hands"]


def shell(command: str, folder: Path) -> tuple[int, str, str]:
    """Run a line of a shell; a pipe's status is that of the command, not of its reader."""
    line = f"set -o pipefail; {command.replace('plainleaf', COMMAND, 1)}"
    done = subprocess.run(
        ["bash", "-c", line], cwd=folder, capture_output=True, text=True, timeout=60, check=False
    )
    return done.returncode, done.stdout, done.stderr


@pytest.mark.slow
@pytest.mark.parametrize(
    ("command", "status", "told"),
    [
        ("plainleaf build | true", 0, ""),
        ("plainleaf build --json | true", 0, ""),
        ("plainleaf build 2>&-", 0, ""),
        ("plainleaf build 2>/dev/full", 0, ""),
        ("plainleaf build >&-", 0, ""),
        ("plainleaf build <&- >&- 2>&-", 0, ""),
        ("plainleaf build >/dev/full", 1, FULL),
        ("plainleaf build --json >/dev/full", 1, FULL),
        ("plainleaf build --json >&-", 1, CLOSED),
        ("plainleaf build >/dev/full 2>/dev/full", 1, ""),
    ],
)
def test_build_makes_all_whoever_listens(
    command: str, status: int, told: str, library: Workspace
) -> None:
    code, _, stderr = shell(command, library.root)
    made = sorted(place.name.partition("_")[0] for place in library.root.rglob("build/*/*.pdf"))
    assert (code, made, stderr[: len(told)], stderr.count("\n")) == (
        *(status, MADE, told),
        1 if told else 0,
    )


@pytest.mark.slow
def test_warning_that_nobody_could_hear_is_no_success(library: Workspace) -> None:
    catalogue = (library.root / "handouts/wash-hands/es.po").read_text()
    put(library, "handouts/wash-hands/es.po", catalogue.replace("human", "machine"))
    put(library, "handouts/drink-water/handout.md", "")
    status, _, _ = shell("plainleaf build wash-hands -l es 2>/dev/full", library.root)
    assert (status, len([*library.root.rglob("build/*/*.pdf")])) == (1, 1)


@pytest.mark.parametrize("words", ["list", "check", "--help", "list --help"])
def test_others_end_as_any_command_whose_reader_has_left(words: str, library: Workspace) -> None:
    read, write = os.pipe()
    os.close(read)
    command = [sys.executable, "-m", "plainleaf", *words.split()]
    with os.fdopen(write, "wb") as nobody:
        done = subprocess.run(
            command, cwd=library.root, stdout=nobody, stderr=subprocess.PIPE, check=False
        )
    assert (done.returncode, done.stderr) == (141, b"")


@pytest.mark.parametrize(
    ("command", "status", "told"),
    [
        ("plainleaf list >/dev/full", 1, FULL),
        ("plainleaf list --json >&-", 1, CLOSED),
        ("plainleaf list >&-", 0, ""),
        ("plainleaf buld 2>/dev/full", 2, ""),
        ("plainleaf list handout 2>&-", 2, ""),
        ("plainleaf build tea 2>/dev/full", 1, ""),
    ],
)
def test_status_tells_where_words_cannot(
    command: str, status: int, told: str, library: Workspace
) -> None:
    code, stdout, stderr = shell(command, library.root)
    assert (code, stdout, stderr[: len(told)]) == (status, "", told)
    assert stderr.count("\n") == (1 if told else 0)


def test_name_that_is_no_text_is_told_all_the_same(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "plainleaf", "list", "-w", os.fsdecode(b"no\xff")]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr.split(":")[:2]) == (1, ["no\\udcff", " error"])


def test_reader_that_has_seen_enough_is_no_fault(library: Workspace) -> None:
    read, write = os.pipe()
    os.close(read)
    script = "from plainleaf.cli import main; main()"
    command = [sys.executable, "-c", script, "list", "-w", str(library.root)]
    with os.fdopen(write, "wb") as nobody:
        done = subprocess.run(command, stdout=nobody, stderr=subprocess.PIPE, check=False)
    assert (done.returncode, done.stderr) == (141, b"")
