"""Names, directions and scripts of languages."""

import pytest

from plainleaf.errors import PlainleafError
from plainleaf.languages import meant, read_language, script_of
from plainleaf.model import Language


def test_language_as_readers_and_staff_know_it() -> None:
    assert read_language("ar") == Language("ar", "العربية", "Arabic", "rtl")


@pytest.mark.parametrize(
    ("code", "nearest"),
    [
        ("jp", "ja"),
        ("sp", "es"),
        ("Spanish", "es"),
        ("frensh", "fr"),
        ("es_MX", "es-MX"),
        ("ES", "es"),
        ("zh-hans", "zh-Hans"),
        ("Español", "es"),
        ("espanol", "es"),
        ("Deutsch", "de"),
        ("العربية", "ar"),
    ],
)
def test_wrong_code_shows_the_nearest(code: str, nearest: str) -> None:
    with pytest.raises(PlainleafError, match=f"Did you mean '{nearest}'"):
        read_language(code)


@pytest.mark.parametrize("code", ["und", "root", "xx", "es.po", ""])
def test_what_is_no_language_is_told(code: str) -> None:
    with pytest.raises(PlainleafError, match="is no language code"):
        read_language(code)


@pytest.mark.parametrize(
    ("code", "script"),
    [
        ("es", "Latn"),
        ("ur", "Aran"),
        ("fa", "Arab"),
        ("zh", "Hans"),
        ("zh-TW", "Hant"),
    ],
)
def test_script_of_a_language(code: str, script: str) -> None:
    assert script_of(code) == script


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("english", "en"),
        ("English", "en"),
        ("Spanish", "es"),
        ("Spansh", "es"),
        ("Español", "es"),
        ("espanol", "es"),
        ("ES", "es"),
        ("es_MX", "es"),
        ("es-419", "es"),
        ("mx", "es"),
        ("Chinese", "zh-Hans"),
        ("zh", "zh-Hans"),
        ("zh_hans", "zh-Hans"),
        ("العربية", "ar"),
        ("हिन्दी", "hi"),
        ("vi", ""),
        ("Vietnamese", ""),
        ("klingon", ""),
        ("e", ""),
        ("", ""),
        ("x" * 200, ""),
    ],
)
def test_name_means_one_of_the_codes_there_are(name: str, code: str) -> None:
    assert meant(name, ("en", "es", "zh-Hans", "ar", "hi")) == code
