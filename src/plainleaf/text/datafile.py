"""A data file of the package (TOML) → the frozen dataclass that is its schema."""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal, TypeVar, get_args, get_origin, get_type_hints

Table = TypeVar("Table")


def read_data(file: Path, kind: type[Table]) -> Table:
    """Return what a file says; raise ValueError for a key or a value that means nothing."""
    with file.open("rb") as opened:
        found: Table = _checked(tomllib.load(opened), kind, f"{file.name}:")
    return found


def _checked(value: Any, kind: Any, place: str) -> Any:
    """Return a value as its kind; `place` is the file and the keys that lead to it."""
    of, inner = get_origin(kind), get_args(kind)
    if hasattr(kind, "__dataclass_fields__") and isinstance(value, dict):
        hints = {name.replace("_", "-"): hint for name, hint in get_type_hints(kind).items()}
        parts = {key: _checked(value[key], hints.get(key), f"{place} {key}") for key in value}
        return kind(**{key.replace("-", "_"): part for key, part in parts.items()})
    if of is Mapping and isinstance(value, dict):
        keys = [_checked(key, inner[0], f"{place} {key}") for key in value]
        return {key: _checked(value[key], inner[1], f"{place} {key}") for key in keys}
    if of is tuple and isinstance(value, list):
        return tuple(_checked(each, inner[0], place) for each in value)
    if value in inner if of is Literal else type(value) is kind:
        return value
    raise ValueError(f"{place} {'is no key here' if kind is None else f'cannot be {value!r:.40}'}")
