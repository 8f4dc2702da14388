"""What a copier sees of words that the real engine set, and of pages drawn by hand."""

import base64
from pathlib import Path

import pikepdf
import pytest
import reportlab
from pikepdf import Dictionary, Name

from plainleaf.checks.facts import read_facts
from plainleaf.checks.facts.copier import _Band, _rendered
from plainleaf.checks.pdf.photocopy import check_photocopy
from tests.checks.facts.test_facts import changed, drawn, form
from tests.typesetting import Typeset
from tests.workspaces import HANDOUT, SETTINGS, Build

VERA = Path(reportlab.__file__).parent / "fonts" / "Vera.ttf"
STYLE = """
@page { size: 400pt 300pt; margin: 40pt }
html { font: 12pt/2 "Noto Sans" }
.dark { background: #222; color: white }
.over { position: absolute; left: 0; top: 0; width: 300pt; height: 40pt; background: black }
"""


def svg(inner: str, size: str = "200") -> str:
    frame = f'width="{size}pt" height="40pt" viewBox="0 0 200 40" font-family="Noto Sans"'
    return f"<svg {frame}><title>Cup</title>{inner}</svg>"


def picture(left: int, right: int) -> str:
    """Return a picture of two greys, as a style names it."""
    raster = base64.b64encode(b"P5 2 1 255\n" + bytes([left, right])).decode()
    return f"url(data:image/x-portable-graymap;base64,{raster})"


def greys(pdf: bytes) -> dict[str, tuple[int, int]]:
    return {run.text.strip(): (run.grey, run.ground) for run in read_facts(pdf).runs}


@pytest.mark.parametrize(
    ("style", "grey", "ground"),
    [
        ("", 0, 255),
        ("color: #999", 153, 255),
        ("color: yellow", 226, 255),
        ("color: red", 76, 255),
        ("color: #0b5563", 64, 255),
        ("color: white; background: black", 255, 0),
        ("color: white; background: #eee", 255, 238),
        ("background: #787878", 0, 120),
        ("opacity: 0.2", 204, 255),
        ("color: rgb(0 0 0 / 20%)", 204, 255),
        ("color: white", 255, 255),
    ],
    ids=[
        "black",
        "pale",
        "yellow",
        "red",
        "brand",
        "white on black",
        "white on pale",
        "on grey",
        "faint",
        "thin",
        "none",
    ],
)
def test_greys_of_a_word(typeset: Typeset, style: str, grey: int, ground: int) -> None:
    seen = greys(typeset(f'<p>Plain</p><p style="{style}">Fill the kettle</p>', STYLE))
    assert seen["Plain"] == (0, 255)
    assert seen["Fill the kettle"] == pytest.approx((grey, ground), abs=1)


@pytest.mark.parametrize(
    ("body", "word", "expected"),
    [
        ('<p>Kettle</p><div class="over"></div>', "Kettle", (0, 0)),
        ('<p>Kettle</p><div class="over" style="background: white"></div>', "Kettle", (255, 255)),
        ('<p>Kettle and <i class="dark">more</i></p>', "more", (255, 34)),
        (svg('<rect width="99" height="40"/><text y="30" fill="#fff">C</text>'), "C", (255, 0)),
        (svg('<text y="30" fill="#aaa">C</text>'), "C", (170, 255)),
        (svg('<g opacity=".2"><text y="30">C</text></g>'), "C", (204, 255)),
        ("<p>Kettle <s>struck out</s></p>", "struck out", (0, 255)),
        ('<p style="overflow: hidden; width: 0; height: 0">Kettle</p>', "Kettle", (255, 255)),
    ],
    ids=[
        "covered", "covered in white", "dark box", "picture", "pale picture", "faint picture",
        "struck out", "cut off",
    ],
)  # fmt: skip
def test_what_is_around_a_word_counts(
    typeset: Typeset, body: str, word: str, expected: tuple[int, int]
) -> None:
    assert greys(typeset(body, STYLE))[word] == pytest.approx(expected, abs=1)


def test_a_picture_is_lettered_in_the_font_that_it_names(typeset: Typeset) -> None:
    """Else any Noto font of the machine is taken, with more or less ink."""
    facts = read_facts(typeset(svg('<text y="30">C</text>'), STYLE))
    assert {font.family for font in facts.fonts} == {"Noto Sans"}


def test_one_covered_word_of_a_line_counts(typeset: Typeset) -> None:
    style = STYLE + ".over { left: 100pt; width: 40pt }"
    line = "Fill the kettle with clear cold water and wait"
    pdf = typeset(f'<p>{line}</p><div class="over"></div>', style)
    assert greys(pdf) == {line: (0, 0)}


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [(20, 60, (255, 60)), (20, 200, (255, 200))],
    ids=["dark", "half"],
)
def test_worst_part_over_a_picture_counts(
    typeset: Typeset, left: int, right: int, expected: tuple[int, int]
) -> None:
    """A word is white on a picture, and may run from its dark half into its pale one."""
    pixels = f"image-rendering: pixelated; background: {picture(left, right)} 0/100% 100%"
    body = f'<p style="color: white; width: 200pt; {pixels}">Fill the kettle with water</p>'
    assert greys(typeset(body, STYLE)) == {"Fill the kettle with water": expected}


def test_words_invisible_on_purpose_are_as_good_as_black() -> None:
    pdf = drawn_text(b"BT /F 12 Tf 3 Tr 1 g 20 20 Td (hidden) Tj ET")
    assert greys(pdf) == {"hidden": (0, 255)}


def test_outline_around_a_filled_word_does_not_count() -> None:
    pdf = drawn_text(b"0 g 1 G .5 w BT /F 40 Tf 2 Tr 10 20 Td (outlined) Tj ET")
    assert greys(pdf) == {"outlined": (0, 255)}


def test_turned_page_is_read_as_it_is_drawn() -> None:
    content = b"0 g 0 0 100 50 re f 1 g BT /F 12 Tf 20 20 Td (white) Tj ET"
    pale = b" 0.7 g BT /F 12 Tf 120 70 Td (pale) Tj ET"

    def turn(document: pikepdf.Pdf) -> None:
        document.pages[0].Rotate = 90

    expected = {"white": (255, 0), "pale": (179, 255)}
    straight = drawn_text(content + pale)
    assert greys(straight) == greys(changed(straight, turn)) == expected


def test_word_in_a_form_is_seen() -> None:
    def add(document: pikepdf.Pdf) -> None:
        inner = form(document, b"0.7 g BT /F 12 Tf 20 20 Td (within) Tj ET")
        inner.Resources = document.pages[0].Resources
        document.pages[0].Contents = document.make_stream(b"/a Do")
        document.pages[0].Resources = Dictionary(XObject=Dictionary(a=inner))

    assert greys(changed(drawn_text(b""), add)) == {"within": pytest.approx((178, 255), abs=1)}


def test_huge_page_is_rendered_smaller(monkeypatch: pytest.MonkeyPatch) -> None:
    sizes = []

    def rendered(band: _Band, paper: int) -> bytearray:
        sizes.append((band.width, band.height))
        return _rendered(band, paper)

    def grow(document: pikepdf.Pdf) -> None:
        document.pages[0].MediaBox = pikepdf.Array([0, 0, 14_000, 3_500])

    monkeypatch.setattr("plainleaf.checks.facts.copier._rendered", rendered)
    pdf = changed(drawn_text(b"0.7 g BT /F 900 Tf 2000 2000 Td (huge) Tj ET"), grow)
    assert greys(pdf) == {"huge": (179, 255)}
    assert sizes == [(4000, 1000)] * 3


def drawn_text(content: bytes) -> bytes:
    """Return a one-page PDF with this content, and a font F that comes with ReportLab.

    What stands for a font that is not embedded differs by machine.
    """

    def add(document: pikepdf.Pdf) -> None:
        file = document.make_stream(VERA.read_bytes())
        about = Dictionary(Type=Name.FontDescriptor, FontName=Name.Vera, FontFile2=file)
        about.Flags, about.MissingWidth = 32, 600
        font = Dictionary(Type=Name.Font, Subtype=Name.TrueType, BaseFont=Name.Vera)
        font.FontDescriptor = document.make_indirect(about)
        font.Encoding = Name.WinAnsiEncoding
        document.pages[0].Resources = Dictionary(Font=Dictionary(F=font))

    return changed(drawn(content), add)


@pytest.mark.parametrize(
    "body",
    [
        "<p>. , · – ' …</p>",
        '<p style="font-size: 4pt">. , · – Tiny words</p>',
        '<p style="background: black; color: white">. , · –</p>',
        '<p style="text-decoration: underline">- under -</p>',
        '<p style="border: 1pt solid; border-radius: 9pt">In a <b>box</b></p>',
        '<h1 style="color: #0b5563; font-size: 60pt">Big</h1>',
    ],
    ids=["dots", "tiny", "white dots", "underlined", "boxed", "big"],
)
def test_good_print_gives_no_warning(typeset: Typeset, body: str) -> None:
    assert list(check_photocopy(read_facts(typeset(body, STYLE)), None)) == []


BRAND = """meta:
  name: Pale
logo:
  images:
    main:
      path: logo.svg
      alt: Ward 3
  medium: main
"""
WORD = """<svg xmlns="http://www.w3.org/2000/svg" width="200" height="60" viewBox="0 0 200 60">
<text y="45" font-family="Noto Sans" font-size="40" fill="#888">Ward</text></svg>"""
OUTLINE = """<svg xmlns="http://www.w3.org/2000/svg" width="200" height="60" viewBox="0 0 200 60">
<path d="M0 15h9v21h9V15h9v21h9V15h9v30H0z" fill="#bbb"/></svg>"""
FIGURE = "\n::: figure\n\n![Ward 3](images/ward.svg)\n\n:::\n"


def test_words_of_a_picture_are_told_before_they_are_printed(build_with: Build) -> None:
    """Nobody could ask how pale they are: a picture is drawn anew, without its letters."""
    (result,) = build_with(
        {"handouts/tea/handout.md": HANDOUT + FIGURE, "handouts/tea/images/ward.svg": WORD}
    )
    (finding,) = result.findings
    told = (result.state, finding.code, finding.message)
    assert told == ("failed", "picture-feature", "images/ward.svg, line 2, has text: <text>.")


@pytest.mark.parametrize(
    ("logo", "told"),
    [
        (
            OUTLINE,
            ("built", "logo-faint", "has a contrast of 1.9:1 on paper, less than 3:1."),
        ),
        (WORD, ("failed", "logo-feature", "has text: <text>.")),
    ],
    ids=["in outlines", "in letters"],
)
def test_pale_word_of_a_logo_is_told_by_the_build(
    logo: str, told: tuple[str, str, str], build_with: Build
) -> None:
    (result,) = build_with(
        {
            "plainleaf.toml": SETTINGS + '[defaults]\nbrands = ["pale"]\n',
            "styles/brands/pale/_brand.yml": BRAND,
            "styles/brands/pale/logo.svg": logo,
        }
    )
    (finding,) = result.findings
    assert (result.state, finding.code, finding.message) == told
