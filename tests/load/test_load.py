import pytest

from plainleaf.load.library import load
from plainleaf.model import Edition
from plainleaf.workspace import Workspace
from plainleaf.workspace.settings import Settings, read_settings
from tests.conftest import put


@pytest.mark.parametrize("source", ["en", "es"])
def test_fixed_words_are_read_for_each_printed_language_but_english(
    source: str, library: Workspace
) -> None:
    """The templates' own words are English, whatever the handouts are written in."""
    editions = [
        Edition("tea", (code,), "patient", "large", "sheet", "a4") for code in ("en", "es")
    ]
    found, _ = load(library, Settings(source_language=source), editions, ["plain"], (), {})
    assert list(found.words) == ["es"]


def test_fixed_words_of_a_source_language_that_is_not_printed_are_not_needed(
    library: Workspace,
) -> None:
    edition = Edition("tea", ("en",), "patient", "large", "sheet", "a4")
    found, _ = load(library, Settings(source_language="fr"), [edition], ["plain"], (), {})
    assert found.words == {}


def test_a_language_without_a_font_names_the_package(
    library: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("plainleaf.workspace.fonts.font_files", lambda extra: [])
    edition = Edition("wash-hands", ("es",), "patient", "standard", "sheet", "letter")
    _, findings = load(library, read_settings(library), [edition], [], (), {})
    assert [str(f) for f in findings if f.path == "handouts/wash-hands/es.po"] == [
        "handouts/wash-hands/es.po:1: error: no font here can print Spanish (es). Install"
        " Debian's fonts-noto-core,"
        " or name a folder with Noto fonts in plainleaf.toml. [no-font]"
    ]


def test_organizations_of_one_name_are_told(library: Workspace) -> None:
    for name in ("bay", "quay"):
        put(library, f"styles/brands/{name}/_brand.yml", f"meta: {{name: '{name}  CLINIC'}}\n")
    put(library, "styles/brands/pier/_brand.yml", "meta: {name: Bay clinic}\n")
    brands, findings = load(library, Settings(), [], ["bay", "pier", "plain", "quay"], (), {})
    assert (sorted(brands.brands), [str(finding) for finding in findings]) == (
        ["bay", "pier", "plain", "quay"],
        [
            "styles/brands/pier/_brand.yml (meta.name): warning: is the name in"
            " styles/brands/bay/_brand.yml too. Write what tells both apart, such as the town."
            " [same-name]"
        ],
    )


def test_warnings_of_a_brand_are_passed_on(library: Workspace) -> None:
    put(library, "styles/brands/bay/_brand.yml", "meta: {name: Bay}\ntypography: {base: Arial}\n")
    _, findings = load(library, Settings(), [], ["bay"], (), {})
    assert [(finding.code, finding.field) for finding in findings] == [("unused-field", None)]


def test_fixed_words_that_are_not_there_are_begun(library: Workspace) -> None:
    edition = Edition("tea", ("de",), "patient", "large", "sheet", "a4")
    _, findings = load(library, Settings(), [edition], [], (), {})
    assert [str(f) for f in findings if f.path.endswith("de.po") and "strings" in f.path] == [
        "templates/strings/de.po: error: is not there."
        " Run 'plainleaf translate --words de', and translate them there. [missing-file]"
    ]
