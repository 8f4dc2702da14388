"""A plugin of pytest: another day, on a system that lists folders in another order."""

import os
import time
from collections.abc import Iterator
from typing import Any

YEAR = 366 * 86_400
_now, _listdir, _scandir = time.time, os.listdir, os.scandir


class _Reversed:
    """What `os.scandir` returns, the last first."""

    def __init__(self, *arguments: Any) -> None:
        with _scandir(*arguments) as found:
            self._entries = sorted(found, key=lambda entry: entry.name)

    def __enter__(self) -> "_Reversed":
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    def __iter__(self) -> Iterator[os.DirEntry[str]]:
        return self

    def __next__(self) -> os.DirEntry[str]:
        if not self._entries:
            raise StopIteration
        return self._entries.pop()

    def close(self) -> None:
        self._entries = []


def pytest_configure() -> None:
    vars(time)["time"] = lambda: _now() + YEAR
    vars(os)["listdir"] = lambda *arguments: sorted(_listdir(*arguments), reverse=True)
    vars(os)["scandir"] = _Reversed
