"""Words of another script are marked with the likeliest language of it."""

import pytest

from plainleaf.text.controls import LRI, PDI
from plainleaf.text.foreign import mark_html, sole_language
from plainleaf.text.languages import language_of, read_language
from plainleaf.text.locales import script_of
from plainleaf.workspace.fonts import FILES

ZH, AR = '<span lang="zh" dir="ltr">', '<span lang="ar" dir="rtl">'
END = "</span>"


@pytest.mark.parametrize(
    ("language", "markup", "expected"),
    [
        ("en", "plain &amp; &quot;text&quot;", "plain &amp; &quot;text&quot;"),
        ("en", "a &lt; 中文 &amp; b", f"a &lt; {ZH}中文{END} &amp; b"),
        ("en", "a <strong>中文</strong> b", f"a <strong>{ZH}中文{END}</strong> b"),
        ("en", "a <strong>中</strong>文 b", f"a {ZH}<strong>中</strong>文{END} b"),
        (
            "en",
            'a <a href="#x">中<strong>文</strong></a> b',
            f'a <a href="#x">{ZH}中<strong>文</strong>{END}</a> b',
        ),
        # What cannot stand in one element stands in two.
        (
            "en",
            "<strong>a 中</strong>文 b",
            f"<strong>a {ZH}中{END}</strong>{ZH}文{END} b",
        ),
        ("en", "中<br />文 b", f"{ZH}中<br />文{END} b"),
        ("en", "A: اتصل 5 mg الآن", f"A: {AR}اتصل {LRI}5 mg{PDI} الآن{END}"),
        (
            "en",
            "A. اتصل (555) 010-0123. B",
            f"A. {AR}اتصل {LRI}(555) 010-0123{PDI}.{END} B",
        ),
        ("ar", "اتصل 中文 الآن", f"اتصل {ZH}中文{END} الآن"),
        ("fa", "آب العربية", "آب العربية"),
        # Words of the same language in another script that it is written in.
        ("uz", "suv сув", 'suv <span lang="uz-Cyrl" dir="ltr">сув</span>'),
        ("pa", "ਪਾਣੀ پانی", 'ਪਾਣੀ <span lang="pa-Arab" dir="rtl">پانی</span>'),
    ],
)
def test_words_are_marked(language: str, markup: str, expected: str) -> None:
    assert mark_html(markup, read_language(language)) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "中文：請致電 (555) 010-0123。", "zh"),
        ("en", "العربية: اتصل (555) 010-0123.", "ar"),
        ("en", "አማርኛ", "am"),
        ("en", "日本語でどうぞ", "ja"),
        ("ar", "中文", "zh"),
        ("uz", "сув ичинг", "uz-Cyrl"),
        # Mostly of a right-to-left script, with Latin words in it.
        ("en", "فارسی: با 1-800-555-0123 (TTY: 711) تماس بگیرید.", "ar"),
        ("en", "אם אתה דובר עברית: התקשר ל-1-800-555-0123 (TTY: 711) עכשיו.", "he"),
        ("en", "با 1-800-555-0123 تماس بگیرید. (TTY: 711)", "ar"),
        ("en", "خذ Panadol 500 mg (2 tablets) كل 6 ساعات.", "ar"),
        ("en", "خذ Acetaminophen مع الماء", "ar"),
        ("en", "العربية: دليل 5/325 mg", "ar"),
        ("zh", "العربية: دليل 5/325 mg", "ar"),
        ("ar", "אם אתה דובר עברית: התקשר (TTY: 711).", "he"),
        ("en", "Arabic / العربية: اتصل (TTY: 711) الآن.", None),
        ("en", "العربية (Arabic)", None),
        ("en", "Doctor محمد عبد الرحمن", None),
        ("en", "محمد is a common name in the family of عمر", None),
        ("en", "中文 (Chinese)", None),
        ("en", "中文 العربية", None),
        ("zh-Hans", "中文", None),
        ("en", "≥ 38 °C", None),
        ("ar", "Insulin 70/30", None),
    ],
)
def test_a_whole_text_may_be_in_another_language(
    language: str, text: str, expected: str | None
) -> None:
    found = sole_language(text, read_language(language))
    assert (found.code if found else None) == expected


NOBODY = ("Latn", "Aran", "Dsrt", "Kali")
"""Latin is at home everywhere, Nastaliq is a hand; of the others no language has a name here."""


@pytest.mark.parametrize("script", [each for each in FILES if each not in NOBODY])
def test_likeliest_language_is_set_in_that_script(script: str) -> None:
    language = language_of(script)
    assert language
    assert script_of(language.code) == script


@pytest.mark.parametrize("script", [*NOBODY, "Zyyy", ""])
def test_there_may_be_no_such_language(script: str) -> None:
    assert language_of(script) is None
