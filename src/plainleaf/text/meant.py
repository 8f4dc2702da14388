"""A wrong name or code of a language → the code that was meant."""

import unicodedata
from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from babel import Locale, localedata
from babel.core import get_global

from plainleaf.model import LANGUAGE_CODE
from plainleaf.text.lexicon import lexicon_of, named
from plainleaf.text.locales import is_code, nearest_locale

LEAST_LETTERS = 3  # of a name that is begun

ANY = "Use a code such as 'es' or 'zh-Hans'"


def nearest_code(name: str) -> str:
    """Return a hint with the code that a wrong one, a country or a language's name is near.

    What is built like a code is near to others by chance: 'hmn' to 'mn'.
    """
    words = name.replace("_", "-").casefold()
    if not words:
        return f"{ANY}."
    names = {each.casefold(): code for each, code in _english_names()}
    listed = (*localedata.locale_identifiers(), *named())
    codes = {_hyphened(code).casefold(): code for code in listed}
    known = codes | names
    begun = (code for each, code in sorted(names.items()) if each.startswith(words))
    is_built = LANGUAGE_CODE.fullmatch(name) is not None
    base = codes.get(words.partition("-")[0], "") if is_built else ""
    close = [] if is_built else get_close_matches(words, known, n=1, cutoff=0.7)
    found = codes.get(words) or names.get(words) or _of_country(name) or next(begun, "")
    found = found or base or _named_itself(name) or (known[close[0]] if close else "")
    if found:
        return f"Did you mean {_hyphened(found)!r}?"
    return f"{ANY}. If it is one, {name_it(name)}" if is_code(name) else f"{ANY}."


def name_it(code: str) -> str:
    """Return how a workspace gives a language its names."""
    return (
        f"name it in plainleaf.toml: [languages.{code}]"
        ' with own-name = "…" and english-name = "…".'
    )


def _english_names() -> Iterator[tuple[str, str]]:
    """Yield what languages are called in English, and the code of each."""
    for code, name in Locale("en").languages.items():
        yield str(name), code
    yield from ((row.english_name, code) for code, row in named().items() if row.english_name)


def _of_country(name: str) -> str:
    """Return the language of a country that is named by its code."""
    return str(get_global("likely_subtags").get(f"und_{name.upper()}", "")).split("_")[0]


def _named_itself(name: str) -> str:
    """Return the code of the language whose own readers call it so: this asks each one."""
    words = _plain(name)
    for code in localedata.locale_identifiers():
        if "_" not in code:
            names = localedata.load(code).get("languages", {})
            if words == _plain(str(names.get(code, ""))):
                return code
    return next(
        (code for code, row in named().items() if row.own_name and words == _plain(row.own_name)),
        "",
    )


def meant(name: str, known: Iterable[str]) -> str:
    """Return which of some codes a name or another code stands for; empty for none of them."""
    words = _plain(name)
    names = {each: code for code in known for each in (_plain(code), *_names(code))}
    begun = (each for each in names if len(words) >= LEAST_LETTERS and each.startswith(words))
    close = get_close_matches(words, names, n=1, cutoff=0.75)
    bases = {code.partition("-")[0]: code for code in reversed([*known])}
    # "ar" is Arabic before it is Argentina
    by_country = "" if nearest_locale(name) else _of_country(name)
    found = words if words in names else next(begun, "") or next(iter(close), "")
    return names.get(found) or bases.get(words.partition("-")[0]) or bases.get(by_country, "")


def _names(code: str) -> tuple[str, ...]:
    """Return what a language is called in English, and by its own readers."""
    row, locale = lexicon_of(code), nearest_locale(_hyphened(code))
    names = [row.english_name, row.own_name]
    if locale:
        names += [locale.get_display_name("en") or "", locale.get_display_name() or ""]
        names.append(locale.get_language_name() or "")
    return tuple(_plain(each) for each in names if each)


def _hyphened(code: str) -> str:
    return code.replace("_", "-")


def _plain(name: str) -> str:
    """Return a name without what people leave out: capitals, accents."""
    folded = unicodedata.normalize("NFKD", _hyphened(name).casefold())
    return "".join(letter for letter in folded if not unicodedata.combining(letter))
