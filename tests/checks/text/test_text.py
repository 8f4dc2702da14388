from collections.abc import Mapping
from dataclasses import replace

import pytest

from plainleaf.checks.registry import TEXT_CHECKS, check_texts
from plainleaf.errors import Finding, Severity
from plainleaf.load.library import load
from plainleaf.model import (
    Block,
    Brand,
    Catalogue,
    Edition,
    Format,
    Handout,
    Library,
    Section,
    Translation,
    Unit,
)
from plainleaf.workspace import Workspace
from plainleaf.workspace.settings import read_settings
from plainleaf.workspace.survey import take_survey
from tests.values import TEA, library_of

EDITIONS = (
    Edition("tea", ("en",), "patient", "large", "sheet", "a4"),
    Edition("tea", ("es",), "patient", "large", "sheet", "a4"),
)


def translation(source: str, text: str, line: int, *, fuzzy: bool = False) -> Translation:
    return Translation(source, text, fuzzy, line)


SPANISH = Catalogue(
    language="es",
    path="handouts/tea/es.po",
    messages={
        "title": translation("Tea", "Té", 5),
        "summary": translation("Brew it.", "Hágalo.", 9),
    },
    method="human",
    checker="Ben",
    review_date="2026-01-01",
)
WORDS = Catalogue("es", "templates/strings/es.po", {"Page": translation("Page", "Página", 3)})
GOOD = library_of(
    TEA,
    catalogues={("tea", "es"): SPANISH},
    words={"es": WORDS},
    fixed_words=("Page",),
    audiences=("caregiver", "patient"),
)


def found(code: str, library: Library) -> list[Finding]:
    """Return the findings of one check, and see that no other check has any."""
    findings = list(TEXT_CHECKS[code](library, EDITIONS))
    assert check_texts(library, EDITIONS) == tuple(findings)
    return findings


def with_messages(messages: Mapping[str, Translation]) -> Library:
    return replace(GOOD, catalogues={("tea", "es"): replace(SPANISH, messages=messages)})


@pytest.mark.parametrize("code", TEXT_CHECKS)
def test_check_is_quiet_on_good_text(code: str) -> None:
    assert list(TEXT_CHECKS[code](GOOD, EDITIONS)) == []


@pytest.mark.parametrize("code", TEXT_CHECKS)
def test_check_is_quiet_on_the_good_library(code: str, library: Workspace) -> None:
    settings = read_settings(library)
    survey = take_survey(library, settings)
    editions = [
        Edition(name, (language,), "patient", "standard", "sheet", "letter")
        for name in survey.handouts
        for language in survey.languages[name]
    ]
    loaded, faults = load(
        library, settings, editions, ["harbor"], survey.audiences, survey.languages
    )
    assert (faults, list(TEXT_CHECKS[code](loaded, editions))) == ((), [])


@pytest.mark.parametrize(
    ("title", "warned"),
    [
        ("“Tea”", True),
        ("„Tea“", True),
        ("« Tea »", True),
        ("‘Tea’", True),
        ("“Tea” and “milk”", False),
        ("Grandma’s “tea”", False),
        ("’tis tea’", False),
    ],
)
def test_title_in_curly_quotes(title: str, warned: bool) -> None:
    tea = replace(TEA, title=Unit("title", title, 2))
    told = Finding(
        "handouts/tea/handout.md",
        2,
        "quotes",
        "stands in curly quotes, which are printed.",
        'Write straight quotes, "…", around a text for YAML; leave them if they are meant.',
        Severity.WARNING,
        "title",
    )
    assert found("quotes", replace(GOOD, handouts={"tea": tea}, catalogues={})) == [told] * warned


def test_brief_for_an_unknown_format() -> None:
    tea = replace(TEA, brief={"*": ("a",), "poster": ("a",), "trifod": ("a",)})
    library = replace(GOOD, handouts={"tea": tea}, format_names=("poster", "trifold"))
    assert found("brief", library) == [
        Finding(
            "handouts/tea/handout.md",
            None,
            "brief",
            "no format is named 'trifod'.",
            "Did you mean 'trifold'?",
            Severity.WARNING,
            "brief.trifod",
        )
    ]


def test_brief_for_a_format_that_carries_all() -> None:
    tea = replace(TEA, brief={"booklet": ("a",)})
    formats = {"booklet": Format("booklet")}
    library = replace(
        GOOD, handouts={"tea": tea}, formats=formats, format_names=("booklet", "poster")
    )
    assert [str(finding) for finding in found("brief", library)] == [
        "handouts/tea/handout.md (brief.booklet): warning: a booklet carries all sections, so the"
        " list has no effect. Take it out, or write '--carries: brief' in the format's style."
        " [brief]"
    ]


@pytest.mark.parametrize(
    "handout",
    [
        replace(TEA, lead=(Block("paragraph", 7, only="caregivers"),)),
        replace(
            TEA,
            sections=(
                Section(
                    "a",
                    number=1,
                    line=6,
                    blocks=(Block("list", 7, children=(Block("item", 7, only="caregivers"),)),),
                ),
            ),
        ),
    ],
    ids=["lead", "deep"],
)
def test_passage_for_an_unknown_audience(handout: Handout) -> None:
    assert found("audiences", replace(GOOD, handouts={"tea": handout})) == [
        Finding(
            "handouts/tea/handout.md",
            7,
            "audiences",
            "no audience is named 'caregivers'.",
            "Did you mean 'caregiver'?",
        )
    ]


@pytest.mark.parametrize(
    "unreviewed",
    [
        replace(SPANISH, method="machine"),
        replace(SPANISH, checker=""),
        replace(SPANISH, review_date=""),
    ],
    ids=["machine", "no checker", "no date"],
)
def test_translation_that_nobody_reviewed_is_a_warning(unreviewed: Catalogue) -> None:
    catalogues = {("tea", "es"): unreviewed}
    assert found("reviewed", replace(GOOD, catalogues=catalogues)) == [
        Finding(
            "handouts/tea/es.po",
            1,
            "reviewed",
            "no qualified person has reviewed the translation (es).",
            "Its sheets print a draft line."
            " Fill X-Checker, X-Review-Date and X-Method after a review.",
            Severity.WARNING,
        )
    ]


@pytest.mark.parametrize(
    ("changed", "line", "message", "hint"),
    [
        (
            None,
            None,
            "'title' ('Tea'…) is not translated.",
            "Run 'plainleaf translate tea es', which adds it, and translate it.",
        ),
        (
            translation("Tea", "", 5),
            5,
            "'title' ('Tea'…) is not translated.",
            "Write the translation in its msgstr.",
        ),
        (
            translation("Tea", "Té", 5, fuzzy=True),
            5,
            "the translation of 'title' ('Tea'…) is marked fuzzy.",
            "Compare it with the text, mend it, and take 'fuzzy' out of the line above it.",
        ),
        (
            translation("Teas", "Tés", 5),
            5,
            "the translation of 'title' ('Tea'…) is of an older text.",
            "Run 'plainleaf translate tea es', "
            "then translate it from the text as it stands in handout.md.",
        ),
    ],
    ids=["missing", "empty", "fuzzy", "older"],
)
def test_unit_that_is_not_translated(
    changed: Translation | None, line: int | None, message: str, hint: str
) -> None:
    rest = {"summary": SPANISH.messages["summary"]}
    messages = {"title": changed, **rest} if changed else rest
    assert found("translations", with_messages(messages)) == [
        Finding("handouts/tea/es.po", line, "translations", message, hint)
    ]


def test_translation_that_no_edition_asks_for_may_lag() -> None:
    assert list(TEXT_CHECKS["translations"](with_messages({}), EDITIONS[:1])) == []


@pytest.mark.parametrize(
    ("messages", "line", "message", "hint"),
    [
        (
            {},
            None,
            "the fixed words 'Page' are not translated.",
            "Run 'plainleaf translate --words es', which adds them, and translate them.",
        ),
        (
            {"Page": translation("Page", "", 3)},
            3,
            "the fixed words 'Page' are not translated.",
            "Write the translation in their msgstr.",
        ),
        (
            {"Page": translation("Page", "Página", 3, fuzzy=True)},
            3,
            "the translation of the fixed words 'Page' is marked fuzzy.",
            "Look at the translation, mend it, and take 'fuzzy' out of the line above it.",
        ),
    ],
    ids=["missing", "empty", "fuzzy"],
)
def test_fixed_words_that_are_not_translated(
    messages: Mapping[str, Translation], line: int | None, message: str, hint: str
) -> None:
    library = replace(GOOD, words={"es": replace(WORDS, messages=messages)})
    assert found("words", library) == [
        Finding("templates/strings/es.po", line, "words", message, hint)
    ]


@pytest.mark.parametrize(("length", "expected"), [(49, []), (50, [50])], ids=["49", "50"])
def test_an_address_of_more_than_49_characters_is_a_warning(
    length: int, expected: list[int]
) -> None:
    site = "https://tea.example/".ljust(length - len("/tea"), "h")
    brand = Brand("house", path="styles/brands/house/_brand.yml", site=site)
    assert found("qr", replace(GOOD, brands={"house": brand, "plain": Brand("plain")})) == [
        Finding(
            "styles/brands/house/_brand.yml",
            None,
            "qr",
            f"{site}/tea has {characters} characters, more than 49.",
            "Use a shorter site, or give the handout a shorter name.",
            Severity.WARNING,
            field="defaults.plainleaf.site",
        )
        for characters in expected
    ]
