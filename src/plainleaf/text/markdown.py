"""CommonMark through markdown-it: tokens of a handout, and the words of one unit.

Raw HTML is off, nesting is counted, typographic replacement (quadratic) is off.
"""

import re
from collections.abc import Collection
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token as Token  # others take it from here
from mdit_py_plugins.container import container_plugin
from mdit_py_plugins.front_matter import front_matter_plugin

from plainleaf.text.controls import UNWANTED, misused
from plainleaf.text.markup.pattern import HARD, MASK

MAX_NESTING = 24
"""Beyond this depth markdown-it drops text silently; the reader reports what comes near."""

INLINE = frozenset({"text", "softbreak", "hardbreak", "strong_open", "strong_close", "em_open",
                    "em_close", "link_open", "link_close", "text_special"})  # fmt: skip
"""Inline tokens that a unit may hold."""

LINK = re.compile(r'<a href="#([^"]*)"[^>]*>(.*?)</a>', re.DOTALL)
"""A link within the handout, as the parser writes it."""

BREAK = re.compile(r"(?<!\\)((?:\\\\)*)\\\n|[ ]{2,}\n")
"""A forced line break: a backslash that no other one escapes, or two blanks, at a line's end."""

BREAKS = ("softbreak", "hardbreak")
ROW_ENDS = {"softbreak": "\n", "hardbreak": HARD}

SPACES = re.compile(r"[ \t\r\n]+")
"""Those that part words; others, such as a no-break space, stay as they were written."""

SCHEMES = ("https://", "http://", "mailto:", "tel:", "#")


@cache
def _parser() -> MarkdownIt:
    # The line ends of a unit are forced ones: those of its paragraph are spaces by then.
    options = {"html": False, "breaks": True, "maxNesting": MAX_NESTING}
    parser = MarkdownIt("commonmark", options)
    # A table becomes a token, so that it can be refused by name instead of printed as bars.
    parser.enable("table")
    parser.disable("reference")  # it would take '[note]: words' away; a unit stands by itself
    front_matter_plugin(parser)
    container_plugin(parser, "any", validate=lambda words, markup: bool(words.strip()))
    return parser


@cache
def _parts() -> MarkdownIt:
    """Return a parser that keeps apart what is escaped and what is not."""
    return MarkdownIt("commonmark", {"html": False}).disable(["reference", "text_join"])


def tokens(text: str) -> list[Token]:
    """Return the block tokens of a handout; `map` counts lines from 0."""
    return _parser().parse(text)


def unit_text(text: str) -> str:
    """Return a paragraph as one line, but for the line breaks that it forces."""
    lines = BREAK.sub(lambda found: (found[1] or "") + "\0", text).split("\0")
    return "\n".join(SPACES.sub(" ", line).strip(" ") for line in lines).strip()


def inline_html(text: str) -> str:
    """Return a unit's words as HTML, every special character escaped."""
    return str(_parser().renderInline(text)).strip()


def unlink(markup: str, gone: Collection[str]) -> str:
    """Return a unit's HTML without links to places that are gone; their words stay."""
    return LINK.sub(lambda found: found[2] if found[1] in gone else found[0], markup)


def inline_text(text: str) -> str:
    """Return a unit's words without markup."""
    found = _inline(text)
    return "".join("\n" if token.type in BREAKS else token.content for token in found)


def printed(text: str) -> str:
    """Return a unit's words row by row, as they stand in print, with `MASK` for escaped signs."""
    found = _inline(text, _parts())
    return "".join(ROW_ENDS.get(token.type, _said(token)) for token in found)


def _said(token: Token) -> str:
    """Return what a token prints; `&amp;nbsp;` is a slip, every other escape is meant."""
    is_escaped = token.type == "text_special" and token.markup != "&amp;"
    is_meant = is_escaped and token.content.isascii() and len(token.content) == 1
    is_told = token.type in ("code_inline", "image")  # by `inline_faults`
    return MASK * len(token.content) if is_meant or is_told else token.content


def link_targets(text: str) -> list[str]:
    """Return where a unit's links lead, in their order."""
    links = (token for token in _inline(text) if token.type == "link_open")
    return [str(token.attrs.get("href", "")) for token in links]


def inline_faults(text: str) -> list[str]:
    """Return what a unit holds that a handout cannot print."""
    faults = []
    if control := misused(inline_text(text)):
        faults.append(f"the invisible character {control}")
    for token in _inline(text):
        if found := UNWANTED.search(token.content):
            faults.append(f"the invisible character U+{ord(found[0]):04X}")
        if token.type not in INLINE:
            faults.append(f"{token.type.removesuffix('_open').replace('_', ' ')} in a text")
        elif token.type == "link_open":
            target = str(token.attrs.get("href", ""))
            if not target.startswith(SCHEMES):
                faults.append(f"a link to {target[:80]!r}")
    return faults


def _inline(text: str, parser: MarkdownIt | None = None) -> list[Token]:
    found = (parser or _parser()).parseInline(text)
    return [child for token in found for child in token.children or ()]
