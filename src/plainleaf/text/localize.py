"""Handout × languages → the text of a sheet, unit by unit, for one audience."""

from collections.abc import Mapping
from dataclasses import replace

from plainleaf.model import (
    PAPERS,
    SUBHEADING,
    Block,
    Catalogue,
    Edition,
    Format,
    Handout,
    Language,
    Library,
    Phrase,
    Section,
    Shape,
    Sheet,
    Unit,
    Voice,
)
from plainleaf.text.foreign import MARK, mark_html, sole_language
from plainleaf.text.hyphens import mark_long_words, without_marks
from plainleaf.text.isolate import has_right_to_left
from plainleaf.text.korean import keep_words_in_html
from plainleaf.text.markdown import inline_html, inline_text, unlink
from plainleaf.text.printed import printed_html

STRINGS = "templates/strings/"
FIXED_WORDS = f"{STRINGS}en.po"
"""The folder of all fixed words; those in English."""

CALL = "when-to-call"
"""The section that no format leaves out."""


def localize(
    library: Library, edition: Edition, shape: Shape, identifier: str = "", date: str = ""
) -> Sheet:
    """Return all that compose needs for a master."""
    source = library.handouts[edition.handout]
    page_format = library.formats[edition.format]
    handout = for_format(for_audience(source, edition.audience), page_format)
    gone = frozenset(_places(source) - _places(handout))
    return Sheet(
        edition=edition,
        shape=shape,
        handout=handout,
        voices=tuple(_voice(library, handout, code, gone) for code in edition.languages),
        languages=tuple(library.languages[code] for code in edition.languages),
        source=library.languages[library.source],
        source_title=without_marks(inline_text(source.title.text)),
        available=library.available.get(edition.handout, ()),
        paper=PAPERS[edition.paper],
        format=page_format,
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


def for_format(handout: Handout, page_format: Format) -> Handout:
    """Return the handout as far as a format carries it: when to call is always on it."""
    brief = handout.brief_for(page_format.name)
    if not page_format.is_brief or not brief:
        return handout
    named = frozenset((*brief, CALL))
    sections = (_briefly(section, named) for section in handout.sections)
    return replace(handout, sections=tuple(section for section in sections if section))


def _briefly(section: Section, named: frozenset[str]) -> Section | None:
    """Return a section that is named; else its opening and those of its headings that are."""
    if section.id in named:
        return section
    if not section.headings & named:
        return None
    kept, blocks = True, []
    for block in section.blocks:
        if block.unit and block.kind == SUBHEADING:
            kept = block.unit.id in named
        blocks += [block] if kept else []
    return replace(section, blocks=tuple(blocks))


def _visible(blocks: tuple[Block, ...], audience: str) -> tuple[Block, ...]:
    return tuple(
        replace(block, children=_visible(block.children, audience))
        for block in blocks
        if block.only in (None, audience)
    )


def _places(handout: Handout) -> set[str]:
    """Return what a link may lead to."""
    return {section.id for section in handout.sections} | {unit.id for unit in handout.units}


def _voice(library: Library, handout: Handout, code: str, gone: frozenset[str]) -> Voice:
    catalogue = library.catalogues.get((handout.name, code))
    words = library.words.get(code)
    said = _fixed(words) if words else {}
    source = library.languages[library.source]
    is_current = catalogue is not None and all(map(catalogue.current, handout.units))
    phrases = {
        unit.id: _phrase(unit, library.languages[code], source, catalogue, gone)
        for unit in handout.units
    }
    return Voice(
        language=library.languages[code],
        phrases=phrases,
        words=said,
        is_draft=catalogue is not None and not catalogue.is_reviewed,
        is_stale=not (code == library.source or is_current)
        or (code != "en" and not said.keys() >= set(library.fixed_words)),
        version=catalogue.version if catalogue else handout.version,
    )


def _fixed(words: Catalogue) -> Mapping[str, str]:
    return {
        key: message.text
        for key, message in words.messages.items()
        if message.text and not message.fuzzy
    }


def _phrase(
    unit: Unit,
    language: Language,
    source: Language,
    catalogue: Catalogue | None,
    gone: frozenset[str],
) -> Phrase:
    """Return a unit's words, in the source language where the translation is not current.

    One that has no letter of its language's script is said in that of its own.
    """
    current = catalogue.current(unit) if catalogue else None
    text, spoken = (current, language) if current else (unit.text, source)
    plain = without_marks(inline_text(text))
    spoken = sole_language(plain, spoken) or spoken
    html = unlink(inline_html(text), gone)
    is_kept = _is_kept(plain, unit, spoken, source)
    around = source if is_kept else spoken
    html = printed_html(mark_html(html, around), around.direction, around.code)
    html = MARK.format(source.code, source.direction, html) if is_kept else html
    html = keep_words_in_html(mark_long_words(html, spoken.code))
    return Phrase(html, plain, spoken.code, spoken.direction)


def _is_kept(plain: str, unit: Unit, spoken: Language, source: Language) -> bool:
    """Whether a right-to-left translation keeps the source's own words, such as an address."""
    is_same = spoken.direction == "rtl" != source.direction and plain == inline_text(unit.text)
    return is_same and any(map(str.isalpha, plain)) and not has_right_to_left(plain)
