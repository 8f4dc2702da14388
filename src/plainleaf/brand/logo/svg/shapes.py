"""A shape element → the segments of a path, or none where it has no extent."""

from collections.abc import Callable, Mapping
from math import hypot
from typing import TypeVar
from xml.etree.ElementTree import Element

from plainleaf.brand.logo.svg.path import Segment, read_path
from plainleaf.brand.logo.svg.values import BadValueError, length, points

T = TypeVar("T")
KAPPA = 0.5522847498
"""How far the control points of a quarter of a circle stand off."""


class BadAttributeError(ValueError):
    """An attribute with a value that is none, by its name."""

    def __init__(self, name: str, cause: str) -> None:
        super().__init__(cause)
        self.name = name


def read_as(name: str, read: Callable[..., T], *given: str | float) -> T:
    """Read the value of an attribute; raise BadAttributeError for what is none."""
    try:
        return read(*given)
    except BadValueError as error:
        raise BadAttributeError(name, str(error)) from None


class Measures:
    """The lengths of an element, in a view of some width and height."""

    def __init__(self, attributes: Mapping[str, str], width: float, height: float) -> None:
        self.attributes = attributes
        self.wholes = {"x": width, "y": height, "": hypot(width, height) / 2**0.5}

    def get(self, name: str, axis: str = "", default: float = 0) -> float:
        """Return a length, of which a percentage is of the view's x, y or diagonal."""
        text = self.attributes.get(name, "").strip()
        if text in ("", "auto"):
            return default
        return read_as(name, length, text, self.wholes[axis])


def segments_of(element: Element, measures: Measures) -> list[Segment]:
    """Return a shape as a path."""
    return SHAPES[element.tag](element, measures)


def _path(element: Element, measures: Measures) -> list[Segment]:
    text = measures.attributes.get("d", "")
    return read_as("d", read_path, text) if text.strip() not in ("", "none") else []


def _rect(element: Element, measures: Measures) -> list[Segment]:
    x, y = measures.get("x", "x"), measures.get("y", "y")
    width, height = measures.get("width", "x"), measures.get("height", "y")
    if width <= 0 or height <= 0:
        return []
    rx, ry = measures.get("rx", "x", -1), measures.get("ry", "y", -1)
    rx, ry = (rx if rx >= 0 else max(ry, 0)), (ry if ry >= 0 else max(rx, 0))
    return _round_box(x, y, width, height, min(rx, width / 2), min(ry, height / 2))


def _round_box(
    x: float, y: float, width: float, height: float, rx: float, ry: float
) -> list[Segment]:
    right, bottom = x + width, y + height
    if not rx or not ry:
        corners = ((right, y), (right, bottom), (x, bottom))
        return [("M", ((x, y),)), *(("L", (corner,)) for corner in corners), ("Z", ())]
    kx, ky = rx * (1 - KAPPA), ry * (1 - KAPPA)
    return [
        ("M", ((x + rx, y),)),
        ("L", ((right - rx, y),)),
        ("C", ((right - kx, y), (right, y + ky), (right, y + ry))),
        ("L", ((right, bottom - ry),)),
        ("C", ((right, bottom - ky), (right - kx, bottom), (right - rx, bottom))),
        ("L", ((x + rx, bottom),)),
        ("C", ((x + kx, bottom), (x, bottom - ky), (x, bottom - ry))),
        ("L", ((x, y + ry),)),
        ("C", ((x, y + ky), (x + kx, y), (x + rx, y))),
        ("Z", ()),
    ]


def _circle(element: Element, measures: Measures) -> list[Segment]:
    radius = measures.get("r")
    return _oval(measures, radius, radius)


def _ellipse(element: Element, measures: Measures) -> list[Segment]:
    rx, ry = measures.get("rx", "x", -1), measures.get("ry", "y", -1)
    return _oval(measures, rx if rx >= 0 else ry, ry if ry >= 0 else rx)


def _oval(measures: Measures, rx: float, ry: float) -> list[Segment]:
    if rx <= 0 or ry <= 0:
        return []
    x, y = measures.get("cx", "x"), measures.get("cy", "y")
    kx, ky = rx * KAPPA, ry * KAPPA
    return [
        ("M", ((x + rx, y),)),
        ("C", ((x + rx, y + ky), (x + kx, y + ry), (x, y + ry))),
        ("C", ((x - kx, y + ry), (x - rx, y + ky), (x - rx, y))),
        ("C", ((x - rx, y - ky), (x - kx, y - ry), (x, y - ry))),
        ("C", ((x + kx, y - ry), (x + rx, y - ky), (x + rx, y))),
        ("Z", ()),
    ]


def _line(element: Element, measures: Measures) -> list[Segment]:
    start = measures.get("x1", "x"), measures.get("y1", "y")
    return [("M", (start,)), ("L", ((measures.get("x2", "x"), measures.get("y2", "y")),))]


def _polyline(element: Element, measures: Measures) -> list[Segment]:
    found = read_as("points", points, measures.attributes.get("points", ""))
    return [("L" if index else "M", (point,)) for index, point in enumerate(found)]


def _polygon(element: Element, measures: Measures) -> list[Segment]:
    found = _polyline(element, measures)
    return [*found, ("Z", ())] if found else []


SHAPES: Mapping[str, Callable[[Element, Measures], list[Segment]]] = {
    "path": _path,
    "rect": _rect,
    "circle": _circle,
    "ellipse": _ellipse,
    "line": _line,
    "polyline": _polyline,
    "polygon": _polygon,
}
