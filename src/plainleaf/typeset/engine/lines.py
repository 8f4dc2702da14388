"""Where lines end, and what the next one begins with.

A text that fits but for the space at its end, before a bold word, goes on the line whole. What
is kept whole and is longer than its line is divided where it could have been otherwise.
"""

from collections.abc import Callable
from typing import Any, NamedTuple

from weasyprint.text.line_break import can_break_text

from plainleaf.text.controls import FSI, LRI, PDI, RLI
from plainleaf.text.whole import JOINER
from plainleaf.typeset.engine.overlong import is_too_long
from plainleaf.typeset.engine.torn import note_torn

NO_BREAK = "\u00a0"

Split = Callable[..., Any]


class Line(NamedTuple):
    """A line as the engine returns it; lengths in bytes of the text."""

    layout: Any
    length: int
    resume: int | None  # where the next line begins
    width: float
    height: float
    baseline: float


def split_first_line(
    split: Split,
    text: str,
    style: Any,
    context: Any,
    max_width: float | None,
    *rest: Any,
    is_line_start: bool = True,
    **options: Any,
) -> Any:
    """Return the first line of a text."""
    options["is_line_start"] = is_line_start = is_line_start or is_too_long()
    line = Line(*split(text, style, context, max_width, *rest, **options))
    if is_line_start and JOINER in text and _is_torn(text, line, max_width, style["lang"]):
        return _divided(split, text, style, context, max_width, *rest, **options)
    note_torn(line, text, style)
    words = text.rstrip(" ")
    if line.resume is None or words == text or style["white_space"] != "normal":
        return line
    if split(words, style, context, max_width, *rest, **options)[2] is not None:
        return line
    return split(text, style, context, None, *rest, **options)


def _is_torn(text: str, line: Line, max_width: float | None, language: str | None) -> bool:
    """Whether a line ends within what is kept whole, or it takes more than the line."""
    ahead = text.encode()[: line.resume].decode()
    behind = text[len(ahead) :]
    is_natural = not behind or ahead[-1] == " " or behind[0] == JOINER
    if not is_natural and not can_break_text(ahead[-1] + behind[0], language):
        return JOINER in ahead + behind.partition(" ")[0] + behind[:2]
    return JOINER in ahead and max_width is not None and line.width > max_width


def _divided(split: Split, text: str, *rest: Any, **options: Any) -> Line:
    """Return the first line of a text without joiners, which ends at a place of its own."""
    if text.startswith(NO_BREAK + JOINER):
        line = Line(*split(NO_BREAK, *rest, **options))
        return line._replace(resume=len(NO_BREAK.encode()))
    kept = [place for place, sign in enumerate(text) if sign != JOINER]
    bare = "".join(text[place] for place in kept)
    line = Line(*split(bare, *rest, **options))

    def in_text(count: int) -> int:
        letters = len(bare.encode()[:count].decode())
        return len(text[: kept[letters - 1] + 1].encode()) if letters else 0

    resume = None if line.resume is None else in_text(line.resume)
    return line._replace(length=in_text(line.length), resume=resume)


def split_text_box(
    split: Split, context: Any, box: Any, width: float, skip: int, *rest: Any, **options: Any
) -> Any:
    """Split a text; what was open where the line before it ended is opened again."""
    opened = _open(box.text.encode()[: skip or 0].decode()) if skip else ""
    if not opened:
        return split(context, box, width, skip, *rest, **options)
    ahead = len(opened.encode())
    going_on = box.copy_with_text(opened + box.text.encode()[skip:].decode())
    line, resume, is_break = split(context, going_on, width, 0, *rest, **options)
    return line, resume if resume is None else resume - ahead + skip, is_break


def _open(text: str) -> str:
    """Return the isolates that a text opens and does not close."""
    found = ""
    for sign in text:
        found = found[:-1] if sign == PDI else found + sign if sign in LRI + RLI + FSI else found
    return found
