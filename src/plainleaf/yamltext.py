"""YAML text → plain tables and the line of each field.

Aliases are refused: a few lines of them unfold into gigabytes.
"""

from collections.abc import Iterator, Mapping
from typing import Any

import yaml
from yaml.composer import Composer

from plainleaf.errors import Finding, PlainleafError

ON, TEXT = "on", "tag:yaml.org,2002:str"
"""A name that YAML 1.1 takes for true, and the type of a name."""

LONGEST = 200
"""A name that is longer stands for all below it: a prefix a field would take gigabytes."""


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
        return super().compose_node(parent, index)

    def construct_object(self, node: yaml.Node, deep: bool = False) -> Any:
        try:
            return super().construct_object(node, deep)
        except ValueError as error:
            raise yaml.MarkedYAMLError(problem=str(error), problem_mark=node.start_mark) from None

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


def read_yaml(text: str, path: str, first: int = 1) -> tuple[Mapping[str, Any], Mapping[str, int]]:
    """Return the table that `text` holds, and the line of each field: of c in b as "b.c".

    `first` is the line of `path` at which the text begins. Raises PlainleafError.
    """
    loader = _Loader(text)
    try:
        node = loader.get_single_node()
        if not isinstance(node, yaml.MappingNode):
            raise yaml.MarkedYAMLError(problem="no 'field: value' lines")
        table = loader.construct_document(node)
    except (yaml.YAMLError, RecursionError, ValueError, TypeError) as error:
        raise PlainleafError(_fault(error, path, first)) from None
    finally:
        loader.dispose()
    return table, dict(_lines(node, first))


def _lines(node: yaml.MappingNode, first: int, prefix: str = "") -> Iterator[tuple[str, int]]:
    for key, value in node.value:
        name = f"{prefix}{key.value}"
        yield name, key.start_mark.line + first
        if isinstance(value, yaml.MappingNode) and len(name) < LONGEST:
            yield from _lines(value, first, f"{name}.")


def _fault(error: Exception, path: str, first: int) -> Finding:
    mark = getattr(error, "problem_mark", None)
    cause = getattr(error, "problem", None) or "nested too deep or a value of no type"
    line = mark.line + first if mark else first
    return Finding(path, line, "bad-yaml", f"is not YAML we can read: {cause}.", "Mend that line.")
