"""A seal is this machine's, of these bytes in this order; with no place for its key, of a run."""

import os
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from plainleaf.build.seal import LENGTH, NAME, _key, is_sealed, seal


@pytest.fixture
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Another machine: a folder for what its user keeps, with no key in it yet."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    _key.cache_clear()
    yield tmp_path / "state/plainleaf"
    _key.cache_clear()


def test_seal_is_of_these_parts_in_this_order(state: Path) -> None:
    found = seal(b"key", b"value")
    others = [(b"key", b"valuE"), (b"keyv", b"alue"), (b"value", b"key"), (b"keyvalue",)]
    assert is_sealed(found, b"key", b"value")
    assert [is_sealed(found, *parts) for parts in others] == [False] * 4


def test_every_process_of_a_user_has_one_key(state: Path) -> None:
    script = "from plainleaf.build.seal import seal; print(seal(b'a').hex())"
    ran = [
        subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
        for _ in "ab"
    ]
    assert {run.stdout.strip() for run in ran} == {seal(b"a").hex()}
    assert (state / NAME).stat().st_size == LENGTH
    assert [path.name for path in state.iterdir()] == [NAME]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_key_is_for_its_user_alone(state: Path) -> None:
    seal(b"a")
    assert stat.S_IMODE((state / NAME).stat().st_mode) == 0o600


def test_seal_of_another_machine_is_none_of_ours(
    state: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = seal(b"a")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "other"))
    _key.cache_clear()
    assert not is_sealed(found, b"a")


def test_key_that_was_cut_is_made_anew(state: Path) -> None:
    state.mkdir(parents=True)
    (state / NAME).write_bytes(b"cut")
    found = seal(b"a")
    _key.cache_clear()
    assert ((state / NAME).stat().st_size, is_sealed(found, b"a")) == (LENGTH, True)


def test_without_a_place_for_it_a_key_ends_with_its_process(
    state: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "state").write_text("a file is in the way")
    found = seal(b"a")
    assert is_sealed(found, b"a")
    _key.cache_clear()
    assert not is_sealed(found, b"a")


def test_user_without_a_home_has_a_key_for_the_run(
    state: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As in a container that runs by number."""

    def fail(*names: object, **options: object) -> Path:
        raise RuntimeError("could not determine the home directory")

    monkeypatch.setattr("plainleaf.build.seal.user_state_path", fail)
    assert is_sealed(seal(b"a"), b"a")


def test_key_of_a_quicker_process_stays(state: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = Path.hardlink_to

    def late(place: Path, part: Path) -> None:
        place.write_bytes(b"q" * LENGTH)
        made(place, part)

    monkeypatch.setattr(Path, "hardlink_to", late)
    assert _key() == b"q" * LENGTH
