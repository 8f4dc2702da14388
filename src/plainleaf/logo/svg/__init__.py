"""The bytes of an SVG → a Drawing whose SVG holds paths, groups and gradients only."""

from xml.etree.ElementTree import Element, tostring

from plainleaf.logo.look import look_of
from plainleaf.logo.pixels import pixels_of, things_of
from plainleaf.logo.svg.draw import redraw
from plainleaf.logo.svg.frame import Frame, frame_of
from plainleaf.logo.svg.names import SVG
from plainleaf.logo.svg.operators import operators_of
from plainleaf.logo.svg.proof import print_of, proof_of
from plainleaf.logo.svg.safety import check_safety
from plainleaf.logo.svg.styles import properties_of
from plainleaf.logo.svg.tree import read_tree
from plainleaf.logo.svg.values import write
from plainleaf.model import Drawing


def examine_svg(data: bytes) -> Drawing:
    """Return the logo drawn anew; raise RefusalError with what is wrong with it."""
    root = read_tree(data)
    check_safety(root)
    frame = frame_of(root)
    drawn = redraw(root, properties_of(root), frame)
    text = tostring(_document(frame, drawn), encoding="unicode", short_empty_elements=True)
    picture, operators = proof_of(text, frame), operators_of(drawn, frame)
    return Drawing(
        kind="svg",
        data=text.encode(),
        width=frame.width,
        height=frame.height,
        operators=operators,
        image=() if operators else things_of(print_of(text, frame)),
        pixels=pixels_of(picture),
        **vars(look_of(picture)),
    )


def _document(frame: Frame, drawn: list[Element]) -> Element:
    attributes = {"xmlns": SVG, "width": write(frame.width), "height": write(frame.height)}
    attributes["viewBox"] = " ".join(map(write, frame.box))
    if frame.aspect != "xMidYMid meet":
        attributes["preserveAspectRatio"] = frame.aspect
    root = Element("svg", attributes)
    root.extend(drawn)
    return root
