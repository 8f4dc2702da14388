import ast
from datetime import UTC, date, datetime, tzinfo
from pathlib import Path

import pytest

from plainleaf.workspace import clock

ROOT = Path(__file__).parents[2]
ASKING = {"now", "today", "utcnow"}


class Noon(datetime):
    """Noon of the first of January in Greenwich; on the first islands it is the second."""

    @classmethod
    def now(cls, tz: tzinfo | None = None) -> "Noon":
        return cls(2026, 1, 1, 12, tzinfo=UTC).astimezone(tz)


@pytest.mark.parametrize(
    ("day", "begun"), [("2026-01-01", True), ("2026-01-02", True), ("2026-01-03", False)]
)
def test_a_day_has_begun_when_it_has_anywhere(
    day: str, begun: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.undo()  # what the suite says of the last day
    monkeypatch.setattr(clock, "datetime", Noon)
    assert (clock.has_begun(day), clock.newest_day()) == (begun, date(2026, 1, 2))


def test_the_day_is_asked_for_in_one_place() -> None:
    asking = {
        path.relative_to(ROOT / "src/plainleaf").as_posix()
        for path in (ROOT / "src").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Attribute) and node.attr in ASKING
    }
    assert asking == {"workspace/clock.py"}
