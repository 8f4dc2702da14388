"""What was meant by a wrong name or code of a language."""

import pytest

from plainleaf.text.meant import meant, nearest_code


@pytest.mark.parametrize(
    ("code", "nearest"),
    [
        ("jp", "ja"),
        ("sp", "es"),
        ("Spanish", "es"),
        ("frensh", "fr"),
        ("es_MX", "es-MX"),
        ("es-UK", "es"),
        ("ES", "es"),
        ("zh-hans", "zh-Hans"),
        ("Español", "es"),
        ("espanol", "es"),
        ("Deutsch", "de"),
        ("العربية", "ar"),
        ("Hmong", "hmn"),
        ("hmoob", "hmn"),
        ("HMN", "hmn"),
        ("Karen", "kar"),
        ("Samoan", "sm"),
    ],
)
def test_wrong_code_shows_the_nearest(code: str, nearest: str) -> None:
    assert nearest_code(code) == f"Did you mean {nearest!r}?"


@pytest.mark.parametrize("code", ["hni", "xyz", "xyz-Arab", "qq"])
def test_what_is_built_like_a_code_is_near_to_none_by_chance(code: str) -> None:
    hint = nearest_code(code)
    assert ("Did you mean" in hint, f"[languages.{code}]" in hint) == (False, True)


@pytest.mark.parametrize("code", ["und", "root", "es.po", ""])
def test_what_can_be_no_code_is_not_to_be_named(code: str) -> None:
    assert nearest_code(code) == "Use a code such as 'es' or 'zh-Hans'."


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
