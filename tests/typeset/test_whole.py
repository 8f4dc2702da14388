"""Figures at the end of a line, asked of the places of their glyphs."""

import pypdfium2
import pytest

from plainleaf.text.printed import printed_html, printed_text
from plainleaf.text.whole import JOINER
from tests.typeset.test_order import lines, squeezed
from tests.typesetting import Typeset

STYLE = """@page {{ size: {width}pt 3000pt; margin: 10pt }} p {{ margin: 0 }}
html {{ overflow-wrap: break-word }}
html {{ font: 18pt "Noto Sans", "Noto Sans Arabic", "Noto Sans CJK SC" }}"""

FIGURES = (
    "5–10 mg",
    "5 - 10 mg",
    "25 °C",
    "300 mg/dL",
    "5 mg/kg/day",
    "(555) 010-0123",
    "+1 (555) 010-0123",
    "1 800 662 4357",
    "8:30 a.m.",
    "9 a.m. – 5 p.m.",
    "500 mg x 2",
    "95 %",
    "≥ 38.5 °C",
    "10 000",
    "3 days",
    "1 1/2",
    "Tel. 555-0100",
    "2026-11-30",
)
WIDTHS = range(190, 310, 15)
"""Points; the longest figure is just shorter than the first of these lines."""

AROUND = {"ltr": ("uu vv uuu {} vv uu", "en"), "rtl": ("خذ الآن هنا {} ثم كل يوم", "ar")}


def page(typeset: Typeset, texts: list[str], direction: str, width: int) -> bytes:
    style = STYLE.format(width=width) + f"html {{ direction: {direction} }}"
    body = "".join(f"<p>{printed_html(text, direction)}</p>" for text in texts)
    return typeset(body, style, lang=AROUND[direction][1])


@pytest.mark.parametrize("direction", AROUND)
@pytest.mark.parametrize("width", WIDTHS)
def test_no_line_ends_within_a_figure(width: int, direction: str, typeset: Typeset) -> None:
    texts = [AROUND[direction][0].format(each.replace("<", "&lt;")) for each in FIGURES]
    found = lines(page(typeset, texts, direction, width))
    shown = {each for each in FIGURES if any(squeezed(each) in row for row in found)}
    assert sorted(set(FIGURES) - shown - {"≥ 38.5 °C"}) == []


@pytest.mark.parametrize(
    ("figure", "joined"),
    [
        ("(2.5/162.5 مغ)", "(2.5/162.5 {}مغ)"),
        ("≥ 38.5 °م", "≥ {}38.5 {}°م"),
        ("3×/يوم", "3×{}/{}يوم"),
        ("10 000 ملغ", "10 {}000 {}ملغ"),
    ],
)
def test_nor_before_a_unit_in_letters_of_its_own(figure: str, joined: str) -> None:
    assert printed_text(f"خذ {figure} الآن", "ltr") == f"خذ {joined} الآن".replace("{}", JOINER)


@pytest.mark.parametrize("width", range(110, 190, 20))
@pytest.mark.parametrize(
    "words",
    ["<b>5</b>–10 mg", "5–<b>10</b> mg", "5–10 <b>mg</b>", "5<b>–10 mg</b>", "<b>5–10</b> mg"],
)
@pytest.mark.parametrize("direction", AROUND)
def test_nor_where_it_is_partly_bold(
    direction: str, words: str, width: int, typeset: Typeset
) -> None:
    found = lines(page(typeset, [AROUND[direction][0].format(words)], direction, width))
    assert any("5–10mg" in row for row in found)


UNSPACED = {
    "th": ("โทรตอนนี้เลย {} แล้วพักผ่อน", "Noto Sans Thai"),
    "km": ("ហៅទូរស័ព្ទឥឡូវ {} ហើយសម្រាក", "Noto Sans Khmer"),
    "lo": ("ໂທຫາດຽວນີ້ {} ແລ້ວພັກຜ່ອນ", "Noto Sans Lao"),
    "my": ("ယခုဖုန်းခေါ်ပါ {} ပြီးနားပါ", "Noto Sans Myanmar"),
    "zh-Hans": ("请立即拨打电话{}然后休息", "Noto Sans CJK SC"),
    "ja": ("今すぐ電話{}休んで", "Noto Sans CJK JP"),
    "ko": ("지금 바로 전화 {}로 쉬세요", "Noto Sans CJK KR"),
}
"""Words that no space parts, by language, and their font."""


@pytest.mark.parametrize("width", [200, 230, 270])
@pytest.mark.parametrize("code", UNSPACED)
def test_nor_among_words_without_spaces(code: str, width: int, typeset: Typeset) -> None:
    words, font = UNSPACED[code]
    style = STYLE.format(width=width).replace("Noto Sans Arabic", font)
    figures = [*FIGURES, *(("5 มก.", "2 ครั้ง", "8.30 น.") if code == "th" else ())]
    texts = [words.format(each) for each in figures]
    body = "".join(f"<p>{printed_html(text, 'ltr', code)}</p>" for text in texts)
    pdf = typeset(body, style + " .whole { white-space: nowrap }", lang=code)
    read = pypdfium2.PdfDocument(pdf)[0].get_textpage().get_text_range()
    rows = ["".join(row.split()) for row in read.splitlines()]
    parted = [each for each in figures if not any("".join(each.split()) in row for row in rows)]
    assert parted == []


@pytest.mark.parametrize(
    ("figure", "rows"),
    [
        ("+1 (555) 010-0123", ["+1555", "010-0123"]),
        ("8:30 a.m. – 5:00 p.m.", ["8:30a.m.–", "5:00p.m."]),
        ("1 800 662 4357", ["1800662", "4357"]),
        ("5–10 mg/kg/day", ["5–10mg/", "kg/day"]),
    ],
)
@pytest.mark.parametrize("direction", AROUND)
def test_one_that_is_longer_than_its_line_keeps_its_order(
    direction: str, figure: str, rows: list[str], typeset: Typeset
) -> None:
    """It is divided where it would be if nothing kept it whole."""
    pdf = page(typeset, [figure, AROUND[direction][0].format(figure)], direction, 136)
    found = ["".join(sign for sign in row if sign not in "uv") for row in lines(pdf)]
    assert (found[:2], [row for row in found[2:] if row]) == (rows, rows)
    text = pypdfium2.PdfDocument(pdf)[0].get_textpage()
    boxes = [text.get_charbox(place) for place in range(text.count_chars())]
    assert all(left > 9 and right < 127 for left, _, right, _ in boxes if right > left)


def test_words_that_go_on_in_the_next_line_keep_their_order(typeset: Typeset) -> None:
    """There nothing but the isolate of the line before says how they are read."""
    text = "كتبها Harbor Clinic on Quay 5, 3-B هنا"
    found = lines(page(typeset, [text], "rtl", 150))
    assert found == ["Harbor", "Clinicon", "Quay5,3-B"]


def test_no_line_ends_between_a_title_and_a_name(typeset: Typeset) -> None:
    found = [lines(page(typeset, ["Please call Dr. Lee"], "ltr", width)) for width in WIDTHS]
    assert all("Dr.Lee" in row[-1] for row in found)


@pytest.mark.parametrize("text", ["每天服用5毫克两次", "每天服用 5 毫克两次"])
def test_nor_in_a_script_without_spaces(text: str, typeset: Typeset) -> None:
    said = [page(typeset, [text], "ltr", width) for width in range(90, 220, 18)]
    assert all(any("5毫克" in row for row in lines(pdf)) for pdf in said)


def test_what_is_copied_holds_plain_spaces(typeset: Typeset) -> None:
    pdf = page(typeset, ["Take 5–10 mg at 8:30 a.m."], "ltr", 400)
    text = pypdfium2.PdfDocument(pdf)[0].get_textpage().get_text_range()
    assert text.strip() == "Take 5–10 mg at 8:30 a.m."
