"""What would tell on this machine or its user if a PDF held it."""

import getpass
import tempfile
from contextlib import suppress
from pathlib import Path

SHORTEST = 3
"""Letters of a user's name; a shorter one stands in any text."""


def traces(*folders: Path) -> tuple[str, ...]:
    """Return the folders of this machine that work goes through, and the user's name."""
    found = [str(folder) for folder in (*folders, Path(tempfile.gettempdir()))]
    with suppress(RuntimeError):  # a user may have no home
        found.append(str(Path.home()))
    with suppress(OSError):  # the folder may be gone
        found.append(str(Path.cwd()))
    with suppress(OSError, KeyError, ImportError):  # a machine may know no name for its user
        found.append(getpass.getuser())
    kept = (each for each in found if len(each) >= SHORTEST and each != "root")
    return tuple(dict.fromkeys(kept))
