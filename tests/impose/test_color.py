"""Colours of screens in inks of a press."""

import pytest

from plainleaf.impose.color import from_lab, of_brand, of_rgb, to_cmyk
from plainleaf.model import Inks, Spot

SPOT = Spot("PANTONE 286 C", (100, 66, 0, 2))
BLUE = (0, 51 / 255, 160 / 255)
STEPS = (0, 0.2, 0.5, 0.8, 1)
CUBE = [(red, green, blue) for red in STEPS for green in STEPS for blue in STEPS]


@pytest.mark.parametrize(
    ("rgb", "cmyk"),
    [
        ((1, 1, 1), (0, 0, 0, 0)),
        ((0, 0, 0), (0, 0, 0, 1)),
        ((0.4, 0.4, 0.4), (0, 0, 0, 0.6)),
        ((1, 0, 0), (0, 1, 1, 0)),
        ((0, 0.2, 0.6), (0.6, 0.4, 0, 0.4)),
    ],
    ids=["white", "black", "grey", "red", "navy"],
)
def test_grey_part_is_black_ink(rgb: tuple[float, ...], cmyk: tuple[float, ...]) -> None:
    assert to_cmyk(rgb) == pytest.approx(cmyk)


def test_the_standards_way_back_leads_to_the_same_colour() -> None:
    back = [[1 - min(1, ink + k) for ink in (c, m, y)] for c, m, y, k in map(to_cmyk, CUBE)]
    assert back == [pytest.approx(rgb) for rgb in CUBE]


def test_no_colour_takes_more_ink_than_paper_bears() -> None:
    assert max(sum(to_cmyk(rgb)) for rgb in CUBE) == 2


@pytest.mark.parametrize(
    ("inks", "channels", "is_spot"),
    [
        (Inks(), BLUE, False),
        (Inks(cmyk=True), to_cmyk(BLUE), False),
        (Inks(spot=SPOT, brand=("#0033a0",)), (1,), True),
        (Inks(cmyk=True, spot=SPOT, brand=("#0033a0",)), (1, 0.66, 0, 0.02), False),
        (Inks(spot=SPOT, brand=("#0033a1",)), BLUE, False),
        (None, BLUE, False),
    ],
    ids=["RGB", "CMYK", "spot", "spot as CMYK", "another colour", "mask"],
)
def test_brands_colour_in_a_drawing(
    inks: Inks | None, channels: tuple[float, ...], is_spot: bool
) -> None:
    assert of_rgb(BLUE, inks) == (channels, is_spot)


@pytest.mark.parametrize("grey", [(0.5, 0.5, 0.5), (0.5, 0.501, 0.5)])
def test_grey_is_one_ink_whatever_the_others(grey: tuple[float, ...]) -> None:
    for inks in (Inks(), Inks(cmyk=True), Inks(spot=SPOT, brand=("#808080",))):
        assert of_rgb(grey, inks) == ((grey[1],), False)
    assert of_rgb(grey, None) == (grey, False)


@pytest.mark.parametrize(
    ("inks", "expected"),
    [
        (Inks(), (BLUE, False)),
        (Inks(spot=SPOT), ((0.5,), True)),
        (Inks(cmyk=True, spot=SPOT), ((0.5, 0.33, 0, 0.01), False)),
    ],
)
def test_tint_of_the_brands_colour(inks: Inks, expected: tuple[tuple[float, ...], bool]) -> None:
    assert of_brand(0.5, BLUE, inks) == expected


@pytest.mark.parametrize(
    ("lab", "white", "rgb"),
    [
        ((0, 0, 0), "d50", (0, 0, 0)),
        ((100, 0, 0), "d65", (1, 1, 1)),
        ((54.29, 80.8, 69.89), "d50", (1, 0, 0)),
        ((53.24, 80.09, 67.2), "d65", (1, 0, 0)),
        ((29.57, 68.3, -112.03), "d50", (0, 0, 1)),
        ((60, 200, 0), "d65", (1, 0, 0.61)),
    ],
    ids=["black", "white", "red", "red by daylight", "blue", "beyond a screen's"],
)
def test_lab_is_a_screens_colour(
    lab: tuple[float, ...], white: str, rgb: tuple[float, ...]
) -> None:
    assert from_lab(lab, white) == pytest.approx(rgb, abs=0.01)
