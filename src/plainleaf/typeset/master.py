"""HTML → Master: laid out, held to what its reader needs, and written."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Any

import weasyprint

from plainleaf.errors import PlainleafError
from plainleaf.model import NOWHERE, Format, Master, Slot
from plainleaf.typeset.complaints import complaints, raise_any
from plainleaf.typeset.duplex import render_duplex
from plainleaf.typeset.engine.boxes import boxes_of, page_box
from plainleaf.typeset.engine.fetch import BASE, WorkspaceFetcher
from plainleaf.typeset.engine.slots import Openings, close_slots, open_color
from plainleaf.typeset.engine.source import FONTS
from plainleaf.typeset.engine.tags import drop_inner_links, drop_joiners, finish, link_text
from plainleaf.typeset.engine.torn import torn_words
from plainleaf.typeset.floor import floor_of
from plainleaf.typeset.foot import laid_out_with_foot
from plainleaf.typeset.foreign import foreign_texts
from plainleaf.typeset.kept import Wanted
from plainleaf.typeset.pictures import widths_of
from plainleaf.typeset.preferences import set_preferences
from plainleaf.typeset.safe import unsafe
from plainleaf.typeset.tightness import render_tightest, render_to_fit, see_fit

SHEET = Format("sheet")
VARIANT = "pdf/ua-1"


def typeset(
    html: str,
    fetcher: WorkspaceFetcher,
    most_pages: int,
    identifier: str,
    page_format: Format = SHEET,
    tightest_first: bool = False,
    size: str = "standard",
    wanted: Sequence[Wanted] = (),
) -> Master:
    """Lay out and write a tagged PDF; raise PlainleafError for whatever the engine grumbles at.

    WeasyPrint's worst answer is a PDF that looks fine, so a warning is a fault; and so is what a
    style takes from the reader, a `wanted` slot or any text.
    """
    openings = Openings()
    with complaints() as heard:
        source, document = laid_out_with_foot(
            partial(_load, html, fetcher),
            partial(_lay_out, page_format, tightest_first, _options(openings)),
            lambda source: source.render(**_options(openings)),
        )
        raise_any(heard, fetcher.refusals, _excess(document, most_pages))
        see_fit(document, page_format)
        if faults := unsafe(source.etree_element, document, size, wanted):
            raise PlainleafError(*faults)
        pdf, slots, color = _written(document, page_format, openings, identifier)
    raise_any(heard, fetcher.refusals)
    return _master(source, document, pdf, slots, color)


def try_to_fit(html: str, fetcher: WorkspaceFetcher, most_pages: int, page_format: Format) -> None:
    """Lay out at the tightest and write nothing; raise PlainleafError as `typeset` does."""
    with complaints() as heard:
        source = _load(html, fetcher)
        render = partial(source.render, **_options(Openings()))
        document = render_tightest(source, render, page_format)
        raise_any(heard, fetcher.refusals, _excess(document, most_pages))
        see_fit(document, page_format)


def _load(html: str, fetcher: WorkspaceFetcher) -> Any:
    return weasyprint.HTML(string=html, base_url=BASE, url_fetcher=fetcher)


def _options(openings: Openings) -> Mapping[str, Any]:
    return {"font_config": FONTS, "pdf_variant": VARIANT, "cache": openings}


def _lay_out(
    page_format: Format, tightest_first: bool, options: Mapping[str, Any], source: Any
) -> Any:
    if "duplex" in source.etree_element.get("class", "").split():
        return render_duplex(source, **options)
    render = partial(source.render, **options)
    return render_to_fit(source, render, page_format, tightest_first=tightest_first)


def _excess(document: Any, most_pages: int) -> str:
    """Say what a document has that no handout may have."""
    links = (link for page in document.pages for link in page.links)
    if document.metadata.attachments or any(link[0] == "attachment" for link in links):
        return "attaches a file to the PDF"
    count = len(document.pages)
    return f"makes {count} pages, more than {most_pages}" if count > most_pages else ""


def _written(
    document: Any, page_format: Format, openings: Openings, identifier: str
) -> tuple[bytes, tuple[Slot, ...], int]:
    """Return the PDF, its slots, and the number of what says the brand's colour."""
    found: list[tuple[tuple[Slot, ...], int]] = []

    def mend_file(document: Any, pdf: Any) -> None:
        finish(document, pdf)
        found.append((tuple(close_slots(openings, document, pdf)), open_color(pdf)))
        set_preferences(pdf, document, page_format)

    drop_inner_links(document)
    drop_joiners(document)
    pdf = document.write_pdf(
        finisher=mend_file, pdf_variant=VARIANT, pdf_identifier=identifier.encode()
    )
    return pdf, *found[0]


def _master(source: Any, document: Any, pdf: bytes, slots: tuple[Slot, ...], color: int) -> Master:
    boxes = [box for page in document.pages for box in boxes_of(page_box(page))]
    styles = {id(box.style): box.style for box in boxes}
    return Master(
        pdf=pdf,
        pages=len(document.pages),
        families=tuple(sorted({name for each in styles.values() for name in each["font_family"]})),
        floor=floor_of(document),
        foreign=tuple(foreign_texts(source.etree_element, boxes)),
        links=tuple(_links(document)),
        slots=slots,
        color=color,
        pictures=tuple(widths_of(boxes)),
        torn=tuple(dict.fromkeys(torn_words(document))),
    )


def _links(document: Any) -> Iterator[tuple[str, str]]:
    for page in document.pages:
        for kind, target, _, box in page.links:
            if kind == "external" and target != NOWHERE:
                yield target, link_text(box.element)
