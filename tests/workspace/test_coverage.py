"""Which letters no font here prints."""

import subprocess
import sys
from pathlib import Path

import pytest

from plainleaf.workspace.coverage import lacking
from plainleaf.workspace.fonts import FILES, NOTO, family_of

STYLES = Path(__file__).parents[2] / "styles/base/languages.css"


@pytest.mark.parametrize(
    "text",
    [
        "plain “text” – Łódź 5 °C …",
        "≥ ≤ − → ← ✓ ✔ ✗ ☐ ☑ ★ ☎ ⚠ ① ⑩ ♿ ≈ ± × ÷ √ ∞ ² ³ ⅓ ½ ℞ ™ ₹ ₦ ₫ ● ■ ♥ ✉",
        "⚠️ ☎️ ✔\ufe0e a\u200db \u200f\u00ad\u2009",
        "中文 日本語 かな 한국어 العربية עברית አማርኛ हिन्दी ខ្មែរ",
        "ไทย ລາວ မြန်မာ བོད ᏣᎳᎩ Ελλ Рус հայ ქარ",
    ],
)
def test_fonts_have_it(text: str) -> None:
    assert lacking([text]) == frozenset()


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("Walk 🚶 ✅ 📞 💊", "🚶✅📞💊"),
        ("👍🏽", "🏽"),
        ("🇺🇸", "🇺🇸"),
        ("1\ufe0f\u20e3 and 1\u20dd", "\u20e3\u20dd"),
        ("\uf0b7 a bullet of Word's", "\uf0b7"),
        ("ꦗꦮ", "ꦗꦮ"),
    ],
)
def test_letters_that_no_font_has(text: str, letters: str) -> None:
    assert lacking(["plain", text]) == frozenset(letters)


def test_without_fonts_all_but_the_plainest_is_lacking(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("plainleaf.workspace.coverage.font_files", lambda extra: [])
    assert lacking(["a “é” ≥ 中"]) == {"≥", "中"}


def test_plain_text_needs_no_look_at_a_font() -> None:
    script = (
        "from plainleaf.workspace.coverage import lacking; import sys; lacking(['a “é” – 5']); "
    )
    script += "print('fontTools.ttLib' in sys.modules)"
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True)
    assert run.stdout.strip() == b"False"


def test_styles_name_the_families_that_are_looked_at() -> None:
    """In their order: those of signs, then those of scripts, without the hands of one language."""
    named = STYLES.read_text("utf-8").split("--others:")[1].split(";")[0]
    scripts = (script for script in FILES if script not in ("Aran", "Hant", "Jpan", "Kore"))
    first, *rest = dict.fromkeys(map(family_of, scripts))
    expected = [first, *NOTO.symbols, *rest]
    assert [family.strip().strip('"') for family in named.split(",")] == expected
