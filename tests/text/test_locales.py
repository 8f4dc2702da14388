"""Scripts, directions, dates and lists of languages."""

from datetime import date

import pytest
from babel import Locale, localedata

from plainleaf.text.locales import (
    direction_of,
    find_locale,
    is_written_in,
    listed,
    long_date,
    script_of,
)

VERTICAL = "Mong"
"""Written from top to bottom, which no page here is."""


@pytest.mark.parametrize(
    ("code", "script"),
    [
        ("es", "Latn"),
        ("es-419", "Latn"),
        ("ur", "Aran"),
        ("ur-PK", "Aran"),
        ("ur-Latn", "Latn"),
        ("fa", "Arab"),
        ("pa", "Guru"),
        ("pa-Arab", "Arab"),
        ("pa-PK", "Arab"),
        ("ku-Arab", "Arab"),
        ("sh", "Latn"),
        ("sr", "Cyrl"),
        ("zh", "Hans"),
        ("zh-CN", "Hans"),
        ("zh-TW", "Hant"),
        ("zh-HK", "Hant"),
        ("yue", "Hant"),
        ("mww", "Latn"),
        ("hnj-Latn", "Latn"),
        ("kar", "Mymr"),
        ("aii", "Syrc"),
        ("prs", "Arab"),
        ("xx", ""),
        ("xx-Arab", "Arab"),
        ("", ""),
    ],
)
def test_script_of_a_language(code: str, script: str) -> None:
    assert script_of(code) == script


def test_direction_is_that_of_the_cldr_in_each_language() -> None:
    codes = [code.replace("_", "-") for code in localedata.locale_identifiers()]
    found = {code: direction_of(code) for code in codes if script_of(code) != VERTICAL}
    orders = {code: Locale.parse(code, sep="-").character_order for code in found}
    sides = {"right-to-left": "rtl", "left-to-right": "ltr"}
    assert found == {code: sides[order] for code, order in orders.items()}


@pytest.mark.parametrize(
    ("code", "direction"),
    [
        *dict.fromkeys(("ckb", "sdh", "lrc", "ks", "rhg", "aii", "prs", "haz"), "rtl").items(),
        *dict.fromkeys(("uz-Arab", "pa-Arab", "pa-PK", "az-Arab", "ku-Arab"), "rtl").items(),
        *dict.fromkeys(("ms-Arab", "ha-Arab", "ff-Adlm", "xx-Arab", "yi", "syr"), "rtl").items(),
        *dict.fromkeys(("AR", "ar-eg", "uz-arab-af", "he-IL-x-old", "und-Arab"), "rtl").items(),
        *dict.fromkeys(("de-1996", "EN-us", "und-EG", "-", "x-ar", "\u202e"), "ltr").items(),
        *dict.fromkeys(("uz", "pa", "az", "ku", "ms", "ha", "ff", "rhg-Latn"), "ltr").items(),
        *dict.fromkeys(("ckb-Latn", "ks-Deva", "sd-Deva", "hmn", "ksw", "xx", ""), "ltr").items(),
    ],
)  # fmt: skip
def test_direction_is_that_of_the_script(code: str, direction: str) -> None:
    assert direction_of(code) == direction


@pytest.mark.parametrize(
    ("code", "written"),
    [
        ("en", "January 2, 2026"),
        ("ar", "2 يناير 2026"),
        ("prs", "2 جنوری 2026"),
        ("kmr", "2ê rêbendana 2026an"),
        ("vi-US", "2 tháng 1, 2026"),
        ("sdh", "2026-01-02"),  # the CLDR has no names of its months
        ("ku-Arab", "2026-01-02"),  # it has those in Latin letters
        ("hmn", "2026-01-02"),
        ("xx", "2026-01-02"),
    ],
)
def test_date_as_readers_write_it(code: str, written: str) -> None:
    assert long_date(date(2026, 1, 2), code) == written


@pytest.mark.parametrize(
    ("code", "written"), [("en", "A, B, and C"), ("es", "A, B y C"), ("hmn", "A, B, C")]
)
def test_list_as_readers_write_it(code: str, written: str) -> None:
    assert listed(["A", "B", "C"], code) == written


@pytest.mark.parametrize("code", ["hmn", "ku-Arab", "rhg-Latn", "und", "root", "en_US", "x", ""])
def test_no_locale_stands_in_for_another(code: str) -> None:
    """Babel would take that of the machine, or one in another script."""
    assert find_locale(code) is None


@pytest.mark.parametrize(
    ("text", "script", "is_so"),
    [
        ("Kurdî (1)", "Latn", True),
        ("کوردی Kurdî", "Arab", True),
        ("اردو", "Aran", True),
        ("کوردی", "Latn", False),
        ("日本語の", "Jpan", True),
        ("한국어", "Kore", True),
        ("中文", "Hans", True),
        ("中文", "Arab", False),
        ("", "Latn", True),
    ],
)
def test_script_that_a_text_is_written_in(text: str, script: str, is_so: bool) -> None:
    assert is_written_in(text, script) is is_so
