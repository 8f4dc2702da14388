"""Page content → the same with black and grey as one ink; called on a copy, never on what is read.

The engine writes one operator a line (`pydyf.Stream`), and each way it sets a colour is here
(`Stream.set_color` in weasyprint/pdf/stream.py): RGB, Lab, CMYK and patterns. Text is shown as
hexadecimal strings (`draw_first_line` in weasyprint/draw/text.py), so no operator hides in it. A
literal string stands only in an /ActualText, which is not printed. There are no inline images.
"""

import re
from collections.abc import Iterator

import pikepdf
from pikepdf import Name

RGB = re.compile(rb"^(\S+) \1 \1 (rg|RG)$", re.MULTILINE)

NONE = rb"-?0(?:\.(?:000\d*)?)?"
"""What rounding leaves of a channel of zero."""

LAB = re.compile(
    rb"^/lab-d(?:50|65) (?:cs|CS)\n(\S+) " + NONE + b" " + NONE + rb" (scn|SCN)$", re.MULTILINE
)

GRAY = {b"rg": b"g", b"RG": b"G", b"scn": b"g", b"SCN": b"G"}
"""The operator for DeviceGray by the one it replaces; small letters fill, capitals stroke."""


def black_only(content: bytes) -> bytes:
    """Return content that says in DeviceGray what it says without a hue in other spaces.

    A printer makes RGB's black of all four inks; text of four inks blurs. Grey is black ink.
    """
    content = RGB.sub(lambda found: found[1] + b" " + GRAY[found[2]], content)
    return LAB.sub(lambda found: _gray(float(found[1])) + b" " + GRAY[found[2]], content)


def black_only_within(resources: pikepdf.Object, done: set[tuple[int, int]]) -> None:
    """Do the same, in place, with all forms that these resources name, and those within."""
    done |= set(_masks(resources))
    for drawing in resources.get("/XObject", {}).values():
        if drawing.get("/Subtype") != Name.Form or drawing.objgen in done:
            continue
        done.add(drawing.objgen)
        drawing.write(black_only(drawing.read_bytes()))
        if "/Group" in drawing and "/CS" in drawing.Group:
            del drawing.Group.CS  # in an RGB group, grey would turn to RGB again
        if "/Resources" in drawing:
            black_only_within(drawing.Resources, done)


def _masks(resources: pikepdf.Object) -> Iterator[tuple[int, int]]:
    """Yield forms that are no ink but say how much of it shows: they need their colour space."""
    for state in resources.get("/ExtGState", {}).values():
        if isinstance(mask := state.get("/SMask"), pikepdf.Dictionary):
            yield mask.G.objgen


def _gray(lightness: float) -> bytes:
    """Return CIE lightness as sRGB's grey, which DeviceGray is shown as."""
    light = ((lightness + 16) / 116) ** 3 if lightness > 8 else lightness / 903.3
    gray = 12.92 * light if light <= 0.0031308 else 1.055 * light ** (1 / 2.4) - 0.055
    return b"%.4f" % min(1, max(0, gray))
