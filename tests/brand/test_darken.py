import colorsys
import itertools
import time

import pytest
from coloraide import Color

from plainleaf.brand.darken import contrast_on_white, darken, read_color

STEPS = ("00", "33", "66", "99", "cc", "ff")
CUBE = [f"#{red}{green}{blue}" for red, green, blue in itertools.product(STEPS, repeat=3)]
ROUNDING = 6.0  # degrees that #rrggbb may turn the hue of a dark colour
GREY = 0.05  # of chroma: below it the eye sees no hue


@pytest.mark.parametrize("least", [4.5, 7.0])
@pytest.mark.parametrize(
    "color",
    ["#ffff00", "#ffffff", "#00ffff", "#ffcc00", "#ff00ff", "#00ff00", "#777777", "#fefefe"],
    ids=["yellow", "white", "cyan", "gold", "magenta", "green", "grey", "nearly white"],
)
def test_light_colour_just_reaches_the_contrast(color: str, least: float) -> None:
    assert least <= contrast_on_white(darken(color, least)) < least + 0.1


@pytest.mark.parametrize("least", [4.5, 7.0])
def test_any_colour_reaches_the_contrast_in_its_hue(least: float) -> None:
    turned = {}
    for color in CUBE:
        used = darken(color, least)
        assert contrast_on_white(used) >= least
        given, printed = Color(color).convert("oklch"), Color(used).convert("oklch")
        assert printed["lightness"] <= given["lightness"]
        assert printed["chroma"] <= given["chroma"] + 0.01
        if printed["chroma"] > GREY:
            apart = abs(given["hue"] - printed["hue"])
            turned[color] = min(apart, 360 - apart)
    assert len(turned) > 150
    assert {color: apart for color, apart in turned.items() if apart > ROUNDING} == {}


@pytest.mark.parametrize("color", ["#000000", "#0b5563", "#767676"])
def test_dark_colour_stays(color: str) -> None:
    assert darken(color, 4.5) == color


def test_more_is_darker() -> None:
    assert [darken("#ffcc00", least) for least in (1, 4.5, 7, 21)] == [
        "#ffcc00",
        "#917300",
        "#6e5600",
        "#000000",
    ]


@pytest.mark.parametrize(
    ("text", "color"),
    [
        ("#0B5563", "#0b5563"),
        ("#fc0", "#ffcc00"),
        ("#fc0f", "#ffcc00"),
        ("RebeccaPurple", "#663399"),
        ("rgb(255, 204, 0)", "#ffcc00"),
        ("rgb(100% 80% 0%)", "#ffcc00"),
        ("hsl(48 100% 50%)", "#ffcc00"),
        ("hwb(48 0% 0%)", "#ffcc00"),
        ("color(display-p3 0 1 0)", "#00f74f"),
        ("#fc08", None),
        ("rgb(1 2 3 / 0.5)", None),
        ("rgb(1 2 3 / none)", None),
        ("transparent", None),
        ("currentcolor", None),
        ("inherit", None),
        ("none", None),
        ("", None),
        ("#ggg", None),
        ("0b5563", None),
        ("red blue", None),
        ("var(--x)", None),
        ("red;} @font-face{src:url(//x)} x{a:b", None),
        ("</style><img src=x>", None),
        ("rgb(" + "(" * 50, None),
        ("#0b5563\n", None),
        ("rgb(1 2 3)" + " " * 100_000, None),
    ],
    ids=repr,
)  # fmt: skip
def test_colour_is_one_of_css_that_hides_what_is_behind(text: str, color: str | None) -> None:
    started = time.process_time()
    assert (read_color(text), time.process_time() - started < 2) == (color, True)


@pytest.mark.parametrize("hue", range(0, 360, 15))
def test_each_hue_is_read_and_darkened(hue: int) -> None:
    red, green, blue = colorsys.hls_to_rgb(hue / 360, 0.5, 1)
    expected = f"#{round(red * 255):02x}{round(green * 255):02x}{round(blue * 255):02x}"
    assert read_color(f"hsl({hue} 100% 50%)") in (expected, *_near(expected))


def _near(color: str) -> list[str]:
    """Return the colours one step of rounding away."""
    values = [int(color[i : i + 2], 16) for i in (1, 3, 5)]
    steps = itertools.product((-1, 0, 1), repeat=3)
    moved = [[value + step for value, step in zip(values, each, strict=True)] for each in steps]
    return ["#" + "".join(f"{value:02x}" for value in each) for each in moved if min(each) >= 0]


@pytest.mark.parametrize(
    ("color", "contrast"),
    [("#000000", 21.0), ("#ffffff", 1.0), ("#767676", 4.54), ("#ff0000", 4.0)],
    ids=["black", "white", "the grey of WCAG", "red"],
)
def test_contrast_is_that_of_wcag(color: str, contrast: float) -> None:
    assert contrast_on_white(color) == pytest.approx(contrast, abs=0.005)
