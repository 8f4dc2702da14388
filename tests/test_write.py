import os
import stat
from pathlib import Path

import pytest

from plainleaf.write import put_in_place


def test_file_is_written_with_its_folder(tmp_path: Path) -> None:
    path = tmp_path / "plain" / "tea.pdf"
    put_in_place(path, b"new")
    mode = stat.S_IMODE(path.stat().st_mode)
    assert (path.read_bytes(), mode, list(path.parent.iterdir())) == (b"new", 0o644, [path])


def test_file_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    (tmp_path / "tea.pdf").write_bytes(b"old")
    put_in_place(tmp_path / "tea.pdf", b"new")
    assert (tmp_path / "tea.pdf").read_bytes() == b"new"


@pytest.mark.parametrize("step", ["fsync", "replace"])
@pytest.mark.parametrize("error", [OSError, KeyboardInterrupt])
def test_failure_leaves_the_old_file_and_no_part(
    step: str, error: type[BaseException], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*arguments: object) -> None:
        raise error

    (tmp_path / "tea.pdf").write_bytes(b"old")
    monkeypatch.setattr(os, step, fail)
    with pytest.raises(error):
        put_in_place(tmp_path / "tea.pdf", b"new")
    left = {place.name: place.read_bytes() for place in tmp_path.iterdir()}
    assert left == {"tea.pdf": b"old"}


def test_folder_in_the_way_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "tea.pdf").mkdir()
    with pytest.raises(OSError, match="directory"):
        put_in_place(tmp_path / "tea.pdf", b"new")
    assert list(tmp_path.iterdir()) == [tmp_path / "tea.pdf"]
