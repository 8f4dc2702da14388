"""Lines of a text that ends in a space before a bold word, or that hold one partly bold."""

import weasyprint
from weasyprint.formatting_structure.boxes import LineBox, TextBox
from weasyprint.layout import inline

from plainleaf.typeset import overlong
from plainleaf.typeset.engine import lines as lines_module

PAGE = """<style>@page { size: 400pt 200pt; margin: 0 } p { width: 249pt; font: 14pt "Noto Sans" }
</style><p>Your body is made of tiny parts called <strong>cells</strong>. They grow."""


def first_line() -> str:
    page = weasyprint.HTML(string=PAGE).render().pages[0]._page_box
    line = next(box for box in page.descendants() if isinstance(box, LineBox))
    return "".join(box.text for box in line.descendants() if isinstance(box, TextBox))


def test_a_text_that_fits_but_for_its_last_space_stays_whole() -> None:
    assert first_line() == "Your body is made of tiny parts called"


def test_the_engine_still_needs_the_mend() -> None:
    """When this fails, WeasyPrint breaks such lines well: drop typeset/engine/lines.py."""
    inline.split_first_line, mended = lines_module._split_first_line, inline.split_first_line
    try:
        assert first_line() == "Your"
    finally:
        inline.split_first_line = mended


WORD = """<style>@page { size: 400pt 200pt; margin: 0 }
p { width: 249pt; font: 14pt "Noto Sans"; overflow-wrap: break-word }
</style><p>A <strong>long</strong>wordthatfitsonnolineandhasnospacewhereitmightbedivided here."""


def lines() -> list[str]:
    page = weasyprint.HTML(string=WORD).render().pages[0]._page_box
    found = (box for box in page.descendants() if isinstance(box, LineBox))
    return [
        "".join(box.text for box in line.descendants() if isinstance(box, TextBox))
        for line in found
    ]


def test_a_word_that_is_partly_bold_and_fits_on_no_line_is_divided() -> None:
    first, second, third = lines()
    assert (first, second[:8], third[-5:]) == ("A", "longword", "here.")
    assert second + third == "longwordthatfitsonnolineandhasnospacewhereitmightbedivided here."


def test_the_engine_still_needs_that_mend() -> None:
    """When this fails, WeasyPrint divides such words: drop it from typeset/engine/lines.py."""
    inline.split_inline_box, mended = overlong._split_inline_box, inline.split_inline_box
    try:
        assert len(lines()) == 2 or len(lines()[1]) > 40
    finally:
        inline.split_inline_box = mended
