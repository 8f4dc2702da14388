import io
import re
import unicodedata
from collections.abc import Callable, Mapping
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Pdf, String

from plainleaf.checks.facts import read_facts
from plainleaf.errors import PlainleafError
from plainleaf.model import Element, Facts, Font, Link
from tests.typesetting import Typeset

STYLE = """
@page { size: 400pt 300pt; margin: 40pt; @bottom-left { content: "Footer"; font-size: 9pt } }
html { font: 18pt "Noto Sans" }
"""
BODY = """
<h1>Green tea</h1>
<p>Sip it, or <a href="https://example.org/tea">read all about the many kinds of tea</a>.</p>
<p>Say <span lang="fr">merci</span>.</p>
<h2>1 Brew</h2>
<svg width="100pt" height="20pt" viewBox="0 0 200 40"><title>Cup</title>
<text y="30" font-family="Noto Sans" font-size="18pt">small</text></svg>
"""


@pytest.fixture(scope="session")
def pdf(typeset: Typeset) -> bytes:
    return typeset(BODY, STYLE)


@pytest.fixture(scope="session")
def facts(pdf: bytes) -> Facts:
    return read_facts(pdf)


def changed(pdf: bytes, change: Callable[[Pdf], None]) -> bytes:
    """Return a PDF after a change of its objects."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        change(document)
        saved = io.BytesIO()
        document.save(saved)
    return saved.getvalue()


def drawn(content: bytes) -> bytes:
    """Return a one-page PDF with this content."""
    document = pikepdf.new()
    document.add_blank_page(page_size=(200, 100))
    document.pages[0].Contents = document.make_stream(content)
    saved = io.BytesIO()
    document.save(saved)
    return saved.getvalue()


def form(document: Pdf, content: bytes, **drawing: pikepdf.Object) -> pikepdf.Stream:
    keys = {"/Type": Name.XObject, "/Subtype": Name.Form, "/BBox": Array([0, 0, 900, 900])}
    resources = Dictionary(
        XObject=Dictionary({f"/{name}": thing for name, thing in drawing.items()})
    )
    return document.make_stream(content, {**keys, "/Resources": resources})


def test_metadata_is_read(facts: Facts) -> None:
    said = (facts.title, facts.author, facts.language, facts.pages, facts.violations)
    assert said == ("Tea", "Ward 3", "en", ((400, 300), (400, 300)), ())


def test_bookmarks_are_in_order(facts: Facts) -> None:
    assert facts.bookmarks == ("Green tea", "1 Brew")


def test_body_leaves_margin_boxes_out(facts: Facts) -> None:
    words = "Greenteasipit,orreadallaboutthemanykindsoftea.Saymerci.1Brewsmall"
    assert "".join(facts.body.split()).casefold() == words.casefold()


def test_margin_boxes_are_text_on_the_page(facts: Facts) -> None:
    assert [run.size for run in facts.runs if run.text == "Footer"] == [9, 9]


def test_size_is_as_drawn_in_a_scaled_picture(facts: Facts) -> None:
    drawn = [(run.text, round(run.size, 3)) for run in facts.runs if len(run.text) == 1]
    assert drawn[-5:] == [(letter, 12) for letter in "small"]


def test_link_has_a_part_for_each_line(facts: Facts) -> None:
    target = "https://example.org/tea"
    texts = ("read all about the many", "kinds of tea")
    assert facts.links == tuple(Link(1, target, target, text) for text in texts)


def test_fonts_are_embedded_and_lack_nothing(facts: Facts) -> None:
    assert set(facts.fonts) == {Font("Noto Sans", embedded=True)}


def test_language_of_an_element_comes_from_around_it(pdf: bytes) -> None:
    def mark(document: Pdf) -> None:
        paragraph = document.Root.StructTreeRoot.K[0].K[2]
        paragraph.Lang = String("de")
        paragraph.K[1].Lang = String("fr")

    elements = read_facts(changed(pdf, mark)).elements
    assert [element for element in elements if element.language != "en"] == [
        Element("P", "de", "en", "Say merci."),
        Element("Span", "de", "de", "Say "),
        Element("Span", "fr", "de", "merci"),
        Element("Span", "fr", "fr", "merci"),
        Element("Span", "de", "de", "."),
    ]


def test_actual_text_stands_for_what_is_drawn(pdf: bytes) -> None:
    def replace(document: Pdf) -> None:
        document.Root.StructTreeRoot.K[0].K[0].ActualText = String("पानी")

    assert read_facts(changed(pdf, replace)).body.startswith("पानी")


def test_actual_text_in_the_content_stands_for_what_is_drawn(pdf: bytes) -> None:
    def replace(document: Pdf) -> None:
        content = document.pages[0].Contents
        plain = content.read_bytes()
        marked = b"/Span\n<</MCID 0 /ActualText <feff0907>>>\nBDC"
        assert b"/Span\n<</MCID 0>>\nBDC" in plain
        content.write(plain.replace(b"/Span\n<</MCID 0>>\nBDC", marked, 1))

    assert read_facts(changed(pdf, replace)).body.startswith("इSip")


def test_artifact_within_the_text_is_left_out(pdf: bytes) -> None:
    def hide(document: Pdf) -> None:
        content = document.pages[0].Contents
        begin, end = b"/Span\n<</MCID 0>>\nBDC", b"EMC"
        before, _, after = content.read_bytes().partition(begin)
        inner, _, rest = after.partition(end)
        content.write(before + begin + b" /Artifact BMC" + inner + b"EMC EMC" + rest)

    assert read_facts(changed(pdf, hide)).body.startswith("Sip")


def test_arabic_is_read_in_its_order(typeset: Typeset) -> None:
    style = 'html { font: 18pt "Noto Sans Arabic" }'
    body = read_facts(typeset("<p>إلى الآن 12 على</p>", style, lang="ar")).body
    # A ligature comes back as one character of its own.
    assert unicodedata.normalize("NFKC", body) == "إلى الآن 12 على"


def test_missing_glyph_is_found(typeset: Typeset) -> None:
    style = '@page { size: 400pt 300pt } html { font: 18pt "Noto Sans" }'
    body = '<p>fine</p><p style="break-before: page">\U000f1234</p>'
    assert read_facts(typeset(body, style)).fonts == (
        Font("Noto Sans", embedded=True, notdef=(2,)),
    )


@pytest.mark.parametrize(
    ("action", "active"),
    [
        (Dictionary(S=Name.JavaScript, JS=String("app.alert(1)")), ("/JS", "/JavaScript")),
        (Dictionary(S=Name.Launch, F=String("calc")), ("/Launch",)),
        (Dictionary(S=Name.SubmitForm, F=String("https://example.org")), ("/SubmitForm",)),
    ],
    ids=["script", "launch", "submit"],
)
def test_what_acts_is_found(pdf: bytes, action: Dictionary, active: tuple[str, ...]) -> None:
    def add(document: Pdf) -> None:
        document.Root.OpenAction = action

    assert read_facts(changed(pdf, add)).active == active


def test_nothing_acts_in_a_plain_file(facts: Facts) -> None:
    assert facts.active == ()


def test_words_about_what_acts_are_only_words(pdf: bytes) -> None:
    def add(document: Pdf) -> None:
        document.docinfo["/Subject"] = String("how to /Launch a (/JavaScript) tea")

    assert read_facts(changed(pdf, add)).active == ()


def test_attachment_is_found(pdf: bytes) -> None:
    def attach(document: Pdf) -> None:
        document.attachments["note.txt"] = b"hello"

    assert read_facts(changed(pdf, attach)).active == (
        "/AF",
        "/EmbeddedFile",
        "/EmbeddedFiles",
    )


def test_strings_come_from_everywhere_outside_of_pages(pdf: bytes) -> None:
    def add(document: Pdf) -> None:
        document.docinfo["/Subject"] = String("Plätze (a\\b)")
        document.Root.Deep = Array([Dictionary(Inner=String("水"))])

    before, after = (set(read_facts(file).strings) for file in (pdf, changed(pdf, add)))
    assert after - before >= {"Plätze (a\\b)", "水"}


def test_metadata_is_among_the_strings(facts: Facts) -> None:
    assert any("<dc:title>" in text for text in facts.strings)


def test_ink_in_forms_has_the_composed_box() -> None:
    document = pikepdf.open(io.BytesIO(drawn(b"2 0 0 2 10 20 cm /a Do")))
    inner = form(document, b"0 0 5 5 re f")
    outer = form(document, b"q 3 0 0 3 1 1 cm /b Do Q", b=inner)
    document.pages[0].Resources = Dictionary(XObject=Dictionary(a=outer))
    saved = io.BytesIO()
    document.save(saved)
    (mark,) = read_facts(saved.getvalue()).marks
    sides = (mark.box.left, mark.box.bottom, mark.box.right, mark.box.top)
    assert sides == pytest.approx((12, 22, 42, 52), abs=0.1)


@pytest.mark.parametrize(
    ("content", "kinds"),
    [
        (b"1 1 10 10 re f", ["path"]),
        (b"1 1 10 10 re S", ["path"]),
        (b"1 1 10 10 re n", []),
        (b"1 g 1 1 10 10 re f", []),
        (b"1 g 1 1 10 10 re B", ["path"]),
        (b"q 50 1 9 9 re W n 1 1 10 10 re f Q", []),
    ],
    ids=["filled", "stroked", "unpainted", "white", "white with a line", "clipped away"],
)
def test_ink_is_what_can_be_seen(content: bytes, kinds: list[str]) -> None:
    assert [mark.kind for mark in read_facts(drawn(content)).marks] == kinds


def test_box_of_ink_counts_from_the_lower_left_corner() -> None:
    def move(document: Pdf) -> None:
        document.pages[0].MediaBox = Array([100, 100, 300, 200])

    facts = read_facts(changed(drawn(b"101 102 10 10 re f"), move))
    (box,) = [mark.box for mark in facts.marks]
    assert facts.pages == ((200, 100),)
    assert (box.left, box.bottom) == pytest.approx((1, 2), abs=0.1)


def encrypted(pdf: bytes, user: str) -> bytes:
    saved = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as document:
        document.save(saved, encryption=pikepdf.Encryption(owner="owner", user=user))
    return saved.getvalue()


def self_drawing() -> bytes:
    with pikepdf.open(io.BytesIO(drawn(b"/a Do"))) as document:
        endless = document.make_indirect(form(document, b"/a Do"))
        endless.Resources.XObject.a = endless
        document.pages[0].Resources = Dictionary(XObject=Dictionary(a=endless))
        saved = io.BytesIO()
        document.save(saved)
    return saved.getvalue()


def forms_by_the_million() -> bytes:
    with pikepdf.open(io.BytesIO(drawn(b"/a Do"))) as document:
        drawing = form(document, b"0 0 1 1 re f")
        for _ in range(7):
            drawing = form(document, b"/a Do " * 10, a=drawing)
        document.pages[0].Resources = Dictionary(XObject=Dictionary(a=drawing))
        saved = io.BytesIO()
        document.save(saved)
    return saved.getvalue()


def unpacked_to_a_gigabyte() -> bytes:
    with pikepdf.open(io.BytesIO(drawn(b""))) as document:
        document.pages[0].Contents = document.make_stream(b" " * 80 * 2**20)
        saved = io.BytesIO()
        document.save(saved, compress_streams=True)
    return saved.getvalue()


def endless_tree() -> bytes:
    def add(document: Pdf) -> None:
        element = document.make_indirect(Dictionary(S=Name.P))
        element.K = Array([element])
        document.Root.StructTreeRoot = Dictionary(K=Array([element]))

    return changed(drawn(b""), add)


def endless_bookmarks() -> bytes:
    def add(document: Pdf) -> None:
        item = document.make_indirect(Dictionary(Title=String("again")))
        item.Next = item
        document.Root.Outlines = Dictionary(First=item)

    return changed(drawn(b""), add)


def many_pages() -> bytes:
    document = pikepdf.new()
    for _ in range(501):
        document.add_blank_page(page_size=(20, 20))
    saved = io.BytesIO()
    document.save(saved)
    return saved.getvalue()


def huge_page() -> bytes:
    def grow(document: Pdf) -> None:
        document.pages[0].MediaBox = Array([0, 0, 20_000, 20_000])

    return changed(drawn(b""), grow)


def wrong_kinds() -> bytes:
    def spoil(document: Pdf) -> None:
        document.pages[0].Annots = Array([7])

    return changed(drawn(b""), spoil)


BROKEN: Mapping[str, tuple[Callable[[], bytes], str]] = {
    "nothing": (lambda: b"", "is damaged or no PDF"),
    "a web page": (lambda: b"<!doctype html>", "is damaged or no PDF"),
    "cut": (lambda: drawn(b"0 0 1 1 re f")[:300], "is damaged or no PDF"),
    "password": (lambda: encrypted(drawn(b""), "user"), "is encrypted"),
    "no password": (lambda: encrypted(drawn(b""), ""), "is encrypted"),
    "draws itself": (self_drawing, "draws forms within forms without an end"),
    "draws millions": (forms_by_the_million, "draws forms within forms without an end"),
    "bomb": (unpacked_to_a_gigabyte, "memory limit"),
    "tree": (endless_tree, "has a structure tree without an end"),
    "bookmarks": (endless_bookmarks, "has bookmarks without an end"),
    "pages": (many_pages, "has 501 pages"),
    "size": (huge_page, "has a page of an impossible size (page 1)"),
    "kinds": (wrong_kinds, "is damaged"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_unreadable_file_is_refused_with_one_finding(name: str) -> None:
    make, fault = BROKEN[name]
    with pytest.raises(PlainleafError) as caught:
        read_facts(make())
    (told,) = caught.value.faults
    assert told.code == "pdf-unreadable"
    assert fault in told.message


def test_many_bookmarks_are_read(typeset: Typeset) -> None:
    headings = "".join(f"<h2>{number}</h2>" for number in range(400))
    facts = read_facts(typeset(f"<h1>Tea</h1>{headings}"))
    assert (len(facts.bookmarks), facts.violations) == (401, ())


def test_no_pattern_has_a_possessive_group() -> None:
    """Python before 3.11.5, as in Debian 12, matches them wrongly; an atomic group is right."""
    source = Path(__file__).parents[3] / "src"
    files = sorted(source.rglob("*.py"))
    found = [file.name for file in files if re.search(r"\)[*+?]\+(?!,)", file.read_text("utf-8"))]
    assert (len(files) > 50, found) == (True, [])
