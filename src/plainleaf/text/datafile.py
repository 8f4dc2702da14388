"""A data file of the package (TOML) → the class that is its schema."""

from pathlib import Path
from typing import TypeVar

from msgspec import DecodeError, Struct, toml

T = TypeVar("T", bound="Table")


class Table(Struct, frozen=True, forbid_unknown_fields=True, rename="kebab"):
    """What a file may say; each key is a field, with hyphens for its underscores."""


def read_data(file: Path, kind: type[T]) -> T:
    """Return what a file says; raise ValueError for a key or a value that means nothing."""
    try:
        return toml.decode(file.read_bytes(), type=kind)
    except DecodeError as error:
        raise ValueError(f"{file.name}: {error}") from None
