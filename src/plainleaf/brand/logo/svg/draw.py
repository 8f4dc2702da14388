"""The tree of an SVG → elements drawn anew: groups, paths, gradients and clips."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from xml.etree.ElementTree import Element

from plainleaf.brand.logo.allowed import Allowed
from plainleaf.brand.logo.refusal import FEATURE, PLAIN_SVG, TOO_LARGE, VALUE, RefusalError, refuse
from plainleaf.brand.logo.svg.clip import transform_of
from plainleaf.brand.logo.svg.defined import Definitions
from plainleaf.brand.logo.svg.drawn import Drawn, Place
from plainleaf.brand.logo.svg.frame import Frame, aspect_of, fitted, view_box
from plainleaf.brand.logo.svg.names import NOT_DRAWN_IN_PLACE, TEXTS
from plainleaf.brand.logo.svg.paint import check_dashes, paint_of, read_color, unfaithful
from plainleaf.brand.logo.svg.path import Segment, write_path
from plainleaf.brand.logo.svg.shapes import SHAPES, BadAttributeError, Measures, segments_of
from plainleaf.brand.logo.svg.styles import Properties
from plainleaf.brand.logo.svg.tree import SIMPLER, line_of
from plainleaf.brand.logo.svg.values import IDENTITY, Matrix, write
from plainleaf.errors import Fault

MOST_FAULTS = 10
DEEPEST = 64  # levels of groups: each is a call within a call when it is drawn
OUTLINES = "Turn its words into outlines (paths) in the drawing program: fonts differ."
SAY = (
    "Draw its words in Noto Sans and turn them into outlines (paths), or better say them in the"
    " caption, where they are translated and as large as all text."
)
CONDITIONS = ("requiredExtensions", "requiredFeatures", "systemLanguage")
INHERITED = ("inherit", "initial", "unset", "")


class Drawer:
    """Draws each element anew and keeps each fault that it meets."""

    def __init__(self, root: Element, properties: Properties, allowed: Allowed) -> None:
        self.allowed = allowed
        self.properties = properties
        self.defined = Definitions(root, properties)
        self.faults: list[Fault] = []
        self.drawn = self.points = 0

    def draw(self, element: Element, place: Place) -> Drawn:
        """Return what an element comes to; its faults are kept."""
        own = self.properties[element]
        if own.get("display", "").strip() == "none" or own.get("requiredExtensions"):
            return Drawn()
        try:
            self._count(element)
            return self._draw(element, own, place)
        except BadAttributeError as error:
            value = " ".join(own.get(error.name, "").split())[:40]
            message = f"has {error.name}={value!r} on <{element.tag}>, which {error}."
            self._keep(Fault(VALUE, message, PLAIN_SVG, line_of(element)))
        except RefusalError as refusal:
            self._keep(*refusal.faults)
            if any(fault.code == TOO_LARGE for fault in refusal.faults):
                raise RefusalError(*self.faults) from None
        if len(self.faults) >= MOST_FAULTS:
            raise RefusalError(*self.faults)
        return Drawn()

    def _keep(self, *faults: Fault) -> None:
        self.faults += [fault for fault in faults if fault not in self.faults]

    def _count(self, element: Element, points: int = 0) -> None:
        """Count an element, or the points of its path, and stop where it is too much."""
        self.drawn += not points
        self.points += points
        for count, most, what in (
            (
                self.drawn,
                self.allowed.most_elements,
                "elements, counted as often as they are used",
            ),
            (self.points, self.allowed.most_points, "points in its paths"),
        ):
            if count > most:
                message = f"has more than {most:,} {what}."
                raise refuse(TOO_LARGE, message, SIMPLER, line_of(element))

    def _draw(self, element: Element, own: Mapping[str, str], place: Place) -> Drawn:
        tag, line = element.tag, line_of(element)
        if tag in NOT_DRAWN_IN_PLACE:
            return Drawn()
        if tag in TEXTS:
            if "".join(element.itertext()).strip():
                hint = OUTLINES if self.allowed.is_stamped else SAY
                raise refuse(FEATURE, f"has text: <{tag}>.", hint, line)
            return Drawn()
        if tag not in DRAW:
            raise refuse(FEATURE, f"has <{tag[:30]}>, which is not drawn.", PLAIN_SVG, line)
        if found := unfaithful(own):
            self._keep(Fault(FEATURE, f"has {' and '.join(found)}.", PLAIN_SVG, line))
        if (text := own.get("color", "").strip()) not in INHERITED:
            place = replace(place, color=read_color("color", text, place.color))
        attributes = self._attributes(own, place)
        return self._placed(element, own, place, attributes, DRAW[tag](self, element, place))

    def _attributes(self, own: Mapping[str, str], place: Place) -> dict[str, str]:
        attributes = paint_of(own, *place.view)
        for name in ("fill", "stroke"):
            if (text := own.get(name, "").strip()) in INHERITED:
                continue
            found = self.defined.paint(name, text, place.color, place.view)
            if (opacity := f"{name}-opacity") in found and opacity in attributes:
                found[opacity] = write(float(found[opacity]) * float(attributes[opacity]))
            attributes |= found
        return attributes

    def _placed(
        self,
        element: Element,
        own: Mapping[str, str],
        place: Place,
        attributes: dict[str, str],
        inner: Drawn,
    ) -> Drawn:
        """Put what is within an element into its coordinates, clipped and painted."""
        turn = transform_of(own)
        if "transform-origin" in own and turn != IDENTITY:
            raise BadAttributeError("transform-origin", "is not drawn here")
        if not inner.elements or not turn[0] * turn[3] - turn[1] * turn[2]:
            return Drawn()
        clips = self.defined.clips(own, place.view, inner.parts)
        if clips is None:
            return Drawn()
        for clip in clips[1:]:
            inner = inner.within({"clip-path": f"url(#{clip})"})
        if clips:
            attributes["clip-path"] = f"url(#{clips[0]})"
        if element.tag in SHAPES and turn == IDENTITY and len(clips) <= 1:
            inner.elements[0].attrib.update(attributes)
            return inner
        return inner.within(attributes, turn)

    def shape(self, element: Element, place: Place) -> Drawn:
        """Draw a shape as a path."""
        own = self.properties[element]
        segments = segments_of(element, Measures(own, *place.view))
        if not segments:
            return Drawn()
        self._count(element, sum(len(points) for _, points in segments))
        if "stroke-dasharray" in own:
            check_dashes(own, place.view, segments)
        return Drawn([Element("path", {"d": write_path(segments)})], [(IDENTITY, segments)])

    def all(self, elements: Iterable[Element], place: Place) -> Drawn:
        """Draw elements, one above the other."""
        found = Drawn()
        for element in elements:
            drawn = self.draw(element, place)
            found.elements += drawn.elements
            found.parts += drawn.parts
        return found

    def switch(self, element: Element, place: Place) -> Drawn:
        """Draw the first child that sets no condition."""
        free = [child for child in element if not any(map(child.get, CONDITIONS))]
        return self.all(free[:1], place)

    def use(self, element: Element, place: Place) -> Drawn:
        """Draw what an element refers to, at a place of its own."""
        target = self.defined.target(element)
        if target is None:
            return Drawn()
        if target in place.users or any(child is element for child in target.iter()):
            message = f"has <use> of what holds it: #{target.get('id', '')[:40]}."
            raise refuse(FEATURE, message, PLAIN_SVG, line_of(element))
        place = replace(place, users=(*place.users, target))
        measures = Measures(self.properties[element], *place.view)
        if target.tag in ("svg", "symbol"):
            inner = self._view(target, place, measures)
        else:
            inner = self.draw(target, place)
        return inner.within({}, _shift(measures))

    def nested(self, element: Element, place: Place) -> Drawn:
        """Draw an <svg> within another."""
        measures = Measures(self.properties[element], *place.view)
        return self._view(element, place, measures).within({}, _shift(measures))

    def _view(self, element: Element, place: Place, measures: Measures) -> Drawn:
        """Draw what has a viewBox of its own, cut at its sides."""
        own = Measures(self.properties[element], *place.view)
        width = measures.get("width", "x", own.get("width", "x", place.view[0]))
        height = measures.get("height", "y", own.get("height", "y", place.view[1]))
        if width <= 0 or height <= 0:
            return Drawn()
        box = view_box(element) or (0, 0, width, height)
        inner = self.all(element, replace(place, view=(box[2], box[3])))
        inner = inner.within({}, fitted(box, width, height, aspect_of(element)))
        visible = self.properties[element].get("overflow", "hidden") in ("visible", "auto")
        if visible or not inner.elements:
            return inner
        corners = ((width, 0.0), (width, height), (0.0, height))
        sides: list[Segment] = [("M", ((0, 0),)), *(("L", (at,)) for at in corners), ("Z", ())]
        return inner.within({"clip-path": f"url(#{self.defined.clip(sides)})"})


DRAW: Mapping[str, Callable[[Drawer, Element, Place], Drawn]] = {
    **dict.fromkeys(SHAPES, Drawer.shape),
    "a": Drawer.all,
    "g": Drawer.all,
    "svg": Drawer.nested,
    "switch": Drawer.switch,
    "use": Drawer.use,
}


def redraw(root: Element, properties: Properties, frame: Frame, allowed: Allowed) -> list[Element]:
    """Return what the root is to hold; raise RefusalError with each fault."""
    page = Element("g")
    page.extend(root)
    own = {name: text for name, text in properties[root].items() if name != "transform"}
    drawer = Drawer(root, {**properties, page: own}, allowed)
    drawn = drawer.draw(page, Place((frame.box[2], frame.box[3])))
    if drawer.faults:
        raise RefusalError(*drawer.faults)
    if drawn.depth > DEEPEST:
        raise refuse(TOO_LARGE, f"has more than {DEEPEST} levels of groups.", SIMPLER)
    if not drawer.defined.elements:
        return drawn.elements
    defs = Element("defs")
    defs.extend(drawer.defined.elements)
    return [defs, *drawn.elements]


def _shift(measures: Measures) -> Matrix:
    return 1, 0, 0, 1, measures.get("x", "x"), measures.get("y", "y")
