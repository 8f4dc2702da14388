"""A pdfium object → the box that it may draw within, on its page."""

import ctypes
from collections.abc import Iterator
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from plainleaf.model import Box

EVERYWHERE = Box(-1e9, -1e9, 1e9, 1e9)
NOWHERE = Box(0, 0, -1, -1)


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


def clip_of(handle: Any, outer: Matrix, around: Box) -> Box:
    """Return the part of `around` that an object's own clip leaves."""
    clip = pdfium.FPDFPageObj_GetClipPath(handle)
    for index in range(pdfium.FPDFClipPath_CountPaths(clip) if clip else 0):
        points = list(_points(clip, index))
        if not points:
            return NOWHERE
        xs, ys = zip(*points, strict=True)
        around = shared(around, outer.box(min(xs), min(ys), max(xs), max(ys)))
    return around


def shared(one: Box, other: Box) -> Box:
    """Return what two boxes share; turned over where they share nothing."""
    return Box(
        max(one.left, other.left),
        max(one.bottom, other.bottom),
        min(one.right, other.right),
        min(one.top, other.top),
    )


def is_empty(box: Box) -> bool:
    """Whether a box is turned over."""
    return box.left > box.right or box.bottom > box.top


def cut_off(box: Box, clip: Box) -> float:
    """Return how far a box reaches beyond a clip, on the side where it does most."""
    inner = shared(box, clip)
    if is_empty(inner):
        return max(box.right - box.left, box.top - box.bottom)
    return max(
        inner.left - box.left,
        box.right - inner.right,
        inner.bottom - box.bottom,
        box.top - inner.top,
    )


def _points(clip: Any, path: int) -> Iterator[tuple[float, float]]:
    x, y = ctypes.c_float(), ctypes.c_float()
    for index in range(pdfium.FPDFClipPath_CountPathSegments(clip, path)):
        segment = pdfium.FPDFClipPath_GetPathSegment(clip, path, index)
        if pdfium.FPDFPathSegment_GetPoint(segment, x, y):
            yield x.value, y.value
