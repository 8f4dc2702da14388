"""Document → what its pages show: text by marked-content id, and the fonts it is set in."""

import re
from collections.abc import Iterator

import pikepdf
from pikepdf import Array, Dictionary, Object, Pdf, Stream

from plainleaf.checks.facts.cmap import read_characters, read_notdef
from plainleaf.checks.facts.content import Budget, Decoder, Scope, read_content
from plainleaf.checks.facts.document import text_of
from plainleaf.model import Font

SUBSET = re.compile(r"^[A-Z]{6}\+")


class Content:
    """What the pages show, by page object and marked-content id."""

    def __init__(self, document: Pdf) -> None:
        self._decoders: dict[tuple[int, int], Decoder] = {}
        self._fonts: dict[str, Object] = {}
        self._notdef: dict[str, list[int]] = {}
        self.texts: dict[tuple[int, int], dict[int, list[str]]] = {}
        budget = Budget()
        for number, page in enumerate(document.pages, start=1):
            scope = _Scope(self, page.obj.get("/Resources", page.resources))
            shown = read_content(_page_bytes(page), scope, budget)
            self.texts[page.obj.objgen] = shown.texts
            for font in shown.notdef:
                self._notdef.setdefault(font, []).append(number)

    def decoder(self, font: Object) -> Decoder:
        """Return how a font's codes are read, made once a font."""
        key = font.objgen
        if key not in self._decoders or key == (0, 0):
            name = f"{key[0]} {key[1]} {font.get('/BaseFont', '')}"
            self._decoders[key] = _decoder(name, font)
            self._fonts[name] = font
        return self._decoders[key]

    def fonts(self) -> Iterator[Font]:
        """Return the fonts that the pages use."""
        for name, font in self._fonts.items():
            yield _font(font, tuple(self._notdef.get(name, ())))


def _page_bytes(page: pikepdf.Page) -> bytes:
    contents = page.obj.get("/Contents")
    streams = contents.as_list() if isinstance(contents, Array) else [contents]
    return b"\n".join(part.read_bytes() for part in streams if isinstance(part, Stream))


class _Scope(Scope):
    """The names of a page's or form's resources."""

    def __init__(self, content: Content, resources: Object | None) -> None:
        self._content = content
        self._resources = resources
        self._known: dict[bytes, Decoder | None] = {}

    def font(self, name: bytes) -> Decoder | None:
        if name not in self._known:
            font = self._named("/Font", name)
            known = isinstance(font, Dictionary)
            self._known[name] = self._content.decoder(font) if font and known else None
        return self._known[name]

    def form(self, name: bytes) -> tuple[bytes, Scope] | None:
        form = self._named("/XObject", name)
        if not isinstance(form, Stream) or form.get("/Subtype") != "/Form":
            return None
        resources = form.get("/Resources", self._resources)
        return form.read_bytes(), _Scope(self._content, resources)

    def properties(self, name: bytes) -> bytes:
        found = self._named("/Properties", name)
        return found.unparse(resolved=True) if found is not None else b""

    def _named(self, kind: str, name: bytes) -> Object | None:
        table = self._resources.get(kind) if self._resources is not None else None
        key = "/" + name.decode("latin-1")
        return table.get(key) if isinstance(table, Dictionary) else None


def _decoder(name: str, font: Object) -> Decoder:
    to_unicode = font.get("/ToUnicode")
    characters = {}
    if isinstance(to_unicode, Stream):
        characters = read_characters(to_unicode.read_bytes())
    if font.get("/Subtype") != "/Type0":
        latin = {code: bytes([code]).decode("cp1252", "replace") for code in range(256)}
        return Decoder(name, 1, characters or latin, frozenset())
    encoding = font.get("/Encoding")
    if isinstance(encoding, Stream):
        return Decoder(name, 2, characters, read_notdef(encoding.read_bytes()))
    return Decoder(name, 2, characters, frozenset({0}))


def _font(font: Object, notdef: tuple[int, ...]) -> Font:
    inner = font
    if isinstance(below := font.get("/DescendantFonts"), Array) and len(below):
        inner = below[0]
    descriptor = inner.get("/FontDescriptor", Dictionary())
    files = ("/FontFile", "/FontFile2", "/FontFile3")
    embedded = font.get("/Subtype") == "/Type3" or any(file in descriptor for file in files)
    base = str(font.get("/BaseFont", "/?"))[1:]
    return Font(text_of(descriptor.get("/FontFamily")) or SUBSET.sub("", base), embedded, notdef)
