"""Handout or fixed words × language → its catalogue, made or brought up to date.

The catalogue names no line of its source (`#:`): each edit would change the file.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from itertools import dropwhile, takewhile

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import denormalize, write_po

from plainleaf.author.header import header_of, is_reviewed
from plainleaf.author.match import Row, match
from plainleaf.errors import Finding, PlainleafError, nearest
from plainleaf.load.catalogue import parsed, read_catalogue
from plainleaf.load.handout import read_handout
from plainleaf.load.library import fixed_words
from plainleaf.model import Block, Handout, Language
from plainleaf.text.languages import read_language
from plainleaf.text.locales import find_locale
from plainleaf.text.localize import STRINGS
from plainleaf.workspace import Workspace
from plainleaf.workspace.hold import sweep_parts
from plainleaf.workspace.settings import Settings
from plainleaf.workspace.write import put_in_place

DOUBTED = "was fuzzy"
"""A comment on an obsolete message."""

PREVIOUS_ROW = re.compile(r'^#\| msgid "" ".*$', re.MULTILINE)
PIECE = re.compile(r'"(?:[^"\\]|\\.)*"')

WIDE = 10**6
"""Columns: a text stays on one line, as Babel would break a previous one in the wrong place."""


@dataclass(frozen=True)
class Update:
    """What became of a catalogue's messages."""

    path: str
    new: int
    changed: int
    gone: int
    missing: int  # without a translation of the text as it stands, new and changed ones included
    was_reviewed: bool = False  # before texts changed

    def __str__(self) -> str:
        counts = (f"{self.new} new", f"{self.changed} changed", f"{self.gone} gone")
        review = "; its review was of the texts before and is removed" * self.was_reviewed
        return f"{self.path}: {', '.join(counts)}; {self.missing} to translate{review}"


def translate_handout(
    workspace: Workspace, settings: Settings, known: Sequence[str], name: str, code: str
) -> Update:
    """Make or update `handouts/<name>/<code>.po`; raise PlainleafError for what is wrong."""
    language = _language(code, settings, settings.source_language)
    if name not in known:
        message = f"no handout is named {name[:80]!r}."
        finding = Finding("handouts", None, "unknown-handout", message, nearest(name, known))
        raise PlainleafError(finding)
    handout = read_handout(workspace, name)
    path = f"handouts/{name}/{code}.po"
    return _update(workspace, path, language, list(_rows(handout)), f"{name} {handout.version}")


def translate_words(
    workspace: Workspace, settings: Settings, audiences: tuple[str, ...], code: str
) -> Update:
    """Make or update the catalogue of the fixed words, which are in English."""
    language = _language(code, settings, "en")
    rows = [Row(None, word, "") for word in fixed_words(workspace, audiences)]
    return _update(workspace, f"{STRINGS}{code}.po", language, rows, "plainleaf")


def _language(code: str, settings: Settings, source: str) -> Language:
    place = f"language {code}"
    if code == source:
        message = f"{code!r} is the source language."
        raise PlainleafError(Finding(place, None, "source-language", message, "Name another one."))
    try:
        return read_language(code, settings.languages)
    except PlainleafError as error:
        raise PlainleafError(*error.at(place)) from None


def _rows(handout: Handout) -> Iterator[Row]:
    yield Row("title", handout.title.text, "title")
    yield Row("summary", handout.summary.text, "summary")
    yield from _block_rows(handout.lead, "before the sections")
    for section in handout.sections:
        place = f"section {section.number}"
        if section.title:
            yield Row(section.title.id, section.title.text, f"heading, {place}")
        yield from _block_rows(section.blocks, place)
    for source in handout.sources:
        yield Row(source.id, source.text, "source")


def _block_rows(blocks: Sequence[Block], place: str) -> Iterator[Row]:
    for block in blocks:
        if block.unit:
            yield Row(block.unit.id, block.unit.text, f"{block.kind}, {place}")
        yield from _block_rows(block.children, f"{place}, {block.kind}")


def _update(
    workspace: Workspace, path: str, language: Language, rows: Sequence[Row], project: str
) -> Update:
    code = language.code
    text = _text(workspace, path, code)
    old = parsed(text, code)
    fresh = Catalog(locale=find_locale(code))
    listed, gone = [message for message in old if message.id], list(old.obsolete.values())
    found = match(rows, [*listed, *gone])
    for row, message in zip(rows, found, strict=True):
        _add(fresh, row, message)
    taken = {id(message) for message in found}  # Babel takes two of one text for equal
    rest = [message for message in [*gone, *listed] if id(message) not in taken]
    fresh.obsolete.update(((str(m.id), m.context or ""), _bare(m)) for m in rest if m.string)
    new = sum(message is None for message in found)
    changed = sum(bool(m and m.id != row.text) for row, m in zip(rows, found, strict=True))
    update = Update(
        path=path,
        new=new,
        changed=changed,
        gone=sum(id(message) not in taken for message in listed),
        missing=sum(not message.string or message.fuzzy for message in fresh if message.id),
        was_reviewed=bool(new + changed) and is_reviewed(text),
    )
    said = {"was_reviewed": update.was_reviewed, "is_whole": not update.missing}
    header = header_of(text, language, project, **said)
    _write(workspace, header, fresh, path)
    return update


def _write(workspace: Workspace, header: str, catalog: Catalog, path: str) -> None:
    body = BytesIO()
    write_po(body, catalog, width=WIDE, omit_header=True, include_previous=True)
    entries = PREVIOUS_ROW.sub(_in_lines, body.getvalue().decode())
    place = workspace.root / path
    sweep_parts(place.parent)
    put_in_place(place, f"{header}\n{entries.strip()}\n".encode())


def _in_lines(row: re.Match[str]) -> str:
    """Return a previous text of several lines as gettext writes it; Babel joins them."""
    return "#| msgid " + "\n#| ".join(PIECE.findall(row[0]))


def _text(workspace: Workspace, path: str, code: str) -> str:
    """Return the catalogue as it is, nothing if there is none; raise for a broken one.

    Fixed words that the workspace has not yet begin with the package's: its file hides them.
    """
    try:
        workspace.locate(path)
    except PlainleafError as error:
        if error.findings[0].code == "missing-file":
            return ""
        raise
    read_catalogue(workspace, path, code)
    return workspace.read_text(path)


def _add(catalog: Catalog, row: Row, found: Message | None) -> None:
    """Add a text; only a translator may say that a translation once in doubt is right."""
    string = str(found.string or "") if found else ""
    comments, previous = _comments(found)
    is_same = found is not None and found.id == row.text
    doubted = found is not None and (found.fuzzy or DOUBTED in comments)
    fuzzy = bool(string) and (doubted or not is_same)
    if not is_same and found and not previous:
        previous = str(found.id)
    message = catalog.add(
        row.text,
        string,
        flags={*(found.flags if found else ()), "fuzzy"} - (set() if fuzzy else {"fuzzy"}),
        auto_comments=[row.comment] if row.comment else [],
        user_comments=[comment for comment in comments if comment != DOUBTED],
        previous_id=previous if fuzzy and previous != row.text else "",
        context=row.id,
    )
    if row.id:  # a percentage in a handout is no placeholder
        message.flags.discard("python-format")


def _comments(message: Message | None) -> tuple[list[str], str]:
    """Return a translator's comments, and the previous text, which Babel reads as one."""
    lines = message.user_comments if message else []
    before = [line.lstrip("| ") for line in lines if line.startswith("|")]
    texts = dropwhile(lambda line: not line.startswith("msgid "), before)
    previous = "\n".join(takewhile(lambda line: not line.startswith("msgid_plural"), texts))
    text = denormalize(previous.removeprefix("msgid ")) if previous else ""
    return [line for line in lines if not line.startswith("|")], text


def _bare(message: Message) -> Message:
    """Return a message that is no longer wanted; Babel writes no mark of doubt on such a one."""
    comments, _ = _comments(message)
    doubt = [DOUBTED] * (message.fuzzy and DOUBTED not in comments)
    said = [*comments, *doubt]
    return Message(message.id, message.string, user_comments=said, context=message.context)
