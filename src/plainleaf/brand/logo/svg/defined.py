"""What an element names: gradients and clips → elements of <defs> under names of ours."""

from collections.abc import Iterator, Mapping, Sequence
from xml.etree.ElementTree import Element

from plainleaf.brand.logo.refusal import FEATURE, PLAIN_SVG, TOO_LARGE, VALUE, refuse
from plainleaf.brand.logo.svg.clip import Document, clip_of
from plainleaf.brand.logo.svg.frame import Box
from plainleaf.brand.logo.svg.gradient import TAGS, Paint, gradient_of
from plainleaf.brand.logo.svg.paint import read_color
from plainleaf.brand.logo.svg.path import Segment, turned, write_path
from plainleaf.brand.logo.svg.shapes import BadAttributeError, read_as
from plainleaf.brand.logo.svg.styles import Properties
from plainleaf.brand.logo.svg.tree import SIMPLER, line_of
from plainleaf.brand.logo.svg.values import Matrix, reference, write

Parts = Sequence[tuple[Matrix, list[Segment]]]
"""What is clipped: the paths of it, and where they are."""

View = tuple[float, float]

MOST_DEFINED = 500  # gradients and clips
MOST_POINTS = 50_000  # of all clips
MOST_CLIPS = 8  # of one element
STROKES = "Turn its strokes into paths in the drawing program, or paint them in one colour."


class Definitions:
    """Draws each gradient and clip once, when an element first names it."""

    def __init__(self, root: Element, properties: Properties) -> None:
        self.properties = properties
        self.ids: dict[str, Element] = {}
        for element in root.iter():
            self.ids.setdefault(element.get("id", ""), element)
        self.elements: list[Element] = []
        self.points = 0
        self._paints: dict[Element, Paint] = {}
        self._clips: dict[tuple[Element, Box], str | None] = {}

    def target(self, element: Element) -> Element | None:
        """Return what an element's href names."""
        link = element.get("href") or element.get("xlink:href") or ""
        return self.ids.get(link.strip().removeprefix("#")) if link else None

    def paint(self, name: str, text: str, current: str, view: View) -> dict[str, str]:
        """Return the attributes for a fill or stroke."""
        link, other = read_as(name, reference, text)
        target = self.ids.get(link) if link else None
        if target is None:
            return {name: read_color(name, other or "none", current)}
        if target.tag not in TAGS:
            message = f"is painted with <{target.tag}>."
            raise refuse(FEATURE, message, PLAIN_SVG, line_of(target))
        if target not in self._paints:
            self._paints[target] = self._gradient(target, view)
        paint = self._paints[target]
        if name == "stroke" and paint.element is not None:
            message = "has a stroke painted with a gradient."
            raise refuse(FEATURE, message, STROKES, line_of(target))  # WeasyPrint loses its width
        found = {name: paint.color}
        return found if paint.opacity == 1 else found | {f"{name}-opacity": write(paint.opacity)}

    def clips(self, own: Mapping[str, str], view: View, parts: Parts) -> list[str] | None:
        """Return the names of all clips of an element; None where nothing passes."""
        names = [self._clip(target, view, parts) for target in self._clip_targets(own, ())]
        found = [name for name in names if name]
        return found if len(found) == len(names) else None

    def clip(self, segments: list[Segment]) -> str:
        """Return the name of a new clip of this form."""
        self.points += sum(len(points) for _, points in segments)
        if self.points > MOST_POINTS:
            raise refuse(TOO_LARGE, f"has more than {MOST_POINTS:,} points in clips.", SIMPLER)
        clip = Element("clipPath")
        clip.append(Element("path", {"d": write_path(segments)}))
        return self._name(clip)

    def _gradient(self, target: Element, view: View) -> Paint:
        try:
            paint = gradient_of(target, self.ids, self.properties, view)
        except BadAttributeError as error:
            message = f"has {error.name} on <{target.tag}>, which {error}."
            raise refuse(VALUE, message, PLAIN_SVG, line_of(target)) from None
        if paint.element is None:
            return paint
        return Paint(paint.element, f"url(#{self._name(paint.element)})")

    def _name(self, element: Element) -> str:
        self.elements.append(element)
        if len(self.elements) > MOST_DEFINED:
            message = f"has more than {MOST_DEFINED} gradients and clips."
            raise refuse(TOO_LARGE, message, SIMPLER)
        name = f"p{len(self.elements)}"
        element.set("id", name)
        return name

    def _clip_targets(
        self, own: Mapping[str, str], seen: tuple[Element, ...]
    ) -> Iterator[Element]:
        """Yield the clips and masks of an element, and those that they have."""
        for name in ("clip-path", "mask"):
            link, other = read_as(name, reference, own.get(name, "none"))
            if not link and other not in ("none", "inherit", ""):
                raise BadAttributeError(name, "is not the name of an element")
            target = self.ids.get(link) if link else None
            if target is None or target.tag not in ("clipPath", "mask"):
                continue
            if target in seen or len(seen) == MOST_CLIPS:
                message = f"has <{target.tag}> that refers to itself, or to many others."
                raise refuse(FEATURE, message, PLAIN_SVG, line_of(target))
            yield target
            yield from self._clip_targets(self.properties[target], (*seen, target))

    def _clip(self, target: Element, view: View, parts: Parts) -> str | None:
        """Return the name of what a clip or mask lets through; None for nothing."""
        box = _box(parts) if "objectBoundingBox" in target.attrib.values() else (0, 0, 1, 1)
        if (target, box) not in self._clips:
            segments = clip_of(target, Document(self.ids, self.properties, view), box)
            self._clips[target, box] = self.clip(segments) if segments else None
        return self._clips[target, box]


def _box(parts: Parts) -> Box:
    """Return the box around all points, a little more than what is drawn."""
    found = [turned(segments, place) for place, segments in parts]
    points = [point for segments in found for _, points in segments for point in points]
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys)
