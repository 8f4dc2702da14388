"""PDF → runs of text with their drawn size and greys, and the boxes of all ink, by pdfium."""

import ctypes
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, replace
from math import hypot
from typing import Any

import pypdfium2.raw as pdfium

from plainleaf.checks.facts.clip import EVERYWHERE, Matrix, clip_of, cut_off, is_empty, shared
from plainleaf.checks.facts.copier import INVISIBLE, Drawn
from plainleaf.checks.facts.photocopy import Greys, read_greys
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
                    words = [_in_greys(*each) for each in zip(words, greys, strict=True)]
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
        yield from _object(page, get(page.handle, index), origin, EVERYWHERE, 0)


def _object(page: _Page, handle: Any, outer: Matrix, around: Box, depth: int) -> Iterator[Found]:
    """Yield what an object draws within the clip of the forms around it."""
    kind = pdfium.FPDFPageObj_GetType(handle)
    clip = clip_of(handle, outer, around)
    if kind == pdfium.FPDF_PAGEOBJ_FORM:
        if depth < DEEPEST:
            yield from _form(page, handle, outer, clip, depth)
        return
    box = _box(handle, outer)
    if kind == pdfium.FPDF_PAGEOBJ_TEXT:
        mode, clipped = pdfium.FPDFTextObj_GetTextRenderMode(handle), clip is not EVERYWHERE
        cut = cut_off(box, clip) if clipped else 0.0
        run = _run(page, handle, outer, cut, mode in INVISIBLE)
        if run.text.strip():
            drawn = Drawn(handle, box, run.text, depth > 0, False, mode, clipped)
            yield drawn, Mark(page.number, "text", box, run.text), run
        return
    name = KINDS.get(kind, "unknown")
    inner = shared(box, clip)
    is_drawn = _is_painted(handle, kind) and not is_empty(inner)
    mark = Mark(page.number, name, inner) if is_drawn else None
    endless = name in ("shading", "unknown")
    yield Drawn(handle, box, None, nested=depth > 0, endless=endless), mark, None


def _form(page: _Page, handle: Any, outer: Matrix, clip: Box, depth: int) -> Iterator[Found]:
    matrix = _matrix(handle).within(outer)
    for index in range(pdfium.FPDFFormObj_CountObjects(handle)):
        inner = pdfium.FPDFFormObj_GetObject(handle, index)
        yield from _object(page, inner, matrix, clip, depth + 1)


def _run(page: _Page, handle: Any, outer: Matrix, cut: float, is_invisible: bool) -> Run:
    size = ctypes.c_float()
    pdfium.FPDFTextObj_GetFontSize(handle, size)
    matrix = _matrix(handle).within(outer)
    length = pdfium.FPDFTextObj_GetText(handle, page.text, page.room, ROOM)
    held = ctypes.string_at(page.room, length - 2) if 2 <= length <= 2 * ROOM else b"?\0"
    text = held.decode("utf-16-le", "replace")
    drawn = size.value * hypot(matrix.c, matrix.d)
    return Run(page.number, text, drawn, cut=cut, is_invisible=is_invisible)


def _in_greys(run: Run, greys: Greys) -> Run:
    if greys == (run.grey, run.ground):  # as nearly all are; to make another takes its time
        return run
    return replace(run, grey=greys[0], ground=greys[1])


def _matrix(handle: Any) -> Matrix:
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(handle, matrix)
    return Matrix(matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f)


def _box(handle: Any, outer: Matrix) -> Box:
    sides = [ctypes.c_float() for _ in range(4)]
    pdfium.FPDFPageObj_GetBounds(handle, *sides)
    return outer.box(*(side.value for side in sides))


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
