from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest

from plainleaf.localize import for_audience, localize
from plainleaf.model import (
    Block,
    Brand,
    Catalogue,
    Edition,
    Handout,
    Imprint,
    Language,
    Library,
    Phrase,
    Section,
    Sheet,
    Translation,
    Unit,
    Voice,
)


def paragraph(name: str, only: str | None = None) -> Block:
    return Block("paragraph", 1, Unit(name, name, 1), only=only)


HANDOUT = Handout(
    name="tea",
    path="handouts/tea/handout.md",
    title=Unit("title", "Tea", 1),
    summary=Unit("summary", "Brew it.", 1),
    publisher="Ward 3",
    version="1",
    reviewed=date(2026, 1, 2),
    review_by=date(2028, 1, 2),
    sources=(),
    lead=(),
    sections=(Section("brew", number=1, line=1, title=Unit("brew", "Brew", 1)),),
)
TEXTS = {"title": "Té", "summary": "Hágalo.", "brew": "Hacer"}


def catalogue(texts: Mapping[str, str]) -> Catalogue:
    source = {unit.id: unit.text for unit in HANDOUT.units}
    messages = {
        name: Translation(source.get(name, ""), text, fuzzy=False, line=1)
        for name, text in texts.items()
    }
    return Catalogue("es", "es.po", messages, "human", "Ben", "2026-01-01", "tea 0.9")


def sheet(language: str, texts: Mapping[str, str] = TEXTS, day: str = "") -> Sheet:
    library = Library(
        handouts={"tea": HANDOUT},
        catalogues={("tea", "es"): catalogue(texts)},
        words={"es": catalogue({"Page": "Página"})},
        brands={"plain": Brand("plain")},
        languages={code: Language(code, code, code, "ltr") for code in ("en", "es")},
    )
    edition = Edition("tea", tuple(language.split("+")), "patient", "large", "sheet", "a4")
    return localize(library, Imprint("plain", edition), "id", day)


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
            source_name="English",
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
            source_name="inglés",
        ),
    )


def test_text_that_is_not_current_stands_in_the_source_language() -> None:
    (voice,) = sheet("es", {**TEXTS, "summary": ""}).voices
    assert (voice.phrases["summary"], voice.is_stale) == (
        Phrase("Brew it.", "Brew it.", "en", "ltr"),
        True,
    )


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
        brands={"plain": Brand("plain")},
        languages={code: Language(code, code, code, "ltr") for code in ("en", "es")},
    )
    edition = Edition("tea", ("es",), "patient", "large", "sheet", "a4")
    assert localize(library, Imprint("plain", edition), "id", "").voices[0].is_draft is True


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
