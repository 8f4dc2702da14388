"""The bytes of a PNG or JPEG → a Drawing in plain RGB, decoded wholly and written anew."""

import io
import struct
import warnings
from collections.abc import Iterator
from contextlib import contextmanager

from PIL import Image, ImageCms, ImageFile, ImageOps, PngImagePlugin

from plainleaf.brand.logo.allowed import LOGO, Allowed
from plainleaf.brand.logo.jpeg import packed, packing_of
from plainleaf.brand.logo.pixels import saved
from plainleaf.brand.logo.printed import drawing_of, picture_of
from plainleaf.brand.logo.refusal import DAMAGED, EXPORT_AGAIN, KIND, SIZE, TOO_LARGE, refuse
from plainleaf.model import Drawing

MOST_SIDE = 10_000
COARSE_SIDE = 500
MOST_RATIO = 40
MOST_TEXT = 1_000_000  # bytes that a PNG's colour profile or comment may unpack to
QUALITY = 92  # of a logo's JPEG written anew

CAUSES = {
    "truncated": "its end is missing",
    "Truncated": "its end is missing",
    "identify": "its first bytes give no picture with a size",
    "too large": "it holds too much beside the picture, in a profile or comment",
    "memory": "it holds too much beside the picture, in comments",
    "checksum": "a checksum is wrong",
    "broken": "its data cannot be unpacked",
}
"""Parts of Pillow's messages, and what they come to."""

COPY_AGAIN = "Copy it again from where it comes from, or save it again as a PNG or JPEG."
SMALLER = "Export it smaller: 1500 pixels across are enough."
CMYK = "Its colours were turned from those of a printing press (CMYK) to those of a screen."
PROFILE = "Its colours were turned from its own profile to those of a screen (sRGB)."


def examine_raster(data: bytes, allowed: Allowed = LOGO) -> Drawing:
    """Return a raster picture written anew; raise RefusalError with what is wrong with it."""
    notes: list[str] = []
    with _strictly(allowed), _opened(data) as image:
        _check(image, allowed)
        is_jpeg = image.format != "PNG"
        was = packing_of(image)
        small = _plain(_shrunk(image, notes, allowed), notes)
    if not allowed.is_stamped:
        told = [note for note in notes if note == CMYK]  # what may look otherwise
        return picture_of(small, packed(small, was) if is_jpeg else b"", told)
    if max(small.size) < COARSE_SIDE:
        notes.append(f"It has only {small.width} × {small.height} pixels and may print coarsely.")
    jpeg = saved(small, "JPEG", quality=QUALITY, subsampling=0) if is_jpeg else b""
    return drawing_of(small, jpeg, notes, is_stamped=True)


@contextmanager
def _strictly(allowed: Allowed) -> Iterator[None]:
    """Read no more of a cut image than there is, as WeasyPrint makes Pillow do."""
    before = ImageFile.LOAD_TRUNCATED_IMAGES, PngImagePlugin.MAX_TEXT_CHUNK
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    PngImagePlugin.MAX_TEXT_CHUNK = PngImagePlugin.MAX_TEXT_MEMORY = MOST_TEXT
    try:
        with warnings.catch_warnings(action="error", category=Image.DecompressionBombWarning):
            yield
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        message = f"has more than {allowed.most_pixels / 1e6:.0f} megapixels."
        raise refuse(TOO_LARGE, message, SMALLER) from None
    except (OSError, SyntaxError, ValueError, struct.error, EOFError) as error:
        cause = next(
            (words for part, words in CAUSES.items() if part in str(error)),
            "its data cannot be read",
        )
        hint = EXPORT_AGAIN if allowed.is_stamped else COPY_AGAIN
        raise refuse(DAMAGED, f"is a damaged image: {cause}.", hint) from None
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES, PngImagePlugin.MAX_TEXT_CHUNK = before


@contextmanager
def _opened(data: bytes) -> Iterator[Image.Image]:
    with Image.open(io.BytesIO(data), formats=("PNG", "JPEG")) as image:
        yield image


def _check(image: Image.Image, allowed: Allowed) -> None:
    """Refuse by the header, before anything is decoded."""
    (width, height), what, most = image.size, allowed.what, allowed.most_pixels
    has = f"has {width} × {height} pixels"
    if max(width, height) > MOST_RATIO * min(width, height):
        message = f"{has}: no {what} is so long and narrow."
        raise refuse(SIZE, message, f"Cut it to the {what}'s own size.")
    if width * height > most or max(width, height) > MOST_SIDE:
        message = f"{has}; a {what} may have {most / 1e6:.0f} megapixels."
        raise refuse(TOO_LARGE, message, SMALLER)
    if image.format == "PNG" and getattr(image, "n_frames", 1) > 1:  # a camera's has a preview
        raise refuse(KIND, "holds more than one picture.", "Give a picture that does not move.")


def _shrunk(image: Image.Image, notes: list[str], allowed: Allowed) -> Image.Image:
    """Decode wholly, no larger than is kept."""
    before, kept = image.size, allowed.kept_side
    if max(before) > kept:
        image.draft(None, (kept, kept))  # a JPEG is then decoded smaller
    image.load()
    ImageOps.exif_transpose(image, in_place=True)
    image = _sixteen_to_eight(image)
    if image.mode in ("P", "PA", "1") or "transparency" in image.info:
        image = image.convert("RGBA" if _is_transparent(image) else "RGB")
    if max(image.size) > kept:
        image.thumbnail((kept, kept), reducing_gap=2.0)
    if max(before) > kept:
        notes.append(f"It was made smaller: {image.width} × {image.height} pixels.")
    return image


def _sixteen_to_eight(image: Image.Image) -> Image.Image:
    if not image.mode.startswith("I"):
        return image
    return image.convert("I").point(lambda value: value * (1 / 257)).convert("L")


def _is_transparent(image: Image.Image) -> bool:
    return image.mode == "PA" or "transparency" in image.info


def _plain(image: Image.Image, notes: list[str]) -> Image.Image:
    """Return the pixels in sRGB, without profile, comments or camera data."""
    profile = image.info.get("icc_profile")
    if profile or image.mode == "CMYK":
        image = _on_screen(image, profile, notes)
    if image.mode not in ("L", "RGB", "RGBA"):
        image = image.convert("RGBA" if image.mode in ("LA", "La", "RGBa") else "RGB")
    image.info.clear()
    return image


def _on_screen(image: Image.Image, profile: bytes | None, notes: list[str]) -> Image.Image:
    """Turn colours by the image's own profile, else as well as can be."""
    mode = "RGBA" if image.mode in ("RGBA", "LA") else "RGB"
    note = CMYK if image.mode == "CMYK" else PROFILE
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile or b""))
        if "sRGB" in ImageCms.getProfileDescription(source):
            return image
        if image.mode in ("LA", "L"):
            return image  # greys stay greys
        turned = ImageCms.profileToProfile(
            image, source, ImageCms.createProfile("sRGB"), outputMode=mode
        )
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
        turned = None
    if turned is None and image.mode != "CMYK":
        return image
    notes.append(note)
    return turned or image.convert("RGB")
