"""A clipPath, or a mask that only hides → the path of what it lets through."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from plainleaf.brand.logo.refusal import FEATURE, PLAIN_SVG, RefusalError, refuse
from plainleaf.brand.logo.svg.path import Segment, turned
from plainleaf.brand.logo.svg.shapes import SHAPES, Measures, read_as, segments_of
from plainleaf.brand.logo.svg.styles import Properties
from plainleaf.brand.logo.svg.tree import line_of
from plainleaf.brand.logo.svg.values import IDENTITY, BadValueError, Matrix, color, joined, matrix

Box = tuple[float, float, float, float]
MOST_PARTS = 500
DEEPEST = 8  # groups and uses in a clip
WHITE = "#ffffff"


@dataclass(frozen=True)
class Document:
    """What a clip may look up: elements by id, and the properties of each."""

    ids: Mapping[str, Element]
    properties: Properties
    view: tuple[float, float]


@dataclass(frozen=True)
class _Part:
    """A shape of a clip, with what it inherits."""

    element: Element
    place: Matrix
    inherited: Mapping[str, str]


def clip_of(element: Element, document: Document, box: Box) -> list[Segment]:
    """Return what a clipPath or mask lets through of an element with the box."""
    is_mask = element.tag == "mask"
    units = element.get("maskContentUnits" if is_mask else "clipPathUnits")
    x, y, width, height = box
    place = (width, 0, 0, height, x, y) if units == "objectBoundingBox" else IDENTITY
    own = document.properties[element]
    place = joined(place, IDENTITY if is_mask else transform_of(own))
    found: list[Segment] = []
    for count, part in enumerate(_parts(element, document, place, {}, 0)):
        if count > MOST_PARTS:
            raise _refuse(element, f"has a clip of more than {MOST_PARTS} shapes.")
        (_check_mask if is_mask else _check_clip)(part, element)
        measures = Measures(document.properties[part.element], *document.view)
        segments = segments_of(part.element, measures)
        _check_rule(part, segments, element, is_mask)
        found += turned(segments, part.place)
    return found


def transform_of(properties: Mapping[str, str]) -> Matrix:
    """Return an element's own transformation."""
    text = properties.get("transform", "").strip()
    return read_as("transform", matrix, text) if text else IDENTITY


def _parts(
    holder: Element, document: Document, place: Matrix, inherited: Mapping[str, str], depth: int
) -> Iterator[_Part]:
    inherited = {**inherited, **document.properties[holder]}
    if depth > DEEPEST:
        raise _refuse(holder, "has a clip that refers to itself, or to many others.")
    for child in holder:
        own = document.properties[child]
        if own.get("display") == "none" or own.get("visibility") == "hidden":
            continue
        if depth and {"clip-path", "mask"} & {n for n in own if own[n].strip() != "none"}:
            raise _refuse(child, "has a clip within a clip.")
        inner = joined(place, transform_of(own))
        if child.tag in SHAPES:
            yield _Part(child, inner, {**inherited, **own})
        elif child.tag == "g":
            yield from _parts(child, document, inner, inherited, depth + 1)
        elif child.tag == "use":
            yield from _used(child, document, inner, {**inherited, **own}, depth)
        elif child.tag not in ("defs", "style"):
            raise _refuse(child, f"has <{child.tag[:30]}> in a clip or mask.")


def _used(
    use: Element, document: Document, place: Matrix, inherited: Mapping[str, str], depth: int
) -> Iterator[_Part]:
    measures = Measures(document.properties[use], *document.view)
    place = joined(place, (1, 0, 0, 1, measures.get("x", "x"), measures.get("y", "y")))
    link = use.get("href") or use.get("xlink:href") or ""
    target = document.ids.get(link.strip().removeprefix("#"))
    if target is None:
        return
    group = Element("g")
    group.append(target)
    properties = {**document.properties, group: inherited}
    shared = Document(document.ids, properties, document.view)
    yield from _parts(group, shared, place, {}, depth + 1)


def _check_clip(part: _Part, clip: Element) -> None:
    own = part.inherited.get("clip-path", "none").strip()
    if part.element.get("clip-path", "none") != "none" and own != "none":
        raise _refuse(part.element, "has a clip within a clip.")


def _check_mask(part: _Part, mask: Element) -> None:
    """Pass a mask only if it shows all or nothing: the engines differ in shades."""
    look = part.inherited
    fill = _color(look.get("fill", "#000000"), look.get("color", "#000000"))
    by_light = look.get("mask-type", "luminance") != "alpha"
    sees = fill == WHITE if by_light else fill.startswith("#")
    full = all(
        look.get(name, "1").strip() in ("1", "1.0", "100%", "")
        for name in ("opacity", "fill-opacity")
    )
    if not (sees and full and look.get("stroke", "none").strip() in ("none", "")):
        raise _refuse(mask, "has a mask with shades.")
    if look.get("filter", "none") != "none":
        raise _refuse(mask, "has a mask with an effect.")


def _check_rule(part: _Part, segments: list[Segment], clip: Element, is_mask: bool) -> None:
    """Refuse holes that WeasyPrint would fill: it knows one rule for clips."""
    rule = part.inherited.get("fill-rule" if is_mask else "clip-rule", "nonzero").strip()
    if rule == "evenodd" and sum(letter == "M" for letter, _ in segments) > 1:
        raise _refuse(clip, "has a clip with holes (clip-rule evenodd).")


def _color(text: str, current: str) -> str:
    try:
        return color(text, current)
    except BadValueError:
        return text


def _refuse(element: Element, message: str) -> RefusalError:
    return refuse(FEATURE, message, PLAIN_SVG, line_of(element))
