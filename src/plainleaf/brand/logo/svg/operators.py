"""Elements drawn anew → the operators of a PDF that draw them, where they are plain.

Most logos are paths of solid colour. Drawing these needs no engine; what has gradients, clips
or transparency is drawn as pixels.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from xml.etree.ElementTree import Element

from plainleaf.brand.logo.svg.frame import Frame, fitted
from plainleaf.brand.logo.svg.values import IDENTITY, Matrix, write
from plainleaf.model import rgb_of

BY_PIXELS = frozenset({"clip-path", "opacity", "fill-opacity", "stroke-opacity"})
"""Attributes of what is drawn as pixels."""

SEGMENT = re.compile(r"([MLCZ])([^MLCZ]*)")
OPERATORS = {"M": "m", "L": "l", "C": "c", "Z": "h"}
CAPS = {"butt": 0, "round": 1, "square": 2}
JOINS = {"miter": 0, "round": 1, "bevel": 2}
HEX = re.compile(r"#[0-9a-f]{6}")
MATRIX = re.compile(r"matrix\(([^)]*)\)")

Paint = Mapping[str, str]


class _NotPlainError(ValueError):
    """It is drawn as pixels."""


def operators_of(drawn: Sequence[Element], frame: Frame) -> str:
    """Return operators down from the upper left corner; empty where it is not plain."""
    try:
        lines = [_matrix(fitted(frame.box, frame.width, frame.height, frame.aspect))]
        for element in drawn:
            lines += _operators(element, {})
    except _NotPlainError:
        return ""
    return "\n".join(lines)


def _operators(element: Element, around: Paint) -> list[str]:
    if element.tag not in ("g", "path") or BY_PIXELS & element.attrib.keys():
        raise _NotPlainError
    paint = {**around, **element.attrib}
    paint.pop("transform", None)
    if element.tag == "path":
        lines = _path(element.get("d", ""), paint)
    else:
        lines = [line for child in element for line in _operators(child, paint)]
    turn = MATRIX.fullmatch(element.get("transform", ""))
    if not lines or not turn:
        return lines
    return ["q", f"{turn[1]} cm", *lines, "Q"]


def _path(d: str, paint: Paint) -> list[str]:
    fill, stroke = _color(paint.get("fill", "#000000")), _color(paint.get("stroke", "none"))
    if paint.get("stroke-width") == "0":
        stroke = ""
    if paint.get("visibility") == "hidden" or not (fill or stroke):
        return []
    even = "*" if fill and paint.get("fill-rule") == "evenodd" else ""
    shown = ("B" if fill and stroke else "f" if fill else "S") + even
    set_up = [f"{fill} rg"] if fill else []
    set_up += [f"{stroke} RG", *_pen(paint)] if stroke else []
    return [*set_up, *_segments(d), shown]


def _pen(paint: Paint) -> Iterable[str]:
    dashes = paint.get("stroke-dasharray", "none")
    dashes = "" if dashes == "none" else dashes
    if len(dashes.split()) % 2:
        dashes = f"{dashes} {dashes}"
    yield f"{paint.get('stroke-width', '1')} w"
    yield f"{CAPS[paint.get('stroke-linecap', 'butt')]} J"
    yield f"{JOINS[paint.get('stroke-linejoin', 'miter')]} j"
    yield f"{paint.get('stroke-miterlimit', '4')} M"
    yield f"[{dashes}] {paint.get('stroke-dashoffset', '0')} d"


def _segments(d: str) -> list[str]:
    return [f"{points} {OPERATORS[letter]}".strip() for letter, points in SEGMENT.findall(d)]


def _color(value: str) -> str:
    """Return the channels of a colour; nothing for none."""
    if value == "none":
        return ""
    if not HEX.fullmatch(value):
        raise _NotPlainError
    return " ".join(f"{channel / 255:.6f}" for channel in rgb_of(value))


def _matrix(turn: Matrix) -> str:
    return f"{' '.join(map(write, turn))} cm" if turn != IDENTITY else ""
