"""A text and its translation → what the translation turns round: 70/30, < 70, every 6 hours."""

import re
from collections import Counter
from collections.abc import Iterator

from plainleaf.text.markdown import inline_text
from plainleaf.text.numbers import in_ascii

PAIR = re.compile(
    r"(?<![\w/.,-])(\d{1,4}(?:[.,]\d+)?) ?([/:–-]) ?(\d{1,4}(?:[.,]\d+)?)(?![\w/:–-]|[.,]\d)"
)
"""Two numbers whose order says something; dates have three."""

BOUND = re.compile(r"([<>≤≥])\s?(\d+(?:[.,]\d+)?)")
BELOW = "<≤"


def turned(ours: str, theirs: str) -> Iterator[str]:
    """Yield what a translation turns round, and has nowhere as its source has it."""
    one, other = (in_ascii(inline_text(text)) for text in (ours, theirs))
    pairs, others = _pairs(one), _pairs(other)
    for first, second in sorted(pairs):
        back = (second, first)
        if back in others - pairs and (first, second) not in others:
            yield f"{first} and {second}"
    bounds, other_bounds = _bounds(one), _bounds(other)
    for number, is_below in sorted(bounds):
        opposite = (number, not is_below)
        if opposite in other_bounds - bounds and (number, is_below) not in other_bounds:
            yield f"the sign before {number}"


def swapped(
    lost: Counter[tuple[str, str]], added: Counter[tuple[str, str]]
) -> tuple[Counter[tuple[str, str]], Counter[tuple[str, str]]]:
    """Return the lengths of time of both whose unit stays and whose number does not.

    "1 tablet every 6 hours" is not 6 tablets every hour, though its numbers are the same.
    """
    one, other = (
        {value.split(" ")[-1]: (kind, value) for kind, value in tally if kind == "span"}
        for tally in (lost, added)
    )
    units = one.keys() & other.keys()
    return Counter(one[unit] for unit in units), Counter(other[unit] for unit in units)


def _pairs(text: str) -> set[tuple[str, str]]:
    return {(_plain(a), _plain(b)) for a, _, b in PAIR.findall(text)}


def _bounds(text: str) -> set[tuple[str, bool]]:
    return {(_plain(number), sign in BELOW) for sign, number in BOUND.findall(text)}


def _plain(number: str) -> str:
    return number.replace(",", ".")
