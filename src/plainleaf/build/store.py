"""Key → bytes that took work to make, kept in build/.cache from run to run.

A key names all that shaped its value, so that a value is never out of date; what no run has
asked for in a month is dropped. A value is believed only under this machine's seal, bound to its
key: a flipped bit, a store that came from elsewhere, or one that cannot be written, costs time
and nothing else.
"""

import sqlite3
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, TypeVar

from plainleaf.build.seal import LENGTH, is_sealed, seal
from plainleaf.workers.codec import decoded, encoded
from plainleaf.workspace.hold import Held

NAME = ".cache/store.sqlite"
PACE = "seconds a master"
"""Key of how long a master took on one process in the last run that made some."""

KEPT = 30 * 24 * 3600  # seconds after the last use
WAIT = 10.0  # seconds for another run that writes
AT_ONCE = 500  # keys of one question
SCHEMA = """CREATE TABLE IF NOT EXISTS kept
(key TEXT PRIMARY KEY, value BLOB NOT NULL, used INTEGER NOT NULL) WITHOUT ROWID"""


T = TypeVar("T")

KIND = "SELECT type FROM sqlite_master WHERE name = 'kept'"

IN_USE = frozenset({
    sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_INTERRUPT,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_LOCKED,
    sqlite3.SQLITE_NOMEM,
    sqlite3.SQLITE_PERM,
    sqlite3.SQLITE_READONLY,
})  # fmt: skip
"""Errors of a store that may be sound: another run has it, or the system refuses."""


class Store(Held):
    """A table of values in one file; used by one thread."""

    def __init__(self, folder: Path) -> None:
        self.place = folder / NAME
        self._base: sqlite3.Connection | None = None
        with self._guarded():
            self._base = self._opened()

    def load(self, keys: Iterable[str], kind: type[T]) -> dict[str, T]:
        """Return the values of a kind that are kept, by key."""
        found = {}
        for key, data in self.get_all(keys).items():
            with suppress(ValueError):
                found[key] = decoded(data, kind)
        return found

    def save(self, values: Mapping[str, object]) -> None:
        """Keep values of the model."""
        self.put_all({key: encoded(value) for key, value in values.items()})

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
        for start in range(0, len(wanted), AT_ONCE):
            some = wanted[start : start + AT_ONCE]
            marks = ",".join("?" * len(some))
            with self._guarded():
                if self._base:
                    query = f"SELECT key, value FROM kept WHERE key IN ({marks})"  # noqa: S608
                    found.update(_believed(self._base.execute(query, some)))
                    self._touch(self._base, some, marks)
        return found

    def values(self) -> Iterator[bytes]:
        """Yield all that is kept."""
        with self._guarded():
            if self._base:
                rows = self._base.execute("SELECT key, value FROM kept")
                yield from (value for _, value in _believed(rows))

    def put_all(self, values: Mapping[str, bytes]) -> None:
        """Keep values."""
        now = int(time.time())
        rows = [(key, seal(key.encode(), value) + value, now) for key, value in values.items()]
        with self._guarded():
            if self._base and rows:
                with self._base:
                    self._base.executemany("INSERT OR REPLACE INTO kept VALUES (?, ?, ?)", rows)

    def sweep(self) -> None:
        """Drop what nobody has asked for in a month."""
        with self._guarded():
            if self._base:
                with self._base:
                    self._base.execute("DELETE FROM kept WHERE used < ?", (time.time() - KEPT,))

    @staticmethod
    def _touch(base: sqlite3.Connection, keys: list[str], marks: str) -> None:
        day = int(time.time()) // 86400 * 86400  # once a day is enough
        with base:
            update = f"UPDATE kept SET used = ? WHERE used < ? AND key IN ({marks})"  # noqa: S608
            base.execute(update, [int(time.time()), day, *keys])

    @contextmanager
    def _guarded(self) -> Iterator[None]:
        """Let the file hold nothing where it fails; begin anew in the place of a damaged one."""
        try:
            yield
        except OSError:
            self.close()  # no place to write
        except sqlite3.Error as error:
            code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT) & 0xFF
            if self._base is None or code not in IN_USE:
                self.close()
            if code not in IN_USE:
                self._begin_anew()

    def _begin_anew(self) -> None:
        with suppress(OSError, sqlite3.Error):
            for suffix in ("", "-wal", "-shm", "-journal"):
                self.place.with_name(self.place.name + suffix).unlink(missing_ok=True)
            self._base = self._opened()

    def _opened(self) -> sqlite3.Connection:
        """Open the table; raise sqlite3.Error or OSError where it is not to be had."""
        self.place.parent.mkdir(parents=True, exist_ok=True)
        if any(path.is_symlink() for path in (self.place.parent, self.place)):
            raise OSError("is or goes through a link")  # who knows whose file is there
        base = sqlite3.connect(self.place, timeout=WAIT, check_same_thread=False)
        try:
            base.execute("PRAGMA busy_timeout = 10000")
            base.execute("PRAGMA synchronous = OFF")  # a lost store costs time, nothing else
            base.execute(SCHEMA)
            if base.execute(KIND).fetchone() != ("table",):
                raise sqlite3.DatabaseError("holds no table of that name")
        except BaseException:
            base.close()
            raise
        return base

    def close(self) -> None:
        """Close the file; nothing is found in it from then on."""
        if self._base:
            with suppress(sqlite3.Error):
                self._base.close()
        self._base = None


def _believed(rows: Iterable[tuple[Any, Any]]) -> Iterator[tuple[str, bytes]]:
    """Yield keys and values whose seal was set here."""
    for key, kept in rows:
        if isinstance(key, str) and isinstance(kept, bytes):
            found, value = kept[:LENGTH], kept[LENGTH:]
            if is_sealed(found, key.encode(errors="surrogatepass"), value):
                yield key, value
