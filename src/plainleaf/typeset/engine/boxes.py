"""Laid-out pages → their boxes, and the kinds of boxes that we ask for."""

from collections.abc import Iterator
from typing import Any

from weasyprint.formatting_structure import boxes

BlockBox, BlockLevelBox, LineBox = boxes.BlockBox, boxes.BlockLevelBox, boxes.LineBox
MarginBox, ReplacedBox, TextBox = boxes.MarginBox, boxes.ReplacedBox, boxes.TextBox


def page_box(page: Any) -> Any:
    """Return the box of a whole page, its margins' boxes included."""
    return page._page_box  # noqa: SLF001


def boxes_of(box: Any) -> Iterator[Any]:
    """Yield a box and those within it, in the order of the text."""
    yield box
    for child in getattr(box, "children", ()):
        yield from boxes_of(child)


def unwrapped(box: Any) -> Any:
    """Return a box itself: what is placed apart from the flow stands behind a placeholder."""
    return getattr(box, "_box", box)
