"""The values that pass from stage to stage: frozen, without I/O, importing none of ours."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import NamedTuple


class Paper(NamedTuple):
    """A sheet of paper in millimetres."""

    width: float
    height: float


PAPERS: Mapping[str, Paper] = {"letter": Paper(215.9, 279.4), "a4": Paper(210, 297)}
"""US Letter (ANSI A) and ISO 216 A4."""

REVIEWED_METHODS = ("human", "machine+human")
"""How a translation was made, where a person had a hand in it."""

PLAIN = "plain"
"""The name of the brand that stands for no organization."""

LAYOUTS = ("columns", "stacked", "duplex")
"""How a sheet sets two languages: side by side, one under the other, or on both sides."""

COLUMN_SIZES = frozenset({"standard"})
"""Sizes at which a column still holds a line of text: 14 pt and less."""


def layouts_at(size: str) -> tuple[str, ...]:
    """Return the layouts that a size allows, its default first."""
    return LAYOUTS if size in COLUMN_SIZES else LAYOUTS[1:]


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
    brief: tuple[str, ...] = ()

    @property
    def units(self) -> tuple[Unit, ...]:
        """All units in the order of reading."""
        found = [self.title, self.summary, *_units_of(self.lead)]
        for section in self.sections:
            found += [section.title] if section.title else []
            found += _units_of(section.blocks)
        return (*found, *self.sources)

    @property
    def printed_units(self) -> tuple[Unit, ...]:
        """All units that stand on paper: not the alternative texts of images."""
        return tuple(unit for unit in self.units if "/alt" not in unit.id)


def _units_of(blocks: tuple[Block, ...]) -> list[Unit]:
    found: list[Unit] = []
    for block in blocks:
        found += [block.unit] if block.unit else []
        found += _units_of(block.children)
    return found


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
class Contact:
    """How a reader reaches an organization, in one language."""

    phone: str = ""
    lines: tuple[str, ...] = ()


@dataclass(frozen=True)
class Brand:
    """An organization whose name a handout carries."""

    name: str
    title: str = ""
    path: str = ""
    logo: str | None = None  # workspace path
    logo_alt: str = ""
    color: str | None = None  # "#rrggbb"
    contacts: Mapping[str, Contact] = field(default_factory=dict)
    disclaimer: str = ""

    def contact(self, language: str) -> Contact:
        """Return the contact in `language`, else in English, else an empty one."""
        return self.contacts.get(self.contact_language(language)) or Contact()

    def contact_language(self, language: str) -> str:
        """Return the language that the contact for readers of `language` is written in."""
        return language if language in self.contacts else "en"


@dataclass(frozen=True, order=True)
class Edition:
    """A handout for certain readers on a certain page."""

    handout: str
    languages: tuple[str, ...]
    audience: str
    size: str
    format: str
    paper: str
    layout: str = ""  # of two languages

    @property
    def name(self) -> str:
        """The natural file name, without an ending; it names a layout other than the default."""
        languages = "+".join(self.languages)
        if self.layout not in ("", layouts_at(self.size)[0]):
            languages += f"-{self.layout}"
        parts = (self.handout, languages, self.audience, self.size, self.format, self.paper)
        return "_".join(parts)


@dataclass(frozen=True, order=True)
class Imprint:
    """An edition carrying a brand: one PDF in build/."""

    brand: str
    edition: Edition

    @property
    def path(self) -> str:
        """The file's place below build/."""
        return f"{self.brand}/{self.edition.name}.pdf"


@dataclass(frozen=True)
class Choice:
    """What a run shall build; an empty axis means all handouts, or the defaults."""

    handouts: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    audiences: tuple[str, ...] = ()
    sizes: tuple[str, ...] = ()
    formats: tuple[str, ...] = ()
    papers: tuple[str, ...] = ()
    brands: tuple[str, ...] = ()
    layouts: tuple[str, ...] = ()


@dataclass(frozen=True)
class Limits:
    """What one fenced job may take."""

    seconds: float = 20.0
    memory_mib: int = 768
    pages: int = 120


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
    source_name: str  # what its readers call the source language


@dataclass(frozen=True)
class Sheet:
    """All that compose needs for one imprint, cut down to what its audience reads."""

    edition: Edition
    brand: Brand
    handout: Handout
    voices: tuple[Voice, ...]  # that stand together, the leading one first
    languages: tuple[Language, ...]  # of the edition
    source: Language
    source_title: str  # plain text
    available: tuple[Language, ...]  # in which this handout exists
    paper: Paper
    identifier: str  # of the inputs: the same inputs give the same bytes
    date: str  # ISO 8601, of the PDF

    @property
    def language(self) -> Language:
        """The leading language."""
        return self.voices[0].language

    @property
    def phrases(self) -> Mapping[str, Phrase]:
        """The leading language's words by unit id."""
        return self.voices[0].phrases

    @property
    def is_translated(self) -> bool:
        """Whether it says anything in another language than the source."""
        return any(language != self.source for language in self.languages)

    @property
    def sides(self) -> tuple["Sheet", ...]:
        """The sheet for each side of a leaf; one for all where the voices stand together."""
        if self.edition.layout != "duplex":
            return (self,)
        return tuple(replace(self, voices=(voice,)) for voice in self.voices)

    @property
    def is_leading(self) -> bool:
        """Whether the leading language speaks here: places that links lead to are there."""
        return self.language == self.languages[0]

    @property
    def audience(self) -> str:
        """Who reads, as fixed words."""
        return audience_words(self.edition.audience)


@dataclass(frozen=True)
class Master:
    """A typeset edition and what the engine knows of it."""

    pdf: bytes
    pages: int
    families: tuple[str, ...]  # font families that the style names
    floor: float  # points: no character may be smaller
    foreign: tuple[tuple[str, str], ...]  # text and language, where it differs from around it
    links: tuple[tuple[str, str], ...]  # target and text


@dataclass(frozen=True)
class Promise:
    """What a PDF must keep; None where it promised nothing (a file from elsewhere)."""

    path: str  # of the PDF, for findings
    title: str
    author: str
    language: str
    headings: tuple[tuple[str, ...], ...]  # plain text, in order, of each side
    texts: tuple[tuple[str, str], ...]  # unit id and plain text
    foreign: tuple[tuple[str, str], ...]  # text and language
    links: tuple[tuple[str, str], ...]  # target and text
    families: tuple[str, ...]
    floor: float  # points


@dataclass(frozen=True)
class Box:
    """A rectangle in points from the page's lower left corner."""

    left: float
    bottom: float
    right: float
    top: float


@dataclass(frozen=True)
class Run:
    """A piece of text as it stands on the page; `size` in points, as drawn."""

    page: int  # from 1
    text: str
    size: float


@dataclass(frozen=True)
class Mark:
    """Ink on a page: a text run, a path or an image."""

    page: int
    kind: str  # "text", "path", "image", "shading"
    box: Box


@dataclass(frozen=True)
class Font:
    """A font of the PDF."""

    family: str
    embedded: bool
    notdef: tuple[int, ...] = ()  # pages that show its glyph 0


@dataclass(frozen=True)
class Element:
    """A structure element; `language` is its own or the nearest ancestor's."""

    tag: str
    language: str
    around: str  # the language of the element around it
    text: str
    alt: str = ""  # what a picture shows


@dataclass(frozen=True)
class Link:
    """A link annotation; `text` is that of its structure element."""

    page: int
    target: str
    contents: str
    text: str


@dataclass(frozen=True)
class Violation:
    """A rule of PDF/UA-1 that the file breaks, as the checker says it."""

    rule: str
    message: str


@dataclass(frozen=True)
class Facts:
    """What a PDF says of itself; the checks ask nothing else."""

    title: str
    author: str
    language: str
    pages: tuple[tuple[float, float], ...]  # width and height in points
    bookmarks: tuple[str, ...]
    runs: tuple[Run, ...]
    marks: tuple[Mark, ...]
    fonts: tuple[Font, ...]
    elements: tuple[Element, ...]
    links: tuple[Link, ...]
    body: str  # text of the structure in reading order, margin boxes left out
    active: tuple[str, ...]  # what acts or is attached: "/JavaScript", "/Launch", …
    strings: tuple[str, ...]  # every text string outside the pages' content
    violations: tuple[Violation, ...]
    traces: tuple[str, ...] = ()  # of this machine, which no PDF may hold


@dataclass(frozen=True)
class Library:
    """What the workspace says, as far as a run needs it."""

    handouts: Mapping[str, Handout]
    catalogues: Mapping[tuple[str, str], Catalogue]  # (handout, language)
    words: Mapping[str, Catalogue]  # by language
    brands: Mapping[str, Brand]
    languages: Mapping[str, Language]
    fixed_words: tuple[str, ...] = ()  # of the templates, in English
    audiences: tuple[str, ...] = ()
    source: str = "en"
    available: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # languages by handout
