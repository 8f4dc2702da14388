"""Names → Library: every fault of the content is a finding, not a crash."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from typing import TypeVar

from plainleaf.brand.names import same_names
from plainleaf.brand.read import read_brand
from plainleaf.errors import Fault, Finding, PlainleafError
from plainleaf.load.catalogue import read_catalogue
from plainleaf.load.format import read_format
from plainleaf.load.handout import read_handout
from plainleaf.load.layers import layer_faults
from plainleaf.model import Brand, Catalogue, Edition, Language, Library, audience_words
from plainleaf.text.languages import find_language, read_language
from plainleaf.text.locales import script_of
from plainleaf.text.localize import FIXED_WORDS, STRINGS
from plainleaf.workspace import Workspace
from plainleaf.workspace.coverage import lacking
from plainleaf.workspace.fonts import NOTO, missing_font, printable_scripts
from plainleaf.workspace.settings import Settings

Key = TypeVar("Key", str, tuple[str, str])
Value = TypeVar("Value")


def load(
    workspace: Workspace,
    settings: Settings,
    editions: Iterable[Edition],
    brands: Iterable[str],
    audiences: tuple[str, ...],
    available: Mapping[str, tuple[str, ...]],
    format_names: tuple[str, ...] = (),
) -> tuple[Library, tuple[Finding, ...]]:
    """Read what the editions and brands need; what is broken is left out and told.

    `available` names the languages of each handout, whether they are wanted or not; those that
    no font here can print are left out.
    """
    findings = list(layer_faults(workspace))
    library = replace(
        _read(workspace, settings, set(editions), brands, findings),
        fixed_words=_fixed_words(workspace, audiences, findings),
        audiences=audiences,
        format_names=format_names,
        source=settings.source_language,
        available={name: _offered(codes, settings) for name, codes in available.items()},
    )
    library = replace(library, lacking=lacking(_texts(library), settings.fonts))
    tables = (library.handouts, library.catalogues, library.words)
    remarks = (remark for texts in tables for text in texts.values() for remark in text.remarks)
    return library, (*findings, *remarks)


def _read(
    workspace: Workspace,
    settings: Settings,
    editions: Collection[Edition],
    brands: Iterable[str],
    findings: list[Finding],
) -> Library:
    """Read the files that editions and brands are made from."""
    texts = sorted({(edition.handout, code) for edition in editions for code in edition.languages})
    languages = _languages(texts, settings, findings)
    codes = {code for _, code in texts if code in languages}
    translated = [text for text in texts if text[1] in codes - {settings.source_language}]
    names, formats = {name for name, _ in texts}, {edition.format for edition in editions}
    return Library(
        handouts=_gather(names, partial(read_handout, workspace), findings),
        catalogues=_gather(translated, partial(_translated, workspace), findings),
        # English is the templates' own
        words=_gather(codes - {"en"}, partial(read_words, workspace), findings),
        brands=_brands(workspace, brands, findings),
        languages=languages,
        formats=_gather(formats, partial(read_format, workspace), findings),
    )


def _translated(workspace: Workspace, text: tuple[str, str]) -> Catalogue:
    handout, code = text
    return read_catalogue(workspace, f"handouts/{handout}/{code}.po", code)


def _texts(library: Library) -> Iterator[str]:
    """Yield all texts that may be printed."""
    for handout in library.handouts.values():
        yield handout.publisher
        yield from (unit.text for unit in handout.printed_units)
    for catalogue in (*library.catalogues.values(), *library.words.values()):
        yield from (message.text for message in catalogue.messages.values())
    for brand in library.brands.values():
        yield from (text for *_, text in brand.texts)
    yield from library.fixed_words


def read_words(workspace: Workspace, code: str) -> Catalogue:
    """Read a language's fixed words; where there are none, say how to begin them."""
    begin = f"Run 'plainleaf translate --words {code}', and translate them there."
    return read_catalogue(workspace, f"{STRINGS}{code}.po", code, begin)


def _offered(codes: Iterable[str], settings: Settings) -> tuple[Language, ...]:
    """Return those of some languages that can be printed and are known; others tell it apart."""
    scripts = printable_scripts(settings.fonts)
    found = (find_language(code, settings.languages) for code in codes)
    return tuple(each for each in found if each and script_of(each.code) in scripts)


def _brands(
    workspace: Workspace, names: Iterable[str], findings: list[Finding]
) -> Mapping[str, Brand]:
    found = _gather(set(names), partial(read_brand, workspace), findings)
    for _, warnings in found.values():
        findings += warnings
    brands = {name: brand for name, (brand, _) in found.items()}
    findings += same_names(brands.values())
    return brands


def _languages(
    texts: Iterable[tuple[str, str]], settings: Settings, findings: list[Finding]
) -> Mapping[str, Language]:
    """Return the source language and those of the texts; a fault names each catalogue's file."""
    found = {}
    places = [(code, f"handouts/{name}/{code}.po") for name, code in texts]
    for code, path in [*places, (settings.source_language, "plainleaf.toml")]:
        try:
            found[code] = _printable(code, settings)
        except PlainleafError as error:
            findings += (fault.at(path, line=1) for fault in error.faults)
    return found


def _printable(code: str, settings: Settings) -> Language:
    """Return a language; raise PlainleafError if no font here can print it."""
    language = read_language(code, settings.languages)
    if script_of(code) in NOTO.vertical:
        message = f"{language.english_name} ({code}) is written from top to bottom."
        hint = "No page here is; name another script that it is written in."
        raise PlainleafError(Fault("no-font", message, hint))
    if package := missing_font(script_of(code), settings.fonts):
        message = f"no font here can print {language.english_name} ({code})."
        hint = f"Install Debian's {package}, or name a folder with Noto fonts in plainleaf.toml."
        raise PlainleafError(Fault("no-font", message, hint))
    return language


def _fixed_words(
    workspace: Workspace, audiences: tuple[str, ...], findings: list[Finding]
) -> tuple[str, ...]:
    listed = _gather([FIXED_WORDS], lambda path: fixed_words(workspace, audiences), findings)
    return listed.get(FIXED_WORDS, ())


def fixed_words(workspace: Workspace, audiences: tuple[str, ...]) -> tuple[str, ...]:
    """Return all fixed words in English: those of the templates, and the audiences' names."""
    listed = read_catalogue(workspace, FIXED_WORDS, "en").messages
    return tuple(dict.fromkeys((*listed, *map(audience_words, audiences))))


def _gather(
    keys: Iterable[Key], read: Callable[[Key], Value], findings: list[Finding]
) -> dict[Key, Value]:
    """Read each key in turn; keep the faults of those that cannot be read."""
    found = {}
    for key in sorted(keys):
        try:
            found[key] = read(key)
        except PlainleafError as error:
            findings += error.findings
    return found
