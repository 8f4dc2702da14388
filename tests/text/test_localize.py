from collections.abc import Mapping
from dataclasses import replace

import pytest

from plainleaf.model import (
    Block,
    Catalogue,
    Edition,
    Format,
    Language,
    Library,
    Phrase,
    Section,
    Shape,
    Sheet,
    Translation,
    Unit,
    Voice,
)
from plainleaf.text.localize import _phrase, for_audience, for_format, localize
from tests.values import library_of, tea


def paragraph(name: str, only: str | None = None) -> Block:
    return Block("paragraph", 1, Unit(name, name, 1), only=only)


def heading(name: str) -> Block:
    return Block("subheading", 1, Unit(name, name, 1))


HANDOUT = tea(sections=(Section("brew", number=1, line=1, title=Unit("brew", "Brew", 1)),))
TEXTS = {"title": "Té", "summary": "Hágalo.", "brew": "Hacer"}


def catalogue(texts: Mapping[str, str]) -> Catalogue:
    source = {unit.id: unit.text for unit in HANDOUT.units}
    messages = {
        name: Translation(source.get(name, ""), text, fuzzy=False, line=1)
        for name, text in texts.items()
    }
    return Catalogue("es", "es.po", messages, "human", "Ben", "2026-01-01", "tea 0.9")


def sheet(language: str, texts: Mapping[str, str] = TEXTS, day: str = "") -> Sheet:
    library = library_of(
        HANDOUT,
        catalogues={("tea", "es"): catalogue(texts)},
        words={"es": catalogue({"Page": "Página"})},
        languages={code: Language(code, code, code, "ltr") for code in ("en", "es")},
        formats={"sheet": Format("sheet")},
    )
    edition = Edition("tea", tuple(language.split("+")), "patient", "large", "sheet", "a4")
    return localize(library, edition, Shape(), "id", day)


def test_source_language_takes_the_units_as_they_are() -> None:
    english = sheet("en")
    assert english.voices == (
        Voice(
            language=Language("en", "en", "en", "ltr"),
            phrases={
                "title": Phrase("Tea", "Tea", "en", "ltr"),
                "summary": Phrase("Brew it.", "Brew it.", "en", "ltr"),
                "brew": Phrase("Brew", "Brew", "en", "ltr"),
            },
            words={},
            is_draft=False,
            is_stale=False,
            version="1",
        ),
    )


def test_other_language_takes_catalogue_and_fixed_words() -> None:
    spanish = sheet("es")
    assert spanish.voices == (
        Voice(
            language=Language("es", "es", "es", "ltr"),
            phrases={
                "title": Phrase("Té", "Té", "es", "ltr"),
                "summary": Phrase("Hágalo.", "Hágalo.", "es", "ltr"),
                "brew": Phrase("Hacer", "Hacer", "es", "ltr"),
            },
            words={"Page": "Página"},
            is_draft=False,
            is_stale=False,
            version="0.9",
        ),
    )


def test_text_that_is_not_current_stands_in_the_source_language() -> None:
    (voice,) = sheet("es", {**TEXTS, "summary": ""}).voices
    assert (voice.phrases["summary"], voice.is_stale) == (
        Phrase("Brew it.", "Brew it.", "en", "ltr"),
        True,
    )


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("Tea (NPH) 70/30", '<span lang="en" dir="ltr">Tea (NPH) 70/30</span>'),
        ("70/30", "\u206670/30\u2069"),
        (
            "Tea 茶 70/30",
            '<span lang="en" dir="ltr">Tea <span lang="zh" dir="ltr">茶</span> 70/30</span>',
        ),
    ],
)
def test_words_of_the_source_within_right_to_left_text_are_marked(text: str, html: str) -> None:
    arabic = Language("ar", "ar", "ar", "rtl")
    english = Language("en", "en", "en", "ltr")
    unit = Unit("summary", text, 1)
    messages = {"summary": Translation(text, text, fuzzy=False, line=1)}
    phrase = _phrase(unit, arabic, english, Catalogue("ar", "ar.po", messages), frozenset())
    assert phrase == Phrase(html, text, "ar", "rtl")


def test_each_side_of_a_leaf_has_one_voice() -> None:
    both = sheet("en+es")
    duplex = replace(both, edition=replace(both.edition, layout="duplex"))
    assert [side.voices for side in duplex.sides] == [(both.voices[0],), (both.voices[1],)]
    assert both.sides == (both,)


@pytest.mark.parametrize(
    "unreviewed",
    [
        replace(catalogue(TEXTS), method="machine"),
        replace(catalogue(TEXTS), checker=""),
        replace(catalogue(TEXTS), review_date=""),
    ],
    ids=["machine", "no checker", "no date"],
)
def test_unreviewed_translation_is_a_draft(unreviewed: Catalogue) -> None:
    library = Library(
        handouts={"tea": HANDOUT},
        catalogues={("tea", "es"): unreviewed},
        words={},
        brands={},
        languages={code: Language(code, code, code, "ltr") for code in ("en", "es")},
        formats={"sheet": Format("sheet")},
    )
    edition = Edition("tea", ("es",), "patient", "large", "sheet", "a4")
    assert localize(library, edition, Shape(), "id", "").voices[0].is_draft is True


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("<b>Té</b>", "&lt;b&gt;Té&lt;/b&gt;"),
        ("{{ 7*7 }}", "{{ 7*7 }}"),
        ("{% include 'x' %}", "{% include 'x' %}"),
        ("Té & **más**", "Té &amp; <strong>más</strong>"),
    ],
    ids=["markup", "expression", "statement", "bold"],
)
def test_words_stay_words(text: str, html: str) -> None:
    assert sheet("es", {**TEXTS, "title": text}).phrases["title"].html == html


def test_date_is_the_review_unless_another_is_asked_for() -> None:
    assert (sheet("en").date, sheet("en", day="1970-01-02T00:00:00Z").date) == (
        "2026-01-02",
        "1970-01-02T00:00:00Z",
    )


def test_audience_reads_its_passages_and_those_for_all() -> None:
    handout = replace(
        HANDOUT,
        lead=(paragraph("all"), paragraph("nurse", only="nurse")),
        sections=(
            Section("a", number=1, line=1, only="nurse"),
            Section(
                "b",
                number=2,
                line=1,
                blocks=(
                    Block("list", 1, children=(paragraph("b1"), paragraph("b2", only="patient"))),
                    paragraph("b3", only="nurse"),
                ),
            ),
        ),
    )
    assert for_audience(handout, "patient") == replace(
        handout,
        lead=(paragraph("all"),),
        sections=(
            Section(
                "b",
                number=2,
                line=1,
                blocks=(
                    Block("list", 1, children=(paragraph("b1"), paragraph("b2", only="patient"))),
                ),
            ),
        ),
    )


SECTIONS = (
    Section("a", 1, 1, blocks=(paragraph("a/p1"),)),
    Section(
        "b",
        2,
        1,
        title=Unit("b", "B", 1),
        blocks=(
            paragraph("b/p1"),
            heading("b1"),
            paragraph("b1/p1"),
            Block("list", 1, children=(paragraph("b1/p2"),)),
            heading("b2"),
            paragraph("b2/p1"),
        ),
    ),
    Section("when-to-call", 3, 1, kind="when-to-call", blocks=(paragraph("when-to-call/p1"),)),
    Section("questions", 4, 1, kind="questions", blocks=(paragraph("questions/p1"),)),
)
LEAFLET = Format("leaflet", is_brief=True)


def carried(
    brief: Mapping[str, tuple[str, ...]], page_format: Format = LEAFLET
) -> dict[str, list[str]]:
    """Return what a format carries: the ids of its sections, and of the blocks within."""
    whole = replace(HANDOUT, lead=(paragraph("lead/p1"),), sections=SECTIONS, brief=brief)
    found = for_format(whole, page_format)
    assert replace(found, sections=SECTIONS) == whole  # it is the sections only that are fewer
    return {
        section.id: [block.unit.id if block.unit else block.kind for block in section.blocks]
        for section in found.sections
    }


ALL = {
    "a": ["a/p1"],
    "b": ["b/p1", "b1", "b1/p1", "list", "b2", "b2/p1"],
    "when-to-call": ["when-to-call/p1"],
    "questions": ["questions/p1"],
}
CALL = {"when-to-call": ["when-to-call/p1"]}


@pytest.mark.parametrize(
    ("brief", "expected"),
    [
        ({"*": ("a",)}, {"a": ALL["a"], **CALL}),
        ({"*": ("questions", "a")}, {"a": ALL["a"], **CALL, "questions": ALL["questions"]}),
        ({"*": ("b",)}, {"b": ALL["b"], **CALL}),
        ({"*": ("b1",)}, {"b": ["b/p1", "b1", "b1/p1", "list"], **CALL}),
        ({"*": ("b2",)}, {"b": ["b/p1", "b2", "b2/p1"], **CALL}),
        ({"*": ("b", "b2")}, {"b": ALL["b"], **CALL}),
        ({"*": ("b1", "b2")}, {"b": ALL["b"], **CALL}),
        ({"*": ("when-to-call",)}, CALL),
    ],
    ids=["section", "sections in the order of the text", "section with small headings",
         "small heading", "the other one", "section and small heading", "both small headings",
         "the call"],
)  # fmt: skip
def test_short_format_carries_what_is_named_and_the_call(
    brief: Mapping[str, tuple[str, ...]], expected: Mapping[str, list[str]]
) -> None:
    """A small heading brings along what its section says before the first of them."""
    assert carried(brief) == expected


@pytest.mark.parametrize(
    ("brief", "expected"),
    [
        ({"leaflet": ("a",), "*": ("questions",)}, {"a": ALL["a"], **CALL}),
        ({"poster": ("a",), "*": ("questions",)}, {**CALL, "questions": ALL["questions"]}),
        ({"poster": ("a",)}, ALL),
        ({}, ALL),
    ],
    ids=["named", "not named", "only another one", "none"],
)
def test_brief_is_that_of_the_format_or_of_any_or_all(
    brief: Mapping[str, tuple[str, ...]], expected: Mapping[str, list[str]]
) -> None:
    assert carried(brief) == expected


def test_format_that_carries_all_asks_for_no_brief() -> None:
    assert carried({"*": ("a",), "sheet": ("a",)}, Format("sheet")) == ALL


def test_numbers_of_sections_stay_as_they_are() -> None:
    short = for_format(replace(HANDOUT, sections=SECTIONS, brief={"*": ("b",)}), LEAFLET)
    assert [(section.id, section.number) for section in short.sections] == [
        ("b", 2),
        ("when-to-call", 3),
    ]


def short(page_format: str, sections: tuple[Section, ...], *brief: str) -> Sheet:
    library = Library(
        handouts={"tea": replace(HANDOUT, sections=sections, brief={"*": brief})},
        catalogues={},
        words={},
        brands={},
        languages={"en": Language("en", "English", "English", "ltr")},
        formats={"sheet": Format("sheet"), "leaflet": LEAFLET},
    )
    edition = Edition("tea", ("en",), "patient", "large", page_format, "a4")
    return localize(library, edition, Shape(), "id", "")


def test_sheet_says_what_its_format_carries_and_no_more() -> None:
    found = short("leaflet", SECTIONS, "b1")
    assert (found.format, list(found.phrases)) == (
        LEAFLET,
        ["title", "summary", "b", "b/p1", "b1", "b1/p1", "b1/p2", "when-to-call/p1"],
    )


LINKS = "[**b** and more](#b), [its p1](#b/p1), [c](#c), [d](#d), [e](#e), [x](#x), [us](tel:555)"


@pytest.mark.parametrize(
    ("page_format", "html", "title"),
    [
        (
            "leaflet",
            '<strong>b</strong> and more, its p1, <a href="#c">c</a>, d, e, <a href="#x">x</a>,'
            ' <a href="tel:555">us</a>',
            "Up",
        ),
        (
            "sheet",
            '<a href="#b"><strong>b</strong> and more</a>, <a href="#b/p1">its p1</a>,'
            ' <a href="#c">c</a>, d, <a href="#e">e</a>, <a href="#x">x</a>,'
            ' <a href="tel:555">us</a>',
            '<a href="#b">Up</a>',
        ),
    ],
    ids=["leaflet", "sheet"],
)
def test_link_to_what_is_left_out_becomes_words(page_format: str, html: str, title: str) -> None:
    """b and e are not in the leaflet, d is for nurses, and x never was: it stays to be told."""
    sections = (
        Section("a", 1, 1, blocks=(Block("paragraph", 1, Unit("a/p1", LINKS, 1)),)),
        Section("b", 2, 1, title=Unit("b", "B", 1), blocks=(paragraph("b/p1"),)),
        Section("c", 3, 1, title=Unit("c", "[Up](#b)", 1)),
        Section("d", 4, 1, title=Unit("d", "D", 1), only="nurse"),
        Section("e", 5, 1, kind="questions"),
    )
    phrases = short(page_format, sections, "a", "c").phrases
    assert (phrases["a/p1"].html, phrases["c"].html) == (html, title)
