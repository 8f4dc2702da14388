"""PDF → runs of text with their drawn size and greys, and the boxes of all ink, by pdfium."""

import ctypes
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, replace
from math import hypot
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from plainleaf.facts.photocopy import Drawn, read_greys
from plainleaf.model import Box, Mark, Run

KINDS = {
    pdfium.FPDF_PAGEOBJ_TEXT: "text",
    pdfium.FPDF_PAGEOBJ_PATH: "path",
    pdfium.FPDF_PAGEOBJ_IMAGE: "image",
    pdfium.FPDF_PAGEOBJ_SHADING: "shading",
}
DEEPEST = 30
"""Forms within forms."""

ROOM = 5000
"""Characters; the text of a longer run is given as ?, for it is for messages only."""


Found = tuple[Drawn, Mark | None, Run | None]


class Matrix(NamedTuple):
    """A PDF transformation."""

    a: float = 1
    b: float = 0
    c: float = 0
    d: float = 1
    e: float = 0
    f: float = 0

    def within(self, outer: "Matrix") -> "Matrix":
        """Return this transformation followed by `outer`."""
        return Matrix(
            self.a * outer.a + self.b * outer.c,
            self.a * outer.b + self.b * outer.d,
            self.c * outer.a + self.d * outer.c,
            self.c * outer.b + self.d * outer.d,
            self.e * outer.a + self.f * outer.c + outer.e,
            self.e * outer.b + self.f * outer.d + outer.f,
        )

    def box(self, left: float, bottom: float, right: float, top: float) -> Box:
        """Return the box around a transformed box."""
        corners = [(x, y) for x in (left, right) for y in (bottom, top)]
        xs = [self.a * x + self.c * y + self.e for x, y in corners]
        ys = [self.b * x + self.d * y + self.f for x, y in corners]
        return Box(min(xs), min(ys), max(xs), max(ys))


@dataclass(frozen=True)
class Ink:
    """What pdfium sees on the pages."""

    pages: tuple[tuple[float, float], ...]
    runs: tuple[Run, ...]
    marks: tuple[Mark, ...]


@dataclass(frozen=True)
class _Page:
    number: int
    handle: Any  # pdfium's own types stay within the modules that use it
    text: Any
    room: Any  # for the text of a run


def read_ink(pdf: bytes, *, with_greys: bool = True) -> Ink:
    """Read what the pages show; raise ValueError where pdfium cannot.

    Greys may need renderings: whoever does not ask for them need not wait.
    """
    pages: list[tuple[float, float]] = []
    runs: list[Run] = []
    marks: list[Mark] = []
    with ExitStack() as stack:
        document = _opened(pdfium.FPDF_LoadMemDocument64(pdf, len(pdf), None))
        stack.callback(pdfium.FPDF_CloseDocument, document)
        for index in range(pdfium.FPDF_GetPageCount(document)):
            with ExitStack() as page_stack:
                page = _page(document, index, page_stack)
                size, origin = _frame(page)
                pages.append(size)
                found = list(_objects(page, origin))
                marks += [mark for _, mark, _ in found if mark]
                words = [run for _, _, run in found if run]
                if with_greys:
                    greys = read_greys(page.handle, size, [drawn for drawn, _, _ in found])
                    words = [
                        replace(run, grey=grey, ground=ground)
                        for run, (grey, ground) in zip(words, greys, strict=True)
                    ]
                runs += words
    return Ink(tuple(pages), tuple(runs), tuple(marks))


def _opened(handle: Any) -> Any:
    if not handle:
        raise ValueError("pdfium cannot open it")
    return handle


def _page(document: Any, index: int, stack: ExitStack) -> _Page:
    handle = _opened(pdfium.FPDF_LoadPage(document, index))
    stack.callback(pdfium.FPDF_ClosePage, handle)
    text = _opened(pdfium.FPDFText_LoadPage(handle))
    stack.callback(pdfium.FPDFText_ClosePage, text)
    return _Page(index + 1, handle, text, (ctypes.c_ushort * ROOM)())


def _frame(page: _Page) -> tuple[tuple[float, float], Matrix]:
    """Return a page's size, and the move of its lower left corner to the origin."""
    box = pdfium.FS_RECTF()
    pdfium.FPDF_GetPageBoundingBox(page.handle, box)
    size = (box.right - box.left, box.top - box.bottom)
    return size, Matrix(e=-box.left, f=-box.bottom)


def _objects(page: _Page, origin: Matrix) -> Iterator[Found]:
    get = pdfium.FPDFPage_GetObject
    for index in range(pdfium.FPDFPage_CountObjects(page.handle)):
        yield from _object(page, get(page.handle, index), origin, 0)


def _object(page: _Page, handle: Any, outer: Matrix, depth: int) -> Iterator[Found]:
    kind = pdfium.FPDFPageObj_GetType(handle)
    if kind == pdfium.FPDF_PAGEOBJ_FORM:
        if depth < DEEPEST:
            yield from _form(page, handle, outer, depth)
        return
    box = _box(handle, outer)
    if kind == pdfium.FPDF_PAGEOBJ_TEXT:
        run = _run(page, handle, outer)
        if run.text.strip():
            drawn = Drawn(handle, box, run.text, nested=depth > 0, endless=False)
            yield drawn, Mark(page.number, "text", box), run
        return
    name = KINDS.get(kind, "unknown")
    inner = _clipped(handle, box, outer) if _is_painted(handle, kind) else None
    mark = Mark(page.number, name, inner) if inner else None
    endless = name in ("shading", "unknown")
    yield Drawn(handle, box, None, nested=depth > 0, endless=endless), mark, None


def _form(page: _Page, handle: Any, outer: Matrix, depth: int) -> Iterator[Found]:
    matrix = _matrix(handle).within(outer)
    for index in range(pdfium.FPDFFormObj_CountObjects(handle)):
        yield from _object(page, pdfium.FPDFFormObj_GetObject(handle, index), matrix, depth + 1)


def _run(page: _Page, handle: Any, outer: Matrix) -> Run:
    size = ctypes.c_float()
    pdfium.FPDFTextObj_GetFontSize(handle, size)
    matrix = _matrix(handle).within(outer)
    length = pdfium.FPDFTextObj_GetText(handle, page.text, page.room, ROOM)
    held = ctypes.string_at(page.room, length - 2) if 2 <= length <= 2 * ROOM else b"?\0"
    text = held.decode("utf-16-le", "replace")
    return Run(page.number, text, size.value * hypot(matrix.c, matrix.d))


def _matrix(handle: Any) -> Matrix:
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(handle, matrix)
    return Matrix(matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f)


def _box(handle: Any, outer: Matrix) -> Box:
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    pdfium.FPDFPageObj_GetBounds(handle, left, bottom, right, top)
    return outer.box(left.value, bottom.value, right.value, top.value)


def _is_painted(handle: Any, kind: int) -> bool:
    """Return whether a path leaves ink on white paper; other kinds always do."""
    if kind != pdfium.FPDF_PAGEOBJ_PATH:
        return True
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(handle, fill, stroke)
    return (bool(fill.value) and _shows(handle, pdfium.FPDFPageObj_GetFillColor)) or (
        bool(stroke.value) and _shows(handle, pdfium.FPDFPageObj_GetStrokeColor)
    )


def _shows(handle: Any, color: Any) -> bool:
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    known = color(handle, red, green, blue, alpha)
    white = red.value == green.value == blue.value == 255
    return not known or (alpha.value > 0 and not white)


def _clipped(handle: Any, box: Box, outer: Matrix) -> Box | None:
    """Return the part of a box within its clip; None where nothing is left."""
    clip = pdfium.FPDFPageObj_GetClipPath(handle)
    for index in range(pdfium.FPDFClipPath_CountPaths(clip) if clip else 0):
        points = list(_points(clip, index))
        if not points:
            return None
        xs, ys = zip(*points, strict=True)
        edge = outer.box(min(xs), min(ys), max(xs), max(ys))
        box = Box(
            max(box.left, edge.left),
            max(box.bottom, edge.bottom),
            min(box.right, edge.right),
            min(box.top, edge.top),
        )
    return box if box.left <= box.right and box.bottom <= box.top else None


def _points(clip: Any, path: int) -> Iterator[tuple[float, float]]:
    x, y = ctypes.c_float(), ctypes.c_float()
    for index in range(pdfium.FPDFClipPath_CountPathSegments(clip, path)):
        segment = pdfium.FPDFClipPath_GetPathSegment(clip, path, index)
        if pdfium.FPDFPathSegment_GetPoint(segment, x, y):
            yield x.value, y.value
