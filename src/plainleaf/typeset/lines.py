"""What WeasyPrint 70 gets wrong in breaking lines.

A text that fits but for the space at its end, before a bold word, was broken after its first
word. Such a text goes on the line whole; the space is dropped where the line ends.
"""

from typing import Any

from weasyprint.layout import inline

_split_first_line = inline.split_first_line


def _split(
    text: str, style: Any, context: Any, max_width: float | None, *rest: Any, **options: Any
) -> Any:
    """Return layout, length, place to go on from, width, height and baseline of a line."""
    line = _split_first_line(text, style, context, max_width, *rest, **options)
    words = text.rstrip(" ")
    if line[2] is None or words == text or style["white_space"] != "normal":
        return line
    if _split_first_line(words, style, context, max_width, *rest, **options)[2] is not None:
        return line
    return _split_first_line(text, style, context, None, *rest, **options)


inline.split_first_line = _split
