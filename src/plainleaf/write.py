"""Files of build/: whole ones only, put in place at once."""

import errno
import os
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path

Stat = tuple[int, int]
"""A file's bytes, and when it was last changed, in nanoseconds."""

# Paths are texts here: pathlib takes a third of the time that a thousand small files take.


def put_in_place(path: Path | str, *pieces: bytes, synced: bool = True) -> Stat:
    """Write a file so that a reader, or a crash, meets the old one or the new one.

    A file that is not synced may be lost with the power, but not with the process.
    """
    place = os.fspath(path)
    folder, name = os.path.split(place)
    part = f"{folder}{os.sep if folder else ''}.{name}.{os.getpid()}.part"
    try:
        stat = _fill(part, pieces, synced)
        _replace(part, place)
    except BaseException:
        _drop(part)
        raise
    return stat


def put_all_in_place(files: Mapping[Path, Sequence[bytes]]) -> dict[Path, Stat]:
    """Do the same with files that belong together: all are written whole before one is seen."""
    parts = {path: f"{path.parent}{os.sep}.{path.name}.{os.getpid()}.part" for path in files}
    try:
        stats = {path: _fill(parts[path], pieces, synced=True) for path, pieces in files.items()}
        for path in filter(Path.is_dir, files):
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
        for path, part in reversed(parts.items()):  # the first file tells that all are there
            _replace(part, str(path))
    except BaseException:
        for part in parts.values():
            _drop(part)
        raise
    return stats


def stat_of(path: str) -> Stat | None:
    """Return what tells quickly whether a file is the one that was written."""
    try:
        found = os.stat(path)  # noqa: PTH116
    except OSError:
        return None
    return found.st_size, found.st_mtime_ns


def _fill(part: str, pieces: Sequence[bytes], synced: bool) -> Stat:
    handle = _opened(part)
    try:
        for piece in pieces:
            os.write(handle, piece)
        if hasattr(os, "fchmod"):  # whatever the umask: a printer's user must read it
            os.fchmod(handle, 0o644)
        if synced:
            os.fsync(handle)
        found = os.fstat(handle)
    finally:
        os.close(handle)
    if found.st_size != sum(map(len, pieces)):
        raise OSError(errno.ENOSPC, "was not written whole", part)
    return found.st_size, found.st_mtime_ns


def _opened(part: str) -> int:
    """Open a new file; a folder that is not there is made."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC
    flags |= getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)
    try:
        return os.open(part, flags, 0o644)
    except FileNotFoundError:
        os.makedirs(os.path.dirname(part) or ".", exist_ok=True)  # noqa: PTH103, PTH120
        return os.open(part, flags, 0o644)


def _replace(part: str, place: str) -> None:
    try:
        os.replace(part, place)  # noqa: PTH105
    except OSError:
        if os.path.isdir(place):  # noqa: PTH112
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), place) from None
        raise


def _drop(part: str) -> None:
    with suppress(OSError):
        os.unlink(part)  # noqa: PTH108
