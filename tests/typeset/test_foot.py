"""Titles of any length at the foot of the page: whole, or cut at a word."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import fromstring, tostring  # of our own text

import pytest

from plainleaf.checks.facts import read_facts
from plainleaf.checks.pdf.safe_area import check_safe_area
from plainleaf.text.korean import keep_words
from plainleaf.workspace import Workspace
from tests.conftest import change, put
from tests.test_footer import feet
from tests.typeset.test_safe import sheet_of
from tests.typesetting import Typeset, pdf_of

HANDOUT = "handouts/drink-water/handout.md"
RELEASE = "1.0 · 2026-01-01"
TITLES = {
    38: "What to do after surgery on your knees",
    59: "What to do after surgery to remove your gallbladder at home",
    119: "What to do after surgery to remove your gallbladder at home and how to care for "
    "the wound until you see your own doctor",
}
"""By length."""

WORD = "Krankenversicherungskostenübernahmebescheinigungsvordruck"
KOREAN = "수술 후 집에서 상처를 돌보는 방법과 병원에 연락해야 하는 때를 알려 드립니다"
CHINESE = (
    "手术后在家里应该怎样照顾伤口以及什么时候需要打电话给您的医生或者护士还有其他应该知道的事情"
)
THAI = "สิ่งที่ควรทำที่บ้านหลังการผ่าตัดถุงน้ำดีและวิธีดูแลแผลจนกว่าจะได้พบแพทย์ของคุณอีกครั้ง"

Made = Callable[..., Sequence[str]]


@pytest.fixture
def made(typeset: Typeset, library: Workspace, tmp_path: Path) -> Made:
    """Typeset a sheet with a title; return the words at the foot of each page, all in sight."""
    import plainleaf.typeset  # after our fonts are set
    from plainleaf.workers.jobs import TypesetJob

    def make(title: str, *languages: str, **edition: Any) -> Sequence[str]:
        change(library, HANDOUT, "title: Drink water", f'title: "{title}"')
        change(library, "handouts/drink-water/es.po", 'msgid "Drink water"', f'msgid "{title}"')
        sheet = sheet_of(library, languages or ("en",), **edition)
        pdf = pdf_of(plainleaf.typeset.run(TypesetJob(sheet, library, 20)))
        assert list(check_safe_area(read_facts(pdf), None)) == []
        (tmp_path / "made.pdf").write_bytes(pdf)
        found = feet(tmp_path / "made.pdf")
        return [foot[foot.rindex(title[:4]) :] for foot in found]  # the text may end above it

    return make


TRIFOLD = {"page_format": "trifold"}
GIANT = {"page_format": "booklet", "size": "giant"}
SHEETS: Sequence[tuple[int, list[str], dict[str, str]]] = (
    (38, ["en"], TRIFOLD),
    (59, ["es"], TRIFOLD),
    (119, ["en", "es"], {**TRIFOLD, "layout": "stacked"}),
    (59, ["es"], {}),
    (119, ["es"], {"size": "giant"}),
    (38, ["en"], GIANT),
    (119, ["en"], GIANT),
    (59, ["en", "es"], {**GIANT, "layout": "stacked"}),
    (119, ["en", "es"], {"layout": "duplex"}),
    (59, ["en", "es"], {"page_format": "poster", "layout": "columns"}),
)


@pytest.mark.slow
@pytest.mark.parametrize(("length", "languages", "edition"), SHEETS)
def test_a_title_is_whole_or_cut_at_a_word(
    length: int, languages: list[str], edition: dict[str, str], made: Made
) -> None:
    title = TITLES[length]
    for foot in made(title, *languages, **edition):
        said, _, behind = foot.partition(" · ")
        rest = title.removeprefix(said.removesuffix("…"))
        assert len(title) - len(rest) > 14, foot
        assert rest[:1] in ("", " "), foot
        assert (said.endswith("…"), behind.endswith(RELEASE)) == (rest != "", True), foot


def test_a_title_that_fits_stands_whole(made: Made) -> None:
    assert made(TITLES[59]) == [f"{TITLES[59]} · {RELEASE}"]


@pytest.mark.parametrize("page_format", ["trifold", "booklet"])
def test_a_word_that_is_longer_than_the_line_is_cut_within(page_format: str, made: Made) -> None:
    (foot,) = set(made(f"{WORD} heute", page_format=page_format))
    said = foot.replace(" ", "").partition("…")[0]
    assert (len(said) > 16, WORD.startswith(said)) == (True, True)


@pytest.mark.parametrize("title", [KOREAN, CHINESE, THAI], ids=["ko", "zh-Hans", "th"])
def test_a_title_of_any_script_is_cut_between_its_words(title: str, typeset: Typeset) -> None:
    from plainleaf.typeset import foot  # after our fonts are set

    title = keep_words(title)
    whole, *cut = foot._cuts(title, "")
    assert (whole, len(cut) > 5) == (title, True)
    assert all(title.startswith(each.removesuffix("…")) for each in cut)
    if " " in title:
        assert {title.removeprefix(each.removesuffix("…"))[0] for each in cut} == {" "}


def test_a_title_with_words_of_another_script_is_cut_as_any_other(made: Made) -> None:
    """The mark on them may hold a part of what is left out."""
    title = f"Surgery 手术 {TITLES[59]} 手术"
    (foot,) = set(made(title, page_format="trifold"))
    said = foot.partition("…")[0]
    assert (title.startswith(said), len(said) > 16) == (True, True)


def test_names_of_languages_are_not_wider_than_the_page(made: Made, library: Workspace) -> None:
    for path in ("handouts/drink-water/{}.po", "templates/strings/{}.po"):
        text = library.read_text(path.format("es"))
        put(library, path.format("pt-BR"), text.replace("Language: es", "Language: pt-BR"))
    change(
        library, "handouts/drink-water/pt-BR.po", 'msgid "Drink water"', f'msgid "{TITLES[38]}"'
    )
    for foot in made(TITLES[38], "pt-BR", **GIANT):
        assert (" Portuguese (Brazil) / " in foot, foot.endswith(RELEASE)) == (True, True)


def test_what_no_title_makes_room_for_makes_the_foot_higher(
    made: Made, library: Workspace
) -> None:
    change(library, HANDOUT, '"1.0"', '"1.0 of the ward for the knee, the hip and the foot"')
    (foot,) = set(made(TITLES[38], page_format="trifold"))
    assert " ".join(foot.split()[-9:]) == "the knee, the hip and the foot · 2026-01-01"


@pytest.mark.parametrize(
    ("title", "left"),
    [
        ("Tea 中文 now and 中文", "Tea <b>中文</b> now and <b>中文</b>"),
        ("Tea 中文 now…", "Tea <b>中文</b> now…"),
        ("Tea 中…", "Tea <b>中</b>…"),
        ("Tea…", "Tea…"),
    ],
)
def test_marked_words_stay_marked_in_a_title_that_is_cut(
    title: str, left: str, typeset: Typeset
) -> None:
    from plainleaf.typeset import foot  # after our fonts are set

    element = fromstring("<p>Tea <b>中文</b> now and <b>中文</b></p>")
    foot._say(element, title)
    assert tostring(element, "unicode") == f"<p>{left}</p>"
