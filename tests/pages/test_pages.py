"""Each page of README, tutorial and how-tos is followed to the letter by a reader who is new.

`tests/pages/walk.py` says how a page is read.
"""

import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from plainleaf.model import Fold, Handout, Library, Unit
from tests.pages.walk import Edit, Run, See, shows, steps

ROOT = Path(__file__).parents[2]
PAGES = ["README.md", "docs/tutorial.md"]
PAGES += sorted(p.relative_to(ROOT).as_posix() for p in (ROOT / "docs/how-to").glob("*.md"))
WORKSPACE = ("handouts", "styles", "templates", "plainleaf.toml", "Makefile", "docs", "README.md")

NAMES = {"HANDOUT": "signs-to-report", "BRAND": "lakeside"}
"""What a page leaves to its reader, and what ours takes."""

NOT_RUN: Mapping[str, str] = {
    r"make ": "sets up, builds or tests the repository; its target must be there",
    r"lp ": "needs a printer",
    r"plainleaf build --cluster tcp:": "needs a scheduler on another machine",
}
"""How commands begin that are not run, and why."""

WITHOUT: Mapping[str, str] = {
    "docs/how-to/add-a-check.md": "is about the package's own files",
    "docs/how-to/shell-completion.md": "is about the start of a shell",
}
"""Pages that have no command to run, and why."""


def nothing(workspace: Path) -> None:
    """Do nothing by hand."""


def translate_all(workspace: Path) -> None:
    """Fill in each empty text with the source: French that keeps all figures."""
    for path in workspace.rglob("fr.po"):
        entries = re.compile(r'^msgid ((?:"[^\n]*"\n)+)msgstr ""\n(?!")', re.MULTILINE)
        path.write_text(entries.sub(r"msgid \1msgstr \1", path.read_text("utf-8")), "utf-8")


def copy_large(workspace: Path) -> None:
    (workspace / "styles/sizes").mkdir()
    shutil.copy(ROOT / "styles/sizes/large.css", workspace / "styles/sizes/extra.css")


BY_HAND: Mapping[str, Callable[[Path], None]] = {
    "plainleaf list languages": translate_all,
    "plainleaf build HANDOUT -s extra": copy_large,
}
"""What the text of a page asks for before a command."""


def tea(title: str) -> Handout:
    day, path = date(2026, 1, 1), "handouts/tea/handout.md"
    unit = Unit("title", title, 2)
    return Handout("tea", path, unit, unit, "Ward 3", "1", day, day, (), (), ())


class Reader:
    """Somebody at a shell: a folder, a home of their own, what was printed last."""

    def __init__(self, folder: Path, home: Path) -> None:
        self.folder = folder
        path = f"{Path(sys.executable).parent}:/usr/bin:/bin"
        self.environment = {"HOME": str(home), "PATH": path, "LANG": "C.UTF-8"}
        self.printed, self.status = "", 0

    def run(self, command: str, goes_on: bool = False) -> None:
        """Run a command where the one before has left the shell."""
        place = Path(self.environment["HOME"]) / "place"
        script = f"{command}\nstatus=$?; pwd > '{place}'; exit $status"
        done = subprocess.run(
            ["bash", "-c", script],
            cwd=self.folder,
            env=self.environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        self.printed = (self.printed if goes_on else "") + done.stdout
        self.status = done.returncode
        self.folder = Path(place.read_text().strip())

    def edit(self, edit: Edit) -> None:
        """Write a file, or a part of it."""
        if edit.path.startswith("src/"):
            return  # of the package itself: see below
        place = self.folder / edit.path.replace("~", self.environment["HOME"])
        place.parent.mkdir(parents=True, exist_ok=True)
        text = place.read_text("utf-8") if place.exists() else ""
        if edit.old:
            assert text.count(edit.old) == 1, f"{edit.path} lacks {edit.old}"
            text = text.replace(edit.old, edit.new)
        else:
            text = f"{text}\n{edit.new}" if place.suffix == ".toml" else edit.new
        place.write_text(text, "utf-8")


@pytest.fixture
def reader(tmp_path: Path) -> Reader:
    """A reader in a copy of the repository's workspace; how-tos begin in a new one."""
    home, copy = tmp_path / "home", tmp_path / "plainleaf"
    home.mkdir()
    copy.mkdir()
    for name in WORKSPACE:
        whole = (ROOT / name).is_dir()
        (shutil.copytree if whole else shutil.copy)(ROOT / name, copy / name)
    (copy / ".venv").symlink_to(sys.prefix)
    return Reader(copy, home)


def begin_how_to(reader: Reader, page: str) -> None:
    """Make a workspace, with a logo beside it and the brand that the page is about."""
    reader.run("plainleaf init my-clinic && cd my-clinic")
    logo = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>'
    (reader.folder / "logo.svg").write_text(logo)
    if "BRAND" in page:
        reader.run("plainleaf new brand lakeside --logo logo.svg")
    assert reader.status == 0, reader.printed


def ready(command: str) -> str:
    """Return a command as our reader gives it."""
    for name, ours in NAMES.items():
        command = re.sub(rf"\b{name}\b", ours, command)
    return command


def reason(command: str) -> str:
    """Return why a command is not run, nothing if it is."""
    return next((why for begin, why in NOT_RUN.items() if command.startswith(begin)), "")


@pytest.mark.slow
@pytest.mark.parametrize("page", PAGES)
def test_a_page_does_what_it_says(page: str, reader: Reader) -> None:
    if "how-to" in page:
        begin_how_to(reader, (ROOT / page).read_text("utf-8"))
    listed = steps(ROOT / page)
    ran = 0
    for step, after in pairwise([*listed, None]):
        where = f"{page}:{step.line}" if step else ""
        match step:
            case Run(command, _, goes_on) if not reason(command):
                BY_HAND.get(command, nothing)(reader.folder)
                reader.run(ready(command), goes_on)
                fails = isinstance(after, See) and ": error:" in after.text
                assert reader.status == fails, f"{where}: {command}\n{reader.printed}"
                ran += 1
            case See(text, whole=True):
                assert shows(reader.printed, text), f"{where}:\n{reader.printed}"
            case See(text):
                assert text in reader.printed, f"{where}: {text}\n{reader.printed}"
            case Edit():
                reader.edit(step)
    assert (ran > 0) == (page not in WITHOUT)


@pytest.mark.parametrize("page", PAGES)
def test_what_make_is_asked_for_is_there(page: str) -> None:
    text = (ROOT / page).read_text("utf-8")
    asked = set(re.findall(r"(?:^|`)make ([a-z-]+)", text, re.MULTILINE))
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    assert asked <= targets


def block(page: str, path: str) -> str:
    """Return what a how-to puts into a file of the package."""
    (edit,) = [s for s in steps(ROOT / page) if isinstance(s, Edit) and s.path == path]
    return edit.new


def test_the_check_of_the_how_to_finds_what_it_says() -> None:
    names: dict[str, Any] = {}
    page = "docs/how-to/add-a-check.md"
    exec(block(page, "src/plainleaf/checks/text/long_titles.py"), names)
    handouts = {text: tea(text) for text in ("Tea", "x" * 61)}
    library = Library(
        handouts, catalogues={}, words={}, brands={}, languages={}, fixed_words=(), audiences=()
    )
    found = [(f.path, f.line, f.code) for f in names["check_long_titles"](library, ())]
    assert found == [("handouts/tea/handout.md", 2, "long-titles")]


def test_the_fold_of_the_how_to_is_a_row_of_the_table() -> None:
    row = block("docs/how-to/add-a-format.md", "src/plainleaf/model/fold.py")
    folds = eval(f"{{{row}}}", {"Fold": Fold})
    assert [(name, type(fold)) for name, fold in folds.items()] == [("zfold", Fold)]


def test_every_reason_is_of_use() -> None:
    commands = [s.command for page in PAGES for s in steps(ROOT / page) if isinstance(s, Run)]
    unused = [begin for begin in NOT_RUN if not any(c.startswith(begin) for c in commands)]
    unasked = [command for command in BY_HAND if command not in commands]
    assert (unused, unasked, sorted({*WITHOUT} - {*PAGES})) == ([], [], [])
