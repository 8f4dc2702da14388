"""A text and the script of its language → its stretches in other scripts.

Marks, figures and spaces have no script: they belong to the letters around them. A sentence, or
a part of one behind a colon, that is of one other script belongs to it with its figures.
What is mostly of a right-to-left script belongs to it with its Latin words too.
Latin letters are at home everywhere: names of medicines, units, addresses.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import groupby, pairwise
from typing import NamedTuple

from fontTools import unicodedata as scripts

from plainleaf.text.locales import HANDS, LETTERS
from plainleaf.text.majority import NONE, OWN, read_from_right

AS_SIGNS = frozenset({"Grek", "Cyrl"})
"""Scripts of which a letter alone is a sign, as in "5 μg" or "β-blocker"."""

PLAIN = re.compile("[\u0000-\u036f\u1e00-\u1eff\u2000-\u2dff]*")
"""What holds no letter of another script than Latin."""

SENTENCE = re.compile(r"(?:[.!?…]+[\"'”’»)\]]*(?=\s)|[。！？।॥؟۔።།။\n])")
PART = re.compile(r"[:;]+(?=\s)|[：；፡፣፤،؛、|•–—]")
"""What ends a sentence, and what ends a part of one."""

EDGES = " \t\n\u00a0\u202f|•–—-*·/"
LAST = EDGES + ".,;:!?…"
"""What is left outside of a stretch at its ends; and of one that is a part of a sentence."""


class Stretch(NamedTuple):
    """Where a text is of another script; for Han with its neighbours, that of their language."""

    start: int
    end: int
    script: str


def stretches(text: str, script: str) -> list[Stretch]:
    """Return what is of other scripts than this one, in order."""
    if not script or PLAIN.fullmatch(text):  # of an unknown script nothing can be told apart
        return []
    kinds = _kinds(text, LETTERS.get(script, frozenset({HANDS.get(script, script)})))
    if set(kinds) <= {NONE, OWN}:
        return []
    sentences = list(_divided(text, SENTENCE, 0, len(text)))
    whole = [(0, len(text))]
    is_whole = read_from_right(text, kinds, sentences) is not None
    found = (
        stretch
        for span in (whole if is_whole else sentences)
        for stretch in _of_sentence(text, kinds, *span)
    )
    return list(_joined(kinds, found))


def _kinds(text: str, own: frozenset[str]) -> list[str]:
    """Return the script of each character, `OWN` for those that are at home."""
    kinds: list[str] = []
    for character in text:
        kind = _script(character)
        if kind in own or kind == "Latn":
            kind = OWN
        elif kind == NONE and kinds and _is_joining(character):
            kind = kinds[-1]
        kinds.append(kind)
    return _with_neighbours(text, kinds)


@cache
def _script(character: str) -> str:
    script: str = scripts.script(character)
    return NONE if script in ("Zyyy", "Zinh", "Zzzz") else script


@cache
def _is_joining(character: str) -> bool:
    """Whether a character is a part of the letter before it."""
    return unicodedata.category(character) in ("Mn", "Mc", "Me") or character in "\u200c\u200dー"


EAST = {"Hira": "Jpan", "Kana": "Jpan", "Hang": "Kore", "Bopo": "Hant"}


def _with_neighbours(text: str, kinds: list[str]) -> list[str]:
    """Return scripts, those of East Asia as their language's; Han goes with its sentence."""
    if not {"Hani", *EAST} & set(kinds):
        return kinds
    named = [EAST.get(kind, kind) for kind in kinds]
    for start, end in _divided(text, SENTENCE, 0, len(text)):
        others = sorted({"Jpan", "Kore"} & set(named[start:end]))
        if len(others) == 1:
            named[start:end] = [others[0] if k == "Hani" else k for k in named[start:end]]
    return named


def _divided(text: str, at: re.Pattern[str], start: int, end: int) -> Iterator[tuple[int, int]]:
    for found in at.finditer(text, start, end):
        yield start, found.end()
        start = found.end()
    if start < end:
        yield start, end


def _of_sentence(text: str, kinds: Sequence[str], start: int, end: int) -> Iterator[Stretch]:
    """Yield the stretches of a sentence: as a whole, in parts, or letter by letter."""
    if script := _sole(kinds[start:end]):
        yield from _stripped(text, start, end, script, EDGES)
        return
    if found := read_from_right(text[start:end], kinds[start:end], [(0, end - start)]):
        yield from _stripped(text, start + found.start, end, found.script, EDGES)
        return
    for first, last in _divided(text, PART, start, end):
        if script := _sole(kinds[first:last]):
            yield from _stripped(text, first, last, script, LAST)
        else:
            yield from _by_letters(kinds, first, last)


def _sole(kinds: Sequence[str]) -> str:
    """Return the script of what has letters of one other script only; else nothing."""
    found = set(kinds) - {NONE}
    return found.pop() if len(found) == 1 and OWN not in found else NONE


def _stripped(text: str, start: int, end: int, script: str, edges: str) -> Iterator[Stretch]:
    piece = text[start:end]
    end -= len(piece) - len(piece.rstrip(edges))
    start += len(piece) - len(piece.lstrip(EDGES))
    yield Stretch(start, end, script)


def _by_letters(kinds: Sequence[str], start: int, end: int) -> Iterator[Stretch]:
    """Yield each stretch from its first letter to its last."""
    letters = [(place, kinds[place]) for place in range(start, end) if kinds[place] != NONE]
    for script, places in groupby(letters, key=lambda letter: letter[1]):
        if script != OWN:
            found = [place for place, _ in places]
            yield Stretch(found[0], found[-1] + 1, script)


def _joined(kinds: Sequence[str], found: Iterator[Stretch]) -> Iterator[Stretch]:
    """Yield stretches, those of one script with nothing but marks between them as one."""
    last: Stretch | None = None
    for each in found:
        if last and last.script == each.script and set(kinds[last.end : each.start]) <= {NONE}:
            last = Stretch(last.start, each.end, last.script)
            continue
        if last and not _is_sign(kinds, last):
            yield last
        last = each
    if last and not _is_sign(kinds, last):
        yield last


def _is_sign(kinds: Sequence[str], each: Stretch) -> bool:
    """Whether a stretch holds no word of two letters."""
    found = kinds[each.start : each.end]
    return each.script in AS_SIGNS and (each.script,) * 2 not in pairwise(found)
