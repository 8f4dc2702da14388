"""YAML text → plain tables, and how each field was written.

Aliases are refused: a few lines of them unfold into gigabytes. So is what YAML would cut off.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

import yaml
from yaml.composer import Composer

from plainleaf.errors import Finding, PlainleafError
from plainleaf.text.quotes import in_quotes
from plainleaf.workspace.written import Written

ON, TEXT = "on", "tag:yaml.org,2002:str"
"""A name that YAML 1.1 takes for true, and the type of a name."""

DATE, NO_DAY = "tag:yaml.org,2002:timestamp", "is no day of the calendar"

LONGEST = 200
"""A name that is longer stands for all below it: a prefix a field would take gigabytes."""

MOST_ITEMS, MOST_ROWS = 1_000, 20
"""Of a list, and of a value, that are kept as they are written."""

COMMENT = re.compile(r"\s+(#.*)")
VALUE = re.compile(r"(\s*(?:-\s+)?(?:[\w.-]+:\s+)?)(\S.*)")
"""A line of a table: what stands before a value, and the value."""

QUOTE = "A value that holds ': ' or ' #', or begins with a sign, needs quotes: "
COLUMNS = "Begin lines with blanks, not with a tab."
MEND = "Mend that line."
OPEN = "Mend that line, or close the quotes that a line above it opens."


class _Loader(Composer, yaml.CSafeLoader):
    """CSafeLoader without aliases and without a key given twice; it knows where a value fails.

    libyaml splits the text into events, ten times as fast; nodes are composed where we see them.
    """

    def __init__(self, text: str) -> None:
        yaml.CSafeLoader.__init__(self, text)
        Composer.__init__(self)

    def compose_node(self, parent: yaml.Node | None, index: Any) -> yaml.Node | None:
        if self.check_event(yaml.AliasEvent):
            event: Any = self.peek_event()
            problem = "aliases are not allowed"
            raise yaml.MarkedYAMLError(problem=problem, problem_mark=event.start_mark)
        if self.check_event(yaml.ScalarEvent):
            event = self.peek_event()
            if event.anchor or event.tag == "!":
                sign = f"&{event.anchor}" if event.anchor else "!"
                problem = f"{sign!r} is a mark of YAML's own, which is not printed"
                raise yaml.MarkedYAMLError(problem=problem, problem_mark=event.start_mark)
        return super().compose_node(parent, index)

    def construct_object(self, node: yaml.Node, deep: bool = False) -> Any:
        try:
            return super().construct_object(node, deep)
        except ValueError as error:
            is_day = node.tag == DATE
            problem = f"{node.value!r} {NO_DAY}" if is_day else str(error)
            raise yaml.MarkedYAMLError(problem=problem, problem_mark=node.start_mark) from None

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        seen = set()
        for key, _ in node.value:
            if key.value == ON:
                key.tag = TEXT
            if key.value in seen:
                problem = f"{key.value!r} is given twice"
                raise yaml.MarkedYAMLError(problem=problem, problem_mark=key.start_mark)
            seen.add(key.value)
        return super().construct_mapping(node, deep)


def read_yaml(
    text: str, path: str, first: int = 1
) -> tuple[Mapping[str, Any], Mapping[str, Written]]:
    """Return the table that `text` holds, and how each field is written: c in b as "b.c".

    `first` is the line of `path` at which the text begins. Raises PlainleafError.
    """
    loader, rows = _Loader(text), text.split("\n")
    try:
        node = loader.get_single_node()
        if not isinstance(node, yaml.MappingNode):
            raise yaml.MarkedYAMLError(problem="no 'field: value' lines")
        table = loader.construct_document(node)
    except (yaml.YAMLError, RecursionError, ValueError, TypeError) as error:
        raise PlainleafError(_fault(error, path, first, rows)) from None
    finally:
        loader.dispose()
    written = dict(_fields(node, rows, first))
    if faults := [*_emptied(written, path)]:
        raise PlainleafError(*faults)
    return table, written


def _fields(
    node: yaml.Node, rows: list[str], first: int, prefix: str = ""
) -> Iterator[tuple[str, Written]]:
    for name, start, value in _parts(node):
        full = f"{prefix}{name}"
        yield full, _written(value, rows, start.line + first)
        if len(full) < LONGEST:
            yield from _fields(value, rows, first, f"{full}.")


def _parts(node: yaml.Node) -> Iterator[tuple[str, yaml.Mark, yaml.Node]]:
    """Yield what a table or a list holds: its name, where it begins, its value."""
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield str(key.value), key.start_mark, value
    elif isinstance(node, yaml.SequenceNode):
        for number, value in enumerate(node.value[:MOST_ITEMS]):
            yield str(number), value.start_mark, value


def _written(node: yaml.Node, rows: list[str], line: int) -> Written:
    start, end = node.start_mark, node.end_mark
    is_plain = isinstance(node, yaml.ScalarNode) and not node.style
    last = min(end.line, start.line + MOST_ROWS) if is_plain else start.line
    found = [row[:LONGEST].strip() for row in rows[start.line + 1 : last + 1] if row.strip()]
    text = rows[start.line][start.column :][:LONGEST] if start.line < len(rows) else ""
    behind = rows[end.line][end.column :][:LONGEST] if is_plain and end.line < len(rows) else ""
    comment = COMMENT.match(behind)
    return Written(line, "\n".join([text.strip(), *found]), comment[1].strip() if comment else "")


def _emptied(written: Mapping[str, Written], path: str) -> Iterator[Finding]:
    """Report each value of which nothing is left, such as a colour without quotes."""
    for name, each in written.items():
        if each.text == each.comment != "" and each.text[1:2].strip():
            message = f"is empty: YAML takes {each.text[:40]!r} for a comment."
            hint = f"Put it in quotes: {in_quotes(each.text)}."
            yield Finding(path, each.line, "bad-yaml", message, hint, field=name)


def _fault(error: Exception, path: str, first: int, rows: list[str]) -> Finding:
    mark = getattr(error, "problem_mark", None)
    cause = getattr(error, "problem", None) or "nested too deep or a value of no type"
    line = mark.line + first if mark else first
    message = f"is not YAML we can read: {cause}."
    return Finding(path, line, "bad-yaml", message, _hint(error, rows))


def _hint(error: Exception, rows: list[str]) -> str:
    """Return what to do about a fault: mostly, to put a value in quotes."""
    if str(getattr(error, "problem", "")).endswith(NO_DAY):
        return "Look up the date, and write it as YYYY-MM-DD; what is no date needs quotes."
    mark, context = getattr(error, "problem_mark", None), getattr(error, "context_mark", None)
    is_past = mark is not None and (mark.line >= len(rows) or not rows[mark.line].strip())
    if is_past or "end of stream" in str(getattr(error, "problem", "")):
        mark = context
    row = rows[mark.line][:LONGEST] if mark is not None and mark.line < len(rows) else ""
    if row.startswith("\t"):
        return COLUMNS
    found = VALUE.match(row)
    mend = MEND if context is None else OPEN
    if not found or not found[1].strip():
        return mend
    if found[2][0] in "\"'" and found[2].count(found[2][0]) == 1:
        return f"Close the quotes: {found[1].strip()} {in_quotes(found[2][1:])}."
    is_quoted = len(found[2]) > 1 and found[2][0] == found[2][-1] == '"'
    return mend if is_quoted else f"{QUOTE}{found[1].strip()} {in_quotes(found[2])}."
