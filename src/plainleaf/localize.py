"""Handout × languages → the text of a sheet, unit by unit, for one audience."""

from collections.abc import Mapping
from dataclasses import replace

from plainleaf.languages import long_date
from plainleaf.markdown import inline_html, inline_text
from plainleaf.model import (
    PAPERS,
    Block,
    Catalogue,
    Handout,
    Imprint,
    Library,
    Phrase,
    Sheet,
    Unit,
)


def localize(library: Library, imprint: Imprint, identifier: str, date: str) -> Sheet:
    """Return all that compose needs for one imprint."""
    edition = imprint.edition
    code = edition.languages[0]
    handout = for_audience(library.handouts[edition.handout], edition.audience)
    catalogue = library.catalogues.get((edition.handout, code))
    words = library.words.get(code)
    source = library.handouts[edition.handout]
    return Sheet(
        edition=edition,
        brand=library.brands[imprint.brand],
        handout=handout,
        languages=tuple(library.languages[code] for code in edition.languages),
        phrases=_phrases(handout, code, catalogue),
        words={key: message.text for key, message in words.messages.items()} if words else {},
        draft=catalogue is not None and not catalogue.is_reviewed,
        paper=PAPERS[edition.paper],
        identifier=identifier,
        date=date or source.reviewed.isoformat(),
        reviewed=long_date(source.reviewed, code),
        review_by=long_date(source.review_by, code),
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


def _phrases(handout: Handout, code: str, catalogue: Catalogue | None) -> Mapping[str, Phrase]:
    return {unit.id: _phrase(unit, code, catalogue) for unit in handout.units}


def _phrase(unit: Unit, code: str, catalogue: Catalogue | None) -> Phrase:
    text = catalogue.messages[unit.id].text if catalogue else unit.text
    return Phrase(inline_html(text), inline_text(text), code)
