"""Handout × languages → the text of a sheet, unit by unit, for one audience."""

from collections.abc import Mapping
from dataclasses import replace

from plainleaf.isolate import isolate_html
from plainleaf.languages import find_language, name_in
from plainleaf.markdown import inline_html, inline_text
from plainleaf.model import (
    PAPERS,
    Block,
    Catalogue,
    Handout,
    Imprint,
    Language,
    Library,
    Phrase,
    Sheet,
    Unit,
    Voice,
)


def localize(library: Library, imprint: Imprint, identifier: str, date: str) -> Sheet:
    """Return all that compose needs for one imprint."""
    edition = imprint.edition
    source = library.handouts[edition.handout]
    handout = for_audience(source, edition.audience)
    available = map(find_language, library.available.get(edition.handout, ()))
    return Sheet(
        edition=edition,
        brand=library.brands[imprint.brand],
        handout=handout,
        voices=tuple(_voice(library, handout, code) for code in edition.languages),
        languages=tuple(library.languages[code] for code in edition.languages),
        source=library.languages[library.source],
        source_title=inline_text(source.title.text),
        available=tuple(language for language in available if language),
        paper=PAPERS[edition.paper],
        identifier=identifier,
        date=date or source.reviewed.isoformat(),
    )


def for_audience(handout: Handout, audience: str) -> Handout:
    """Return the handout without what is for other audiences; numbers stay as they are."""
    sections = tuple(
        replace(section, blocks=_visible(section.blocks, audience))
        for section in handout.sections
        if section.only in (None, audience)
    )
    return replace(handout, lead=_visible(handout.lead, audience), sections=sections)


def _visible(blocks: tuple[Block, ...], audience: str) -> tuple[Block, ...]:
    return tuple(
        replace(block, children=_visible(block.children, audience))
        for block in blocks
        if block.only in (None, audience)
    )


def _voice(library: Library, handout: Handout, code: str) -> Voice:
    catalogue = library.catalogues.get((handout.name, code))
    words = library.words.get(code)
    said = _fixed(words) if words else {}
    source = library.languages[library.source]
    phrases = {
        unit.id: _phrase(unit, library.languages[code], source, catalogue)
        for unit in handout.units
    }
    return Voice(
        language=library.languages[code],
        phrases=phrases,
        words=said,
        is_draft=catalogue is not None and not catalogue.is_reviewed,
        is_stale=any(phrase.language != code for phrase in phrases.values())
        or (code != "en" and not said.keys() >= set(library.fixed_words)),
        version=catalogue.version if catalogue else handout.version,
        source_name=name_in(library.source, code),
    )


def _fixed(words: Catalogue) -> Mapping[str, str]:
    return {
        key: message.text
        for key, message in words.messages.items()
        if message.text and not message.fuzzy
    }


def _phrase(
    unit: Unit, language: Language, source: Language, catalogue: Catalogue | None
) -> Phrase:
    """Return a unit's words, in the source language where the translation is not current."""
    current = catalogue.current(unit) if catalogue else None
    text, spoken = (current, language) if current else (unit.text, source)
    html = inline_html(text)
    if spoken.direction == "rtl":
        html = isolate_html(html)
    return Phrase(html, inline_text(text), spoken.code, spoken.direction)
