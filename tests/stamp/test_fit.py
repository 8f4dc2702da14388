"""What fits its slot, how it is drawn there, and what is said of what does not."""

from dataclasses import replace

import pytest

from plainleaf.checks.facts.ink import read_ink
from plainleaf.errors import Finding, Severity
from plainleaf.model import (
    BLACK,
    MILLIMETRE,
    ON_BLACK,
    ON_WHITE,
    WHITE,
    Box,
    Brand,
    BrandBlock,
    Choice,
    Drawing,
    Filling,
    Picture,
    Pixels,
    Sight,
    Slot,
    SlotText,
)
from plainleaf.stamp.appearance import MEASURED, Appearance
from plainleaf.stamp.fit import Filled, fit_code, fit_logo, fit_words
from plainleaf.stamp.qr import qr_block
from plainleaf.workspace import Workspace
from tests.conftest import change, put
from tests.workspaces import place_of, results

PATH = "styles/brands/tea/_brand.yml"
BRAND = Brand("tea", title="Tea House", path=PATH, clear_space=0.25)
SLOT = Slot("logo", "en", "ltr", width=400, height=50, style="", form=1)
WORDS = SlotText("Phone: 555", "es", "ltr")
PICTURE = Picture("styles/brands/tea/logo.svg", "A leaf")
LEAF = SlotText("A leaf", "en", "ltr", is_drawn=True)
SVG = Drawing("svg", b"", 200, 100, contrast=7)
LEAVES = Pixels(1, 1, b"\0\x80\0\xff")
WIDE = BrandBlock(b"/L Do", 200, 100)  # twice as wide as high


def block(height: float) -> BrandBlock:
    return BrandBlock(b"", 400, height)


@pytest.mark.parametrize("height", [0, 20, 50.5])
def test_words_stand_at_the_top_of_their_slot(height: float) -> None:
    filled = fit_words(SLOT, WORDS, BRAND, block(height))
    assert filled == Filled((Filling(block(height), WORDS),))


@pytest.mark.parametrize(
    ("slot", "field"),
    [
        ("logo", "meta.name"),
        ("phone", "defaults.plainleaf.contact.es"),
        ("contact", "defaults.plainleaf.contact.es"),
        ("disclaimer", "defaults.plainleaf.disclaimer"),
        ("address", "defaults.plainleaf.site"),
    ],
)
def test_words_that_take_more_room_name_their_field(slot: str, field: str) -> None:
    tall = block(100 * MILLIMETRE)
    found = fit_words(replace(SLOT, name=slot, height=20 * MILLIMETRE), WORDS, BRAND, tall)
    message = f"the {slot} takes 100 mm where a handout has 20 mm for it."
    hint = "Shorten it, or take a format or size with more room."
    assert found == Filled((), (Finding(PATH, None, "slot", message, hint, field=field),))


def logo(
    slot: Slot = SLOT, brand: Brand = BRAND, drawing: Drawing = SVG, on: str = ON_WHITE
) -> Filled:
    """Fit a logo; what must be seen of it is left out."""
    filled = fit_logo(slot, LEAF, brand, Appearance(PICTURE, drawing, on, MEASURED), WIDE)
    return replace(filled, fillings=tuple(replace(each, sight=None) for each in filled.fillings))


def sight(slot: Slot, on: str) -> Sight | None:
    drawing = replace(SVG, pixels=LEAVES)
    logo = Appearance(PICTURE, drawing, on, MEASURED)
    return fit_logo(slot, LEAF, BRAND, logo, WIDE).fillings[0].sight


def test_logo_is_to_be_seen_where_it_is_drawn() -> None:
    right = replace(SLOT, direction="rtl")
    assert [sight(SLOT, ON_WHITE), sight(right, ON_WHITE)] == [
        Sight("logo", 0, 0, 80, 40, LEAVES, WHITE),
        Sight("logo", 320, 0, 80, 40, LEAVES, WHITE),
    ]


def test_logo_on_black_is_to_be_seen_within_its_ground() -> None:
    seen = sight(SLOT, ON_BLACK)
    assert seen is not None
    assert (seen.ground, seen.pixels) == (BLACK, LEAVES)
    lengths = (seen.left, seen.top, seen.width, seen.height)
    assert lengths == pytest.approx([8 * 40 / 116, 8 * 40 / 116, 200 * 40 / 116, 100 * 40 / 116])


@pytest.mark.parametrize(
    ("clear", "width", "height"), [(0.25, 400, 40), (1, 400, 25), (0, 400, 50), (0.25, 60, 25)]
)
def test_logo_leaves_its_clear_space_and_is_not_stretched(
    clear: float, width: float, height: float
) -> None:
    """Below it and beside it; the last slot is so narrow that its width decides."""
    slot, brand = replace(SLOT, width=width), replace(BRAND, clear_space=clear)
    assert logo(slot, brand) == Filled((Filling(WIDE, LEAF, scale=height / 100),))


def test_logo_stands_at_the_edge_where_lines_begin() -> None:
    filled = logo(replace(SLOT, direction="rtl"))
    assert filled == Filled((Filling(WIDE, LEAF, left=400 - 80, scale=0.4),))


def test_logo_that_would_be_too_small_is_not_printed() -> None:
    found = logo(brand=replace(BRAND, minimum_width=25))  # it is 80 pixels wide
    message = "would be 21.2 mm wide, less than its 25 mm."
    hint = "Choose a larger size or another format, or lower minimum-width in _brand.yml."
    assert found == Filled((), (Finding(PICTURE.path, None, "logo-small", message, hint),))


@pytest.mark.parametrize("least", [0, 21, 21.2])
def test_logo_may_be_just_as_wide_as_it_must(least: float) -> None:
    assert logo(brand=replace(BRAND, minimum_width=least)).findings == ()


@pytest.mark.parametrize(("kind", "width"), [("png", 250), ("jpeg", 400), ("svg", 9)])
def test_logo_has_pixels_enough(kind: str, width: float) -> None:
    """80 pixels of CSS are 5/6 of an inch, and that takes 250."""
    assert logo(drawing=replace(SVG, kind=kind, width=width)).findings == ()


@pytest.mark.parametrize("kind", ["png", "jpeg"])
def test_logo_with_too_few_pixels_is_printed_with_a_warning(kind: str) -> None:
    filled = logo(drawing=replace(SVG, kind=kind, width=200))
    message = "has 240 pixels an inch where it is printed, fewer than 300."
    hint = "Give it 250 pixels wide or more, or as an SVG."
    found = Finding(PICTURE.path, None, "logo-coarse", message, hint, Severity.WARNING)
    assert filled == Filled((Filling(WIDE, LEAF, scale=0.4),), (found,))


def test_ground_of_a_logo_on_black_takes_no_more_room() -> None:
    """It is a little larger than the logo, and said with a warning."""
    filled = logo(drawing=replace(SVG, contrast=1.2), on=ON_BLACK)
    ((filling,), (finding,)) = filled.fillings, filled.findings
    drawn = filling.block
    ground, *rest = drawn.content.splitlines()
    assert (drawn.width, drawn.height) == (216, 116)
    assert ground == b"q 0 0 0 rg 0 0 216.000000 116.000000 re f Q"
    assert rest == [b"q 1 0 0 1 8.000000 8.000000 cm", b"/L Do", b"Q"]
    assert filling.scale * drawn.height == pytest.approx(40)
    assert (finding.code, finding.severity) == ("logo-faint", Severity.WARNING)


def test_faint_logo_on_white_is_drawn_as_it_is_with_a_warning() -> None:
    filled = logo(drawing=replace(SVG, contrast=1.5))
    assert filled.fillings == (Filling(WIDE, LEAF, scale=0.4),)
    assert [finding.code for finding in filled.findings] == ["logo-faint"]


CODE = replace(SLOT, name="code", width=100, height=100)
SITE = replace(BRAND, site="https://tea.example/h")


def test_code_fills_its_slot_with_its_white() -> None:
    (filling,) = fit_code(CODE, LEAF, SITE, "tea").fillings
    assert filling.block == qr_block("https://tea.example/h/tea")
    assert filling.scale * filling.block.width == pytest.approx(100)


def test_code_that_is_too_fine_is_not_printed() -> None:
    """Its modules would be less than half a millimetre wide."""
    brand = replace(BRAND, site="https://tea.example/" + "h" * 160)
    found = fit_code(replace(CODE, width=60), LEAF, brand, "tea")
    message = f"{brand.site}/tea makes a QR code too fine to be read by phones."
    hint = "Use a shorter site, or give the handout a shorter name."
    field = "defaults.plainleaf.site"
    assert found == Filled((), (Finding(PATH, None, "qr", message, hint, field=field),))


def apart(one: Box, other: Box) -> float:
    """Return how far a box is from another, in the direction in which it is farther."""
    across = max(one.left - other.right, other.left - one.right)
    return max(across, one.bottom - other.top, other.bottom - one.top)


@pytest.mark.parametrize("size", ["standard", "giant"])
def test_clear_space_is_kept_on_the_page(size: str, library: Workspace) -> None:
    """A square fills the logo, so that its ink says where it is."""
    square = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9H0z"/></svg>'
    )
    put(library, "styles/brands/harbor/logo.svg", square)
    brand = "styles/brands/harbor/_brand.yml"
    change(library, brand, "    contact:", "    clear-space: 0.7\n    contact:")
    choice = Choice(("drink-water",), ("en",), sizes=(size,), brands=("harbor",))
    (result,) = results(library, choice)
    pdf = place_of(library, result).read_bytes()
    boxes = [mark.box for mark in read_ink(pdf, with_greys=False).marks if mark.page == 1]
    found = next(box for box in boxes if is_square(box))
    nearest = min(apart(found, box) for box in boxes if box != found)
    assert nearest >= 0.7 * (found.top - found.bottom) - 0.1


def is_square(box: Box) -> bool:
    width, height = box.right - box.left, box.top - box.bottom
    return width > 20 and abs(width - height) < 0.1
