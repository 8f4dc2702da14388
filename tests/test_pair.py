"""The one-page starter in two languages on a tri-fold: it fits, and what its back says."""

import shutil
from collections.abc import Mapping
from pathlib import Path

import pypdfium2
import pytest

from plainleaf.build import build
from plainleaf.build.manifest import Result
from plainleaf.build.order import Order
from plainleaf.model import Choice
from plainleaf.workspace import Workspace, starter_root
from plainleaf.workspace.settings import read_settings
from tests.conftest import change
from tests.workspaces import Silent

STARTER = "handouts/signs-to-report"
BRAND = "styles/brands/riverside"
LONG = "styles/brands/long/_brand.yml"
PAIRS = ("en+es", "es+en")
PAPERS = ("letter", "a4")
BRANDS = ("plain", "riverside", "long")

GENERAL = (
    "This is general information. Your care team knows what is right for you. Was it clear? Tell"
    " the person who gave it to you."
)
GENERAL_ES = (
    "Es información general. Su equipo médico sabe qué le conviene a usted. ¿Fue claro? Dígaselo a"
    " quien se lo dio."
)
STAFF = "Signs to report · English + Spanish / Español · 1.0 · 2026-11-22"
SOURCES = (
    "Sources: A health article for the public",
    "Fuentes: Artículo de salud para el público",
)


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """The starter, its brand, and one that says all that a brand may say on a back."""
    root = tmp_path_factory.mktemp("pair")
    for path in (STARTER, BRAND):
        shutil.copytree(starter_root() / path, root / path)
    shutil.copytree(root / BRAND, (root / LONG).parent)
    (root / "plainleaf.toml").write_text('source-language = "en"\n')
    workspace = Workspace.at(root)
    change(workspace, LONG, "(example)\nlogo", "(example 2)\nlogo")
    words = "Ask your own care team before you act on it."
    change(workspace, LONG, "    site:", f"    disclaimer: {words}\n    site:")
    return workspace


@pytest.fixture(scope="module")
def results(workspace: Workspace) -> Mapping[str, Result]:
    audiences = ("patient", "caregiver")
    choice = Choice(("signs-to-report",), PAIRS, audiences, (), ("trifold",), PAPERS, BRANDS)
    folder = workspace.root / "build"
    run = build(Order(workspace, read_settings(workspace), [choice], folder, jobs=2), Silent())
    return {result.imprint: result for result in run.results}


def back(workspace: Workspace, brand: str, languages: str, paper: str) -> str:
    name = f"signs-to-report_{languages}_patient_standard_trifold_{paper}.pdf"
    place: Path = workspace.root / "build" / brand / name
    with pypdfium2.PdfDocument(place) as pdf:
        return " ".join(pdf[len(pdf) - 1].get_textpage().get_text_range().split())


@pytest.mark.slow
def test_each_brand_and_paper_has_room_for_it(results: Mapping[str, Result]) -> None:
    found = [
        (result.imprint, result.state, finding.code)
        for result in results.values()
        for finding in result.findings
        if finding.is_error
    ]
    states = [result.state for result in results.values()]
    assert (states, found) == (["built"] * 24, [])


@pytest.mark.slow
@pytest.mark.usefixtures("results")
@pytest.mark.parametrize("paper", PAPERS)
def test_the_back_says_what_must_stand_there(paper: str, workspace: Workspace) -> None:
    clinic = "Riverside Community Clinic (example). 100 Example Street, Riverside."
    address = (
        "https:// riverside.example/h/" if paper == "letter" else "https://riverside.example/h/"
    )
    assert back(workspace, "riverside", "en+es", paper) == (
        "Phone: (555) 010-0199 Teléfono: (555) 010-0199"
        f" Given to you by {clinic} Entregado por {clinic}"
        f" This handout on the web: Este folleto en internet: {address} signs-to-report"
        f" Written by plainleaf. Next check: November 22, 2028. {GENERAL}"
        f" Escrito por plainleaf. Próxima verificación: 22 de noviembre de 2028. {GENERAL_ES}"
        f" {STAFF}"
    )


@pytest.mark.slow
@pytest.mark.usefixtures("results")
@pytest.mark.parametrize("languages", PAIRS)
def test_a_back_without_a_brand_has_room_for_sources(languages: str, workspace: Workspace) -> None:
    said = back(workspace, "plain", languages, "letter")
    assert [words in said for words in SOURCES] == [True, True]
