# ruff: noqa: E501  # a row is a text
"""Where a text is of another script than its language's."""

import pytest

from plainleaf.text.scripts import stretches

TEXTS = [
    # A word within a sentence: its letters, and what stands between them.
    ("Latn", "Ask for 中文 (Chinese).", [("Hani", "中文")]),
    ("Latn", "Ask for العربية.", [("Arab", "العربية")]),
    ("Latn", "The words سرطان الدم mean leukemia", [("Arab", "سرطان الدم")]),
    ("Latn", "(中文)", [("Hani", "(中文)")]),
    ("Latn", "中文 | العربية | አማርኛ", [("Hani", "中文"), ("Arab", "العربية"), ("Ethi", "አማርኛ")]),
    # A sentence, or a part of one, with its figures and marks.
    ("Latn", "Help is free. 請致電 (555) 010-0123。 Thanks", [("Hani", "請致電 (555) 010-0123。")]),
    ("Latn", "Arabic: اتصل (555) 010-0123.", [("Arab", "اتصل (555) 010-0123")]),
    ("Latn", "Ask. اتصل (555) 010-0123. Now", [("Arab", "اتصل (555) 010-0123.")]),
    ("Latn", "العربية: اتصل 5. Español", [("Arab", "العربية: اتصل 5.")]),
    ("Latn", "звоните 5. Вот", [("Cyrl", "звоните 5. Вот")]),
    # What is mostly of a right-to-left script, with its Latin words; a name stays in front.
    ("Latn", "خذ Tylenol 500 mg كل 6 ساعات.", [("Arab", "خذ Tylenol 500 mg كل 6 ساعات.")]),
    ("Latn", "Arabic / العربية: اتصل 5 (TTY: 711) الآن.", [("Arab", "اتصل 5 (TTY: 711) الآن.")]),
    ("Latn", "Persian (فارسی): با 1-800 تماس بگیرید.", [("Arab", "با 1-800 تماس بگیرید.")]),
    ("Latn", "Arabic (العربية): اتصل بنا.", [("Arab", "اتصل بنا.")]),
    ("Latn", "Help is free. اتصل (TTY: 711) الآن. Call us now", [("Arab", "اتصل (TTY: 711) الآن.")]),
    ("Latn", "العربية: اتصل بنا الآن. Español: llame.", [("Arab", "العربية: اتصل بنا الآن.")]),
    ("Latn", "Arabic: اتصل 5-1 (TTY: 711).", [("Arab", "اتصل 5-1 (TTY: 711).")]),
    ("Latn", "NOTE: For Arabic: اتصل 5 (TTY: 711) الآن.", [("Arab", "اتصل 5 (TTY: 711) الآن.")]),
    ("Latn", "[TTY: 7] اتصل بنا 1-8 (24 h) الآن", [("Arab", "[TTY: 7] اتصل بنا 1-8 (24 h) الآن")]),
    # Names among other words are words.
    ("Latn", "Language: العربية (Arabic)", [("Arab", "العربية")]),
    ("Latn", "Arabic / العربية", [("Arab", "العربية")]),
    ("Latn", "English | العربية | فارسی | اردو", [("Arab", "العربية | فارسی | اردو")]),
    ("Latn", "Your doctor is محمد العربي عبد الرحمن.", [("Arab", "محمد العربي عبد الرحمن")]),
    ("Latn", "Your doctor: محمد العربي عبد (Ward 5)", [("Arab", "محمد العربي عبد")]),
    ("Cyrl", "русский العربية اتصل", [("Arab", "العربية اتصل")]),
    # Han belongs to the language of the letters in its sentence.
    ("Latn", "日本語: 無料の通訳. 中文", [("Jpan", "日本語: 無料の通訳."), ("Hani", "中文")]),
    ("Latn", "漢字 한국어", [("Kore", "漢字 한국어")]),
    ("Jpan", "漢字とかな 中文", []),
    ("Kore", "한국 漢字", []),
    ("Hans", "看医生 にほん 한국", [("Jpan", "にほん"), ("Kore", "한국")]),
    # Marks, joiners and numbers of a script.
    ("Latn", "word حَرَكَ end", [("Arab", "حَرَكَ")]),
    ("Latn", "word सर्वे, हिंदी end", [("Deva", "सर्वे, हिंदी")]),
    ("Latn", "a русски\u0301 b", [("Cyrl", "русски\u0301")]),
    ("Khmr", "ភាសា English ไทย", [("Thai", "ไทย")]),
    ("Aran", "پانی العربية", []),
    ("Arab", "اتصل 中文 الآن", [("Hani", "中文")]),
    ("Grek", "Καλά русский", [("Cyrl", "русский")]),
    # No other script: Latin letters, signs, a letter that stands for a thing.
    ("Latn", "Núñez Nguyễn ɔʃ ≥ 38 °C → ✓ ⅓ ℞ ₦5", []),
    ("Latn", "5 μg, β-blocker, TNF-α, α β", []),
    ("Arab", "خذ Tylenol (5 mg)", []),
    ("Hans", "服用 Tylenol 5 mg", []),
    ("Latn", "", []),
    ("", "中文", []),
]  # fmt: skip


@pytest.mark.parametrize(("script", "text", "expected"), TEXTS)
def test_stretches_of_other_scripts(
    script: str, text: str, expected: list[tuple[str, str]]
) -> None:
    found = stretches(text, script)
    assert [(each.script, text[each.start : each.end]) for each in found] == expected
