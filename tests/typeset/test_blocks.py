"""Words of organizations that are set together, and each one's part of the page."""

import contextlib
import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

import pytest

from plainleaf.checks.facts.ink import read_ink
from plainleaf.model import BrandBlock, Setting
from plainleaf.stamp.form import page_of
from plainleaf.workers.jobs import BlocksJob
from tests.typesetting import Typeset

STYLE = "font-family:'Noto Nastaliq Urdu','Noto Sans';font-size:16px;line-height:1.3"
ARABIC = "font-family:'Noto Sans Arabic','Noto Sans';font-size:16px;line-height:1.7"
ADDRESS = Setting("https://tea.example/pots", "ur", "ltr", "right", 400, STYLE)
NAME = Setting("چائے", "ur", "rtl", "right", 400, STYLE)
CUP = Setting("كوبًا", "ar", "rtl", "right", 400, ARABIC)

SetWords = Callable[[Sequence[Setting]], list[BrandBlock]]
Asked = Callable[..., tuple[Mapping[int, str], tuple[BrandBlock, ...]]]


@pytest.fixture
def set_words(typeset: Typeset) -> SetWords:
    from weasyprint.text.fonts import FontConfiguration  # after our fonts are set

    from plainleaf.typeset import blocks

    return lambda settings: blocks.set_words(settings, FontConfiguration())


def test_letters_far_out_of_their_line_are_their_own_blocks(set_words: SetWords) -> None:
    """In this hand the line that Latin letters stand on is below the block."""
    alone = [set_words([each])[0].content for each in (ADDRESS, NAME)]
    together = [block.content for block in set_words([ADDRESS, NAME, ADDRESS, NAME])]
    assert (together, b" TJ" in alone[0]) == ([*alone, *alone], True)


def test_a_mark_is_lifted_above_its_letter(set_words: SetWords) -> None:
    (block,) = set_words([CUP])
    lifted = [line for line in block.content.splitlines() if line.endswith(b" Ts")]
    assert (len(lifted), lifted[0] != b"0 Ts", lifted[1]) == (2, True, b"0 Ts")


LATIN = "font-family:'Noto Sans';font-size:16px;line-height:1.3;overflow-wrap:anywhere"
BOLD = f"{LATIN};font-weight:700"
FAMILIES = "'Noto Sans','Noto Sans Arabic','Noto Sans Devanagari','Noto Sans CJK SC'"


def setting(text: str, language: str = "en", style: str = LATIN, width: float = 400) -> Setting:
    direction = "rtl" if language in ("ar", "ur") else "ltr"
    side = "left" if direction == "ltr" else "right"
    return Setting(text, language, direction, side, width, style)


PHONE = setting("Phone: (555) 010-0142", style=BOLD)
GIVEN = setting("Given to you by Tea House. 1 Example Quay, office 7.")
LONG = setting("Given to you by Tea House. " * 9, width=200)
SPANISH = setting("Teléfono: 555. Se lo dio “La Peña”.", "es")
MANY = (PHONE, GIVEN, LONG, SPANISH, ADDRESS, replace(ADDRESS, language="ar", style=ARABIC))


def words_of(block: BrandBlock) -> list[str]:
    """Return the words of each run of glyphs, as pdfium reads them."""
    return [run.text.strip() for run in read_ink(page_of(block), with_greys=False).runs]


def test_equal_texts_make_equal_blocks(set_words: SetWords) -> None:
    first, _, second = set_words([PHONE, GIVEN, PHONE])
    assert first == second


def test_blocks_of_one_style_share_their_fonts(set_words: SetWords) -> None:
    given, phone, other = set_words([GIVEN, PHONE, setting("Not real.")])
    assert (given.things is other.things, given.things == phone.things) == (True, False)


@pytest.mark.parametrize("each", [PHONE, GIVEN, SPANISH], ids=["bold", "regular", "Spanish"])
def test_words_are_all_there(each: Setting, set_words: SetWords) -> None:
    _, block, _ = set_words([GIVEN, each, PHONE])
    assert words_of(block) == [each.text]


def test_long_words_take_lines_and_height(set_words: SetWords) -> None:
    (block,) = set_words([LONG])
    lines = words_of(block)
    assert (" ".join(lines), len(lines) > 9) == (LONG.text.strip(), True)
    assert block.height == pytest.approx(len(lines) * 16 * 1.3)


def test_word_that_is_wider_than_its_slot_is_divided(set_words: SetWords) -> None:
    address = setting("https://tea.example/" + "pots" * 20)
    (block,) = set_words([address])
    lines = words_of(block)
    assert ("".join(lines), lines[0]) == (address.text, "https://tea.example/")


def test_line_may_be_of_several_fonts(set_words: SetWords) -> None:
    style = f"font-family:{FAMILIES};font-size:16px;line-height:1.5"
    mixed = setting("Tea चाय 茶", style=style)
    (block,) = set_words([mixed])
    assert "".join(words_of(block)).split() == ["Tea", "चाय", "茶"]
    assert (block.resources.count(b"@"), block.height) == (6, 24)


def test_right_to_left_words_end_at_the_right(set_words: SetWords) -> None:
    name = setting("بيت الشاي", "ar", ARABIC)
    one, _ = set_words([name, GIVEN])
    boxes = [mark.box for mark in read_ink(page_of(one), with_greys=False).marks]
    points = 400 * 0.75
    assert max(box.right for box in boxes) == pytest.approx(points, abs=2)
    assert min(box.left for box in boxes) > points / 2


def test_far_words_keep_their_order_at_the_right(set_words: SetWords) -> None:
    """As an English name on an Arabic sheet."""
    (block,) = set_words([replace(GIVEN, side="right")])
    boxes = [mark.box for mark in read_ink(page_of(block), with_greys=False).marks]
    assert words_of(block) == [GIVEN.text]
    assert max(box.right for box in boxes) == pytest.approx(400 * 0.75, abs=2)


def test_hostile_words_are_words(set_words: SetWords) -> None:
    hostile = setting('<b id="b9">&amp;</b> {{ 7*7 }} \\ (x', style=f"{LATIN};font-weight:400")
    _, block, _ = set_words([GIVEN, hostile, PHONE])
    assert words_of(block) == [hostile.text]


@pytest.fixture
def asked(typeset: Typeset, caplog: pytest.LogCaptureFixture) -> Asked:
    """Do a job as a worker does, which hears what the engine logs."""
    from plainleaf.typeset import run  # after our fonts are set

    caplog.set_level(logging.WARNING, logger="weasyprint")

    def ask(*settings: Setting) -> Any:
        made = run(BlocksJob(settings))
        return made.faults, tuple(made.blocks)

    return ask


def test_block_does_not_depend_on_its_neighbours(asked: Asked) -> None:
    """Its bytes are kept by what it says: whoever makes it again must get the same.

    A hand such as Arabic takes letters from another hand's font, and so needs fewer of it.
    """
    alone = {each: asked(each)[1][0] for each in MANY}
    together = dict(zip(MANY, asked(*MANY)[1], strict=True))
    turned = dict(zip(MANY[::-1], asked(*MANY[::-1])[1], strict=True))
    assert alone == together == turned


def test_missing_letter_is_the_fault_of_its_block_alone(asked: Asked, set_words: SetWords) -> None:
    cup = setting("Tea 🍵")
    faults, blocks = asked(GIVEN, cup, PHONE)
    assert list(faults) == [1]
    assert "U+1F375" in faults[1]
    assert [blocks[0], blocks[2]] == [set_words([GIVEN])[0], set_words([PHONE])[0]]


def test_words_outside_the_alphabet_are_set_by_themselves(
    asked: Asked, set_words: SetWords
) -> None:
    """Else the fonts of all would hold what is in any of them."""
    polish = setting("Łódź")
    faults, blocks = asked(GIVEN, polish, PHONE, NAME)
    alone = [set_words([each])[0] for each in (GIVEN, polish, PHONE, NAME)]
    assert (faults, list(blocks)) == ({}, alone)


def test_letter_that_no_font_has_is_told_among_right_to_left_words(
    set_words: SetWords, caplog: pytest.LogCaptureFixture
) -> None:
    """The engine's number of such a glyph is beyond any font's: nothing is made of it."""
    walk = replace(CUP, text="كوبًا 🚶")
    with caplog.at_level(logging.WARNING, "weasyprint"), contextlib.suppress(ValueError):
        set_words([walk])
    assert "U+1F6B6" in caplog.text
