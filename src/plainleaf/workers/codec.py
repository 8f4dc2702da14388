"""Values of the model ↔ bytes: what crosses a pipe, or lies in a store.

Of bytes comes a value of the kind that is asked for, or ValueError; nothing in them is run.
"""

from functools import cache
from typing import Any, TypeVar

from msgspec.msgpack import Decoder, encode

T = TypeVar("T")


def encoded(value: object) -> bytes:
    """Return a value as bytes."""
    return encode(value)


def decoded(data: bytes, kind: type[T]) -> T:
    """Return the value of a kind that bytes hold; raise ValueError for any others."""
    value: T = _decoder(kind).decode(data)  # type: ignore[arg-type]  # a type has a hash
    return value


@cache
def _decoder(kind: Any) -> "Decoder[Any]":
    return Decoder(kind)
