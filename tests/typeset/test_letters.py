"""Glyphs are read back: they say a text and nothing else, in fonts that are named."""

from dataclasses import dataclass, field

import pytest

from plainleaf.typeset.letters import OtherWordsError, families_shown

STYLE = "font-family:'Noto Sans','Noto Sans Arabic'"
CONTENT = b"BT\n/F 16 Tf\n[<0001>20<0002>] TJ\nET"


@dataclass
class Font:
    """As the engine has one."""

    family: str = "Noto Sans"
    to_unicode: dict[int, str] = field(default_factory=lambda: {1: "5", 2: "7"})


def test_glyphs_that_say_the_text_pass() -> None:
    assert families_shown(CONTENT, {b"F": Font()}, "5 7", STYLE) == ("Noto Sans",)


@pytest.mark.parametrize("text", ["5", "57 7", "5 8", "-5.7", ""])
def test_glyphs_that_say_anything_else_are_refused(text: str) -> None:
    with pytest.raises(OtherWordsError, match="words were lost of"):
        families_shown(CONTENT, {b"F": Font()}, text, STYLE)


def test_font_that_nobody_named_is_refused() -> None:
    with pytest.raises(OtherWordsError, match="only the font 'Noto Kufi Arabic' has its letters"):
        families_shown(CONTENT, {b"F": Font("Noto Kufi Arabic")}, "5 7", STYLE)


def test_words_that_stand_for_glyphs_are_read_in_their_place() -> None:
    content = b"BT\n/F 16 Tf\n/Span<</ActualText (Tea)>>BDC\n[<0001>] TJ\nEMC\nET"
    assert families_shown(content, {b"F": Font()}, "Tea", STYLE) == ("Noto Sans",)


def test_selector_of_a_signs_look_needs_no_glyph() -> None:
    """It stands behind a sign that can be an emoji, as in ⚠️."""
    font = Font(to_unicode={1: "⚠", 2: "7"})
    assert families_shown(CONTENT, {b"F": font}, "⚠\ufe0f7", STYLE) == ("Noto Sans",)
