"""A PDF's bytes → its structure as lines, and how far two PDFs' pages differ to the eye."""

import io
from collections.abc import Iterator
from typing import NamedTuple

import pikepdf
import pypdfium2
from pikepdf import Array, Dictionary, Object
from PIL import Image, ImageChops

from plainleaf.checks.facts.content import logical
from plainleaf.checks.facts.document import open_document, text_of
from plainleaf.checks.facts.shown import Content
from plainleaf.text.locales import direction_of

SILENT = frozenset({"Span", "NonStruct"})
"""Tags that say nothing by themselves."""

DPI = 60.3
"""What stands at whole inches, as the edge of a logo does, may not fall just between two pixels:
there rounding decides, and pdfium rounds otherwise within a form."""


class Difference(NamedTuple):
    """How many pixels of two PDFs differ in a channel by more than FAINT, and by how much."""

    pixels: int
    most: int


FAINT = 8
"""Of 255: no eye sees it."""


def structure(pdf: bytes) -> list[str]:
    """Return elements, texts with their languages, alternative texts and links, in order.

    Elements that say nothing are dissolved, and texts of one language that follow each other
    are one.
    """
    with open_document(pdf) as document:
        language = text_of(document.Root.get("/Lang"))
        return list(_joined(_Walk(document).below(document.Root.StructTreeRoot, language, None)))


class _Walk:
    def __init__(self, document: pikepdf.Pdf) -> None:
        self.content = Content(document)

    def below(self, element: Object, language: str, page: Object | None) -> Iterator[str]:
        kids = element.get("/K", Array())
        for kid in kids.as_list() if isinstance(kids, Array) else [kids]:
            if isinstance(kid, int):
                yield self._text(page, kid, language)
            elif "/S" in kid:
                yield from self._element(kid, language, page)
            elif "/Obj" in kid:
                target = text_of(kid.Obj.get("/A", Dictionary()).get("/URI"))
                yield f"link {target} {text_of(kid.Obj.get('/Contents'))}"
            else:
                yield self._text(kid.get("/Pg", page), int(kid.MCID), language)

    def _element(self, element: Object, around: str, page: Object | None) -> Iterator[str]:
        tag = str(element.S)[1:]
        language = text_of(element.get("/Lang")) or around
        below = self.below(element, language, element.get("/Pg", page))
        if said := text_of(element.get("/ActualText")):
            below = iter((f"{language}: {said}",))
        if tag in SILENT and "/Alt" not in element:
            yield from below
        else:
            alt = text_of(element.get("/Alt"))
            yield f"<{tag}{f': {alt}' if alt else ''}>"
            yield from below
            yield f"</{tag}>"

    def _text(self, page: Object | None, number: int, language: str) -> str:
        assert page is not None
        pieces = self.content.texts[page.objgen].get(number, ())
        return f"{language}: " + logical(tuple(pieces), from_right=direction_of(language) == "rtl")


def _joined(lines: Iterator[str]) -> Iterator[str]:
    """Yield lines with texts of one language joined, and without empty ones."""
    language, words = "", ""
    for line in [*lines, "<"]:
        spoken, mark, text = line.partition(": ")
        if mark and not line.startswith(("<", "link ")):
            if words and spoken != language:
                yield f"{language}: {words}"
                words = ""
            language, words = spoken, words + " ".join(text.split())
            continue
        if words:
            yield f"{language}: {words}"
            words = ""
        if line != "<":
            yield line


def same_to_the_eye(one: bytes, other: bytes) -> tuple[Difference, ...]:
    """Return for each page how far two PDFs differ; raise ValueError where their pages do."""
    pairs = zip(_pages(one), _pages(other), strict=True)
    return tuple(_difference(*pair) for pair in pairs)


def _pages(pdf: bytes) -> Iterator[Image.Image]:
    with pypdfium2.PdfDocument(io.BytesIO(pdf)) as document:
        for page in document:
            yield page.render(scale=DPI / 72).to_pil().convert("RGB")


def _difference(one: Image.Image, other: Image.Image) -> Difference:
    """Compare two pages; raise ValueError where they are of two sizes."""
    if one.size != other.size:
        raise ValueError(f"{one.size} is not {other.size}")
    red, green, blue = ImageChops.difference(one, other).split()
    counts = ImageChops.lighter(ImageChops.lighter(red, green), blue).histogram()
    most = max(level for level, count in enumerate(counts) if count)
    return Difference(sum(counts[FAINT + 1 :]), most)
