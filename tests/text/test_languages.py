"""What languages are called."""

from collections.abc import Iterator

import pytest
from babel import Locale, localedata

from plainleaf.errors import PlainleafError
from plainleaf.model import Language, Names
from plainleaf.text.languages import find_language, name_in, read_language
from plainleaf.text.lexicon import named
from plainleaf.text.locales import is_written_in, script_of

PRINTED = ("hmn", "mww", "ksw", "kar", "mh", "sm", "chk", "ilo", "cnh", "prs", "mam", "kri", "aii")
"""By clinics of the United States; Babel has no locale for them."""


def test_language_as_readers_and_staff_know_it() -> None:
    assert read_language("ar") == Language("ar", "العربية", "Arabic", "rtl")


@pytest.mark.parametrize(
    ("code", "own", "english"),
    [
        ("kmr", "Kurdî (kurmancî)", "Kurdish"),
        ("tl", "Tagalog", "Tagalog"),
        ("tl-PH", "Tagalog (Pilipinas)", "Tagalog (Philippines)"),
        ("fa-AF", "دری", "Dari"),
        ("prs", "دری", "Dari"),
        ("fa", "فارسی", "Persian"),
        ("es-MX", "Español (México)", "Spanish (Mexico)"),
        ("pt-BR", "Português (Brasil)", "Portuguese (Brazil)"),
        ("zh-Hans", "中文 (简体)", "Chinese (Simplified)"),
        ("zh-TW", "中文 (繁體, 台灣)", "Chinese (Traditional, Taiwan)"),
        ("uz-Arab", "اوزبیک (عربی)", "Uzbek (Arabic)"),
        ("ku-Arab", "کوردی (کورمانجی)", "Kurdish (Arabic)"),
        ("ckb-Latn", "Central Kurdish (Latin)", "Central Kurdish (Latin)"),
        ("hmn", "Hmoob", "Hmong"),
        ("mww", "Hmoob Dawb", "White Hmong"),
        ("sm", "Gagana Samoa", "Samoan"),
        ("ilo", "Ilokano", "Iloko"),
        ("tw", "Twi", "Twi"),
        ("vi-US", "Tiếng Việt (Hoa Kỳ)", "Vietnamese (United States)"),
    ],
)
def test_language_by_its_own_name_and_a_region_that_is_written(
    code: str, own: str, english: str
) -> None:
    found = read_language(code)
    assert (found.own_name, found.english_name) == (own, english)


@pytest.mark.parametrize("code", PRINTED)
def test_language_that_clinics_print_is_known(code: str) -> None:
    found = read_language(code)
    assert (found.own_name != code, is_written_in(found.own_name, script_of(code))) == (True, True)


def test_name_is_in_the_script_of_its_language() -> None:
    """Else it would be set in a font that nobody chose, on the sheets of all others too."""
    found = filter(None, map(find_language, codes()))
    names = {each.code: each.own_name for each in found}
    strange = {code for code, own in names.items() if not is_written_in(own, script_of(code))}
    assert (strange, len(names) > 500) == (set(), True)


def codes() -> Iterator[str]:
    listed = {*localedata.locale_identifiers(), *Locale("en").languages, *named()}
    yield from sorted(code.replace("_", "-") for code in listed)


@pytest.mark.parametrize("code", ["und", "und-EG", "root", "xx", "es.po", "es-Abcd", "es-UK", ""])
def test_what_is_no_language_is_told(code: str) -> None:
    with pytest.raises(PlainleafError, match="is no language code"):
        read_language(code)


def test_language_that_nobody_names_can_be_named() -> None:
    with pytest.raises(PlainleafError, match=r"To print it, name it .*\[languages\.hni\]"):
        read_language("hni")
    names = {"hni": Names("Haqniqdoq", "Hani")}
    assert read_language("hni", names) == Language("hni", "Haqniqdoq", "Hani", "ltr")


def test_workspace_may_name_a_language_otherwise() -> None:
    assert read_language("ilo", {"ilo": Names("Iloko")}).own_name == "Iloko"
    assert read_language("ilo", {"ilo": Names("Iloko")}).english_name == "Iloko"
    assert read_language("xyz-Arab", {"xyz-Arab": Names("سعد", "Saad")}).direction == "rtl"


def test_name_in_another_script_than_the_code_says_is_told() -> None:
    with pytest.raises(PlainleafError, match=r"is not in its script \(Latn\)"):
        read_language("hni", {"hni": Names("سعد", "Saad")})


def test_script_that_only_the_code_can_say_is_asked_for() -> None:
    """Styles go by the code."""
    kayah = Names("ꤊꤢ꤬ꤛꤢ꤭", "Kayah")
    with pytest.raises(PlainleafError, match=r"\[languages\.kyu-Kali\]"):
        read_language("kyu")
    with pytest.raises(PlainleafError, match="Write 'kyu-Kali'"):
        read_language("kyu", {"kyu": kayah})
    assert read_language("kyu-Kali", {"kyu-Kali": kayah}).english_name == "Kayah"


@pytest.mark.parametrize(
    ("code", "reader", "name"),
    [
        ("en", "es", "inglés"),
        ("es", "en", "Spanish"),
        ("en", "hmn", "English"),
        ("mww", "es", "White Hmong"),
        ("xx", "es", "xx"),
    ],
)
def test_what_readers_of_another_language_call_it(code: str, reader: str, name: str) -> None:
    assert name_in(code, reader) == name
