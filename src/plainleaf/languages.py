"""Language codes → names, direction and dates, from the Unicode CLDR through Babel."""

from datetime import date
from difflib import get_close_matches

from babel import Locale, UnknownLocaleError, localedata
from babel.core import get_global
from babel.dates import format_date

from plainleaf.errors import Finding, PlainleafError
from plainleaf.model import Language

NASTALIQ = frozenset({"ur"})
"""Languages whose readers expect this hand of the Arabic script."""

TRADITIONAL = frozenset({"TW", "HK", "MO"})
"""Where Chinese is written in traditional characters."""


def read_language(code: str) -> Language:
    """Return a language's names and direction; raise PlainleafError for an unknown code."""
    locale = find_locale(code)
    if locale is None:
        message = f"{code!r} is no language code."
        hint = _nearest_code(code)
        raise PlainleafError(Finding(f"language {code}", None, "unknown-language", message, hint))
    own = locale.get_display_name() or code
    english = locale.get_display_name("en") or code
    direction = "rtl" if locale.character_order == "right-to-left" else "ltr"
    return Language(code, own[:1].upper() + own[1:], english, direction)


def _nearest_code(name: str) -> str:
    """Return a hint with the code that a wrong one, or a language's English name, comes near."""
    names = {str(words).casefold(): code for code, words in Locale("en").languages.items()}
    codes = {code.casefold(): code for code in localedata.locale_identifiers()}
    known = codes | names
    close = get_close_matches(name.replace("-", "_").casefold(), known, n=1, cutoff=0.7)
    hint = f"Did you mean {known[close[0]].replace('_', '-')!r}?" if close else ""
    return hint or "Use a code such as 'es' or 'zh-Hans'."


def find_locale(code: str) -> Locale | None:
    """Return what the CLDR knows of a language."""
    try:
        return Locale.parse(code, sep="-")
    except (UnknownLocaleError, ValueError):
        return None


def long_date(day: date, code: str) -> str:
    """Return a date as the language's readers write it."""
    return format_date(day, "long", locale=find_locale(code))


def find_language(code: str) -> Language | None:
    """Return a language's names and direction, if the CLDR knows it."""
    return read_language(code) if find_locale(code) else None


def name_in(code: str, reader: str) -> str:
    """Return what the readers of one language call another."""
    locale = find_locale(code)
    return str(locale.get_display_name(reader.replace("-", "_")) or code) if locale else code


def script_of(code: str) -> str:
    """Return the script that a language is written in, by its ISO 15924 code."""
    locale = find_locale(code)
    if locale is None:
        return ""
    if locale.language in NASTALIQ:
        return "Aran"
    if locale.language == "zh" and locale.territory in TRADITIONAL:
        return "Hant"
    likely = get_global("likely_subtags").get(str(locale.language), "")
    return str(locale.script or "") or [*likely.split("_"), ""][1]
