"""Lines with letters of several fonts: their heights and baselines, and the marks beside them."""

from collections.abc import Callable, Sequence
from typing import Any

from weasyprint.formatting_structure.boxes import LineBox
from weasyprint.text.line_break import strut


def split_first_line(
    split: Callable[..., Any], text: str, style: Any, *rest: Any, **options: Any
) -> Any:
    """Return a line on the baseline that its style's first font has, whatever else is in it."""
    line = split(text, style, *rest, **options)
    *found, height, _ = line
    line_height, baseline = strut(style)
    return (*found, height, baseline - (line_height - height) / 2)


def block_container_layout(lay_out: Callable[..., Any], *rest: Any, **options: Any) -> Any:
    """Lay out a block, and set its mark on the baseline of its first line."""
    laid_out = lay_out(*rest, **options)
    mark, *others = getattr(laid_out[0], "children", ()) or (None,)
    if mark is not None and mark.is_outside_marker and (line := _first_line(others)):
        baseline = line.position_y - mark.position_y + line.baseline
        mark.position_y += baseline - strut(mark.style)[1]
    return laid_out


def _first_line(boxes: Sequence[Any]) -> Any:
    """Return the line that boxes begin with: that of a block within a line, if there is one."""
    first = next((box for box in boxes if box.is_in_normal_flow()), None)
    if first is None:
        return None
    inner = _first_line(getattr(first, "children", ()))
    return inner or (first if isinstance(first, LineBox) else None)
