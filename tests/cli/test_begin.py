import json
from pathlib import Path

import pytest

from plainleaf.workspace import Workspace, starter_root
from tests.cli.running import run, said
from tests.conftest import put


def test_new_handout_is_ready_to_load(library: Workspace) -> None:
    made = run("new", "handout", "walk-daily", workspace=library)
    assert said(made) == (
        0,
        "handouts/walk-daily/handout.md is ready."
        f" Next: write it, then plainleaf build walk-daily -w {library.root}\n",
        "",
    )
    assert said(run("check", "walk-daily", workspace=library)) == (0, "0 findings\n", "")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (
            "Walk Daily",
            "NAME: error: 'Walk Daily' is no name for a folder."
            " Use a-z, 0-9 and single hyphens, up to 64, such as 'walk-daily'. [bad-name]\n",
        ),
        (
            "../walk",
            "NAME: error: '../walk' is no name for a folder."
            " Use a-z, 0-9 and single hyphens, up to 64, such as 'walk'. [bad-name]\n",
        ),
        (
            "Año_Nuevo",
            "NAME: error: 'Año_Nuevo' is no name for a folder."
            " Use a-z, 0-9 and single hyphens, up to 64, such as 'ano-nuevo'. [bad-name]\n",
        ),
        (
            "喘息",
            "NAME: error: '喘息' is no name for a folder."
            " Use a-z, 0-9 and single hyphens, up to 64. [bad-name]\n",
        ),
        (
            "wash-hands",
            "handouts/wash-hands/handout.md: error: is already there."
            " Choose another name, or edit it. [taken]\n",
        ),
    ],
    ids=["spaces", "path", "accents", "no such letter", "taken"],
)
def test_new_handout_needs_a_free_name(name: str, expected: str, library: Workspace) -> None:
    before = sorted(library.root.rglob("*"))
    assert said(run("new", "handout", name, workspace=library)) == (1, "", expected)
    assert sorted(library.root.rglob("*")) == before


@pytest.mark.parametrize("name", ["null", "no", "2024", "true", "1e3"])
def test_new_handout_may_be_named_like_a_value(name: str, library: Workspace) -> None:
    assert run("new", "handout", name, workspace=library).exit_code == 0
    assert said(run("check", name, "--strict", workspace=library)) == (0, "0 findings\n", "")


def test_init_makes_a_workspace_that_lists_and_checks(tmp_path: Path) -> None:
    folder = tmp_path / "clinic"
    assert said(run("init", str(folder))) == (
        0,
        f"{folder} is ready. Next: plainleaf build -w {folder}\n",
        "",
    )
    starter = sorted(place.name for place in (starter_root() / "handouts").iterdir())
    listed = run("list", "--json", workspace=Workspace.at(folder))
    assert [json.loads(line)["name"] for line in listed.stdout.splitlines()] == starter
    assert run("check", workspace=Workspace.at(folder)).exit_code == 0


def test_init_leaves_a_folder_with_something_in_it_alone(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").touch()
    assert said(run("init", str(tmp_path))) == (
        1,
        "",
        f"{tmp_path}: error: is not empty: it holds 'mine.txt'. Name a new folder. [not-empty]\n",
    )
    assert [place.name for place in tmp_path.iterdir()] == ["mine.txt"]


def test_init_where_one_stands_needs_no_folder_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert said(run("init", ".")) == (
        0,
        "This folder is a workspace now. Next: plainleaf build\n",
        "",
    )


def test_init_twice_says_that_it_is_done(tmp_path: Path) -> None:
    folder = tmp_path / "my clinic"
    assert run("init", str(folder)).exit_code == 0
    assert said(run("init", str(folder))) == (
        1,
        "",
        f"{folder}: error: is a workspace already."
        f" Go on: plainleaf build -w '{folder}'; or name a new folder. [not-empty]\n",
    )


def test_init_over_a_file_is_wrong_usage(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert run("init", str(tmp_path / "file")).exit_code == 2


def test_file_in_the_way_is_a_name_taken(library: Workspace) -> None:
    put(library, "handouts/walk-daily", "a file in the way")
    result = run("new", "handout", "walk-daily", workspace=library)
    assert (result.exit_code, result.stderr) == (
        1,
        "handouts/walk-daily/handout.md: error: is already there."
        " Choose another name, or edit it. [taken]\n",
    )
