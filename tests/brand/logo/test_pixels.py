"""Pixels as objects of a PDF: what two readers of PDFs make of them is the picture again."""

import io
import shutil
import subprocess
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image, ImageChops

from plainleaf.brand.logo import examine
from plainleaf.stamp.form import block_of, page_of

GRADIENT = b"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 40"><defs>
<linearGradient id="a"><stop stop-color="#0b3d63"/><stop offset="1" stop-color="#7a1f1f"/>
</linearGradient></defs><path fill="url(#a)" d="M0 0h60v40h-60z"/></svg>"""


ACROSS = 640  # pixels of a page that is looked at
NEAR = 32  # of 255: each program makes a picture smaller in its own way


def file_of(image: Image.Image, kind: str) -> bytes:
    file = io.BytesIO()
    image.save(file, kind)
    return file.getvalue()


def blend(mode: str) -> Image.Image:
    """Draw what differs in each row and column; half of it can be seen through, where it may."""
    size = 600, 400
    levels = [Image.linear_gradient("L").resize(size).rotate(turn) for turn in (0, 90, 180, 270)]
    return Image.merge(mode, levels[: len(mode)]) if len(mode) > 1 else levels[0]


FILES = {
    "grey": file_of(blend("L"), "PNG"),
    "colours": file_of(blend("RGB"), "PNG"),
    "clear": file_of(blend("RGBA"), "PNG"),
    "photo": file_of(blend("RGB"), "JPEG"),
    "gradient": GRADIENT,
}


def page(name: str) -> tuple[bytes, Image.Image]:
    """Return a PDF of one page with the logo, and the picture that it must show on white."""
    drawing = examine(FILES[name])
    small = drawing.pixels
    wanted = Image.new("RGBA", (small.width, small.height), "white")
    wanted.alpha_composite(Image.frombytes("RGBA", wanted.size, small.data))
    return page_of(block_of(drawing)), wanted.convert("RGB")


def far(seen: Image.Image, wanted: Image.Image) -> int:
    """Return the greatest difference of two pictures in any channel, edges left out."""
    small = seen.convert("RGB").resize(wanted.size, Image.Resampling.BOX)
    inner = (2, 2, wanted.width - 2, wanted.height - 2)
    difference = ImageChops.difference(small.crop(inner), wanted.crop(inner))
    return max(
        level for each in difference.split() for level, n in enumerate(each.histogram()) if n
    )


@pytest.mark.parametrize("name", FILES)
def test_pdfium_shows_the_picture(name: str) -> None:
    pdf, wanted = page(name)
    with pypdfium2.PdfDocument(pdf) as document:
        sheet = document[0]
        seen = sheet.render(scale=ACROSS / sheet.get_width()).to_pil()
    assert far(seen, wanted) <= NEAR


@pytest.mark.skipif(not shutil.which("pdftoppm"), reason="poppler is not here")
@pytest.mark.parametrize("name", FILES)
def test_poppler_shows_the_picture(name: str, tmp_path: Path) -> None:
    """It left out gradients that the engine had drawn, now and then."""
    pdf, wanted = page(name)
    (tmp_path / "a.pdf").write_bytes(pdf)
    size = ["-scale-to-x", str(ACROSS), "-scale-to-y", "-1"]
    command = ["pdftoppm", "-png", "-singlefile", *size, "a.pdf", "a"]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True)
    with Image.open(tmp_path / "a.png") as seen:
        assert far(seen, wanted) <= NEAR


@pytest.mark.parametrize(("name", "count"), [("clear", 2), ("colours", 1), ("gradient", 1)])
def test_opacity_is_an_object_of_its_own(name: str, count: int) -> None:
    assert len(examine(FILES[name]).image) == count


def test_opaque_picture_has_none() -> None:
    opaque = blend("RGB").convert("RGBA")
    assert len(examine(file_of(opaque, "PNG")).image) == 1


def test_lines_of_one_colour_stay_lines() -> None:
    svg = GRADIENT.replace(b"url(#a)", b"#0b3d63")
    assert (examine(svg).image, examine(GRADIENT).operators) == ((), "")
