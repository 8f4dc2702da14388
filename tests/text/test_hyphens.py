"""Long words of a unit, marked where they may be divided."""

import pytest

from plainleaf.text.hyphens import SOFT, mark_long_words, without_marks
from plainleaf.text.korean import keep_words, keep_words_in_html
from plainleaf.text.whole import JOINER

LONG = "Krankenversicherungskostenübernahme"


@pytest.mark.parametrize(
    ("markup", "language", "expected"),
    [
        (LONG, "de", "Kran|ken|ver|si|che|rungs|kos|ten|über|nah|me"),
        (f"Die {LONG}.", "de-AT", "Die Kran|ken|ver|si|che|rungs|kos|ten|über|nah|me."),
        (
            "<strong>Kranken</strong>versicherungskosten",
            "de",
            "<strong>Kran|ken|</strong>ver|si|che|rungs|kos|ten",
        ),
        ("Krankenversicherung", "de", "Krankenversicherung"),
        (f"Kranken{SOFT}versicherungskosten", "de", "Kranken|versicherungskosten"),
        (LONG, "tlh", LONG),
        ("pneumonoultramicroscopic", "en", "pneu|mo|noul|tra|mi|cro|scop|ic"),
        ('<a href="https://tea.example/krankenversicherungskosten">Tee</a>', "de", None),
        ("11111111111111111111111111111111", "de", None),
        (f"www.{LONG}.example", "de", None),
        (f"<strong>https://</strong>ward-{LONG}.example/tee", "de", None),
        (f"{LONG}@ward.example", "de", None),
    ],
)
def test_long_words_are_marked(markup: str, language: str, expected: str | None) -> None:
    found = mark_long_words(markup, language).replace(SOFT, "|")
    edges = [piece for piece in found.split("|") if piece]
    assert without_marks(mark_long_words(markup, language)) == without_marks(markup)
    if expected is None or "|" not in expected:
        assert found == (expected or markup)
    else:
        assert (len(edges) > 1, set(edges) & {"K", "Kr", "me", "e"}) == (True, set())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("약을 드십시오", "약|을 드|십|시|오"),
        ("5mg을 A형", "5mg|을 A|형"),
        ("中文 ไทย tea", "中文 ไทย tea"),
        ("<strong>열이</strong> 나거나", "<strong>열|이</strong> 나|거|나"),
        (
            "<strong>약</strong>을 3<a href='#a'>일</a>",
            "<strong>약|</strong>을 3|<a href='#a'>일</a>",
        ),
    ],
)
def test_syllables_of_a_korean_word_are_joined(text: str, expected: str) -> None:
    assert keep_words_in_html(text).replace(JOINER, "|") == expected
    if "<" not in text:
        assert keep_words(keep_words(text)) == keep_words(text)
