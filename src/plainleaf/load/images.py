"""What a figure names → the file in the handout's images/, as the file system calls it."""

import re
import unicodedata
from collections.abc import Callable
from urllib.parse import unquote

from plainleaf.errors import Fault, PlainleafError, nearest
from plainleaf.workspace import Workspace

TITLE = r"\s(?:\"[^\n]*\"|'[^\n]*')\s*\)"
IMAGE = re.compile(
    rf"!\[([^\[\]]+)\]\((?![^\n]*{TITLE})(<[^<>\n]+>|(?:[^()<>\n]|\([^()\n]*\))+)\)"
)
"""Words and a file; a name with spaces or with brackets in pairs needs no <…> around it."""

SUFFIXES = (".svg", ".png", ".jpg", ".jpeg")
FOLDER = "images"
ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
"""What Markdown lets a backslash stand before."""


MOST_KNOWN = 20  # names in a hint

Alike = Callable[[str], str]
"""What of a name has to be the same."""


def find_image(workspace: Workspace, folder: str, written: str) -> str:
    """Return an image's workspace path; raise PlainleafError for what is no such file.

    A fault's message begins with the name, and it has neither file nor line yet.
    """
    name = written.strip().removeprefix("<").removesuffix(">").removeprefix("./")
    parts = name.split("/")
    if parts[0] != FOLDER or ".." in parts or not name.lower().endswith(SUFFIXES):
        hint = f"Name a file {FOLDER}/… that ends in {', '.join(SUFFIXES)}."
        if "\\" in name and name.startswith(FOLDER):
            hint = f"Write {name.replace(chr(92), '/')}."
        raise _fault("bad-image", f"{name[:80]!r} is no image of the handout.", hint)
    for spelled in dict.fromkeys((name, unquote(name), ESCAPED.sub(r"\1", name))):
        if found := _file(workspace, folder, spelled, _as_written):
            return _located(workspace, f"{folder}/{found}")
    if other := _file(workspace, folder, unquote(name), _whatever_case):
        message = f"{folder}/{name} is not there, but {other.rpartition('/')[2]!r} is."
        hint = f"Write {other}: to some systems small and capital letters are two names."
        raise _fault("bad-image", message, hint)
    known = [f"{FOLDER}/{each}" for each in workspace.names_in(f"{folder}/{FOLDER}")]
    hint = nearest(name, known[:MOST_KNOWN]) if known else "Add the file or mend its name."
    raise _fault("missing-file", f"{folder}/{name} is not there.", hint)


def _located(workspace: Workspace, path: str) -> str:
    try:
        workspace.locate(path)
    except PlainleafError as error:
        fault = error.findings[0]
        raise _fault(fault.code, f"{path} {fault.message}", fault.hint) from None
    return path


def _file(workspace: Workspace, folder: str, name: str, alike: Alike) -> str | None:
    """Return the name of a file as the folders have it; None where there is none."""
    found: list[str] = []
    for part in name.split("/"):
        names = workspace.names_in("/".join((folder, *found)))
        same = [each for each in names if alike(each) == alike(part)]
        if not same:
            return None
        found.append(part if part in same else same[0])
    return "/".join(found)


def _as_written(name: str) -> str:
    """Return a name as it is, whether its accents are letters of their own or not."""
    return unicodedata.normalize("NFC", name)


def _whatever_case(name: str) -> str:
    return _as_written(name).casefold()


def _fault(code: str, message: str, hint: str) -> PlainleafError:
    return PlainleafError(Fault(code, message, hint))
