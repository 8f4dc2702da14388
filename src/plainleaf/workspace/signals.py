"""Signals that end the command: put off while something is half done."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

NAMES = ("SIGINT", "SIGTERM", "SIGHUP")  # Windows has no SIGHUP


@dataclass
class _State:
    """What the main thread is at; Python hears signals in no other one."""

    depth: int = 0
    pending: int = 0  # the signal that came meanwhile; 0 for none


_state = _State()


def heed() -> None:
    """Let each signal clear up first, as Ctrl-C does; one that nohup ignores stays ignored."""
    for name in NAMES:
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) != signal.SIG_IGN:
            signal.signal(number, _hear)


@contextmanager
def whole() -> Iterator[None]:
    """Do something as a whole: a signal that comes meanwhile ends the run right after it."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    _state.depth += 1
    try:
        yield
    finally:
        _state.depth -= 1
        if not _state.depth and _state.pending:
            number, _state.pending = _state.pending, 0
            _end(number)


def _hear(number: int, frame: object) -> None:
    if _state.depth:
        _state.pending = number
    else:
        _end(number)


def _end(number: int) -> None:
    if number == signal.SIGINT:
        raise KeyboardInterrupt
    raise SystemExit(128 + number)  # as shells count it
