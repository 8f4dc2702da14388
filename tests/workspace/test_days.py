"""A hint for what is no date names the date that was meant, if one alone can be."""

from datetime import datetime
from typing import Any

import pytest

from plainleaf.errors import PlainleafError
from plainleaf.workspace.days import how_to_write
from plainleaf.workspace.yamltext import read_yaml

ANY = "Write it as YYYY-MM-DD, such as 2026-01-31, without quotes."


@pytest.mark.parametrize(
    ("value", "hint"),
    [
        ("2026-11-30", "Write it without quotes: 2026-11-30."),
        ("“2026-11-30”", "Write it without quotes: 2026-11-30."),
        ("11/30/2026", "Write it as 2026-11-30."),
        ("30.11.2026", "Write it as 2026-11-30."),
        ("5/5/2026", "Write it as 2026-05-05."),
        ("2026/2/3", "Write it as 2026-02-03."),
        ("2/3/2026", ANY),
        ("31/31/2026", ANY),
        ("November 30", ANY),
        (20261130, ANY),
        (["2026-11-30"], ANY),
        (datetime(2026, 11, 30, 10), "Write the day without the time: 2026-11-30."),
    ],
)
def test_the_date_that_was_meant_is_named(value: Any, hint: str) -> None:
    assert how_to_write(value) == hint


@pytest.mark.parametrize("day", ["2026-02-30", "2026-13-01"])
def test_a_day_that_never_comes_needs_no_quotes(day: str) -> None:
    """In quotes it would be no date either."""
    with pytest.raises(PlainleafError) as caught:
        read_yaml(f"version: 1\nreviewed: {day}\n", "a.md")
    assert [str(each) for each in caught.value.findings] == [
        f"a.md:2: error: is not YAML we can read: '{day}' is no day of the calendar. "
        "Look up the date, and write it as YYYY-MM-DD; what is no date needs quotes. [bad-yaml]"
    ]
