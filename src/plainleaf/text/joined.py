"""Plain text → where figures stand, each with all that is joined to it: 5/325 mg, 500 mg x 2."""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import NamedTuple

from plainleaf.text.bidi import FROM_RIGHT, RTL
from plainleaf.text.numbers import in_ascii

# Latin, Greek and Cyrillic letters, and the signs of all. Digits are in ASCII where it is used.
RUN = re.compile(
    "[!-~\u00a1-\u052f\u066a-\u066c\u1e00-\u1fff\u2010-\u2027\u2030-\u205e\u2070-\u2bff]+"
)
DIGIT = re.compile("[0-9½¼¾⅓⅔⅛]")
ALONE = re.compile("[0-9]+(?:[.,٫٬][0-9]+)*")

SMALL = "²³¹\u2070-\u208e"
"""Raised and lowered figures and their signs, as in m², 10⁻³ and CO₂."""

OPEN, CLOSE = "([{", ")]}"
AHEAD = re.compile("[\"'“‘«»¿¡*_,;:!?…]+|\\.(?![0-9])")
BEHIND = "\"'”’»«*_.,;:!?…–—/-"
WHOLE = re.compile(r"(?:[A-Za-z]\.){2,}$|[0-9]'[0-9]{1,2}\"$")
"""What ends with a sign of its own: a.m., and feet with inches."""

TIE = re.compile("[-\u2010\u2011–—−/:×.,'’*=+]+")
"""Between a letter that is read from the right and a figure: a hyphen there is no minus."""

UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1100-\u11ff\u1780-\u17ff\u2e80-\ud7ff\uf900-\ufaff"
BEGINS, ENDS = rf"(?<!(?![{UNSPACED}])\w)", rf"(?!(?![{UNSPACED}])[^\W_])"
"""Before and behind: no further letter, but one of a script that leaves no space there."""

SIGN_AHEAD = re.compile(rf"(?:^|(?<=[\s([{{«“\"'{UNSPACED}]))[<>≤≥±~≈#$€£¥₪]\s$")
UNIT_BEHIND = re.compile(
    r"[ \u00a0](?:[€£¥₪%٪]|° ?[CF]|[ap]\. ?m\.|(?:[ap]\.?m|(?:[mµckud]|mc)?g|[mdcµ]?L|[mcµk]?m"
    r"|mm ?Hg|m?mol|mEq|[ck]?cal|k?J|bpm|tbsp|tsp|lbs?|oz|ft|in|Hz|k?Pa|IU|U|mSv|Gy|h|s|min"
    r"|units?|minutes?|hours?|days?|weeks?|months?|years?|tablets?|capsules?|pills?|puffs?|drops?"
    rf"|doses?|times|cups?|percent)[{SMALL}]*(?:/[A-Za-z]+[{SMALL}]*)*){ENDS}",
    re.IGNORECASE,
)
"""A unit in Latin letters, or a sign; any other word may count something else."""

PER = re.compile(f"(?:/[A-Za-z]+[{SMALL}]*)+{ENDS}")
BETWEEN = re.compile(r"\s[-\u2010\u2011–−/×xX*:=+±÷]\s")
PRODUCT = re.compile("[0-9.,]+(?:[×xX*][0-9.,]+)+")
DASH = re.compile(r"\s[-\u2010\u2011–−]\s")
TIMES = re.compile(r"\s?[×xX*]\s?")
COUNTED = re.compile(f"[ \u00a0]?[{FROM_RIGHT}]")
"""A word behind a number, which may count it."""


class Stretch(NamedTuple):
    """From where to where in a text."""

    start: int
    end: int


def joined(text: str, found: Iterable[Stretch] = ()) -> list[Stretch]:
    """Return where figures stand that are written from left to right, with all joined to them.

    `found` are figures with spaces; of one with letters that are read from the right, such as
    those of a month's name, the letters are left out.
    """
    plain = in_ascii(text)
    parts = (part for stretch in _runs(plain) for part in _factors(plain, stretch))
    grown = (_with_neighbours(plain, each) for each in merged([*parts, *_parts(text, found)]))
    return together(merged(grown), partial(_end_joined, plain))


def merged(stretches: Iterable[Stretch]) -> list[Stretch]:
    """Return stretches in order, those that overlap as one."""
    found: list[Stretch] = []
    for start, end in sorted(stretches):
        if found and start < found[-1].end:
            start, end = found[-1].start, max(end, found.pop().end)
        found.append(Stretch(start, end))
    return found


def together(
    stretches: Iterable[Stretch], end_of: Callable[[Stretch, Stretch], int]
) -> list[Stretch]:
    """Return stretches, those as one to which `end_of` gives an end in common; 0 is none."""
    found: list[Stretch] = []
    for stretch in stretches:
        if found and (end := end_of(found[-1], stretch)):
            stretch = Stretch(found.pop().start, end)
        found.append(stretch)
    return found


def is_alone(text: str) -> bool:
    """Whether a figure is a number and nothing more: it reads the same wherever it stands."""
    return ALONE.fullmatch(in_ascii(text)) is not None


def _runs(plain: str) -> Iterator[Stretch]:
    """Yield what holds a digit, up to the next space, without what only stands around it."""
    for run in RUN.finditer(plain):
        if DIGIT.search(run[0]):
            yield _trimmed(plain, *run.span())


def _trimmed(plain: str, start: int, end: int) -> Stretch:
    if start and RTL.match(plain, start - 1) and (tie := TIE.match(plain, start, end)):
        start = tie.end()
    before = None
    while (start, end) != before and start < end:
        before, piece = (start, end), plain[start:end]
        excess = sum(map(piece.count, OPEN)) - sum(map(piece.count, CLOSE))
        if found := AHEAD.match(piece):
            start += found.end()
        elif piece[0] in OPEN and (excess > 0 or piece.endswith(tuple(CLOSE))):
            start += 1
        elif piece[-1] in BEHIND + CLOSE * (excess < 0) and not WHOLE.search(piece):
            end -= 1
    return Stretch(start, end)


def _factors(plain: str, stretch: Stretch) -> Iterator[Stretch]:
    """Yield a stretch; of a product before a word that is read from the right each number.

    All of such a product is read from the right, so that a unit stands beside its number.
    """
    start, end = stretch
    is_product = PRODUCT.fullmatch(plain, *stretch) and COUNTED.match(plain, end)
    for times in TIMES.finditer(plain, *stretch) if is_product else ():
        yield Stretch(start, times.start())
        start = times.end()
    yield Stretch(start, end)


def _parts(text: str, found: Iterable[Stretch]) -> Iterator[Stretch]:
    """Yield figures; of one with letters that are read from the right what is before them."""
    for start, end in found:
        letter = RTL.search(text, start, end)
        figure = text[start : letter.start() if letter else end].rstrip()
        if DIGIT.search(in_ascii(figure)):
            yield Stretch(start, start + len(figure))


def _with_neighbours(plain: str, stretch: Stretch) -> Stretch:
    start, end = stretch
    if sign := SIGN_AHEAD.search(plain, max(start - 3, 0), start):
        start = sign.start()
    for more in (UNIT_BEHIND, PER):
        if behind := more.match(plain, end):
            end = behind.end()
    return Stretch(start, end)


def _end_joined(plain: str, left: Stretch, right: Stretch) -> int:
    """Return where two stretches end that a sign between them joins, or 0."""
    sign = plain[left.end : right.start]
    if not BETWEEN.fullmatch(sign):
        return 0
    is_apart = _are_alone(plain, right) and COUNTED.match(plain, right.end)
    if TIMES.fullmatch(sign):
        return 0 if is_apart and _are_alone(plain, left) else right.end
    is_stop = DASH.fullmatch(sign) and not _are_alone(plain, left)
    return 0 if is_apart and is_stop else right.end


def _are_alone(plain: str, *stretches: Stretch) -> bool:
    return all(ALONE.fullmatch(plain, *each) for each in stretches)
