"""A colour space of a PDF → what its numbers are in RGB, grey or CMYK."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from pikepdf import Array, Name, Object

from plainleaf.errors import Fault, PlainleafError
from plainleaf.impose.color import Channels, Shade, from_lab, of_brand, of_rgb
from plainleaf.impose.function import value_at
from plainleaf.model import Inks

DEVICES = {"/DeviceGray": 1, "/DeviceRGB": 3, "/DeviceCMYK": 4}
CALIBRATED = {"/CalGray": 1, "/CalRGB": 3}
NAMES = {1: Name.DeviceGray, 3: Name.DeviceRGB, 4: Name.DeviceCMYK}

FIRST: Mapping[int, Channels] = {1: (0.0,), 3: (0.0, 0.0, 0.0), 4: (0.0, 0.0, 0.0, 1.0)}
"""By number of channels: black."""


@dataclass(frozen=True)
class Space:
    """How colours of a space are read, and which one it begins with."""

    shade: Callable[[Sequence[float]], Shade]
    first: Channels


def refused(what: str) -> PlainleafError:
    """Return the fault of a colour that nobody here can turn to plain inks."""
    message = f"the press sheets hold {what}, which is not turned to plain inks."
    hint = "Draw the logo or picture with plain colours and gradients, or as PNG or JPEG."
    return PlainleafError(Fault("press-color", message, hint))


def space_of(named: Object, inks: Inks | None) -> Space:
    """Return a colour space that stands for plain colours; without inks it masks."""
    if channels := device_channels(named):
        return device_space(channels, inks)
    kind = str(named[0]) if isinstance(named, Array) else str(named)
    if kind == "/Lab":
        white = "d50" if float(named[1].WhitePoint[2]) < 1 else "d65"
        return Space(lambda lab: of_rgb(from_lab(lab, white), inks), (0.0, 0.0, 0.0))
    if kind == "/Separation" and str(named[1]) == "/Brand" and device_channels(named[2]) == 3:
        function = named[3]
        return Space(lambda tint: of_brand(tint[0], value_at(function, tint[0]), inks), (1.0,))
    raise refused(f"the colour space {kind[1:]}")


def device_channels(named: Object) -> int:
    """Return how many channels a device's space has, or one that is read as such; else 0.

    A profile is left out: what comes from screens is taken for sRGB.
    """
    if isinstance(named, Name):
        return DEVICES.get(str(named), 0)
    kind = str(named[0])
    if kind == "/ICCBased":
        return int(named[1].N)
    return DEVICES.get(kind, CALIBRATED.get(kind, 0))


def device_space(channels: int, inks: Inks | None) -> Space:
    """Return the space of a device with so many channels."""

    def shade(values: Sequence[float]) -> Shade:
        return of_rgb(values, inks) if channels == 3 else Shade(tuple(values))

    return Space(shade, FIRST[channels])
