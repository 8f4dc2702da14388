"""Two languages on one sheet: asked of the PDF."""

from collections.abc import Mapping
from itertools import pairwise
from pathlib import Path

import pikepdf
import pytest

from plainleaf.build.manifest import Result
from plainleaf.checks.facts import read_facts
from plainleaf.checks.facts.structure import read_structure
from plainleaf.model import LAYOUTS, Choice, Element
from plainleaf.workspace import Workspace
from tests.conftest import change
from tests.workspaces import place_of, results

HANDOUT = "handouts/wash-hands/handout.md"

READING = {
    "columns": ["Wash your hands", "Lávese las manos", "How clean hands", "Por qué las"],
    "stacked": ["Wash your hands", "Lávese las manos", "How clean hands", "Por qué las"],
    "duplex": ["Wash your hands", "How clean hands", "Lávese las manos", "Por qué las"],
}
"""The first words in the order in which they are read."""


def made(
    library: Workspace, languages: str, layout: str = "", **weights: bool
) -> tuple[Result, Path]:
    layouts = (layout,) if layout else ()
    choice = Choice(("wash-hands",), (languages,), layouts=layouts)
    (result,) = results(library, choice, **weights)
    return result, place_of(library, result)


def elements(pdf: Path) -> tuple[Element, ...]:
    return read_structure(pdf.read_bytes()).elements


@pytest.mark.parametrize("layout", LAYOUTS)
def test_reading_order(layout: str, library: Workspace) -> None:
    _, pdf = made(library, "en+es", layout)
    body = read_facts(pdf.read_bytes()).body
    places = [body.find(words, body.find("For:")) for words in READING[layout]]
    assert (-1 not in places, all(one < other for one, other in pairwise(places))) == (True, True)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_each_language_is_marked(layout: str, library: Workspace) -> None:
    _, pdf = made(library, "en+es", layout)
    spoken = {e.language for e in elements(pdf) if e.text.strip() == "Lávese las manos"}
    english = {e.language for e in elements(pdf) if e.text.strip() == "Wash your hands"}
    assert (spoken, english) == ({"es"}, {"en"})


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_number_is_the_same_in_both(layout: str, library: Workspace) -> None:
    _, pdf = made(library, "en+es", layout)
    headings = " ".join(e.text for e in elements(pdf) if e.tag == "H2")
    assert headings.count("1") == 2


def test_front_and_back_of_a_leaf(library: Workspace) -> None:
    """Odd pages are in the leading language, even ones in the other."""
    _, pdf = made(library, "en+es", "duplex")
    facts = read_facts(pdf.read_bytes())
    pages: Mapping[int, str] = {
        page: "".join(run.text for run in facts.runs if run.page == page)
        for page in range(1, len(facts.pages) + 1)
    }
    words = {"en": "Page", "es": "Página"}
    spoken = [next(c for c, word in words.items() if word in pages[p]) for p in sorted(pages)]
    assert spoken == ["en", "es"] * (len(pages) // 2)


def test_staff_can_tell_what_a_sheet_is_on_each_page(library: Workspace) -> None:
    _, pdf = made(library, "es")
    facts = read_facts(pdf.read_bytes())
    line = "Washyourhands·Spanish/Español·1.0·2026-01-01"
    shown = [
        line in "".join("".join(run.text.split()) for run in facts.runs if run.page == page)
        for page in range(1, len(facts.pages) + 1)
    ]
    folded = "".join(facts.body.split())
    assert (shown, folded.count(line)) == ([True] * len(shown), 1)


def test_a_text_that_changed_stops_its_edition(library: Workspace) -> None:
    change(library, HANDOUT, "Germs are too small", "Germs are very small")
    result, pdf = made(library, "en+es")
    faults = [(f.code, "why/p1" in f.message) for f in result.findings if f.is_error]
    assert (result.state, faults, pdf.exists()) == ("failed", [("translations", True)], False)


def test_it_is_printed_in_the_source_language_when_allowed(library: Workspace) -> None:
    change(library, HANDOUT, "Germs are too small", "Germs are very small")
    result, pdf = made(library, "es", allow_stale=True)
    told = [(f.code, str(f.severity)) for f in result.findings]
    english = " ".join(e.text for e in elements(pdf) if (e.language, e.around) == ("en", "es"))
    assert (result.state, told) == ("built", [("translations", "warning")])
    assert "Germs are very small to see." in english
    assert "The text in English is version 1.0." in english


def test_strict_refuses_a_draft(library: Workspace) -> None:
    change(library, "handouts/wash-hands/es.po", "X-Method: human", "X-Method: machine")
    states = [made(library, "es")[0].state, made(library, "es", strict=True)[0].state]
    assert states == ["built", "failed"]


@pytest.mark.parametrize(("languages", "direction"), [("en+es", None), ("en", None)])
def test_pages_from_left_to_right_say_nothing(
    languages: str, direction: str | None, library: Workspace
) -> None:
    with pikepdf.open(made(library, languages)[1]) as document:
        assert document.Root.ViewerPreferences.get("/Direction") == direction
