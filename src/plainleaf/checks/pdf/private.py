"""Whether the PDF keeps to itself who made it and where."""

import getpass
import re
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from plainleaf.checks.pdf.compare import first_words
from plainleaf.errors import Finding
from plainleaf.model import Facts, Promise

HOMES = r"(?<![\w.])/(?:home|Users)/|[A-Z]:\\Users"


def check_private(facts: Facts, promise: Promise | None) -> Iterator[Finding]:
    """Report the first string that names a folder or the user of this machine."""
    patterns = [HOMES, *_folders(), *_user(promise)]
    private = re.compile("|".join(patterns), re.IGNORECASE)
    for text in facts.strings:
        if found := private.search(text):
            shown = first_words(text[max(found.start() - 5, 0) :])
            message = f"the PDF tells a folder or the user of a machine: {shown!r}."
            hint = "Remove it from the PDF's metadata, or make the PDF again."
            yield Finding("", None, "pdf-private", message, hint)
            return


def _folders() -> Iterator[str]:
    """Return patterns for the folders that a program on this machine may write down."""
    folders = [Path(tempfile.gettempdir())]
    with suppress(RuntimeError):  # a user may have no home
        folders.append(Path.home())
    with suppress(OSError):  # the folder may be gone
        folders.append(Path.cwd())
    for folder in folders:
        if len(folder.parts) > 1:
            yield rf"(?<![\w.]){re.escape(str(folder))}(?![\w-])"


def _user(promise: Promise | None) -> Iterator[str]:
    """Return a pattern for the user's name, unless the handout says the same word."""
    name = ""
    with suppress(OSError, KeyError, ImportError):  # a machine may know no name for its user
        name = getpass.getuser()
    if len(name) < 3 or name == "root":
        return
    pattern = rf"(?<!\w){re.escape(name)}(?!\w)"
    if promise is None or not re.search(pattern, repr(promise), re.IGNORECASE):
        yield pattern
