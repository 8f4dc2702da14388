"""Where pages end: no heading alone, frames whole where they can be, else closed on each."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import pypdfium2
import pytest
import weasyprint
from weasyprint.formatting_structure.boxes import BlockBox, FlexBox, TextBox

from plainleaf.workspace import Workspace
from tests.conftest import change
from tests.typeset.test_safe import sheet_of
from tests.typesetting import Typeset, pdf_of

PAGE = """<style>@page {{ size: 100mm 80mm; margin: 10mm }}
html {{ font: 14pt/20pt "Noto Sans"; orphans: 2; widows: 2 }}
h2, p, ul {{ margin: 0 }} h2 {{ font: inherit; break-after: avoid }} ul {{ break-before: avoid }}
div {{ break-inside: avoid; box-decoration-break: clone; border: 2pt solid }}
div div {{ border: 0 }}
.flex {{ display: flex; flex-wrap: wrap }} .flex p {{ flex: 1 1 60mm; height: 14mm }}
.picture {{ height: 58mm; border: 0 }}</style><body>{}"""
ITEMS = "<ul>" + "<li>An item.</li>" * 12 + "</ul>"
FLEX = "<p>Name</p><p>Date</p><p>Phone</p>"

CASES: Mapping[str, tuple[str, Sequence[str]]] = {
    "a box longer than a page is divided under its heading": (
        f"<h2>Call</h2><div><p>Phone</p>{ITEMS}</div>",
        ["Call Phone" + " An item." * 5, "An item. " * 7],
    ),
    "also after other text, on a page of its own": (
        f"<p>Rest.</p><h2>Call</h2><div>{ITEMS}</div>",
        ["Rest.", "Call" + " An item." * 7, "An item. " * 5],
    ),
    "a box that fits goes to the next page with its heading": (
        f"<p>{'Rest.<br>' * 5}</p><h2>Call</h2><div>{'Now.<br>' * 6}</div>",
        ["Rest. " * 5, "Call" + " Now." * 6],
    ),
    "boxes within are divided too": (
        f"<h2>Call</h2><div><div>{ITEMS}</div></div>",
        ["Call" + " An item." * 6, "An item. " * 6],
    ),
    "two headings stay together": (
        f"<p>Rest.</p><h2>Call</h2><h2>Now</h2><div>{ITEMS}</div>",
        ["Rest.", "Call Now" + " An item." * 6, "An item. " * 6],
    ),
    "a box set out by flex stays whole": (
        f"<p>{'Rest.<br>' * 6}</p><div class='flex'>{FLEX}</div>",
        ["Rest. " * 6, "Name Date Phone"],
    ),
    "one that is longer than a page does not": (
        f"<div class='flex'>{FLEX * 2}</div>",
        ["Name Date Phone Name", "Date Phone"],
    ),
    "what cannot be divided is not cut": (
        "<h2>Call</h2><div class='picture'></div><p>Words.</p>",
        ["Call", "", "Words."],
    ),
}


def pages_of(body: str) -> Sequence[Any]:
    pages: Sequence[Any] = weasyprint.HTML(string=PAGE.format(body)).render().pages
    return pages


def words(page: Any) -> str:
    boxes = page._page_box.descendants()
    texts = (box.text for box in boxes if isinstance(box, TextBox) and box.text != "• ")
    return " ".join(" ".join(texts).split())


@pytest.mark.parametrize("name", CASES)
def test_pages_end(name: str, typeset: Typeset) -> None:
    body, expected = CASES[name]
    assert [words(page) for page in pages_of(body)] == [" ".join(e.split()) for e in expected]


def frames(page: Any) -> Iterator[Any]:
    boxes = page._page_box.descendants()
    yield from (b for b in boxes if isinstance(b, BlockBox | FlexBox) and b.element_tag == "div")


def test_a_divided_frame_is_closed_on_each_page(typeset: Typeset) -> None:
    for page in pages_of(f"<h2>Call</h2><div>{ITEMS}</div>"):
        (frame,) = frames(page)
        edges = frame.border_top_width, frame.border_bottom_width
        bottom = frame.border_box_y() + frame.border_height()
        assert (min(edges) > 2, bottom <= page.height - page._page_box.margin_bottom) == (
            True,
            True,
        )


HANDOUT = "handouts/drink-water/handout.md"
SIGNS = "\n".join(
    f"- Sign {n}: you are not able to drink, or you feel much worse." for n in range(14)
)


@pytest.fixture
def pages(typeset: Typeset, library: Workspace) -> Any:
    """Typeset a sheet; return the words of each page."""
    import plainleaf.typeset  # after our fonts are set
    from plainleaf.workers.jobs import TypesetJob

    def make(*languages: str, **edition: str) -> Sequence[str]:
        sheet = sheet_of(library, languages, **edition)  # type: ignore[arg-type]
        pdf = pdf_of(plainleaf.typeset.run(TypesetJob(sheet, library, 20)))
        read = (page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(pdf))
        return [" ".join(text.split()) for text in read]

    return make


@pytest.mark.slow
@pytest.mark.parametrize(
    ("size", "page_format"),
    [("large", "sheet"), ("large", "booklet"), ("giant", "sheet"), ("standard", "booklet")],
)
def test_a_call_box_begins_under_its_heading(
    size: str, page_format: str, pages: Any, library: Workspace
) -> None:
    change(library, HANDOUT, "Call us if you cannot drink.", f"Call us if:\n\n{SIGNS}")
    change(library, HANDOUT, "::: questions lines=2\n\n- How much is enough?\n\n:::\n", "")
    found = pages("en", size=size, page_format=page_format)
    (first,) = (text for text in found if "When to call" in text)
    assert "Sign 0" in first.partition("When to call")[2]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("size", "page_format", "layout"),
    [
        ("large", "sheet", "stacked"),
        ("giant", "sheet", "stacked"),
        ("large", "sheet", "duplex"),
        ("standard", "sheet", "columns"),
        ("standard", "booklet", "stacked"),
        ("giant", "booklet", "stacked"),
    ],
)
def test_the_record_stands_on_one_page(
    size: str, page_format: str, layout: str, pages: Any, library: Workspace
) -> None:
    """Wherever it begins: what stands above moves it down the page."""
    change(library, HANDOUT, "::: questions lines=2\n\n- How much is enough?\n\n:::\n", "")
    line = "Call us if you cannot drink."
    for _ in range(4):
        found = pages("en", "es", size=size, page_format=page_format, layout=layout)
        records = [text.partition("Name:")[2] for text in found if "Name:" in text]
        assert [("Date:" in text, "Phone:" in text) for text in records] == [(True, True)]
        spanish = found if layout == "duplex" else records
        records = [text.partition("Nombre:")[2] for text in spanish if "Nombre:" in text]
        assert [("Fecha:" in text, "Teléfono:" in text) for text in records] == [(True, True)]
        change(library, HANDOUT, f"{line}\n\n:::", f"{line}\n\n{line}\n\n:::")


def test_a_document_leaves_nothing_for_the_next_one() -> None:
    """The engine writes the name of a page into what it is told of a box that does not fit."""
    kept = f"<p>{'Rest.<br>' * 6}</p><div class='flex'>{FLEX}</div>"
    rows = "<p>Rest.</p>" * 9

    def names(body: str) -> list[str]:
        document = weasyprint.HTML(string=PAGE.format(body)).render()
        return [page._page_box.page_type.name for page in document.pages]

    backs = f"<main>{kept}</main><main style='page: back'>{kept}{rows}</main>"
    found = (names(kept + rows), names(backs), names(kept + rows))
    assert found == (["", "", ""], ["", "", "back", "back", "back"], ["", "", ""])


def test_a_grid_asks_for_boxes_by_the_names_of_their_places(typeset: Typeset) -> None:
    columns = "<style>div { display: grid; grid-template-columns: auto auto }</style>"
    pdf = typeset(f"{columns}<div><p>Name</p><p>Date</p></div>")
    with pypdfium2.PdfDocument(pdf) as document:
        assert document[0].get_textpage().get_text_bounded().split() == ["Name", "Date"]
