"""Pixels that came from a JPEG → a JPEG that is no larger than it was, nor finer than one sees."""

from dataclasses import dataclass
from typing import Any

from PIL import Image, JpegImagePlugin

from plainleaf.brand.logo.pixels import saved

FINE = 90
"""The quality above which nobody sees a difference in print."""

EVERY_PIXEL = 0  # Pillow's number for colours as fine as their light


@dataclass(frozen=True)
class Packing:
    """How a JPEG was packed: what was left out of it then is not there any more."""

    tables: Any  # of quantization, as Pillow has them
    sampling: int  # of its colours, by Pillow's number


def packing_of(image: Image.Image) -> Packing | None:
    """Return how a picture was packed; None for one that is no JPEG of light or colours."""
    tables = getattr(image, "quantization", None)
    if not tables or image.mode not in ("L", "RGB"):
        return None
    sampling = JpegImagePlugin.get_sampling(image)
    return Packing(tables, sampling if sampling >= 0 else EVERY_PIXEL)


def packed(image: Image.Image, was: Packing | None) -> bytes:
    """Return a JPEG, packed as it was or as fine as anyone sees, whichever is smaller."""
    sampling = was.sampling if was else EVERY_PIXEL
    found = [saved(image, "JPEG", optimize=True, quality=FINE, subsampling=sampling)]
    if was:
        found.append(saved(image, "JPEG", optimize=True, qtables=was.tables, subsampling=sampling))
    return min(found, key=len)
