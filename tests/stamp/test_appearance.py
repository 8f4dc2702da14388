"""Which picture of a logo prints, on what, and what is said of it."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from plainleaf.errors import Finding, Severity
from plainleaf.model import (
    DARK,
    LIGHT,
    LOGO_SIZES,
    ON_BLACK,
    ON_WHITE,
    ONE_COLOR,
    Brand,
    Drawing,
    Picture,
)
from plainleaf.stamp.appearance import (
    FOR_DARK,
    HINTS,
    MEASURED,
    ONE_INK,
    PAIR,
    SAID,
    Appearance,
    about_ground,
    appearance_of,
)

NAVY = Drawing("svg", b"", 200, 100, contrast=12.6, contrast_on_black=1.7)
SEAL = replace(NAVY, contrast=1.2)  # navy letters and a pale ring
WHITE = replace(NAVY, contrast=1.0, contrast_on_black=21, on=ON_BLACK)
BLACK = replace(NAVY, contrast=21, contrast_on_black=1)

Shown = tuple[str, str, str]


def brand_with(*places: tuple[str, str], on: str = "") -> Brand:
    """Return a brand with pictures for these sizes and grounds, each named after its own."""
    pictures = {(size, ground): Picture(f"{size} {ground}", "") for size, ground in places}
    return Brand("tea", pictures=pictures, logo_on=on)


def shown(on: str = "", **drawings: Drawing) -> Shown | None:
    """Return the picture, ground and reason of a brand with drawings by what they are for."""
    by_ground = {name.replace("_", "-"): drawing for name, drawing in drawings.items()}
    brand = brand_with(*(("medium", ground) for ground in by_ground), on=on)
    by_path = {f"medium {ground}": drawing for ground, drawing in by_ground.items()}
    found = appearance_of(brand, 15, by_path)
    return (found.picture.path.removeprefix("medium "), found.on, found.why) if found else None


CASES: Mapping[str, tuple[Shown | None, Shown | None]] = {
    "dark letters": (shown(light=NAVY), (LIGHT, ON_WHITE, MEASURED)),
    "a seal": (shown(light=SEAL), (LIGHT, ON_WHITE, MEASURED)),
    "white": (shown(light=WHITE), (LIGHT, ON_BLACK, MEASURED)),
    "white, said white": (shown(ON_WHITE, light=WHITE), (LIGHT, ON_WHITE, SAID)),
    "dark letters, said black": (shown(ON_BLACK, light=NAVY), (LIGHT, ON_BLACK, SAID)),
    "a pair": (shown(light=NAVY, dark=WHITE), (LIGHT, ON_WHITE, PAIR)),
    "a pair with a seal": (shown(light=SEAL, dark=WHITE), (LIGHT, ON_WHITE, PAIR)),
    "a pair, exchanged": (shown(light=WHITE, dark=NAVY), (LIGHT, ON_WHITE, PAIR)),
    "a pair, said black": (shown(ON_BLACK, light=NAVY, dark=WHITE), (DARK, ON_BLACK, SAID)),
    "a pair, said white": (shown(ON_WHITE, light=NAVY, dark=WHITE), (LIGHT, ON_WHITE, SAID)),
    "a pair and one ink": (
        shown(light=SEAL, dark=WHITE, one_color=BLACK),
        (LIGHT, ON_WHITE, PAIR),
    ),
    "one ink that is not needed": (
        shown(light=NAVY, one_color=BLACK),
        (LIGHT, ON_WHITE, MEASURED),
    ),
    "one ink for a seal": (shown(light=SEAL, one_color=BLACK), (ONE_COLOR, ON_WHITE, ONE_INK)),
    "one ink for white": (shown(light=WHITE, one_color=BLACK), (ONE_COLOR, ON_WHITE, ONE_INK)),
    "one ink, said black": (
        shown(ON_BLACK, light=WHITE, one_color=BLACK),
        (LIGHT, ON_BLACK, SAID),
    ),
    "one ink that is faint too": (
        shown(light=WHITE, one_color=SEAL),
        (LIGHT, ON_BLACK, MEASURED),
    ),
    "one ink alone": (shown(one_color=SEAL), (ONE_COLOR, ON_WHITE, ONE_INK)),
    "dark alone": (shown(dark=WHITE), (DARK, ON_BLACK, FOR_DARK)),
    "dark and one ink": (shown(dark=WHITE, one_color=BLACK), (ONE_COLOR, ON_WHITE, ONE_INK)),
    "none": (shown(), None),
}


@pytest.mark.parametrize(("found", "expected"), CASES.values(), ids=CASES)
def test_picture_and_ground_are_chosen(found: Shown | None, expected: Shown | None) -> None:
    assert found == expected


def test_no_picture_for_dark_grounds_is_ever_on_white_and_none_for_one_ink_on_black() -> None:
    every = (NAVY, SEAL, WHITE)
    found = {
        shown(on, light=light, dark=dark, one_color=one)
        for on in ("", ON_WHITE, ON_BLACK)
        for light in every
        for dark in every
        for one in every
    }
    assert {case[:2] for case in found if case} == {(LIGHT, ON_WHITE), (DARK, ON_BLACK)}


@pytest.mark.parametrize(
    ("height", "size"), [(9, "small"), (14, "medium"), (21.9, "medium"), (22, "large")]
)
def test_picture_is_the_one_made_for_the_size(height: float, size: str) -> None:
    brand = brand_with(*((each, LIGHT) for each in LOGO_SIZES))
    found = appearance_of(brand, height, {f"{each} light": NAVY for each in LOGO_SIZES})
    assert found
    assert found.picture.path == f"{size} light"


PAPER, NIGHT = "on paper, less than 3:1.", "on black, less than 3:1."


@pytest.mark.parametrize(
    ("drawing", "on", "why", "message"),
    [
        (SEAL, ON_WHITE, MEASURED, f"has a contrast of 1.2:1 {PAPER}"),
        (SEAL, ON_WHITE, PAIR, f"has a contrast of 1.2:1 {PAPER}"),
        (SEAL, ON_WHITE, ONE_INK, f"has a contrast of 1.2:1 {PAPER}"),
        (WHITE, ON_WHITE, SAID, f"has a contrast of 1.0:1 {PAPER}"),
        (WHITE, ON_BLACK, MEASURED, f"has a contrast of 1.0:1 {PAPER}"),
        (NAVY, ON_BLACK, SAID, f"has a contrast of 1.7:1 {NIGHT}"),
        (WHITE, ON_BLACK, FOR_DARK, "is made for a dark ground."),
    ],
)
def test_faint_logo_is_told_with_what_is_done(
    drawing: Drawing, on: str, why: str, message: str
) -> None:
    picture = Picture("logo.svg", "")
    hint, weight = HINTS[why, on], Severity.WARNING
    found = about_ground(Appearance(picture, drawing, on, why))
    assert found == (Finding("logo.svg", None, "logo-faint", message, hint, weight),)
    assert hint.startswith(f"It is printed on {'white' if on == ON_WHITE else ''}")
    assert ("black" in hint.partition(";")[0]) == (on == ON_BLACK)


@pytest.mark.parametrize(
    ("drawing", "on", "why"),
    [(NAVY, ON_WHITE, MEASURED), (NAVY, ON_WHITE, PAIR), (WHITE, ON_BLACK, SAID)],
)
def test_logo_that_shows_is_not_told(drawing: Drawing, on: str, why: str) -> None:
    assert about_ground(Appearance(Picture("logo.svg", ""), drawing, on, why)) == ()
