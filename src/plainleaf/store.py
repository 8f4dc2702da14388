"""Key → bytes that took work to make, kept in build/.cache from run to run.

A key names all that shaped its value, so that a value is never out of date; what no run has
asked for in a month is dropped. A store that is damaged, or cannot be written, holds nothing:
that costs time and nothing else.
"""

import sqlite3
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from types import TracebackType

NAME = ".cache/store.sqlite"
PACE = "seconds a master"
"""Key of how long a master took on one process in the last run that made some."""

KEPT = 30 * 24 * 3600  # seconds after the last use
WAIT = 10.0  # seconds for another run that writes
AT_ONCE = 500  # keys of one question
SCHEMA = """CREATE TABLE IF NOT EXISTS kept
(key TEXT PRIMARY KEY, value BLOB NOT NULL, used INTEGER NOT NULL) WITHOUT ROWID"""


KIND = "SELECT type FROM sqlite_master WHERE name = 'kept'"


class Store:
    """A table of values in one file; used by one thread."""

    def __init__(self, folder: Path) -> None:
        self.place = folder / NAME
        self._is_damaged = True
        self._base = self._open() or self._afresh()

    def __enter__(self) -> "Store":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._base:
            with suppress(sqlite3.Error):
                self._base.close()

    def get(self, key: str) -> bytes | None:
        """Return a value."""
        return self.get_all([key]).get(key)

    def put(self, key: str, value: bytes) -> None:
        """Keep a value."""
        self.put_all({key: value})

    def get_all(self, keys: Iterable[str]) -> dict[str, bytes]:
        """Return the values that are kept, by key."""
        wanted = list(dict.fromkeys(keys))
        found: dict[str, bytes] = {}
        for start in range(0, len(wanted) if self._base else 0, AT_ONCE):
            some = wanted[start : start + AT_ONCE]
            marks = ",".join("?" * len(some))
            with suppress(sqlite3.Error):
                query = f"SELECT key, value FROM kept WHERE key IN ({marks})"  # noqa: S608
                rows = self._base.execute(query, some) if self._base else ()
                found.update(row for row in rows if isinstance(row[1], bytes))
                self._touch(some, marks)
        return found

    def values(self) -> Iterator[bytes]:
        """Yield all that is kept."""
        with suppress(sqlite3.Error):
            if self._base:
                yield from (row[0] for row in self._base.execute("SELECT value FROM kept"))

    def put_all(self, values: Mapping[str, bytes]) -> None:
        """Keep values."""
        now = int(time.time())
        rows = [(key, value, now) for key, value in values.items()]
        with suppress(sqlite3.Error):
            if self._base and rows:
                with self._base:
                    self._base.executemany("INSERT OR REPLACE INTO kept VALUES (?, ?, ?)", rows)

    def sweep(self) -> None:
        """Drop what nobody has asked for in a month."""
        with suppress(sqlite3.Error):
            if self._base:
                with self._base:
                    self._base.execute("DELETE FROM kept WHERE used < ?", (time.time() - KEPT,))

    def _touch(self, keys: list[str], marks: str) -> None:
        day = int(time.time()) // 86400 * 86400  # once a day is enough
        if self._base:
            with self._base:
                update = f"UPDATE kept SET used = ? WHERE used < ? AND key IN ({marks})"  # noqa: S608
                self._base.execute(update, [int(time.time()), day, *keys])

    def _open(self) -> sqlite3.Connection | None:
        """Open the table; None where the file is no store, or is not to be had."""
        base = None
        try:
            self.place.parent.mkdir(parents=True, exist_ok=True)
            base = sqlite3.connect(self.place, timeout=WAIT, check_same_thread=False)
            base.execute("PRAGMA busy_timeout = 10000")
            base.execute("PRAGMA synchronous = OFF")  # a lost store costs time, nothing else
            base.execute(SCHEMA)
            if base.execute(KIND).fetchone() == ("table",):
                return base
        except (sqlite3.OperationalError, OSError):
            self._is_damaged = False  # locked, or no place to write: another run may need it
        except sqlite3.Error:
            self._is_damaged = True
        if base:
            base.close()
        return None

    def _afresh(self) -> sqlite3.Connection | None:
        """Begin anew in the place of a damaged file; None where nothing can be written."""
        if not self._is_damaged:
            return None
        with suppress(OSError):
            for suffix in ("", "-wal", "-shm", "-journal"):
                self.place.with_name(self.place.name + suffix).unlink(missing_ok=True)
        return self._open()
