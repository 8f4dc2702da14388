"""The text of a gettext catalogue → its entries as they stand, or what gettext would refuse.

Babel gives a translation that lost its msgid to the next message, and leaves an escape that it
does not know as it is. So the text is looked over by the grammar before it is parsed.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html import unescape
from itertools import accumulate
from typing import NamedTuple
from unicodedata import category

from plainleaf.errors import Finding

LINE = re.compile(
    r'(#~\s*)?(?:(msgctxt|msgid|msgid_plural|msgstr(?:\[\d+\])?) +)?"((?:[^"\\]|\\.)*)"'
)
PREVIOUS = re.compile(r"#~\s*\|")
"""The former text of an entry that is no longer wanted, by `msgmerge --previous`."""

ESCAPE = re.compile(r"\\(.)")
DECODED = {"n": "\n", "t": "\t", "r": "\r", '"': '"', "\\": "\\"}
"""The escapes that Babel knows."""

HEADER = re.compile(
    r'^[^\S\n]*msgid +""(?:\s*"")*\s*msgstr((?:\s*"[^\n]*"[^\S\n]*\n)+)', re.MULTILINE
)
"""The header as it stands, also as `msgcat --indent` writes it."""

FOLLOWERS: Mapping[str, frozenset[str]] = {
    "start": frozenset({"comment", "msgctxt", "msgid"}),
    "msgctxt": frozenset({"string", "msgid"}),
    "msgid": frozenset({"string", "msgstr"}),
    "msgstr": frozenset({"string", "comment", "msgctxt", "msgid"}),
    "unknown": frozenset({"string", "comment", "msgctxt", "msgid", "msgstr"}),
}
"""What may come after each part of an entry; after a fault anything, so that one is told once."""

KEYWORDS = ("msgctxt", "msgid", "msgstr")
KNOWN = FOLLOWERS["unknown"]
JOINED = frozenset({("msgctxt", "string"), ("msgctxt", "msgid"), ("msgid", "string"),
                    ("msgid", "msgstr"), ("msgstr", "string")})  # fmt: skip
"""Neighbours that are of one entry."""

WANTED = {"start": "msgctxt or msgid", "msgctxt": "msgid", "msgid": "msgstr",
          "msgstr": "the next entry"}  # fmt: skip
NAMES = {"comment": "a comment", "string": "a text without its keyword"}
FILLERS = "\u115f\u1160\u2800\u3164\uffa0"
"""Letters and signs without ink."""

MAX_TEXT = 5_000
"""Characters of one text: the time that Markdown takes can grow with their square."""

ORDER = "Write an entry as comments, msgctxt, msgid, msgstr, each once and in this order."


class Token(NamedTuple):
    """A line that says something: `word` is its keyword, or what it is."""

    line: int
    word: str
    text: str = ""  # between the quotes
    gone: bool = False  # marked as no longer wanted

    @property
    def plain(self) -> str:
        """Its text, decoded as Babel does it."""
        if "\\" not in self.text:  # as most are; a hostile file has half a million
            return self.text
        return ESCAPE.sub(lambda found: DECODED.get(found[1], found[0]), self.text)


@dataclass(frozen=True)
class Entry:
    """One message as it stands: the lines of each of its parts."""

    line: int
    gone: bool
    parts: dict[str, list[Token]] = field(default_factory=dict)

    def text(self, word: str) -> str:
        """Return the text of a part, nothing if it lacks that part."""
        return "".join(token.plain for token in self.parts.get(word, ()))


class Field(NamedTuple):
    """A row of the header, its name in small letters."""

    name: str
    value: str
    line: int


def without_previous(text: str) -> str:
    """Return a catalogue without the lines that Babel stumbles over; the others keep their place.

    These are the former texts of entries that are no longer wanted.
    """
    return "\n".join("" if PREVIOUS.match(row.strip()) else row for row in text.split("\n"))


def entries(text: str) -> list[Entry]:
    """Return the entries in their order, also those of a text that is not whole."""
    found: list[Entry] = []
    part: list[Token] = []
    last = ""
    for token in _tokens(text):
        if token.word == "string":
            part.append(token)
            continue
        if token.word == "msgctxt" or (token.word == "msgid" and last != "msgctxt"):
            found.append(Entry(token.line, token.gone))
        last, part = token.word, [token]
        if found and last in KEYWORDS:
            found[-1].parts[last] = part
    return found


def fields(listed: list[Entry]) -> list[Field]:
    """Return the rows of the header, each with the line that it begins in."""
    if not listed or not _is_header(listed[0]):
        return []
    pieces = listed[0].parts.get("msgstr", [])
    starts = list(accumulate((len(piece.plain) for piece in pieces), initial=0))[:-1]
    found, offset = [], 0
    for row in "".join(piece.plain for piece in pieces).split("\n"):
        name, colon, value = row.partition(":")
        if colon:
            line = pieces[bisect_right(starts, offset) - 1].line
            found.append(Field(name.strip().lower(), value.strip(), line))
        offset += len(row) + 1
    return found


def po_faults(text: str, listed: list[Entry], path: str) -> Iterator[Finding]:
    """Report what gettext would refuse, what Babel would misread, and what is too long."""
    yield from _broken(text, path)
    yield from _repeated(listed, path)
    yield from _too_long(listed, path)


def is_blank(text: str) -> bool:
    """Whether a text shows nothing: controls, spaces, marks without a letter, also as `&…;`."""
    return all(category(c)[0] in "CMZ" or c in FILLERS for c in unescape(text))


def _broken(text: str, path: str) -> Iterator[Finding]:
    """Report each line that stands wrong, or that Babel would read otherwise than it is meant."""
    last = Token(0, "start")
    for token in _tokens(text):
        fault = _fault(token, last) or _bad_escape(token)
        if fault:
            yield Finding(path, token.line, "bad-po", *fault)
        last = _after(token, last, is_wrong=fault is not None)
    if last.word in KEYWORDS[:2]:
        yield Finding(path, last.line, "bad-po", "the entry ends without a msgstr.", ORDER)


def _repeated(listed: list[Entry], path: str) -> Iterator[Finding]:
    """Report each message that is there twice, and each header but that at the beginning.

    Babel takes every message with an empty text for the header.
    """
    first: dict[str, int] = {}
    for entry in listed:
        if "msgid" not in entry.parts or entry.gone:
            continue
        key = entry.text("msgctxt") or entry.text("msgid")  # as in Catalogue
        if key in first:
            message = f"the message is already in line {first[key]}."
            yield Finding(path, entry.line, "equal-messages", message, "Delete one of both.")
        elif not entry.text("msgid") and not (entry is listed[0] and _is_header(entry)):
            message, hint = "the msgid is empty.", "Only the header has none: put it first."
            yield Finding(path, entry.line, "bad-po", message, hint)
        first.setdefault(key, entry.line)


def _too_long(listed: list[Entry], path: str) -> Iterator[Finding]:
    """Report each text that would take long to read as Markdown, or to compare."""
    for entry in listed:
        for word, rows in entry.parts.items():
            if len(entry.text(word)) > MAX_TEXT and not _is_header(entry):
                message = f"the {word} is longer than {MAX_TEXT:,} characters."
                hint = "Split the text into paragraphs."
                yield Finding(path, rows[0].line, "too-long", message, hint)


def _is_header(entry: Entry) -> bool:
    return not entry.gone and "msgctxt" not in entry.parts and not entry.text("msgid")


def _tokens(text: str) -> Iterator[Token]:
    for number, row in enumerate(text.split("\n"), start=1):
        line = row.strip()
        if line in ("", "#~"):
            continue
        if PREVIOUS.match(line) or (line.startswith("#") and not line.startswith("#~")):
            yield Token(number, "comment")
        elif found := LINE.fullmatch(line):
            yield Token(number, found[2] or "string", found[3], bool(found[1]))
        else:
            yield Token(number, "unknown")


def _fault(token: Token, last: Token) -> tuple[str, str] | None:
    """Return what is wrong with a line after the one before it, and what to do."""
    if token.word == "unknown":
        hint = 'Begin it with msgid, msgstr or #, and close its quotes: "…".'
        return "is not a line of a catalogue.", hint
    if token.word not in KNOWN:
        message = f"{token.word} is for plurals, which texts do not have."
        return message, "Use one msgid and one msgstr."
    if token.word not in FOLLOWERS[last.word]:
        name = NAMES.get(token.word, token.word)
        return f"{name} stands where {WANTED[last.word]} must come.", ORDER
    if (last.word, token.word) in JOINED and token.gone != last.gone:
        return "only a part of the entry is marked '#~'.", "Mark all its lines, or none."
    return None


def _bad_escape(token: Token) -> tuple[str, str] | None:
    for found in ESCAPE.finditer(token.text):
        if found[1] not in DECODED:
            hint = r"Write the character itself; a backslash is written \\."
            return f"holds the escape {found[0]}, which is not read.", hint
    return None


def _after(token: Token, last: Token, *, is_wrong: bool) -> Token:
    """Return where an entry stands after a line."""
    if token.word in FOLLOWERS:
        return token
    if is_wrong:
        return token._replace(word="unknown")
    return last if token.word == "string" else token._replace(word="start")
