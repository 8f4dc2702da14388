"""An SVG drawn anew → a small picture of it, which proves that it draws."""

import io

import resvg_py
from PIL import Image

from plainleaf.logo.refusal import BLANK, DAMAGED, PLAIN_SVG, refuse
from plainleaf.logo.svg.frame import Frame

PIXELS = 192
"""Of the longer side."""


def proof_of(svg: str, frame: Frame) -> Image.Image:
    """Return the picture, with its transparency; raise RefusalError for an empty one."""
    scale = PIXELS / max(frame.width, frame.height)
    width, height = (max(1, round(side * scale)) for side in (frame.width, frame.height))
    try:
        png = resvg_py.svg_to_bytes(
            svg_string=svg, width=width, height=height, skip_system_fonts=True
        )
    except ValueError as error:
        raise refuse(DAMAGED, f"cannot be drawn ({str(error)[:80]}).", PLAIN_SVG) from None
    with Image.open(io.BytesIO(png), formats=("PNG",)) as image:
        picture = image.convert("RGBA")
    if picture.getchannel("A").getbbox() is None:
        message = "draws nothing within its page."
        raise refuse(BLANK, message, "Move the logo onto the page and save it again.")
    return picture
