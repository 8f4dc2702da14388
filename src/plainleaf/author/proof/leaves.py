"""Pictures of a handout's pages → the same as large as the room allows, one or two in a row."""

from math import ceil

from plainleaf.author.proof.block import Block, stack, words
from plainleaf.author.proof.grid import GUTTER
from plainleaf.author.proof.pen import SMALL, TEXT, Pen, drawable, size_of
from plainleaf.author.proof.sheet import Pages, ProofSheet


def leaves(pen: Pen, sheet: ProofSheet, width: float, room: float) -> Block:
    """Return the pages above a line that says what they are."""
    pages = sheet.pages
    if not pages or not pages.pictures:
        return words(pen, "There is no handout yet.", TEXT, width)
    caption = words(pen, drawable(_caption(pages)), SMALL, width, 3)
    wide, high = size_of(pages.pictures[0])
    space = room - caption.height - GUTTER / 2
    across, size = max(
        (
            (across, _width(len(pages.pictures), across, width, space, high / wide))
            for across in range(1, len(pages.pictures) + 1)
        ),
        key=lambda found: found[1],
    )

    def draw(pen: Pen, x: float, y: float) -> None:
        for number, data in enumerate(pages.pictures):
            down, along = divmod(number, across)
            place = (x + along * (size + GUTTER), y + down * (size * high / wide + GUTTER))
            pen.picture(data, *place, size, size * high / wide)
            pen.frame(*place, size, size * high / wide, grey=0.4, dash=False)

    rows = ceil(len(pages.pictures) / across)
    drawn = Block(rows * (size * high / wide + GUTTER) - GUTTER, draw)
    return stack([drawn, caption], GUTTER / 2)


def _caption(pages: Pages) -> str:
    shown = len(pages.pictures)
    which = "page 1" if shown == 1 else f"pages 1 to {shown}"
    return f"{pages.name.replace('_', ', ')}: {which} of {pages.count}"


def _width(count: int, across: int, width: float, room: float, shape: float) -> float:
    """Return how wide a page can be with so many in a row."""
    rows = ceil(count / across)
    by_width = (width - GUTTER * (across - 1)) / across
    by_height = (room - GUTTER * (rows - 1)) / rows / shape
    return min(by_width, by_height)
