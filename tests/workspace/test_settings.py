import pytest

from plainleaf.errors import PlainleafError
from plainleaf.model import Choice, Limits, Names
from plainleaf.workspace import Workspace
from plainleaf.workspace.settings import Settings, read_settings
from tests.conftest import put

NO_NUMBER = "bad-field: is not a number above 0 and below 1,000,000."
NO_WHOLE = NO_NUMBER.replace("number", "whole number")


def faults(text: str, workspace: Workspace) -> list[str]:
    """Return the faults of plainleaf.toml as `(field) code: message`."""
    put(workspace, "plainleaf.toml", text)
    with pytest.raises(PlainleafError) as caught:
        read_settings(workspace)
    assert {finding.path for finding in caught.value.findings} == {"plainleaf.toml"}
    return [f"({f.field}) {f.code}: {f.message}" for f in caught.value.findings]


def test_settings_are_read_whole(bare: Workspace) -> None:
    text = """
source-language = "fr"
fonts = ["/opt/fonts"]
[defaults]
sizes = ["large", "giant"]
brands = ["all"]
[limits]
seconds = 7
memory-mib = 256
[languages.hni]
own-name = "Haqniqdoq"
english-name = "Hani"
[languages.ilo]
own-name = "Iloko"
[[kits.ward]]
languages = ["es"]
[[kits.ward]]
handouts = ["tea"]
"""
    put(bare, "plainleaf.toml", text)
    assert read_settings(bare) == Settings(
        source_language="fr",
        defaults=Choice(
            languages=("en",),
            audiences=("patient",),
            sizes=("large", "giant"),
            formats=("sheet",),
            papers=("letter",),
            brands=("all",),
        ),
        kits={"ward": (Choice(languages=("es",)), Choice(handouts=("tea",)))},
        limits=Limits(seconds=7.0, memory_mib=256, pages=120),
        fonts=("/opt/fonts",),
        languages={"hni": Names("Haqniqdoq", "Hani"), "ilo": Names("Iloko")},
    )


@pytest.mark.parametrize("text", ["# nothing\n", ""])
def test_nothing_means_the_defaults(text: str, bare: Workspace) -> None:
    """To remove an empty file would leave no workspace."""
    put(bare, "plainleaf.toml", text)
    assert read_settings(bare) == Settings()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a = ", ["(None) bad-toml: is not TOML: Invalid value (at end of document)."]),
        ("a = " + "[" * 20_000, ["(None) bad-toml: is not TOML: nested too deep."]),
        (
            "a = 1\na = 2",
            ["(None) bad-toml: is not TOML: Cannot overwrite a value (at end of document)."],
        ),
        ("sizes = []", ["(sizes) unknown-field: is not a field here."]),
        ("[defaults]\nsize = []", ["(defaults.size) unknown-field: is not a field here."]),
        ("[[kits.a]]\nsize = []", ["(kits.a.size) unknown-field: is not a field here."]),
        ("[limits]\npage = 1", ["(limits.page) unknown-field: is not a field here."]),
        ("source-language = 5", ["(source-language) bad-field: is not a text of one line."]),
        ("fonts = 'a'", ["(fonts) bad-field: is not a list of texts."]),
        ("defaults = 5", ["(defaults) bad-field: is not a table of names and values."]),
        ("[defaults]\nsizes = 'large'", ["(defaults.sizes) bad-field: is not a list of texts."]),
        ("[defaults]\nsizes = [1]", ["(defaults.sizes) bad-field: is not a list of texts."]),
        ("[kits]\na = 5", ["(kits.a) bad-field: is not a list of tables."]),
        ("[limits]\npages = 'x'", [f"(limits.pages) {NO_WHOLE}"]),
        ("[limits]\npages = 1.5", [f"(limits.pages) {NO_WHOLE}"]),
        ("[limits]\npages = true", [f"(limits.pages) {NO_WHOLE}"]),
        ("[limits]\npages = 0", [f"(limits.pages) {NO_WHOLE}"]),
        ("[limits]\nseconds = nan", [f"(limits.seconds) {NO_NUMBER}"]),
        ("[limits]\nseconds = inf", [f"(limits.seconds) {NO_NUMBER}"]),
        ("[limits]\nmemory-mib = 1000000", [f"(limits.memory-mib) {NO_WHOLE}"]),
        ("[defaults]\npapers = []", ["(defaults.papers) bad-field: names nothing."]),
        ("[defaults]\nsizes = ['']", ["(defaults.sizes) bad-field: holds an empty text."]),
        (
            "fonts = 1\n[limits]\npages = 0",
            [
                f"(limits.pages) {NO_WHOLE}",
                "(fonts) bad-field: is not a list of texts.",
            ],
        ),
    ],
    ids=["no TOML", "deep", "twice", "unknown", "unknown default", "unknown in a kit",
         "unknown limit", "language", "fonts", "defaults", "a default a text",
         "a default a number", "kit", "limit a text", "limit a fraction", "limit a truth",
         "limit of nothing", "limit of no number", "no limit", "limit too large",
         "default of nothing", "empty default", "all at once"],
)  # fmt: skip
def test_wrong_settings_are_told(text: str, expected: list[str], bare: Workspace) -> None:
    assert faults(text, bare) == expected


def test_curly_quotes_are_named_in_the_hint(bare: Workspace) -> None:
    put(bare, "plainleaf.toml", "source-language = “en”\n")
    with pytest.raises(PlainleafError) as caught:
        read_settings(bare)
    (finding,) = caught.value.findings
    assert finding.hint == 'Mend that line. Quotes must be straight: "…".'


def test_no_handouts_by_default_means_all(bare: Workspace) -> None:
    put(bare, "plainleaf.toml", "[defaults]\nhandouts = []\n")
    assert read_settings(bare) == Settings()


def test_unknown_field_names_the_nearest(bare: Workspace) -> None:
    put(bare, "plainleaf.toml", "[defaults]\naudience = ['patient']\n")
    with pytest.raises(PlainleafError) as caught:
        read_settings(bare)
    assert [finding.hint for finding in caught.value.findings] == ["Did you mean 'audiences'?"]
