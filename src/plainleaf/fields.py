"""Parsed table → typed fields: every fault of a table at once, with its line."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, TypeVar

from plainleaf.errors import Finding, nearest
from plainleaf.workspace import UNWANTED

Number = TypeVar("Number", int, float)
TOO_MUCH = 10**6


class Fields:
    """Reads one table of a parsed TOML or YAML file and keeps each fault it meets."""

    def __init__(
        self,
        path: str,
        table: Mapping[str, Any],
        findings: list[Finding],
        lines: Mapping[str, int] | None = None,
        prefix: str = "",
    ) -> None:
        self.path = path
        self.table = table
        self.findings = findings
        self.lines = lines or {}
        self.prefix = prefix
        self._read: set[str] = set()

    def fault(self, key: str, message: str, hint: str, code: str = "bad-field") -> None:
        """Keep a fault of one field."""
        name = self.prefix + key
        self.findings.append(Finding(self.path, self.line(key), code, message, hint, field=name))

    def line(self, key: str) -> int | None:
        """Return the line of a field, or of the table's field that holds it."""
        return self.lines.get((self.prefix + key).partition(".")[0])

    def text(self, key: str, default: str | None = None) -> str:
        """Read a text of one line; without a default it must be there."""
        value = self._take(key, default)
        if isinstance(value, str) and "\n" not in value.strip():
            self._see(key, value)
            return value.strip()
        if value is not None:
            self.fault(key, "is not a text of one line.", 'Put it in quotes: "…".')
        return default or ""

    def texts(self, key: str, default: tuple[str, ...] | None = None) -> tuple[str, ...]:
        """Read a list of texts; without a default it must hold at least one."""
        value = self._take(key, default)
        if isinstance(value, list | tuple) and all(isinstance(item, str) for item in value):
            self._see(key, *value)
            if not all(item.strip() for item in value):
                self.fault(key, "holds an empty text.", "Write its words, or take it out.")
            return tuple(item.strip() for item in value)
        if value is not None:
            self.fault(key, "is not a list of texts.", 'Write it as ["…", "…"].')
        return default or ()

    def day(self, key: str) -> date:
        """Read a date."""
        value = self._take(key, None)
        if isinstance(value, date) and not isinstance(value, datetime):
            return value
        if value is not None:
            self.fault(key, "is not a date.", "Write it as YYYY-MM-DD.")
        return date.min

    def number(self, key: str, default: Number) -> Number:
        """Read a number in range and of the default's type; a whole one does for a float."""
        value = self._take(key, default)
        right = isinstance(value, int | type(default)) and not isinstance(value, bool)
        if right and 0 < value < TOO_MUCH:
            return type(default)(value)
        kind = "whole number" if isinstance(default, int) else "number"
        message = f"is not a {kind} above 0 and below {TOO_MUCH:,}."
        self.fault(key, message, f"Write a number such as {default}.")
        return default

    def tables(self, key: str) -> list["Fields"]:
        """Read a list of tables."""
        value = self._take(key, [])
        if isinstance(value, list) and all(isinstance(item, dict) for item in value):
            return [self._inner(key, item) for item in value]
        self.fault(key, "is not a list of tables.", f"Write [[{self.prefix}{key}]].")
        return []

    def within(self, key: str) -> "Fields":
        """Read a table, empty where it is not there."""
        value = self._take(key, {})
        if isinstance(value, dict) and all(isinstance(name, str) for name in value):
            return self._inner(key, value)
        if value is not None:
            self.fault(key, "is not a table of names and values.", "Write name: value lines.")
        return self._inner(key, {})

    def close(self) -> None:
        """Report each field that nothing has read."""
        for key in self.table:
            if key not in self._read:
                hint = nearest(str(key), self._read)
                self.fault(str(key), "is not a field here.", hint, "unknown-field")

    def _take(self, key: str, default: Any) -> Any:
        self._read.add(key)
        value = self.table.get(key, default)
        if value is None or (default is None and value in ("", [], {})):
            self.fault(key, "is missing.", f"Add {self.prefix}{key}.", "missing-field")
            return None
        return value

    def _see(self, key: str, *values: str) -> None:
        """Report what an escape such as "\\u202e" brought in."""
        for found in filter(None, map(UNWANTED.search, values)):
            message = f"holds the invisible character U+{ord(found[0]):04X}."
            self.fault(key, message, "Delete it.", "control-character")

    def _inner(self, key: str, table: Mapping[str, Any]) -> "Fields":
        prefix = f"{self.prefix}{key}."
        return Fields(self.path, table, self.findings, self.lines, prefix)
