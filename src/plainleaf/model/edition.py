"""What is made of it: editions, brands, and the sheet that is typeset."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from plainleaf.model.brand import Brand
from plainleaf.model.facts import Sight
from plainleaf.model.fold import FOLDS, Fold, Format, layouts_of
from plainleaf.model.paper import Paper
from plainleaf.model.slot import Shape, Slot
from plainleaf.model.text import (
    Catalogue,
    Handout,
    Language,
    Phrase,
    Unit,
    Voice,
    audience_words,
)

SENTINEL = "#12ab34"
"""Stands for the brand's colour while a master is typeset; nobody else uses it."""


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
    def has_short_back(self) -> bool:
        """Whether its back leaves to the full sheet what need not stand in two languages."""
        fold = FOLDS.get(self.format)
        return len(self.languages) > 1 and fold is not None and fold.short_back

    def has_sources(self, shape: Shape) -> bool:
        """Whether it names its sources; beside a brand, a short back has no room for them."""
        return not (self.has_short_back and shape.organization)

    @property
    def name(self) -> str:
        """The natural file name, without an ending; it names a layout other than the default."""
        languages = "+".join(self.languages)
        if self.layout not in ("", layouts_of(self.format, self.size)[0]):
            languages += f"-{self.layout}"
        parts = (self.handout, languages, self.audience, self.size, self.format, self.paper)
        return "_".join(parts)


@dataclass(frozen=True, order=True)
class Imprint:
    """An edition carrying a brand: one PDF in build/, and what goes to a print shop with it."""

    brand: str
    edition: Edition
    for_press: bool = False  # its press sheets are asked for, even where it does not fold
    with_ticket: bool = False

    @property
    def path(self) -> str:
        """The file's place below build/."""
        return f"{self.brand}/{self.edition.name}.pdf"

    @property
    def press(self) -> str | None:
        """The place of its press sheets, where it has some: what folds always does."""
        has_some = self.for_press or self.edition.format in FOLDS
        return self.place("print") if has_some else None

    @property
    def ticket(self) -> str | None:
        """The place of the ticket that tells how to print them, where one is asked for."""
        return self.place("ticket") if self.with_ticket else None

    def place(self, kind: str) -> str:
        """Return where a file goes that lies beside the PDF."""
        return f"{self.brand}/{self.edition.name}.{kind}.pdf"


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
class Sheet:
    """All that compose needs for one imprint, cut down to what its audience reads."""

    edition: Edition
    shape: Shape
    handout: Handout
    voices: tuple[Voice, ...]  # that stand together, the leading one first
    languages: tuple[Language, ...]  # of the edition
    source: Language
    source_title: str  # plain text
    available: tuple[Language, ...]  # in which this handout exists
    paper: Paper
    format: Format
    identifier: str  # of the inputs: the same inputs give the same bytes
    date: str  # ISO 8601, of the PDF

    @property
    def fold(self) -> Fold | None:
        """How its format folds, if it does."""
        return self.format.fold

    @property
    def has_sources(self) -> bool:
        """Whether it names its sources."""
        return self.edition.has_sources(self.shape)

    @property
    def printed_units(self) -> tuple[Unit, ...]:
        """All units that stand on paper."""
        left_out = () if self.has_sources else self.handout.sources
        return tuple(unit for unit in self.handout.printed_units if unit not in left_out)

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
    def accent(self) -> str | None:
        """The colour of numbers, rules and headings: one that a stamp replaces."""
        return SENTINEL if self.shape.organization else None

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
    slots: tuple[Slot, ...] = ()  # that are open
    color: int = 0  # number of the object that says the brand's colour; 0 where there is none
    pictures: tuple[tuple[str, float], ...] = ()  # address and width, in CSS pixels
    torn: tuple[str, ...] = ()  # words that fit on no line, divided where nobody said


@dataclass(frozen=True)
class Promise:
    """What a PDF must keep; None where it promised nothing (a file from elsewhere)."""

    title: str
    author: str
    language: str
    headings: tuple[tuple[str, ...], ...]  # plain text, in order, of each side
    texts: tuple[tuple[str, str], ...]  # unit id and plain text
    foreign: tuple[tuple[str, str], ...]  # text and language
    links: tuple[tuple[str, str], ...]  # target and text
    families: tuple[str, ...]
    floor: float  # points
    color: str = ""  # "#rrggbb" of what is drawn in the brand's colour; empty where nothing is
    sights: tuple[Sight, ...] = ()  # what the brand shows: its logo, the code of its site


@dataclass(frozen=True)
class Library:
    """What the workspace says, as far as a run needs it."""

    handouts: Mapping[str, Handout]
    catalogues: Mapping[tuple[str, str], Catalogue]  # (handout, language)
    words: Mapping[str, Catalogue]  # by language
    brands: Mapping[str, Brand]
    languages: Mapping[str, Language]
    formats: Mapping[str, Format] = field(default_factory=dict)
    format_names: tuple[str, ...] = ()  # all there are
    fixed_words: tuple[str, ...] = ()  # of the templates, in English
    audiences: tuple[str, ...] = ()
    source: str = "en"
    available: Mapping[str, tuple[Language, ...]] = field(default_factory=dict)  # by handout
    lacking: frozenset[str] = frozenset()  # letters of its texts that no font here prints

    def translated(self, editions: Iterable[Edition]) -> Iterator[tuple[Handout, Catalogue]]:
        """Yield each handout with each of its catalogues that editions need."""
        for key in sorted({(each.handout, code) for each in editions for code in each.languages}):
            if key[0] in self.handouts and key in self.catalogues:
                yield self.handouts[key[0]], self.catalogues[key]
