"""What a figure holds in place of an image with words → what is wrong, and the right line."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from plainleaf.text.markdown import Token

RIGHT = "![what it shows](images/name.svg)"
BELOW = "Leave a blank line below the image, and write its caption there."

FILE = r"[^()\[\]<>\"'\n]+?"
ALT = r"[^\[\]\n]+?"
IMAGE = rf"!\[(?P<words>{ALT})\]\((?P<file>{FILE})\)"


class Slip(NamedTuple):
    """What a text looks like, what is wrong with it, and what to do: with the text's own words."""

    look: re.Pattern[str]
    message: str
    hint: str


def _slip(look: str, message: str, hint: str) -> Slip:
    return Slip(re.compile(look, re.DOTALL | re.IGNORECASE), message, hint)


SLIPS = (
    _slip(
        r"<img\b(?=[^>]*\bsrc=[\"']?(?P<file>[^\"'\s>]+)).*",
        "a figure's image is written in HTML.",
        "Write it as '![what it shows]({file})'.",
    ),
    _slip(
        r"!\[\[(?P<file>[^\[\]|]+).*",
        "a figure's image has two brackets and no words.",
        "Write it as '![what it shows](images/{file})'.",
    ),
    _slip(
        rf"{IMAGE}.*!\[.*",
        "a figure has two images.",
        "Give each a '::: figure' of its own.",
    ),
    _slip(
        r"!\[\s*\]\((?P<file>[^()\n]*)\).*",
        "a figure's image has no words for those who do not see it.",
        "Write what it shows between the brackets: '![what it shows]({file})'.",
    ),
    _slip(
        rf"!\[(?P<words>{ALT})\]\(\s*\).*",
        "a figure's image names no file.",
        "Name it: '![{words}](images/name.svg)'.",
    ),
    _slip(
        rf"!\[(?P<words>{ALT})\]\((?P<file>{FILE})\s+[\"'(](?P<title>[^\n]*?)[\"')]\s*\).*",
        "a figure's image has a title, which no paper shows.",
        "Write '![{words}]({file})', and '{title}' below it as the caption.",
    ),
    _slip(
        rf"!\[(?P<words>{ALT})\]\s+\((?P<file>{FILE})\).*",
        "a space stands between a figure's words and its file.",
        "Write '![{words}]({file})'.",
    ),
    _slip(
        rf"!\s+\[(?P<words>{ALT})\]\((?P<file>{FILE})\).*",
        "a space stands behind the '!' of a figure's image.",
        "Write '![{words}]({file})'.",
    ),
    _slip(
        rf"!\((?P<words>{ALT})\)\[(?P<file>{FILE})\].*",
        "a figure's image has its brackets the other way round.",
        "Write '![{words}]({file})'.",
    ),
    _slip(
        rf"!\[(?P<words>{ALT})\]\s?\[(?P<file>[^\[\]\n]*)\].*",
        "a figure's image refers to a file named elsewhere.",
        "Name it behind the words: '![{words}](images/name.svg)'.",
    ),
    _slip(
        rf"\[(?P<words>{ALT})\]\((?P<file>{FILE})\).*",
        "a figure has a link in place of an image.",
        "Put '!' before it: '![{words}]({file})'.",
    ),
    _slip(
        rf"{IMAGE}\s*\S.*",
        "words follow a figure's image without a blank line.",
        f"{BELOW[:-1]}: '{{rest}}'.",
    ),
    _slip(
        rf"(?P<before>.*?\S)\s*{IMAGE}.*",
        "words stand before a figure's image.",
        "Begin it with '![{words}]({file})', and put the words below, behind a blank line.",
    ),
    _slip(
        rf"!\[(?P<words>{ALT})\]\((?P<file>[^()\n]+)\Z",
        "the bracket behind a figure's file is not closed.",
        "Close it: '![{words}]({file})'.",
    ),
    _slip(
        rf"!\[(?P<words>[^\[\]()\n]+)\((?P<file>{FILE})\).*",
        "the bracket behind a figure's words is not closed.",
        "Close it: '![{words}]({file})'.",
    ),
    _slip(
        r"!\[[^\n]*[\[\]][^\n]*\]\([^\n]*\).*",
        "the words of a figure's image hold brackets.",
        "Write them without '[' and ']'.",
    ),
)

LOOKED_AT = 240
"""So many signs show what is wrong; the rest of a page of them would take its time."""

OTHERWISE = "a figure has no image.", f"Begin it with '{RIGHT}'."
EMPTY = "a figure holds nothing.", f"Write '{RIGHT}' in it, and its caption below."
INDENTED = "a figure's image is set in, which makes code of it.", "Begin its line with '!['."


def figure_slip(tokens: Sequence[Token], at: int) -> tuple[str, str]:
    """Return what is wrong with the figure that opens there, and what to do."""
    first = tokens[at + 1]
    if first.type == "container_any_close":
        return EMPTY
    if first.type == "code_block":
        return INDENTED if "![" in first.content else OTHERWISE
    text = tokens[at + 2].content.strip()[:LOOKED_AT] if first.type == "paragraph_open" else ""
    for slip in SLIPS:
        if found := slip.look.fullmatch(text):
            return slip.message, slip.hint.format(**_shown(found))
    return OTHERWISE


def _shown(found: re.Match[str]) -> dict[str, str]:
    """Return the words of a text for a hint, each in one line and not too long."""
    parts = {key: value or "" for key, value in found.groupdict().items()}
    parts["rest"] = found[0][found.end("file") + 1 :] if "file" in parts else ""
    return {key: " ".join(value.split())[:80] for key, value in parts.items()}
