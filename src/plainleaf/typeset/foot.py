"""A title that is too long for the line at the foot → what of it stands there, and its room.

The foot is as high as its format says, whatever the title: a long one is cut at a word. Where so
little of it would be left that nobody knew the sheet by it, the foot becomes higher.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterator
from copy import copy, deepcopy
from functools import partial
from itertools import pairwise
from typing import Any, NamedTuple

from plainleaf.model import MILLIMETRE
from plainleaf.typeset.engine.boxes import MarginBox, TextBox, page_box
from plainleaf.typeset.engine.source import read_again
from plainleaf.typeset.engine.text import breaks_in, ink_bottom
from plainleaf.typeset.kept import SHORT_BACK, STAFF

TITLE = "edition__title"
"""Class of the title where it may be shortened; elsewhere it stands whole."""

COUNTS = ("footer__page", "footer__pages")
"""Classes of what holds the page's number, and how many there are."""

WHITE = 6.35 * MILLIMETRE
"""CSS pixels that printers leave free below the foot."""

ENOUGH = 16
"""Letters by which a sheet is known."""

LONG = 16
"""Letters of a word that may be cut within, away from its ends by a part of it."""

MOST = 240
"""Letters of a title that are tried: no foot holds more."""

SHORTER = "…"


class Foot(NamedTuple):
    """What the foot says of the title, and how much higher it must be, in CSS pixels."""

    title: str
    more: float


def laid_out_with_foot(
    load: Callable[[], Any], lay_out: Callable[[Any], Any], render: Callable[[Any], Any]
) -> tuple[Any, Any]:
    """Return a source and its document, the title at the foot no longer than there is room for.

    `lay_out` finds the step of tightness, and the leaves; `render` sets what it has found.
    """
    source = load()
    document = lay_out(source)
    foot = _foot_of(source, document, render)
    if foot is None:
        return source, document
    if foot.more:
        source = load()
        root = source.etree_element
        root.set("style", f"{root.get('style', '')}; --foot: {foot.more:.2f}px")
    _shorten(source, foot.title)
    return source, (lay_out if foot.more else render)(source)


def _foot_of(source: Any, document: Any, render: Callable[[Any], Any]) -> Foot | None:
    """Return what shall stand at the foot, where all of it does not fit there."""
    titles = [title for line in _feet(source.etree_element) for title in _titles(line)]
    if not titles or min(map(_room_below, document.pages)) >= 0:
        return None
    whole, language = "".join(titles[0].itertext()), source.etree_element.get("lang", "")
    room = partial(_room_below_title, source, len(document.pages), render)
    tried = list(dict.fromkeys(_cuts(whole, titles[0].get("lang") or language)))
    known = [each for each in tried if len(each) >= min(ENOUGH, len(whole))]
    least = min(0.0, room(known[-1]))
    place = bisect_left(known, least, hi=len(known) - 1, key=room)
    return Foot(known[place], -least)


def _feet(root: Any) -> Iterator[Any]:
    return (each for each in root.iter() if each.get("aria-hidden") == "true")


def _titles(line: Any) -> list[Any]:
    return [each for each in line.iter() if TITLE in each.get("class", "").split()]


def _shorten(source: Any, title: str) -> None:
    root = source.etree_element
    is_short = SHORT_BACK in root.get("class", "").split()
    back = [each for each in root.iter("p") if is_short and each.get("class") == STAFF]
    for line in (*_feet(root), *back):
        for each in _titles(line):
            _say(each, title)
    read_again(source)


def _say(element: Any, title: str) -> None:
    """Leave of an element's words what a title says of them, those that are marked marked."""
    if title == "".join(element.itertext()):
        return
    _keep(element, len(title.removesuffix(SHORTER)))
    if len(element):
        element[-1].tail = (element[-1].tail or "") + SHORTER
    else:
        element.text += SHORTER


def _keep(element: Any, count: int) -> int:
    """Leave the first letters of an element's words; return how many more there may be."""
    element.text = (element.text or "")[:count]
    count -= len(element.text)
    for child in list(element):
        if not count:
            element.remove(child)
            continue
        count = _keep(child, count)
        child.tail = (child.tail or "")[:count]
        count -= len(child.tail)
    return count


def _cuts(title: str, language: str) -> Iterator[str]:
    """Yield a title, and what is left of it when it is cut, the longest first."""
    yield title
    tried = title[:MOST]
    for place in reversed(list(_places(tried, breaks_in(tried, language)))):
        if kept := tried[:place].rstrip(" \u00a0,;:.·/(-–—"):
            yield kept + SHORTER


def _places(text: str, signs: Any) -> Iterator[int]:
    """Yield where a text may be cut: between words, and within one that is very long."""
    between = (i for i in range(1, len(text)) if signs[i].is_line_break)
    words = [0, *between, len(text)]
    for start, end in pairwise(words):
        if start:
            yield start
        if end - start > LONG:
            margin = LONG // 4
            inner = range(start + margin, end - margin)
            yield from (i for i in inner if signs[i].is_cursor_position)


def _room_below_title(source: Any, pages: int, render: Callable[[Any], Any], title: str) -> float:
    """Return the room below a title, set at the foot of pages that are else blank."""
    tried = copy(source)
    root = source.etree_element
    body = root.makeelement("body", {})
    body.extend(_only_foot(main, title, pages) for main in root.iter("main") if any(_feet(main)))
    tried.etree_element = root.makeelement(root.tag, {**root.attrib, "style": _narrowest(root)})
    tried.etree_element.extend([*(child for child in root if child.tag == "head"), body])
    read_again(tried)
    return min(map(_room_below, render(tried).pages))


def _narrowest(root: Any) -> str:
    """Return a root's style with all panels as narrow as the flap."""
    style: str = root.get("style", "")
    return f"{style}; --panel-width: var(--flap-width)" if "--flap-width" in style else style


def _only_foot(main: Any, title: str, pages: int) -> Any:
    """Return a page of nothing but the foot, with the longest number of a page."""
    blank = main.makeelement("main", {**main.attrib, "style": "break-before: page"})
    blank.extend(deepcopy(list(_feet(main))))
    for each in list(blank.iter()):
        names = each.get("class", "").split()
        if TITLE in names:
            _say(each, title)
        elif set(COUNTS) & set(names):
            each.set("class", "")
            each.text = str(pages)
    blank.append(main.makeelement("p", {}))
    blank[-1].text = "."
    return blank


def _room_below(page: Any) -> float:
    """Return the room between the lowest ink of a page's margins and where printers may print."""
    margins = (box for box in page_box(page).children if isinstance(box, MarginBox))
    boxes = (box for margin in margins for box in margin.descendants())
    texts = (box for box in boxes if isinstance(box, TextBox) and box.text.strip())
    return float(page.height) - WHITE - max(map(ink_bottom, texts), default=0.0)
