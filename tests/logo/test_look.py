import pytest
from PIL import Image, ImageDraw

from plainleaf.logo.look import look_of

CLEAR = (255, 255, 255, 0)
NAVY, WHITE, YELLOW, GREY = "#003366", "#ffffff", "#ffff00", "#999999"
LEFT, RIGHT, MIDDLE, ALL = (5, 5, 35, 35), (60, 5, 95, 35), (30, 10, 70, 30), (0, 0, 100, 40)

Boxes = list[tuple[tuple[int, int, int, int], str]]

LOOKS: dict[str, tuple[Boxes, tuple[str, ...], float]] = {
    "one colour": ([(LEFT, NAVY)], (NAVY,), 12.61),
    "white that nobody sees": ([(LEFT, WHITE)], (), 1),
    "a white word beside a sign": ([(LEFT, NAVY), (RIGHT, WHITE)], (NAVY,), 1),
    "a white word on a dark box": ([(ALL, NAVY), (MIDDLE, WHITE)], (NAVY,), 12.61),
    "a pale colour beside a dark one": ([(LEFT, NAVY), (RIGHT, YELLOW)], (YELLOW, NAVY), 1.07),
    "a grey, which has no hue": ([(LEFT, GREY)], (), 2.85),
    "lines": ([((5, 20, 95, 20), NAVY)], (NAVY,), 12.61),
}


def picture(boxes: Boxes) -> Image.Image:
    image = Image.new("RGBA", (100, 40), CLEAR)
    for box, color in boxes:
        ImageDraw.Draw(image).rectangle(box, fill=color)
    return image


@pytest.mark.parametrize(("boxes", "colors", "contrast"), LOOKS.values(), ids=LOOKS)
def test_a_logo_is_read_as_it_looks_on_white(
    boxes: Boxes, colors: tuple[str, ...], contrast: float
) -> None:
    assert look_of(picture(boxes)) == (colors, contrast)


def test_white_of_a_picture_without_transparency_is_paper() -> None:
    image = picture([(LEFT, NAVY)])
    paper = Image.new("RGB", image.size, WHITE)
    paper.paste(image, mask=image)
    assert look_of(paper) == ((NAVY,), 12.61)
