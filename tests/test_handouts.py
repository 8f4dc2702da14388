"""The handouts of the repository: the only tests that read them."""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from plainleaf.checks.registry import check_texts
from plainleaf.load.library import load
from plainleaf.model import ANY, PLAIN, Edition, Library
from plainleaf.text.localize import for_audience
from plainleaf.text.markdown import inline_text
from plainleaf.workspace import Workspace
from plainleaf.workspace.settings import read_settings
from plainleaf.workspace.survey import take_survey

WORKSPACE = Workspace.at(Path(__file__).parents[1])
SETTINGS = read_settings(WORKSPACE)
SURVEY = take_survey(WORKSPACE, SETTINGS)
WORD = re.compile(r"[^\W_](?:[^\W_]|['’./-])*")


def editions(name: str) -> Iterator[Edition]:
    for language in SURVEY.languages[name]:
        yield Edition(name, (language,), "patient", "standard", "sheet", "letter")


def loaded(name: str) -> Library:
    """Return a handout in all its languages, and see that it loads without faults."""
    library, faults = load(
        WORKSPACE, SETTINGS, editions(name), [PLAIN], SURVEY.audiences, SURVEY.languages
    )
    assert faults == ()
    return library


@pytest.mark.parametrize("name", SURVEY.handouts)
def test_handout_has_no_faults(name: str) -> None:
    findings = check_texts(loaded(name), list(editions(name)))
    assert [str(finding) for finding in findings if finding.is_error] == []


LANGUAGES = {
    "metastatic-cancer": ("ar", "es", "hi", "vi", "zh-Hans"),
    "signs-to-report": ("es",),
}
TRANSLATIONS = [(name, code) for name, codes in LANGUAGES.items() for code in codes]


@pytest.mark.parametrize(("name", "code"), TRANSLATIONS)
def test_translation_is_complete(name: str, code: str) -> None:
    library = loaded(name)
    messages = library.catalogues[name, code].messages
    units = {unit.id: unit.text for unit in library.handouts[name].units}
    assert {key: message.source for key, message in messages.items() if message.text} == units


@pytest.mark.parametrize(("name", "code"), TRANSLATIONS)
def test_header_of_a_translation_claims_no_review(name: str, code: str) -> None:
    """Until a person has reviewed it: then this test changes with the header."""
    found = loaded(name).catalogues[name, code]
    assert (found.method, found.checker, found.review_date) == ("machine", "", "")


@pytest.mark.parametrize("name", SURVEY.handouts)
def test_brief_names_what_every_audience_reads(name: str) -> None:
    handout = for_audience(loaded(name).handouts[name], "")  # without what is for one of them
    places = {section.id for section in handout.sections}
    places |= {heading for section in handout.sections for heading in section.headings}
    assert {each for ids in handout.brief.values() for each in ids} - places == set()


@pytest.mark.parametrize("name", SURVEY.handouts)
def test_brief_is_for_formats_that_there_are(name: str) -> None:
    assert set(loaded(name).handouts[name].brief) - {ANY, *SURVEY.formats} == set()


def test_patient_reads_metastatic_cancer_in_about_a_thousand_words() -> None:
    name = "metastatic-cancer"
    handout = for_audience(loaded(name).handouts[name], "patient")
    words = [
        word for unit in handout.printed_units for word in WORD.findall(inline_text(unit.text))
    ]
    assert 800 <= len(words) <= 1200


FORM = (
    *("blank", "compendiumconflicts", "credits", "doublespacing", "emails", "endwhitespace"),
    *("escapes", "kdecomments", "newlines", "nplurals", "printf", "pythonbraceformat"),
    *("startwhitespace", "tabs", "urls", "variables", "xmltags"),
)
"""What translate-toolkit's pofilter checks of form; the rest of its checks are about wording."""

CATALOGUES = sorted(
    path
    for folder in ("handouts", "templates/strings")
    for path in (WORKSPACE.root / folder).rglob("*.po")
    if path.name != "en.po"  # the list of the fixed words, which translates nothing
)


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_translators_tools_take_each_catalogue(path: Path) -> None:
    command = [
        Path(sys.executable).with_name("pofilter"),
        "--progress=none",
        *(f"-t{name}" for name in FORM),
        path,
    ]
    done = subprocess.run(
        [str(part) for part in command], check=True, capture_output=True, text=True
    )
    assert done.stdout == ""
