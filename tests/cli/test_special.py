"""What is no plain file, in each place that is read or written, is told: nothing waits for it."""

import signal
import subprocess
import sys
from collections.abc import Iterator

import pytest
from click.testing import CliRunner

from plainleaf.cli import cli
from plainleaf.workspace import Workspace
from tests.conftest import KINDS, special

LOGO = "styles/brands/harbor/logo.svg"


@pytest.fixture(autouse=True)
def alarm() -> Iterator[None]:
    """End a test that waits for ever."""
    signal.alarm(60)
    yield
    signal.alarm(0)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    ("place", "command", "where"),
    [
        ("plainleaf.toml", "list", "plainleaf.toml: error: "),
        ("plainleaf.toml", "build", "plainleaf.toml: error: "),
        ("build/manifest.json", "build", "build/manifest.json: error: "),
        ("build/manifest.json", "build --dry-run", "build/manifest.json: error: "),
        ("handouts/wash-hands/handout.md", "check", "handouts/wash-hands/handout.md: error: "),
        ("handouts/wash-hands/es.po", "check", "handouts/wash-hands/es.po: error: "),
        ("handouts/wash-hands/es.po", "list languages", "handouts/wash-hands/es.po: error: "),
        ("styles/brands/harbor/_brand.yml", "check", "styles/brands/harbor/_brand.yml: error: "),
        ("styles/brands/harbor/_brand.yml", "proof harbor", "styles/brands/harbor/_brand.yml: "),
        (LOGO, "check", "styles/brands/harbor/_brand.yml:7 (logo.images.main.path): error: "),
        ("templates/strings/es.po", "check", "templates/strings/es.po: error: "),
        ("templates/handout.md", "new handout tea", "templates/handout.md: error: "),
        ("x.pdf", "check x.pdf", "x.pdf: error: is no file."),
    ],
)
def test_what_is_no_file_is_told(
    place: str,
    command: str,
    where: str,
    kind: str,
    library: Workspace,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    (library.root / place).unlink(missing_ok=True)
    monkeypatch.chdir(library.root)
    with special(kind, library.root / place):
        done = CliRunner().invoke(cli, command.split(), prog_name="plainleaf")
    assert (done.exit_code, where in done.output) == (1, True)


@pytest.mark.parametrize("kind", KINDS)
def test_logo_that_is_no_file_is_refused(
    kind: str, library: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(library.root)
    with special(kind, library.root / "x.svg"):
        command = ["new", "brand", "tea", "--logo", "x.svg"]
        done = CliRunner().invoke(cli, command, prog_name="plainleaf")
    assert (done.exit_code in (1, 2), "x.svg" in done.output) == (True, True)
    assert not (library.root / "styles/brands/tea").exists()


@pytest.mark.parametrize("kind", ["pipe", "socket", "device", "loop"])
@pytest.mark.parametrize("command", ["build -o out", "build --dry-run -o out"])
def test_output_that_is_no_folder_is_refused(
    command: str, kind: str, library: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(library.root)
    with special(kind, library.root / "out"):
        done = CliRunner().invoke(cli, command.split(), prog_name="plainleaf")
    assert (done.exit_code in (1, 2), "out" in done.output) == (True, True)


@pytest.mark.parametrize("command", ["build", "build --dry-run"])
def test_manifest_of_another_program_stops_a_build_before_it_makes_anything(
    command: str, library: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(library.root)
    (library.root / "out").mkdir()
    (library.root / "out/manifest.json").write_text('{"manifest_version": 3}')
    done = CliRunner().invoke(cli, [*command.split(), "-o", "out"], prog_name="plainleaf")
    assert (done.exit_code, done.output, [*(library.root / "out").iterdir()]) == (
        1,
        "out/manifest.json: error: is another program's, and plainleaf would write its own there."
        " Choose another folder with -o, or move that file. [manifest]\n",
        [library.root / "out/manifest.json"],
    )


@pytest.mark.slow
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("place", ["build/.cache", "build/.cache/store.sqlite"])
def test_store_that_is_none_costs_time_alone(place: str, kind: str, library: Workspace) -> None:
    with special(kind, library.root / place):
        command = [sys.executable, "-m", "plainleaf", "build", "wash-hands"]
        done = subprocess.run(
            command, cwd=library.root, capture_output=True, text=True, timeout=60, check=False
        )
    assert (done.returncode, done.stderr) == (0, "")


def test_too_little_memory_is_one_line(library: Workspace) -> None:
    """Enough to start, and too little for a worker."""
    done = subprocess.run(
        ["bash", "-c", f"ulimit -v 60000; exec {sys.executable} -m plainleaf build"],
        cwd=library.root,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (
        1,
        "",
        "plainleaf: error: the machine gives it no more memory or processes."
        " End other programs, or raise the limits (ulimit -v, -u), then run it again."
        " [no-memory]\n",
    )
