import pytest

from plainleaf.load import load
from plainleaf.model import Edition
from plainleaf.settings import Settings, read_settings
from plainleaf.workspace import Workspace


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
    monkeypatch.setattr("plainleaf.fonts.font_files", lambda extra: [])
    edition = Edition("wash-hands", ("es",), "patient", "standard", "sheet", "letter")
    _, findings = load(library, read_settings(library), [edition], [], (), {})
    assert [str(f) for f in findings if f.path == "handouts/wash-hands/es.po"] == [
        "handouts/wash-hands/es.po:1: error: no font here can print Spanish (es). Install"
        " Debian's fonts-noto-core,"
        " or name a folder with Noto fonts in plainleaf.toml. [no-font]"
    ]
