"""Whether a reader sees each word, and each picture of the brand, whatever a style does."""

import shutil
from collections.abc import Mapping
from dataclasses import replace

import pytest

from plainleaf.checks.pdf.seen import check_seen
from plainleaf.model import Choice, Run
from plainleaf.workspace import Workspace
from tests.checks.pdf.test_pdf import GOOD, PROMISE
from tests.conftest import LIBRARY, change, put
from tests.workspaces import results

OVER = "body::after { content: ''; position: absolute; z-index: 9; %s }"
"""A box laid over a part of the page."""

UNSEEN: Mapping[str, str] = {
    "white": "h1 { color: white }",
    "transparent": "h1 { color: transparent }",
    "opacity": "h1 { opacity: 0 }",
    "faint": "h1 { opacity: 0.3 }",
    "pale": ".summary { color: #aaa }",
    "black-ground": ".slot--phone { background: black }",
    "black-page": "@layer x { html { background: black } }",
    "white-box": OVER % "top: 0; left: 0; width: 150mm; height: 200mm; background: white",
    "black-box": OVER % "top: 0; left: 0; width: 150mm; height: 200mm; background: black",
    "border": ".slot--phone { outline: 20pt solid white; outline-offset: -24pt }",
    "shadow": ".slot--phone { box-shadow: inset 0 0 0 20pt black }",
    "clipped": ".slot--phone { overflow: hidden } .slot p { position: relative; left: -9mm }",
    "low": ".summary { overflow: hidden; height: 3mm; margin-bottom: 9mm }",
    "foot": ".footer { color: white }",
    "logo-covered": OVER % "top: 0; left: 0; width: 30mm; height: 30mm; background: white",
    "logo-ground": ".masthead { background: #888 }",
    "logo-faint": ".slot--logo { opacity: 0.5 }",
    "code-covered": ".slot--code { position: relative } .slot--code::after { content: ''; "
    "position: absolute; top: 5mm; left: 5mm; width: 12mm; height: 12mm; background: white }",
}
"""Styles by the audience that has them."""

BRAND, BOTH = frozenset({"pdf-brand"}), frozenset({"pdf-seen", "pdf-brand"})
EXPECTED = {
    **dict.fromkeys(("logo-ground", "logo-faint", "code-covered"), BRAND),
    **dict.fromkeys(("logo-covered", "black-page", "white-box", "black-box"), BOTH),
}
"""What is found; elsewhere words alone are unseen."""

OFF_PAGE: Mapping[str, str] = {
    "far": "h1 { position: absolute; left: -999mm }",
    "indented": ".summary { text-indent: -999mm }",
}
FINE: Mapping[str, str] = {
    "dark": ".call { background: black; color: white } .call .slot { background: white }",
    "tinted": ".call { background: #eee }",
    "gray": ".summary { color: #555 }",
    "ornament": OVER % "top: 0; right: 0; width: 2mm; height: 2mm; border: 1pt solid",
}


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, list[tuple[str, str]]]:
    """Build one sheet for each audience; return codes and messages of errors by audience."""
    root = tmp_path_factory.mktemp("seen") / "library"
    shutil.copytree(LIBRARY, root)
    workspace = Workspace.at(root)
    brand = "styles/brands/harbor/_brand.yml"
    site = "    site: https://harbor.example/\n"
    change(workspace, brand, "    disclaimer:", f"{site}    disclaimer:")
    styles = {**UNSEEN, **OFF_PAGE, **FINE}
    for audience, style in styles.items():
        put(workspace, f"styles/audiences/{audience}.css", style)
    choice = Choice(handouts=("drink-water",), audiences=tuple(styles), brands=("harbor",))
    return {
        result.imprint.split("_")[2]: [
            (finding.code, finding.message) for finding in result.findings if finding.is_error
        ]
        for result in results(workspace, choice)
    }


@pytest.mark.slow
@pytest.mark.parametrize("audience", UNSEEN)
def test_words_or_pictures_that_cannot_be_seen_fail(
    audience: str, found: Mapping[str, list[tuple[str, str]]]
) -> None:
    assert {code for code, _ in found[audience]} == EXPECTED.get(audience, {"pdf-seen"})


@pytest.mark.slow
@pytest.mark.parametrize("audience", OFF_PAGE)
def test_words_beyond_the_page_fail(
    audience: str, found: Mapping[str, list[tuple[str, str]]]
) -> None:
    assert "pdf-safe-area" in {code for code, _ in found[audience]}


@pytest.mark.slow
@pytest.mark.parametrize("audience", FINE)
def test_what_can_be_seen_passes(
    audience: str, found: Mapping[str, list[tuple[str, str]]]
) -> None:
    assert found[audience] == []


@pytest.mark.parametrize(
    ("run", "said"),
    [
        (Run(1, "Tea", 12), []),
        (Run(1, "Tea", 12, grey=148), []),
        (Run(1, "Tea", 12, grey=149), ["'Tea' has a contrast of 3.0 : 1, less than 3."]),
        (Run(1, "Tea", 12, grey=0, ground=0),
         ["'Tea' cannot be seen: it is covered, or has the colour of its ground."]),
        (Run(1, "Tea", 12, cut=3), []),
        (Run(1, "Tea", 12, cut=3.1), ["'Tea' is cut off by 3 pt."]),
        (Run(1, "Tea", 12, is_invisible=True), ["'Tea' is drawn without ink."]),
    ],
)  # fmt: skip
def test_where_a_word_begins_to_be_unseen(run: Run, said: list[str]) -> None:
    found = check_seen(replace(GOOD, runs=(run,)), PROMISE)
    assert [finding.message for finding in found] == said


def test_file_from_elsewhere_promised_nothing() -> None:
    assert list(check_seen(replace(GOOD, runs=(Run(1, "Tea", 12, grey=255),)), None)) == []
