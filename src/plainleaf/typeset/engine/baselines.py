"""What WeasyPrint 70 gets wrong where letters of several fonts share a line.

A text stood higher or lower, and its line was taller, by what a font reaches out that stands
behind the style's first one. And an item's mark stood beside the top of its first line, above the
words of it where these are of a script with tall lines.
"""

from collections.abc import Sequence
from typing import Any

from weasyprint.formatting_structure.boxes import LineBox
from weasyprint.layout import block, inline
from weasyprint.text.line_break import strut

_split_first_line = inline.split_first_line
_block_container_layout = block.block_container_layout


def _split(text: str, style: Any, *rest: Any, **options: Any) -> Any:
    """Return a line on the baseline that its style's first font has, whatever else is in it."""
    line = _split_first_line(text, style, *rest, **options)
    *found, height, _ = line
    line_height, baseline = strut(style)
    return (*found, height, baseline - (line_height - height) / 2)


def _lay_out(context: Any, box: Any, *rest: Any, **options: Any) -> Any:
    """Lay out a block, and set its mark on the baseline of its first line."""
    laid_out = _block_container_layout(context, box, *rest, **options)
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


inline.split_first_line = _split
block.block_container_layout = _lay_out
