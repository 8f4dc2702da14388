"""Pictures of a text at the gate: what they keep, what they lose, and which are refused."""

import io
from typing import Any

import pytest
from PIL import Image, ImageChops, ImageFilter

from plainleaf.brand.logo import examine
from plainleaf.brand.logo.allowed import PICTURE
from plainleaf.brand.logo.raster import CMYK
from plainleaf.errors import PlainleafError
from plainleaf.model import ON_BLACK, ON_WHITE, Drawing

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 40">{}</svg>'


def saved(image: Image.Image, kind: str = "PNG", **options: Any) -> bytes:
    file = io.BytesIO()
    image.save(file, kind, **options)
    return file.getvalue()


def photograph(width: int = 640, height: int = 400) -> Image.Image:
    """Return soft shapes in many colours, as a camera sees them."""
    across = Image.linear_gradient("L").resize((width, height))
    down = Image.radial_gradient("L").resize((width, height))
    grain = Image.effect_noise((width, height), 24).filter(ImageFilter.GaussianBlur(1))
    return Image.merge("RGB", (across, down, grain))


def passed(data: bytes) -> Drawing:
    return examine(data, PICTURE)


def opened(drawing: Drawing) -> Image.Image:
    return Image.open(io.BytesIO(drawing.data))


def corner(image: Image.Image) -> str:
    """Return where the red corner is."""
    image = image.convert("RGB")
    right, low = image.width - 1, image.height - 1
    places = {"upper left": (0, 0), "upper right": (right, 0), "lower right": (right, low)}
    (found,) = [
        name
        for name, at in places.items()
        if (pixel := image.getpixel(at)) and isinstance(pixel, tuple) and pixel[0] > 2 * pixel[1]
    ]
    return found


def with_red_corner() -> Image.Image:
    image = Image.new("RGB", (600, 400), (90, 90, 90))
    image.paste((255, 0, 0), (0, 0, 120, 80))
    return image


@pytest.mark.parametrize(
    ("turned", "size", "place"),
    [
        (1, (600, 400), "upper left"),
        (6, (400, 600), "upper right"),
        (3, (600, 400), "lower right"),
    ],
    ids=["as it is", "held upright", "held upside down"],
)
def test_photograph_stands_as_the_camera_was_held(
    turned: int, size: tuple[int, int], place: str
) -> None:
    exif = Image.Exif()
    exif[0x0112], exif[0x010F] = turned, "a camera"
    image = opened(passed(saved(with_red_corner(), "JPEG", exif=exif, comment="x")))
    assert (image.size, corner(image), image.info.keys() & {"exif", "comment"}) == (
        size,
        place,
        set(),
    )


@pytest.mark.parametrize(
    "options",
    [{"quality": 60}, {"quality": 75, "progressive": True}, {"quality": 100, "subsampling": 0}],
    ids=["small", "progressive", "as fine as can be"],
)
def test_photograph_stays_a_jpeg_and_grows_by_nothing(options: dict[str, Any]) -> None:
    data = saved(photograph(), "JPEG", **options)
    drawing = passed(data)
    off = ImageChops.difference(opened(drawing).convert("RGB"), Image.open(io.BytesIO(data)))
    assert drawing.kind == "jpeg"
    assert len(drawing.data) <= 1.02 * len(data)
    assert max(off.convert("L").histogram()[12:], default=0) == 0


def test_photograph_of_a_telephone_is_made_as_large_as_print_needs() -> None:
    drawing = passed(saved(photograph(2600, 1950), "JPEG", quality=95))
    assert (drawing.kind, opened(drawing).size, drawing.notes) == ("jpeg", (2000, 1500), ())


def test_second_picture_of_a_camera_is_left_out() -> None:
    """Many telephones keep a preview behind the photograph."""
    data = saved(with_red_corner(), "MPO", save_all=True, append_images=[photograph(60, 40)])
    drawing = passed(data)
    image = opened(drawing)
    assert (drawing.kind, image.format, image.size) == ("jpeg", "JPEG", (600, 400))


def clear_palette() -> bytes:
    image = Image.new("P", (60, 40), 1)
    image.putpalette([255, 0, 0, 0, 0, 128])
    image.paste(0, (0, 0, 30, 40))
    return saved(image, transparency=0)


@pytest.mark.parametrize(
    ("data", "mode", "pixels"),
    [
        (saved(Image.new("I;16", (60, 40), 0x8080)), "L", (128, 128)),
        (saved(Image.new("1", (60, 40))), "RGB", ((0, 0, 0), (0, 0, 0))),
        (clear_palette(), "RGBA", ((255, 0, 0, 0), (0, 0, 128, 255))),
        (saved(Image.new("LA", (60, 40), (9, 99))), "RGBA", ((9, 9, 9, 99), (9, 9, 9, 99))),
    ],
    ids=["16-bit grey", "bits", "palette with a clear colour", "grey with transparency"],
)
def test_colours_and_transparency_are_kept(data: bytes, mode: str, pixels: object) -> None:
    image = opened(passed(data))
    assert (image.mode, (image.getpixel((9, 9)), image.getpixel((50, 9)))) == (mode, pixels)


def test_colours_of_a_press_are_turned_and_said() -> None:
    drawing = passed(saved(photograph().convert("CMYK"), "JPEG"))
    assert (drawing.notes, opened(drawing).mode) == ((CMYK,), "RGB")


CLEAR = Image.new("RGBA", (60, 40))
PALE = Image.new("RGBA", (600, 400))
PALE.paste((255, 250, 200, 255), (100, 100, 500, 300))
REFUSED = {
    "cut": (saved(photograph(), "JPEG")[:6000], "damaged", "is a damaged image: its end"),
    "cut png": (saved(photograph())[:6000], "damaged", "is a damaged image: its end"),
    "web page": (b"<!DOCTYPE html><html><p>Not found</p>", "kind", "is a page of HTML."),
    "nothing": (b"", "kind", "is empty."),
    "pdf": (b"%PDF-1.7\n", "kind", "is a PDF."),
    "webp": (saved(photograph(), "WEBP"), "kind", "is a WebP picture"),
    "moving": (
        saved(photograph(), save_all=True, append_images=[with_red_corner().resize((640, 400))]),
        "kind",
        "holds more than one picture.",
    ),
    "huge": (
        saved(Image.new("1", (9000, 9000))),
        "too-large",
        "has 9000 × 9000 pixels; a picture may have 50 megapixels.",
    ),
    "strip": (saved(Image.new("L", (5, 500))), "size", "has 5 × 500 pixels: no picture is so"),
    "white on clear": (
        saved(Image.new("RGBA", (60, 40), (255, 255, 255, 200))),
        "blank",
        "shows nothing on white paper.",
    ),
    "clear": (saved(CLEAR), "blank", "shows nothing on white paper."),
    "white svg": (
        SVG.format('<path d="M5 5h9v9z" fill="#fff"/>').encode(),
        "blank",
        "shows nothing on white paper.",
    ),
    "empty svg": (SVG.format("").encode(), "blank", "draws nothing within its page."),
}


@pytest.mark.parametrize(("data", "code", "message"), REFUSED.values(), ids=REFUSED)
def test_picture_is_refused_with_its_fault(data: bytes, code: str, message: str) -> None:
    with pytest.raises(PlainleafError) as caught:
        passed(data)
    (finding,) = caught.value.faults
    assert (finding.code, finding.message[: len(message)]) == (f"picture-{code}", message)
    assert "logo" not in f"{finding.message} {finding.hint}"


def dark_ground() -> Image.Image:
    image = Image.new("RGB", (60, 40), (255, 255, 255))
    image.paste((0, 0, 60), (0, 0, 60, 40))
    image.paste((255, 255, 255), (9, 9, 50, 30))
    return image


@pytest.mark.parametrize(
    ("image", "ground"),
    [(PALE, ON_BLACK), (dark_ground(), ON_WHITE), (photograph(), ON_WHITE)],
    ids=["pale on clear", "white on its own ground", "photograph"],
)
def test_what_white_paper_takes_away_is_known(image: Image.Image, ground: str) -> None:
    assert passed(saved(image)).on == ground


@pytest.mark.parametrize("shape", [(120, 840), (840, 120)], ids=["tall", "wide"])
def test_long_picture_is_taken(shape: tuple[int, int]) -> None:
    assert opened(passed(saved(photograph(*shape)))).size == shape


def test_drawing_is_redrawn_without_what_a_stamp_needs() -> None:
    drawing = passed(SVG.format('<circle cx="9" cy="9" r="5" fill="teal"/>').encode())
    assert (drawing.kind, drawing.operators, drawing.image) == ("svg", "", ())
    assert b"<circle" not in drawing.data


SHADED = """<defs><linearGradient id="a"><stop stop-color="#f00"/>
<stop offset="1" stop-color="#00f"/></linearGradient></defs>
<path d="M0 0h60v40h-60z" fill="url(#a)"/>"""


@pytest.mark.parametrize(
    "inner", [SHADED, '<g opacity=".5"><path d="M5 5h50v30h-50z"/></g>'], ids=["shades", "glass"]
)
def test_drawing_of_more_than_plain_colours_is_printed_as_pixels(inner: str) -> None:
    """The engine draws some of it wrongly."""
    drawing = passed(SVG.format(inner).encode())
    assert (drawing.kind, max(opened(drawing).size)) == ("png", 2000)


def test_words_in_a_drawing_are_refused_with_what_to_do() -> None:
    with pytest.raises(PlainleafError) as caught:
        passed(SVG.format('<text font-family="Arial" y="20">Liver</text>').encode())
    (finding,) = caught.value.faults
    assert (finding.line, finding.code, finding.message) == (
        1,
        "picture-feature",
        "has text: <text>.",
    )
    assert "Draw its words in Noto Sans and turn them into outlines (paths)" in finding.hint
