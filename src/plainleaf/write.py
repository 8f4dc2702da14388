"""Files of build/: whole ones only, put in place at once."""

import os
import tempfile
from contextlib import suppress
from pathlib import Path


def put_in_place(path: Path, data: bytes) -> None:
    """Write a file so that a reader, or a crash, meets the old one or the new one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=".", suffix=".part", dir=path.parent)
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if part.stat().st_size != len(data):
            raise OSError(f"{path} was not written whole")
        part.chmod(0o644)  # mkstemp keeps others out, a printer's user included
        part.replace(path)
    except BaseException:
        with suppress(FileNotFoundError):
            part.unlink()
        raise
