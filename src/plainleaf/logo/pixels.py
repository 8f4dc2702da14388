"""A picture → the objects of a PDF that hold its pixels, and a small copy to compare with."""

import zlib

from PIL import Image

from plainleaf.model import Pixels, Thing

SIDE = 64
"""Pixels of the longer side of what a print is compared with."""

IMAGE = (
    "<</Type/XObject/Subtype/Image/Width {}/Height {}/ColorSpace/{}/BitsPerComponent 8"
    "/Interpolate true{}/Filter/{}/Length {}>>"
)
SPACES = {"L": "DeviceGray", "RGB": "DeviceRGB"}


def things_of(image: Image.Image, jpeg: bytes = b"") -> tuple[Thing, ...]:
    """Return a picture's object, and that of its opacity; `jpeg` are its bytes as one."""
    plain = image.convert("RGB") if image.mode == "RGBA" else image
    alpha = image.getchannel("A") if image.mode == "RGBA" else None
    if alpha is None or alpha.getextrema() == (255, 255):
        return (_thing(plain, "", jpeg),)
    return _thing(plain, "/SMask @1@"), _thing(alpha, "")


def _thing(image: Image.Image, more: str, jpeg: bytes = b"") -> Thing:
    data = jpeg or zlib.compress(image.tobytes(), 9)
    packed = "DCTDecode" if jpeg else "FlateDecode"
    space = SPACES[image.mode]
    source = IMAGE.format(image.width, image.height, space, more, packed, len(data))
    return Thing(source.encode(), data)


def pixels_of(image: Image.Image) -> Pixels:
    """Return a picture's small copy."""
    small = image.convert("RGBA")
    scale = SIDE / max(small.size)
    width, height = (max(1, round(side * scale)) for side in small.size)
    small = small.convert("RGBa").resize((width, height), Image.Resampling.BOX).convert("RGBA")
    return Pixels(width, height, small.tobytes())
