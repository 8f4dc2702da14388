"""What is on a proof, asked of the PDF."""

import io
from dataclasses import replace
from itertools import combinations

import pypdfium2
import pytest
from PIL import Image

from plainleaf.author.proof import DPI, Pages, ProofSheet, proof
from plainleaf.checks.facts.ink import read_ink
from plainleaf.errors import Finding, Severity
from plainleaf.model import ON_BLACK, ON_WHITE, Box, Brand, Contact, Drawing, Paint, Picture
from plainleaf.stamp.appearance import Appearance
from plainleaf.text.languages import read_language
from tests.impose.letters import MM, texts

PHONE = "(555) 010-0199"
SVG = (
    b'<svg xmlns="http://www.w3.org/2000/svg" width="3" height="1"><path d="M0 0h3v1h-3z"/></svg>'
)


def png(width: int, height: int) -> bytes:
    file = io.BytesIO()
    Image.new("RGBA", (width, height), "#0b5563").save(file, "PNG")
    return file.getvalue()


WIDE = Drawing("svg", SVG, width=3, height=1, contrast=21)
TALL = Drawing("png", png(100, 300), width=100, height=300, contrast=8)
WHITE_SQUARE = Drawing("svg", SVG.replace(b"<path", b'<path fill="#fff"'), 3, 1, contrast=1)
LOGO = Picture("styles/brands/tea/logo.svg", "A leaf")


def appears(drawing: Drawing, on: str = ON_WHITE) -> Appearance:
    return Appearance(LOGO, drawing, on)


BOTH = (appears(WIDE),) * 2

TEA = Brand(
    name="tea",
    title="Tea House",
    path="styles/brands/tea/_brand.yml",
    pictures={("medium", "light"): LOGO},
    paints=(Paint("primary", "#f0b400", "#8a6800"),),
    palette={"sun": "#f0b400", "leaf": "#3f6b1f"},
    contacts={"en": Contact(PHONE, ("1 Kettle Street",))},
    disclaimer="Not real.",
    partners=("Cups", "Spoons"),
    site="https://tea.example/h",
)
FAINT = Finding("styles/brands/tea/logo.svg", None, "faint", "is faint.", "See.", Severity.WARNING)
ROOM = 14 * MM


def sheet(**fields: object) -> ProofSheet:
    languages = {code: read_language(code) for code in ("en", "es", "ar")}
    return ProofSheet(**{"brand": TEA, "logos": BOTH, "languages": languages, **fields})  # type: ignore[arg-type]


def said(drawn: ProofSheet) -> str:
    (page,) = texts(proof(drawn))
    return page


def images(drawn: ProofSheet) -> list[Box]:
    """Return where pictures are."""
    marks = read_ink(proof(drawn), with_greys=False).marks
    return [mark.box for mark in marks if mark.kind == "image"]


def sizes(drawn: ProofSheet) -> list[tuple[int, int]]:
    """Return how large pictures are, in whole millimetres."""
    boxes = images(drawn)
    return [(whole(box.right - box.left), whole(box.top - box.bottom)) for box in boxes]


def whole(points: float) -> int:
    return round(points / MM)


def test_proof_says_all() -> None:
    pages = Pages("pour_en_sheet", 3, (png(85, 110), png(85, 110)))
    assert said(sheet(pages=pages, findings=(FAINT,))) == (
        "Proof: Tea House How the brand is printed. Compare it with your own rules,"
        " mark what is wrong, and sign below. Logo"
        " Smallest: 36.0 × 12.0 mm on white, clear space 3.0 mm"
        " Largest: 60.0 × 20.0 mm on white, clear space 5.0 mm At 100 % this line measures 50 mm"
        " Colours primary, sun #8a6800 5.2 : 1 on white darkened from #f0b400, 1.9 : 1"
        " leaf #3f6b1f 6.3 : 1 on white"
        " Words A screen reader says A leaf Web address https://tea.example/h"
        " Disclaimer Not real. Partners Cups, Spoons"
        f" Contact English (en) {PHONE} 1 Kettle Street"
        " Handout pour, en, sheet: pages 1 to 2 of 3"
        " Findings • logo.svg: is faint. See."
        " Approval Approved Changes wanted Name and signature Date"
    )


def test_name_alone_is_a_proof() -> None:
    alone = sheet(brand=Brand("tea", title="Tea House"), logos=())
    assert said(alone).partition(" Logo ")[2] == (
        "There is none: the name is printed in its place. Tea House"
        " At 100 % this line measures 50 mm"
        " Colours None is given: everything is printed black."
        " Words Not given: web address, disclaimer, partners"
        " Contact None is given: sheets have a line to write a number on."
        " Handout There is no handout yet. Findings Nothing to mend."
        " Approval Approved Changes wanted Name and signature Date"
    )


@pytest.mark.parametrize(("paper", "size"), [("letter", (216, 279)), ("a4", (210, 297))])
def test_proof_is_one_page_of_its_paper(paper: str, size: tuple[int, int]) -> None:
    with pypdfium2.PdfDocument(proof(sheet(paper=paper))) as document:
        found = [tuple(map(whole, page.get_size())) for page in document]
        meant = document.get_metadata_value("Title")
    assert (found, meant) == ([size], "Proof: Tea House")


def test_same_sheet_gives_the_same_bytes() -> None:
    assert proof(sheet()) == proof(sheet())


def test_logos_are_drawn_in_their_printed_sizes() -> None:
    """In the room that is left beside the clear space, and within their ground."""
    black = (appears(WIDE, ON_BLACK),) * 2
    wide = replace(TEA, clear_space=0.5)
    found = [sizes(sheet()), sizes(sheet(brand=wide)), sizes(sheet(logos=black))]
    assert found == [[(36, 12), (60, 20)], [(30, 10), (50, 17)], [(31, 10), (52, 17)]]


def test_logo_on_black_stands_on_black() -> None:
    """Its corners are black, and what is around its ground is white."""
    black = sheet(logos=(appears(WHITE_SQUARE, ON_BLACK),))
    (box,) = images(black)
    assert "on black, clear space 3.0 mm" in said(black)
    edge = 0.08 * (box.top - box.bottom)
    assert [grey_at(black, box.left - edge * share) for share in (-2, 0.5, 2)] == [255, 0, 255]


def grey_at(drawn: ProofSheet, x: float) -> int:
    """Return the grey at half the height of the one logo."""
    (box,) = images(drawn)
    with pypdfium2.PdfDocument(proof(drawn)) as document:
        page = document[0]
        picture = page.render(scale=4).to_pil().convert("L")
        y = page.get_height() - (box.top + box.bottom) / 2
    grey: int = picture.getpixel((round(4 * x), round(4 * y)))
    return grey


def test_logo_is_as_wide_as_its_brand_asks_for() -> None:
    wide = replace(TEA, minimum_width=45.0)
    assert sizes(sheet(brand=wide)) == [(45, 15), (60, 20)]


def test_logo_that_has_no_room_is_drawn_to_scale() -> None:
    high = sheet(logos=(appears(TALL),), heights=(200, 200))
    assert sizes(high) == [(20, 60)]
    assert "Logo, here at 30 % of its printed sizes Smallest: 66.7 × 200.0 mm" in said(high)


def test_contact_in_another_script_is_the_picture_at_its_side() -> None:
    """300 pixels are an inch; the first column ends at 74 mm."""
    brand = replace(TEA, contacts={"ar": Contact(PHONE, ("شارع",))})
    picture = png(DPI, DPI // 2)
    drawn = sheet(brand=brand, logos=(), contact_pictures={"ar": picture})
    assert [(whole(box.left), whole(box.right)) for box in images(drawn)] == [(49, 74)]
    assert "Arabic (ar) Handout" in said(drawn)


def test_text_in_another_script_is_its_picture() -> None:
    brand = replace(TEA, title="بيت الشاي")
    drawn = sheet(brand=brand, logos=(), text_pictures={brand.title: png(600, 100)})
    assert (sizes(drawn), said(drawn)[:10]) == ([(51, 8), (51, 8)], "Proof: How")


def test_text_without_a_picture_is_not_drawn_wrong() -> None:
    brand = replace(TEA, disclaimer="غير حقيقي")
    assert "Disclaimer (in another script: see the handout) Partners" in said(sheet(brand=brand))


def test_latin_greek_and_cyrillic_are_drawn() -> None:
    contacts = {"en": Contact(lines=("Đường Nguyễn Văn", "Οδός Τσαγιού", "Чайная улица"))}
    drawn = said(sheet(brand=replace(TEA, contacts=contacts)))
    assert "English (en) Đường Nguyễn Văn Οδός Τσαγιού Чайная улица Handout" in drawn


def test_what_has_no_room_is_counted() -> None:
    codes = ("en", "es", "ar", "hi", "vi", "fr", "ht", "ko", "pl", "pt", "ru", "so")
    lines = ("1 Kettle Street", "Second floor", "Monday to Friday")
    many = replace(TEA, contacts=dict.fromkeys(codes, Contact(PHONE, lines)))
    drawn = said(sheet(brand=many, findings=(FAINT,) * 30))
    assert "and 6 more languages" in drawn
    assert "and 23 more" in drawn


LONG = "The Greater Northern Riverside and Lakes Regional Community Health Collaborative"
CROWDED = replace(
    TEA,
    title=f"{LONG} and {LONG}",
    palette={f"shade {n}": f"#0000{n:02d}" for n in range(20)},
    contacts={
        code: Contact(PHONE, (LONG, "Second floor", "Monday to Friday"))
        for code in ("en", "es", "vi", "fr", "pl", "pt")
    },
    disclaimer=LONG * 5,
    partners=(LONG,) * 12,
    site="https://" + "tea" * 60,
)


@pytest.mark.parametrize("paper", ["letter", "a4"])
@pytest.mark.parametrize(
    "logos",
    [(), BOTH, (appears(TALL),) * 2, (appears(WIDE, ON_BLACK),) * 2],
    ids=["no logo", "wide logos", "tall logos", "on black"],
)
def test_nothing_meets_anything_else(paper: str, logos: tuple[Appearance, ...]) -> None:
    finding = replace(FAINT, message=LONG)
    pages = Pages("pour_en_sheet", 3, (png(85, 110), png(85, 110)))
    crowded = sheet(brand=CROWDED, paper=paper, logos=logos, pages=pages, findings=(finding,) * 9)
    ink = read_ink(proof(crowded), with_greys=False)
    (width, height) = ink.pages[0]
    boxes = [mark.box for mark in ink.marks if mark.kind in ("text", "image")]
    outside = [
        box
        for box in boxes
        if box.left < ROOM - 1
        or box.bottom < ROOM - 1
        or box.right > width - ROOM + 1
        or box.top > height - ROOM + 1
    ]
    assert (outside, [pair for pair in combinations(boxes, 2) if meet(*pair)]) == ([], [])


def meet(one: Box, other: Box) -> bool:
    return (
        min(one.right, other.right) - max(one.left, other.left) > 0.5
        and min(one.top, other.top) - max(one.bottom, other.bottom) > 0.5
    )


def test_fonts_are_embedded() -> None:
    pdf = proof(sheet())
    assert (b"Helvetica" in pdf, pdf.count(b"/FontFile2")) == (False, 2)
