"""What a logo is to be printed on: black where white takes most away, and black nothing."""

import pytest

from plainleaf.brand.logo import examine
from tests.brand.logo.shapes import SHAPES, flat, png

PALE = {
    "white",
    "white fine lines",
    "white, half seen through",
    "white name beside a small orange sign",
    "yellow words",
    "fading from white to yellow",
}
EXPECTED = {name: "black" if name in PALE else "white" for name in SHAPES}


def test_svg_is_printed_on_white_unless_that_takes_most_away() -> None:
    assert {name: examine(logo).on for name, logo in SHAPES.items()} == EXPECTED


@pytest.mark.parametrize("width", [200, 600])
def test_png_with_a_clear_ground_is_printed_as_the_svg(width: int) -> None:
    found = {name: examine(png(logo, width)).on for name, logo in SHAPES.items()}
    assert found == EXPECTED


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_picture_without_a_clear_ground_is_printed_on_white(kind: str) -> None:
    """Black around its own white helps nobody."""
    found = {name: examine(flat(logo, kind)).on for name, logo in SHAPES.items()}
    assert found == dict.fromkeys(SHAPES, "white")


def test_contrasts_tell_what_each_ground_takes_away() -> None:
    names = ("seal", "words beside a pale sign", "white", "white words beside a navy sign")
    drawings = (examine(SHAPES[name]) for name in names)
    assert [(drawing.contrast, drawing.contrast_on_black) for drawing in drawings] == [
        (1.21, 1.68),
        (1.13, 1.0),
        (1.0, 21.0),
        (1.0, 1.67),
    ]
