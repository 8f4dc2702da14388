"""A gradient of an SVG, with those that it refers to → one that says all by itself."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import hypot
from xml.etree.ElementTree import Element

from plainleaf.brand.logo.refusal import FEATURE, refuse
from plainleaf.brand.logo.svg.paint import read_color
from plainleaf.brand.logo.svg.shapes import BadAttributeError, Measures, read_as
from plainleaf.brand.logo.svg.styles import Properties
from plainleaf.brand.logo.svg.tree import line_of
from plainleaf.brand.logo.svg.values import matrix, share, split_color, write
from plainleaf.model import rgb_of

MOST_LINKS = 10
MOST_STOPS = 100
STEPS = 8  # between stops whose colour and opacity both change
TAGS = ("linearGradient", "radialGradient")

PADDED = "Draw it without repeats, or give a PNG of 1500 pixels across."

Stop = tuple[float, str, float]
"""Where from 0 to 1, the colour, and its opacity."""


@dataclass(frozen=True)
class Paint:
    """What a gradient comes to: an element for <defs>, or one colour and its opacity."""

    element: Element | None
    color: str = "none"
    opacity: float = 1


def gradient_of(
    element: Element,
    ids: Mapping[str, Element],
    properties: Properties,
    view: tuple[float, float],
) -> Paint:
    """Return a gradient drawn anew; raise RefusalError or BadAttributeError."""
    chain = _chain(element, ids)
    merged: dict[str, str] = {}
    for link in reversed(chain):
        merged |= {name: value for name, value in properties[link].items() if value.strip()}
    if merged.get("spreadMethod", "pad") not in ("pad", ""):
        message = "has a gradient that repeats."
        raise refuse(FEATURE, message, PADDED, line_of(element))
    holder = next((link for link in chain if link.find("stop") is not None), element)
    stops = _stops(holder, properties)
    if not stops:
        return Paint(None)
    return _drawn(element.tag, merged, stops, view)


def _chain(element: Element, ids: Mapping[str, Element]) -> list[Element]:
    """Return a gradient and those that it takes from."""
    chain = [element]
    while link := (chain[-1].get("href") or chain[-1].get("xlink:href") or ""):
        target = ids.get(link.strip().removeprefix("#"))
        if target is None or target.tag not in TAGS:
            break
        if target in chain or len(chain) > MOST_LINKS:
            message = "has a gradient that refers to itself."
            raise refuse(FEATURE, message, PADDED, line_of(element))
        chain.append(target)
    return chain


def _stops(holder: Element, properties: Properties) -> list[Stop]:
    stops: list[Stop] = []
    for stop in holder.iterfind("stop"):
        own = properties[stop]
        name = "offset or stop-opacity"
        place = read_as(name, share, own.get("offset", "").strip() or "0")
        opacity = read_as(name, share, own.get("stop-opacity", "").strip() or "1")
        current = read_color("color", own.get("color", "#000000"), "#000000")
        text = own.get("stop-color", "").strip() or "#000000"
        color, alpha = split_color(read_color("stop-color", text, current))
        stops.append((max(place, stops[-1][0] if stops else 0), color, opacity * alpha))
    if len(stops) > MOST_STOPS:
        raise BadAttributeError("stop", f"comes more than {MOST_STOPS} times")
    return [stop for pair in pairwise([*stops, *stops[-1:]]) for stop in _eased(*pair)]


def _eased(one: Stop, other: Stop) -> list[Stop]:
    """Return a stop, and steps to the next where colour and opacity both change.

    WeasyPrint mixes such colours as CSS has it, by opacity; in small steps this is the same.
    """
    if one[2] == other[2] or one[1] == other[1] or one[0] == other[0]:
        return [one]
    ends = [rgb_of(stop[1]) for stop in (one, other)]
    steps = [one]
    for step in range(1, STEPS):
        part = step / STEPS
        mixed = [round(a + (b - a) * part) for a, b in zip(*ends, strict=True)]
        place = one[0] + (other[0] - one[0]) * part
        opacity = one[2] + (other[2] - one[2]) * part
        steps.append((place, "#{:02x}{:02x}{:02x}".format(*mixed), opacity))
    return steps


def _drawn(
    tag: str, merged: Mapping[str, str], stops: Sequence[Stop], view: tuple[float, float]
) -> Paint:
    on_page = merged.get("gradientUnits") == "userSpaceOnUse"
    measures = Measures(merged, *(view if on_page else (1.0, 1.0)))
    if tag == "linearGradient":
        lengths, extent = _line(measures)
    else:
        lengths, extent = _circles(measures)
    if extent <= 0 or len(stops) == 1:
        return Paint(None, stops[-1][1], stops[-1][2])
    attributes = {name: write(value) for name, value in lengths.items()}
    attributes["gradientUnits"] = "userSpaceOnUse" if on_page else "objectBoundingBox"
    if text := merged.get("gradientTransform", merged.get("transform", "")).strip():
        attributes["gradientTransform"] = _transform(text)
    drawn = Element(tag, attributes)
    for place, color, opacity in stops:
        stop = Element("stop", {"offset": write(place), "stop-color": color})
        if opacity < 1:
            stop.set("stop-opacity", write(opacity))
        drawn.append(stop)
    return Paint(drawn)


def _line(measures: Measures) -> tuple[Mapping[str, float], float]:
    found = {
        "x1": measures.get("x1", "x"),
        "y1": measures.get("y1", "y"),
        "x2": measures.get("x2", "x", measures.wholes["x"]),
        "y2": measures.get("y2", "y"),
    }
    return found, hypot(found["x2"] - found["x1"], found["y2"] - found["y1"])


def _circles(measures: Measures) -> tuple[Mapping[str, float], float]:
    """Return the circles of a radial gradient, its focus within the outer one."""
    half = {axis: whole / 2 for axis, whole in measures.wholes.items()}
    cx, cy = measures.get("cx", "x", half["x"]), measures.get("cy", "y", half["y"])
    radius = measures.get("r", "", half[""])
    fx, fy = measures.get("fx", "x", cx), measures.get("fy", "y", cy)
    away = hypot(fx - cx, fy - cy)
    if away > 0.99 * radius > 0:
        inward = 0.99 * radius / away
        fx, fy = cx + (fx - cx) * inward, cy + (fy - cy) * inward
    found = {"cx": cx, "cy": cy, "r": radius, "fx": fx, "fy": fy}
    inner = measures.get("fr")
    if inner > 0:
        found["fr"] = min(inner, 0.99 * radius)
    return found, radius


def _transform(text: str) -> str:
    found = read_as("gradientTransform", matrix, text)
    a, b, c, d, *_ = found
    if not a * d - b * c:
        raise BadAttributeError("gradientTransform", "leaves no extent")
    return f"matrix({' '.join(map(write, found))})"
