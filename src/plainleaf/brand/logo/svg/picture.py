"""An SVG drawn anew → a small picture of it, which proves that it draws; and one to print."""

import io
from math import sqrt

import resvg_py
from PIL import Image

from plainleaf.brand.logo.allowed import Allowed
from plainleaf.brand.logo.refusal import BLANK, DAMAGED, PLAIN_SVG, refuse
from plainleaf.brand.logo.svg.frame import Frame

PIXELS = 192
"""Of the longer side."""

ACROSS, MOST_PIXELS = 1417, 1_200_000
"""Of a picture for print: 600 dots an inch on 60 mm, and no more than a slot has room for."""


def drawn_by_resvg(svg: str, frame: Frame, allowed: Allowed) -> Image.Image:
    """Return the picture, with its transparency; raise RefusalError for an empty one."""
    picture = _picture(svg, frame, PIXELS / max(frame.width, frame.height))
    if picture.getchannel("A").getbbox() is None:
        message = "draws nothing within its page."
        raise refuse(BLANK, message, f"Move the {allowed.what} onto the page and save it again.")
    return picture


def print_of(svg: str, frame: Frame) -> Image.Image:
    """Return a picture that is fine enough to be printed in its place."""
    most = sqrt(MOST_PIXELS / (frame.width * frame.height))
    return _picture(svg, frame, min(ACROSS / frame.width, most))


def pixels_to_print(svg: str, frame: Frame, side: int) -> Image.Image:
    """Return a picture with this many pixels on its longer side."""
    return _picture(svg, frame, side / max(frame.width, frame.height))


def _picture(svg: str, frame: Frame, scale: float) -> Image.Image:
    width, height = (max(1, round(side * scale)) for side in (frame.width, frame.height))
    try:
        png = resvg_py.svg_to_bytes(
            svg_string=svg, width=width, height=height, skip_system_fonts=True
        )
    except ValueError as error:
        raise refuse(DAMAGED, f"cannot be drawn ({str(error)[:80]}).", PLAIN_SVG) from None
    with Image.open(io.BytesIO(png), formats=("PNG",)) as image:
        return image.convert("RGBA")
