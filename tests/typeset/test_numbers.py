"""The numbers of steps and key points: bold, and apart from a text that begins with a number."""

import ctypes
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from plainleaf.load.handout import read_handout
from plainleaf.model import Shape
from plainleaf.text.localize import FIXED_WORDS
from plainleaf.workspace import Workspace
from tests.conftest import change, put
from tests.typeset.test_items import HANDOUT, translate
from tests.typeset.test_safe import sheet_of
from tests.typeset.test_scripts import po
from tests.typesetting import Typeset, pdf_of

ENGLISH = ("20 units of insulin.", "5 mL of syrup.", "1/2 tablet.")

TEXTS = {
    "ar": ("20 وحدة أنسولين.", "5 مل من الشراب.", "1/2 حبة."),
    "fa": ("20 واحد انسولین.", "5 میلی لیتر شربت.", "1/2 قرص."),
    "he": ("20 יחידות אינסולין.", "5 מל סירופ.", "1/2 כדור."),
    "ur": ("20 یونٹ انسولین۔", "5 ملی لیٹر شربت۔", "1/2 گولی۔"),
}
STEPS = "".join(f"{n}. {text}\n" for n, text in enumerate(ENGLISH, start=1))
POINTS = "::: key-points\n\n" + "".join(f"- {text}\n" for text in ENGLISH) + "\n:::\n"
LATE = "".join(f"{n}. {text}\n" for n, text in enumerate(ENGLISH * 4, start=1))

DIGIT = 0.572
"""How wide each digit of Noto Sans in bold is, in em."""

Printed = Callable[..., bytes]


@dataclass(frozen=True)
class Glyph:
    """A sign on a page: its edges and baseline, and whether it is of the marks' face."""

    sign: str
    left: float
    right: float
    baseline: float
    marks: bool


def glyphs(page: pypdfium2.PdfPage) -> Iterator[Glyph]:
    text = page.get_textpage()
    name = ctypes.create_string_buffer(99)
    x, y = ctypes.c_double(), ctypes.c_double()
    for place in range(text.count_chars()):
        sign = text.get_text_range(place, 1)
        if sign.strip():
            left, _, right, _ = text.get_charbox(place, loose=True)
            pdfium.FPDFText_GetCharOrigin(text.raw, place, x, y)
            pdfium.FPDFText_GetFontInfo(text.raw, place, name, 99, None)
            marks = name.value.split(b"+")[-1].replace(b" ", b"-") == b"Noto-Sans-Bold"
            yield Glyph(sign, left, right, y.value, marks)


def rooms(pdf: bytes) -> list[float]:
    """Return the room behind each number with a point in the marks' face, in em."""
    return [room for page in pypdfium2.PdfDocument(pdf) for room in _rooms(list(glyphs(page)))]


def _rooms(found: list[Glyph]) -> Iterator[float]:
    for point in (each for each in found if each.marks and each.sign == "."):
        row = [each for each in found if abs(each.baseline - point.baseline) < 1]
        gaps = {_gap(point, each): each for each in row if each is not point}
        number = gaps[min(gaps)]
        if number.marks and number.sign.isdigit():
            from_left = number.left < point.left
            text = [gap for gap, each in gaps.items() if (each.left > point.left) is from_left]
            yield min(text) / ((number.right - number.left) / DIGIT)


def _gap(one: Glyph, other: Glyph) -> float:
    return max(other.left - one.right, one.left - other.right)


def fix_words(library: Workspace, code: str, text: str) -> None:
    """Let a text stand for each fixed word of a language."""
    words = re.findall(r'^msgid "(.+)"$', library.read_text(FIXED_WORDS), re.MULTILINE)
    said = {("", word): word if "%" in word else text for word in words}
    put(library, f"templates/strings/{code}.po", po(code, said))


@pytest.fixture
def printed(typeset: Typeset, library: Workspace) -> Printed:
    """Typeset a handout with a text whose items begin with numbers."""
    import plainleaf.typeset  # after our fonts are set
    from plainleaf.workers.jobs import TypesetJob

    def run(text: str, languages: tuple[str, ...], **edition: str) -> bytes:
        change(library, HANDOUT, "Drink before you are thirsty.\n", text)
        units = read_handout(library, "drink-water").units
        for code in (each for each in languages if each != "en"):
            rows = dict(zip(ENGLISH, TEXTS[code], strict=True))
            said = {unit.id: rows[unit.text] for unit in units if unit.text in rows}
            translate(library, code, said)
            fix_words(library, code, TEXTS[code][2])
        sheet = sheet_of(library, languages, shape=Shape(), **edition)
        return pdf_of(plainleaf.typeset.run(TypesetJob(sheet, library, 60)))

    return run


CHOICES = [
    *(((code,), "", "standard", "sheet") for code in ("en", *TEXTS)),
    *((("en", code), "columns", "standard", "sheet") for code in TEXTS),
    (("ur", "en"), "stacked", "large", "sheet"),
    (("ur",), "", "large", "sheet"),
    (("ur",), "", "giant", "sheet"),
    (("en", "ur"), "stacked", "giant", "sheet"),
    (("en", "ur"), "duplex", "standard", "sheet"),
    (("en",), "", "standard", "trifold"),
    (("ur",), "", "standard", "trifold"),
    (("en", "ur"), "stacked", "standard", "trifold"),
]


@pytest.mark.parametrize(("languages", "layout", "size", "page_format"), CHOICES)
def test_a_number_is_bold_and_apart_from_the_text(
    languages: tuple[str, ...],
    layout: str,
    size: str,
    page_format: str,
    printed: Printed,
) -> None:
    pdf = printed(POINTS + STEPS, languages, layout=layout, size=size, page_format=page_format)
    found = rooms(pdf)
    assert (len(found), min(found) >= 0.45) == (2 * len(ENGLISH) * len(languages), True), found


@pytest.mark.parametrize(
    ("languages", "layout"), [(("en",), ""), (("ur",), ""), (("en", "ur"), "columns")]
)
def test_a_number_of_two_digits_is_as_far_from_the_text(
    languages: tuple[str, ...], layout: str, printed: Printed
) -> None:
    found = rooms(printed(LATE, languages, layout=layout))
    assert (len(found), min(found) >= 0.45) == (12 * len(languages), True), found


@pytest.mark.parametrize("languages", [("en",), ("ar",), ("ur",), ("en", "ur")])
def test_the_number_of_a_section_stands_in_the_middle_of_its_box(
    languages: tuple[str, ...], printed: Printed
) -> None:
    layout = "columns" if len(languages) > 1 else ""
    page = pypdfium2.PdfDocument(printed(STEPS, languages, layout=layout))[0]
    off = list(off_middle(page))
    assert (len(off) >= len(languages), max(off) < 0.08) == (True, True), off


def off_middle(page: pypdfium2.PdfPage) -> Iterator[float]:
    """Return how far each digit in a small box is from its middle, as a part of its height."""
    text = page.get_textpage()
    boxes = [each.get_bounds() for each in page.get_objects([pdfium.FPDF_PAGEOBJ_PATH])]
    for place in range(text.count_chars()):
        left, bottom, right, top = text.get_charbox(place)
        for x1, y1, x2, y2 in boxes:
            around = x1 < left and right < x2 and y1 < bottom and top < y2
            if around and x2 - x1 < 60 and text.get_text_range(place, 1).isdigit():
                yield abs((y1 + y2) - (bottom + top)) / 2 / (y2 - y1)
