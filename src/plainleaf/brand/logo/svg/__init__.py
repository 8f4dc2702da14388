"""The bytes of an SVG → a Drawing whose SVG holds paths, groups and gradients only."""

from xml.etree.ElementTree import Element, tostring

from plainleaf.brand.logo.allowed import LOGO, Allowed
from plainleaf.brand.logo.look import look_of
from plainleaf.brand.logo.pixels import pixels_of, things_of
from plainleaf.brand.logo.printed import check_shows, picture_of
from plainleaf.brand.logo.svg.draw import redraw
from plainleaf.brand.logo.svg.frame import Frame, frame_of
from plainleaf.brand.logo.svg.names import SVG
from plainleaf.brand.logo.svg.operators import operators_of
from plainleaf.brand.logo.svg.picture import drawn_by_resvg, pixels_to_print, print_of
from plainleaf.brand.logo.svg.safety import check_safety
from plainleaf.brand.logo.svg.styles import properties_of
from plainleaf.brand.logo.svg.tree import read_tree
from plainleaf.brand.logo.svg.values import write
from plainleaf.model import Drawing


def examine_svg(data: bytes, allowed: Allowed = LOGO) -> Drawing:
    """Return the picture drawn anew; raise RefusalError with what is wrong with it."""
    root = read_tree(data, allowed)
    check_safety(root)
    frame = frame_of(root)
    drawn = redraw(root, properties_of(root), frame, allowed)
    text = tostring(_document(frame, drawn), encoding="unicode", short_empty_elements=True)
    picture, operators = drawn_by_resvg(text, frame, allowed), operators_of(drawn, frame)
    if not allowed.is_stamped:
        check_shows(picture)
        if not operators:  # the engine draws some gradients and clips wrongly
            return picture_of(pixels_to_print(text, frame, allowed.kept_side))
    return Drawing(
        kind="svg",
        data=text.encode(),
        width=frame.width,
        height=frame.height,
        operators=operators if allowed.is_stamped else "",
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
