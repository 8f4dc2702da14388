"""A text and the script of each character → what of it is read from the right as a whole.

A sentence in Arabic stays one though it names a medicine and an English "TTY": its parts must
not be set in the order of the text around. Scripts that are read from the left need none of this.
"""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple
from unicodedata import bidirectional

NONE, OWN = "", "own"
"""The script of what has none, and of the letters that are at home in a text."""

NAME = re.compile(
    r"(?:[^\s\d:：()[\]]+\s+){0,3}[^\s\d:：()[\]]+\s*(?:\([^\d:：()]{1,30}\)\s*)?[:：]\s*"
)
"""What may name the language of the words behind it: it stays in front of them."""

OPEN = re.compile(r"[(\[][^)\]]*$")
"""A bracket that is not closed."""

BETWEEN = re.compile(r"[/|•–—(),]| - ")
"""What stands between names, and between a word and what it means."""

RTL = ("R", "AL")

LONGEST_NAME = 3
"""Words that a name has at most."""

WORD = re.compile(r"[^\W\d_]+")
COUNTED = re.compile(r"\d\s?$")
"""What a word is behind that is a unit, or counted."""


class Majority(NamedTuple):
    """Where the words begin that are read from the right as a whole, and their script."""

    start: int
    script: str


def read_from_right(
    text: str, kinds: Sequence[str], sentences: Iterable[tuple[int, int]]
) -> Majority | None:
    """Return what reaches from the beginning of a text, or from behind a name, to its end."""
    others = set(kinds) - {NONE, OWN}
    script = next(iter(others), NONE)
    turned = {kinds[n] for n, sign in enumerate(text) if bidirectional(sign) in RTL} - {NONE}
    if len(others) != 1 or turned != others:
        return None
    start = _behind_name(text, kinds)
    is_mixed = OWN in kinds[start:]
    if not _is_mostly(text, kinds, start) or not (is_mixed or _is_mostly(text, kinds, 0)):
        return None
    if is_mixed and _is_several(text, kinds, start, sentences):
        return None
    return Majority(start, script)


def _is_several(
    text: str, kinds: Sequence[str], start: int, sentences: Iterable[tuple[int, int]]
) -> bool:
    """Whether a text is names, or has a sentence of the text around beside the others."""
    rest = ((max(first, start), last) for first, last in sentences if last > start)
    return (
        _are_names(text[start:], kinds[start:])
        or _leads_to_name(text[start:], kinds[start:])
        or (set(kinds[:start]) == {NONE, OWN} and _is_explained(text[start:], kinds[start:]))
        or any(_is_own(text[slice(*each)], kinds[slice(*each)]) for each in rest)
    )


def _behind_name(text: str, kinds: Sequence[str]) -> int:
    """Return where words end that a colon sets before those of another script; else 0."""
    letters = [(n, kind) for n, kind in enumerate(kinds) if kind != NONE]
    if letters[0][1] != OWN:
        return 0
    named = NAME.match(text)
    other = next(n for n, kind in letters if kind != OWN)
    end = text.rfind(":", 0, other) + 1
    return max(named.end() if named else 0, 0 if OPEN.search(text, 0, end) else end)


def _is_mostly(text: str, kinds: Sequence[str], start: int) -> bool:
    """Whether most letters are of another script; or its words, at both ends of a sentence."""
    letters = [kinds[n] for n in range(start, len(text)) if text[n].isalpha()]
    if letters.count(OWN) * 2 < len(letters):
        return True
    if not letters or OWN in (letters[0], letters[-1]):
        return False
    words = [word.start() for word in WORD.finditer(text, start)]
    own = sum(kinds[n] == OWN and not COUNTED.search(text, max(n - 2, 0), n) for n in words)
    return own <= sum(kinds[n] != OWN for n in words)


def _are_names(text: str, kinds: Sequence[str]) -> bool:
    """Whether a text is names side by side, or a word and its meaning: each has one script."""
    if re.search(r"[\d:;]", text):
        return False
    edges = [(0, 0), *(found.span() for found in BETWEEN.finditer(text)), (len(text),) * 2]
    return all(
        len(set(kinds[before:behind]) - {NONE}) <= 1
        and len(text[before:behind].split()) <= LONGEST_NAME
        for (_, before), (behind, _) in pairwise(edges)
    )


def _leads_to_name(text: str, kinds: Sequence[str]) -> bool:
    """Whether words of the text around lead to words of the other script, such as a name."""
    letters = [n for n, kind in enumerate(kinds) if kind != NONE]
    others = [n for n in letters if kinds[n] != OWN]
    if letters[0] == others[0]:
        return False
    inner = slice(others[0], others[-1])
    has_more = OWN in kinds[inner] or any(map(str.isdigit, text[inner]))
    return not has_more or len(_words(text[: others[0]])) > 1


def _is_explained(text: str, kinds: Sequence[str]) -> bool:
    """Whether only words of the text around follow, as behind a person; not a telephone's."""
    last = max(n for n, kind in enumerate(kinds) if kind not in (NONE, OWN))
    behind = kinds.index(OWN)
    return last < behind and not any(map(str.isdigit, text[last:behind]))


def _is_own(text: str, kinds: Sequence[str]) -> bool:
    """Whether a sentence is one of the text around; a name with its figures, or TTY, is none."""
    is_figure = any(map(str.isdigit, text))
    return set(kinds) - {NONE} == {OWN} and len(_words(text)) > is_figure


def _words(text: str) -> list[str]:
    """Return words but for units and abbreviations."""
    return [word for word in WORD.findall(text) if len(word) > 2 and not word.isupper()]
