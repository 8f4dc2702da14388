"""Language → what its file in data/ says of it, where the Unicode CLDR says nothing or too little.

What is written in every language stands in root.toml. See docs/how-to/add-a-language.md.
"""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal

from plainleaf.text.datafile import Table, read_data

FOLDER = Path(__file__).parent / "data"
ROOT = "root"

NONE: Mapping[Any, Any] = MappingProxyType({})

Strings = tuple[str, ...]
Kind = Literal["dose", "span", "measure", "percent", "times"]
Half = Literal["am", "pm", "noon", "midnight", "evening", "night", "dusk"]
Units = Mapping[Kind, Mapping[str, Strings]]
"""Spellings by kind and common name."""

Halves = Mapping[Half, Strings]


class ClockWords(Table, frozen=True):
    """Words beside the hours and minutes of a time."""

    words: Strings = ()  # what makes a time of an hour, with minutes or without them
    words_before: Strings = ()
    hours: Strings = ()  # the same, where the word is also that for a length of time
    hours_before: Strings = ()
    minutes: Strings = ()  # what may stand behind the minutes that follow such a word
    half_after: Strings = ()
    between: Strings = ()  # the two hours of a range
    shifts: Mapping[str, int] = NONE  # before an hour: minutes it adds
    dotted: bool = False  # 8.30 is a time, and 8,30 a number
    am_is_a_word: bool = False  # another one: there it needs the minutes before it
    from_six: bool = False  # hours may be counted from six: 2 in the morning is 8 a.m.


class Lexicon(Table, frozen=True):
    """What a language's file says; patterns are regular expressions, whatever the case."""

    own_name: str = ""
    english_name: str = ""
    script: str = ""
    hand: str = ""  # of the script that readers expect, as fonts name it: Aran
    same_words_as: str = ""  # the language whose words it is written with
    kin: Strings = ()  # codes of the CLDR that it may also be written like
    suffixed: bool = False  # endings are hung on any word
    unspaced: bool = False  # no space ends a word
    complete: bool = False  # each word for a unit, a percentage and a half of the day is here
    years_ahead: int = 0  # of those of our calendar
    negation: str = ""  # pattern of words that turn a sentence round
    numbers: Strings = ()  # patterns of the words for 1, 2, 3 …; one is also an article in many
    idle_numbers: str = ""  # pattern of numbers for which other languages write none
    units: Units = NONE
    units_before: Units = NONE  # that stand before their number
    bounds: Mapping[str, str] = NONE  # what behind a word makes it another
    day: Halves = NONE  # what behind an hour makes a time of it, as a.m.
    day_with_clock: Halves = NONE  # the same only with minutes or clock
    clock: ClockWords = ClockWords()

    @property
    def is_named(self) -> bool:
        """Whether it says what the CLDR does not: what the language is called."""
        return bool(self.own_name or self.english_name)

    @property
    def has_words(self) -> bool:
        """Whether it has words to compare texts by."""
        return bool(self.units or self.units_before or self.numbers or self.negation)


class Root(Lexicon, frozen=True):
    """What goes for every language."""

    month_of: Strings = ()  # patterns of what joins a day, a month's name and a year
    year_words: Strings = ()
    cldr: Mapping[Kind, Mapping[str, str]] = NONE  # common names by its own


@cache
def codes() -> tuple[str, ...]:
    """Return the languages that have a file; no other name is ever opened."""
    return tuple(sorted({file.stem for file in FOLDER.glob("*.toml")} - {ROOT}))


@cache
def lexicon_of(code: str) -> Lexicon:
    """Return what the file of a code says: nothing for one that has none."""
    return read_data(FOLDER / f"{code}.toml", Lexicon) if code in codes() else Lexicon()


@cache
def root() -> Root:
    """Return what goes for every language."""
    return read_data(FOLDER / f"{ROOT}.toml", Root)


def base(language: str) -> str:
    """Return a language without script and region, by the name under which we know its words."""
    code = language.partition("-")[0]
    return lexicon_of(code).same_words_as or code


def words_of(language: str) -> Lexicon:
    """Return the words of a language, whatever its script and region."""
    return lexicon_of(base(language))


def lexicons(language: str) -> tuple[Lexicon, ...]:
    """Return what goes for every language, and what for this one."""
    return root(), words_of(language)


@cache
def bounds_of(language: str) -> Mapping[str, str]:
    """Return what behind a word makes it another: 万古 names a medicine, 5 tháng 6 is a date."""
    return dict(bound for each in lexicons(language) for bound in each.bounds.items())


@cache
def named() -> Mapping[str, Lexicon]:
    """Return the languages whose names are here, by code."""
    found = {code: lexicon_of(code) for code in codes()}
    return {code: each for code, each in found.items() if each.is_named}
