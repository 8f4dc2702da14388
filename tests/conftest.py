import contextlib
import os
import shutil
import socket
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest

from plainleaf.workspace import Workspace
from plainleaf.workspace.fonts import fontconfig

LIBRARY = Path(__file__).parent / "library"


@pytest.fixture(scope="session", autouse=True)
def own_state(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep what plainleaf keeps for its user apart from the user's own."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_STATE_HOME", str(tmp_path_factory.mktemp("state")))
        yield


def pytest_configure(config: pytest.Config) -> None:
    """Forget what the user's shell says of dates and fonts: a test says it, or has ours.

    The engine reads its fonts when it is imported, and a module of tests may do that.
    """
    os.environ.pop("SOURCE_DATE_EPOCH", None)
    folder = tempfile.TemporaryDirectory(prefix="plainleaf-fonts-")
    config.add_cleanup(folder.cleanup)
    fonts = Path(folder.name) / "fonts.conf"
    fonts.write_text(fontconfig((), fonts.with_name("cache")), encoding="utf-8")
    os.environ["FONTCONFIG_FILE"] = str(fonts)


@pytest.fixture
def library(tmp_path: Path) -> Workspace:
    """A fresh copy of the tiny workspace; behind it the package's templates and styles."""
    shutil.copytree(LIBRARY, tmp_path / "library")
    return Workspace.at(tmp_path / "library")


@pytest.fixture(autouse=True)
def last_day(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every day have begun: what a text says of days is right whatever the clock says."""
    monkeypatch.setattr("plainleaf.workspace.clock.newest_day", lambda: date.max)


@pytest.fixture
def bare(tmp_path: Path) -> Workspace:
    """A workspace with nothing in it, and nothing behind it."""
    (tmp_path / "bare").mkdir()
    (tmp_path / "bare" / "plainleaf.toml").touch()
    return Workspace(tmp_path / "bare", tmp_path / "nothing")


def put(workspace: Workspace, path: str, content: str | bytes) -> Path:
    """Write a file of a workspace."""
    place = workspace.root / path
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(content.encode() if isinstance(content, str) else content)
    return place


def change(workspace: Workspace, path: str, old: str, new: str) -> None:
    """Replace the one place of a text in a file of a workspace."""
    text = (workspace.root / path).read_text(encoding="utf-8")
    assert text.count(old) == 1
    put(workspace, path, text.replace(old, new))


@contextmanager
def special(kind: str, place: Path) -> Iterator[None]:
    """Put something in a place that is no file; a socket needs a short path, so it goes there."""
    place.parent.mkdir(parents=True, exist_ok=True)
    with socket.socket(socket.AF_UNIX) as listener, contextlib.chdir(place.parent):
        makes: Mapping[str, Callable[[], None]] = {
            "pipe": lambda: os.mkfifo(place),
            "socket": lambda: listener.bind(place.name[:100]),
            "folder": place.mkdir,
            "device": lambda: place.symlink_to("/dev/zero"),
            "loop": lambda: place.symlink_to(place.name),
        }
        makes[kind]()
        if kind == "socket" and place.name != place.name[:100]:
            Path(place.name[:100]).rename(place)
    yield


KINDS = ("pipe", "socket", "folder", "device", "loop")


pytest_plugins = ["tests.typesetting", "tests.workspaces"]
