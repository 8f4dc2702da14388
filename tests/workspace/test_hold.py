import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from plainleaf.workspace import hold as holding
from plainleaf.workspace.hold import FOLDER, Scratch, sweep_folders, sweep_parts

OLD = f"{FOLDER}abcdefgh"


def names(folder: Path) -> list[str]:
    return sorted(place.name for place in folder.iterdir())


def test_folder_that_nobody_holds_is_swept(tmp_path: Path) -> None:
    (tmp_path / OLD).mkdir()
    (tmp_path / OLD / "fonts.conf").touch()
    sweep_folders(tmp_path)
    assert names(tmp_path) == []


def test_folder_that_is_held_is_left(tmp_path: Path) -> None:
    with Scratch(tmp_path) as folder:
        (folder / "fonts.conf").touch()
        sweep_folders(tmp_path)
        assert names(tmp_path) == [folder.name]
    assert names(tmp_path) == []


@pytest.mark.parametrize("ending", ["exit", "kill"])
def test_hold_ends_with_its_process(ending: str, tmp_path: Path) -> None:
    script = (
        "import os, signal, sys; from pathlib import Path;"
        "from plainleaf.workspace.hold import Scratch;"
        "scratch = Scratch(Path(sys.argv[1])); print(scratch.path.name, flush=True); "
        f"{'input()' if ending == 'exit' else 'os.kill(os.getpid(), signal.SIGKILL)'}; os._exit(0)"
    )
    command = [sys.executable, "-c", script, str(tmp_path)]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True) as owner:
        assert owner.stdout
        name = owner.stdout.readline().strip()
        if ending == "exit":
            sweep_folders(tmp_path)
            assert names(tmp_path) == [name]
        owner.communicate("\n")
    assert names(tmp_path) == [name]
    sweep_folders(tmp_path)
    assert names(tmp_path) == []


@pytest.mark.parametrize(
    "name", ["plainleaf-fontconfig", "plainleaf-training", FOLDER, f"{OLD}x", f"a{OLD}"]
)
def test_folder_of_another_name_is_left(name: str, tmp_path: Path) -> None:
    (tmp_path / name).mkdir()
    sweep_folders(tmp_path)
    assert names(tmp_path) == [name]


def test_link_and_file_of_such_a_name_are_left(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / OLD).symlink_to("mine")
    (tmp_path / f"{FOLDER}12345678").touch()
    sweep_folders(tmp_path)
    assert names(tmp_path) == ["mine", f"{FOLDER}12345678", OLD]


def test_what_is_another_users_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / OLD).mkdir()
    (tmp_path / ".tea.pdf.12.plainleaf").touch()
    uid = os.getuid() + 1
    monkeypatch.setattr(os, "getuid", lambda: uid)
    sweep_folders(tmp_path)
    sweep_parts(tmp_path)
    assert names(tmp_path) == [".tea.pdf.12.plainleaf", OLD]


def test_folder_swept_before_it_is_held_is_made_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hold = holding.hold
    swept: list[Path | str] = []

    def late(handle: int, place: Path | str) -> bool:
        if not swept:
            sweep_folders(tmp_path)
            swept.append(place)
        return hold(handle, place)

    monkeypatch.setattr(holding, "hold", late)
    with Scratch(tmp_path) as folder:
        assert (len(swept), swept[0] == folder, names(tmp_path)) == (1, False, [folder.name])


def test_folder_that_is_swept_before_it_is_opened_is_made_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make = tempfile.mkdtemp
    swept: list[str] = []

    def late(**where: object) -> str:
        place = make(**where)  # type: ignore[call-overload]
        if not swept:
            sweep_folders(tmp_path)
            swept.append(place)
        return str(place)

    monkeypatch.setattr(tempfile, "mkdtemp", late)
    with Scratch(tmp_path) as folder:
        assert (swept == [str(folder)], names(tmp_path)) == (False, [folder.name])


@pytest.mark.parametrize("below", ["", "plain", ".cache"])
def test_half_written_file_that_nobody_holds_is_swept(below: str, tmp_path: Path) -> None:
    folder = tmp_path / below
    folder.mkdir(exist_ok=True)
    (folder / ".tea.pdf.1.plainleaf").touch()
    (folder / ".tea.pdf.1-2.plainleaf").touch()
    (folder / ".tea.pdf.plainleaf").touch()  # of another program
    (folder / ".tea.pdf.1.part").touch()
    sweep_parts(tmp_path)
    assert names(folder) == [".tea.pdf.1.part", ".tea.pdf.plainleaf"]


def test_half_written_file_that_is_held_is_left(tmp_path: Path) -> None:
    place = tmp_path / ".tea.pdf.1.plainleaf"
    with place.open("w") as file:
        holding.hold(file.fileno(), place)
        sweep_parts(tmp_path)
        assert names(tmp_path) == [place.name]
    sweep_parts(tmp_path)
    assert names(tmp_path) == []


def test_sweep_of_no_folder_does_nothing(tmp_path: Path) -> None:
    sweep_folders(tmp_path / "none")
    sweep_parts(tmp_path / "none")
    assert names(tmp_path) == []
