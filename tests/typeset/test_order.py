"""Figures and Latin words within right-to-left text, asked of the places of their glyphs."""

import ctypes
import html
import io
import re
from collections import defaultdict

import pikepdf
import pypdfium2
import pytest

from plainleaf.checks.facts.shown import Content
from plainleaf.text.controls import LRI, PDI
from plainleaf.text.isolate import isolate_name
from plainleaf.text.printed import printed_html
from tests.text.isolated import isolate
from tests.text.test_isolate import ADDRESSES, SHORT
from tests.text.test_isolate import FIGURES as JOINED
from tests.typesetting import Typeset

STYLE = """@page { size: 500pt 100pt; margin: 10pt }
html { direction: rtl; overflow-wrap: break-word;
  font: 18pt "Noto Sans Arabic", "Noto Sans Hebrew", "Noto Sans Thaana", "Noto Sans" }"""
LONG = STYLE.replace("500pt 100pt", "500pt 5000pt")

WORDS = {"ar": ("اتصل الآن", "إذا ساءت حالتك"), "he": ("להתקשר עכשיו", "אם מרגישים רע")}
"""What stands before a figure, and behind it."""

FIGURES = (
    "(555) 010-1234",
    "+1 555 010 1234",
    "5 mg",
    "5-10 mg",
    "0.5 mL",
    "2026-11-22",
    "11/22/2026",
    "10:30",
    "10:30 pm",
    "https://tea.example/a-b?c=1",
    "tea@ward-3.example",
    "tea.help@ward.example",
    "https://ward.example/tea?help",
    "Dr. Mary-Ann O'Neil",
    "Boston, MA",
    "CAR T",
    "COVID-19",
    "7%",
    "38.5 °C",
    "v1.0.2-rc1",
)


def row(pdf: bytes) -> str:
    """Return the characters of a page from left to right, right-to-left letters as blanks."""
    page = pypdfium2.PdfDocument(pdf)[0].get_textpage()
    found = [
        (page.get_charbox(i)[0], page.get_text_range(i, 1)) for i in range(page.count_chars())
    ]
    signs = "".join(sign for _, sign in sorted(found))
    return "".join(
        " " if "\u0590" <= sign <= "\u08ff" or sign > "\ufb00" else sign for sign in signs
    )


def drawn(pdf: bytes) -> str:
    """Return the characters of a page in the order of drawing, which is from left to right."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        pages = Content(document).texts.values()
        return "".join(sign for page in pages for pieces in page.values() for sign in pieces)


def squeezed(text: str) -> str:
    """Return text without spaces, and without brackets: PDFium turns those of its lines round."""
    return "".join(sign for sign in text if not sign.isspace() and sign not in "()")


@pytest.mark.parametrize("figure", FIGURES)
@pytest.mark.parametrize("code", WORDS)
def test_a_figure_keeps_its_order(code: str, figure: str, typeset: Typeset) -> None:
    before, behind = WORDS[code]
    text = isolate(f"{before} {figure} {behind}")
    assert squeezed(row(typeset(f"<p>{text}</p>", STYLE, lang=code))) == squeezed(figure)


def test_brackets_are_not_mirrored(typeset: Typeset) -> None:
    text = isolate("اتصل (555) 010-1234 الآن")
    assert "(555) 010-1234" in drawn(typeset(f"<p>{text}</p>", STYLE, lang="ar"))


def test_brackets_of_another_text_are_read_as_they_stand(typeset: Typeset) -> None:
    """The same glyph stands for the other bracket within right-to-left text."""
    english = '<p lang="en" style="direction: ltr">first (primary) tumor</p>'
    pdf = typeset(f"{english}<p>الورم (الأول) هنا</p>", STYLE, lang="ar")
    assert "first (primary) tumor" in drawn(pdf)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("خذ 5 ملغ", "5"),
        ("نسبة 20 في المئة", "20"),
        ("الساعة 3:00 مساءً", "3:00"),
        ("حرارة 38.5 درجة مئوية", "38.5"),
    ],
)
def test_a_unit_in_the_texts_own_script_stands_behind_its_number(
    text: str, shown: str, typeset: Typeset
) -> None:
    """From right to left: what is before the number, the number, the unit at the left end."""
    pdf = typeset(f"<p>{isolate(text)}</p>", STYLE, lang="ar")
    drawn = row(pdf)
    place = drawn.index(shown)
    unit = text.split(shown)[1]
    assert abs(len(drawn[:place].strip("\n\r")) - len(unit)) <= 2  # a ligature is one sign


@pytest.mark.parametrize("figure", ["(555) 010-1234", "5-10 mg", "7%"])
def test_without_an_isolate_it_would_not(figure: str, typeset: Typeset) -> None:
    before, behind = WORDS["ar"]
    text = f"{before} {figure} {behind}"
    assert squeezed(row(typeset(f"<p>{text}</p>", STYLE, lang="ar"))) != squeezed(figure)


def test_brackets_of_a_line_with_no_right_to_left_letter_change_no_other_text(
    typeset: Typeset,
) -> None:
    """A name that goes on in the next line: its bracket is drawn by the mirrored glyph."""
    arabic = f"<p>الورم {LRI}Harbor Clinic<br>(example){PDI}.</p>"
    english = '<p lang="en" style="direction: ltr">first (primary) tumor</p>'
    assert "first (primary) tumor" in drawn(typeset(arabic + english, STYLE, lang="ar"))


def test_a_name_that_ends_in_a_number_keeps_its_order(typeset: Typeset) -> None:
    names = [isolate_name("Ward 707"), isolate_name("عيادة 707")]
    text = drawn(typeset("".join(f"<p>كتبها: {name}.</p>" for name in names), STYLE, lang="ar"))
    assert ("Ward 707" in text, "707 Ward" in text) == (True, False)


@pytest.mark.parametrize("signs", ["≤≥", "⟨⟩", "「」"])
def test_signs_that_are_mirrored_are_read_as_they_stand(signs: str, typeset: Typeset) -> None:
    """In right-to-left text, and in another that is drawn by the same glyphs."""
    style = STYLE.replace('"Noto Sans"', '"Noto Sans", "Noto Sans Math", "Noto Sans CJK JP"')
    english = f'<p lang="en" style="direction: ltr">a{signs[0]}b{signs[1]}c</p>'
    text = drawn(typeset(f"{english}<p>ا{signs[0]}ب{signs[1]}ج</p>", style, lang="ar"))
    said = (f"a{signs[0]}b{signs[1]}c", f"ج{signs[1]}ب{signs[0]}ا")
    assert [each in text for each in said] == [True, True]


LANGUAGES = {
    **dict.fromkeys(("ar", "fa", "ur", "ps", "ckb", "sd", "ug"), "خذ {} الآن"),
    **dict.fromkeys(("he", "yi"), "לקחת {} עכשיו"),
    "dv": "ބޭސް {} މިހާރު",
}
"""Words of each script around a figure."""

DIGITS = {
    "Latin": "0123456789",
    "Arabic-Indic": "٠١٢٣٤٥٦٧٨٩",
    "Persian": "۰۱۲۳۴۵۶۷۸۹",
}
UNREAD = re.compile("[\u0590-\u065f\u066d-\u06ef\u06fa-\u08ff\ufb1d-\ufefc]")
"""Letters that are read from the right, and their marks."""

TURNED = re.compile("[<>≤≥½]")
"""What PDFium turns round, or takes apart."""

LINES = [each for each in JOINED if "://" not in each and not TURNED.search(each)]


def lines(pdf: bytes, number: int = 0) -> list[str]:
    """Return the lines of a page as the eye finds them, right-to-left letters left out."""
    page = pypdfium2.PdfDocument(pdf)[number].get_textpage()
    found: dict[int, list[tuple[float, str]]] = defaultdict(list)
    for place in range(page.count_chars()):
        left, base = ctypes.c_double(), ctypes.c_double()
        pypdfium2.raw.FPDFText_GetCharOrigin(page.raw, place, left, base)
        if squeezed(sign := page.get_text_range(place, 1)) and not UNREAD.match(sign):
            found[-round(base.value)].append((left.value, sign))
    return ["".join(sign for _, sign in sorted(found[base])) for base in sorted(found)]


@pytest.mark.parametrize("digits", DIGITS)
@pytest.mark.parametrize("code", LANGUAGES)
def test_all_that_is_joined_keeps_its_order(code: str, digits: str, typeset: Typeset) -> None:
    """From left to right, whatever the digits: their own order differs from sign to sign."""
    figures = [each.translate(str.maketrans(DIGITS["Latin"], DIGITS[digits])) for each in LINES]
    said = [printed_html(LANGUAGES[code].format(each), "rtl") for each in figures]
    body = "".join(f"<p>{each}</p>" for each in said)
    assert lines(typeset(body, LONG, lang=code)) == [squeezed(each) for each in figures]


@pytest.mark.parametrize("figure", [each for each in JOINED if TURNED.search(each)])
@pytest.mark.parametrize("code", ["ar", "he"])
def test_signs_ahead_of_a_figure_are_not_mirrored(
    code: str, figure: str, typeset: Typeset
) -> None:
    said = printed_html(LANGUAGES[code].format(figure.replace("<", "&lt;")), "rtl")
    assert figure in drawn(typeset(f"<p>{said}</p>", STYLE, lang=code))


@pytest.mark.parametrize("around", ["خذ {} الآن.", "خذ {}.", "לקחת {} עכשיו", "{} לקחת"])
def test_addresses_and_what_is_short_for_words_keep_their_order(
    around: str, typeset: Typeset
) -> None:
    figures = [*ADDRESSES, *SHORT]
    said = [printed_html(html.escape(around.format(each)), "rtl") for each in figures]
    body = "".join(f"<p>{each}</p>" for each in said)
    found = drawn(typeset(body, LONG, lang="he"))
    assert [each for each in figures if each not in found] == []


PARTLY_BOLD = [
    "<b>5/325 mg</b>",
    "<b>5</b>/325 mg",
    "5/<b>325</b> mg",
    "5/<b>325 mg</b>",
    "5<b>/</b>325 mg",
    "<b>5/325</b> mg",
    "5/325 <b>mg</b>",
    '<a href="#x">5/<b>325</b></a> mg',
]


@pytest.mark.parametrize("words", PARTLY_BOLD)
@pytest.mark.parametrize("code", LANGUAGES)
def test_a_figure_that_is_partly_bold_keeps_its_order(
    code: str, words: str, typeset: Typeset
) -> None:
    said = printed_html(LANGUAGES[code].format(words), "rtl")
    assert lines(typeset(f"<p>{said}</p>", LONG, lang=code)) == ["5/325mg"]


@pytest.mark.parametrize(
    "words",
    ["<b>خذ 5</b>/325 mg الآن", "خذ 5/<b>325 mg الآن</b>", "<b>خذ 5/</b><i>325 mg الآن</i>"],
)
def test_so_it_does_where_bold_words_go_on(words: str, typeset: Typeset) -> None:
    assert lines(typeset(f"<p>{printed_html(words, 'rtl')}</p>", LONG, lang="ar")) == ["5/325mg"]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("خذ 2 × 500 ملغ", "500×2"),
        ("خذ 2 x 500 ملغ", "500x2"),
        ("خذ 500 ملغ × 2", "2×500"),
        ("خذ 5/325 ملغ", "5/325"),
        ("خذ ٥-١٠ ملغ", "٥-١٠"),
        ("نسبة ٩٥٪", "٩٥٪"),
        ("خذ 500 mg 2 مرات", "2500mg"),
        ("خذ Tylenol 2 مرات", "2Tylenol"),
        ("خذ Tylenol 5 mg مرتين", "Tylenol5mg"),
        ("5 mg، 10 mg", "10mg5mg"),
    ],
)
def test_what_is_not_joined_follows_from_the_right(
    text: str, shown: str, typeset: Typeset
) -> None:
    """A product with an Arabic unit does as a whole: the unit stands beside its number."""
    assert lines(typeset(f"<p>{printed_html(text, 'rtl')}</p>", LONG, lang="ar")) == [shown]


@pytest.mark.parametrize(
    "text",
    [
        "Insulin (NPH) 70/30",
        "12 Main Street, Boston, MA 02115.",
        "<b>Insulin</b> (NPH) <b>70</b>/30",
        "5 - 10",
    ],
)
@pytest.mark.parametrize("code", ["ar", "he", "dv"])
def test_a_text_without_a_letter_of_its_script_keeps_its_order(
    code: str, text: str, typeset: Typeset
) -> None:
    said = typeset(f"<p>{printed_html(text, 'rtl')}</p>", LONG, lang=code)
    assert lines(said) == [squeezed(re.sub("<[^>]*>", "", text))]
