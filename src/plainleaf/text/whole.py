"""Text → where no line of it may end, so that a figure stays beside its unit."""

import re
from collections.abc import Iterator

from plainleaf.text.joined import BEGINS, Stretch, joined, merged
from plainleaf.text.marked import Marked

JOINER = "\u2060"
"""A word joiner: no line ends beside it, nor at a space before it."""

SPACE = re.compile(r"[\s\u2010–—](?=\S)")

LONGEST = 32
"""Letters of what is kept whole; of more, each figure is."""

TITLED = re.compile(
    rf"{BEGINS}(?:Dr|Drs|Mr|Mrs|Ms|Prof|Sr|Sra|Srta|Dra|Mme|Hr|Fr|St)\.? (?=[^\W\d_])"
    rf"|{BEGINS}(?:No|Nos|Nr|Tel|Ext|ext|n\.º|№|#) ?\.? (?=[0-9(+])"
)
"""A title before a name, and a word before its number."""

WIDE = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef"
"""Signs of scripts without spaces between words, where a line may end anywhere."""

UNIT = re.compile(
    rf"(?<=[0-9½¼¾⅓⅔⅛×\u0660-\u0669\u06f0-\u06f9])"
    rf"(?: ?[{WIDE}]{{1,2}}|(?: °?|/)[^\W\d_]\S{{0,13}}(?=\s|$))"
)
"""What a number counts, in any language: a short word, or signs that no space parts."""

LONGEST_COUNT = 9
"""Letters of a number, or of two in a range, that may count something."""

ENDING = re.compile(
    rf"\s(?=\S)|(?<=[^\s])(?=—)|[\u2010–—×÷=](?=\S)|[-/:](?=[^\s\d])|(?<=[0-9 ])(?=[{WIDE}])"
    rf"|(?<=[{WIDE}])(?=[{WIDE}0-9])"
)
"""What a line could end with, within a figure."""


def in_one_line(text: str) -> str:
    """Return a text that is not divided at all, such as a telephone number or a date."""
    return SPACE.sub(rf"\g<0>{JOINER}", text)


def joints(text: str, found: Marked) -> list[int]:
    """Return the places in a text, whose figures were found, where no line may end."""
    places = {titled.end() for titled in TITLED.finditer(text)}
    for start, end in kept(text, found):
        inside = (ending.end() for ending in ENDING.finditer(text, start, end))
        places |= {place for place in inside if start < place < end}
    return sorted(places)


def kept(text: str, found: Marked) -> Iterator[Stretch]:
    """Yield what is kept whole of a text: its figures, each with what it counts."""
    for start, end in _figures(text, found):
        is_count = end - start <= LONGEST_COUNT
        unit = UNIT.match(text, end) if is_count else None
        yield Stretch(start, unit.end() if unit else end)


def _figures(text: str, found: Marked) -> Iterator[Stretch]:
    for stretch in merged([*found.whole, *joined(text, sum(found, ()))]):
        if any(each.start < stretch.end and stretch.start < each.end for each in found.free):
            continue
        is_long = stretch.end - stretch.start > LONGEST
        yield from (f for f in found.whole if _is_within(f, stretch)) if is_long else (stretch,)


def _is_within(inner: Stretch, outer: Stretch) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end
