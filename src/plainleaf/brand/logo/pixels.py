"""A picture → the objects of a PDF that hold its pixels, and a small copy to compare with."""

import io
import struct
from typing import Any

from PIL import Image

from plainleaf.model import Pixels, Thing

SIDE = 64
"""Pixels of the longer side of what a print is compared with."""

IMAGE = (
    "<</Type/XObject/Subtype/Image/Width {}/Height {}/ColorSpace/{}/BitsPerComponent 8"
    "/Interpolate true{}/Filter/{}/Length {}>>"
)
SPACES = {"L": "DeviceGray", "RGB": "DeviceRGB"}

PNG = b"\x89PNG\r\n\x1a\n"
HEAD, CHECKSUM = struct.Struct(">I4s"), 4
"""Of a part of a PNG file: its length and kind before it, bytes after it."""


def things_of(image: Image.Image, jpeg: bytes = b"") -> tuple[Thing, ...]:
    """Return a picture's object, and that of its opacity; `jpeg` are its bytes as one."""
    plain = image.convert("RGB") if image.mode == "RGBA" else image
    alpha = image.getchannel("A") if image.mode == "RGBA" else None
    if alpha is None or alpha.getextrema() == (255, 255):
        return (_thing(plain, "", jpeg),)
    return _thing(plain, "/SMask @1@"), _thing(alpha, "")


def _thing(image: Image.Image, more: str, jpeg: bytes = b"") -> Thing:
    channels = len(image.mode)
    if not jpeg:
        about = f"/Predictor 15/Colors {channels}/Columns {image.width}"
        more += f"/DecodeParms<<{about}>>"
    data, packed = (jpeg, "DCTDecode") if jpeg else (_packed(image), "FlateDecode")
    space = SPACES[image.mode]
    source = IMAGE.format(image.width, image.height, space, more, packed, len(data))
    return Thing(source.encode(), data)


def _packed(image: Image.Image) -> bytes:
    """Return pixels as a PNG packs them, each row by what it differs from others."""
    data, place, found = saved(image, "PNG", compress_level=6), len(PNG), b""
    while place < len(data):
        length, kind = HEAD.unpack_from(data, place)
        start = place + HEAD.size
        found += data[start : start + length] if kind == b"IDAT" else b""
        place = start + length + CHECKSUM
    return found


def saved(image: Image.Image, kind: str, **options: Any) -> bytes:
    """Return an image as the bytes of a file."""
    file = io.BytesIO()
    image.save(file, kind, **options)
    return file.getvalue()


def pixels_of(image: Image.Image) -> Pixels:
    """Return a picture's small copy."""
    small = image.convert("RGBA")
    scale = SIDE / max(small.size)
    width, height = (max(1, round(side * scale)) for side in small.size)
    small = small.convert("RGBa").resize((width, height), Image.Resampling.BOX).convert("RGBA")
    return Pixels(width, height, small.tobytes())
