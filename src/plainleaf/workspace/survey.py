"""Workspace → Survey: the names there are and a digest of every file, nothing parsed.

This is all that a run needs to see that everything is fresh.
"""

import hashlib
import os
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path

from plainleaf.errors import Finding, PlainleafError
from plainleaf.model import PAPERS, PLAIN, Edition
from plainleaf.workspace import BRANDS, MAX_BYTES, SHARED, Workspace, is_name
from plainleaf.workspace.clock import has_begun
from plainleaf.workspace.engine import engine_digest
from plainleaf.workspace.settings import Settings
from plainleaf.workspace.write import Stat, stat_of

HANDOUTS = "handouts/"

CATALOGUE = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*\.po")
"""The file of a language: its BCP 47 code."""

UNFINISHED = re.compile(
    r'^msgstr ""\s*(?:^\s*$|^[^"\s]|\Z)|^#,.*\bfuzzy\b.*\n(?:#.*\n)*msgctxt', re.MULTILINE
)
FINISHED = re.compile(r'^msgctxt "', re.MULTILINE)
"""What a catalogue holds that lacks a translation, and one that has any."""

TEXTS = (".md", ".po")
REVIEW_DAY = re.compile(rb"eview(?:ed|-[Dd]ate)[^\d]{1,40}(\d{4}-\d\d-\d\d)")
"""The day of a review, in a handout or a catalogue."""


@dataclass(frozen=True, eq=False)
class Survey:
    """Names on every axis, and the digest of every file."""

    handouts: tuple[str, ...]
    languages: Mapping[str, tuple[str, ...]]  # by handout, source language first
    offered: Mapping[str, tuple[str, ...]]  # those of them that are translated whole
    audiences: tuple[str, ...]
    sizes: tuple[str, ...]
    formats: tuple[str, ...]
    papers: tuple[str, ...]
    brands: tuple[str, ...]
    digests: Mapping[str, str]  # sha256 by workspace path
    engine: str
    findings: tuple[Finding, ...]
    files: Mapping[str, tuple[Path, Stat | None]] = field(default_factory=dict)

    def changed_text(self, edition: Edition) -> Iterator[Finding]:
        """Report each file that shapes an edition's master and is no longer as it was seen."""
        own = self._paths.get(edition.handout, ())
        return self._changed([*self._shared, *own])

    def changed_brand(self, name: str) -> Iterator[Finding]:
        """Report each of a brand's files that is no longer as it was seen."""
        return self._changed([path for path in self.files if path.startswith(f"{BRANDS}{name}/")])

    def changed_file(self, path: str) -> Iterator[Finding]:
        """Report a file that is no longer as it was seen."""
        return self._changed([path] if path in self.files else [])

    def _changed(self, paths: Iterable[str]) -> Iterator[Finding]:
        for path in paths:
            place, stat = self.files[path]
            if stat_of(str(place)) != stat:
                message = "has changed while it was read: what was made of it is not kept."
                yield Finding(path, None, "changed", message, "Build it again.")

    def text_key(self, edition: Edition) -> str:
        """Return a digest of what shapes an edition's master, whoever's name it carries."""
        return self._text_key(edition.handout, edition.languages)

    @cached_property
    def brand_keys(self) -> Mapping[str, str]:
        """Digests of all files of each brand, by name."""
        rows: dict[str, list[str]] = {name: [] for name in self.brands}
        for path in sorted(path for path in self.digests if path.startswith(BRANDS)):
            name, _, rest = path.removeprefix(BRANDS).partition("/")
            rows.setdefault(name, []).append(f"{rest} {self.digests[path]}")
        return {name: _digest_of(files) for name, files in rows.items()}

    @cache  # noqa: B019  # a run has one survey
    def _text_key(self, handout: str, languages: tuple[str, ...]) -> str:
        folder = f"{HANDOUTS}{handout}/"
        catalogues = {f"{folder}{code}.po" for code in languages}
        files = [
            f"{path} {self.digests[path]}"
            for path in self._paths.get(handout, ())
            if not path.endswith(".po") or path in catalogues
        ]
        strip = " ".join(self.offered.get(handout, ()))
        return _digest_of([self._common_key, *sorted(files), f"offered {strip}"])

    @cached_property
    def _paths(self) -> Mapping[str, list[str]]:
        """Files of each handout: there may be thousands of both."""
        paths: dict[str, list[str]] = {}
        for path in self.digests:
            if path.startswith(HANDOUTS):
                paths.setdefault(path.split("/")[1], []).append(path)
        return paths

    @cached_property
    def _shared(self) -> list[str]:
        """Templates and styles: any style may import any other."""
        return [
            path
            for path in self.digests
            if path.startswith(SHARED) and not path.startswith(BRANDS)
        ]

    @cached_property
    def _common_key(self) -> str:
        """Digest of what shapes every master."""
        shared = [f"{path} {self.digests[path]}" for path in self._shared]
        epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
        return _digest_of([*sorted(shared), f"engine {self.engine}", f"epoch {epoch}"])


def take_survey(workspace: Workspace, settings: Settings) -> Survey:
    """Look at a workspace's folders."""
    # How a file is comes before what it holds: what changes in between is then seen as changed.
    files = {path: (place, stat_of(str(place))) for path, place in workspace.walk()}
    digests = {path: _file_digest(place) for path, (place, _) in files.items()}
    handouts = _folders(workspace.root / "handouts")
    brands = _folders(workspace.root / BRANDS)
    findings = [*_bad_names("handouts", handouts), *_bad_names(BRANDS.rstrip("/"), brands)]
    named = tuple(name for name in handouts if is_name(name))
    source = settings.source_language
    findings += [fault for name in named for fault in _bad_catalogues(workspace, name, source)]
    languages = {name: _languages(workspace, name, source) for name in named}
    return Survey(
        handouts=named,
        languages=languages,
        offered={
            name: (codes[0], *(c for c in codes[1:] if _is_whole(workspace, name, c)))
            for name, codes in languages.items()
        },
        audiences=_stems(digests, "styles/audiences/"),
        sizes=_stems(digests, "styles/sizes/"),
        formats=_stems(digests, "styles/formats/"),
        papers=tuple(PAPERS),
        brands=(PLAIN, *(name for name in brands if is_name(name) and name != PLAIN)),
        digests=digests,
        engine=engine_digest(settings),
        findings=tuple(findings),
        files=files,
    )


def _folders(folder: Path) -> list[str]:
    places = folder.glob("[!.]*") if folder.is_dir() else ()
    return sorted(place.name for place in places if place.is_dir() and not place.is_symlink())


def _stems(digests: Mapping[str, str], folder: str) -> tuple[str, ...]:
    names = (path.removeprefix(folder) for path in digests if path.startswith(folder))
    stems = (name.removesuffix(".css") for name in names if name.endswith(".css"))
    return tuple(sorted(stem for stem in stems if is_name(stem)))


def _languages(workspace: Workspace, handout: str, source: str) -> tuple[str, ...]:
    """Return what the catalogues are named after; whether one can be read is not asked."""
    names = (place.name for place in (workspace.root / "handouts" / handout).glob("*.po"))
    codes = {name.removesuffix(".po") for name in names if CATALOGUE.fullmatch(name)}
    return (source, *sorted(codes - {source}))


def _bad_catalogues(workspace: Workspace, handout: str, source: str) -> Iterator[Finding]:
    """Report catalogues that no language would ever find."""
    folder = f"handouts/{handout}"
    for place in sorted((workspace.root / folder).glob("*.po")):
        hint = "Name it after its language, such as es.po, pt-BR.po or zh-Hans.po."
        message = "is named after no language."
        if place.stem == source:
            hint = "Remove it: the text in the source language is in handout.md."
            message = "is a translation into the source language."
        elif CATALOGUE.fullmatch(place.name):
            continue
        yield Finding(f"{folder}/{place.name[:80]}", None, "bad-name", message, hint)


def _is_whole(workspace: Workspace, name: str, code: str) -> bool:
    """Whether a handout seems to be translated whole, so that a reader could be given it."""
    try:
        text = workspace.read_text(f"handouts/{name}/{code}.po")
    except PlainleafError:
        return False
    return bool(FINISHED.search(text)) and not UNFINISHED.search(text)


def _bad_names(folder: str, names: Sequence[str]) -> Iterator[Finding]:
    for name in names:
        if is_name(name):
            continue
        message = f"{name[:80]!r} is no name that works on every system."
        hint = "Use a-z, 0-9 and single hyphens, up to 64."
        if name != name.casefold() and name.casefold() in names:
            message = f"{name[:80]!r} and {name.casefold()!r} are one folder on some systems."
            hint = f"Give {name[:80]!r} a name of its own: a-z, 0-9 and single hyphens."
        yield Finding(folder, None, "bad-name", message, hint)


def _file_digest(place: Path) -> str:
    """Return the digest of a file; another one while it names a review in the future.

    So nothing that was made from it while the clock was wrong is taken for fresh.
    """
    with place.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
        if place.suffix not in TEXTS:
            return digest
        file.seek(0)
        days = REVIEW_DAY.findall(file.read(MAX_BYTES))
    return digest if all(has_begun(day.decode()) for day in days) else f"{digest} not yet"


def _digest_of(rows: list[str]) -> str:
    return hashlib.sha256("\n".join(rows).encode(errors="surrogateescape")).hexdigest()
