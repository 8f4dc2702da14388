import pytest
from PIL import Image, ImageDraw

from plainleaf.brand.logo.look import Look, look_of
from plainleaf.model import ON_BLACK, ON_WHITE

CLEAR = (255, 255, 255, 0)
NAVY, WHITE, YELLOW, GREY = "#003366", "#ffffff", "#ffff00", "#999999"
LEFT, RIGHT, MIDDLE, ALL = (5, 5, 35, 35), (60, 5, 95, 35), (30, 10, 70, 30), (0, 0, 100, 40)

Boxes = list[tuple[tuple[int, int, int, int], str]]

LOOKS: dict[str, tuple[Boxes, Look]] = {
    "one colour": ([(LEFT, NAVY)], Look(12.61, 1.67, ON_WHITE, (NAVY,))),
    "white that nobody sees": ([(LEFT, WHITE)], Look(1, 21, ON_BLACK)),
    "a white word beside a sign": (
        [(LEFT, NAVY), (RIGHT, WHITE)],
        Look(1, 1.67, ON_WHITE, (NAVY,)),
    ),
    "a fine white word beside a sign": (
        [(LEFT, NAVY), ((60, 20, 95, 20), WHITE)],
        Look(1, 1.67, ON_WHITE, (NAVY,)),
    ),
    "a white word on a dark box": (
        [(ALL, NAVY), (MIDDLE, WHITE)],
        Look(12.61, 12.61, ON_WHITE, (NAVY,)),
    ),
    "a pale colour beside a dark one": (
        [(LEFT, NAVY), (RIGHT, YELLOW)],
        Look(1.07, 1.67, ON_WHITE, (YELLOW, NAVY)),
    ),
    "a grey, which has no hue": ([(LEFT, GREY)], Look(2.85, 7.37, ON_WHITE)),
    "lines": ([((5, 20, 95, 20), NAVY)], Look(12.61, 1.67, ON_WHITE, (NAVY,))),
}


def picture(boxes: Boxes) -> Image.Image:
    image = Image.new("RGBA", (100, 40), CLEAR)
    for box, color in boxes:
        ImageDraw.Draw(image).rectangle(box, fill=color)
    return image


@pytest.mark.parametrize(("boxes", "look"), LOOKS.values(), ids=LOOKS)
def test_a_logo_is_read_as_it_looks_on_paper(boxes: Boxes, look: Look) -> None:
    assert look_of(picture(boxes)) == look


def test_white_of_a_picture_without_transparency_is_paper() -> None:
    image = picture([(LEFT, NAVY)])
    paper = Image.new("RGB", image.size, WHITE)
    paper.paste(image, mask=image)
    assert look_of(paper) == Look(12.61, 12.61, ON_WHITE, (NAVY,))
