"""Sheet → HTML → Master. The only import of WeasyPrint, and only inside the fence."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Any, overload

import weasyprint
from weasyprint.formatting_structure.boxes import ReplacedBox
from weasyprint.text.fonts import FontConfiguration

import plainleaf.typeset.engine.baselines
import plainleaf.typeset.engine.breaks
import plainleaf.typeset.engine.glyphs
import plainleaf.typeset.engine.lines  # noqa: F401  # all mend the engine
from plainleaf.errors import Fault, Misfit, PlainleafError
from plainleaf.model import NOWHERE, Format, Master, Slot
from plainleaf.typeset.complaints import complaints
from plainleaf.typeset.compose import compose
from plainleaf.typeset.crowd import seems_long
from plainleaf.typeset.duplex import render_duplex
from plainleaf.typeset.engine.fetch import BASE, WorkspaceFetcher
from plainleaf.typeset.engine.tags import drop_inner_links, drop_joiners, finish, link_text
from plainleaf.typeset.floor import floor_of
from plainleaf.typeset.foot import laid_out_with_foot
from plainleaf.typeset.gather import gather
from plainleaf.typeset.kept import Wanted, wanted_slots
from plainleaf.typeset.pages_fit import render_tightest, render_to_fit, see_fit
from plainleaf.typeset.pictures import widths_of
from plainleaf.typeset.safe import unsafe
from plainleaf.typeset.slots import Openings, close_slots, open_color
from plainleaf.typeset.torn import torn_words
from plainleaf.workers.jobs import Blocks, BlocksJob, ProofJob, Typeset, TypesetJob

HINTS: Mapping[str, str] = {
    "refused": "Keep styles and images in the workspace, and words in its texts.",
    "engine-warning": "Mend the text, template or style it is about.",
    "excess": "Make it shorter, or raise 'pages' below [limits] in plainleaf.toml.",
}
SHEET = Format("sheet")
_fonts = FontConfiguration()  # shared: a fresh one a rendering costs memory that stays


@overload
def run(job: TypesetJob) -> Typeset: ...
@overload
def run(job: ProofJob) -> Master: ...
@overload
def run(job: BlocksJob) -> Blocks: ...
def run(job: TypesetJob | ProofJob | BlocksJob) -> Typeset | Master | Blocks:
    """Compose and typeset a master, or set a brand's blocks; the task of a fenced worker."""
    if isinstance(job, ProofJob):
        return _proof(job)
    return _master(job) if isinstance(job, TypesetJob) else _blocks(job)


def _blocks(job: BlocksJob) -> Blocks:
    """Set blocks; those that the engine grumbles at are told by their places, and left empty."""
    return Blocks.of(*gather(job.settings, _fonts))


def _master(job: TypesetJob) -> Typeset:
    """Typeset a sheet; one that does not fit is told with the length of its parts."""
    sheet = job.sheet
    html = compose(sheet, job.workspace)
    fetcher = WorkspaceFetcher(job.workspace, sheet.handout.name, job.pictures)
    try:
        if job.is_trial:
            try_to_fit(html, fetcher, job.most_pages, sheet.format)
            return Typeset()
        master = typeset(
            html,
            fetcher,
            job.most_pages,
            sheet.identifier,
            sheet.format,
            seems_long(sheet),
            sheet.edition.size,
            wanted_slots(sheet),
        )
    except Misfit as error:
        return Typeset(None, error.faults, tuple(error.stretches), error.pages, error.height)
    return Typeset(master)


def _proof(job: ProofJob) -> Master:
    """Typeset the page that an office signs."""
    html = compose(job.sheet, job.workspace)
    fetcher = WorkspaceFetcher(job.workspace, "", job.pictures)
    return typeset(html, fetcher, job.most_pages, job.identifier, size="")


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
    with complaints() as heard:
        openings = Openings()
        options = _options(openings)
        source, document = laid_out_with_foot(
            partial(weasyprint.HTML, string=html, base_url=BASE, url_fetcher=fetcher),
            partial(_lay_out, page_format, tightest_first, options),
            lambda source: source.render(**options),
        )
        _raise(heard, fetcher, _excess(document, most_pages))
        see_fit(document, page_format)
        if faults := unsafe(source.etree_element, document, size, wanted):
            raise PlainleafError(*faults)
        drop_inner_links(document)
        drop_joiners(document)
        opened: list[tuple[tuple[Slot, ...], int]] = []
        pdf = document.write_pdf(
            finisher=partial(_finish, page_format, openings, opened),
            pdf_variant="pdf/ua-1",
            pdf_identifier=identifier.encode(),
        )
    _raise(heard, fetcher)
    boxes = [box for page in document.pages for box in _boxes(page._page_box)]  # noqa: SLF001
    return Master(
        pdf=pdf,
        pages=len(document.pages),
        families=tuple(sorted(_families(boxes))),
        floor=floor_of(document),
        foreign=tuple(_foreign(source.etree_element, _shown(boxes))),
        links=tuple(_links(document)),
        slots=opened[0][0],
        color=opened[0][1],
        pictures=tuple(widths_of(boxes)),
        torn=tuple(dict.fromkeys(torn_words(document))),
    )


def try_to_fit(html: str, fetcher: WorkspaceFetcher, most_pages: int, page_format: Format) -> None:
    """Lay out at the tightest and write nothing; raise PlainleafError as `typeset` does."""
    with complaints() as heard:
        source = weasyprint.HTML(string=html, base_url=BASE, url_fetcher=fetcher)
        render = partial(source.render, **_options(Openings()))
        document = render_tightest(source, render, page_format)
        _raise(heard, fetcher, _excess(document, most_pages))
        see_fit(document, page_format)


def _lay_out(
    page_format: Format, tightest_first: bool, options: Mapping[str, Any], source: Any
) -> Any:
    if "duplex" in source.etree_element.get("class", "").split():
        return render_duplex(source, **options)
    render = partial(source.render, **options)
    return render_to_fit(source, render, page_format, tightest_first=tightest_first)


def _options(openings: Openings) -> Mapping[str, Any]:
    return {"font_config": _fonts, "pdf_variant": "pdf/ua-1", "cache": openings}


def _raise(heard: list[str], fetcher: WorkspaceFetcher, excess: str = "") -> None:
    """Raise what was refused; else what the document has too much of, and what was logged."""
    faults = [("refused", f"asks for what it may not have: {r}") for r in fetcher.refusals]
    if not faults:
        faults = [("engine-warning", f"the engine says: {c[:300].rstrip('.')}") for c in heard]
        faults += [("excess", excess)] if excess else []
    if faults:
        findings = (Fault(code, f"{text}.", HINTS[code]) for code, text in faults)
        raise PlainleafError(*dict.fromkeys(findings))


def _excess(document: Any, most_pages: int) -> str:
    """Say what a document has that no handout may have."""
    links = (link for page in document.pages for link in page.links)
    if document.metadata.attachments or any(link[0] == "attachment" for link in links):
        return "attaches a file to the PDF"
    count = len(document.pages)
    return f"makes {count} pages, more than {most_pages}" if count > most_pages else ""


def _finish(
    page_format: Format,
    openings: Openings,
    opened: list[tuple[tuple[Slot, ...], int]],
    document: Any,
    pdf: Any,
) -> None:
    """Mend what the engine leaves out, and say how to print it and from which side it opens."""
    finish(document, pdf)
    opened.append((close_slots(openings, document, pdf), open_color(pdf)))
    said = pdf.catalog["ViewerPreferences"]
    said["PrintScaling"] = "/None"  # large print stays as large as it says
    if not page_format.fold:  # a folded one is printed from its press sheets
        said["Duplex"] = _duplex(document.pages)
    root = next(_boxes(document.pages[0]._page_box)).style  # noqa: SLF001
    if root["direction"] == "rtl":
        said["Direction"] = "/R2L"


def _duplex(pages: Sequence[Any]) -> str:
    """Return how to print pages so that the back of a leaf is turned over as one turns a page."""
    if len(pages) == 1:
        return "/Simplex"
    is_landscape = pages[0].width > pages[0].height
    return "/DuplexFlipShortEdge" if is_landscape else "/DuplexFlipLongEdge"


def _boxes(box: Any) -> Iterator[Any]:
    yield box
    for child in getattr(box, "children", ()):
        yield from _boxes(child)


def _families(boxes: Sequence[Any]) -> set[str]:
    """Return every font family that a computed style names."""
    styles = {id(box.style): box.style for box in boxes}
    return {family for style in styles.values() for family in style["font_family"]}


def _shown(boxes: Sequence[Any]) -> set[Any]:
    """Return the elements that have a box, and those within a picture."""
    return {
        each
        for box in boxes
        if box.element is not None
        for each in (box.element.iter() if isinstance(box, ReplacedBox) else (box.element,))
    }


def _foreign(root: Any, shown: set[Any]) -> Iterator[tuple[str, str]]:
    """Yield each piece of shown text below a change of language, with its language."""

    def below(element: Any, around: str, changed: bool) -> Iterator[tuple[str, str]]:
        if element.get("aria-hidden") == "true":  # page furniture, outside of the structure
            return
        if shown.isdisjoint(element.iter()):  # a style may leave out what nobody fills in there
            return
        language = element.get("lang", around)
        changed = changed or language != around
        pieces = [element.text, *(child.tail for child in element)]
        for piece in pieces if changed else ():
            if words := " ".join((piece or "").split()):
                yield words, language
        for child in element:
            yield from below(child, language, changed)

    for child in root:
        if child.tag == "body":
            yield from below(child, root.get("lang", ""), changed=False)


def _links(document: Any) -> Iterator[tuple[str, str]]:
    for page in document.pages:
        for kind, target, _, box in page.links:
            if kind == "external" and target != NOWHERE:
                yield target, link_text(box.element)
