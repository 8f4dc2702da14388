"""Formats that are short of room: lines as close as the script takes, in each of its languages."""

import io

import pikepdf
import pypdfium2
import pytest

from plainleaf.load.handout import read_handout
from plainleaf.model import Shape
from plainleaf.workspace import Workspace
from tests.conftest import change
from tests.typeset.test_items import HANDOUT, translate
from tests.typeset.test_numbers import fix_words
from tests.typeset.test_safe import sheet_of
from tests.typeset.test_scripts import spacing
from tests.typesetting import Typeset, pdf_of

REPEATS = 20
ENGLISH = " ".join(["Drink a glass of water."] * REPEATS)
ARABIC, HINDI = "اشرب كوبًا من الماء. ", "एक गिलास पानी पिएँ। "


@pytest.mark.slow
@pytest.mark.parametrize("page_format", ["trifold", "halffold", "poster"])
@pytest.mark.parametrize("code", ["ar", "fa", "prs", "ckb"])
def test_languages_in_arabic_script(
    code: str, page_format: str, typeset: Typeset, library: Workspace
) -> None:
    assert lines(library, code, ARABIC, page_format) == 1.6


@pytest.mark.parametrize("code", ["hi", "mr", "npi"])
def test_languages_in_devanagari(code: str, typeset: Typeset, library: Workspace) -> None:
    assert lines(library, code, HINDI, "poster") == 1.5


def test_a_sheet_has_room(typeset: Typeset, library: Workspace) -> None:
    assert lines(library, "fa", ARABIC, "sheet") == 1.7


def lines(library: Workspace, code: str, text: str, page_format: str) -> float:
    """Return the distance of lines by the size of type."""
    import plainleaf.typeset  # after our fonts are set
    from plainleaf.workers.jobs import TypesetJob

    change(library, HANDOUT, "Drink before you are thirsty.", ENGLISH)
    units = read_handout(library, "drink-water").units
    said = {unit.id: (text * (REPEATS if unit.text == ENGLISH else 1)).strip() for unit in units}
    translate(library, code, said)
    fix_words(library, code, text.strip())
    sheet = sheet_of(library, (code,), page_format=page_format, shape=Shape())
    pdf = pdf_of(plainleaf.typeset.run(TypesetJob(sheet, library, 60)))
    distance, size = spacing(fullest_page(pdf))
    return round(distance / size, 2)


def fullest_page(pdf: bytes) -> bytes:
    """Return a document with the page that has the most text: no cover."""
    texts = [page.get_textpage().count_chars() for page in pypdfium2.PdfDocument(pdf)]
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as document:
        page = document.pages[texts.index(max(texts))]
        document.pages[:] = [page]
        document.save(out)
    return out.getvalue()
