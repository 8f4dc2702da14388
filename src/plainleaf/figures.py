"""Plain text → the figures in it: numbers, doses, phones and all that no translation changes."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from typing import NamedTuple

from plainleaf.quantities import (
    AM_AFTER,
    AM_BEFORE,
    MULTIPLE,
    PERCENT,
    PM_AFTER,
    PM_BEFORE,
    SPAN,
    UNIT,
    common_name,
)


@dataclass(frozen=True)
class Figure:
    """A figure; `value` is the same however a language writes it."""

    kind: str
    text: str
    value: str
    start: int
    end: int


class Pattern(NamedTuple):
    """How the figures of a kind look, and what they come to; without a value it is none."""

    kind: str
    look: re.Pattern[str]
    value: Callable[[re.Match[str], str], str]  # of a match, by the decimal sign


# A whole number (grouped as in India, as elsewhere, or not), then the part below one.
GROUPED = (
    r"(?:[0-9]{1,2}(?:,[0-9]{2}){1,6},[0-9]{3}"
    r"|[1-9][0-9]{0,2}(?P<mark>[ .,'٬])[0-9]{3}(?:(?P=mark)[0-9]{3}){0,6})(?![0-9])"
)
FRACTION = r"(?:[0-9]{1,3} ?)?[½¼¾⅓⅔⅛]|(?:[0-9]{1,3} )?(?<![0-9/])[1-9]/[2-9](?![0-9/])"
IN_NAME = "(?<![A-Za-zÀ-ɏͰ-ϿЀ-ӿ0-9])"  # the 12 of B12 is no number, the 19 of COVID-19 is
NUMBER = (
    rf"{IN_NAME}(?:(?P<fraction>{FRACTION})"
    rf"|(?:(?P<whole>{GROUPED}|[0-9]{{1,30}})(?:[.,٫](?P<part>[0-9]{{1,30}}))?"
    r"|(?<![^\W\u3040-\u9fff])(?<![.,:)\]])[.٫](?P<below>[0-9]{1,30}))"  # .5
    rf"(?: ?(?P<times>{MULTIPLE}))?)"
)
HOUR = "(?<![0-9:.,])(?P<hour>[01]?[0-9]|2[0-4])"
MINUTE = "(?P<minute>[0-5][0-9])(?![0-9])"

LETTER = r"[A-Za-z0-9\-._~:/?#@!$&'()*+,;=%]"
SITE = r"(?:[a-z0-9][a-z0-9-]{0,62}\.){1,8}(?:org|com|gov|net|edu|int|info|health)(?![\w-])"

ALONE = r"(?<![\w.])"
GAP = "(?P<gap>[ .-])"
AREA = r"\([0-9]{1,4}\)[ .-]?"

LOOKS: Mapping[str, tuple[str, ...]] = {
    "placeholder": (r"%\(\w+\)[sd]|\{[A-Za-z_]\w*\}",),
    "email": (r"[A-Za-z0-9._+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,8}",),
    "url": (rf"(?:https?://{LETTER}+|(?<![\w.-]){SITE}(?:/{LETTER}*)?)(?<![.,:;!?')])",),
    "date": (
        r"(?<![0-9])(?P<year>[0-9]{4})(?P<mark>[-/.])(?P<month>[0-9]{1,2})(?P=mark)"
        r"(?P<day>[0-9]{1,2})(?![0-9])",
        r"(?<![0-9])(?P<year>[0-9]{4}) ?[年년] ?(?P<month>[0-9]{1,2}) ?[月월]"
        r"(?: ?(?P<day>[0-9]{1,2}) ?[日号號일])?(?![0-9])",
        r"(?:(?<![0-9])(?P<day>[0-9]{1,2}) )?tháng (?P<month>[0-9]{1,2}),? (?:năm )?"
        r"(?P<year>[0-9]{4})(?![0-9])",
        r"(?<![0-9])(?:[0-9]{1,2}(?P<mark>[-/.])[0-9]{1,2}(?P=mark)[0-9]{4}"
        r"|[0-9]{1,2}/[0-9]{1,2}/[0-9]{2})(?![0-9])",
    ),
    "phone": (
        rf"{ALONE}(?:\+[0-9]{{1,3}}[ .-]?(?:{AREA})?|(?:\+?1[ .-]?)?{AREA})"
        r"[0-9]{2,4}(?:[ .-]?[0-9]{2,4}){1,5}(?![0-9])",
        rf"{ALONE}(?:1[ .-])?[0-9]{{2,4}}{GAP}(?:[0-9]{{2,4}}(?P=gap)){{0,4}}[0-9]{{4}}(?![0-9])",
        rf"{ALONE}0[0-9]{{1,4}}{GAP}(?:[0-9]{{2,4}}(?P=gap)){{1,4}}[0-9]{{2,4}}(?![0-9])",
        rf"{ALONE}(?:1-8[0-9]{{2}}-[0-9A-Z][0-9A-Z-]{{5,11}}|\+?[0-9]{{10,15}}(?![0-9]))",
    ),
    "version": (
        r"(?<![\w.])(?:v ?[0-9]+(?:\.[0-9]+){0,4}(?:-[a-z0-9]+)*"
        rf"|[0-9]+\.[0-9]+-(?!{UNIT}|{SPAN})[a-z][a-z0-9]*"
        rf"|(?!{GROUPED})[0-9]+(?:\.[0-9]+){{2,4}}(?:-[a-z0-9]+)*)(?!\w)",
    ),
    "time": (
        rf"(?:(?P<am>{AM_BEFORE})|(?P<pm>{PM_BEFORE})) ?{HOUR}(?::{MINUTE}(?: ?बजे)?"
        r"|(?: ?[点點时時시]| बजे)(?: ?(?P<half>半|[0-5]?[0-9](?=[分분])))?)",
        rf"{HOUR}(?:(?:[:.]| ?h ?| ?giờ ?){MINUTE}| ?h| ?giờ)?"
        rf" ?(?:(?P<am>{AM_AFTER})|(?P<pm>{PM_AFTER}))(?![^\W_])",
        rf"{HOUR}(?::| ?h ?){MINUTE}(?!:)",
        rf"{HOUR} ?[点點時时시] ?(?P<half>半|[0-5]?[0-9](?= ?[分분]))",
    ),
    "percent": (rf"{NUMBER} ?(?:{PERCENT})", rf"(?:%|百分之) ?{NUMBER}"),
    "dose": (rf"{NUMBER}[ -]?(?P<unit>{UNIT}(?: ?/ ?{UNIT})?)",),
    "span": (rf"{NUMBER}[ -]?(?P<unit>{SPAN})",),
    "number": (NUMBER,),
}
"""By kind; the digits and marks of all scripts are in ASCII when this is looked for."""

PHONE_DIGITS = range(7, 16)
YEARS = range(1900, 2100)
DATE = ("year", "month", "day")
NO_PHONE = re.compile(rf"(?:19|20)[0-9]{{2}}[ -](?:19|20)[0-9]{{2}}|{GROUPED}")
"""Two years, or thousands."""

TAKEN = "\0"
IN_ASCII = str.maketrans(
    {
        **dict.fromkeys("\u00a0\u2009\u202f\u3000", " "),
        **dict.fromkeys("\u2010\u2011\uff0d", "-"),
        **dict.fromkeys("٪％", "%"),
        **dict(zip("：（）．，＋／μ", ":().,+/µ", strict=True)),
    }
)


def figures(text: str, decimal: str = "") -> tuple[Figure, ...]:
    """Return the figures of a text in order; a longer one wins over the numbers inside it.

    `decimal` is '.' or ',': what '1.125' comes to. Without it only the places count, as on a
    page: the sign before three digits groups, and a length of time is a number and a word.
    """
    rest = _in_ascii(text)
    found: list[Figure] = []
    for pattern in _patterns():
        if decimal or pattern.kind != "span":
            here = tuple(_matches(pattern, rest, text, decimal))
            rest = _without(here, rest)
            found += here
    return tuple(sorted(found, key=lambda figure: figure.start))


def _matches(pattern: Pattern, rest: str, text: str, decimal: str) -> Iterator[Figure]:
    for match in pattern.look.finditer(rest):
        if value := pattern.value(match, decimal):
            start, end = match.span()
            yield Figure(pattern.kind, text[start:end], value, start, end)


def _without(found: Iterable[Figure], rest: str) -> str:
    signs = list(rest)
    for figure in found:
        signs[figure.start : figure.end] = TAKEN * (figure.end - figure.start)
    return "".join(signs)


def _in_ascii(text: str) -> str:
    """Return a text with each digit and mark in ASCII, one for one, so that places keep."""
    signs = text.translate(IN_ASCII)
    return "".join(c if c.isascii() else str(unicodedata.decimal(c, c)) for c in signs)


def _as_written(match: re.Match[str], _: str) -> str:
    return match[0]


def _number(match: re.Match[str], decimal: str) -> str:
    """Return a number without grouping, as a fraction where it is not whole."""
    if match["fraction"]:
        found = re.sub("[½-⅞]", lambda one: f" {unicodedata.normalize('NFKC', one[0])}", match[0])
        parts = re.findall("[0-9]+(?:/[0-9]+)?", found.replace("⁄", "/"))
        return str(sum(map(Fraction, parts), Fraction()))
    whole, part = match["whole"] or "0", match["part"] or match["below"]
    if not part and match["mark"] == decimal and whole.count(decimal) == 1:  # 1.200.000 is grouped
        whole, _, part = whole.partition(decimal)
    times = common_name(match["times"]) if match["times"] else "1"
    return str(Fraction(f"{re.sub('[^0-9]', '', whole)}.{part or 0}") * int(times))


def _dose(match: re.Match[str], decimal: str) -> str:
    units = (common_name(name.strip()) for name in match["unit"].split("/"))
    return f"{_number(match, decimal)} {'/'.join(units)}"


def _span(match: re.Match[str], decimal: str) -> str:
    """Return a length of time, and nothing for the year of a date."""
    number, unit = _number(match, decimal), common_name(match["unit"])
    is_date = unit == "year" and number.isdecimal() and int(number) in YEARS
    return "" if is_date else f"{number} {unit}"


def _percent(match: re.Match[str], decimal: str) -> str:
    return f"{_number(match, decimal)}%"


def _phone(match: re.Match[str], _: str) -> str:
    """Return digits and letters, without the country code of North America."""
    signs = re.sub("[^0-9A-Z]", "", match[0])
    if len(signs) not in PHONE_DIGITS or NO_PHONE.fullmatch(match[0]):
        return ""
    return signs[1:] if len(signs) == 11 and signs[0] == "1" else signs


def _date(match: re.Match[str], _: str) -> str:
    """Return a date as 2026-05-03, or as 3/5/2026 where its day may be the 3rd or the 5th."""
    known = match.groupdict()
    if known.get("year"):
        return "-".join(f"{int(known[part]):02}" for part in DATE if known[part])
    *two, year = map(int, re.findall("[0-9]+", match[0]))
    year += 2000 if year < 100 else 0
    month, day = sorted(two)
    is_clear = month == day or day > 12 >= month
    return f"{year}-{month:02}-{day:02}" if is_clear else f"{month}/{day}/{year}"


def _time(match: re.Match[str], _: str) -> str:
    """Return a time by a clock of 24 hours."""
    known = match.groupdict()
    minute = (known.get("minute") or known.get("half") or "0").replace("半", "30")
    hour = int(match["hour"])
    if known.get("am") or known.get("pm"):
        hour = hour % 12 + (12 if known["pm"] else 0) if hour <= 12 else hour
    return f"{hour:02}:{minute:>02}"


VALUES: Mapping[str, Callable[[re.Match[str], str], str]] = {
    "date": _date,
    "phone": _phone,
    "time": _time,
    "percent": _percent,
    "dose": _dose,
    "span": _span,
    "number": _number,
}
CASED = ("phone",)  # 1-800-4-CANCER


@cache  # compiling takes a tenth of a second, and a run in one language needs none of them
def _patterns() -> tuple[Pattern, ...]:
    """Return the longer kinds first: what one has taken, those behind it do not see."""
    return tuple(
        Pattern(
            kind=kind,
            look=re.compile(look, 0 if kind in CASED else re.IGNORECASE),
            value=VALUES.get(kind, _as_written),
        )
        for kind, looks in LOOKS.items()
        for look in looks
    )
