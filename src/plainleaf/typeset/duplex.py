"""Two whole texts → leaves: the same parts on both sides, the leading language in front.

Both texts are laid out once on an endless page, to see how tall each part is; then each leaf
gets the parts that fit on its front and on its back.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from weasyprint.formatting_structure.boxes import BlockLevelBox

from plainleaf.errors import Finding, PlainleafError

PAPER_HEIGHT = re.compile(r"(?<=--paper-height: )([\d.]+)(?=mm)")
ENDLESS = "50000"
PIXELS = 96 / 25.4  # CSS pixels in a millimetre

WHOLE = frozenset({"opening", "figure", "own-questions", "record", "pair", "footer"})
"""Classes of what is never divided."""

DIVISIBLE = frozenset({"main", "section", "div", "ul", "ol"})
HEADINGS = frozenset({"h1", "h2", "h3"})

ATTEMPTS = 6
TIGHTER = 0.95
"""How much less a leaf gets when its parts took more room than they did on the endless page."""


@dataclass(frozen=True)
class Part:
    """A piece of text that stays whole, in every language; in CSS pixels from the top."""

    tops: tuple[float, ...]
    bottoms: tuple[float, ...]
    opens: bool  # begins what stands directly in the sheet, such as a section
    follows: bool  # must stand on the page of the part before it


def render_duplex(source: Any, **options: Any) -> Any:
    """Return a document of leaves; raise PlainleafError where a part is longer than a page."""
    root = source.etree_element
    body = next(child for child in root if child.tag == "body")
    mains = [child for child in body if child.tag == "main"]
    elements = [list(_parts(main)) for main in mains]
    wrapper = type(source.wrapper_element)  # its tree is read once, and is changed here
    style = root.get("style", "")
    root.set("style", PAPER_HEIGHT.sub(ENDLESS, style))
    endless = source.render(**options)
    root.set("style", style)
    parts = _measured(endless, elements)
    room = _room(endless, style)
    for _ in range(ATTEMPTS):
        leaves = divide(parts, room)
        sides = _sides(mains, elements, leaves)
        for child in list(body):
            body.remove(child)
        body.extend(sides)
        source.wrapper_element = wrapper.from_html_root(root, content_language=None)
        document = source.render(**options)
        if len(document.pages) == len(sides):
            return document
        room *= TIGHTER
    message = "a part of the text is longer than a page, so that its sides cannot match."
    raise PlainleafError(Finding("", None, "duplex", message, "Use --layout stacked."))


def divide(parts: Sequence[Part], room: float) -> list[range]:
    """Return the parts of each leaf: as many as fit in every language, whole sections first."""
    leaves, start = [], 0
    while start < len(parts):
        end = start + 1
        while end < len(parts) and _height(parts, start, end + 1) <= room:
            end += 1
        end = _break(parts, start, end, room)
        leaves.append(range(start, end))
        start = end
    return leaves


def _break(parts: Sequence[Part], start: int, end: int, room: float) -> int:
    """Return where a leaf ends at the latest, so that little is torn apart."""
    if end == len(parts):
        return end
    opening = max((i for i in range(start + 1, end + 1) if parts[i].opens), default=start)
    if opening > start and _height(parts, opening, _section_end(parts, opening)) <= room:
        return opening
    free = (i for i in range(start + 1, end + 1) if not parts[i].follows)
    return max(free, default=end)


def _section_end(parts: Sequence[Part], start: int) -> int:
    return next((i for i in range(start + 1, len(parts)) if parts[i].opens), len(parts))


def _height(parts: Sequence[Part], start: int, end: int) -> float:
    """Return the height of parts in the language that takes more."""
    first, last = parts[start], parts[end - 1]
    return max(bottom - top for top, bottom in zip(first.tops, last.bottoms, strict=True))


def _parts(element: Any, opens: bool = False) -> Iterator[tuple[Any, bool, bool]]:
    """Yield what stays whole, whether it opens a section, and whether it follows closely."""
    before: Any = None
    for child in element:
        if child.get("aria-hidden") == "true":
            continue
        first = opens or element.tag == "main"
        if not _is_divisible(child):
            yield child, first, _follows(child, before, element)
        else:
            for place, (part, _, follows) in enumerate(_parts(child)):
                close = place == 0 and before is not None and before.tag in HEADINGS
                yield part, first and place == 0, follows or close
        before, opens = child, False


def _is_divisible(element: Any) -> bool:
    classes = set((element.get("class") or "").split())
    return element.tag in DIVISIBLE and not classes & WHOLE


def _follows(element: Any, before: Any, around: Any) -> bool:
    """Whether a part stays with the one before: text with its heading, items with the list."""
    if element.tag == "li":
        return element in (*around[:2], around[-1])
    return before is not None and before.tag in HEADINGS


def _measured(endless: Any, elements: Sequence[Sequence[tuple[Any, bool, bool]]]) -> list[Part]:
    boxes: dict[Any, Any] = {}
    for page in endless.pages:
        for box in page._page_box.descendants():  # noqa: SLF001
            if isinstance(box, BlockLevelBox) and box.element is not None:
                boxes.setdefault(box.element, box)
    return [
        Part(
            tops=tuple(boxes[element].border_box_y() for element, _, _ in same),
            bottoms=tuple(_bottom(boxes[element]) for element, _, _ in same),
            opens=same[0][1],
            follows=same[0][2],
        )
        for same in zip(*elements, strict=True)
    ]


def _bottom(box: Any) -> float:
    return float(box.border_box_y() + box.border_height())


def _room(endless: Any, style: str) -> float:
    """Return the height of a page's text in CSS pixels."""
    page = endless.pages[0]._page_box  # noqa: SLF001
    found = PAPER_HEIGHT.search(style)
    height = float(found[1]) if found else 0.0
    return height * PIXELS - float(page.margin_top + page.margin_bottom)


def _sides(
    mains: Sequence[Any], elements: Sequence[Sequence[tuple[Any, bool, bool]]], leaves: list[range]
) -> list[Any]:
    """Return the front and the back of each leaf in turn."""
    sides = []
    for number, leaf in enumerate(leaves):
        for main, parts in zip(mains, elements, strict=True):
            kept = {parts[place][0] for place in leaf}
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
        copy.set("style", f"counter-reset: list-item {first}")
    return copy


def _holds(element: Any, kept: set[Any]) -> bool:
    return element in kept or any(_holds(child, kept) for child in element)
