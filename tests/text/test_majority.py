"""Right-to-left texts with Latin words on a left-to-right sheet, asked of their glyphs."""

from unicodedata import normalize

import pypdfium2
import pytest

from plainleaf.model import Unit
from plainleaf.text.languages import read_language
from plainleaf.text.localize import _phrase
from tests.typesetting import Typeset

STYLE = """@page { size: 1200pt 100pt; margin: 10pt }
html { font: 18pt "Noto Sans", "Noto Sans Arabic", "Noto Sans Hebrew" }"""
PHONE = "1-800-555-0123"

FROM_RIGHT = {
    f"**فارسی:** با {PHONE} (TTY: 711) تماس بگیرید.": f"فارسی با {PHONE} TTY 711 تماس بگیرید .",
    f"**اردو:** کال کریں {PHONE} (TTY: 711)۔": f"اردو کال کریں {PHONE} TTY 711",
    f"אם אתה דובר: התקשר ל-{PHONE} (TTY: 711) עכשיו.": f"אם דובר התקשר {PHONE} TTY 711 עכשיו .",
    "خذ Panadol 500 mg (2 tablets) كل 6 ساعات.": "خذ Panadol500mg(2tablets) كل 6 ساعات .",
    "العربية: خذ Tylenol 500 mg كل 6 ساعات.": "العربية : خذ Tylenol500mg كل 6 ساعات .",
    "العربية: دليل 5/325 mg": "العربية : دليل 5/325mg",
    f"با {PHONE} تماس بگیرید. (TTY: 711)": f"با {PHONE} تماس بگیرید . TTY 711",
    "خذ **Acetaminophen** مع كوب": "خذ Acetaminophen مع كوب",
}
"""Texts, and what an eye that goes from the right meets one after another."""

NAMED = {
    f"Arabic / العربية: اتصل {PHONE} (TTY: 711) مجانا.": (
        "Arabic / العربية :",
        f"اتصل {PHONE} TTY 711 مجانا .",
    ),
    f"**Persian** (فارسی): با {PHONE} تماس بگیرید.": (
        "Persian فارسی :",
        f"با {PHONE} تماس بگیرید .",
    ),
    "**Arabic (العربية):** اتصل بنا.": ("Arabic العربية :", "اتصل بنا ."),
    f"Hebrew: התקשר {PHONE} (TTY: 711).": ("Hebrew :", f"התקשר {PHONE} TTY 711 ."),
}
"""Texts, what an eye meets from the left, and what it meets behind that from the right."""

FROM_LEFT = {
    "Ask for العربية and محمد now.": "Askfor العربية and محمد now.",
    "العربية (Arabic)": "العربية Arabic",
    "Language: العربية (Arabic)": "Language: العربية Arabic",
    "Your doctor is محمد عبد (Ward 5).": "Yourdoctoris محمد Ward5",
    "Call us today. اتصل بنا (TTY: 711) مجانا. Thank you": "Callustoday. مجانا 711 TTY Thankyou",
}
"""English with some words of another script, from the left."""


def row(text: str, typeset: Typeset) -> str:
    """Return what is drawn of an English sheet's text, from left to right."""
    english = read_language("en")
    said = _phrase(Unit("a", text, 1), english, english, None, frozenset())
    body = f'<p lang="{said.language}" dir="{said.direction}">{said.html}</p>'
    page = pypdfium2.PdfDocument(typeset(body, STYLE))[0].get_textpage()
    found = [
        (page.get_charbox(n)[0], normalize("NFKC", page.get_text_range(n, 1)))
        for n in range(page.count_chars())
    ]
    return "".join(sign for _, sign in sorted(found) if not sign.isspace())


def places(row: str, pieces: str, start: int = 0) -> list[int]:
    """Return where each piece is met; right-to-left words are drawn from their last letter."""
    words = (each[::-1] if each[0] >= "\u0590" else each for each in pieces.split())
    return [row.index(each, start) for each in words]


@pytest.mark.parametrize(("text", "pieces"), FROM_RIGHT.items())
def test_a_text_is_read_from_the_right_as_a_whole(
    text: str, pieces: str, typeset: Typeset
) -> None:
    found = places(row(text, typeset), pieces)
    assert found == sorted(found, reverse=True)


@pytest.mark.parametrize(("text", "pieces"), NAMED.items())
def test_a_name_stays_in_front(text: str, pieces: tuple[str, str], typeset: Typeset) -> None:
    drawn = row(text, typeset)
    named = places(drawn, pieces[0])
    assert named == sorted(named)
    said = places(drawn, pieces[1], named[-1] + 1)
    assert said == sorted(said, reverse=True)


@pytest.mark.parametrize(("text", "pieces"), FROM_LEFT.items())
def test_words_in_english_stay_in_its_order(text: str, pieces: str, typeset: Typeset) -> None:
    found = places(row(text, typeset), pieces)
    assert found == sorted(found)
