"""Lines of a text that ends in a space, before a bold word."""

import weasyprint
from weasyprint.formatting_structure.boxes import LineBox, TextBox
from weasyprint.layout import inline

from plainleaf.typeset import lines

PAGE = """<style>@page { size: 400pt 200pt; margin: 0 } p { width: 249pt; font: 14pt "Noto Sans" }
</style><p>Your body is made of tiny parts called <strong>cells</strong>. They grow."""


def first_line() -> str:
    page = weasyprint.HTML(string=PAGE).render().pages[0]._page_box
    line = next(box for box in page.descendants() if isinstance(box, LineBox))
    return "".join(box.text for box in line.descendants() if isinstance(box, TextBox))


def test_a_text_that_fits_but_for_its_last_space_stays_whole() -> None:
    assert first_line() == "Your body is made of tiny parts called"


def test_the_engine_still_needs_the_mend() -> None:
    """When this fails, WeasyPrint breaks such lines well: drop typeset/lines.py."""
    inline.split_first_line, mended = lines._split_first_line, inline.split_first_line
    try:
        assert first_line() == "Your"
    finally:
        inline.split_first_line = mended
