"""The paint properties of an element → attributes that both engines read alike."""

from collections.abc import Callable, Mapping
from math import hypot

from plainleaf.brand.logo.svg.path import Segment, length_of
from plainleaf.brand.logo.svg.shapes import BadAttributeError, read_as
from plainleaf.brand.logo.svg.values import BadValueError, color, length, number, share, write

MOST_DASHES = 5_000
"""Of one path; a viewer draws each of them."""


def _word(*words: str) -> Callable[[str, float], str]:
    def read(text: str, whole: float) -> str:
        if text not in words:
            raise BadValueError(f"is not one of {', '.join(words)}")
        return text

    return read


def _share(text: str, whole: float) -> str:
    return write(share(text))


def _width(text: str, whole: float) -> str:
    value = length(text, whole)
    if value < 0:
        raise BadValueError("is below 0")
    return write(value)


def _offset(text: str, whole: float) -> str:
    return write(length(text, whole))


def _miter(text: str, whole: float) -> str:
    return write(max(1.0, number(text)))


def _dashes(text: str, whole: float) -> str:
    if text == "none":
        return "none"
    values = [length(part, whole) for part in text.replace(",", " ").split()]
    if any(value < 0 for value in values):
        raise BadValueError("has a number below 0")
    return " ".join(map(write, values)) if sum(values) > 0 else "none"


READ: Mapping[str, Callable[[str, float], str]] = {
    "fill-opacity": _share,
    "fill-rule": _word("nonzero", "evenodd"),
    "opacity": _share,
    "stroke-dasharray": _dashes,
    "stroke-dashoffset": _offset,
    "stroke-linecap": _word("butt", "round", "square"),
    "stroke-linejoin": _word("miter", "round", "bevel", "miter-clip", "arcs"),
    "stroke-miterlimit": _miter,
    "stroke-opacity": _share,
    "stroke-width": _width,
    "visibility": _word("visible", "hidden", "collapse"),
}
"""The properties that are kept, beside fill, stroke, clip-path and mask."""

SAME = {"miter-clip": "miter", "arcs": "miter", "collapse": "hidden"}
"""Values that engines know under another name."""

HARMLESS: Mapping[str, tuple[str, ...]] = {
    "filter": ("none",),
    "mix-blend-mode": ("normal",),
    "marker": ("none",),
    "marker-start": ("none",),
    "marker-mid": ("none",),
    "marker-end": ("none",),
    "paint-order": ("normal", "fill", "fill stroke", "fill stroke markers"),
    "vector-effect": ("none",),
    "mask-image": ("none",),
}
"""Properties that cannot be drawn faithfully on paper, and the values that do nothing."""

NAMES = {
    "filter": "a blur, shadow or other effect",
    "mix-blend-mode": "colours that mix with those below",
    "paint-order": "strokes that are painted first",
    "vector-effect": "strokes that keep their width",
    "mask-image": "a mask",
}


def unfaithful(properties: Mapping[str, str]) -> list[str]:
    """Return in words what an element has that cannot be drawn faithfully."""
    found = [
        NAMES.get(name, "arrowheads or other markers")
        for name, harmless in HARMLESS.items()
        if " ".join(properties.get(name, "none").split()) not in (*harmless, "none", "inherit", "")
    ]
    return list(dict.fromkeys(found))


def paint_of(properties: Mapping[str, str], width: float, height: float) -> dict[str, str]:
    """Return the attributes for all but references; raise BadAttributeError."""
    diagonal = hypot(width, height) / 2**0.5
    found: dict[str, str] = {}
    for name, read in READ.items():
        text = properties.get(name, "inherit").strip()
        if text in ("inherit", "initial", "unset", ""):
            continue
        value = read_as(name, read, text, diagonal)
        found[name] = SAME.get(value, value)
    return found


def read_color(name: str, text: str, current: str) -> str:
    """Read a colour of a property."""
    return "none" if text == "none" else read_as(name, color, text, current)


def check_dashes(
    properties: Mapping[str, str], view: tuple[float, float], segments: list[Segment]
) -> None:
    """Refuse dashes so short that a viewer would draw them for ever."""
    dashes = paint_of(properties, *view).get("stroke-dasharray", "none")
    if dashes == "none":
        return
    if length_of(segments) > MOST_DASHES * sum(map(float, dashes.split())):
        raise BadAttributeError("stroke-dasharray", f"makes more than {MOST_DASHES:,} dashes")
