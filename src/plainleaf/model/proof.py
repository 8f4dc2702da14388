"""What a brand's office looks at before it signs: a sheet about the brand itself."""

from dataclasses import dataclass

from plainleaf.model.brand import Brand, Contact
from plainleaf.model.paper import Paper
from plainleaf.model.text import Language


@dataclass(frozen=True)
class ShownLogo:
    """A logo in one of its printed sizes; lengths in millimetres."""

    name: str  # of the size
    width: float
    height: float
    edge: float  # that its ground reaches beyond it
    clear: float  # around both
    on: str  # ON_WHITE or ON_BLACK


@dataclass(frozen=True)
class ShownColor:
    """A colour as it was given and as it is printed, with the contrast of each on white."""

    name: str
    given: str  # "#rrggbb"
    used: str
    given_contrast: float
    used_contrast: float
    ink: str = ""  # that prints it on a press


@dataclass(frozen=True)
class Proof:
    """All that compose needs for the page that an office signs."""

    brand: Brand
    paper: Paper
    language: Language  # that it is written in
    logos: tuple[ShownLogo, ...] = ()  # the smallest first; none where the name stands for it
    colors: tuple[ShownColor, ...] = ()
    contacts: tuple[tuple[Language, Contact], ...] = ()
    pages: tuple[str, ...] = ()  # addresses of pictures of a handout's first pages
    handout: str = ""  # what that handout is
    count: int = 0  # of all its pages
    findings: tuple[str, ...] = ()
