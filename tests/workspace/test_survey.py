import os
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import pytest

from plainleaf.errors import Finding
from plainleaf.model import Edition
from plainleaf.workspace import Workspace
from plainleaf.workspace.settings import Settings
from plainleaf.workspace.survey import take_survey
from tests.conftest import put

EDITION = Edition("tea", ("es",), "patient", "large", "sheet", "letter")
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


def told(findings: Iterable[Finding]) -> list[str]:
    return [f"{finding.path} {finding.code}" for finding in findings]


def test_nothing_has_changed_at_first(filled: Workspace) -> None:
    survey = take_survey(filled, Settings())
    assert [*survey.changed_text(EDITION), *survey.changed_brand("quay")] == []


@pytest.mark.parametrize(
    ("path", "text", "brand"),
    [
        ("handouts/tea/handout.md", True, False),
        ("handouts/tea/images/cup.svg", True, False),
        ("handouts/soap/handout.md", False, False),
        ("styles/base/base.css", True, False),
        ("templates/page.html", True, False),
        ("styles/brands/quay/_brand.yml", False, True),
        ("styles/brands/harbor/_brand.yml", False, False),
    ],
)
def test_what_changes_after_the_survey_is_told(
    path: str, text: bool, brand: bool, filled: Workspace
) -> None:
    """Even where it is again what it was: somebody may have read it in between."""
    survey = take_survey(filled, Settings())
    put(filled, path, "other")
    put(filled, path, "first")
    assert told(survey.changed_text(EDITION)) == [f"{path} changed"] * text
    assert told(survey.changed_brand("quay")) == [f"{path} changed"] * brand


def test_file_that_is_gone_has_changed(filled: Workspace) -> None:
    survey = take_survey(filled, Settings())
    (filled.root / "templates/page.html").unlink()
    assert told(survey.changed_text(EDITION)) == ["templates/page.html changed"]


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


def keys(workspace: Workspace) -> dict[str, str]:
    """Return what shapes a text in Spanish, and each brand."""
    survey = take_survey(workspace, Settings())
    return {"text": survey.text_key(EDITION), **survey.brand_keys}


@pytest.mark.parametrize(
    ("path", "key"),
    [
        ("handouts/tea/handout.md", "text"),
        ("handouts/tea/es.po", "text"),
        ("handouts/tea/fr.po", None),
        ("handouts/tea/images/cup.svg", "text"),
        ("handouts/soap/handout.md", None),
        ("styles/audiences/patient.css", "text"),
        ("styles/base/base.css", "text"),
        ("styles/brands/harbor/_brand.yml", "harbor"),
        ("styles/brands/quay/_brand.yml", "quay"),
        ("styles/formats/sheet.css", "text"),
        ("styles/sizes/giant.css", "text"),
        ("styles/sizes/large.css", "text"),
        ("templates/page.html", "text"),
    ],
)
def test_changed_file_changes_the_key_it_belongs_to(
    path: str, key: str | None, filled: Workspace
) -> None:
    before = keys(filled)
    put(filled, path, "second")
    after = keys(filled)
    changed = {each for each in before | after if before.get(each) != after.get(each)}
    assert changed == ({key} if key else set())


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ("handouts/tea/images/cup.svg", "handouts/tea/images/pot.svg", "text"),
        ("styles/base/base.css", "styles/base/tea.css", "text"),
        ("styles/brands/harbor/_brand.yml", "styles/brands/harbor/brand.yml", "harbor"),
    ],
    ids=["handout", "style", "brand"],
)
def test_renamed_file_changes_the_key_it_belongs_to(
    old: str, new: str, key: str, filled: Workspace
) -> None:
    before = keys(filled)
    (filled.root / old).rename(filled.root / new)
    after = keys(filled)
    assert {each for each in before | after if before.get(each) != after.get(each)} == {key}


def test_engine_shapes_each_text(filled: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    before = keys(filled)
    monkeypatch.setattr("plainleaf.workspace.survey.engine_digest", lambda settings: "another")
    after = keys(filled)
    assert {each for each in before if before[each] != after[each]} == {"text"}


def test_catalogue_of_the_source_language_adds_no_language(filled: Workspace) -> None:
    put(filled, "handouts/soap/en.po", "first")
    assert take_survey(filled, Settings()).languages["soap"] == ("en",)


def test_date_shapes_each_text(filled: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    before = keys(filled)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    after = keys(filled)
    assert {each for each in before if before[each] != after[each]} == {"text"}


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("handouts/tea/handout.md", "---\nreviewed: 2026-01-02\nreview-by: 2027-01-02\n---\n"),
        ("handouts/tea/es.po", '"X-Review-Date: 2026-01-02\\n"\n'),
    ],
    ids=["handout", "catalogue"],
)
def test_day_that_has_not_begun_shapes_its_text(
    path: str, text: str, filled: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was made of it while the clock was wrong is not fresh when it is right again."""
    put(filled, path, text)
    after = keys(filled)
    monkeypatch.setattr("plainleaf.workspace.clock.newest_day", lambda: date(2026, 1, 1))
    before = keys(filled)
    monkeypatch.setattr("plainleaf.workspace.clock.newest_day", lambda: date(2026, 1, 2))
    changed = {each for each in before if before[each] != after[each]}
    assert (changed, keys(filled)) == ({"text"}, after)


def test_languages_that_are_offered_shape_each_text(bare: Workspace) -> None:
    """They are named at its end: French is no input of a sheet in Spanish, but its name is."""
    put(bare, "handouts/tea/handout.md", "a")
    put(bare, "handouts/tea/fr.po", 'msgctxt "title"\nmsgid "Tea"\nmsgstr ""\n')
    before = keys(bare)
    put(bare, "handouts/tea/fr.po", 'msgctxt "title"\nmsgid "Tea"\nmsgstr "Thé"\n')
    assert keys(bare)["text"] != before["text"]


def test_plain_brand_has_a_key_without_files(bare: Workspace) -> None:
    assert list(take_survey(bare, Settings()).brand_keys) == ["plain"]


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


def test_folders_of_one_name_on_some_systems_are_told(bare: Workspace) -> None:
    for name in ("Harbor", "harbor", "quay"):
        put(bare, f"styles/brands/{name}/_brand.yml", "a")
    survey = take_survey(bare, Settings())
    message = "'Harbor' and 'harbor' are one folder on some systems."
    hint = "Give 'Harbor' a name of its own: a-z, 0-9 and single hyphens."
    assert (survey.brands, survey.findings) == (
        ("plain", "harbor", "quay"),
        (Finding("styles/brands", None, "bad-name", message, hint),),
    )


def test_file_name_that_is_no_text_is_passed_over(bare: Workspace) -> None:
    put(bare, "styles/base/base.css", "a")
    Path(os.fsdecode(os.fsencode(bare.root) + b"/styles/base/\xff.css")).write_text("a")
    survey = take_survey(bare, Settings())
    assert (len(survey.digests), len(survey.text_key(EDITION))) == (2, 64)


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


def test_a_file_in_a_folder_of_a_brand_is_one_of_its_files(bare: Workspace) -> None:
    logo = "styles/brands/tea/images/logo.svg"
    put(bare, "styles/brands/tea/_brand.yml", "meta: {name: Tea}\nlogo: images/logo.svg\n")
    put(bare, logo, "<svg/>")
    before = take_survey(bare, Settings()).brand_keys["tea"]
    put(bare, logo, "<svg />")
    assert take_survey(bare, Settings()).brand_keys["tea"] != before
