"""A place of a page is looked at: what must be there, and what else could be."""

import io
from collections.abc import Mapping
from dataclasses import replace

import pytest
from PIL import Image, ImageDraw

from plainleaf.brand.logo import examine
from plainleaf.checks.facts.picture import read_apart
from plainleaf.model import BLACK, MOST_APART, WHITE, Drawing, Sight
from plainleaf.stamp.form import block_of, page_of
from plainleaf.stamp.qr import qr_block, qr_pixels

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 30"><path fill="{}" d="{}"/></svg>'
BAR, SIGN = "M5 5h80v20h-80z", "M5 5h40l40 20h-80z"


def svg(color: str, path: str) -> bytes:
    return SVG.format(color, path).encode()


def picture(kind: str, mode: str, color: str) -> bytes:
    image = Image.new(mode, (900, 300), (255, 255, 255, 0)[: len(mode)])
    ImageDraw.Draw(image).rectangle((50, 50, 850, 250), fill=color)
    file = io.BytesIO()
    image.save(file, kind)
    return file.getvalue()


FILES: Mapping[str, bytes] = {
    "bar": svg("#0b3d63", BAR),
    "sign": svg("#0b3d63", SIGN),
    "other colour": svg("#7a1f1f", BAR),
    "alpha": picture("PNG", "RGBA", "#0b3d63"),
    "no alpha": picture("PNG", "RGB", "#1f7a1f"),
    "photo": picture("JPEG", "RGB", "#7a1f7a"),
    "pale": svg("#fff8d0", SIGN),
}
ALIKE = {frozenset({"bar", "alpha"})}
"""The same shape in the same colour, as lines and as pixels."""


def sight_of(drawing: Drawing, ground: tuple[int, int, int] = WHITE) -> Sight:
    width, height = drawing.width * 0.75, drawing.height * 0.75
    return Sight("logo", 0, 0, width, height, drawing.pixels, ground, page=1)


@pytest.mark.parametrize("name", FILES)
def test_logo_is_told_from_every_other(name: str) -> None:
    drawings = {each: examine(data) for each, data in FILES.items()}
    block = block_of(drawings[name])
    pdf, size = page_of(block), sight_of(drawings[name])
    sights = {each: replace(size, pixels=other.pixels) for each, other in drawings.items()}
    far = read_apart(pdf, list(sights.values()))
    alike = {each for each, distance in zip(sights, far, strict=True) if distance <= MOST_APART}
    assert alike == {each for each in FILES if each == name or {each, name} in ALIKE}


def test_what_lies_over_a_logo_is_seen() -> None:
    drawing = examine(FILES["bar"])
    block = block_of(drawing)
    covered = replace(block, content=block.content + b"\n1 1 1 rg 40 8 20 6 re f")
    clean, hidden = (read_apart(page_of(each), [sight_of(drawing)]) for each in (block, covered))
    assert (clean[0] <= MOST_APART, hidden[0] > MOST_APART) == (True, True)


def test_pale_logo_on_white_is_not_one_on_black() -> None:
    drawing = examine(FILES["pale"])
    block = block_of(drawing)
    far = read_apart(page_of(block), [sight_of(drawing), sight_of(drawing, BLACK)])
    assert [distance <= MOST_APART for distance in far] == [True, False]


def test_code_is_told_from_one_of_a_letter_more() -> None:
    urls = ("https://quay.example/tea", "https://quay.example/teas")
    side = qr_block(urls[0]).width * 0.75
    pdf = page_of(qr_block(urls[0]))
    sights = [Sight("code", 0, 0, side, side, qr_pixels(url), WHITE, page=1) for url in urls]
    assert [far <= MOST_APART for far in read_apart(pdf, sights)] == [True, False]
