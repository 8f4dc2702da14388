"""Workspace → Survey: the names there are and a digest of every file, nothing parsed.

This is all that a run needs to see that everything is fresh.
"""

import hashlib
import os
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from plainleaf.errors import Finding
from plainleaf.fonts import font_files
from plainleaf.model import PAPERS, PLAIN, Edition, Imprint
from plainleaf.settings import Settings
from plainleaf.workspace import Workspace, is_name

ENGINE = (
    "babel",
    "fonttools",
    "jinja2",
    "markdown-it-py",
    "markupsafe",
    "mdit-py-plugins",
    "pydyf",
    "weasyprint",
)
"""Packages that shape the bytes of an imprint."""

LIBRARIES = ("pango", "pangoft2", "harfbuzz", "harfbuzz-subset", "fontconfig", "freetype")
"""Shared libraries that do; the names of their files carry their versions."""

LIBRARY_FOLDERS = ("usr/lib/*-linux-gnu*", "usr/lib64", "opt/homebrew/lib", "usr/local/lib")


@dataclass(frozen=True)
class Survey:
    """Names on every axis, and the digest of every file."""

    handouts: tuple[str, ...]
    languages: Mapping[str, tuple[str, ...]]  # by handout, source language first
    audiences: tuple[str, ...]
    sizes: tuple[str, ...]
    formats: tuple[str, ...]
    papers: tuple[str, ...]
    brands: tuple[str, ...]
    digests: Mapping[str, str]  # sha256 by workspace path
    engine: str
    findings: tuple[Finding, ...]

    def inputs(self, imprint: Imprint) -> dict[str, str]:
        """Return the digests of what shapes an imprint; folders are taken as one."""
        edition = imprint.edition
        files = {
            path: digest
            for path, digest in self.digests.items()
            if path in _texts(edition) or path.startswith(f"handouts/{edition.handout}/images/")
        }
        folders = {
            "templates/": self._folder("templates/"),
            "styles/": self._folder("styles/base/", *_styles(edition)),
            f"styles/brands/{imprint.brand}/": self._folder(f"styles/brands/{imprint.brand}/"),
        }
        epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
        return files | folders | {"engine": self.engine, "SOURCE_DATE_EPOCH": epoch}

    def _folder(self, *prefixes: str) -> str:
        rows = [f"{path} {d}" for path, d in self.digests.items() if path.startswith(prefixes)]
        return _digest("\n".join(sorted(rows)).encode(errors="surrogateescape"))


def take_survey(workspace: Workspace, settings: Settings) -> Survey:
    """Look at a workspace's folders."""
    digests = {path: _file_digest(place) for path, place in workspace.walk()}
    handouts = _folders(workspace.root / "handouts")
    brands = {path.split("/")[2] for path in digests if path.startswith("styles/brands/")}
    findings = [
        _bad_name(folder, name)
        for folder, names in (("handouts", handouts), ("styles/brands", brands))
        for name in names
        if not is_name(name)
    ]
    named = tuple(name for name in handouts if is_name(name))
    return Survey(
        handouts=named,
        languages={name: _languages(digests, name, settings.source_language) for name in named},
        audiences=_stems(digests, "styles/audiences/"),
        sizes=_stems(digests, "styles/sizes/"),
        formats=_stems(digests, "styles/formats/"),
        papers=tuple(PAPERS),
        brands=(PLAIN, *sorted(name for name in brands if is_name(name) and name != PLAIN)),
        digests=digests,
        engine=_engine(settings),
        findings=tuple(findings),
    )


def _texts(edition: Edition) -> set[str]:
    folder = f"handouts/{edition.handout}"
    return {f"{folder}/handout.md", *(f"{folder}/{name}.po" for name in edition.languages)}


def _styles(edition: Edition) -> list[str]:
    return [
        f"styles/audiences/{edition.audience}.css",
        f"styles/sizes/{edition.size}.css",
        f"styles/formats/{edition.format}.css",
    ]


def _folders(folder: Path) -> list[str]:
    return sorted(place.name for place in folder.glob("*") if place.is_dir())


def _stems(digests: Mapping[str, str], folder: str) -> tuple[str, ...]:
    names = (path.removeprefix(folder) for path in digests if path.startswith(folder))
    stems = (name.removesuffix(".css") for name in names if name.endswith(".css"))
    return tuple(sorted(stem for stem in stems if is_name(stem)))


def _languages(digests: Mapping[str, str], handout: str, source: str) -> tuple[str, ...]:
    folder = f"handouts/{handout}/"
    names = (path.removeprefix(folder) for path in digests if path.startswith(folder))
    codes = {name.removesuffix(".po") for name in names if name.endswith(".po")}
    return (source, *sorted(codes - {source}))


def _bad_name(folder: str, name: str) -> Finding:
    message = f"{name[:80]!r} is no name that works on every system."
    return Finding(folder, None, "bad-name", message, "Use a-z, 0-9 and single hyphens, up to 64.")


def _engine(settings: Settings) -> str:
    """Return a digest of what besides the workspace shapes the bytes: code, libraries, fonts."""
    package = Path(__file__).parent
    rows = [f"{name} {version(name)}" for name in ENGINE]
    rows += [_digest(file.read_bytes()) for file in sorted(package.rglob("*.py"))]
    rows += [f"{file.name} {file.stat().st_size}" for file in font_files(settings.fonts)]
    rows += _libraries()
    return _digest("\n".join(rows).encode())


def _libraries() -> list[str]:
    patterns = (f"{folder}/lib{name}[-.]*" for folder in LIBRARY_FOLDERS for name in LIBRARIES)
    return sorted({file.name for pattern in patterns for file in Path("/").glob(pattern)})


def _file_digest(place: Path) -> str:
    with place.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
