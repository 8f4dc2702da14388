"""Names, directions and scripts of languages."""

import pytest

from plainleaf.errors import PlainleafError
from plainleaf.languages import read_language, script_of
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
