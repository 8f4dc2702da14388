"""What folds: how wide and high its panels are, how many, and what it has room for."""

import pytest

from plainleaf.model import FOLDS, PAPERS, Edition, Format, Imprint, layouts_of, sizes_of

SIZES = ("giant", "large", "standard")


@pytest.mark.parametrize(
    ("name", "paper", "widths", "height"),
    [
        ("trifold", "letter", (93.6625, 93.6625, 92.075), 215.9),
        ("trifold", "a4", (100, 100, 97), 210),
        ("halffold", "letter", (139.7, 139.7), 215.9),
        ("halffold", "a4", (148.5, 148.5), 210),
        ("booklet", "letter", (139.7, 139.7), 215.9),
        ("booklet", "a4", (148.5, 148.5), 210),
    ],
)
def test_panels_are_as_wide_and_high_as_the_paper_allows(
    name: str, paper: str, widths: tuple[float, ...], height: float
) -> None:
    """In millimetres; the panel that is folded in first is 1/16 inch or 3 mm narrower."""
    fold = FOLDS[name]
    assert (*fold.widths(paper), fold.height(paper)) == pytest.approx((*widths, height))


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("name", FOLDS)
def test_panels_fill_the_sheet(name: str, paper: str) -> None:
    assert sum(FOLDS[name].widths(paper)) == pytest.approx(PAPERS[paper].height)


@pytest.mark.parametrize("name", [name for name, fold in FOLDS.items() if fold.flap])
def test_a_flap_is_told_for_each_paper(name: str) -> None:
    assert set(FOLDS[name].flap) == set(PAPERS)


@pytest.mark.parametrize(
    ("name", "places", "pages"), [("trifold", 6, 6), ("halffold", 4, 4), ("booklet", 4, None)]
)
def test_pages_that_there_may_be(name: str, places: int, pages: int | None) -> None:
    """A sheet has its places; a booklet has as many sheets as its text needs."""
    assert (FOLDS[name].places, FOLDS[name].pages) == (places, pages)


@pytest.mark.parametrize("name", FOLDS)
def test_each_place_of_a_sheet_is_another_page(name: str) -> None:
    """A negative number counts from the last page: of one sheet, that is its last place."""
    fold = FOLDS[name]
    numbers = [n for side in fold.sides for row in side for n in row]
    places = sorted(n if n > 0 else fold.places + 1 + n for n in numbers)
    assert places == list(range(1, fold.places + 1))


@pytest.mark.parametrize(
    ("name", "sizes"),
    [
        ("trifold", ("standard",)),
        ("halffold", SIZES),
        ("booklet", SIZES),
        ("poster", SIZES),
        ("sheet", SIZES),
    ],
)
def test_sizes_that_a_format_has_room_for(name: str, sizes: tuple[str, ...]) -> None:
    assert sizes_of(name, SIZES) == sizes


def test_no_size_is_made_up() -> None:
    assert [sizes_of(name, ("huge", "large")) for name in ("trifold", "sheet")] == [
        (),
        ("huge", "large"),
    ]


WIDE = ("columns", "stacked", "duplex")


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", FOLDS)
def test_two_languages_on_a_panel_are_stacked(name: str, size: str) -> None:
    assert layouts_of(name, size) == ("stacked",)


@pytest.mark.parametrize(
    ("size", "layouts"),
    [("standard", WIDE), ("large", ("stacked", "duplex")), ("giant", ("stacked", "duplex"))],
)
def test_layouts_of_a_sheet_depend_on_its_size(size: str, layouts: tuple[str, ...]) -> None:
    assert layouts_of("sheet", size) == layouts


def test_format_folds_as_its_name_says() -> None:
    found = {name: Format(name).fold for name in ("trifold", "halffold", "booklet", "sheet")}
    assert found == {**FOLDS, "sheet": None}


@pytest.mark.parametrize(
    ("name", "press"),
    [
        ("trifold", "plain/tea_en_patient_standard_trifold_a4.print.pdf"),
        ("halffold", "plain/tea_en_patient_standard_halffold_a4.print.pdf"),
        ("booklet", "plain/tea_en_patient_standard_booklet_a4.print.pdf"),
        ("poster", None),
        ("sheet", None),
    ],
)
def test_what_folds_has_press_sheets(name: str, press: str | None) -> None:
    edition = Edition("tea", ("en",), "patient", "standard", name, "a4")
    imprint = Imprint("plain", edition)
    path = f"plain/tea_en_patient_standard_{name}_a4.pdf"
    assert (imprint.path, imprint.press) == (path, press)


@pytest.mark.parametrize(
    ("name", "size", "layout", "languages"),
    [
        ("booklet", "standard", "stacked", "en+es"),
        ("sheet", "standard", "stacked", "en+es-stacked"),
        ("sheet", "standard", "columns", "en+es"),
        ("sheet", "large", "stacked", "en+es"),
        ("sheet", "large", "duplex", "en+es-duplex"),
    ],
)
def test_name_tells_a_layout_that_is_not_the_formats_own(
    name: str, size: str, layout: str, languages: str
) -> None:
    edition = Edition("tea", ("en", "es"), "patient", size, name, "a4", layout)
    assert edition.name == f"tea_{languages}_patient_{size}_{name}_a4"


def test_steps_are_sought_by_halves() -> None:
    """After the tightest, where a text seems too long."""
    most = [Format("tea", pages=1, steps=steps).layouts for steps in range(5)]
    assert most == [1, 3, 4, 4, 5]
