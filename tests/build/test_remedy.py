"""What is found to help a text that does not fit, with a page that holds a number of lines."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from plainleaf.build.remedy import Fits, what_helps
from plainleaf.errors import Fault, Misfit
from plainleaf.model import (
    ANY,
    Edition,
    Format,
    Language,
    Library,
    Section,
    Shape,
    Sheet,
)
from tests.values import library_of, tea

SMALLER = ("large", "standard")
PATH = "handouts/tea/handout.md"
BOOKLET = "take another format: -f booklet"


def library(brief: Mapping[str, tuple[str, ...]], sections: str = "abcd") -> Library:
    """Return a handout of sections that are named by a letter, and the call."""
    ids = (*sections, "when-to-call")
    parts = tuple(Section(name, number, number) for number, name in enumerate(ids, 1))
    return library_of(
        tea(sections=parts, brief=brief),
        languages={"en": Language("en", "English", "English", "ltr")},
        formats={name: Format(name, is_brief=True, pages=4) for name in ("trifold", "halffold")},
    )


def edition(size: str = "standard", page_format: str = "trifold", *others: str) -> Edition:
    return Edition("tea", ("en", *others), "patient", size, page_format, "letter")


def misfit(*stretches: Mapping[str, float], codes: tuple[str, ...] = ("fit",)) -> Misfit:
    """Return what three pages of 100 mm do not hold; without lengths, nothing was measured."""
    found = [Fault(code, "is too long.", "Shorten it.") for code in codes]
    return Misfit(*found, stretches=stretches, pages=3, height=100)


def hints(
    content: Library,
    wanted: Edition,
    fits: Fits,
    shape: Shape = Shape(),  # noqa: B008  # frozen
    found: Misfit | None = None,
) -> list[str]:
    sizes = SMALLER if wanted.size == "giant" else ()
    told = what_helps(content, wanted, shape, sizes, found or misfit(), fits)
    return [finding.hint for finding in told]


def room(lines: int, **lengths: int) -> Fits:
    """Return whether a sheet's sections fit, a line each where nothing else is said."""
    return lambda sheet: sum(lengths.get(each.id, 1) for each in sheet.handout.sections) <= lines


def helps(brief: Mapping[str, tuple[str, ...]], fits: Fits) -> list[str]:
    """Return the ways for a trifold."""
    (hint,) = hints(library(brief), edition(), fits)
    return hint.removeprefix("What helps: ").removesuffix(".").split("; or ")


def test_hint_is_one_sentence() -> None:
    assert hints(library({ANY: ("a", "b")}), edition(), room(2, a=2)) == [
        "What helps: drop 'a' from 'brief' in handouts/tea/handout.md;"
        " or take another format: -f booklet."
    ]


@pytest.mark.parametrize(
    ("fits", "named"),
    [
        (room(3, a=3), "'a'"),
        (room(5, b=3, c=3), "'b' or 'c'"),
        (room(5, a=2, b=2, c=2), "'a' or 'b' or 'c'"),
    ],
    ids=["one", "two", "each"],
)
def test_each_section_that_is_enough_by_itself_is_named(fits: Fits, named: str) -> None:
    found = helps({ANY: ("a", "b", "c")}, fits)
    assert found == [f"drop {named} from 'brief' in {PATH}", BOOKLET]


@pytest.mark.parametrize(
    ("lines", "named"), [(3, "'c' and 'd'"), (2, "'b' and 'c' and 'd'")], ids=["two", "three"]
)
def test_the_last_few_are_named_where_one_is_not_enough(lines: int, named: str) -> None:
    found = helps({ANY: ("a", "b", "c", "d")}, room(lines))
    assert found == [f"drop {named} from 'brief' in {PATH}", BOOKLET]


def test_the_order_is_that_of_the_brief() -> None:
    found = helps({ANY: ("d", "c", "b", "a")}, room(3))
    assert found == [f"drop 'b' and 'a' from 'brief' in {PATH}", BOOKLET]


@pytest.mark.parametrize(
    ("brief", "fits"),
    [(("a",), lambda sheet: True), (("a", "b"), room(1))],
    ids=["the only one", "all of them"],
)
def test_no_brief_is_no_help(brief: tuple[str, ...], fits: Fits) -> None:
    """Without one, a format holds everything."""
    assert helps({ANY: brief}, fits) == [BOOKLET]


def test_the_formats_own_brief_counts() -> None:
    found = helps({ANY: ("a",), "trifold": ("b", "c"), "halffold": ("d",)}, room(2))
    assert found == [f"drop 'b' or 'c' from 'brief' in {PATH}", BOOKLET]


def test_without_a_brief_one_is_asked_for_and_none_tried() -> None:
    tried: list[Sheet] = []

    def fits(sheet: Sheet) -> bool:
        tried.append(sheet)
        return True

    wish = f"name the sections it shall carry as 'brief' in {PATH}"
    assert (helps({}, fits), tried) == ([wish, BOOKLET], [])


def test_one_size_that_fits_is_named() -> None:
    def fits(sheet: Sheet) -> bool:
        return sheet.edition.size != "giant"

    assert hints(library({ANY: ("a", "b")}), edition("giant", "halffold"), fits) == [
        "What helps: take a smaller size: -s large; or take another format: -f booklet."
    ]


def test_no_size_is_named_that_the_format_has_no_room_for() -> None:
    found = hints(library({}), edition("giant"), lambda sheet: sheet.edition.size != "standard")
    assert found == [
        f"What helps: name the sections it shall carry as 'brief' in {PATH}; or {BOOKLET}."
    ]


def test_the_audiences_own_sections_are_all_that_counts() -> None:
    """A caregiver's section is not on a patient's sheet: to drop it is no help."""
    content = library({ANY: ("a", "b")})
    handout = content.handouts["tea"]
    first, *rest = handout.sections
    handout = replace(handout, sections=(replace(first, only="caregiver"), *rest))
    found = hints(replace(content, handouts={"tea": handout}), edition(), room(1))
    assert found == [f"What helps: drop 'b' from 'brief' in {PATH}; or {BOOKLET}."]


def test_nothing_is_changed_for_good() -> None:
    content = library({ANY: ("a", "b")})
    hints(content, edition(), room(2))
    assert content == library({ANY: ("a", "b")})


COVER = {"": 90.0}


@pytest.mark.parametrize(
    ("stretches", "tried"),
    [
        ([COVER, {"a": 60, "b": 50, "c": 30}, {"when-to-call": 90}], ["bc", "ac", "a"]),
        ([COVER, {"a": 60, "b": 120, "c": 90}, {"when-to-call": 90}], ["a"]),
        ([COVER, {"a": 90, "b": 90, "c": 90}, {"when-to-call": 110}], []),
        ([{"": 110}, {"a": 90, "b": 90, "c": 90}, {"when-to-call": 90}], []),
    ],
    ids=["one section less", "two less", "too long a call", "too long a cover"],
)
def test_only_what_may_fit_is_laid_out(
    stretches: list[Mapping[str, float]], tried: list[str]
) -> None:
    found: list[str] = []

    def fits(sheet: Sheet) -> bool:
        found.append("".join(each.id for each in sheet.handout.sections[:-1]))
        return False

    hints(library({ANY: ("a", "b", "c")}), edition(), fits, found=misfit(*stretches))
    assert found == tried


def test_where_the_back_is_too_long_no_shorter_text_is_tried() -> None:
    tried: list[Sheet] = []

    def fits(sheet: Sheet) -> bool:
        tried.append(sheet)
        return True

    found = misfit(codes=("fit", "fit-back"))
    assert (hints(library({ANY: ("a", "b")}), edition(), fits, found=found), tried) == (
        [
            f"What helps: {BOOKLET}.",
            f"What helps: shorten the sources in {PATH}; or {BOOKLET}.",
        ],
        [],
    )


@pytest.mark.parametrize(
    ("shape", "ways"),
    [
        (Shape(), f"shorten the sources in {PATH}; or {BOOKLET}"),
        (Shape(organization=True), BOOKLET),
    ],
    ids=["with sources", "beside a brand"],
)
def test_in_two_languages_one_may_fit(shape: Shape, ways: str) -> None:
    wanted = edition("standard", "trifold", "es")
    found = misfit(codes=("fit-back",))
    assert hints(library({}), wanted, room(0), shape, found) == [
        f"What helps: {ways}. One language may fit: -l en or -l es."
    ]
