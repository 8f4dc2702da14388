"""This machine → what is here and what to install, a line each."""

import ctypes
import ctypes.util
import platform
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from itertools import starmap
from pathlib import Path

from plainleaf.errors import PlainleafError
from plainleaf.workspace import Workspace, starter_root
from plainleaf.workspace.fonts import font_files
from plainleaf.workspace.settings import read_settings

PACKAGES = ("plainleaf", "weasyprint", "pikepdf", "pypdfium2", "page-validation", "jinja2")
LIBRARIES = {
    "Pango": ("pango-1.0", "pango_version_string", "libpango-1.0-0 libpangoft2-1.0-0", "pango"),
    "HarfBuzz-subset": (
        "harfbuzz-subset",
        "hb_version_string",
        "libharfbuzz-subset0",
        "harfbuzz",
    ),
}
"""Library: its name, its version function, the Debian packages, the brew package."""

FONTS = {
    "Noto Sans": ("NotoSans[-[]*", "fonts-noto-core", "font-noto-sans"),
    "Noto Sans Symbols": ("NotoSansSymbols[-[]*", "fonts-noto-core", "font-noto-sans-symbols"),
    "Noto Sans Symbols2": ("NotoSansSymbols2*", "fonts-noto-core", "font-noto-sans-symbols-2"),
    "Noto Sans Math": ("NotoSansMath*", "fonts-noto-core", "font-noto-sans-math"),
    "Noto Sans CJK": ("NotoSansCJK*", "fonts-noto-cjk", "font-noto-sans-cjk"),
}
"""Font: its file, the Debian package, the brew package."""


@dataclass(frozen=True)
class Sign:
    """One thing that was looked at."""

    name: str
    well: bool
    found: str
    install: str = ""

    def __str__(self) -> str:
        mark = "ok     " if self.well else "missing"
        advice = "" if self.well else f"  Install it: {self.install}"
        return f"{mark}  {self.name}: {self.found}{advice}"


def examine(folder: Path | None) -> tuple[Sign, ...]:
    """Look at Python, libraries, fonts, tools and the workspace."""
    return (
        Sign("Python", sys.version_info >= (3, 11), platform.python_version(), "Python 3.11"),
        *map(_package, PACKAGES),
        *starmap(_library, LIBRARIES.items()),
        *_fonts(folder),
        _poppler(),
        _workspace(folder),
        Sign("templates and styles to copy from", True, str(starter_root())),
    )


def _package(name: str) -> Sign:
    try:
        return Sign(name, True, version(name))
    except PackageNotFoundError:
        return Sign(name, False, "not found", f"pip install {name}")


def _library(name: str, about: tuple[str, str, str, str]) -> Sign:
    library, function, debian, brew = about
    found = ctypes.util.find_library(library)
    if found is None:
        return Sign(name, False, "not found", _advice(debian, brew))
    try:
        return Sign(name, True, _version(ctypes.CDLL(found), function))
    except OSError as error:
        return Sign(name, False, f"cannot be loaded ({error})", _advice(debian, brew))


def _version(library: ctypes.CDLL, function: str) -> str:
    ask = getattr(library, function, None)
    if ask is None:
        return "found"
    ask.restype = ctypes.c_char_p
    return str(ask().decode())


def _fonts(folder: Path | None) -> Iterator[Sign]:
    files = font_files(_own_fonts(folder))
    for name, (pattern, debian, brew) in FONTS.items():
        found = next((file for file in files if file.match(pattern)), None)
        text = str(found.parent) if found else "not found"
        yield Sign(name, found is not None, text, _advice(debian, f"--cask {brew}"))


def _own_fonts(folder: Path | None) -> tuple[str, ...]:
    """Return the font folders that the workspace names, if there is one that can be read."""
    try:
        return read_settings(_opened(folder)).fonts
    except (PlainleafError, OSError):
        return ()


def _poppler() -> Sign:
    found = shutil.which("pdftoppm")
    return Sign("poppler", bool(found), found or "not found", _advice("poppler-utils", "poppler"))


def _workspace(folder: Path | None) -> Sign:
    try:
        return Sign("workspace", True, str(_opened(folder).root))
    except (PlainleafError, OSError):
        return Sign("workspace", True, "none here: 'plainleaf init DIR' makes one")


def _opened(folder: Path | None) -> Workspace:
    return Workspace.at(folder) if folder else Workspace.around(Path())


def _advice(debian: str, brew: str) -> str:
    return {"darwin": f"brew install {brew}", "win32": "see docs/how-to/windows.md"}.get(
        sys.platform, f"apt-get install {debian}"
    )
