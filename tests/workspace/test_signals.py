import os
import signal
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from plainleaf.workspace.signals import NAMES, heed, whole
from plainleaf.workspace.write import put_all_in_place, put_in_place

ENDS = {"SIGINT": KeyboardInterrupt(), "SIGTERM": SystemExit(143), "SIGHUP": SystemExit(129)}


@pytest.fixture(autouse=True)
def heeded() -> Iterator[None]:
    before = {name: signal.getsignal(getattr(signal, name)) for name in NAMES}
    for name in NAMES:
        signal.signal(getattr(signal, name), signal.SIG_DFL)
    heed()
    yield
    for name, handler in before.items():
        signal.signal(getattr(signal, name), handler)


@pytest.mark.parametrize("name", NAMES)
def test_signal_ends_what_is_under_way(name: str) -> None:
    with pytest.raises(type(ENDS[name])) as caught:
        signal.raise_signal(getattr(signal, name))
    assert caught.value.args == ENDS[name].args


@pytest.mark.parametrize("name", NAMES)
def test_signal_waits_for_what_must_be_whole(name: str) -> None:
    steps = []

    @whole()
    def step() -> None:
        with whole():
            signal.raise_signal(getattr(signal, name))
            steps.append("within")
        steps.append("after")

    with pytest.raises(type(ENDS[name])) as caught:
        step()
    assert (caught.value.args, steps) == (ENDS[name].args, ["within", "after"])


def test_signal_is_told_once() -> None:
    with pytest.raises(SystemExit), whole():
        signal.raise_signal(signal.SIGTERM)
    with whole():
        steps = ["done"]
    assert steps == ["done"]


def test_signal_that_is_ignored_stays_so() -> None:
    signal.signal(signal.SIGHUP, signal.SIG_IGN)
    heed()
    assert signal.getsignal(signal.SIGHUP) is signal.SIG_IGN


def put_together(path: Path, data: bytes) -> None:
    put_all_in_place({path: [data]})


@pytest.mark.parametrize("step", ["open", "write", "replace", "close"])
@pytest.mark.parametrize("put", [put_in_place, put_together])
def test_file_is_whole_though_a_signal_comes(
    step: str,
    put: Callable[[Path, bytes], object],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """After each call of the system, where nothing of ours knows yet that it was done."""
    real = getattr(os, step)

    def interrupted(*arguments: object) -> object:
        done = real(*arguments)
        signal.raise_signal(signal.SIGHUP)
        return done

    monkeypatch.setattr(os, step, interrupted)
    with pytest.raises(SystemExit) as caught:
        put(tmp_path / "tea.pdf", b"new")
    left = {place.name: place.read_bytes() for place in tmp_path.iterdir()}
    assert (caught.value.code, left) == (129, {"tea.pdf": b"new"})
