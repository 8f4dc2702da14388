"""Sheet + Master → Promise: what the PDF of an imprint must keep."""

from collections.abc import Iterator

from plainleaf.model import Master, Promise, Sheet


def promise(sheet: Sheet, master: Master) -> Promise:
    """Return what a PDF promises its reader; the inspectors hold it to that."""
    handout = sheet.handout
    return Promise(
        title=sheet.phrases["title"].plain,
        author=handout.publisher,
        language=sheet.language.code,
        headings=tuple(tuple(_headings(side)) for side in sheet.sides),
        texts=tuple(
            (unit.id, voice.phrases[unit.id].plain)
            for unit in sheet.printed_units
            for voice in sheet.voices
        ),
        foreign=master.foreign,
        links=master.links,
        families=master.families,
        floor=master.floor,
    )


def _headings(side: Sheet) -> Iterator[str]:
    """Yield what stands above the sections that have titles, as bookmarks say it."""
    for section in side.handout.sections:
        if title := section.title:
            said = (f"{section.number} {voice.phrases[title.id].plain}" for voice in side.voices)
            yield " ".join(said).removeprefix(f"{section.number} ")
