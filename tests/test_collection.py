"""The tests that there are depend on nothing but their files, or two workers would disagree."""

import os
import subprocess
import sys
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


@pytest.mark.slow
def test_the_same_tests_are_collected_everywhere(tmp_path: Path) -> None:
    here = collected(1, tmp_path / "here")
    there = collected(2, tmp_path / "there", "-p", "tests.elsewhere")
    only = sorted(set(here) ^ set(there))
    assert (len(here) > 0, only, here == there) == (True, [], True)
