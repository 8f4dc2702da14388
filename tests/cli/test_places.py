"""Each path that the command prints can be opened from where one stands."""

import json
import os
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from plainleaf.cli import cli, places
from plainleaf.cli.streams import Session
from plainleaf.workspace import Workspace, starter_root
from tests.conftest import change, put

BELOW = ("", "handouts/wash-hands", "styles/brands/harbor")
BROKEN = "handouts/wash-hands/handout.md"


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cli, arguments, prog_name="plainleaf")


def stand(workspace: Workspace, below: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Go to a folder in a workspace."""
    monkeypatch.chdir(workspace.root / below)


@pytest.mark.parametrize("below", BELOW)
@pytest.mark.parametrize(
    ("arguments", "printed"),
    [
        (["check"], BROKEN),
        (["new", "handout", "tea"], "handouts/tea/handout.md"),
        (["translate", "drink-water", "fr"], "handouts/drink-water/fr.po"),
        (["translate", "--words", "so"], "templates/strings/so.po"),
        (
            ["build", "--dry-run", "drink-water"],
            "build/plain/drink-water_en_patient_standard_sheet_letter.pdf",
        ),
    ],
    ids=["check", "new", "translate", "words", "dry-run"],
)
def test_path_is_seen_from_below(
    arguments: list[str],
    printed: str,
    below: str,
    library: Workspace,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    change(library, BROKEN, "only caregiver", "only caregivers")
    stand(library, below, monkeypatch)
    first = re.split(r":\d|: | is |\n", run(*arguments).stdout)[0]
    assert first == os.path.relpath(printed, below or ".")


def test_path_is_whole_from_elsewhere(
    library: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    change(library, BROKEN, "only caregiver", "only caregivers")
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")
    said = run("check", "-w", "../library").stdout
    assert said.startswith(f"{library.root}/{BROKEN}:")


def test_path_is_short_from_above(library: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    change(library, BROKEN, "only caregiver", "only caregivers")
    monkeypatch.chdir(library.root.parent)
    assert run("check", "-w", "library").stdout.startswith(f"library/{BROKEN}:")


def test_json_keeps_the_workspaces_path(
    library: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    change(library, BROKEN, "only caregiver", "only caregivers")
    stand(library, "styles/brands/harbor", monkeypatch)
    assert json.loads(run("check", "--json").stdout)["path"] == BROKEN


def test_file_of_the_package_is_named_where_it_is(
    library: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(places, "session", lambda: Session(library.root))
    assert places.shown("templates/page.html") == f"{starter_root()}/templates/page.html"


@pytest.mark.slow
@pytest.mark.parametrize("below", ["", "handouts/wash-hands"])
def test_what_is_built_can_be_opened(
    below: str, library: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    stand(library, below, monkeypatch)
    made = [run("build", "wash-hands"), run("build", "wash-hands", "-o", "out")]
    named = [re.findall(r"^built  (.*)$", each.stdout, re.MULTILINE) for each in made]
    assert [[Path(path).is_file() for path in paths] for paths in named] == [[True], [True]]
    assert named[1] == ["out/plain/wash-hands_en_patient_standard_sheet_letter.pdf"]


@pytest.mark.slow
def test_proof_can_be_opened(library: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    stand(library, "handouts/wash-hands", monkeypatch)
    assert run("proof", "harbor").stdout == "../../build/harbor/proof.pdf\n"


@pytest.mark.slow
def test_fault_of_an_imprint_names_its_place(
    library: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    stand(library, "handouts", monkeypatch)
    name = "plain/wash-hands_en_patient_standard_sheet_letter.pdf"
    put(library, f"build/{name}/in-the-way", "")
    assert run("build", "wash-hands").stderr.startswith(f"../build/{name}: error: cannot be")


def test_logo_is_named_from_where_one_stands(
    library: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    stand(library, "handouts", monkeypatch)
    put(library, "handouts/mine.gif", "GIF89a")
    said = run("new", "brand", "tea", "--logo", "mine.gif").stderr
    assert said.startswith("mine.gif (--logo): error: ends in '.gif'.")


def test_pdf_to_check_is_named_as_it_was(
    library: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    stand(library, "handouts", monkeypatch)
    put(library, "handouts/large.pdf", "")
    os.truncate("large.pdf", 65 * 2**20)
    assert run("check", "large.pdf").stdout.startswith("large.pdf: error: is larger than")
