import io
import struct
import zlib
from typing import Any

import pytest
from PIL import Image, ImageCms, ImageFile

from plainleaf.brand.logo import examine
from plainleaf.brand.logo.raster import CMYK, PROFILE
from plainleaf.errors import PlainleafError

RED = (255, 0, 0)


def saved(image: Image.Image, kind: str, **options: Any) -> bytes:
    file = io.BytesIO()
    image.save(file, kind, **options)
    return file.getvalue()


def red(mode: str = "RGB", size: tuple[int, int] = (600, 300)) -> Image.Image:
    return Image.new("RGB", size, RED).convert(mode)


def opened(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data))


def png(width: int, height: int, *chunks: tuple[bytes, bytes]) -> bytes:
    """Return a PNG with a header and what chunks are given."""
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    parts = [b"\x89PNG\r\n\x1a\n"]
    for name, data in ((b"IHDR", header), *chunks, (b"IEND", b"")):
        crc = struct.pack(">I", zlib.crc32(name + data))
        parts += [struct.pack(">I", len(data)), name, data, crc]
    return b"".join(parts)


MODES = {
    "bits": (saved(Image.new("1", (600, 300)), "PNG"), "png", "RGB"),
    "greys": (saved(red("L"), "PNG"), "png", "L"),
    "sixteen bits": (saved(red("L").convert("I;16"), "PNG"), "png", "L"),
    "greys with transparency": (saved(red("LA"), "PNG"), "png", "RGBA"),
    "a palette": (saved(red("P"), "PNG"), "png", "RGB"),
    "a palette with a clear colour": (saved(red("P"), "PNG", transparency=9), "png", "RGBA"),
    "colours": (saved(red(), "PNG"), "png", "RGB"),
    "transparency": (saved(red("RGBA"), "PNG"), "png", "RGBA"),
    "jpeg": (saved(red(), "JPEG"), "jpeg", "RGB"),
    "grey jpeg": (saved(red("L"), "JPEG"), "jpeg", "L"),
}

REFUSED = {
    "cut": (saved(red(), "PNG")[:-60], "logo-damaged", "is a damaged image: its end is missing."),
    "cut jpeg": (
        saved(red(), "JPEG")[:-60],
        "logo-damaged",
        "is a damaged image: its end is missing.",
    ),
    "a lying header": (png(2**31 - 1, 2**31 - 1), "logo-too-large", "has more than 6 megapixels."),
    "no pixels": (
        png(0, 0),
        "logo-damaged",
        "is a damaged image: its first bytes give no picture with a size.",
    ),
    "a strip": (
        png(1, 100_000),
        "logo-size",
        "has 1 × 100000 pixels: no logo is so long and narrow.",
    ),
    "too many pixels": (
        png(3000, 2001),
        "logo-too-large",
        "has 3000 × 2001 pixels; a logo may have 6 megapixels.",
    ),
    "a profile that unpacks to much": (
        png(9, 9, (b"iCCP", b"x\0\0" + zlib.compress(bytes(2_000_000)))),
        "logo-damaged",
        "is a damaged image: it holds too much beside the picture, in a profile or comment.",
    ),
    "moving": (
        saved(red(), "PNG", save_all=True, append_images=[red("L").convert("RGB")]),
        "logo-kind",
        "holds more than one picture.",
    ),
    "another kind": (saved(red(), "TIFF"), "logo-kind", "is a TIFF picture."),
    "bytes": (b"\x89PNG\r\n\x1a\n" + bytes(4_000_000), "logo-too-large", "has 4.0 MB;"),
}


@pytest.mark.parametrize(("data", "kind", "mode"), MODES.values(), ids=MODES)
def test_a_raster_is_written_anew_in_plain_colours(data: bytes, kind: str, mode: str) -> None:
    drawing = examine(data)
    image = opened(drawing.data)
    assert (drawing.kind, image.mode, image.size, drawing.notes) == (kind, mode, (600, 300), ())


@pytest.mark.parametrize(("data", "code", "message"), REFUSED.values(), ids=REFUSED)
def test_a_raster_is_refused(data: bytes, code: str, message: str) -> None:
    with pytest.raises(PlainleafError) as caught:
        examine(data)
    (fault,) = caught.value.faults
    assert (fault.code, fault.message[: len(message)]) == (code, message)


def test_colours_of_a_printing_press_are_turned_and_said() -> None:
    drawing = examine(saved(red("CMYK"), "JPEG"))
    assert (drawing.notes, drawing.colors) == ((CMYK,), ("#ff0000",))


def test_colours_of_another_profile_are_turned_and_said() -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("XYZ")).tobytes()
    drawing = examine(saved(red(), "PNG", icc_profile=profile))
    assert "icc_profile" not in opened(drawing.data).info
    assert drawing.notes in ((), (PROFILE,))


def test_a_camera_held_upright_is_turned_and_its_data_are_left_out() -> None:
    exif = Image.Exif()
    exif[0x0112], exif[0x010F] = 6, "a camera"
    drawing = examine(saved(red(), "JPEG", exif=exif, comment="x"))
    image = opened(drawing.data)
    assert (image.size, dict(image.getexif()), "comment" in image.info) == ((300, 600), {}, False)


def test_a_large_picture_is_made_smaller_and_a_small_one_is_noted() -> None:
    notes = [examine(saved(red(size=(x, 90)), "PNG")).notes for x in (2000, 60)]
    assert notes == [
        ("It was made smaller: 1600 × 72 pixels.",),
        ("It has only 60 × 90 pixels and may print coarsely.",),
    ]


def test_what_weasyprint_asks_of_pillow_does_not_pass_a_cut_image(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", True)
    with pytest.raises(PlainleafError, match="its end is missing"):
        examine(saved(red(), "PNG")[:-60])
    assert ImageFile.LOAD_TRUNCATED_IMAGES
