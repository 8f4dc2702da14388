"""What WeasyPrint 70 leaves out of the structure: languages, and words for links.

It knows each box's language while it builds the tag tree and writes it nowhere; it gives a
link's address as its description. Both are mended before the file is written.
"""

from collections.abc import Iterator
from typing import Any

import pydyf
from weasyprint.pdf import tags

from plainleaf.model import UNSEEN
from plainleaf.text.hyphens import without_marks
from plainleaf.text.whole import JOINER
from plainleaf.typeset.labels import label_items

_build_box_tree = tags._build_box_tree  # noqa: SLF001  # the one place that knows box and tag


def _with_language(box: Any, *arguments: Any) -> Iterator[Any]:
    """Build the tags of a box and note on each the box's language, unless one is noted."""
    box = getattr(box, "_box", box)  # an absolute box stands behind a placeholder
    language = box.style["lang"]
    for element in _build_box_tree(box, *arguments):
        if not hasattr(element, "language"):
            element.language = language
            element.box = box
            if hasattr(box, "replacement"):
                element.replaced = box
        yield element


tags._build_box_tree = _with_language  # noqa: SLF001


def drop_inner_links(document: Any) -> None:
    """Leave one link to each box of an <a>: boxes inside it got links of their own."""
    for page in document.pages:
        page.links = [link for link in page.links if link[3].element.tag == "a"]


def drop_joiners(document: Any) -> None:
    """Leave out of bookmarks what says where lines end."""
    for page in document.pages:
        page.bookmarks = [
            (level, without_marks(label).replace(JOINER, ""), *rest)
            for level, label, *rest in page.bookmarks
        ]


def finish(document: Any, pdf: Any) -> None:
    """Mend a WeasyPrint document's PDF before it is written (a `finisher`)."""
    _describe_links(document)
    by_number = {
        thing.number: thing for thing in pdf.objects if isinstance(thing, pydyf.Dictionary)
    }
    root = by_number[int(bytes(pdf.catalog["StructTreeRoot"]).split()[0])]
    language = document.metadata.lang
    for kid in _kids(root, by_number):
        label_items(kid, lambda element: tuple(_kids(element, by_number)))
        _mark_languages(kid, language, by_number)


def _describe_links(document: Any) -> None:
    for page in document.pages:
        for _, _, _, box in page.links:
            if annotation := box.link_annotation:
                annotation["Contents"] = pydyf.String(link_text(box.element))


def link_text(element: Any) -> str:
    """Return the words of an HTML element in one line."""
    return " ".join("".join(element.itertext()).translate(UNSEEN).split())


def _mark_languages(element: Any, around: str, by_number: dict[int, Any]) -> None:
    """Set /Lang where an element's language differs from the one around it."""
    language = getattr(element, "language", None) or around
    if language != around:
        element["Lang"] = pydyf.String(language)
    for kid in _kids(element, by_number):
        _mark_languages(kid, language, by_number)


def _kids(element: Any, by_number: dict[int, Any]) -> Iterator[Any]:
    """Yield the structure elements below an element; numbers and annotations are passed over."""
    for kid in element.get("K", ()):
        if isinstance(kid, bytes):
            below = by_number.get(int(kid.split()[0]))
            if below is not None and "S" in below:
                yield below
