"""What a proof shows: a value that holds everything, so that drawing it reads nothing."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from plainleaf.errors import Finding
from plainleaf.model import Brand, Drawing, Language

DPI = 300
"""Of the pictures of texts that are handed in: it says how large they are printed."""


@dataclass(frozen=True)
class Pages:
    """A handout that carries the brand, as small pictures."""

    name: str  # of its file
    count: int  # of all its pages
    pictures: tuple[bytes, ...]  # PNG, of the first ones


@dataclass(frozen=True)
class ProofSheet:
    """A brand as it will be printed."""

    brand: Brand
    paper: str = "letter"
    drawings: Mapping[tuple[str, str], Drawing] = field(default_factory=dict)  # size and ground
    heights: tuple[float, float] = (12.0, 20.0)  # mm of the logo: the lowest and the highest
    languages: Mapping[str, Language] = field(default_factory=dict)  # of the contacts
    contact_pictures: Mapping[str, bytes] = field(default_factory=dict)  # PNG, by language
    text_pictures: Mapping[str, bytes] = field(default_factory=dict)  # PNG, by text
    pages: Pages | None = None
    findings: tuple[Finding, ...] = ()
    fonts: tuple[str, ...] = ()  # further folders
