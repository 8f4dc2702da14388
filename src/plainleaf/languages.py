"""Language codes → names, direction and dates, from the Unicode CLDR through Babel."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from datetime import date
from difflib import get_close_matches

from babel import Locale, UnknownLocaleError, localedata
from babel.core import get_global
from babel.dates import format_date
from babel.lists import format_list

from plainleaf.errors import Finding, PlainleafError
from plainleaf.model import Language

NASTALIQ = frozenset({"ur"})
"""Languages whose readers expect this hand of the Arabic script."""

TRADITIONAL = frozenset({"TW", "HK", "MO"})
"""Where Chinese is written in traditional characters."""


CODE = re.compile(r"[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|[0-9]{3}))?")
"""BCP 47: language, script, territory, each in the letters that it is written in."""

LEAST_LETTERS = 3  # of a name that is begun

NO_LANGUAGES = frozenset({"und", "mul", "zxx", "mis"})


def read_language(code: str) -> Language:
    """Return a language's names and direction; raise PlainleafError for an unknown code."""
    locale = find_locale(code)
    if locale is None:
        message = f"{code[:40]!r} is no language code."
        hint = _nearest_code(code)
        raise PlainleafError(Finding(f"language {code}", None, "unknown-language", message, hint))
    own = locale.get_display_name() or code
    english = locale.get_display_name("en") or code
    direction = "rtl" if locale.character_order == "right-to-left" else "ltr"
    return Language(code, own[:1].upper() + own[1:], english, direction)


def _nearest_code(name: str) -> str:
    """Return a hint with the code that a wrong one, a country or a language's name is near."""
    words = name.replace("_", "-")
    named = Locale("en").languages.items()
    names = {str(each).casefold(): code for code, each in named if localedata.exists(code)}
    codes = {code.replace("_", "-").casefold(): code for code in localedata.locale_identifiers()}
    known = codes | names
    begun = (code for each, code in sorted(names.items()) if each.startswith(words.casefold()))
    close = get_close_matches(words.casefold(), known, n=1, cutoff=0.7)
    by_country = get_global("likely_subtags").get(f"und_{words.upper()}", "").split("_")[0]
    found = codes.get(words.casefold()) or by_country or next(begun, "")
    found = found or _named_itself(name) or (known[close[0]] if close else "")
    written = found.replace("_", "-")
    return f"Did you mean {written!r}?" if written else "Use a code such as 'es' or 'zh-Hans'."


def _named_itself(name: str) -> str:
    """Return the code of the language whose own readers call it so: this asks each one."""
    words = _plain(name)
    for code in localedata.locale_identifiers():
        if "_" not in code:
            names = localedata.load(code).get("languages", {})
            if words == _plain(str(names.get(code, ""))):
                return code
    return ""


def meant(name: str, known: Iterable[str]) -> str:
    """Return which of some codes a name or another code stands for; empty for none of them."""
    words = _plain(name)
    names = {each: code for code in known for each in (_plain(code), *_names(code))}
    begun = (each for each in names if len(words) >= LEAST_LETTERS and each.startswith(words))
    close = get_close_matches(words, names, n=1, cutoff=0.75)
    bases = {code.partition("-")[0]: code for code in reversed([*known])}
    by_country = ""
    if not find_locale(name):  # "ar" is Arabic before it is Argentina
        by_country = get_global("likely_subtags").get(f"und_{name.upper()}", "").split("_")[0]
    found = words if words in names else next(begun, "") or next(iter(close), "")
    return names.get(found) or bases.get(words.partition("-")[0]) or bases.get(by_country, "")


def _names(code: str) -> tuple[str, ...]:
    """Return what a language is called in English, and by its own readers."""
    locale = find_locale(code.replace("_", "-"))
    if locale is None:
        return ()
    names = (locale.get_display_name("en"), locale.get_display_name(), locale.get_language_name())
    return tuple(_plain(each) for each in names if each)


def _plain(name: str) -> str:
    """Return a name without what people leave out: capitals, accents."""
    folded = unicodedata.normalize("NFKD", name.casefold().replace("_", "-"))
    return "".join(letter for letter in folded if not unicodedata.combining(letter))


def find_locale(code: str) -> Locale | None:
    """Return what the CLDR knows of a language; its code must be written as BCP 47 says."""
    if not CODE.fullmatch(code) or code in NO_LANGUAGES:
        return None
    try:
        return Locale.parse(code, sep="-")
    except (UnknownLocaleError, ValueError):
        return None


def long_date(day: date, code: str) -> str:
    """Return a date as the language's readers write it."""
    return format_date(day, "long", locale=find_locale(code))


def listed(names: Sequence[str], code: str) -> str:
    """Return names in one row, as the language's readers write it."""
    return format_list(names, locale=find_locale(code))


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
