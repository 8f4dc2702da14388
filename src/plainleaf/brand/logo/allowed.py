"""What a logo may be, and a picture of a text: their limits, a row each."""

from dataclasses import dataclass

from plainleaf.model import (
    MOST_LOGO_BYTES,
    MOST_PICTURE_BYTES,
    MOST_PICTURE_SVG_BYTES,
    MOST_SVG_BYTES,
)


@dataclass(frozen=True)
class Allowed:
    """How much the gate takes of a thing that is drawn, and what it makes of it."""

    what: str  # in the words and the codes of its faults
    kinds: str  # in words
    most_bytes: int
    most_svg_bytes: int
    most_pixels: int
    kept_side: int  # pixels
    most_elements: int  # of an SVG, and those that are drawn
    most_points: int  # of all its paths
    is_stamped: bool  # drawn into a slot, so objects of a PDF are made of it; else by the engine


LOGO = Allowed(
    what="logo",
    kinds="SVG, PDF, PNG or JPEG",
    most_bytes=MOST_LOGO_BYTES,
    most_svg_bytes=MOST_SVG_BYTES,
    most_pixels=6_000_000,
    kept_side=1_600,  # 600 dots an inch on 68 mm
    most_elements=5_000,
    most_points=50_000,
    is_stamped=True,
)
PICTURE = Allowed(
    what="picture",
    kinds="SVG, PNG or JPEG",
    most_bytes=MOST_PICTURE_BYTES,
    most_svg_bytes=MOST_PICTURE_SVG_BYTES,
    most_pixels=50_000_000,  # a telephone's photograph as it is
    kept_side=2_000,  # 320 dots an inch on the 157 mm of a sheet
    most_elements=20_000,
    most_points=300_000,
    is_stamped=False,
)
