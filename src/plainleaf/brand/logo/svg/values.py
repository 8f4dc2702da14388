"""A value of an attribute → numbers, a colour or a matrix; anything else is a BadValueError."""

import math
import re
from collections.abc import Callable, Mapping
from functools import lru_cache

from tinycss2.color4 import parse_color

MOST = 1e6
"""A number beyond this, on either side of 0, is not of a logo."""

NUMBER = r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?"
_NUMBER = re.compile(NUMBER)
_LENGTH = re.compile(rf"({NUMBER})\s*([a-zA-Z%]*)")
_SEPARATORS = re.compile(r"\s*,\s*|\s+|(?<=[\d.])(?=[+-])")
_STEP = re.compile(r"\s*,?\s*([a-zA-Z]+)\s*\(([^()]*)\)")
_REFERENCE = re.compile(r"""url\(\s*(["']?)#([^\s"'()<>\[\]\\]+)\1\s*\)\s*(.*)""", re.DOTALL)
_ICC = re.compile(r"\s*(?:icc-color|device-\w+)\([^)]*\)\s*$")

UNITS: Mapping[str, float] = {
    "": 1,
    "px": 1,
    "pt": 4 / 3,
    "pc": 16,
    "mm": 96 / 25.4,
    "cm": 96 / 2.54,
    "in": 96,
    "em": 16,
    "rem": 16,
    "ex": 8,
}
"""Pixels; a logo has no text, so that a letter is as high as a browser's own."""

Matrix = tuple[float, float, float, float, float, float]
IDENTITY: Matrix = (1, 0, 0, 1, 0, 0)


class BadValueError(ValueError):
    """A value that is not one, with what it should be."""


def number(text: str) -> float:
    """Read a number of bounded size."""
    if not _NUMBER.fullmatch(text.strip()):
        raise BadValueError("is not a number")
    value = float(text)
    if not abs(value) <= MOST:
        raise BadValueError(f"is beyond {MOST:,.0f}")
    return value


def length(text: str, whole: float) -> float:
    """Read a length in pixels; a percentage is of `whole`."""
    match = _LENGTH.fullmatch(text.strip())
    if not match or match[2].lower() not in {*UNITS, "%"}:
        raise BadValueError("is not a length")
    if match[2] == "%":
        return number(match[1]) / 100 * whole
    return number(match[1]) * UNITS[match[2].lower()]


def share(text: str) -> float:
    """Read an opacity or the like: 0 to 1, or a percentage."""
    text = text.strip()
    value = number(text[:-1]) / 100 if text.endswith("%") else number(text)
    return min(1.0, max(0.0, value))


def numbers(text: str) -> list[float]:
    """Read numbers with spaces or commas between."""
    text = text.strip()
    return [number(part) for part in _SEPARATORS.split(text)] if text else []


def points(text: str) -> list[tuple[float, float]]:
    """Read pairs of numbers."""
    found = numbers(text)
    if len(found) % 2:
        raise BadValueError("has an odd count of numbers")
    return list(zip(found[::2], found[1::2], strict=True))


@lru_cache(maxsize=1024)
def color(text: str, current: str = "#000000") -> str:
    """Read a colour; return it as "#rrggbb", or with its opacity as "rgba(…)"."""
    parsed = parse_color(_ICC.sub("", text.strip()))
    if parsed == "currentcolor":
        return current
    if parsed is None or isinstance(parsed, str):
        raise BadValueError("is not a colour")
    try:
        *parts, alpha = parsed.to("srgb")
    except NotImplementedError:
        raise BadValueError("is not a colour of screens") from None
    red, green, blue = (round(255 * min(1, max(0, part))) for part in parts)
    if alpha >= 1:
        return f"#{red:02x}{green:02x}{blue:02x}"
    return f"rgba({red},{green},{blue},{write(alpha)})"


def split_color(text: str) -> tuple[str, float]:
    """Return a colour of a stop without its opacity, and that; what is none there is black."""
    if not text.startswith("rgba("):
        return "#000000" if text == "none" else text, 1.0
    *parts, alpha = text[5:-1].split(",")
    return "#{:02x}{:02x}{:02x}".format(*map(int, parts)), float(alpha)


def reference(text: str) -> tuple[str, str]:
    """Read "url(#name) fallback" into its name and fallback; ("", text) for none."""
    text = text.strip()
    if "url" not in text.lower():
        return "", text
    match = _REFERENCE.fullmatch(text)
    if not match:
        raise BadValueError("is not the name of an element")
    return match[2], match[3].strip()


def matrix(text: str) -> Matrix:
    """Read a list of transformations into one."""
    result, place = IDENTITY, 0
    text = text.strip()
    if text == "none":
        return IDENTITY
    while place < len(text):
        step = _STEP.match(text, place)
        if not step or step[1] not in STEPS:
            raise BadValueError("is not a transformation")
        counts, make = STEPS[step[1]]
        values = numbers(re.sub(r"(?<=\d)(?:px|deg)\b", "", step[2]))
        if len(values) not in counts:
            raise BadValueError(f"has {len(values)} numbers in {step[1]}()")
        result = joined(result, make(*values))
        place = step.end()
    if not all(abs(value) <= MOST for value in result):
        raise BadValueError(f"is beyond {MOST:,.0f}")
    return result


def joined(outer: Matrix, inner: Matrix) -> Matrix:
    """Return the transformation that does `inner` first."""
    a, b, c, d, e, f = outer
    p, q, r, s, t, u = inner
    return (
        a * p + c * q,
        b * p + d * q,
        a * r + c * s,
        b * r + d * s,
        a * t + c * u + e,
        b * t + d * u + f,
    )


def moved(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    """Return a point after a transformation."""
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def write(value: float) -> str:
    """Write a number shortly, never with an exponent."""
    text = f"{value:.7g}"
    if "e" in text:
        text = f"{value:.10f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def _rotate(angle: float, x: float = 0, y: float = 0) -> Matrix:
    turn = math.radians(angle)
    cos, sin = math.cos(turn), math.sin(turn)
    return cos, sin, -sin, cos, x - cos * x + sin * y, y - sin * x - cos * y


STEPS: Mapping[str, tuple[tuple[int, ...], Callable[..., Matrix]]] = {
    "matrix": ((6,), lambda *values: values),
    "translate": ((1, 2), lambda x, y=0: (1, 0, 0, 1, x, y)),
    "translateX": ((1,), lambda x: (1, 0, 0, 1, x, 0)),
    "translateY": ((1,), lambda y: (1, 0, 0, 1, 0, y)),
    "scale": ((1, 2), lambda x, y=None: (x, 0, 0, x if y is None else y, 0, 0)),
    "rotate": ((1, 3), _rotate),
    "skewX": ((1,), lambda angle: (1, 0, math.tan(math.radians(angle)), 1, 0, 0)),
    "skewY": ((1,), lambda angle: (1, math.tan(math.radians(angle)), 0, 1, 0, 0)),
}
"""How many numbers a transformation takes, and its matrix."""
