"""Text as it is set: where it may be divided, and how far down its ink reaches."""

from typing import Any

from weasyprint.text.ffi import FROM_UNITS, ffi, pango
from weasyprint.text.line_break import get_log_attrs


def breaks_in(text: str, language: str) -> Any:
    """Return what may stand before each letter: `is_line_break`, `is_cursor_position`."""
    return get_log_attrs(text, language)


def ink_bottom(box: Any) -> float:
    """Return how far down a line's letters reach, those below the line included."""
    layout = box.pango_layout
    layout.reactivate(box.style)
    ink = ffi.new("PangoRectangle *")
    pango.pango_layout_line_get_extents(layout.get_first_line()[0], ink, ffi.NULL)
    layout.deactivate()
    return float(box.position_y + box.baseline + (ink.y + ink.height) * FROM_UNITS)
