"""A content stream's bytes → the text of each marked content, and the glyphs it shows."""

import re
import struct
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Protocol

from plainleaf.checks.facts.strings import LITERAL, text_string, unescape
from plainleaf.text.bidi import FROM_RIGHT, RTL

HEX = rb"<[0-9A-Fa-f\s]*+>"
NAME = rb"/([^\s/<>\[\](){}%]++)"
TOKEN = re.compile(
    rb"BI\s(?s:.*?)\sEI(?=\s|$)"
    rb"|%[^\r\n]*+"
    rb"|" + NAME + rb"\s++[-+.\d]++\s++Tf"
    rb"|\[((?>(?:[^\[\]()]++|" + LITERAL + rb")*))\]\s*+TJ"
    rb"|(" + HEX + rb"|" + LITERAL + rb")\s*+(?:Tj|'|\")"
    rb"|" + NAME + rb"\s*+(<<(?>(?:[^<>()]++|<<|>>(?!\s*+BDC)|" + HEX + rb"|" + LITERAL + rb")*)>>"
    rb"|/[^\s/<>\[\]()]++)\s*+BDC"
    rb"|" + NAME + rb"\s++(BMC|Do)"
    rb"|" + LITERAL + rb"|(?<![^\s\])>])(EMC|[qQ])(?![^\s/\[<(])"
    rb"|(?<=\s)([-+.\d]++)\s++Tm"
)
SHOWN = re.compile(HEX + rb"|" + LITERAL)
HEX_PAIRS = re.compile(rb"<((?>(?:[0-9A-Fa-f]{2})*))>")
MCID = re.compile(rb"/MCID\s+(\d+)")
ACTUAL_TEXT = re.compile(rb"/ActualText\s*(" + HEX + rb"|" + LITERAL + rb")")

LTR = re.compile(f"[^\\W_{FROM_RIGHT}]")

LINE = "\u2028"
"""Stands where another line begins in a form, which may hold several in one marked content."""

MOST_FORMS = 10_000
"""Forms drawn on all pages together; a file that draws more means to never end."""


class EndlessContentError(ValueError):
    """The file draws forms within forms without an end."""


@dataclass(frozen=True)
class Decoder:
    """How a font reads the codes of a string."""

    key: str
    code_bytes: int
    characters: Mapping[int, str]
    notdef: frozenset[int]  # codes that show glyph 0

    def codes(self, string: bytes) -> Sequence[int]:
        """Return the codes of a string's bytes."""
        if self.code_bytes == 1:
            return string
        return struct.unpack(f">{len(string) // 2}H", string[: len(string) // 2 * 2])


class Scope(Protocol):
    """What the names in a content stream stand for."""

    def font(self, name: bytes) -> Decoder | None:
        """Return a font's decoder."""

    def form(self, name: bytes) -> tuple[bytes, "Scope"] | None:
        """Return a form's content, and the scope of it; None for an image."""

    def properties(self, name: bytes) -> bytes:
        """Return a named property list as PDF source."""


@dataclass
class Shown:
    """What a page shows: glyphs' text by marked-content id, in the order drawn."""

    texts: dict[int, list[str]] = field(default_factory=lambda: defaultdict(list))
    notdef: set[str] = field(default_factory=set)  # fonts by key


class Budget:
    """Counts the forms of a file."""

    def __init__(self) -> None:
        self.forms = 0

    def spend(self) -> None:
        """Count a form; raise EndlessContentError when there are too many."""
        self.forms += 1
        if self.forms > MOST_FORMS:
            raise EndlessContentError


def read_content(stream: bytes, scope: Scope, budget: Budget) -> Shown:
    """Read a page's content."""
    shown = Shown()
    _Reader(scope, budget, shown).read(stream)
    return shown


class _Reader:
    def __init__(
        self,
        scope: Scope,
        budget: Budget,
        shown: Shown,
        drawing: tuple[bytes, ...] = (),
        mcid: int | None = None,
    ) -> None:
        self.scope = scope
        self.budget = budget
        self.shown = shown
        self.drawing = drawing  # contents of the forms around this one
        self.font: Decoder | None = None
        self.saved: list[Decoder | None] = []
        self.mcid = mcid
        self.marks: list[tuple[int | None, bool]] = []
        self.replaced = False  # by an ActualText around here
        self.height = b""  # of the line

    def read(self, stream: bytes) -> None:
        for match in TOKEN.finditer(stream):
            font, array, string, tag, properties, name, operator, plain, height = match.groups()
            if array is not None:
                self._show(array)
            elif string is not None:
                self._show(string)
            elif font is not None:
                self.font = self.scope.font(font)
            elif properties is not None:
                self._begin(tag, properties)
            elif operator == b"BMC":
                self._begin(name, b"")
            elif operator == b"Do":
                self._draw(name)
            elif plain is not None:
                self._nest(plain)
            elif height is not None:
                self._move(height)

    def _show(self, source: bytes) -> None:
        font = self.font
        if font is None:
            return
        codes = font.codes(_joined(source))
        if not font.notdef.isdisjoint(codes):
            self.shown.notdef.add(font.key)
        if self.mcid is not None and not self.replaced:
            self.shown.texts[self.mcid] += [font.characters.get(code, "") for code in codes]

    def _move(self, height: bytes) -> None:
        if self.drawing and self.mcid is not None and height != self.height:
            self.shown.texts[self.mcid].append(LINE)
        self.height = height

    def _begin(self, tag: bytes, properties: bytes) -> None:
        self.marks.append((self.mcid, self.replaced))
        if properties.startswith(b"/"):
            properties = self.scope.properties(properties[1:])
        if tag == b"Artifact":
            self.mcid = None
        elif (found := MCID.search(properties)) and not self.drawing:
            self.mcid = int(found[1])
        replacement = ACTUAL_TEXT.search(properties)
        if replacement and not self.replaced:
            self.replaced = True
            if self.mcid is not None:
                self.shown.texts[self.mcid].append(text_string(replacement[1]))

    def _draw(self, name: bytes) -> None:
        form = self.scope.form(name)
        if form is None:
            return
        self.budget.spend()
        stream, scope = form
        if len(self.drawing) > 30 or stream in self.drawing:
            raise EndlessContentError
        inner = _Reader(scope, self.budget, self.shown, (*self.drawing, stream), self.mcid)
        inner.replaced = self.replaced
        inner.read(stream)

    def _nest(self, operator: bytes) -> None:
        if operator == b"q":
            self.saved.append(self.font)
        elif operator == b"Q" and self.saved:
            self.font = self.saved.pop()
        elif operator == b"EMC" and self.marks:
            self.mcid, self.replaced = self.marks.pop()


def _joined(source: bytes) -> bytes:
    """Return the bytes of all strings in an operand."""
    pairs = HEX_PAIRS.findall(source)
    if len(pairs) == source.count(b"<") and b"(" not in source:
        return bytes.fromhex(b"".join(pairs).decode())  # ten times as fast, and the usual case
    return b"".join(map(unescape, SHOWN.findall(source)))


def logical(pieces: Sequence[str], *, from_right: bool) -> str:
    """Return glyphs' text, drawn from left to right, in the order of reading, line by line.

    Glyphs carry no direction: numbers among right-to-left words may change places.
    """
    lines = groupby(pieces, LINE.__ne__)
    return "".join(_logical(list(line), from_right=from_right) for drawn, line in lines if drawn)


def _logical(line: Sequence[str], *, from_right: bool) -> str:
    drawn = "".join(line)
    if not RTL.search(drawn):
        return drawn
    if from_right:
        return "".join(_reversed_runs(line[::-1], LTR))
    return "".join(_reversed_runs(line, RTL))


def _reversed_runs(pieces: Sequence[str], letters: re.Pattern[str]) -> Iterator[str]:
    """Yield pieces with each run of letters turned round, spaces between its words included."""
    run: list[str] = []
    spaces: list[str] = []  # after the run
    for piece in pieces:
        if letters.search(piece):
            run += [*spaces, piece]
            spaces = []
        elif run and piece.isspace():
            spaces.append(piece)
        else:
            yield from (*reversed(run), *spaces, piece)
            run, spaces = [], []
    yield from (*reversed(run), *spaces)
