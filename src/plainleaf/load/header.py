"""The header of a catalogue → what is wrong in its fields."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from plainleaf.errors import Finding
from plainleaf.load.po import Field
from plainleaf.model import REVIEWED_METHODS
from plainleaf.workspace import Workspace
from plainleaf.workspace.clock import has_begun

PLURALS = re.compile(r"nplurals=[1-6];\s*plural=[n\d\s()%<>=!&|?:]{1,200};?")
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
METHODS = (*REVIEWED_METHODS, "machine")
NOBODY = frozenset({"", "todo", "tbd", "tba", "xxx", "name", "full name", "your name", "checker",
                    "reviewer", "none", "n/a", "unknown", "full name email@address"})  # fmt: skip
"""What stands for a name that is not known yet, in small letters, without marks around it."""

PROJECT = re.compile(r"([a-z0-9-]+) \S+")
"""A handout and its version, as `plainleaf translate` writes them."""


class Rule(NamedTuple):
    """What a field of the header must keep, given its value and the language."""

    is_kept: Callable[[str, str], bool]
    code: str
    message: str
    hint: str


def _is_day(value: str, code: str) -> bool:
    """Whether `value` is nothing, or a day that has begun."""
    try:
        day = date.fromisoformat(value) if DAY.fullmatch(value) else None
    except ValueError:
        return False
    return not value or (day is not None and has_begun(value))


RULES: Mapping[str, Rule] = {
    "plural-forms": Rule(
        lambda value, code: PLURALS.fullmatch(value) is not None,
        "bad-po",
        "Plural-Forms is not one we can read.",
        "Take it from msginit.",
    ),
    "content-type": Rule(
        lambda value, code: value.lower().endswith("charset=utf-8"),
        "bad-po",
        "the charset is not UTF-8.",
        "Save it as UTF-8 and say so here.",
    ),
    "language": Rule(
        lambda value, code: value.replace("_", "-") in ("", code),
        "bad-po",
        "the language is {value!r}, not {code!r} as in the file's name.",
        "Mend one of both.",
    ),
    "x-method": Rule(
        lambda value, code: value in ("", *METHODS),
        "bad-header",
        "X-Method is {value!r}.",
        f"Write one of {', '.join(METHODS)}, or leave it empty.",
    ),
    "x-checker": Rule(
        lambda value, code: not value or value.strip(" .?!<>()[]{}*-_").lower() not in NOBODY,
        "bad-header",
        "X-Checker is {value!r}, which names nobody.",
        "Write the name of the person who checked it, or leave it empty until then.",
    ),
    "x-review-date": Rule(
        _is_day,
        "bad-header",
        "X-Review-Date is {value!r}, which is no day up to today.",
        "Write the day of the review as YYYY-MM-DD, or leave it empty until then.",
    ),
}


def bad_header(header: Sequence[Field], path: str, code: str) -> Iterator[Finding]:
    """Report fields that hold what they may not."""
    for name, value, line in header:
        rule = RULES.get(name)
        if rule and not rule.is_kept(value, code):
            message = rule.message.format(value=value[:40], code=code)
            yield Finding(path, line, rule.code, message, rule.hint)


def of_another(header: Sequence[Field], workspace: Workspace, path: str) -> Iterator[Finding]:
    """Report a handout's catalogue that says it is of another one of the workspace."""
    folder = path.split("/")[-2]
    for name, value, line in header if path.startswith("handouts/") else ():
        named = PROJECT.fullmatch(value) if name == "project-id-version" else None
        if named and named[1] != folder and (workspace.root / "handouts" / named[1]).is_dir():
            message = f"is a translation of {named[1]!r}, not of {folder!r}."
            hint = "Move it to that handout, or mend Project-Id-Version."
            yield Finding(path, line, "another-handout", message, hint)
