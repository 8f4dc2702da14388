"""Workspace and font folders → one archive, known by its digest, that another machine unpacks."""

import hashlib
import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from plainleaf.model import Limits
from plainleaf.workspace import BRANDS, MAX_BYTES, Workspace
from plainleaf.workspace.fonts import font_files

FILES, FONTS = "files", "fonts"
"""Folders of an unpacked bundle."""


@dataclass(frozen=True)
class Bundle:
    """All that the jobs of a run have in common."""

    data: bytes
    limits: Limits
    digest: str


def pack(workspace: Workspace, limits: Limits, fonts: tuple[str, ...]) -> Bundle:
    """Return what jobs may read here; the same content has the same digest."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in (*_files(workspace), *_fonts(fonts)):
            # Without the date that writestr would take from the clock.
            archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    data = file.getvalue()
    digest = hashlib.sha256(repr(limits).encode() + data).hexdigest()
    return Bundle(data, limits, digest)


def unpack(bundle: Bundle, folder: Path) -> tuple[Workspace, tuple[str, ...]]:
    """Write a bundle's files; return the workspace and the font folders that they are."""
    with zipfile.ZipFile(io.BytesIO(bundle.data)) as archive:
        archive.extractall(folder)
    root = folder.resolve()  # a workspace refuses what goes through a link
    fonts = tuple(str(place) for place in sorted((root / FONTS).glob("*")))
    return Workspace(root / FILES, root / "nothing"), fonts


def _files(workspace: Workspace) -> Iterator[tuple[str, bytes]]:
    """Yield the files that jobs open by name; a brand's logo comes with its job."""
    for path, place in workspace.walk():
        if not path.startswith(BRANDS) and _is_text(path):
            with place.open("rb") as file:
                yield f"{FILES}/{path}", file.read(MAX_BYTES + 1)  # enough to be refused


def _fonts(folders: tuple[str, ...]) -> Iterator[tuple[str, bytes]]:
    system = set(font_files())
    for index, folder in enumerate(folders):
        for file in font_files((folder,)):
            if file not in system:
                yield f"{FONTS}/{index:03}/{file.name}", file.read_bytes()


def _is_text(path: str) -> bool:
    """Whether a path can be written in an archive; no address in a style leads to another."""
    try:
        path.encode()
    except UnicodeEncodeError:
        return False
    return True
