"""Language code → script, direction, dates and lists, from the Unicode CLDR through Babel.

The one place that knows a direction: it is that of the script, and the script is the one that
the code names, or the one that the language is most likely written in.
"""

from collections.abc import Sequence
from datetime import date
from functools import cache
from typing import NamedTuple

from babel import Locale, UnknownLocaleError
from babel.core import get_global
from babel.dates import format_date
from babel.lists import format_list
from fontTools import unicodedata

from plainleaf.model import LANGUAGE_CODE
from plainleaf.text.lexicon import lexicon_of

HANDS = {"Aran": "Arab"}
"""Codes that fonts go by, and the script that each is a hand of."""

LETTERS = {
    "Hans": frozenset({"Hani", "Bopo"}),
    "Hant": frozenset({"Hani", "Bopo"}),
    "Jpan": frozenset({"Hani", "Hira", "Kana"}),
    "Kore": frozenset({"Hani", "Hang"}),
}
"""Scripts of letters, where a language is written in several."""

ANYWHERE = frozenset({"Latn", "Zyyy", "Zinh"})
"""Scripts of letters and signs that stand in texts of any script."""

NO_LANGUAGES = frozenset({"und", "mul", "zxx", "mis", "root"})

NUMBERED = "M01"
"""What January is called where the CLDR has no names of months."""


class Parts(NamedTuple):
    """What a code is made of; empty where it is not written."""

    language: str
    script: str
    territory: str


def parts_of(code: str) -> Parts:
    """Return the parts of a code, in the letters that BCP 47 writes them in."""
    language, *rest = code.split("-")
    script = next((each for each in rest if len(each) == 4 and each.isalpha()), "")
    territory = next((each for each in rest if len(each) in (2, 3)), "")
    return Parts(language.lower(), script.title(), territory.upper())


def is_code(code: str) -> bool:
    """Whether a code is written as BCP 47 says and could be that of a text."""
    is_built = LANGUAGE_CODE.fullmatch(code) is not None
    return is_built and parts_of(code).language not in NO_LANGUAGES


def present(code: str) -> str:
    """Return a code with the present name of its language: 'prs' is 'fa-AF'."""
    language, _, rest = code.partition("-")
    now = str(get_global("language_aliases").get(language, language)).replace("_", "-")
    return f"{now}-{rest}" if rest else now


@cache
def script_of(code: str) -> str:
    """Return what a language is written in, by its ISO 15924 code; empty if nobody knows."""
    script = _script(code)
    hand = lexicon_of(present(code).partition("-")[0]).hand
    return hand if HANDS.get(hand) == script else script


def _script(code: str) -> str:
    language, script, territory = parts_of(code)
    now = parts_of(present(code))
    if script or now.script or language in NO_LANGUAGES:
        return script or now.script
    if given := lexicon_of(code).script or lexicon_of(language).script:
        return given
    likely = get_global("likely_subtags")
    for key in (f"{now.language}_{now.territory or territory}", language, now.language):
        if found := str(likely.get(key, "")):
            return parts_of(found.replace("_", "-")).script
    return ""


def direction_of(code: str) -> str:
    """Return "ltr" or "rtl", of whatever a PDF may call its language too."""
    script = script_of(code)
    side: str = unicodedata.script_horizontal_direction(HANDS.get(script, script), "LTR")
    return side.lower()


def is_written_in(text: str, script: str) -> bool:
    """Whether a text holds letters of a script, and Latin ones, alone."""
    own = LETTERS.get(script, frozenset({HANDS.get(script, script)}))
    return {*map(unicodedata.script, text)} <= own | ANYWHERE


@cache
def nearest_locale(code: str) -> Locale | None:
    """Return what the CLDR has for a language, though it may be for another script of it."""
    if not is_code(code):
        return None
    now = present(code)
    for each in (now, "-".join(filter(None, parts_of(now)[:2])), parts_of(now).language):
        try:
            return Locale.parse(each, sep="-")
        except (UnknownLocaleError, ValueError):
            continue
    return None


@cache
def find_locale(code: str) -> Locale | None:
    """Return what the CLDR has for a language in the script that it is written in."""
    locale = nearest_locale(code)
    is_same = locale and _script(str(locale).replace("_", "-")) == _script(code)
    return locale if is_same else None


def long_date(day: date, code: str) -> str:
    """Return a date as the language's readers write it; as YYYY-MM-DD if the CLDR cannot say."""
    locale = find_locale(code)
    if locale is None or str(locale.months["format"]["wide"][1]) == NUMBERED:
        return day.isoformat()
    return format_date(day, "long", locale=locale)


def listed(names: Sequence[str], code: str) -> str:
    """Return names in one row, as the language's readers write it."""
    locale = find_locale(code)
    return format_list(names, locale=locale) if locale else ", ".join(names)
