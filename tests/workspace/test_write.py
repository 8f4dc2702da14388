import os
import stat
from pathlib import Path

import pytest

from plainleaf.workspace.hold import sweep_parts
from plainleaf.workspace.write import put_all_in_place, put_in_place, read_plain, stat_of
from tests.conftest import special


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


def test_files_that_belong_together_are_written_with_their_folders(tmp_path: Path) -> None:
    files = {tmp_path / "a" / "tea.pdf": b"tea", tmp_path / "b" / "tea.print.pdf": b"press"}
    put_all_in_place({path: [data[:1], data[1:]] for path, data in files.items()})
    places = {place: place.read_bytes() for place in tmp_path.rglob("*") if place.is_file()}
    assert places == files


def test_second_file_that_cannot_be_written_leaves_the_first_as_it_was(tmp_path: Path) -> None:
    (tmp_path / "tea.pdf").write_bytes(b"old")
    (tmp_path / "full").write_bytes(b"a file, no folder")
    with pytest.raises(OSError, match="full"):
        put_all_in_place(
            {tmp_path / "tea.pdf": [b"new"], tmp_path / "full" / "tea.print.pdf": [b"press"]}
        )
    left = {place.name: place.read_bytes() for place in tmp_path.iterdir()}
    assert left == {"tea.pdf": b"old", "full": b"a file, no folder"}


@pytest.mark.parametrize("error", [OSError, KeyboardInterrupt])
def test_failure_at_the_second_file_leaves_both_as_they_were(
    error: type[BaseException], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written: list[int] = []

    def fail_later(handle: int) -> None:
        written.append(handle)
        if len(written) == 2:
            raise error

    paths = [tmp_path / "tea.pdf", tmp_path / "tea.print.pdf"]
    for path in paths:
        path.write_bytes(b"old")
    monkeypatch.setattr(os, "fsync", fail_later)
    with pytest.raises(error):
        put_all_in_place({path: [b"new"] for path in paths})
    left = {place.name: place.read_bytes() for place in tmp_path.iterdir()}
    assert (len(written), left) == (2, {"tea.pdf": b"old", "tea.print.pdf": b"old"})


def test_file_that_is_not_written_whole_leaves_both_as_they_were(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A system may keep back that its disk is full."""
    paths = [tmp_path / "tea.pdf", tmp_path / "tea.print.pdf"]
    for path in paths:
        path.write_bytes(b"old")
    monkeypatch.setattr(os, "fsync", lambda handle: os.truncate(handle, 1))
    with pytest.raises(OSError, match="was not written whole"):
        put_all_in_place(dict(zip(paths, [[b"1"], [b"two"]], strict=True)))
    left = {place.name: place.read_bytes() for place in tmp_path.iterdir()}
    assert left == {"tea.pdf": b"old", "tea.print.pdf": b"old"}


@pytest.mark.parametrize(
    ("blocked", "other"), [("tea.pdf", "tea.print.pdf"), ("tea.print.pdf", "tea.pdf")]
)
def test_folder_in_the_way_of_one_file_leaves_the_other_as_it_was(
    blocked: str, other: str, tmp_path: Path
) -> None:
    (tmp_path / other).write_bytes(b"old")
    (tmp_path / blocked).mkdir()
    with pytest.raises(OSError, match="directory"):
        put_all_in_place({tmp_path / "tea.pdf": [b"new"], tmp_path / "tea.print.pdf": [b"press"]})
    assert sorted(place.name for place in tmp_path.iterdir()) == ["tea.pdf", "tea.print.pdf"]
    assert (tmp_path / other).read_bytes() == b"old"


def test_pieces_follow_each_other_and_the_stat_is_that_of_the_file(tmp_path: Path) -> None:
    path = tmp_path / "tea.pdf"
    found = put_in_place(path, b"a master", b", an update")
    assert (path.read_bytes(), found) == (b"a master, an update", stat_of(str(path)))


@pytest.mark.parametrize("kind", ["pipe", "socket", "folder"])
def test_what_is_no_file_is_not_replaced(kind: str, tmp_path: Path) -> None:
    place = tmp_path / "tea.pdf"
    with special(kind, place):
        for put in (put_in_place, lambda path, data: put_all_in_place({path: [data]})):
            with pytest.raises(OSError, match=r"regular file|directory"):
                put(place, b"new")
        assert ([*tmp_path.iterdir()], place.is_file()) == ([place], False)


@pytest.mark.parametrize("kind", ["pipe", "socket", "folder", "device", "loop"])
def test_what_is_no_file_is_not_waited_for(kind: str, tmp_path: Path) -> None:
    place = tmp_path / "tea.pdf"
    with special(kind, place):
        with pytest.raises(OSError, match=r"regular file|directory|device|symbolic"):
            read_plain(place)
        assert stat_of(str(place)) is None


def test_link_is_replaced_and_what_it_names_is_kept(tmp_path: Path) -> None:
    (tmp_path / "other").write_bytes(b"other")
    (tmp_path / "tea.pdf").symlink_to("other")
    put_in_place(tmp_path / "tea.pdf", b"new")
    left = {place.name: (place.read_bytes(), place.is_symlink()) for place in tmp_path.iterdir()}
    assert left == {"other": (b"other", False), "tea.pdf": (b"new", False)}


def test_part_of_a_dead_process_of_the_same_number_is_not_taken(tmp_path: Path) -> None:
    old = tmp_path / f".tea.pdf.{os.getpid()}.plainleaf"
    old.write_bytes(b"of another machine")
    put_in_place(tmp_path / "tea.pdf", b"new")
    left = {place.name: place.read_bytes() for place in tmp_path.iterdir()}
    assert left == {"tea.pdf": b"new", old.name: b"of another machine"}


def test_part_is_not_swept_while_it_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "fsync", lambda handle: sweep_parts(tmp_path))
    put_in_place(tmp_path / "tea.pdf", b"new")
    assert (tmp_path / "tea.pdf").read_bytes() == b"new"
