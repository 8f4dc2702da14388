"""What a run holds while it needs it: files on their way, temporary folders.

A lock of the system says so, which ends with its process however that ends. So what has our
name and is held by nobody was left by a run that was killed, and can be swept.
"""

import os
import re
import shutil
import sys
import tempfile
from abc import ABC, abstractmethod
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Self

if sys.platform == "win32":
    fcntl = None
else:
    import fcntl  # Windows has none: there nothing is held, and nothing swept

PART = ".plainleaf"
"""Ending of a file on its way to its place."""

PARTS = re.compile(rf"\..+\.\d+(?:-\d+)?{re.escape(PART)}")
FOLDER = "plainleaf-run-"
FOLDERS = re.compile(rf"\.?{FOLDER}[a-z0-9_]{{8}}")

Place = Path | str


def hold(handle: int, place: Place) -> bool:
    """Hold what is open; False where a sweep was quicker and it is gone."""
    return _lock(handle) is not False and _is_there(handle, place)


class Held(ABC):
    """What is let go of where its `with` ends, however that ends."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @abstractmethod
    def close(self) -> None:
        """Let go of all of it."""


class Scratch:
    """A temporary folder, held until it is removed or its process ends."""

    def __init__(self, parent: Path | None = None, prefix: str = FOLDER) -> None:
        while True:
            self.path = Path(tempfile.mkdtemp(prefix=prefix, dir=parent))
            try:
                self._handle = os.open(self.path, os.O_RDONLY) if fcntl else None
            except FileNotFoundError:  # a sweep was quicker
                continue
            if self._handle is None or hold(self._handle, self.path):
                return
            self.release()

    def __enter__(self) -> Path:
        return self.path

    def __exit__(self, *_: object) -> None:
        self.remove()

    def remove(self) -> None:
        """Remove the folder with all that is in it."""
        shutil.rmtree(self.path, ignore_errors=True)
        self.release()

    def release(self) -> None:
        """Hold it no longer: it is gone, or has become something else."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None


def sweep(folder: Place) -> None:
    """Remove what killed runs left in an output folder and among the system's temporary ones."""
    sweep_parts(folder)
    with suppress(OSError):  # a machine may have no place for them
        sweep_folders(tempfile.gettempdir())


def sweep_folders(parent: Place) -> None:
    """Remove temporary folders that a killed run left."""
    for entry in _entries(parent, FOLDERS, is_folder=True):
        with _unheld(entry.path, os.O_RDONLY) as is_free:
            for _ in range(3 if is_free else 0):  # a worker that outlived its run may write yet
                shutil.rmtree(entry.path, ignore_errors=True)


def sweep_parts(folder: Place) -> None:
    """Remove files that a killed run left half-written, in a folder and those right below it."""
    places = [os.fspath(folder)]
    with suppress(OSError), os.scandir(folder) as found:
        places += [each.path for each in found if each.is_dir(follow_symlinks=False)]
    for place in places:
        for entry in _entries(place, PARTS, is_folder=False):
            with _unheld(entry.path, os.O_WRONLY) as is_free, suppress(OSError):
                if is_free:
                    os.unlink(entry.path)  # noqa: PTH108


def _entries(folder: Place, names: re.Pattern[str], *, is_folder: bool) -> list[os.DirEntry[str]]:
    """Return what has such a name and is our user's."""
    if sys.platform == "win32":
        return []
    try:
        with os.scandir(folder) as found:
            named = [entry for entry in found if names.fullmatch(entry.name)]
            return [entry for entry in named if _is_own(entry, is_folder)]
    except OSError:
        return []


def _is_own(entry: "os.DirEntry[str]", is_folder: bool) -> bool:
    is_kind = entry.is_dir if is_folder else entry.is_file
    try:
        mine = entry.stat(follow_symlinks=False).st_uid == os.getuid()
    except OSError:
        return False
    return mine and is_kind(follow_symlinks=False)


@contextmanager
def _unheld(place: str, way: int) -> Iterator[bool]:
    """Hold something meanwhile; say whether nobody else does."""
    try:
        handle = os.open(place, way | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))
    except OSError:
        yield False
        return
    try:
        yield _lock(handle) is True and _is_there(handle, place)
    finally:
        os.close(handle)


def _lock(handle: int) -> bool | None:
    """Lock a file or folder; None where the system, or a network's disk, has no locks."""
    if fcntl is None:
        return None
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:
        return None
    return True


def _is_there(handle: int, place: Place) -> bool:
    """Whether a place still is what was opened there."""
    try:
        return os.path.samestat(os.fstat(handle), os.lstat(place))
    except OSError:
        return False
