"""Text from a PDF and from its source → forms that can be compared."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import attrgetter

from plainleaf.model import Run
from plainleaf.text.bidi import FROM_RIGHT
from plainleaf.text.controls import SELECTORS

IGNORED = re.compile(r"[\s\u2010\u2011-]")
"""Where lines break."""

RTL = re.compile(f"[{FROM_RIGHT}\u066a-\u066c]+")  # with the signs of their figures
WORD = re.compile(r"[^\W_]+")
LATIN = re.compile("[A-Za-z\u00c0-\u024f]")


def folded(text: str) -> str:
    """Return text without case and without what a page may change of it."""
    seen = (c for c in unicodedata.normalize("NFKC", text) if c not in SELECTORS)
    kept = (c for c in seen if unicodedata.category(c) != "Cf")
    return IGNORED.sub("", "".join(kept)).casefold()


def in_one_line(text: str) -> str:
    """Return text with each stretch of white space as one space."""
    return " ".join(text.split())


def holds(page_text: str, text: str) -> bool:
    """Return whether folded page text holds a text.

    Right-to-left text is drawn by its glyphs' places, where numbers and brackets may stand in
    another order than they are read in. There the letters must follow each other, and each
    number or foreign word must be somewhere. Names among Latin words stand each in its own
    place, whatever is between them: there each word must be somewhere.
    """
    sought = folded(text)
    if sought in page_text:
        return True
    if not RTL.search(sought):
        return bool(RTL.search(page_text)) and _holds_words(page_text, sought)
    others = map(folded, WORD.findall(RTL.sub(" ", text)))
    if not all(word in page_text for word in others):
        return False
    letters, words = _letters(page_text), map(_letters, map(folded, RTL.findall(text)))
    is_among_latin = LATIN.search(text) is not None
    return _letters(sought) in letters or (is_among_latin and all(w in letters for w in words))


def _holds_words(page_text: str, sought: str) -> bool:
    """Return whether words follow each other; marks of right-to-left text may stand elsewhere.

    So may its numbers, where there is nothing else.
    """
    words = WORD.findall(sought)
    if all(map(str.isdecimal, words)):
        return all(word in page_text for word in words)
    return "".join(words) in "".join(WORD.findall(page_text))


def _letters(text: str) -> str:
    """Return right-to-left letters without marks, which stand beside a ligature of several."""
    found = "".join(RTL.findall(text))
    return "".join(letter for letter in found if not unicodedata.combining(letter))


def same(page_text: str, text: str) -> bool:
    """Return whether a text on the page is a text, and no more than it."""
    return holds(folded(page_text), text) and holds(folded(text), page_text)


def by_page(runs: Iterable[Run]) -> Iterator[tuple[int, list[Run]]]:
    """Yield runs page by page, with the page's number."""
    page_of = attrgetter("page")
    for page, found in groupby(sorted(runs, key=page_of), page_of):
        yield page, list(found)


def first_words(text: str) -> str:
    """Return the beginning of a text, for a message."""
    line = in_one_line(text)
    return line if len(line) <= 40 else line[:39].rstrip() + "…"
