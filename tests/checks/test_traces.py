import getpass
from pathlib import Path

import pytest

from plainleaf.checks.traces import traces


@pytest.fixture(autouse=True)
def machine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", "/scratch")
    monkeypatch.setattr(Path, "home", lambda: Path("/opt/ann"))
    monkeypatch.setattr(Path, "cwd", lambda: Path("/opt/leaf"))


def test_folders_and_user_tell_on_a_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(getpass, "getuser", lambda: "annegret")
    found = traces(Path("/opt/leaf"), Path("/srv/out"))
    assert found == ("/opt/leaf", "/srv/out", "/scratch", "/opt/ann", "annegret")


@pytest.mark.parametrize("user", ["root", "an"])
def test_a_users_name_that_means_nothing_is_left_out(
    user: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(getpass, "getuser", lambda: user)
    assert traces() == ("/scratch", "/opt/ann", "/opt/leaf")
