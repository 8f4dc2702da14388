"""Files of build/: whole ones only, put in place at once."""

import errno
import os
import tempfile
from collections.abc import Mapping
from pathlib import Path


def put_in_place(path: Path, data: bytes) -> None:
    """Write a file so that a reader, or a crash, meets the old one or the new one."""
    put_all_in_place({path: data})


def put_all_in_place(files: Mapping[Path, bytes]) -> None:
    """Do the same with files that belong together: all are written whole before one is seen."""
    parts: dict[Path, Path] = {}
    try:
        for path, data in files.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(prefix=".", suffix=".part", dir=path.parent)
            parts[path] = Path(name)
            _fill(handle, parts[path], data, path)
        for path in filter(Path.is_dir, files):
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
        for path, part in reversed(parts.items()):  # the first file tells that all are there
            part.replace(path)
    except BaseException:
        for part in parts.values():
            part.unlink(missing_ok=True)
        raise


def _fill(handle: int, part: Path, data: bytes, path: Path) -> None:
    with os.fdopen(handle, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    if part.stat().st_size != len(data):
        raise OSError(f"{path} was not written whole")
    part.chmod(0o644)  # mkstemp keeps others out, a printer's user included
