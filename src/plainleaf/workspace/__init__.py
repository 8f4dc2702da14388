"""The folders a run reads: where a file is, and its bounded, checked content."""

import os
import re
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from plainleaf.errors import Finding, PlainleafError
from plainleaf.text.controls import UNWANTED

NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
MAX_NAME = 64
DEVICE = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)
"""What Windows takes for a device, whatever the ending."""

MAX_BYTES = 2 * 2**20
DEEPEST = 32  # folders within each other
READABLE = ("handouts", "styles", "templates")
SHARED = ("styles/", "templates/")
"""Below these a file that the workspace lacks is the package's."""

LACKS = "it holds no plainleaf.toml"
NEW = "Make one with 'plainleaf init DIR', or name one with -w DIR."
ADD = "Add the file or mend its name."

BRANDS = "styles/brands/"
PACKAGE = Path(__file__).parents[1]
"""The folder of all our code: the one place that counts folders from where it stands."""


def starter_root() -> Path:
    """Return the folder of the starter workspace: in the wheel, or the repository itself."""
    inside = PACKAGE / "starter"
    return inside if inside.is_dir() else PACKAGE.parents[1]


@dataclass(frozen=True)
class Workspace:
    """The user's folder and, behind it for templates and styles, the package's."""

    root: Path
    starter: Path

    @classmethod
    def at(cls, folder: Path) -> "Workspace":
        """Open a workspace; raise PlainleafError where there is none."""
        root = Path(os.path.realpath(folder))
        if not _is_root(root):
            raise _fault(folder.as_posix(), "no-workspace", f"is no workspace: {LACKS}.", NEW)
        return cls(root, starter_root().resolve())

    @classmethod
    def around(cls, folder: Path) -> "Workspace":
        """Open the workspace that a folder lies in; raise PlainleafError where there is none."""
        here = Path(os.path.realpath(folder))
        root = next((each for each in (here, *here.parents) if _is_root(each)), None)
        if root is None:
            message = f"is no workspace, nor in one: {LACKS}, nor does any folder above it."
            raise _fault(folder.as_posix(), "no-workspace", message, NEW)
        return cls(root, starter_root().resolve())

    def locate(self, path: str, absent: str = ADD) -> Path:
        """Return where `path` is: in the workspace, else in the package.

        `absent` is what to do where it is in neither.

        Raises PlainleafError for a path outside both, or for what is no regular file.
        """
        for root in self._roots(path):
            place = root / path
            if not os.path.lexists(place):
                continue
            try:
                real = place.resolve(strict=True)
            except (OSError, RuntimeError):  # a link to nothing, or to itself
                raise _fault(path, "no-file", "is a broken link.", "Copy the file in.") from None
            if real != place:  # a survey does not look behind links, so nothing else may
                raise _fault(path, "link", "is or goes through a link.", "Copy the file in.")
            if not stat.S_ISREG(real.stat().st_mode):
                raise _fault(path, "no-file", "is not a regular file.", "Give a plain file.")
            return real
        raise _fault(path, "missing-file", "is not there.", absent)

    def names_in(self, folder: str) -> tuple[str, ...]:
        """Return what a folder of the workspace's own holds; nothing for one behind a link."""
        place = self.root / folder
        try:
            is_own = place.resolve() == place
            return tuple(sorted(each.name for each in place.iterdir())) if is_own else ()
        except (OSError, RuntimeError):
            return ()

    def read_bytes(self, path: str, limit: int = MAX_BYTES, absent: str = ADD) -> bytes:
        """Return a file's bytes; raise PlainleafError for more than `limit` of them."""
        with self.locate(path, absent).open("rb") as file:
            data = file.read(limit + 1)
        if len(data) > limit:
            message = f"is larger than {limit:,} bytes."
            raise _fault(path, "too-large", message, "Make it smaller or split it.")
        return data

    def read_text(self, path: str, *, may_be_empty: bool = False, absent: str = ADD) -> str:
        """Return a text file's content; raise PlainleafError where it is not clean UTF-8."""
        data = self.read_bytes(path, absent=absent)
        try:
            text = data.decode("utf-8-sig").replace("\r\n", "\n")
        except UnicodeDecodeError as error:
            line = data.count(b"\n", 0, error.start) + 1
            raise _fault(path, "not-utf-8", "is not UTF-8.", "Save it as UTF-8.", line) from None
        if found := UNWANTED.search(text):
            line = text.count("\n", 0, found.start()) + 1
            message = f"holds the invisible character U+{ord(found[0]):04X}."
            raise _fault(path, "control-character", message, "Delete it.", line)
        if not text.strip() and not may_be_empty:
            raise _fault(path, "empty-file", "is empty.", "Write its text or remove it.")
        return text

    def walk(self) -> Iterator[tuple[str, Path]]:
        """Yield path and place of each file that may shape an imprint; the workspace wins."""
        seen = set()
        for root in (self.root, self.starter):
            for top in READABLE:
                for place in sorted(_files(root / top)):
                    path = place.relative_to(root).as_posix()
                    if path in seen or place.is_symlink() or not place.is_file():
                        continue
                    if root in self._roots(path):
                        seen.add(path)
                        yield path, place

    def _roots(self, path: str) -> tuple[Path, ...]:
        """Return where a path may be: nobody gives out another organization's brand."""
        shared = path.startswith(SHARED) and not path.startswith(BRANDS)
        return (self.root, self.starter) if shared else (self.root,)


def _files(top: Path) -> Iterator[Path]:
    """Yield what lies below a folder but folders; raise PlainleafError where it lies too deep."""
    for folder, folders, names in os.walk(top):
        depth = len(Path(folder).parts) - len(top.parts)
        if folders and depth >= DEEPEST:
            path = f"{top.name}/{Path(folder).relative_to(top).parts[0]}"
            message = f"holds folders more than {DEEPEST} deep."
            raise _fault(
                path, "deep-folders", message, "Move what is needed up, and remove the rest."
            )
        yield from (Path(folder, name) for name in names)


def _is_root(folder: Path) -> bool:
    """Whether a folder says that it is a workspace, by whatever bears the name of the file."""
    return os.path.lexists(folder / "plainleaf.toml")


def is_name(name: str) -> bool:
    """Whether `name` is fit for a folder on every system."""
    fits = len(name) <= MAX_NAME and NAME.fullmatch(name) is not None
    return fits and DEVICE.fullmatch(name) is None


def _fault(
    path: str, code: str, message: str, hint: str, line: int | None = None
) -> PlainleafError:
    return PlainleafError(Finding(path, line, code, message, hint))
