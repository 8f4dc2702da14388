"""Lines with letters of several fonts: their baselines, and the marks of items."""

import weasyprint
from weasyprint.formatting_structure.boxes import LineBox, TextBox
from weasyprint.layout import block, inline

from plainleaf.typeset.engine import baselines
from tests.typesetting import Typeset

PAGE = """<style>@page { size: 400pt 300pt; margin: 0 }
html { font: 20px/1.3 "Noto Sans", "Noto Sans Symbols2", "Noto Sans Symbols" }
[lang=ar] { font-family: "Noto Sans Arabic"; line-height: 2 }</style>"""
SIGNS = "<p>Call us</p><p>Call ☎ us →</p><p>Call us</p>"
ITEM = "<ul><li>Ask for <span lang=ar>العربية</span></li></ul>"


def lines(body: str) -> list[LineBox]:
    page = weasyprint.HTML(string=PAGE + body).render().pages[0]._page_box
    return [b for b in page.descendants(placeholders=True) if isinstance(b, LineBox)]


def heights(body: str) -> set[float]:
    return {round(float(line.height), 3) for line in lines(body)}


def mark_and_words(body: str = ITEM) -> tuple[float, float]:
    """Return where the mark of an item, and its first words, stand."""
    found: dict[str, float] = {}
    for line in lines(body):
        for text in line.descendants():
            if isinstance(text, TextBox):
                found.setdefault(text.text[:3], round(float(text.position_y + text.baseline), 3))
    return found["• "], found["Ask"]


def test_a_sign_of_another_font_leaves_the_line_as_it_is(typeset: Typeset) -> None:
    assert heights(SIGNS) == {26.0}


def test_a_mark_stands_on_the_baseline_of_its_words(typeset: Typeset) -> None:
    mark, words = mark_and_words()
    assert mark == words


def test_a_mark_stands_beside_the_first_line_of_a_block_in_its_line(typeset: Typeset) -> None:
    """As of a text in another language, which is a block with lines of its own."""
    block = f'<span style="display: inline-block">{"Ask for tea " * 6}</span>'
    mark, words = mark_and_words(f"<ul><li>{block}</li></ul>")
    assert mark == words


def test_the_engine_still_needs_the_mends(typeset: Typeset) -> None:
    """When this fails, WeasyPrint does it well: drop typeset/engine/baselines.py."""
    mended = inline.split_first_line, block.block_container_layout
    inline.split_first_line = baselines._split_first_line
    block.block_container_layout = baselines._block_container_layout
    try:
        mark, words = mark_and_words()
        assert (len(heights(SIGNS)), mark < words) == (2, True)
    finally:
        inline.split_first_line, block.block_container_layout = mended
