"""A name → a new workspace, handout or organization, ready to build."""

import os
import re
import shlex
import shutil
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from string import Template
from unicodedata import combining, normalize

from plainleaf.errors import Finding, PlainleafError
from plainleaf.workspace import Workspace, is_name, starter_root
from plainleaf.workspace.clock import today
from plainleaf.workspace.write import put_in_place

PATTERN = "templates/handout.md"
"""What a new handout begins with."""


@dataclass(frozen=True)
class Begun:
    """What was made, and what to do next."""

    path: str
    next: str


def begin_workspace(folder: Path) -> Begun:
    """Make a workspace with the starter handouts."""
    if folder.exists() and (held := sorted(place.name for place in folder.iterdir())):
        raise _taken(folder, held)
    starter = starter_root()
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copytree(starter / "handouts", folder / "handouts")
    for name in ("styles", "templates"):
        (folder / name).mkdir()
    put_in_place(folder / "build" / ".gitignore", b"*\n!.gitignore\n")
    put_in_place(folder / "plainleaf.toml", (starter / "plainleaf.toml").read_bytes())
    is_here = folder.resolve() == Path.cwd()
    command = "plainleaf build" if is_here else f"plainleaf build -w {_quoted(folder)}"
    return Begun(str(folder), command)


def _taken(folder: Path, held: list[str]) -> PlainleafError:
    """Return the fault of a folder that holds something, if only what no file manager shows."""
    if "plainleaf.toml" in held:
        hint = f"Go on: plainleaf build -w {_quoted(folder)}; or name a new folder."
        return _fault(folder.as_posix(), "not-empty", "is a workspace already.", hint)
    message = f"is not empty: it holds {held[0][:80]!r}."
    return _fault(folder.as_posix(), "not-empty", message, "Name a new folder.")


def begin_handout(workspace: Workspace, name: str, named: Path | None = None) -> Begun:
    """Make a handout's folder and first text.

    `named` is the workspace's folder as the user named it, if at all.
    """
    path = f"handouts/{name}/handout.md"
    see_room(workspace, path, name)
    day = today()
    text = Template(workspace.read_text(PATTERN)).safe_substitute(
        title=name.replace("-", " ").capitalize(),
        today=day,
        next_review=date(day.year + 2, day.month, min(day.day, 28)),
    )
    put_in_place(workspace.root / path, text.encode())
    return Begun(path, f"write it, then plainleaf build {name}{where(named)}")


def see_room(workspace: Workspace, path: str, name: str) -> None:
    """Raise PlainleafError unless `name` is fit and free for the folder that holds `path`."""
    if not is_name(name):
        like = "-".join(re.findall("[a-z0-9]+", _without_accents(name.lower())))
        such = f", such as {like!r}" if is_name(like) else ""
        hint = f"Use a-z, 0-9 and single hyphens, up to 64{such}."
        raise _fault("NAME", "bad-name", f"{name[:80]!r} is no name for a folder.", hint)
    folder = (workspace.root / path).parent
    if folder.exists():
        raise _fault(path, "taken", "is already there.", "Choose another name, or edit it.")
    if Path(os.path.realpath(folder)) != folder:
        hint = "Put a folder in the link's place."
        raise _fault(path, "link", "is or goes through a link.", hint)


def where(named: Path | None) -> str:
    """Return the option for a workspace's folder, if the user named it."""
    return f" -w {_quoted(named)}" if named else ""


def _without_accents(name: str) -> str:
    return "".join(sign for sign in normalize("NFD", name) if not combining(sign))


def _quoted(folder: Path) -> str:
    return shlex.quote(str(folder))


def _fault(path: str, code: str, message: str, hint: str) -> PlainleafError:
    return PlainleafError(Finding(path, None, code, message, hint))
