"""Document → its structure elements in reading order, its links and bookmarks."""

from collections.abc import Iterator, Mapping

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf

from plainleaf.checks.facts.content import logical
from plainleaf.checks.facts.document import UnreadableError, text_of
from plainleaf.checks.facts.shown import Content
from plainleaf.model import Element, Link
from plainleaf.text.locales import direction_of

MOST_ELEMENTS = 200_000
DEEPEST = 100
"""Structure elements, and elements or bookmarks within each other."""


class Tree:
    """The structure tree, walked once: elements in order, and each one's text by its number."""

    def __init__(self, document: Pdf, content: Content) -> None:
        self._content = content
        self.elements: list[Element] = []
        self.texts: dict[tuple[int, int], str] = {}
        self.body = ""
        root = document.Root.get("/StructTreeRoot")
        if isinstance(root, Dictionary):
            language = text_of(document.Root.get("/Lang"))
            self.body = "".join(self._kids(root.get("/K"), None, language, 0))

    def _kids(
        self, kids: Object | None, page: Object | None, language: str, depth: int
    ) -> Iterator[str]:
        for kid in kids.as_list() if isinstance(kids, Array) else [kids]:
            if isinstance(kid, int):
                yield self._marked(page, kid, language)
            elif isinstance(kid, Dictionary):
                fields = dict(kid.items())  # asking for each key in turn takes twice as long
                if "/MCID" in fields:
                    yield self._marked(fields.get("/Pg", page), int(fields["/MCID"]), language)
                elif "/S" in fields:
                    yield self._element(kid, fields, page, language, depth + 1)

    def _element(
        self,
        element: Object,
        fields: Mapping[str, Object],
        page: Object | None,
        around: str,
        depth: int,
    ) -> str:
        if depth > DEEPEST or len(self.elements) > MOST_ELEMENTS:
            raise UnreadableError("has a structure tree without an end")
        language = text_of(fields.get("/Lang")) or around
        tag = str(fields["/S"])[1:]
        place = len(self.elements)
        self.elements.append(Element(tag, language, around, ""))
        page = fields.get("/Pg", page)
        text = "".join(self._kids(fields.get("/K"), page, language, depth))
        text = text_of(fields.get("/ActualText")) or text
        self.elements[place] = Element(tag, language, around, text, text_of(fields.get("/Alt")))
        self.texts[element.objgen] = text
        return text

    def _marked(self, page: Object | None, mcid: int, language: str) -> str:
        if page is None:
            return ""
        pieces = self._content.texts.get(page.objgen, {}).get(mcid, ())
        return logical(tuple(pieces), from_right=direction_of(language) == "rtl")


def read_bookmarks(document: Pdf) -> Iterator[str]:
    """Return the labels in order."""
    outlines = document.Root.get("/Outlines", Dictionary())
    todo, seen = [outlines.get("/First")], set()
    while todo:
        item = todo.pop()
        if not isinstance(item, Dictionary):
            continue
        if (key := item.objgen) in seen:
            raise UnreadableError("has bookmarks without an end")
        seen.add(key)
        yield text_of(item.get("/Title"))
        todo += [item.get("/Next"), item.get("/First")]


def read_links(document: Pdf, tree: Tree) -> Iterator[Link]:
    """Return the link annotations, page by page."""
    parents = _parents(document)
    for number, page in enumerate(document.pages, start=1):
        annotations = page.obj.get("/Annots", Array())
        for annotation in annotations.as_list():
            if annotation.get("/Subtype") == "/Link":
                contents = text_of(annotation.get("/Contents"))
                element = parents.get(int(annotation.get("/StructParent", -1)))
                text = tree.texts.get(element.objgen, "") if element is not None else ""
                yield Link(number, _target(annotation), contents, text)


def _parents(document: Pdf) -> dict[int, Object]:
    """Return the structure elements by the number that annotations name."""
    root = document.Root.get("/StructTreeRoot", Dictionary())
    tree = root.get("/ParentTree")
    if not isinstance(tree, Dictionary):
        return {}
    items = pikepdf.NumberTree(tree).items()
    return {number: item for number, item in items if isinstance(item, Dictionary)}


def _target(annotation: Object) -> str:
    """Return a link's address; a place in the same file begins with #."""
    action = annotation.get("/A", Dictionary())
    if "/URI" in action:
        return text_of(action.URI)
    place = annotation.get("/Dest", action.get("/D"))
    return "#" + (str(place).lstrip("/") if isinstance(place, pikepdf.String | Name) else "")
