"""The root of an SVG, or an element with a view of its own → its box and its size."""

import re
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from plainleaf.brand.logo.refusal import SIZE, RefusalError, refuse
from plainleaf.brand.logo.svg.tree import line_of
from plainleaf.brand.logo.svg.values import BadValueError, Matrix, length, numbers

Box = tuple[float, float, float, float]

LEAST_SIDE, MOST_SIDE = 0.01, 100_000.0
MOST_RATIO = 40
"""Of the longer side to the shorter; a longer strip is no logo."""

HINT = "Set the page of the drawing to the logo's own size, as viewBox, width and height."
_ASPECT = re.compile(r"(?:defer\s+)?(none|x(?:Min|Mid|Max)Y(?:Min|Mid|Max))(?:\s+(meet|slice))?")


@dataclass(frozen=True)
class Frame:
    """What an SVG shows, and how large."""

    box: Box
    width: float
    height: float
    aspect: str


def frame_of(root: Element) -> Frame:
    """Return the frame of the root; raise RefusalError for one that is impossible."""
    box = view_box(root)
    width, height = _side(root, "width"), _side(root, "height")
    if box is None:
        if not width or not height:
            raise _refuse(root, "has neither a viewBox nor a width and height.")
        box = (0, 0, width, height)
    if not width and not height:
        width, height = box[2], box[3]
    width = width or (height or 0) * box[2] / box[3]
    height = height or width * box[3] / box[2]
    frame = Frame(box, width, height, aspect_of(root))
    _check(root, frame)
    return frame


def view_box(element: Element) -> Box | None:
    """Return the viewBox of an element; raise RefusalError for one that is none."""
    text = element.get("viewBox")
    if text is None:
        return None
    try:
        found = numbers(text)
    except BadValueError as error:
        raise _refuse(element, f"has the viewBox {text[:40]!r}, which {error}.") from None
    if len(found) != 4 or found[2] <= 0 or found[3] <= 0:
        raise _refuse(element, f"has the viewBox {text[:40]!r}, not x, y, width and height.")
    return found[0], found[1], found[2], found[3]


def aspect_of(element: Element) -> str:
    """Return how a view keeps its ratio: "none", or as "xMidYMid meet"."""
    match = _ASPECT.fullmatch(element.get("preserveAspectRatio", "").strip())
    if not match:
        return "xMidYMid meet"
    return "none" if match[1] == "none" else f"{match[1]} {match[2] or 'meet'}"


def fitted(box: Box, width: float, height: float, aspect: str) -> Matrix:
    """Return the transformation of what a box shows into a width and height."""
    x, y = width / box[2], height / box[3]
    if aspect == "none":
        return x, 0, 0, y, -box[0] * x, -box[1] * y
    scale = max(x, y) if aspect.endswith("slice") else min(x, y)
    places = {"Min": 0.0, "Mid": 0.5, "Max": 1.0}
    left = (width - box[2] * scale) * places[aspect[1:4]]
    top = (height - box[3] * scale) * places[aspect[5:8]]
    return scale, 0, 0, scale, left - box[0] * scale, top - box[1] * scale


def _side(root: Element, name: str) -> float | None:
    text = root.get(name, "").strip()
    if text in ("", "auto") or text.endswith("%"):
        return None
    try:
        value = length(text, 0)
    except BadValueError as error:
        raise _refuse(root, f"has the {name} {text[:40]!r}, which {error}.") from None
    if value <= 0:
        raise _refuse(root, f"has the {name} {text[:40]!r}, which is not above 0.")
    return value


def _check(root: Element, frame: Frame) -> None:
    sides = (frame.width, frame.height, frame.box[2], frame.box[3])
    if not all(LEAST_SIDE <= side <= MOST_SIDE for side in sides):
        raise _refuse(root, f"has a side below {LEAST_SIDE} or above {MOST_SIDE:,.0f} pixels.")
    for one, other in ((frame.width, frame.height), frame.box[2:]):
        if max(one, other) > MOST_RATIO * min(one, other):
            raise _refuse(root, f"is more than {MOST_RATIO} times as long as it is wide.")


def _refuse(element: Element, message: str) -> RefusalError:
    return refuse(SIZE, message, HINT, line_of(element))
