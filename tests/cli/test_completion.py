import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.shell_completion import ShellComplete

from plainleaf.cli import cli
from plainleaf.workspace import Workspace
from tests.conftest import put


def completed(workspace: Workspace, words: list[str], begun: str) -> list[str]:
    complete = ShellComplete(cli, {}, "plainleaf", "_PLAINLEAF_COMPLETE")
    where = ["-w", str(workspace.root)]
    before, after = [*where, *words], [words[0], *where, *words[1:]]
    found, same = (complete.get_completions(each, begun) for each in (before, after))
    assert [item.value for item in found] == [item.value for item in same]
    return [item.value for item in found]


@pytest.mark.parametrize(
    ("words", "begun", "names"),
    [
        (["build"], "wash", ["wash-hands"]),
        (["build"], "x", []),
        (["build", "-s"], "l", ["large"]),
        (["build", "-l"], "", ["en", "es"]),
        (["build", "--kit"], "", ["all"]),
        (["build", "-b"], "", ["plain", "harbor", "all"]),
        (["build", "-l"], "en+", ["en+es"]),
        (["build", "-l"], "es+e", ["es+en"]),
        (["build", "-l"], "fr+", []),
        (["build", "--layout"], "s", ["stacked"]),
        (["build", "-p"], "", ["letter", "a4"]),
        (["build", "-f"], "t", ["trifold"]),
        (["check"], "w", ["wash-hands"]),
        (["translate"], "d", ["drink-water"]),
        (["proof"], "h", ["harbor"]),
        (["list"], "pa", ["papers"]),
    ],
)
def test_shell_completes(
    words: list[str], begun: str, names: list[str], library: Workspace
) -> None:
    assert completed(library, words, begun) == names


BROKEN = {
    "no TOML": "= [",
    "no kit": "kits = 3",
    "no text": "\udcff",
    "deep": "a = " + "[" * 5000,
}


def shell(folder: Path, words: str, **more: str) -> tuple[int, str, str]:
    """Ask as bash does; what completes nothing is an empty line."""
    asked = {
        "_PLAINLEAF_COMPLETE": "bash_complete",
        "COMP_WORDS": words,
        "COMP_CWORD": str(len(words.split(" ")) - 1),
    }
    done = subprocess.run(
        [sys.executable, "-c", "from plainleaf.cli import main; main()"],
        cwd=folder,
        env={**os.environ, **asked, **more},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout, done.stderr


@pytest.mark.parametrize("words", ["plainleaf build ", "plainleaf build --kit "])
@pytest.mark.parametrize("way", BROKEN)
def test_broken_workspace_completes_nothing(way: str, words: str, library: Workspace) -> None:
    put(library, "plainleaf.toml", BROKEN[way].encode(errors="surrogateescape"))
    assert shell(library.root, words) == (0, "\n", "")


def test_no_workspace_completes_nothing(tmp_path: Path) -> None:
    assert shell(tmp_path, "plainleaf build --kit ") == (0, "\n", "")


def test_shell_that_asks_nonsense_is_told_nothing(tmp_path: Path) -> None:
    assert shell(tmp_path, "plainleaf build ", COMP_CWORD="many") == (1, "", "")


def test_shell_completes_nothing_outside_of_a_workspace(tmp_path: Path) -> None:
    complete = ShellComplete(cli, {}, "plainleaf", "_PLAINLEAF_COMPLETE")
    assert complete.get_completions(["build", "-w", str(tmp_path)], "w") == []


def test_shell_completes_nothing_where_it_may_not_read(
    library: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*arguments: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Workspace, "walk", fail)
    complete = ShellComplete(cli, {}, "plainleaf", "_PLAINLEAF_COMPLETE")
    assert complete.get_completions(["build", "-w", str(library.root)], "w") == []
