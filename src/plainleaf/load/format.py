"""styles/formats/<name>.css → Format: what a format says of itself beside how it looks."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import tinycss2

from plainleaf.errors import Finding, PlainleafError
from plainleaf.model import FOLDS, Format
from plainleaf.workspace import Workspace

CARRIES: Mapping[str, bool] = {"all": False, "brief": True}
"""What `--carries` may be: all sections, or those that a handout names as its brief."""

MOST = 500
POINTS = re.compile(r"(\d{1,3}(?:\.\d{1,3})?)pt")

Properties = Mapping[str, tuple[str, int | None]]
"""Custom properties: value and line."""


def read_format(workspace: Workspace, name: str) -> Format:
    """Read what `:root` of a format's style says; raise PlainleafError with all its faults."""
    path = f"styles/formats/{name}.css"
    said = dict(_custom_properties(workspace.read_text(path)))
    findings: list[Finding] = []
    carries, line = said.get("--carries", ("all", None))
    if carries not in CARRIES:
        message = f"--carries is {carries[:40]!r}."
        hint = f"Write '--carries: {' or '.join(CARRIES)}'."
        findings.append(Finding(path, line, "bad-format", message, hint))
    pages, steps = (_number(said, key, path, findings) for key in ("--pages", "--steps"))
    if findings:
        raise PlainleafError(*findings)
    fold = FOLDS.get(name)
    return Format(name, CARRIES[carries], fold.pages if fold else pages or None, steps)


def smaller_sizes(workspace: Workspace, sizes: Sequence[str], size: str) -> tuple[str, ...]:
    """Return those of the sizes whose text is smaller, the largest of them first."""
    points = {name: _points(workspace, name) for name in sizes}
    smaller = (name for name in sizes if 0 < points[name] < points.get(size, 0))
    return tuple(sorted(smaller, key=lambda name: -points[name]))


def _points(workspace: Workspace, size: str) -> float:
    """Return the size of a text in points, 0 where it is not said."""
    said = dict(_custom_properties(workspace.read_text(f"styles/sizes/{size}.css")))
    found = POINTS.fullmatch(said.get("--body", ("", None))[0])
    return float(found[1]) if found else 0.0


def _number(said: Properties, key: str, path: str, findings: list[Finding]) -> int:
    """Return a whole number, 0 where it is not said."""
    value, line = said.get(key, ("0", None))
    if value.isascii() and value.isdecimal() and len(value) < 9 and int(value) <= MOST:
        return int(value)
    hint = f"Write a whole number up to {MOST}, as in '{key}: 1'."
    findings.append(Finding(path, line, "bad-format", f"{key} is {value[:40]!r}.", hint))
    return 0


def _custom_properties(css: str) -> Iterator[tuple[str, tuple[str, int]]]:
    """Yield each custom property of `:root`, with its value and line."""
    for rule in tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True):
        if rule.type == "qualified-rule" and _text(rule.prelude) == ":root":
            for part in tinycss2.parse_blocks_contents(rule.content):
                if part.type == "declaration" and part.name.startswith("--"):
                    yield part.name, (_text(part.value), part.source_line)


def _text(tokens: list[Any]) -> str:
    return str(tinycss2.serialize(tokens)).strip()
