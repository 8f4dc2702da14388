import os
from pathlib import Path

import pytest

from plainleaf.errors import Finding
from plainleaf.model import Edition, Imprint
from plainleaf.settings import Settings
from plainleaf.survey import take_survey
from plainleaf.workspace import Workspace
from tests.conftest import put

IMPRINT = Imprint("harbor", Edition("tea", ("es",), "patient", "large", "sheet", "letter"))
FILES = (
    "handouts/tea/handout.md",
    "handouts/tea/es.po",
    "handouts/tea/fr.po",
    "handouts/tea/images/cup.svg",
    "handouts/soap/handout.md",
    "styles/audiences/patient.css",
    "styles/base/base.css",
    "styles/brands/harbor/_brand.yml",
    "styles/brands/quay/_brand.yml",
    "styles/formats/sheet.css",
    "styles/sizes/giant.css",
    "styles/sizes/large.css",
    "templates/page.html",
)


@pytest.fixture
def filled(bare: Workspace) -> Workspace:
    for path in FILES:
        put(bare, path, "first")
    return bare


def test_names_are_those_of_files_and_folders(filled: Workspace) -> None:
    survey = take_survey(filled, Settings())
    names = (
        survey.handouts,
        survey.languages,
        survey.audiences,
        survey.sizes,
        survey.formats,
        survey.papers,
        survey.brands,
        survey.findings,
    )
    assert names == (
        ("soap", "tea"),
        {"soap": ("en",), "tea": ("en", "es", "fr")},
        ("patient",),
        ("giant", "large"),
        ("sheet",),
        ("letter", "a4"),
        ("plain", "harbor", "quay"),
        (),
    )


@pytest.mark.parametrize(
    ("path", "input_"),
    [
        ("handouts/tea/handout.md", "handouts/tea/handout.md"),
        ("handouts/tea/es.po", "handouts/tea/es.po"),
        ("handouts/tea/fr.po", None),
        ("handouts/tea/images/cup.svg", "handouts/tea/images/cup.svg"),
        ("handouts/soap/handout.md", None),
        ("styles/audiences/patient.css", "styles/"),
        ("styles/base/base.css", "styles/"),
        ("styles/brands/harbor/_brand.yml", "styles/brands/harbor/"),
        ("styles/brands/quay/_brand.yml", None),
        ("styles/formats/sheet.css", "styles/"),
        ("styles/sizes/giant.css", "styles/"),
        ("styles/sizes/large.css", "styles/"),
        ("templates/page.html", "templates/"),
    ],
)
def test_changed_file_changes_the_input_it_belongs_to(
    path: str, input_: str | None, filled: Workspace
) -> None:
    before = take_survey(filled, Settings()).inputs(IMPRINT)
    put(filled, path, "second")
    after = take_survey(filled, Settings()).inputs(IMPRINT)
    changed = {key for key in before | after if before.get(key) != after.get(key)}
    assert changed == ({input_} if input_ else set())


def test_catalogue_of_the_source_language_adds_no_language(filled: Workspace) -> None:
    put(filled, "handouts/soap/en.po", "first")
    assert take_survey(filled, Settings()).languages["soap"] == ("en",)


def test_date_is_an_input(filled: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    assert take_survey(filled, Settings()).inputs(IMPRINT)["SOURCE_DATE_EPOCH"] == "86400"


def test_name_that_fits_no_system_is_told_and_left_out(bare: Workspace) -> None:
    put(bare, "handouts/Tea/handout.md", "a")
    put(bare, "styles/brands/con/_brand.yml", "a")
    survey = take_survey(bare, Settings())
    hint = "Use a-z, 0-9 and single hyphens, up to 64."
    assert (survey.handouts, survey.brands, survey.findings) == (
        (),
        ("plain",),
        (
            Finding(
                "handouts", None, "bad-name", "'Tea' is no name that works on every system.", hint
            ),
            Finding(
                "styles/brands",
                None,
                "bad-name",
                "'con' is no name that works on every system.",
                hint,
            ),
        ),
    )


def test_file_name_that_is_no_text_is_passed_over(bare: Workspace) -> None:
    put(bare, "styles/base/base.css", "a")
    Path(os.fsdecode(os.fsencode(bare.root) + b"/styles/base/\xff.css")).write_text("a")
    survey = take_survey(bare, Settings())
    assert (len(survey.digests), len(survey.inputs(IMPRINT)["styles/"])) == (2, 64)


def test_what_is_no_file_is_passed_over(bare: Workspace) -> None:
    put(bare, "handouts/tea/handout.md", "a")
    os.mkfifo(bare.root / "handouts/tea/pipe")
    (bare.root / "handouts/tea/loop").symlink_to("loop")
    assert list(take_survey(bare, Settings()).digests) == ["handouts/tea/handout.md"]


@pytest.mark.parametrize(
    ("text", "offered"),
    [
        ('msgctxt "title"\nmsgid "Tea"\nmsgstr "Té"\n', ("en", "es")),
        ('msgctxt "title"\nmsgid "Tea"\nmsgstr ""\n"Té"\n', ("en", "es")),
        ('msgctxt "title"\nmsgid "Tea"\nmsgstr ""\n', ("en",)),
        ('#, fuzzy\nmsgctxt "title"\nmsgid "Tea"\nmsgstr "Té"\n', ("en",)),
        ("garbage", ("en",)),
    ],
    ids=["whole", "on two lines", "empty", "fuzzy", "no catalogue"],
)
def test_only_whole_translations_are_offered(
    text: str, offered: tuple[str, ...], bare: Workspace
) -> None:
    put(bare, "handouts/tea/handout.md", "a")
    put(bare, "handouts/tea/es.po", text)
    survey = take_survey(bare, Settings())
    assert (survey.languages["tea"], survey.offered["tea"]) == (("en", "es"), offered)


def test_a_catalogue_that_is_no_file_is_still_a_language(bare: Workspace) -> None:
    put(bare, "handouts/tea/es.po/x", "a")
    assert take_survey(bare, Settings()).languages["tea"] == ("en", "es")


def test_a_catalogue_that_no_language_finds_is_told(bare: Workspace) -> None:
    put(bare, "handouts/tea/es_MX.po", "a")
    put(bare, "handouts/tea/en.po", "a")
    told = [f"{f.path}: {f.message}" for f in take_survey(bare, Settings()).findings]
    assert told == [
        "handouts/tea/en.po: is a translation into the source language.",
        "handouts/tea/es_MX.po: is named after no language.",
    ]
