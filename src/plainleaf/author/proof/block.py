"""Words and pictures → blocks that know their height, stacked as far as there is room."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from plainleaf.author.proof.grid import GUTTER
from plainleaf.author.proof.pen import HEADING, SMALL, THICK, Pen, Style, broken, is_plain, size_of

ABOVE, BELOW = 4.8, 3.2
"""Millimetres from a section's line to its heading's baseline, and from there to its content."""

FRAME = ABOVE + BELOW
"""What a section is higher than its content."""

BASELINE = 0.74
"""Of a line's height, above its baseline."""

OTHER_SCRIPT = "(in another script: see the handout)"
"""Stands for a text that nobody has handed in a picture of."""


@dataclass(frozen=True)
class Block:
    """What is drawn at a place, and how high it is in millimetres."""

    height: float
    draw: Callable[[Pen, float, float], None]  # pen, left, upper


def words(pen: Pen, text: str, style: Style, width: float, most: int = 4) -> Block:
    """Return a paragraph; one in another script as the picture that was handed in."""
    if text in pen.text_pictures:
        return picture(pen.text_pictures[text], width)
    if not is_plain(text):
        text, style = OTHER_SCRIPT, SMALL
    lines = broken(text, style, width, most)

    def draw(pen: Pen, x: float, y: float) -> None:
        for number, line in enumerate(lines):
            pen.text(x, y + (number + BASELINE) * style.leading, line, style, width)

    return Block(len(lines) * style.leading, draw)


def picture(data: bytes, width: float, *, right: bool = False) -> Block:
    """Return the picture of a text in its printed size, or smaller where it is too wide."""
    wide, high = size_of(data)
    scale = min(1, width / wide)
    indent = width - wide * scale if right else 0

    def draw(pen: Pen, x: float, y: float) -> None:
        pen.picture(data, x + indent, y, wide * scale, high * scale)

    return Block(high * scale, draw)


def stack(blocks: Sequence[Block], gap: float = 0) -> Block:
    """Return blocks one below the other, as one."""

    def draw(pen: Pen, x: float, y: float) -> None:
        for block in blocks:
            block.draw(pen, x, y)
            y += block.height + gap

    return Block(sum(block.height for block in blocks) + gap * max(0, len(blocks) - 1), draw)


def beside(blocks: Sequence[Block], width: float) -> Block:
    """Return blocks of one width side by side, as one."""

    def draw(pen: Pen, x: float, y: float) -> None:
        for block in blocks:
            block.draw(pen, x, y)
            x += width + GUTTER

    return Block(max((block.height for block in blocks), default=0), draw)


def section(heading: str, content: Block, width: float) -> Block:
    """Return content below a line and its heading."""

    def draw(pen: Pen, x: float, y: float) -> None:
        pen.line(x, y, width, THICK)
        pen.text(x, y + ABOVE, heading, HEADING)
        content.draw(pen, x, y + FRAME)

    return Block(FRAME + content.height, draw)


def within(pen: Pen, blocks: Sequence[Block], room: float, gap: float) -> Block:
    """Return as many blocks as there is room for; the last line tells of those that are left."""
    whole = stack(blocks, gap)
    if whole.height <= room:
        return whole
    shown = list(_fitting(blocks, room - SMALL.leading - gap, gap))
    rest = words(pen, f"and {len(blocks) - len(shown)} more", SMALL, 99)
    return stack([*shown, rest], gap)


def _fitting(blocks: Sequence[Block], room: float, gap: float) -> Iterator[Block]:
    for block in blocks:
        room -= block.height
        if room < 0:
            return
        yield block
        room -= gap
