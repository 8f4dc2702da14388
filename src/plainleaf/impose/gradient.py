"""A gradient of a copy → the same in plain colours of a press."""

from collections.abc import Sequence

from pikepdf import Array, Object, Pdf

from plainleaf.impose.color import Channels, is_grey, to_cmyk
from plainleaf.impose.function import ends_of, turned
from plainleaf.impose.space import NAMES, device_channels, refused
from plainleaf.model import Inks

ALONG = (2, 3)
"""Kinds whose colours are a function of one number: along a line, and from circle to circle."""


def turn_gradient(pdf: Pdf, gradient: Object, inks: Inks) -> None:
    """Turn a gradient in place: grey to black ink, others to CMYK where no RGB may stay."""
    channels = device_channels(gradient.ColorSpace)
    if not channels:
        raise refused("a gradient in a colour space of its own")
    gradient.ColorSpace = NAMES[channels]
    if channels != len(("r", "g", "b")):
        return
    try:
        _turn(pdf, gradient, inks)
    except ValueError:
        if inks.cmyk:
            raise refused("a gradient of an unusual kind") from None


def _turn(pdf: Pdf, gradient: Object, inks: Inks) -> None:
    """Turn it; raise ValueError for one whose colours cannot be read."""
    function = gradient.get("/Function")
    if int(gradient.ShadingType) not in ALONG or function is None or isinstance(function, Array):
        raise ValueError("a gradient of another kind")
    ends = list(ends_of(function))
    if all(map(is_grey, ends)):
        gradient.Function, gradient.ColorSpace = turned(pdf, function, _grey), NAMES[1]
    elif inks.cmyk:
        gradient.Function, gradient.ColorSpace = turned(pdf, function, to_cmyk), NAMES[4]
    else:
        return
    if "/Background" in gradient:
        del gradient.Background  # the engine writes none; only patterns would show it


def _grey(rgb: Sequence[float]) -> Channels:
    return (rgb[1],)
