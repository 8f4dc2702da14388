"""The pixels of a picture of a text → the Drawing that the engine prints."""

import io
from collections.abc import Iterable

from PIL import Image

from plainleaf.brand.logo.look import look_of
from plainleaf.brand.logo.paper import check_shows
from plainleaf.brand.logo.pixels import pixels_of
from plainleaf.model import Drawing


def picture_of(image: Image.Image, jpeg: bytes = b"", notes: Iterable[str] = ()) -> Drawing:
    """Return a picture's Drawing, its bytes as a JPEG if they are given; refuse a blank one."""
    check_shows(image)
    return Drawing(
        kind="jpeg" if jpeg else "png",
        data=jpeg or _png(image),
        width=float(image.width),
        height=float(image.height),
        notes=tuple(notes),
        pixels=pixels_of(image),
        **vars(look_of(image)),
    )


def _png(image: Image.Image) -> bytes:
    file = io.BytesIO()
    image.save(file, "PNG", compress_level=1)  # the engine packs it anew
    return file.getvalue()
