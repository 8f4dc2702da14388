"""A unit's HTML → the same, words longer than a line marked where they may be divided.

An author marks such places with soft hyphens; words that have none get them between syllables,
in languages that a dictionary knows. Elsewhere than on the page they are not seen.
"""

import re
from functools import cache
from itertools import accumulate

import pyphen

from plainleaf.text.addresses import is_of_address
from plainleaf.text.foreign import TAG

SOFT = "\u00ad"
LONG = 22
"""Letters: what the narrowest line of the largest print holds."""

EDGE = 4
"""Letters that stay together at a word's ends."""

WORD = re.compile(rf"[^\W\d_]{{{LONG + 1},}}")


def without_marks(text: str) -> str:
    """Return a text as it is read out and searched for."""
    return text.replace(SOFT, "")


def mark_long_words(markup: str, language: str) -> str:
    """Return a unit's HTML with its long words marked; one may be partly bold."""
    pieces = TAG.split(markup)  # every second one is a tag
    places = _places("".join(pieces[::2]), language)
    if not places:
        return markup
    ends = list(accumulate(len(piece) for piece in pieces[::2]))
    for number, end in enumerate(ends):
        piece = pieces[2 * number]
        start = end - len(piece)
        for place in reversed([place - start for place in places if start < place <= end]):
            piece = piece[:place] + SOFT + piece[place:]
        pieces[2 * number] = piece
    return "".join(pieces)


def _places(text: str, language: str) -> list[int]:
    """Return where the long words of a text may be divided."""
    words = [word for word in WORD.finditer(text) if not is_of_address(text, *word.span())]
    dictionary = _dictionary(language) if words else None
    if dictionary is None:
        return []
    return [word.start() + place for word in words for place in dictionary.positions(word[0])]


@cache
def _dictionary(language: str) -> pyphen.Pyphen | None:
    known = pyphen.language_fallback(language)
    return pyphen.Pyphen(lang=known, left=EDGE, right=EDGE) if known else None
