"""A colour of a screen → the same for a press: black ink alone, a spot, CMYK or RGB."""

from collections.abc import Sequence
from typing import NamedTuple

from plainleaf.model import Inks

CLOSE = 1 / 512
"""Half a step of a channel: what rounding makes of a grey, no more."""

# CIE 1976 L*a*b* with white of D50 or D65; XYZ of that white → linear sRGB (CSS Color 4, 18).
WHITES = {"d50": (0.9642956764, 1.0, 0.8251046025), "d65": (0.9504559271, 1.0, 1.0890577508)}
TO_SRGB = {
    "d50": (
        (3.1341358529, -1.6173863321, -0.4906619460),
        (-0.9787954765, 1.9162543773, 0.0334427339),
        (0.0719551993, -0.2289767567, 1.4053860352),
    ),
    "d65": (
        (3.2409699419, -1.5373831776, -0.4986107603),
        (-0.9692436363, 1.8759675015, 0.0415550574),
        (0.0556300797, -0.2039769589, 1.0569715142),
    ),
}

Channels = tuple[float, ...]
"""One is a grey, three are RGB, four CMYK; from 0 to 1."""


class Shade(NamedTuple):
    """A colour that a press can print: channels of a device, or how much of the spot."""

    channels: Channels
    is_spot: bool = False


def is_grey(rgb: Sequence[float]) -> bool:
    """Whether RGB has no hue that shows."""
    return max(rgb) - min(rgb) < CLOSE


def to_cmyk(rgb: Sequence[float]) -> Channels:
    """Return RGB in CMYK, its grey part in black ink alone.

    ISO 32000, "Conversion from DeviceRGB to DeviceCMYK", with black generation and undercolour
    removal of one to one; the way back that it gives leads to the same RGB. At most 200 % of ink.
    """
    black = 1 - max(rgb)
    return (*(round(1 - channel - black, 4) for channel in rgb), round(black, 4))


def of_rgb(rgb: Sequence[float], inks: Inks | None) -> Shade:
    """Return how RGB is said with these inks; without any it stays."""
    if inks is None:
        return Shade(tuple(rgb))
    if is_grey(rgb):
        return Shade((rgb[1],))
    if inks.spot and _hex(rgb) in inks.brand:
        return of_brand(1, rgb, inks)
    return Shade(to_cmyk(rgb) if inks.cmyk else tuple(rgb))


def of_brand(tint: float, rgb: Sequence[float], inks: Inks | None) -> Shade:
    """Return how a tint of the brand's colour is said, which is RGB on a screen."""
    if not inks or not inks.spot:
        return of_rgb(rgb, inks)
    if inks.cmyk:
        return Shade(tuple(round(percent * tint / 100, 4) for percent in inks.spot.cmyk))
    return Shade((tint,), is_spot=True)


def from_lab(lab: Sequence[float], white: str) -> Channels:
    """Return CIE L*a*b* as sRGB, what no screen shows cut off."""
    middle = (lab[0] + 16) / 116
    parts = (middle + lab[1] / 500, middle, middle - lab[2] / 200)
    xyz = [_linear(part) * most for part, most in zip(parts, WHITES[white], strict=True)]
    light = (sum(a * b for a, b in zip(row, xyz, strict=True)) for row in TO_SRGB[white])
    return tuple(_encoded(channel) for channel in light)


def _linear(part: float) -> float:
    return part**3 if part > 6 / 29 else (116 * part - 16) / 903.2962963


def _encoded(light: float) -> float:
    shown = 12.92 * light if light <= 0.0031308 else 1.055 * light ** (1 / 2.4) - 0.055
    return min(1, max(0, round(shown, 4)))


def _hex(rgb: Sequence[float]) -> str:
    return "#" + "".join(f"{round(channel * 255):02x}" for channel in rgb)
