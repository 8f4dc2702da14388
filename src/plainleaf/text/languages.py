"""Language code → what its readers and the staff call it: workspace, lexicon, CLDR."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from babel import Locale
from babel.core import get_global

from plainleaf.errors import Fault, PlainleafError
from plainleaf.model import Language, Names
from plainleaf.text.lexicon import Lexicon, lexicon_of
from plainleaf.text.locales import (
    direction_of,
    find_locale,
    is_code,
    is_written_in,
    nearest_locale,
    parts_of,
    present,
    script_of,
)
from plainleaf.text.meant import name_it, nearest_code

Named = Mapping[str, Names]
"""What a workspace calls languages, by code."""

NONE: Named = MappingProxyType({})


def read_language(code: str, named: Named = NONE) -> Language:
    """Return a language's names and direction; raise PlainleafError for an unknown code."""
    message, hint = _fault(code, named)
    found = find_language(code, named)
    if message or found is None:
        raise PlainleafError(Fault("unknown-language", message, hint))
    return found


def _fault(code: str, named: Named) -> tuple[str, str]:
    """Return what is wrong with a code and what to do; nothing where nothing is."""
    is_listed, own, script = (
        bool(english_name(code)),
        named.get(code, Names()).own,
        script_of(code),
    )
    if not _is_sound(code) or not (is_listed or own or _is_registered(code)):
        return f"{code[:40]!r} is no language code.", nearest_code(code)
    # Styles go by the code; of a language that nobody lists only its script tells them anything.
    whole = code if is_listed or script in ("", "Latn") else f"{parts_of(code).language}-{script}"
    if not (is_listed or own):
        return f"nobody here knows what {code!r} is called.", f"To print it, {name_it(whole)}"
    if whole != code:
        message = f"{code!r} is written in the script {script!r}, and does not say so."
        return message, f"Write {whole!r} as the name of the catalogue, and in plainleaf.toml."
    if not is_written_in(own, script or "Latn"):
        message = f"its own-name in plainleaf.toml, {own!r}, is not in its script ({script})."
        return message, f"Write the script in the code too, as in {parts_of(code).language}-Arab."
    return "", ""


def find_language(code: str, named: Named = NONE) -> Language | None:
    """Return a language's names and direction, if somebody names it."""
    if not _is_sound(code):
        return None
    given = named.get(code, Names())
    english = given.english or english_name(code)
    if not english:
        return None
    names = (given.own, _own_name(code))
    script = script_of(code)  # a name in another would be set in a font that nobody chose
    own = next((name for name in names if name and is_written_in(name, script)), english)
    return Language(code, own[:1].upper() + own[1:], english, direction_of(code))


@cache  # asked for each word of another script
def language_of(script: str, around: str = "") -> Language | None:
    """Return the likeliest language of a script, if the CLDR knows one that has a name.

    It is that of the text around, where that is written in this script too.
    """
    own = f"{parts_of(around).language}-{script}"
    if find_locale(own):
        return find_language(own)
    code = parts_of(str(get_global("likely_subtags").get(f"und_{script}", "")).replace("_", "-"))
    is_usual = script in ("Hani", script_of(code.language))
    return find_language(code.language if is_usual else f"{code.language}-{script}")


def name_in(code: str, reader: str) -> str:
    """Return what the readers of one language call another; English where they say nothing."""
    locale = find_locale(reader)
    said = str(locale.languages.get(_cldr_key(code), "")) if locale else ""
    named = _with_details(said, code, locale) if locale and said else ""
    return named or english_name(code) or code


def english_name(code: str) -> str:
    """Return what the staff call a language; empty if nobody knows."""
    row, is_whole = _named(code)
    english = Locale("en")
    listed = map(english.languages.get, (parts_of(code).language, _cldr_key(code)))
    said = row.english_name or str(next(filter(None, listed), ""))
    return said if is_whole and row.english_name else _with_details(said, code, english)


def _own_name(code: str) -> str:
    row, is_whole = _named(code)
    locale = nearest_locale(code)
    said = row.own_name or (str(locale.languages.get(locale.language, "")) if locale else "")
    return (
        _with_details(said, code, locale) if locale and not (is_whole and row.own_name) else said
    )


def _named(code: str) -> tuple[Lexicon, bool]:
    """Return our own names of a language, and whether they are of the code as it stands."""
    for each in (code, present(code)):
        if lexicon_of(each).is_named:
            return lexicon_of(each), True
    return lexicon_of(parts_of(code).language), False


def _cldr_key(code: str) -> str:
    locale = nearest_locale(code)
    return str(locale.language) if locale else parts_of(code).language


def _with_details(said: str, code: str, locale: Locale) -> str:
    """Return a name with the script that tells it apart, and with a region that is written."""
    _, script, territory = parts_of(code)
    found = nearest_locale(code)
    script = script or (str(found.script or "") if found else "")
    details = (locale.scripts.get(script), locale.territories.get(territory))
    listed = ", ".join(str(each) for each in details if each)
    return f"{said} ({listed})" if said and listed else said


def _is_sound(code: str) -> bool:
    """Whether a code could be one, and there are such a script and such a region."""
    if not is_code(code):
        return False
    _, script, territory = parts_of(code)
    english = Locale("en")
    is_script = not script or script in english.scripts
    return is_script and (not territory or territory in english.territories)


def _is_registered(code: str) -> bool:
    language = parts_of(code).language
    return any(language in get_global(name) for name in ("likely_subtags", "language_aliases"))
