"""Files of build/: whole ones only, put in place at once."""

import errno
import itertools
import os
import stat
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from plainleaf.workspace.hold import PART, hold
from plainleaf.workspace.signals import whole

Stat = tuple[int, int, int]
"""A file's bytes, when its content was last changed and when anything of it was, in nanoseconds.

The last one cannot be set: who puts another file in its place is told by it.
"""

MOST_TRIES = 3  # at a folder that is not there

# Paths are texts here: pathlib takes a third of the time that a thousand small files take.


class _Part:
    """A file on its way to its place, held while it is open."""

    def __init__(self, place: str) -> None:
        """Open a new file beside a place; a folder that is not there is made."""
        self.place = place
        folder, name = os.path.split(place)
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL
        flags |= getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)
        number = f"{os.getpid()}"
        for tries in itertools.count(1):
            self.path = f"{folder}{os.sep if folder else ''}.{name}.{number}{PART}"
            try:
                self.handle = os.open(self.path, flags, 0o644)
            except FileNotFoundError as error:
                if tries > MOST_TRIES:  # the folder that one stands in is gone
                    raise _about(place, error) from None
                os.makedirs(folder or ".", exist_ok=True)  # noqa: PTH103
            except FileExistsError:  # of a dead process of the same number, or another machine's
                number = f"{os.getpid()}-{tries}"
            except OSError as error:
                raise _about(place, error) from None
            else:
                if hold(self.handle, self.path):
                    return
                self._close()

    def fill(self, pieces: Sequence[bytes], synced: bool) -> None:
        """Write all of it, and see that it is all there."""
        for piece in pieces:
            os.write(self.handle, piece)
        if hasattr(os, "fchmod"):  # whatever the umask: a printer's user must read it
            os.fchmod(self.handle, 0o644)
        if synced:
            os.fsync(self.handle)
        if os.fstat(self.handle).st_size != sum(map(len, pieces)):
            raise OSError(errno.ENOSPC, "was not written whole", self.path)

    def move(self) -> Stat:
        """Give it its place; return how it is there, which moving changes."""
        if os.name == "nt":  # where an open file cannot be moved
            self._close()
        os.replace(self.path, self.place)  # noqa: PTH105
        found = os.fstat(self.handle) if self.handle >= 0 else os.stat(self.place)  # noqa: PTH116
        self._close()
        return _stat(found)

    def drop(self) -> None:
        """Remove it, unless it has its place."""
        if self.handle >= 0 or os.name == "nt":
            with suppress(OSError):
                os.unlink(self.path)  # noqa: PTH108
        self._close()

    def _close(self) -> None:
        if self.handle >= 0:
            os.close(self.handle)
            self.handle = -1


@whole()
def put_in_place(path: Path | str, *pieces: bytes, synced: bool = True) -> Stat:
    """Write a file so that a reader, or a crash, meets the old one or the new one.

    A file that is not synced may be lost with the power, but not with the process.
    """
    place = os.fspath(path)
    part = _Part(place)
    try:
        part.fill(pieces, synced)
        _see_place(place)
        return part.move()
    except BaseException:
        part.drop()
        raise


@whole()
def put_all_in_place(files: Mapping[Path, Sequence[bytes]]) -> dict[Path, Stat]:
    """Do the same with files that belong together: all are written whole before one is seen."""
    parts: dict[Path, _Part] = {}
    try:
        for path in files:
            parts[path] = _Part(str(path))
        for path, pieces in files.items():
            parts[path].fill(pieces, synced=True)
        for path in files:
            _see_place(str(path))
        last = reversed(parts.items())  # the first file tells that all are there
        return {path: part.move() for path, part in last}
    except BaseException:
        for part in parts.values():
            part.drop()
        raise


def stat_of(path: str) -> Stat | None:
    """Return what tells quickly whether a file is the one that was written."""
    try:
        found = os.stat(path)  # noqa: PTH116
    except OSError:
        return None
    return _stat(found) if stat.S_ISREG(found.st_mode) else None


def _stat(found: os.stat_result) -> Stat:
    return found.st_size, found.st_mtime_ns, found.st_ctime_ns


def read_plain(path: Path | str) -> bytes:
    """Return the bytes of a plain file; of a pipe or device, which may never end, an OSError."""
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    with open(handle, "rb") as file:  # noqa: PTH123
        _see_kind(os.fstat(handle).st_mode, path)
        return file.read()


def _about(place: str, error: OSError) -> OSError:
    """Return an error that names the place, and not the file on its way there."""
    return OSError(error.errno, error.strerror, place)


def _see_place(place: str) -> None:
    """Raise OSError where something stands that is no file: a folder, a pipe, a device."""
    with suppress(FileNotFoundError):
        mode = os.lstat(place).st_mode
        if not stat.S_ISLNK(mode):
            _see_kind(mode, place)


def _see_kind(mode: int, path: Path | str) -> None:
    if stat.S_ISDIR(mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    if not stat.S_ISREG(mode):
        raise OSError(errno.EINVAL, "Is no regular file", str(path))
