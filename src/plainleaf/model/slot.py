"""Slots: the places of a master that a brand fills, and the blocks that fill them."""

import hashlib
import json
from dataclasses import dataclass, fields
from functools import cached_property

from plainleaf.model.brand import Brand
from plainleaf.model.drawn import Thing
from plainleaf.model.facts import Sight

LOGO, CODE, ADDRESS = "logo", "code", "address"
"""Slots that hold no text: the organization's logo, the QR code of its site, the link there."""

UNSEEN = dict.fromkeys(map(ord, "\u00ad\u200e\u2060\u2066\u2067\u2068\u2069"))
"""Marks, joiners and isolates: what keeps words whole and in their order, and says nothing."""

NOWHERE = "https://slot.invalid/"
"""Where the link of an open slot leads."""


@dataclass(frozen=True, order=True)
class Shape:
    """Which slots a master has open; without an organization it has none."""

    organization: bool = False
    phone: bool = False
    disclaimer: bool = False
    site: bool = False

    @classmethod
    def of(cls, brand: Brand) -> "Shape":
        """Return the shape of the masters that a brand fits."""
        contacts = brand.contacts.values()
        return cls(
            organization=bool(brand.title),
            phone=any(contact.phone for contact in contacts),
            disclaimer=bool(brand.disclaimer),
            site=bool(brand.site),
        )

    @property
    def name(self) -> str:
        """The names of what it has, for keys."""
        return "+".join(name for name, value in vars(self).items() if value) or "plain"


@dataclass(frozen=True)
class SlotText:
    """What stands in a slot: words, or the words for what is drawn there."""

    text: str
    language: str
    direction: str
    is_drawn: bool = False  # it is a picture, which the words stand for

    @property
    def aloud(self) -> str:
        """The words in the order of reading, where a reader may turn what is drawn round."""
        if self.is_drawn or self.direction == "ltr":
            return ""
        return self.text.translate(UNSEEN)


@dataclass(frozen=True)
class Slot:
    """A place in a master, measured when it was typeset; lengths in CSS pixels."""

    name: str  # "logo", "phone", "contact", "disclaimer", "code", "address"
    language: str  # of the voice around it
    direction: str
    width: float
    height: float
    style: str  # CSS of its text
    form: int  # number of the object that is drawn there
    element: int = 0  # of its structure element; 0 where the file has no structure
    tags: str = ""  # that element's entries, /S and what says more of it left out
    annotation: int = 0  # of its link
    link: str = ""  # that link's entries, /Contents and /A left out
    page: int = 0  # on which it stands, from 1
    left: float = 0.0  # from the page's upper left corner
    top: float = 0.0


@dataclass(frozen=True)
class Setting:
    """Words to set in the room of a slot; equal ones share a block. Lengths in CSS pixels."""

    text: str
    language: str
    direction: str
    side: str  # "left" or "right": where lines begin
    width: float
    style: str

    @cached_property
    def digest(self) -> str:
        """What tells it from others."""
        names = (field.name for field in fields(self))
        said = json.dumps([getattr(self, name) for name in names])
        return hashlib.sha256(said.encode()).hexdigest()


@dataclass(frozen=True)
class BrandBlock:
    """What fills a slot: operators for a form, in CSS pixels down from its upper left corner."""

    content: bytes
    width: float
    height: float  # that it takes
    resources: bytes = b"<<>>"  # may refer to `things` as they do to each other
    things: tuple[Thing, ...] = ()
    of: str = ""  # digest of the words, drawing or address that it was made of
    families: tuple[str, ...] = ()  # of the fonts of its words


@dataclass(frozen=True)
class Filling:
    """A block for a slot: drawn `scale` times as large, from `left` and `top` on."""

    block: BrandBlock
    said: SlotText
    left: float = 0.0  # CSS pixels
    top: float = 0.0
    scale: float = 1.0
    owner: str = ""  # whose it is: a brand, or "brand/handout" of what leads to one page
    digest: str = ""  # of all that is drawn
    sight: Sight | None = None  # what must be seen there, where it is drawn
