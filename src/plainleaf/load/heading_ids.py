"""A heading's words → an id of small letters that no other heading of the file has."""

import re
import unicodedata
from collections.abc import Collection, Iterator, Sequence
from itertools import count, pairwise

from plainleaf.text.markdown import Token, inline_text
from plainleaf.workspace import is_name

HEADING_ID = re.compile(r"\{#([^{}\s]+)\}\s*$")
BRACES = re.compile(r"\{[^{}]*\}[\s.:]*\Z")
"""An id that is not written as one: {cup}, { #cup }."""

LETTERS = str.maketrans({"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "ł": "l"})
APOSTROPHES = re.compile("['’ʼ]")

MOST_WORDS, MOST_LETTERS = 6, 40
OTHERWISE = "section"
"""For a heading in another script."""


def ids_of(tokens: Sequence[Token]) -> Iterator[str]:
    """Yield the ids that headings and containers of a handout have."""
    for token, content in pairwise(tokens):
        if token.type == "heading_open" and (found := HEADING_ID.search(content.content)):
            yield found[1]
        elif token.type == "container_any_open":
            yield from token.info.split()[:1]


def id_for(title: str, taken: Collection[str]) -> str:
    """Return an id of a heading's own words."""
    words = _words(inline_text(BRACES.sub("", title)))
    begun: list[str] = []
    for word in words[:MOST_WORDS]:
        if len("-".join([*begun, word])) <= MOST_LETTERS:
            begun.append(word)
    name = "-".join(begun)
    if not is_name(name):
        return _free(OTHERWISE, taken, first=1)
    return name if name not in taken else _free(name, taken, first=2)


def _words(text: str) -> list[str]:
    folded = unicodedata.normalize("NFKD", text.casefold().translate(LETTERS))
    plain = "".join(sign for sign in folded if not unicodedata.combining(sign))
    return re.findall("[a-z0-9]+", APOSTROPHES.sub("", plain)) if _is_latin(plain) else []


def _is_latin(text: str) -> bool:
    """Whether a text is written in Latin letters: 12 of another script's words say nothing."""
    letters = [sign for sign in text if sign.isalpha()]
    return bool(letters) and sum(sign.isascii() for sign in letters) * 2 > len(letters)


def _free(name: str, taken: Collection[str], first: int) -> str:
    return next(f"{name}-{n}" for n in count(first) if f"{name}-{n}" not in taken)
