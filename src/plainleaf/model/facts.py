"""What a PDF says of itself."""

from dataclasses import dataclass

from plainleaf.model.color import RGB, contrast
from plainleaf.model.drawn import Pixels


@dataclass(frozen=True)
class Box:
    """A rectangle in points from the page's lower left corner."""

    left: float
    bottom: float
    right: float
    top: float


MOST_APART = 0.15
"""Of light, in a small part of what is seen and what must be: edges may fall otherwise, shapes
and colours do not."""


@dataclass(frozen=True)
class Sight:
    """What must be seen at a place; lengths from the upper left corner of a slot, in CSS pixels,
    or of a page, in points.
    """

    name: str
    left: float
    top: float
    width: float
    height: float
    pixels: Pixels
    ground: RGB
    page: int = 0  # from 1


@dataclass(frozen=True)
class Run:
    """A piece of text as it stands on the page; `size` in points, as drawn.

    A photocopy shows it in `grey` on `ground`, where it is hardest to see: 0 is black, 255 white.
    `cut` is how far it reaches, in points, beyond what it may be drawn within.
    """

    page: int  # from 1
    text: str
    size: float
    grey: int = 0
    ground: int = 255
    cut: float = 0.0
    is_invisible: bool = False  # drawn in the mode that leaves no ink

    @property
    def contrast(self) -> float:
        """That of its greys, by WCAG 2."""
        return contrast((self.grey,) * 3, (self.ground,) * 3)


@dataclass(frozen=True)
class Mark:
    """Ink on a page: a text run, a path or an image."""

    page: int
    kind: str  # "text", "path", "image", "shading"
    box: Box
    text: str = ""  # what a text run says


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
    press: tuple[str, ...] | None = None  # runs of text on the press sheets, where there are any
    traces: tuple[str, ...] = ()  # of this machine, which no PDF may hold
    color: str = ""  # "#rrggbb" of what is drawn in the brand's colour; empty where nothing is
    apart: tuple[float, ...] = ()  # how far each promised sight is from what is seen, 0 to 1
