"""An image of a copy → the same in plain colours of a press."""

import io

from pikepdf import Array, Name, PdfImage, Stream
from PIL import Image, ImageChops

from plainleaf.impose.space import NAMES, device_channels, refused
from plainleaf.model import Inks

QUALITY = 95
"""Of a photograph that is written anew, without a loss that shows."""

UPSIDE_DOWN = (1, 0)
"""How a JPEG says each of four inks: 0 is full, as all programs write it since Photoshop did."""


def turn_picture(image: Stream, inks: Inks) -> None:
    """Turn an image in place: grey to black ink, others to CMYK where no RGB may stay."""
    if image.get("/ImageMask", False):
        return
    space = image.ColorSpace
    channels = device_channels(space)
    is_indexed = isinstance(space, Array) and space[0] == Name.Indexed
    if not channels and not is_indexed:
        raise refused("a picture in a colour space of its own")
    if channels and channels != len("RGB"):
        image.ColorSpace = NAMES[channels]
        return
    if "/Decode" in image or isinstance(image.get("/Mask"), Array):
        raise refused("a picture that leaves out a colour")
    shown = PdfImage(image).as_pil_image().convert("RGB")
    if _is_grey(shown):
        _write(image, shown.getchannel("G"))
    elif inks.cmyk:
        _write(image, _in_cmyk(shown))
    else:
        image.ColorSpace = image.ColorSpace if is_indexed else Name.DeviceRGB


def _is_grey(shown: Image.Image) -> bool:
    red, green, blue = shown.split()
    differences = (ImageChops.difference(green, other).getextrema() for other in (red, blue))
    return all(most == 0 for _, most in differences)


def _in_cmyk(shown: Image.Image) -> Image.Image:
    """Return each pixel as `color.to_cmyk` turns it."""
    red, green, blue = shown.split()
    black = ImageChops.invert(ImageChops.lighter(ImageChops.lighter(red, green), blue))
    inks = [ImageChops.subtract(ImageChops.invert(each), black) for each in (red, green, blue)]
    return Image.merge("CMYK", (*inks, black))


def _write(image: Stream, shown: Image.Image) -> None:
    """Write an image's new pixels, a photograph as one."""
    channels = len(shown.getbands())
    image.ColorSpace, image.BitsPerComponent = NAMES[channels], 8
    if image.get("/Filter") != Name.DCTDecode:
        image.write(shown.tobytes())
        return
    file = io.BytesIO()
    shown.save(file, "JPEG", quality=QUALITY, subsampling=0)
    image.write(file.getvalue(), filter=Name.DCTDecode)
    if channels == len("CMYK"):
        image.Decode = Array(list(UPSIDE_DOWN) * channels)
