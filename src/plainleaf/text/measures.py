"""Language → its own words for units, lengths of time, large numbers and parts of a day.

They are those of the Unicode CLDR, through Babel; what that lacks stands in its lexicon.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from babel import localedata

from plainleaf.text.controls import CONTROL
from plainleaf.text.lexicon import lexicon_of, root
from plainleaf.text.locales import find_locale

HOUR = 3600
MIDDAY, DUSK = 12 * HOUR, 18 * HOUR

Word = tuple[str, str, str, bool]
"""Kind, common name, spelling, and whether it stands before its number."""


@cache
def cldr_words(language: str) -> tuple[Word, ...]:
    """Return what the CLDR knows of a language: nothing for one that it does not know."""
    tables = [*_tables(language)]
    return tuple(dict.fromkeys(word for table in tables for word in _words(table)))


@cache
def cldr_months(language: str) -> Mapping[str, int]:
    """Return the months by their names, without those that are written as numbers."""
    found: dict[str, int] = {}
    for table in _tables(language):
        for names in table["months"].values():
            for width in ("wide", "abbreviated"):
                for number, name in names.get(width, {}).items():
                    if len(name) > 2 and not any(map(str.isnumeric, name)):
                        found.setdefault(_plain(name).rstrip("."), number)
    return found


@cache
def cldr_halves(language: str) -> tuple[tuple[str, str, bool], ...]:
    """Return the words for parts of a day: half, spelling, and whether it is like a.m."""
    found = []
    for table in _tables(language):
        rules = table.get("day_period_rules", {}).get(None, {})
        for widths in table["day_periods"].values():
            for width in ("wide", "abbreviated"):
                for name, word in widths.get(width, {}).items():
                    half = name if name in ("am", "pm") else _half(name, rules)
                    if half and len(word) > 1:
                        found.append((half, _plain(word), name in ("am", "pm")))
    return tuple(dict.fromkeys(found))


@cache
def writes_point(language: str) -> bool:
    """Whether a language writes 1.5; one that does not may write it as well as 1,5."""
    signs = [table["number_symbols"].get("latn", {}).get("decimal") for table in _tables(language)]
    return signs[:1] == ["."]


def _tables(language: str) -> Iterator[Mapping[Any, Any]]:
    base = language.partition("-")[0]
    for code in dict.fromkeys((language, base, *lexicon_of(base).kin)):
        if locale := find_locale(code):
            known: Any = localedata.load(str(locale))
            yield localedata.LocaleDataDict(known)


def _words(table: Mapping[Any, Any]) -> Iterator[Word]:
    patterns = table.get("unit_patterns", {})
    for kind, names in root().cldr.items():
        for key, name in names.items():
            for spelling, is_before in _spellings(patterns.get(key, {}), kind, name):
                yield kind, name, spelling, is_before
    for spelling, _ in _spellings(patterns.get("concentr-percent", {}), "dose", "%"):
        yield "percent", "%", spelling, False
    yield from _multiples(table.get("compact_decimal_formats", {}))


def _spellings(
    widths: Mapping[str, Mapping[str, str]], kind: str, name: str
) -> Iterator[tuple[str, bool]]:
    """Yield the words of a pattern such as '{0} mg'; short ones of lengths say too little."""
    long = [pattern for form, pattern in widths.get("long", {}).items() if form != "per"]
    for width in ("long", "short"):
        for form, pattern in widths.get(width, {}).items():
            before, sign, behind = _plain(pattern).partition("{0}")
            word = (behind if sign and not before.strip() else before).strip()
            if sign and before.strip() and behind.strip() and "°" not in name:
                continue  # such as 'milimita {0} za zebaki'
            is_short = pattern not in long and bool(long) and kind != "dose"
            if form != "per" and word and not (is_short and len(word.rstrip(".")) < 3):
                yield word, bool(sign and before.strip())


def _multiples(formats: Mapping[str, Any]) -> Iterator[Word]:
    """Yield the words for large numbers, from patterns such as '00 million'."""
    long = formats.get("long") or {}
    for width in (long, formats.get("short") or {}):
        for size, compact in (row for forms in width.values() for row in forms.items()):
            pattern = _plain(getattr(compact, "pattern", str(compact))).partition(";")[0]
            found = re.fullmatch(r"(\D*?) ?(0+) ?(\D*)", pattern.replace("'", ""))
            if found and bool(found[1]) != bool(found[3]):
                word = (found[1] or found[3]).strip()
                is_short = word.isascii() or (width is not long and bool(long))
                if len(word.rstrip(".")) > 2 or not is_short:
                    times = int(size) // 10 ** (len(found[2]) - 1)
                    yield "times", str(times), word, bool(found[1])


def _half(name: str, rules: Mapping[str, Any]) -> str:
    """Return whether a part of the day is before noon, behind it, or around midnight."""
    rule: Mapping[str, int] = next(iter(rules.get(name, ())), {})
    if "from" not in rule:
        return name if name in ("noon", "midnight") else ""
    start, end = rule["from"], rule["before"]
    if start >= DUSK or end < start:
        return "evening" if name.startswith("evening") else "night"
    return "am" if end <= MIDDAY + HOUR and start < MIDDAY else "pm"


def _plain(text: str) -> str:
    """Return a pattern with plain spaces, without marks of direction or of line breaks."""
    spaced = re.sub("[\u00a0\u2009\u202f]", " ", text)
    return CONTROL.sub("", unicodedata.normalize("NFC", spaced))
