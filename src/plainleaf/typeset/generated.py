"""Pieces → findings in what a style writes by itself: only bullets and right numbers may stand."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from plainleaf.errors import Fault
from plainleaf.typeset.kept import PAGE, PAGES
from plainleaf.typeset.pieces import Piece, bare, shortened

BULLETS = frozenset("•‣◦▪▫■□●○◆◇▸▹▶→☐☑✓✔✱*—")
"""Before an item; a point, a comma, a plus or a minus there would change the number after it."""

BETWEEN = frozenset(" /|·–—-()")
"""Beside the page's numbers, in its margin."""

OFFSET = re.compile(r"counter-reset:\s*list-item\s+(-?\d+)")
"""On a list whose first number is not 1."""

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})

HINT = (
    "Write words in the handout or in templates/strings; a style may set bullets, "
    "the numbers of items in their order, and those of pages."
)


Around = Mapping[Any, Any]
"""By element: the one around it."""


def check_generated(root: Any, pieces: Sequence[Piece], pages: int) -> Iterator[Fault]:
    """Report each text that no handout and no template says."""
    around = {child: element for element in root.iter() for child in element}
    told = set()
    for piece in pieces:
        text = piece.text.strip()
        if not piece.is_generated or not text or text in told:
            continue
        if not _may_stand(text, piece, pages, around):
            told.add(text)
            message = f"a style writes {shortened(text)!r}, which no text says."
            yield Fault("generated-text", message, HINT, page=piece.page)


def check_bookmarks(root: Any, document: Any) -> Iterator[Fault]:
    """Report each bookmark that says other words than a heading."""
    headings = {bare("".join(each.itertext())) for each in root.iter() if each.tag in HEADINGS}
    for page in document.pages:
        for _, label, *_ in page.bookmarks:
            if bare(label) not in headings:
                message = (
                    f"a style writes the bookmark {shortened(label)!r}, which no heading says."
                )
                yield Fault("generated-text", message, HINT)


def _may_stand(text: str, piece: Piece, pages: int, around: Around) -> bool:
    if piece.element is None:
        rest = re.sub(rf"(?<!\d)({piece.page}|{pages})(?!\d)", "", text)
        return set(rest) <= BETWEEN
    if {PAGE, PAGES} & set(piece.element.get("class", "").split()):
        return True  # held to the number by the check of texts
    item = piece.element
    while item is not None and item.tag != "li":
        item = around.get(item)
    return item is not None and (set(text) <= BULLETS or _numbers(text, item, around[item]))


def before_first(its_list: Any) -> int:
    """Return the number before that of a list's first item."""
    offset = OFFSET.search(its_list.get("style", ""))
    return int(offset[1]) if offset else 0


def _numbers(text: str, item: Any, its_list: Any) -> bool:
    """Return whether a text is the number of an item in its list."""
    items = [each for each in its_list if each.tag == "li"]
    number = items.index(item) + 1 + before_first(its_list)
    said = text.removesuffix(".").removesuffix(")")
    return said.isdecimal() and int(said) == number
