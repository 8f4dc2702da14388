"""What a proof shows: a value that holds everything, so that drawing it reads nothing."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from plainleaf.errors import Finding
from plainleaf.model import Brand, Language
from plainleaf.stamp.appearance import Appearance

DPI = 300
"""Of the pictures of texts that are handed in: it says how large they are printed."""

ROOM = 1.25
"""Height of a logo's slot for a logo one high, as styles/base/parts.css has it."""


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
    logos: tuple[Appearance, ...] = ()  # as it is printed in the lowest and the highest slot
    heights: tuple[float, float] = (12.0, 20.0)  # mm that styles give a logo in these
    languages: Mapping[str, Language] = field(default_factory=dict)  # of the contacts
    contact_pictures: Mapping[str, bytes] = field(default_factory=dict)  # PNG, by language
    text_pictures: Mapping[str, bytes] = field(default_factory=dict)  # PNG, by text
    pages: Pages | None = None
    findings: tuple[Finding, ...] = ()
    fonts: tuple[str, ...] = ()  # further folders
