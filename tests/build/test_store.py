"""What is kept from run to run, and what a damaged or unwritable store does: nothing."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from plainleaf.build.store import AT_ONCE, NAME, Store
from plainleaf.model import Thing

DAY = 24 * 3600
MANY = {f"key {place}": bytes([place % 256]) * place for place in range(2 * AT_ONCE + 1)}


class Clock:
    """The time, which a test sets."""

    def __init__(self) -> None:
        self.day = 20_000.5

    def time(self) -> float:
        return self.day * DAY


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    own = Clock()
    monkeypatch.setattr("plainleaf.build.store.time", own)
    return own


def kept(folder: Path) -> set[str]:
    """Return the keys that lie in the file."""
    with closing(sqlite3.connect(folder / NAME)) as base:
        return {key for (key,) in base.execute("SELECT key FROM kept")}


def test_values_are_kept_from_run_to_run(tmp_path: Path) -> None:
    with Store(tmp_path) as store:
        store.put("a", b"\x00\xff")
        store.put_all(MANY)
    with Store(tmp_path) as store:
        found = store.get_all([*MANY, "a", "a", "nothing"])
        one, none = store.get("key 7"), store.get("nothing")
    assert found == {**MANY, "a": b"\x00\xff"}
    assert (one, none) == (b"\x07" * 7, None)


def test_values_of_the_model_are_kept_but_for_those_of_another_kind(tmp_path: Path) -> None:
    leaf, seed = Thing(b"leaf", b"\x00"), Thing(b"seed")
    with Store(tmp_path) as store:
        store.save({"leaf": leaf, "seed": seed, "other": ("no thing",)})
        store.put("before", b'{"source": "leaf"}\n')
        assert store.load(["leaf", "seed", "other", "before", "none"], Thing) == {
            "leaf": leaf,
            "seed": seed,
        }


def test_a_later_value_takes_the_place_of_an_earlier_one(tmp_path: Path) -> None:
    with Store(tmp_path) as store:
        store.put("a", b"1")
        store.put("a", b"2")
        assert (store.get("a"), list(store.values())) == (b"2", [b"2"])


def test_what_nobody_asks_for_in_a_month_is_dropped(tmp_path: Path, clock: Clock) -> None:
    with Store(tmp_path) as store:
        store.put_all({"asked": b"1", "not asked": b"2"})
        clock.day += 29
        store.sweep()
        before = kept(tmp_path)
        store.get("asked")
        clock.day += 2
        store.put("new", b"3")
        store.sweep()
    assert (before, kept(tmp_path)) == ({"asked", "not asked"}, {"asked", "new"})


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: b"no database " * 100,
        lambda data: data[:100] + b"\xff" * (len(data) - 100),
        lambda data: data[: len(data) // 2],
    ],
    ids=["something else", "overwritten", "cut"],
)
def test_damaged_store_begins_anew(damage: object, tmp_path: Path) -> None:
    assert callable(damage)
    with Store(tmp_path) as store:
        store.put_all(MANY)
    place = tmp_path / NAME
    place.write_bytes(damage(place.read_bytes()))
    with Store(tmp_path) as store:
        lost = store.get("key 7")
        store.put("key 7", b"again")
        found = store.get("key 7")
        store.sweep()
    assert (lost in (None, b"\x07" * 7), found) == (True, b"again")


def test_folder_that_cannot_be_written_holds_nothing(tmp_path: Path) -> None:
    (tmp_path / ".cache").write_text("a file is in the way")
    with Store(tmp_path) as store:
        store.put_all({"a": b"1"})
        store.sweep()
        assert (store.get("a"), store.get_all(["a"]), list(store.values())) == (None, {}, [])
    assert (tmp_path / ".cache").read_text() == "a file is in the way"


def test_store_that_may_only_be_read_gives_what_it_holds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on a share that somebody else fills."""
    with Store(tmp_path) as store:
        store.put("a", b"1")
    connect = sqlite3.connect

    def read_only(place: Path, **options: object) -> sqlite3.Connection:
        return connect(f"file:{place}?mode=ro&immutable=1", uri=True)

    monkeypatch.setattr("plainleaf.build.store.sqlite3.connect", read_only)
    with Store(tmp_path) as store:
        store.put("b", b"2")
        store.sweep()
        found = store.get("b")
    monkeypatch.undo()
    assert (found, kept(tmp_path)) == (None, {"a"})


def test_two_runs_use_one_store_at_a_time(tmp_path: Path) -> None:
    with Store(tmp_path) as one, Store(tmp_path) as other:
        one.put("a", b"1")
        seen = other.get("a")
        other.put("b", b"2")
        found = one.get_all(["a", "b"])
        one.sweep()
    assert (seen, found) == (b"1", {"a": b"1", "b": b"2"})


def test_run_that_ended_badly_leaves_what_it_kept(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.put("a", b"1")
    with pytest.raises(KeyboardInterrupt), store:
        raise KeyboardInterrupt
    with Store(tmp_path) as store:
        assert store.get("a") == b"1"


def opened_values(folder: Path) -> dict[str, bytes]:
    with Store(folder) as store:
        return store.get_all(MANY)


FLIPS = 120
"""Places of a file at which one bit is turned, one after another."""


def test_a_flipped_bit_is_never_taken_for_a_value(tmp_path: Path) -> None:
    with Store(tmp_path) as store:
        store.put_all(MANY)
    place = tmp_path / NAME
    sound = place.read_bytes()
    wrong, whole = [], 0
    for flip in range(FLIPS):
        data = bytearray(sound)
        data[len(sound) * flip // FLIPS] ^= 1 << flip % 8
        place.write_bytes(data)
        found = opened_values(tmp_path)
        wrong += [key for key, value in found.items() if value != MANY[key]]
        whole += len(found) == len(MANY)
    assert (wrong, whole < FLIPS) == ([], True)


def test_store_from_elsewhere_is_not_believed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr("plainleaf.build.seal._key", lambda: b"another machine")
        with Store(tmp_path) as store:
            store.put("a", b"1")
            assert store.get("a") == b"1"
    with Store(tmp_path) as store:
        assert (store.get("a"), list(store.values())) == (None, [])
        store.put("a", b"2")
        assert store.get("a") == b"2"


def test_a_value_below_another_key_is_not_believed(tmp_path: Path) -> None:
    with Store(tmp_path) as store:
        store.put_all({"a": b"1", "b": b"2"})
    with closing(sqlite3.connect(tmp_path / NAME)) as base, base:
        base.execute("UPDATE kept SET value = (SELECT value FROM kept WHERE key = 'b')")
    with Store(tmp_path) as store:
        assert store.get_all(["a", "b"]) == {"b": b"2"}


def test_store_that_breaks_while_it_is_used_begins_anew(tmp_path: Path) -> None:
    with Store(tmp_path) as store:
        store.put_all(MANY)
    place = tmp_path / NAME
    data = bytearray(place.read_bytes())
    data[4096:] = b"\xff" * (len(data) - 4096)  # all but the page that says what there is
    place.write_bytes(data)
    with Store(tmp_path) as store:
        lost = store.get("key 7")
        store.put("key 7", b"again")
        assert (lost, store.get("key 7")) == (None, b"again")


@pytest.mark.parametrize("linked", [".cache", NAME])
def test_store_behind_a_link_is_left_alone(linked: str, tmp_path: Path) -> None:
    """It may be anybody's file, or make one anywhere."""
    (tmp_path / "elsewhere").mkdir()
    place = tmp_path / "build" / linked
    place.parent.mkdir(parents=True)
    place.symlink_to(tmp_path / "elsewhere" / ("file" if linked == NAME else ""))
    with Store(tmp_path / "build") as store:
        store.put("a", b"1")
        assert store.get("a") is None
    assert list((tmp_path / "elsewhere").iterdir()) == []
