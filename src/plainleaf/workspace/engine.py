"""What besides a workspace shapes the bytes of an imprint: code, libraries, fonts → a digest."""

import hashlib
import sys
import zlib
from collections.abc import Iterable
from importlib.metadata import version
from pathlib import Path

from plainleaf.workspace import PACKAGE
from plainleaf.workspace.fonts import font_files
from plainleaf.workspace.settings import Settings
from plainleaf.workspace.write import stat_of

ENGINE = (
    "babel",
    "cffi",
    "coloraide",
    "cssselect2",
    "defusedxml",
    "fonttools",
    "jinja2",
    "markdown-it-py",
    "markupsafe",
    "mdit-py-plugins",
    "msgspec",
    "page-validation",
    "pikepdf",
    "pillow",
    "pydyf",
    "pyphen",
    "pypdfium2",
    "pyyaml",
    "reportlab",
    "resvg-py",
    "segno",
    "tinycss2",
    "tinyhtml5",
    "weasyprint",
)
"""Packages that shape the bytes of an imprint, or say whether they are sound."""

LIBRARIES = ("pango", "pangoft2", "harfbuzz", "harfbuzz-subset", "fontconfig", "freetype")
"""Shared libraries that do; the names of their files carry their versions."""

LIBRARY_FOLDERS = ("usr/lib/*-linux-gnu*", "usr/lib64", "opt/homebrew/lib", "usr/local/lib")


def engine_digest(settings: Settings) -> str:
    """Return a digest of it all, as it is on this machine."""
    rows = [f"{name} {version(name)}" for name in ENGINE]
    rows += [f"python {sys.version}", f"zlib {zlib.ZLIB_RUNTIME_VERSION}", code_digest()]
    rows += [f"{file.name} {stat_of(str(file))}" for file in font_files(settings.fonts)]
    rows += shared_libraries()
    rows += [f"{code} {names}" for code, names in sorted(settings.languages.items())]
    return hashlib.sha256("\n".join(rows).encode()).hexdigest()


def code_digest() -> str:
    """Return a digest of all our code, and of the data that it reads."""
    digest = hashlib.sha256()
    for file in code_files():
        digest.update(file.name.encode() + file.read_bytes())  # a data file's name is its code
    return digest.hexdigest()


def code_files() -> Iterable[Path]:
    """Return the files of every room and the data beside them, in one order."""
    return sorted([*PACKAGE.rglob("*.py"), *PACKAGE.rglob("data/*.toml")])


def shared_libraries() -> list[str]:
    """Return the file names of the libraries that are there."""
    patterns = (f"{folder}/lib{name}[-.]*" for folder in LIBRARY_FOLDERS for name in LIBRARIES)
    return sorted({file.name for pattern in patterns for file in Path("/").glob(pattern)})
