"""What elements of an SVG came to, and where one is drawn."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from plainleaf.brand.logo.svg.path import Segment
from plainleaf.brand.logo.svg.values import IDENTITY, Matrix, joined, write


@dataclass(frozen=True)
class Place:
    """Where an element is drawn: in which view, with which colour, and for whom."""

    view: tuple[float, float]
    color: str = "#000000"
    users: tuple[Element, ...] = ()


@dataclass
class Drawn:
    """What elements came to, and the paths of it, in the coordinates around them."""

    elements: list[Element] = field(default_factory=list)
    parts: list[tuple[Matrix, list[Segment]]] = field(default_factory=list)

    def within(self, attributes: Mapping[str, str], by: Matrix = IDENTITY) -> "Drawn":
        """Return this in a group, after a transformation."""
        if not self.elements or (by == IDENTITY and not attributes):
            return self
        group = Element("g", dict(attributes))
        if by != IDENTITY:
            group.set("transform", f"matrix({' '.join(map(write, by))})")
        group.extend(self.elements)
        return Drawn([group], [(joined(by, place), path) for place, path in self.parts])

    @property
    def depth(self) -> int:
        """Return the levels of elements; they are looked at level by level."""
        levels, elements = 0, self.elements
        while elements:
            elements = [child for element in elements for child in element]
            levels += 1
        return levels
