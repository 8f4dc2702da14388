"""An organization whose name a handout carries: name, logo, colours, contact."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from plainleaf.model.drawn import NO_PIXELS, Pixels, Thing
from plainleaf.model.press import Spot

PLAIN = "plain"
"""The name of the brand that stands for no organization."""

LIGHT, DARK, ONE_COLOR = "light", "dark", "one-color"
"""What a picture of a logo is made for: white paper, a dark ground, one ink."""

ON_WHITE, ON_BLACK = "white", "black"
"""What a logo is printed on."""

LOGO_SIZES = ("small", "medium", "large")

MOST_LOGO_BYTES, MOST_SVG_BYTES = 4_000_000, 400_000
"""Of a logo's file, wherever it is read, and of one in SVG."""

MOST_PICTURE_BYTES, MOST_PICTURE_SVG_BYTES = 25_000_000, 2_000_000
"""The same for a picture of a text."""


@dataclass(frozen=True)
class Contact:
    """How a reader reaches an organization, in one language."""

    phone: str = ""
    lines: tuple[str, ...] = ()


@dataclass(frozen=True)
class Picture:
    """A file with a logo, as the brand names it; nobody has looked into it."""

    path: str  # workspace path
    alt: str


@dataclass(frozen=True)
class Drawing:
    """A logo or picture that has passed the gate: drawn anew from what is allowed."""

    kind: str  # "svg", "png" or "jpeg"
    data: bytes
    width: float  # in pixels, or user units of an SVG
    height: float
    contrast: float  # WCAG ratio of its faintest main colour on white, 1 to 21
    colors: tuple[
        str, ...
    ] = ()  # "#rrggbb", the one that covers most first; neither white nor grey
    notes: tuple[str, ...] = ()  # what was changed on the way, in words for the user
    operators: str = ""  # of a PDF, down from its corner; empty where pixels are drawn
    image: tuple[Thing, ...] = ()  # what the operators draw as /L, where it is of pixels
    pixels: Pixels = NO_PIXELS  # what it must look like in print
    contrast_on_black: float = 21.0
    on: str = ON_WHITE  # where more of it shows: ON_BLACK if white takes most away

    @cached_property
    def digest(self) -> str:
        """What tells it from others."""
        return hashlib.sha256(self.kind.encode() + self.data).hexdigest()


@dataclass(frozen=True)
class Paint:
    """A colour role of a brand: as it was given, and as it is printed."""

    role: str
    given: str  # "#rrggbb"
    used: str  # "#rrggbb", dark enough for its role


@dataclass(frozen=True)
class Brand:
    """An organization whose name a handout carries."""

    name: str
    title: str = ""
    path: str = ""  # of its _brand.yml
    pictures: Mapping[tuple[str, str], Picture] = field(default_factory=dict)  # by size and ground
    paints: tuple[Paint, ...] = ()
    palette: Mapping[str, str] = field(default_factory=dict)  # "#rrggbb" by name
    contacts: Mapping[str, Contact] = field(default_factory=dict)
    disclaimer: str = ""
    partners: tuple[str, ...] = ()  # names of organizations that stand behind it too
    site: str = ""  # https address below which each handout has a page of its own
    clear_space: float = 0.25  # room around the logo, as a share of its height
    minimum_width: float = 0.0  # mm that the logo takes at least
    logo_on: str = ""  # ON_WHITE or ON_BLACK, where the brand says it
    spot: Spot | None = None  # the ink that prints its colour on a press

    @property
    def color(self) -> str | None:
        """The colour of numbers, rules and headings, as it is printed; None for black."""
        return next((paint.used for paint in self.paints if paint.role == "primary"), None)

    @property
    def shades(self) -> tuple[str, ...]:
        """What stands for its colour in drawings: as it was given, and as it is printed."""
        roles = (paint for paint in self.paints if paint.role == "primary")
        return tuple(shade.lower() for paint in roles for shade in (paint.given, paint.used))

    @property
    def texts(self) -> tuple[tuple[str, int | None, str], ...]:
        """What it says in print, with its field in _brand.yml, and its place in a list there."""
        extra = "defaults.plainleaf"
        lists = {f"{extra}.partners": self.partners}
        lists |= {f"{extra}.contact.{code}.lines": c.lines for code, c in self.contacts.items()}
        listed = ((field, *row) for field, texts in lists.items() for row in enumerate(texts))
        return (
            ("meta.name", None, self.title),
            (f"{extra}.disclaimer", None, self.disclaimer),
            *listed,
        )

    def picture(self, size: str, ground: str = LIGHT) -> Picture | None:
        """Return the picture of the logo made for a size, else for the nearest one."""
        place = LOGO_SIZES.index(size)
        nearest = sorted(LOGO_SIZES, key=lambda name: abs(LOGO_SIZES.index(name) - place))
        found = (self.pictures.get((name, ground)) for name in nearest)
        return next((picture for picture in found if picture), None)

    def contact(self, language: str) -> Contact:
        """Return the contact in `language`, else in English, else an empty one."""
        return self.contacts.get(self.contact_language(language)) or Contact()

    def contact_language(self, language: str) -> str:
        """Return the language that the contact for readers of `language` is written in."""
        if language in self.contacts or "en" in self.contacts or not self.contacts:
            return language if language in self.contacts else "en"
        return next(iter(self.contacts))

    def phone(self, language: str) -> str:
        """Return the telephone number for readers of `language`, else any there is."""
        wanted = (self.contact(language), *self.contacts.values())
        return next((contact.phone for contact in wanted if contact.phone), "")

    def page_of(self, handout: str) -> str:
        """Return the address of a handout's page at its site; empty without a site."""
        return f"{self.site.rstrip('/')}/{handout}" if self.site else ""
