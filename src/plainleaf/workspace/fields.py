"""Parsed table → typed fields: every fault of a table at once, with its line."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Any, TypeVar

from plainleaf.errors import Fault, Finding, Severity, nearest
from plainleaf.text.controls import UNWANTED, misused
from plainleaf.text.markup.pattern import Stray
from plainleaf.text.quotes import QUOTES, in_quotes, unquoted
from plainleaf.workspace.days import how_to_write
from plainleaf.workspace.written import Written, listed, missing, quoted

Number = TypeVar("Number", int, float)
TOO_MUCH = 10**6
MOST_UNKNOWN = 20
"""Unknown fields of one table that are told; a file may hold thousands."""

MOST_SHOWN = 120
LONE = re.compile("[\ud800-\udfff]")
"""Half of a character, which a command line can bring in and nothing can write."""


class Fields:
    """Reads one table of a parsed TOML or YAML file and keeps each fault it meets."""

    def __init__(
        self,
        path: str,
        table: Mapping[str, Any],
        findings: list[Finding],
        written: Mapping[str, Written] | None = None,
        prefix: str = "",
    ) -> None:
        self.path = path
        self.table = table
        self.findings = findings
        self.written = written or {}
        self.prefix = prefix
        self._read: set[str] = set()

    def fault(self, key: str, message: str, hint: str, code: str = "bad-field") -> None:
        """Keep a fault of one field."""
        self._keep(key, Fault(code, message, hint))

    def warn(self, key: str, message: str, hint: str, code: str) -> None:
        """Keep a warning about one field."""
        self._keep(key, Fault(code, message, hint, severity=Severity.WARNING))

    def as_written(self, key: str, text: str) -> str:
        """Return a text in the rows in which it stands, where YAML made one of them."""
        row = self.written.get(self.prefix + key)
        return row.words if row and "\n" in row.words else text

    def tell(self, key: str, strays: Iterable[Stray], item: int | None = None) -> None:
        """Keep what of a field's text, or of an item of it, would be printed as a stray sign."""
        for stray in strays:
            self._keep(key, stray, item)

    def line(self, key: str) -> int | None:
        """Return the line of a field, or of the nearest field that holds it."""
        name = self.prefix + key
        while name and name not in self.written:
            name = name.rpartition(".")[0]
        return self.written[name].line if name else None

    def value(self, key: str) -> Any:
        """Hand out a field as it is, None where it is not there."""
        self._read.add(key)
        return self.table.get(key)

    def text(self, key: str, default: str | None = None, most: int | None = None) -> str:
        """Read a text of one line; without a default it must be there."""
        text = self._text(key, default, most)
        if text:
            self._cut(key)
        return text

    def code(self, key: str, default: str | None = None, most: int | None = None) -> str:
        """Read a text that quotes are no part of: a version, a number, an address."""
        text = self._text(key, default, most)
        self.bare(key, text)
        if text:
            self._cut(key, is_code=True)
        return text

    def _text(self, key: str, default: str | None, most: int | None) -> str:
        value = self._take(key, default)
        if isinstance(value, str) and "\n" not in value.strip():
            self._see(key, value, most=most)
            return value.strip()
        if value is not None:
            hint = quoted(self.written, self.prefix + key, f"{key}: ")
            self.fault(key, "is not a text of one line.", hint)
        return default or ""

    def bare(self, key: str, *codes: str) -> None:
        """Report codes in quotes: YAML takes only straight ones for marks of its own."""
        for code in codes:
            if code.strip(QUOTES) != code:
                hint = f'Write straight ones: "{unquoted(code)}".'
                self.fault(key, f"has quotes that would be printed: {code}.", hint, "quotes")

    def texts(
        self, key: str, default: tuple[str, ...] | None = None, most: int | None = None
    ) -> tuple[str, ...]:
        """Read a list of texts; without a default it must hold at least one."""
        value = self._take(key, default)
        if isinstance(value, list | tuple) and all(isinstance(item, str) for item in value):
            self._see(key, *value, most=most)
            if not all(item.strip() for item in value):
                self.fault(key, "holds an empty text.", "Write its words, or take it out.")
            for number in range(len(value)):
                self._cut(key, number, is_code=True)
            return tuple(item.strip() for item in value)
        if value is not None:
            self.fault(
                key, "is not a list of texts.", listed(self.written, self.prefix + key, value)
            )
        return default or ()

    def _cut(self, key: str, item: int | None = None, *, is_code: bool = False) -> None:
        """Report what YAML took for a comment; behind a code by itself it may be one."""
        row = self.written.get(self.prefix + (key if item is None else f"{key}.{item}"))
        if row and row.comment and not (is_code and row.is_remark):
            message = f"ends before {row.comment[:MOST_SHOWN]!r}, which YAML takes for a comment."
            hint = f"Put it in quotes: {in_quotes(row.text)}; a comment has a line of its own."
            self._keep(key, Fault("bad-field", message, hint), item)

    def day(self, key: str) -> date:
        """Read a date."""
        value = self._take(key, None)
        if isinstance(value, date) and not isinstance(value, datetime):
            return value
        if value is not None:
            self.fault(key, "is not a date.", how_to_write(value))
        return date.min

    def number(self, key: str, default: Number, too_much: int = TOO_MUCH) -> Number:
        """Read a number in range and of the default's type; a whole one does for a float."""
        value = self._take(key, default)
        right = isinstance(value, int | type(default)) and not isinstance(value, bool)
        if right and 0 < value < too_much:
            return type(default)(value)
        kind = "whole number" if isinstance(default, int) else "number"
        message = f"is not a {kind} above 0 and below {too_much:,}."
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
        if isinstance(value, dict):
            return self._inner(key, self._named(key, value))
        if value is not None:
            self.fault(key, "is not a table of names and values.", "Write name: value lines.")
        return self._inner(key, {})

    def drop_blanks(self) -> None:
        """Take a field without a value for one that is not given."""
        self.table = {key: value for key, value in self.table.items() if value is not None}

    def close(self, advice: str = "") -> None:
        """Report each field that nothing has read, with the nearest one that is."""
        unknown = [key for key in self.table if key not in self._read]
        for key in unknown[:MOST_UNKNOWN]:
            hint = f"{nearest(str(key), self._read)} {advice}".rstrip()
            self.fault(str(key), "is not a field here.", hint, "unknown-field")

    def _take(self, key: str, default: Any) -> Any:
        self._read.add(key)
        value = self.table.get(key, default)
        if value is None or (default is None and value in ("", [], {})):
            hint = missing(self.written, self.prefix + key, key)
            self.fault(key, "is missing.", hint, "missing-field")
            return None
        return value

    def _keep(self, key: str, fault: Fault, item: int | None = None) -> None:
        line = self.line(key if item is None else f"{key}.{item}")
        self.findings.append(replace(fault, line=line).at(self.path, shown(self.prefix + key)))

    def _see(self, key: str, *values: str, most: int | None = None) -> None:
        """Report what an escape such as "\\u202e" brought in, and what is too long."""
        for found in map(unwanted, values):
            if found:
                message = f"holds the invisible character {found}."
                self.fault(key, message, "Delete it.", "control-character")
        if most is not None and any(len(value.strip()) > most for value in values):
            self.fault(key, f"is longer than {most} characters.", "Shorten it.", "too-long")

    def _named(self, key: str, table: Mapping[Any, Any]) -> Mapping[str, Any]:
        """Return a table without what is named by no text; YAML reads a bare no as false."""
        for name in table:
            if not isinstance(name, str):
                hint = f'Put the name in quotes where it stands for {name!r}, as in "no":'
                self.fault(key, "is not a table of names and values.", hint)
        return {name: value for name, value in table.items() if isinstance(name, str)}

    def _inner(self, key: str, table: Mapping[str, Any]) -> "Fields":
        prefix = f"{self.prefix}{key}."
        return Fields(self.path, table, self.findings, self.written, prefix)


def unwanted(text: str) -> str | None:
    """Return the code of the first character that no text may hold, or not there."""
    found = UNWANTED.search(text) or LONE.search(text)
    return f"U+{ord(found[0]):04X}" if found else misused(text)


def shown(text: str) -> str:
    """Return a text of the user's as a message may hold it: short, and nothing invisible."""
    return (text if text.isprintable() else ascii(text)[1:-1])[:MOST_SHOWN]
