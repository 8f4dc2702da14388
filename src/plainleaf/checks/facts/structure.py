"""PDF → what its objects say: metadata, structure, fonts, links, what acts."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

import pikepdf
from pikepdf import Array, Dictionary, Pdf, Stream

from plainleaf.checks.facts.document import UnreadableError, open_document, text_of
from plainleaf.checks.facts.shown import Content
from plainleaf.checks.facts.strings import active_names, text_strings
from plainleaf.checks.facts.tree import Tree, read_bookmarks, read_links
from plainleaf.model import Element, Font, Link
from plainleaf.workers.qpdf import cause_of

TINT = 3
"""Where a Separation says its function."""


@dataclass(frozen=True)
class Structure:
    """What a PDF's objects say."""

    title: str
    author: str
    language: str
    bookmarks: tuple[str, ...]
    fonts: tuple[Font, ...]
    elements: tuple[Element, ...]
    links: tuple[Link, ...]
    body: str
    active: tuple[str, ...]
    strings: tuple[str, ...]
    color: str


def read_structure(pdf: bytes) -> Structure:
    """Read a PDF's objects; raise UnreadableError, or ValueError where it is damaged."""
    try:
        return _read(pdf)
    except pikepdf.PdfError as error:
        raise UnreadableError(f"is damaged ({cause_of(error)})") from error


def _read(pdf: bytes) -> Structure:
    with open_document(pdf) as document:
        content = Content(document)
        tree = Tree(document, content)
        links = tuple(read_links(document, tree))
        strings, active = _sweep(document)
        information = document.docinfo
        if warnings := document.get_warnings():
            raise UnreadableError(f"is damaged ({cause_of(warnings[0])})")
        return Structure(
            title=text_of(information.get("/Title")),
            author=text_of(information.get("/Author")),
            language=text_of(document.Root.get("/Lang")),
            bookmarks=tuple(read_bookmarks(document)),
            fonts=tuple(content.fonts()),
            elements=tuple(tree.elements),
            links=links,
            body=tree.body,
            active=tuple(sorted(active)),
            strings=tuple(dict.fromkeys(strings)),
            color=_brand_color(document),
        )


def _brand_color(document: Pdf) -> str:
    """Return the colour that the space `Brand` stands for, as #rrggbb."""
    for page in document.pages:
        space = page.resources.get("/ColorSpace", Dictionary()).get("/Brand")
        if isinstance(space, Array) and len(space) > TINT and "/C1" in space[TINT]:
            channels = (round(255 * float(channel)) for channel in space[TINT].C1)
            return "#" + "".join(f"{channel:02x}" for channel in channels)
    return ""


def _sweep(document: Pdf) -> tuple[Iterator[str], set[str]]:
    """Return the text strings and the names of what acts, of every object there is."""
    sources, metadata = [], []
    for thing in document.objects:
        is_stream = isinstance(thing, Stream)
        sources.append((thing.stream_dict if is_stream else thing).unparse(resolved=True))
        if is_stream and thing.get("/Subtype") == "/XML":
            metadata.append(thing.read_bytes().decode("utf-8", "replace"))
    sources.append(document.docinfo.unparse(resolved=True))
    source = b"\n".join(sources)
    return chain(text_strings(source), metadata), active_names(source)
