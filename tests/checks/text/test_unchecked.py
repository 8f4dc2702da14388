"""A language without words of its own says what is not checked in it."""

from dataclasses import replace

import pytest

from plainleaf.checks.text.unchecked import check_unchecked
from plainleaf.model import Catalogue, Edition, Language
from plainleaf.text.lexicon import codes, lexicon_of
from tests.checks.text.test_text import GOOD


def unchecked(*languages: str, source: str = "en") -> list[str]:
    library = replace(
        GOOD,
        catalogues={("tea", code): Catalogue(code, f"{code}.po", {}) for code in languages},
        languages={"sv": Language("sv", "Svenska", "Swedish", "ltr")},
        source=source,
    )
    both = [(source, code) for code in languages]
    editions = [
        Edition("tea", spoken, "patient", size, "sheet", "a4")
        for spoken in (*((code,) for code in languages), *both)
        for size in ("large", "standard")
    ]
    return [
        f"{f.path}:{f.line} {f.severity} {f.message}" for f in check_unchecked(library, editions)
    ]


WORDS = "'not' and its like, numbers in words"
TOLD = "1 warning not checked in {}, whose words for it are not known here: {}."


def test_each_language_without_words_is_told_once() -> None:
    more = f"{WORDS}, units, parts of the day, months"
    assert unchecked("hmn", "sv", "es") == [
        f"hmn.po:{TOLD.format('hmn', more)}",
        f"sv.po:{TOLD.format('Swedish (sv)', WORDS)}",
    ]


def test_a_source_without_words_is_told_where_it_is_translated() -> None:
    told = TOLD.format("Swedish (sv)", WORDS)
    assert unchecked("es", source="sv") == [f"handouts/tea/handout.md:{told}"]
    assert unchecked(source="sv") == []


@pytest.mark.parametrize("code", ["zh-Hans", "yue", "fil", "es-MX", "fa-AF"])
def test_words_of_another_code_are_known(code: str) -> None:
    assert unchecked(code) == []


def test_languages_with_words_are_not_told() -> None:
    assert unchecked(*(code for code in codes() if lexicon_of(code).has_words)) == []
