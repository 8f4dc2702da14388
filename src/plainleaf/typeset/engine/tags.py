"""What the engine leaves out of the structure: languages, words for links, labels of items."""

from collections.abc import Callable, Iterator
from typing import Any

import pydyf

from plainleaf.model import UNSEEN
from plainleaf.text.hyphens import without_marks
from plainleaf.text.whole import JOINER
from plainleaf.typeset.engine.boxes import unwrapped
from plainleaf.typeset.engine.labels import label_items


def build_box_tree(build: Callable[..., Any], box: Any, *arguments: Any) -> Iterator[Any]:
    """Build the tags of a box and note on each the box's language, unless one is noted."""
    box = unwrapped(box)
    language = box.style["lang"]
    for element in build(box, *arguments):
        if not hasattr(element, "language"):
            element.language = language
            element.box = box
            if hasattr(box, "replacement"):
                element.replaced = box
        yield element


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
