"""What is said: a handout, its translations, and its words in one language."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from plainleaf.errors import Finding

REVIEWED_METHODS = ("human", "machine+human")
"""How a translation was made, where a person had a hand in it."""


SUBHEADING = "subheading"
"""The kind of block that is a heading within a section."""

FIGURE = "figure"
"""The kind of block that shows a picture; its option `source` is the file's workspace path."""

ANY = "*"
"""In place of a format's name: every short format that is not named."""


LANGUAGE_CODE = re.compile(r"[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|[0-9]{3}))?")
"""BCP 47: language, script, territory, each in the letters that it is written in."""


@dataclass(frozen=True)
class Names:
    """What a language is called; empty where nobody says it."""

    own: str = ""
    english: str = ""


@dataclass(frozen=True)
class Language:
    """A language as a reader and as the staff know it."""

    code: str
    own_name: str
    english_name: str
    direction: str  # "ltr" or "rtl"


@dataclass(frozen=True)
class Unit:
    """The text of one block: inline Markdown, one message in a catalogue."""

    id: str
    text: str
    line: int


@dataclass(frozen=True)
class Block:
    """A piece of a section; `kind` names the template part that sets it out."""

    kind: str
    line: int
    unit: Unit | None = None
    children: tuple["Block", ...] = ()
    only: str | None = None
    options: Mapping[str, str | int] = field(default_factory=dict)


@dataclass(frozen=True)
class Section:
    """A numbered part of a handout; without a title its kind's fixed words head it."""

    id: str
    number: int
    line: int
    kind: str = "section"
    title: Unit | None = None
    blocks: tuple[Block, ...] = ()
    only: str | None = None

    @property
    def headings(self) -> frozenset[str]:
        """The ids of the headings within."""
        return frozenset(b.unit.id for b in self.blocks if b.unit and b.kind == SUBHEADING)


@dataclass(frozen=True)
class Handout:
    """One topic's text in its source language."""

    name: str
    path: str
    title: Unit
    summary: Unit
    publisher: str
    version: str
    reviewed: date
    review_by: date
    sources: tuple[Unit, ...]
    lead: tuple[Block, ...]
    sections: tuple[Section, ...]
    topics: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    brief: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # by format, or for ANY
    remarks: tuple[Finding, ...] = ()  # what stops nothing

    def brief_for(self, page_format: str) -> tuple[str, ...]:
        """Return the ids of the sections that a short format carries; none named: all."""
        return self.brief.get(page_format, self.brief.get(ANY, ()))

    @property
    def units(self) -> tuple[Unit, ...]:
        """All units in the order of reading."""
        found = [self.title, self.summary, *_units_of(self.lead)]
        for section in self.sections:
            found += [section.title] if section.title else []
            found += _units_of(section.blocks)
        return (*found, *self.sources)

    @property
    def blocks(self) -> tuple[Block, ...]:
        """All blocks, those within others too, in the order of reading."""
        return tuple(_all((*self.lead, *(b for each in self.sections for b in each.blocks))))

    @property
    def figures(self) -> tuple[Block, ...]:
        """All blocks that show a picture."""
        return tuple(block for block in self.blocks if block.kind == FIGURE)

    @property
    def printed_units(self) -> tuple[Unit, ...]:
        """All units that stand on paper: not the alternative texts of images."""
        return tuple(unit for unit in self.units if "/alt" not in unit.id)


def _all(blocks: tuple[Block, ...]) -> Iterator[Block]:
    for block in blocks:
        yield block
        yield from _all(block.children)


def _units_of(blocks: tuple[Block, ...]) -> list[Unit]:
    return [block.unit for block in _all(blocks) if block.unit]


@dataclass(frozen=True)
class Translation:
    """One message of a catalogue."""

    source: str
    text: str
    fuzzy: bool
    line: int
    excused: bool = False  # a translator's comment says that its figures are right


@dataclass(frozen=True)
class Catalogue:
    """A handout's text, or the fixed words, in another language."""

    language: str
    path: str
    messages: Mapping[str, Translation]  # by unit id; the fixed words by source text
    method: str = ""
    checker: str = ""
    review_date: str = ""
    project: str = ""  # Project-Id-Version: the handout and the version it was made from
    remarks: tuple[Finding, ...] = ()  # what stops nothing

    def current(self, unit: Unit) -> str | None:
        """Return a unit's translation, if there is one of its text as it stands now."""
        found = self.messages.get(unit.id)
        is_current = found and found.text and not found.fuzzy and found.source == unit.text
        return found.text if found and is_current else None

    @property
    def version(self) -> str:
        """The handout's version that was translated, as far as it is known."""
        named = self.project.rpartition(" ")[2] if " " in self.project else ""
        return named if any(sign.isdecimal() for sign in named) else ""

    @property
    def is_reviewed(self) -> bool:
        """Whether a person other than a machine checked it, and when is known."""
        return bool(self.checker and self.review_date and self.method in REVIEWED_METHODS)


def audience_words(audience: str) -> str:
    """Return an audience's name as fixed words."""
    return audience.replace("-", " ")


@dataclass(frozen=True)
class Phrase:
    """A unit's words in one language, ready to print."""

    html: str
    plain: str
    language: str
    direction: str


@dataclass(frozen=True)
class Voice:
    """All that a sheet says in one language."""

    language: Language
    phrases: Mapping[str, Phrase]  # by unit id
    words: Mapping[str, str]  # fixed words, by English text
    is_draft: bool
    is_stale: bool  # some phrases stand in the source language
    version: str  # of the handout that was translated
