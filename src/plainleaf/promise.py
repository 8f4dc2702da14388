"""Sheet + Master → Promise: what the PDF of an imprint must keep."""

from plainleaf.model import Master, Promise, Sheet


def promise(sheet: Sheet, master: Master, path: str) -> Promise:
    """Return what `path` promises its reader; the inspectors hold it to that."""
    handout = sheet.handout
    titles = [section.title for section in handout.sections if section.title]
    return Promise(
        path=path,
        title=sheet.phrases["title"].plain,
        author=handout.publisher,
        language=sheet.language.code,
        headings=tuple(sheet.phrases[title.id].plain for title in titles),
        texts=tuple((unit.id, sheet.phrases[unit.id].plain) for unit in handout.printed_units),
        foreign=master.foreign,
        links=master.links,
        families=master.families,
        floor=master.floor,
    )
