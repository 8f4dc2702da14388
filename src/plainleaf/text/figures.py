"""Plain text → the figures in it: numbers, doses, phones and all that no translation changes."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from plainleaf.text.hours import times
from plainleaf.text.measures import writes_point
from plainleaf.text.months import named_dates
from plainleaf.text.numbers import GROUPED, NUMBER, in_ascii, value_of
from plainleaf.text.quantities import Vocabulary, vocabulary


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
    value: Callable[[re.Match[str]], str]


LETTER = r"[A-Za-z0-9\-._~:/?#@!$&'()*+,;=%]"
SITE = r"(?:[a-z0-9][a-z0-9-]{0,62}\.){1,8}(?:org|com|gov|net|edu|int|info|health)(?![\w-])"

ALONE = r"(?<![A-Za-zÀ-ɏḀ-ỿͰ-ϿЀ-ӿ0-9_])(?<![0-9]\.)"
"""Other scripts put no space before a phone, or hang a word to it: 致电(555)…"""

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
        r"(?<![0-9])(?P<month>1[0-2]|0?[1-9]) ?[月월] ?(?P<day>[0-9]{1,2}) ?[日號号일]",
        r"(?<![0-9])(?P<day>[0-9]{1,2}) tháng (?P<month>1[0-2]|0?[1-9])(?![0-9])",
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
        r"|[0-9]+\.[0-9]+-(?:alpha|beta|demo|dev|draft|final|pre|rc|rev)[a-z0-9]*"
        rf"|(?!{GROUPED})[0-9]+(?:\.[0-9]+){{2,4}}(?:-[a-z0-9]+)*)(?!\w)",
    ),
}
"""By kind; the digits and marks of all scripts are in ASCII when this is looked for."""

DIGIT = re.compile("[0-9½¼¾⅓⅔⅛]")
SLASH = re.compile(" ?/ ?")
LONGEST = 30
"""So many letters before a number are looked at for its unit."""

DEGREES = "°"
YEAR_MARK = re.compile(r" ?[гл]\.")  # Russian, for a year as for grams and litres
PHONE_DIGITS = range(7, 16)
YEARS = range(1900, 2100)
DATE = ("year", "month", "day")
NO_PHONE = re.compile(rf"(?:19|20)[0-9]{{2}}[ -](?:19|20)[0-9]{{2}}|{GROUPED}")
"""Two years, or thousands."""

TAKEN = "\0"


def figures(text: str, decimal: str, language: str) -> tuple[Figure, ...]:
    """Return the figures of a text in order; a longer one wins over the numbers inside it.

    `decimal` is '.' or ',': what '1.125' comes to.
    """
    rest, found = _marked(text, language)
    if DIGIT.search(rest):
        here = _placed("time", times(rest, language), text)
        rest = _without(here, rest)
        found += [*here, *_amounts(rest, text, decimal, vocabulary(language))]
    return tuple(sorted(found, key=lambda figure: figure.start))


def marked_figures(text: str, language: str = "") -> tuple[Figure, ...]:
    """Return the figures that marks or a month's name tell: addresses, dates, phones, versions.

    The words of a language, which take a tenth of a second to compile, are not needed for them.
    """
    return tuple(_marked(text, language)[1])


def _marked(text: str, language: str) -> tuple[str, list[Figure]]:
    """Return a text in ASCII without such figures, and these."""
    rest = in_ascii(text)
    found: list[Figure] = []
    for pattern in _patterns():
        here = [
            Figure(pattern.kind, text[slice(*match.span())], value, *match.span())
            for match in pattern.look.finditer(rest)
            if (value := pattern.value(match))
        ]
        rest = _without(here, rest)
        found += here
    if not DIGIT.search(rest):
        return rest, found
    here = _placed("date", named_dates(rest, language), text)
    return _without(here, rest), [*found, *here]


def _placed(kind: str, places: Iterable[tuple[int, int, str]], text: str) -> list[Figure]:
    return [Figure(kind, text[start:end], value, start, end) for start, end, value in places]


def decimal_signs(language: str) -> str:
    """Return the signs that may stand before the part of a number below one."""
    return "." if writes_point(language) else ".,"


def _amounts(rest: str, text: str, decimal: str, words: Vocabulary) -> Iterator[Figure]:
    """Yield numbers with the words beside them that say what they count."""
    done = 0
    for match in NUMBER.finditer(rest):
        if match.start() >= done:
            kind, value, start, done = _amount(match, rest, decimal, words, done)
            yield Figure(kind, text[start:done], value, start, done)


def _amount(
    match: re.Match[str], rest: str, decimal: str, words: Vocabulary, done: int
) -> tuple[str, str, int, int]:
    """Return kind, value and place of a number: as a dose, a length of time, or alone."""
    number, start, end = value_of(match, decimal), *match.span()
    if times := words.times.match(rest, end):
        number, end = number * int(words.name(times)[1]), times.end()
    kind, name, behind = _unit_behind(rest, end, words)
    before = None
    if name in ("", DEGREES):  # 섭씨 38도
        before = words.before.search(rest, max(done, start - LONGEST), start)
    if before:
        kind, name = words.name(before)
        if kind == "times":
            return "number", str(number * int(name)), before.start(), end
    is_year = number in YEARS and (name == "year" or bool(YEAR_MARK.match(rest, end)))
    if not kind or is_year:
        return "number", str(number), start, end
    start = before.start() if before else start
    value = f"{number}%" if kind == "percent" else f"{number} {name}"
    return kind, value, start, behind if behind > end else end


def _unit_behind(rest: str, end: int, words: Vocabulary) -> tuple[str, str, int]:
    """Return kind, name and end of a unit behind a number, such as mg/dl."""
    gap = end + (rest[end : end + 1] in (" ", "-"))
    unit = words.behind.match(rest, gap)
    if unit is None:
        return "", "", end
    kind, name = words.name(unit)
    end = unit.end()
    if kind == "dose" and (slash := SLASH.match(rest, end)):
        per = words.behind.match(rest, slash.end())
        if per and words.name(per)[0] == "dose":
            name, end = f"{name}/{words.name(per)[1]}", per.end()
    return kind, name, end


def _without(found: Iterable[Figure], rest: str) -> str:
    signs = list(rest)
    for figure in found:
        signs[figure.start : figure.end] = TAKEN * (figure.end - figure.start)
    return "".join(signs)


def _as_written(match: re.Match[str]) -> str:
    return match[0]


def _phone(match: re.Match[str]) -> str:
    """Return digits and letters, without the country code of North America."""
    signs = re.sub("[^0-9A-Z]", "", match[0])
    if len(signs) not in PHONE_DIGITS or NO_PHONE.fullmatch(match[0]):
        return ""
    return signs[1:] if len(signs) == 11 and signs[0] == "1" else signs


def _date(match: re.Match[str]) -> str:
    """Return a date as 2026-05-03 or 05-03, or as 3/5/2026 where its day may be 3 or 5."""
    known = match.groupdict()
    if known.get("month"):
        return "-".join(f"{int(known[part]):02}" for part in DATE if known.get(part))
    *two, year = map(int, re.findall("[0-9]+", match[0]))
    year += 2000 if year < 100 else 0
    month, day = sorted(two)
    is_clear = month == day or day > 12 >= month
    return f"{year}-{month:02}-{day:02}" if is_clear else f"{month}/{day}/{year}"


VALUES: Mapping[str, Callable[[re.Match[str]], str]] = {"date": _date, "phone": _phone}
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
