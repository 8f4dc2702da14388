# ruff: noqa: E501  # a row holds the whole expected message
"""Parity: what a translation may not change."""

from datetime import date

import pytest

from plainleaf.checks.text.parity import check_parity
from plainleaf.model import Catalogue, Edition, Handout, Library, Translation, Unit


def said(source: str, text: str, code: str = "es") -> list[str]:
    """Return what is said of one unit and its translation."""
    handout = Handout(
        name="tea",
        path="handouts/tea/handout.md",
        title=Unit("title", source, 1),
        summary=Unit("summary", "Tea.", 1),
        publisher="",
        version="1",
        reviewed=date(2026, 1, 2),
        review_by=date(2028, 1, 2),
        sources=(),
        lead=(),
        sections=(),
    )
    messages = {"title": Translation(source, text, fuzzy=False, line=7)}
    library = Library(
        handouts={"tea": handout},
        catalogues={("tea", code): Catalogue(code, f"{code}.po", messages)},
        words={},
        brands={},
        languages={},
    )
    edition = Edition("tea", (code,), "patient", "standard", "sheet", "letter")
    return [
        f"{f.path}:{f.line} {f.severity} {f.message}" for f in check_parity(library, [edition])
    ]


@pytest.mark.parametrize(
    ("source", "text", "code"),
    [
        ("Take 1,200 mg.", "Tome 1.200 mg.", "es"),
        ("Take 5 mg at 10:30.", "خذ ٥ مجم في الساعة ١٠:٣٠.", "ar"),
        ("Take 0.5 mL.", "0.5 毫升。", "zh-Hans"),
        ("Call (555) 010-1234.", "(555) 010-1234 पर फ़ोन करें।", "hi"),
        ("7 of 100 people", "१०० में से ७ लोग", "hi"),
        ("Do not wait.", "Không chờ.", "vi"),
        ("Take it two times a day.", "Tómelo 2 veces al día.", "es"),
        ("See [here](https://tea.example/).", "[此处](https://tea.example/)。", "zh-Hans"),
    ],
)
def test_the_same_in_another_script_is_no_fault(source: str, text: str, code: str) -> None:
    assert said(source, text, code) == []


@pytest.mark.parametrize(
    ("source", "text", "expected"),
    [
        ("7 of 100", "9 de 100", "error the translation of 'title' lacks number 7 and adds number 9."),
        ("Take 5 mg.", "Tome 50 mg.", "error the translation of 'title' lacks dose 5 mg and adds dose 50 mg."),
        ("Take 5 mg.", "Tome 5.", "error the translation of 'title' lacks dose 5 mg and adds number 5."),
        ("Above 100.4 °F", "Más de 38 °C", "error the translation of 'title' lacks dose 100.4 °f and adds dose 38 °c."),
        ("Take 5 mg.", "Tome 5 mcg.", "error the translation of 'title' lacks dose 5 mg and adds dose 5 mcg."),
        ("At 10:30.", "A las 10:20.", "error the translation of 'title' lacks time 10:30 and adds time 10:20."),
        ("Call (555) 010-1234.", "Llame.", "error the translation of 'title' lacks phone 5550101234."),
        ("20% of them", "30% de ellos", "error the translation of 'title' lacks percent 20% and adds percent 30%."),
        ("[a](https://a.example/)", "[a](https://b.example/)", "warning the translation of 'title' lacks link https://a.example/ and adds link https://b.example/."),
        ("Write to a@b.example.", "Escriba.", "warning the translation of 'title' lacks email a@b.example."),
        ("Do not wait.", "Espere.", "warning only one of 'title' and its translation says 'not' or its like."),
        ("Wait.", "No espere.", "warning only one of 'title' and its translation says 'not' or its like."),
    ],
)  # fmt: skip
def test_a_difference_is_told(source: str, text: str, expected: str) -> None:
    assert said(source, text) == [f"es.po:7 {expected}"]


@pytest.mark.parametrize(
    ("source", "text", "code", "figures"),
    [
        ("2 of them", "Dos de ellos.", "es", "number 2"),
        ("Take 5 mg.", "קחו 5 מ״ג.", "he", "dose 5 mg"),
        ("At 8 pm.", "Um 8 Uhr abends.", "de", "time 20:00"),
    ],
)
def test_what_may_be_the_same_in_words_is_a_warning(
    source: str, text: str, code: str, figures: str
) -> None:
    told = f"the translation of 'title' writes {figures} in words that we do not know."
    assert said(source, text, code) == [f"{code}.po:7 warning {told}"]


def test_another_number_is_an_error_in_any_language() -> None:
    told = "lacks dose 5 mg and adds number 50."
    assert said("Take 5 mg.", "קחו 50 מ״ג.", "he") == [
        f"he.po:7 error the translation of 'title' {told}"
    ]


def test_negations_of_an_unlisted_language_are_not_judged() -> None:
    assert said("Do not wait.", "Odota.", "fi") == []


def test_a_text_that_is_not_current_is_left_to_another_check() -> None:
    assert said("7 of 100", "") == []
