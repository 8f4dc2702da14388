"""Two whole texts → leaves: the same parts on both sides, the leading language in front.

Both texts are laid out once on an endless page, to see how tall each part is; then each leaf
gets the parts that fit on its front and on its back.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

from plainleaf.errors import Fault, PlainleafError
from plainleaf.model import MILLIMETRE
from plainleaf.typeset.engine.boxes import BlockLevelBox, page_box
from plainleaf.typeset.engine.source import read_again
from plainleaf.typeset.generated import before_first
from plainleaf.typeset.leaves import Part, divide, height_of

PAPER_HEIGHT = re.compile(r"(?<=--paper-height: )([\d.]+)(?=mm)")
ENDLESS = "50000"

WHOLE = frozenset({"opening", "figure", "own-questions", "record", "strip"})
"""Classes of what is never divided."""

UNTORN = frozenset({"section--when-to-call"})
"""Classes of sections that are divided only where they are longer than a page."""

LISTS = frozenset({"ul", "ol"})
DIVISIBLE = LISTS | {"main", "section", "div"}
HEADINGS = frozenset({"h1", "h2", "h3"})
INLINE = frozenset({"span", "a", "strong", "em", "b", "i", "bdi", "img", "svg", "br"})

ATTEMPTS = 6
TIGHTER = 0.95
"""How much less a leaf gets when its parts took more room than they did on the endless page."""


class Piece(NamedTuple):
    """An element that becomes a part, and what it is in its sheet."""

    element: Any
    opens: bool
    follows: bool
    untorn: bool


def render_duplex(source: Any, **options: Any) -> Any:
    """Return a document of leaves; raise PlainleafError where its sides cannot match."""
    root = source.etree_element
    body = next(child for child in root if child.tag == "body")
    mains = [child for child in body if child.tag == "main"]
    pieces = [list(_pieces(main)) for main in mains]
    if len({len(of_side) for of_side in pieces}) > 1:
        raise _fault("one side has a part that the other lacks.", "Mend the template.")
    style = root.get("style", "")
    root.set("style", _endless(style))
    endless = source.render(**options)
    root.set("style", style)
    parts = _measured(endless, pieces)
    room = _room(endless, style)
    _refuse_long(parts, pieces[0], room)
    rooms: dict[int, float] = defaultdict(lambda: room)
    for _ in range(ATTEMPTS):
        leaves = divide(parts, rooms)
        sides = _sides(mains, pieces, leaves)
        body[:] = sides
        read_again(source)
        document = source.render(**options)
        over = _overflowing(document, sides)
        if over is None:
            return document
        leaf = leaves[over // len(mains)]
        rooms[leaf.start] = height_of(parts, leaf.start, leaf.stop) * TIGHTER
    raise _fault("the parts of a leaf do not fit on its sides.", "Use --layout stacked.")


def _endless(style: str) -> str:
    """Return a style for one page of any height, where pictures are as tall as on a leaf's."""
    found = PAPER_HEIGHT.search(style)
    leaf = f"; --leaf: {found[1]}mm" if found else ""
    return PAPER_HEIGHT.sub(ENDLESS, style) + leaf


def _fault(message: str, hint: str) -> PlainleafError:
    return PlainleafError(Fault("duplex", message, hint))


def _refuse_long(parts: Sequence[Part], pieces: Sequence[Piece], room: float) -> None:
    for place, piece in enumerate(pieces):
        if height_of(parts, place, place + 1) > room:
            words = " ".join("".join(piece.element.itertext()).split())[:40]
            message = f"{words!r}… is longer than a page, so that the sides cannot match."
            raise _fault(message, "Divide the text, or use --layout stacked.")


def _overflowing(document: Any, sides: Sequence[Any]) -> int | None:
    """Return the first side that runs over its page."""
    order = {side: number for number, side in enumerate(sides)}
    shown = [
        order[box.element]
        for page in document.pages
        for box in page_box(page).descendants()
        if box.element in order
    ]
    return next((one for one, other in pairwise(shown) if one == other), None)


def _pieces(element: Any, opens: bool = False, untorn: bool = False) -> Iterator[Piece]:
    """Yield what stays whole: an element's blocks, and those of blocks that can be divided."""
    before: Any = None
    for child in element:
        if child.get("aria-hidden") == "true":
            continue
        first = opens or element.tag == "main"
        whole = untorn or bool(_classes(child) & UNTORN)
        if not _is_divisible(child):
            yield Piece(child, first, _follows(child, before, element), whole and first)
        else:
            for place, piece in enumerate(_pieces(child, first, whole)):
                close = place == 0 and before is not None and before.tag in HEADINGS
                yield piece._replace(follows=piece.follows or close)
        before, opens = child, False


def _classes(element: Any) -> set[str]:
    return set((element.get("class") or "").split())


def _is_divisible(element: Any) -> bool:
    """Whether an element holds nothing but blocks, so that it can go on on the next leaf."""
    words = (element.text, *(child.tail for child in element))
    has_blocks = len(element) > 0 and all(child.tag not in INLINE for child in element)
    return (
        element.tag in DIVISIBLE
        and has_blocks
        and not any((piece or "").strip() for piece in words)
        and not _classes(element) & WHOLE
    )


def _follows(element: Any, before: Any, around: Any) -> bool:
    """Whether a part stays with the one before: text with its heading, items with the list."""
    if element.tag == "li":
        return element in (*around[:2], around[-1])
    return before is not None and before.tag in HEADINGS


def _measured(endless: Any, pieces: Sequence[Sequence[Piece]]) -> list[Part]:
    extents = {
        box.element: extent for page in endless.pages for box, extent in _extents(page_box(page))
    }
    if any(piece.element not in extents for side in pieces for piece in side):
        raise _fault("a part of the sheet is no block, or is not shown.", "Mend its style.")
    return [
        Part(
            tops=tuple(extents[piece.element][0] for piece in same),
            bottoms=tuple(extents[piece.element][1] for piece in same),
            opens=same[0].opens,
            follows=same[0].follows,
            untorn=same[0].untorn,
        )
        for same in zip(*pieces, strict=True)
    ]


def _extents(
    box: Any, above: float = 0, below: float = 0, torn: float = 0
) -> Iterator[tuple[Any, tuple[float, float]]]:
    """Yield each block with its top and bottom, the edges of the frames around it included.

    WeasyPrint 70 leaves room for the lower edge of a divided frame twice, hence `torn`.
    """
    blocks = [child for child in box.children if isinstance(child, BlockLevelBox)]
    for child in blocks:
        top, under = child.border_box_y(), below if child is blocks[-1] else torn
        if child.element is not None:
            yield child, (top - above, top + child.border_height() + under)
        edge = child.border_bottom_width + child.padding_bottom
        inner = above + child.border_top_width + child.padding_top
        yield from _extents(child, inner, under + edge, under + 2 * edge)


def _room(endless: Any, style: str) -> float:
    """Return the height of a page's text in CSS pixels."""
    page = page_box(endless.pages[0])
    found = PAPER_HEIGHT.search(style)
    height = float(found[1]) if found else 0.0
    return height * MILLIMETRE - float(page.margin_top + page.margin_bottom)


def _sides(
    mains: Sequence[Any], pieces: Sequence[Sequence[Piece]], leaves: Sequence[range]
) -> list[Any]:
    """Return the front and the back of each leaf in turn."""
    sides = []
    for number, leaf in enumerate(leaves):
        for main, of_side in zip(mains, pieces, strict=True):
            kept = {of_side[place].element for place in leaf}
            side = _cut(main, kept)
            if number:
                side.set("class", f"{side.get('class')} side--further")
            else:  # page furniture, which the engine takes over from page to page
                furniture = (child for child in main if child.get("aria-hidden") == "true")
                for place, child in enumerate(furniture):
                    side.insert(place, child)
            sides.append(side)
    return sides


def _cut(element: Any, kept: set[Any]) -> Any:
    """Return an element with only the parts that are kept, or None without any."""
    if element in kept:
        return element
    children = [piece for child in element if (piece := _cut(child, kept)) is not None]
    if not children:
        return None
    copy = element.makeelement(element.tag, dict(element.attrib))
    copy.extend(children)
    first = next(place for place, child in enumerate(element) if _holds(child, kept))
    if first and element.tag != "main":  # it goes on from the leaf before
        copy.attrib.pop("id", None)
        if element.tag in LISTS:
            copy.set("style", f"counter-reset: list-item {before_first(element) + first}")
    return copy


def _holds(element: Any, kept: set[Any]) -> bool:
    return element in kept or any(_holds(child, kept) for child in element)
