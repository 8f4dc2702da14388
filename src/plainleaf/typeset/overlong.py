"""What WeasyPrint 70 gets wrong in words that fit on no line.

One was divided only where it begins its text: of a word that is partly bold, the rest ran over
the page's edge. Such a line is set once more, and its last text divided.
"""

from contextvars import ContextVar
from typing import Any

from weasyprint.formatting_structure.boxes import LineBox
from weasyprint.layout import inline

_split_inline_box = inline.split_inline_box

SLACK = 0.01
"""CSS pixels by which a line may be too long without being so."""

_is_too_long: ContextVar[bool] = ContextVar("_is_too_long", default=False)


def is_too_long() -> bool:
    """Whether the line that is set has a word that fits on none."""
    return _is_too_long.get()


def _split_box(context: Any, box: Any, left: float, right: float, *rest: Any) -> Any:
    """Fill a line; one that is too long, and could not end before, is filled once more."""
    found = _split_inline_box(context, box, left, right, *rest)
    has_floats = any(child.is_floated() for child in box.children)
    if not isinstance(box, LineBox) or has_floats or found[0] is None:
        return found
    if found[0].width <= right - left + SLACK or is_too_long():
        return found
    token = _is_too_long.set(True)
    try:
        return _split_inline_box(context, box, left, right, *rest)
    finally:
        _is_too_long.reset(token)


inline.split_inline_box = _split_box
