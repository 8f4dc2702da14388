"""A running build → the most memory that it and its processes hold, by tenth of its imprints."""

import os
import subprocess
import time
from collections.abc import Sequence
from pathlib import Path

import psutil

from bench.engines import Course

TENTHS = 10


def peaks(course: Course, command: Sequence[str]) -> list[int]:
    """Return the peak of each tenth in bytes, 0 where none was seen."""
    most = [0] * TENTHS
    nothing = subprocess.DEVNULL
    with subprocess.Popen(
        command, stdout=nothing, stderr=nothing, env=course.environment
    ) as process:
        watched = psutil.Process(process.pid)
        while process.poll() is None:
            done = made(course.output) * TENTHS // course.network.imprints
            place = min(done, TENTHS - 1)
            most[place] = max(most[place], _resident(watched))
            time.sleep(0.1)  # a look at all files takes a tenth of that
    if process.returncode:
        raise SystemExit(f"bench: {' '.join(command)} ended with status {process.returncode}")
    return most


def made(output: Path, since: float = 0) -> int:
    """Return how many imprints are below a folder, of those written since a time."""
    if not output.is_dir():
        return 0
    brands = [each.path for each in os.scandir(output) if each.is_dir()]
    files = (file for brand in brands for file in os.scandir(brand) if file.name.endswith(".pdf"))
    return sum(not since or file.stat().st_mtime >= since for file in files)


def _resident(process: psutil.Process) -> int:
    try:
        family = [process, *process.children(recursive=True)]
        return sum(int(each.memory_info().rss) for each in family)
    except psutil.Error:
        return 0
