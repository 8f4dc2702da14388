"""The tests that there are depend on nothing but their files, or two workers would disagree."""

import os
import subprocess
import sys
from fnmatch import fnmatch
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


def collected(seed: int, home: Path, *options: str) -> list[str]:
    """Return the ids of all tests in the order in which a new process collects them."""
    command = [sys.executable, "-m", "pytest", "--collect-only", "-q", "-p", "no:cacheprovider"]
    home.mkdir()
    machine = {"PYTHONHASHSEED": str(seed), "HOME": str(home), "TMPDIR": str(home)}
    done = subprocess.run(
        [*command, *options],
        cwd=ROOT,
        env={**os.environ, **machine},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return [line for line in done.stdout.splitlines() if "::" in line]


def test_no_folder_of_tests_is_left_out(pytestconfig: pytest.Config) -> None:
    """By default pytest passes over folders with names such as `build`, and says nothing."""
    files = [file.relative_to(ROOT) for file in (ROOT / "tests").rglob("test_*.py")]
    patterns = pytestconfig.getini("norecursedirs")
    left_out = {
        str(file)
        for file in files
        if any(fnmatch(part, pattern) for part in file.parts for pattern in patterns)
    }
    assert (len(files) > 0, left_out) == (True, set())


@pytest.mark.slow
def test_the_same_tests_are_collected_everywhere(tmp_path: Path) -> None:
    here = collected(1, tmp_path / "here")
    there = collected(2, tmp_path / "there", "-p", "tests.elsewhere")
    only = sorted(set(here) ^ set(there))
    assert (len(here) > 0, only, here == there) == (True, [], True)
