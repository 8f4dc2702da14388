"""What was written in place of a date → how to write it."""

import re
from datetime import date, datetime
from typing import Any

from plainleaf.text.quotes import unquoted

ISO = "Write it as YYYY-MM-DD"
YEAR_FIRST = re.compile(r"(?P<year>[0-9]{4})[-/.](?P<month>[0-9]{1,2})[-/.](?P<day>[0-9]{1,2})")
YEAR_LAST = re.compile(r"(?P<one>[0-9]{1,2})[-/.](?P<two>[0-9]{1,2})[-/.](?P<year>[0-9]{4})")


def how_to_write(value: Any) -> str:
    """Return a hint for a value that is no date, with the date itself where it is clear."""
    if isinstance(value, datetime):
        return f"Write the day without the time: {value.date().isoformat()}."
    text = unquoted(str(value))
    for year, month, day in _readings(text):
        try:
            found = date(year, month, day).isoformat()
        except ValueError:
            continue
        return f"Write it without quotes: {found}." if found == text else f"Write it as {found}."
    return f"{ISO}, such as 2026-01-31, without quotes."


def _readings(text: str) -> list[tuple[int, int, int]]:
    """Return year, month and day, if only one order of them can be meant."""
    if found := YEAR_FIRST.fullmatch(text):
        return [(int(found["year"]), int(found["month"]), int(found["day"]))]
    if found := YEAR_LAST.fullmatch(text):
        low, high = sorted((int(found["one"]), int(found["two"])))
        return [(int(found["year"]), low, high)] if high > 12 or low == high else []
    return []
