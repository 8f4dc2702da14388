"""Words that fit on no line, and begin before their text does: they are divided in it too."""

from collections.abc import Callable
from contextvars import ContextVar
from typing import Any

from plainleaf.typeset.engine.boxes import LineBox

SLACK = 0.01
"""CSS pixels by which a line may be too long without being so."""

_is_too_long: ContextVar[bool] = ContextVar("_is_too_long", default=False)


def is_too_long() -> bool:
    """Whether the line that is set has a word that fits on none."""
    return _is_too_long.get()


def split_inline_box(
    split: Callable[..., Any], context: Any, box: Any, left: float, right: float, *rest: Any
) -> Any:
    """Fill a line; one that is too long, and could not end before, is filled once more."""
    found = split(context, box, left, right, *rest)
    has_floats = any(child.is_floated() for child in box.children)
    if not isinstance(box, LineBox) or has_floats or found[0] is None:
        return found
    if found[0].width <= right - left + SLACK or is_too_long():
        return found
    token = _is_too_long.set(True)
    try:
        return split(context, box, left, right, *rest)
    finally:
        _is_too_long.reset(token)
