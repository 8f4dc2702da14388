"""Language → how its readers write a time of day, and what it is by a clock of 24 hours."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from plainleaf.text.lexicon import lexicons, root, words_of
from plainleaf.text.measures import cldr_halves
from plainleaf.text.quantities import SPACELESS, any_of, heard, vocabulary

HOUR = "(?<![0-9:.,/])(?P<hour>2[0-4]|[01]?[0-9])(?![0-9]|[.,][0-9](?![0-9]))"
MINUTE = "(?P<minute>[0-5][0-9])(?![0-9])"
PLAIN = r"([01]?[0-9]|2[0-4])(?:[:.]([0-5][0-9])(?![0-9]))?"
"""An hour that another one makes a time of: that which a range begins or ends with."""

FIRST_OF_NIGHT, LAST_OF_EVENING = 6, 4
"""Hours that 'at night' and 'in the evening' mean after noon, from here on."""


@dataclass(frozen=True)
class Clock:
    """How a language writes a time; `halves` by heard word, with those that need no clock."""

    look: re.Pattern[str]
    halves: Mapping[str, str]
    alone: frozenset[str]
    shifts: Mapping[str, int]
    first: re.Pattern[str]  # the beginning of a range, whose end is a time
    last: re.Pattern[str]  # the end of one, both with minutes behind a dot


def times(text: str, language: str) -> Sequence[tuple[int, int, str]]:
    """Return where times stand in a text in ASCII digits, and each as HH:MM."""
    clock = _clock(language)
    found: list[tuple[int, int, str]] = []
    for match in clock.look.finditer(text):
        last = clock.last.match(text, match.end())
        if last and not _is_end(last, text, language):
            last = None
        is_dotted = last and last[2] and match["minute"] and words_of(language).clock.dotted
        if is_dotted or _is_time(match, clock):
            while found and found[-1][1] > match.start():  # the end of a range, seen in passing
                del found[-1]
            done = found[-1][1] if found else 0
            found += _with_range(match, clock, text, done)
            if last:
                found.append((*_place(last), f"{int(last[1]):02}:{last[2] or '00'}"))
    return found


def _with_range(
    match: re.Match[str], clock: Clock, text: str, done: int
) -> Iterator[tuple[int, int, str]]:
    """Yield a time, and before it the hour that is a time because a range ends with this one."""
    value = _minutes(match, clock)
    if first := clock.first.search(text, max(done, match.start() - 20), match.start()):
        yield *_place(first), _shown(_range_start(first, match, clock, value))
    yield match.start(), match.end(), _shown(value)


def _is_end(last: re.Match[str], text: str, language: str) -> bool:
    """Whether an hour behind a range's beginning is its end: 2.50-5.00 mg has none."""
    unit = vocabulary(language).behind.match(text, last.end() + (text[last.end() :][:1] == " "))
    is_hours = unit is None or vocabulary(language).name(unit) == ("span", "hour")
    return is_hours and bool(last[2] or last["hours"] or int(last[1]) > 12)


def _place(hour: re.Match[str]) -> tuple[int, int]:
    return hour.start(1), hour.end(2) if hour[2] else hour.end(1)


def _is_time(match: re.Match[str], clock: Clock) -> bool:
    """Whether an hour has beside it what makes it a time."""
    known = match.groupdict()
    if known["shift"] or (known["minute"] and known["mark"] != "."):
        return True
    has_clock = known["firm"] or known["firm_before"]
    has_hours = has_clock or known["hours"] or known["hours_before"]
    half = known["before"] or known["after"]
    if known["hours"] and known["hours_before"]:  # às 17h
        return True
    if known["minute"] or known["minutes"] or known["half"]:  # 8.30
        return bool(has_hours or half)
    is_alone = known["after"] and heard(known["after"]) in clock.alone
    return bool(has_clock or is_alone or (half and has_hours))


def _minutes(match: re.Match[str], clock: Clock) -> int:
    """Return how many minutes of the day have passed."""
    known = match.groupdict()
    half = known["after"] or known["before"]
    hour = in_day(int(known["hour"]), clock.halves.get(heard(half or ""), ""))
    past = int(known["minute"] or known["minutes"] or (30 if known["half"] else 0))
    shift = clock.shifts[heard(known["shift"])] if known["shift"] else 0
    return hour * 60 + past + shift


def in_day(hour: int, half: str) -> int:
    """Return an hour by a clock of 24, from its half of the day."""
    if hour > 12 or not half:
        return hour
    first = {"night": FIRST_OF_NIGHT, "evening": LAST_OF_EVENING, "am": 12, "midnight": 12}
    if half == "dusk":
        return hour + 18
    return hour % 12 + (12 if hour % 12 >= first.get(half, 0) else 0)


def _range_start(first: re.Match[str], match: re.Match[str], clock: Clock, end: int) -> int:
    """Return when a range of hours begins: in the half of its end, where that is later."""
    half = clock.halves.get(heard(match["after"] or ""), "")
    past = int(first[2] or 0)
    start = in_day(int(first[1]), half) * 60 + past
    return start if start < end else int(first[1]) * 60 + past


def _shown(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"


@cache
def _clock(language: str) -> Clock:
    own, halves = words_of(language).clock, [*_halves(language)]
    between = any_of((*root().clock.between, *own.between), language)
    to = rf" ?(?:[-–—~〜～]|{between}) ?"
    hours = any_of(own.hours, language)
    is_alone = {heard(word) for _, word, is_alone in halves if is_alone}
    return Clock(
        first=re.compile(rf"(?<![0-9:.,/]){PLAIN}(?: ?{hours})?{to}\Z", re.IGNORECASE),
        last=re.compile(rf"{to}{PLAIN}(?P<hours> ?{hours})?(?![0-9])", re.IGNORECASE),
        look=re.compile(_look(language, [word for _, word, _ in halves]), re.IGNORECASE),
        halves={heard(word): half for half, word, _ in reversed(halves)},
        alone=frozenset(is_alone - ({"am"} if own.am_is_a_word else set())),
        shifts={heard(word): add for word, add in own.shifts.items()},
    )


def _look(language: str, halves: Sequence[str]) -> str:
    """Return a pattern for an hour with all that may stand beside it."""
    own = words_of(language).clock
    half = any_of(halves, language)
    firm, firm_before, hours, hours_before, minute, half_after, shift = (
        any_of(words, language)
        for words in (
            *(own.words, own.words_before, own.hours, own.hours_before),
            *(own.minutes, own.half_after, own.shifts),
        )
    )
    tail = (
        rf"(?: ?(?:(?P<firm>{firm})|(?P<hours>{hours}))"
        rf"(?(minute)|(?: ?(?:(?P<minutes>[0-5]?[0-9](?= ?{minute})|[0-5][0-9](?![0-9])"
        rf"(?= ?{half}|(?! ?[^\W_])))(?: ?{minute})?|(?P<half>{half_after})))?))?"
    )
    return (
        rf"(?:(?<![^\W\d_{SPACELESS}])(?P<before>{half})[ ,]{{0,2}})?"
        rf"(?:(?<![^\W\d_])(?:(?P<firm_before>{firm_before})|(?P<hours_before>{hours_before})"
        rf"|(?P<shift>{shift})) ?)?"
        rf"{HOUR}(?:(?P<mark>[:.]| ?h ?){MINUTE}(?!:))?{tail}(?: ?(?P<after>{half}))?"
    )


def _halves(language: str) -> Iterator[tuple[str, str, bool]]:
    """Yield words for halves of the day: half, spelling, and whether it makes a time alone."""
    for each in lexicons(language):
        yield from ((half, word, True) for half, words in each.day.items() for word in words)
    for half, words in words_of(language).day_with_clock.items():
        yield from ((half, word, False) for word in words)
    yield from cldr_halves(language)
