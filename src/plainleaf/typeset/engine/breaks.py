"""Where pages end: under no heading, and not within boxes that stay whole."""

from collections.abc import Callable
from typing import Any

from weasyprint.layout import block


def in_flow_layout(
    lay_out: Callable[..., Any],
    context: Any,
    box: Any,
    index: int,
    child: Any,
    before: Any,
    page_is_empty: bool,
    absolute: Any,
    fixed: Any,
    margins: Any,
    *rest: Any,
) -> Any:
    """Lay a child out; one that must not be parted from a page's first lines is divided."""
    place = getattr(child, "position_x", 0), getattr(child, "position_y", 0)
    again = (context, box, index, child, list(before), page_is_empty, absolute, fixed)
    same_margins = list(margins)
    found = lay_out(
        context, box, index, child, before, page_is_empty, absolute, fixed, margins, *rest
    )
    if not (page_is_empty and _is_parted(found, before, child, index, context)):
        return found
    child.position_x, child.position_y = place
    child.is_divided = True
    try:
        return lay_out(*again, same_margins, *rest)
    finally:
        del child.is_divided


def _is_parted(found: Any, before: Any, child: Any, index: int, context: Any) -> bool:
    """Whether a page ends where no page shall, for want of any other place."""
    _, stop, resume_at, *_ = found
    last = block.find_last_class_a_break_point_child(before)
    return bool(
        stop
        and resume_at == {index: None}
        and last is not None
        and block.avoid_page_break(block.block_level_page_break(last, child), context)
    )


def block_level_layout(
    lay_out: Callable[..., Any],
    context: Any,
    box: Any,
    bottom_space: float,
    skip_stack: Any,
    containing_block: Any,  # a grid calls by the engine's own names
    page_is_empty: bool = True,
    *rest: Any,
    **options: Any,
) -> Any:
    """Lay out a box; one that is being divided may be, as if it began the page."""
    is_empty = page_is_empty or getattr(box, "is_divided", False)
    around = (bottom_space, skip_stack, containing_block)
    return lay_out(context, box, *around, is_empty, *rest, **options)


def flex_layout(
    lay_out: Callable[..., Any],
    context: Any,
    box: Any,
    bottom_space: float,
    skip_stack: Any,
    around: Any,
    page_is_empty: bool,
    absolute: Any,
    fixed: Any,
    *rest: Any,
) -> Any:
    """Set out boxes by flex; those that stay whole and do not fit are left to the next page."""
    found = lay_out(
        context, box, bottom_space, skip_stack, around, page_is_empty, absolute, fixed, *rest
    )
    is_whole = found[1] is None or page_is_empty
    if is_whole or not block.avoid_page_break(box.style["break_inside"], context):
        return found
    block.remove_placeholders(context, [found[0]], absolute, fixed)
    # What a layout does of a box that does not fit; the engine writes into it.
    return None, None, {"break": "any", "page": None}, [], False
