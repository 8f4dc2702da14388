"""A block that no sheet prints → its name, and what to write instead."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest

from plainleaf.text.markdown import Token

HINTS: Mapping[str, str] = {
    "blockquote": "Take '>' away: write 'over 5' for a number, '::: key-points' for a frame.",
    "code block": "Take the four blanks or the tab at the line's beginning away.",
    "fence": "Take the lines of ``` or ~~~ away, and write its text.",
    "hr": "Take it away: headings part a text, and '::: questions' prints lines to write on.",
}
"""What to do about each, by its name."""

OTHERS = "Use paragraphs, lists, headings and containers."
LONGEST = 120


def instead(tokens: Sequence[Token], at: int) -> tuple[str, str]:
    """Return what a block is called, and what to do."""
    name = tokens[at].type.removesuffix("_open").replace("_", " ")
    if name == "table":
        return name, f"Write a list, an item a row: {_item(tokens, at)}"
    return name, HINTS.get(name, OTHERS)


def _item(tokens: Sequence[Token], at: int) -> str:
    """Return the first row of a table as an item of a list."""
    rows = list(_rows(tokens, at))
    heads, cells = rows[0], rows[1] if len(rows) > 1 else rows[0][:1]
    (_, name), *pairs = zip_longest(heads, cells, fillvalue="…")
    said = "; ".join(f"{head.lower()}: {cell}" for head, cell in pairs)
    item = f"- **{name}:** {said or '…'}"
    return item if len(item) <= LONGEST else f"{item[:LONGEST]}…"


def _rows(tokens: Sequence[Token], at: int) -> Iterator[list[str]]:
    """Yield the words of each row of the table that begins at a place."""
    row: list[str] = []
    for token in tokens[at:]:
        if token.type == "inline":
            row.append(token.content)
        elif token.type == "tr_close":
            yield row
            row = []
        elif token.type == "table_close":
            return
