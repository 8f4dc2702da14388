"""The imprint's own pixels: what a logo is printed on, and that nothing of it is taken away."""

import shutil
from collections.abc import Iterator, Mapping

import pypdfium2
import pytest
from PIL import Image, ImageChops

from plainleaf.model import Choice
from plainleaf.workspace import Workspace
from tests.brand.logo.shapes import CREAM, GOLD, NAVY, SHAPES, YELLOW, disc, flat, png, svg
from tests.conftest import LIBRARY, put
from tests.workspaces import place_of, results

ONE, PAIR = "medium: {file}", "medium: {{light: {file}, dark: dark.svg}}"
BRAND = """
meta: {{name: "{name} (example)"}}
logo: {{{logo}}}
defaults: {{plainleaf: {{contact: {{en: {{phone: "555"}}}}{extra}}}}}
"""
ON = ", logo: {{on: {}}}".format
INK = ", one-color-logo: ink.svg"

COLORS = {
    "navy": NAVY,
    "gold": GOLD,
    "cream": CREAM,
    "yellow": YELLOW,
    "black": "#000000",
    "white": "#ffffff",
}
SEEN, NEAR = 4, 6  # pixels, and steps of a colour: fine lines are mixed
PLACE, CORNER = (97, 97, 248, 160), (97, 97)
"""Pixels at 144 an inch: the logo and its ground, and a point where no logo draws."""

BRANDS: Mapping[str, tuple[str, bytes, str, str]] = {
    "seal": ("a.svg", SHAPES["seal"], ONE, ""),
    "sign": ("a.svg", SHAPES["words beside a pale sign"], ONE, ""),
    "white": ("a.svg", SHAPES["white"], ONE, ""),
    "yellow": ("a.svg", SHAPES["yellow words"], ONE, ""),
    "faded": ("a.svg", SHAPES["fading from white to yellow"], ONE, ""),
    "pixels": ("a.png", png(SHAPES["white"]), ONE, ""),
    "pair": ("a.svg", SHAPES["navy words"], PAIR, ""),
    "pair-on-black": ("a.svg", SHAPES["navy words"], PAIR, ON("black")),
    "yellow-on-white": ("a.svg", SHAPES["yellow words"], ONE, ON("white")),
    "gold-on-black": ("a.svg", SHAPES["gold words"], ONE, ON("black")),
    "ink": ("a.svg", SHAPES["yellow words"], ONE, INK),
    "dark": ("dark.svg", SHAPES["white"], "medium: {{dark: {file}}}", ""),
    "photo": ("a.jpg", flat(svg(disc(YELLOW)), "JPEG"), ONE, ""),
}
"""Their file, its content, how it is named, and what is said beside it."""

EXPECTED: Mapping[str, tuple[str, set[str]]] = {
    "seal": ("white", {"navy", "gold", "cream", "white"}),
    "sign": ("white", {"yellow", "black", "white"}),
    "white": ("black", {"black", "white"}),
    "yellow": ("black", {"black", "yellow"}),
    "faded": ("black", {"black", "yellow", "cream", "white"}),
    "pixels": ("black", {"black", "white"}),
    "pair": ("white", {"navy", "white"}),
    "pair-on-black": ("black", {"black", "white"}),
    "yellow-on-white": ("white", {"yellow", "white"}),
    "gold-on-black": ("black", {"black", "gold"}),
    "ink": ("white", {"navy", "white"}),
    "dark": ("black", {"black", "white"}),
    "photo": ("white", {"yellow", "white"}),
}
"""The ground, and the colours that are seen."""


@pytest.fixture(scope="module")
def places(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Image.Image]:
    """The place of the logo on each brand's imprint."""
    root = tmp_path_factory.mktemp("ground") / "library"
    shutil.copytree(LIBRARY, root)
    workspace = Workspace.at(root)
    for name, (file, data, logo, extra) in BRANDS.items():
        folder = f"styles/brands/{name}"
        text = BRAND.format(name=name, logo=logo.format(file=file), extra=extra)
        put(workspace, f"{folder}/_brand.yml", text)
        put(workspace, f"{folder}/{file}", data)
        put(workspace, f"{folder}/dark.svg", SHAPES["white"])
        put(workspace, f"{folder}/ink.svg", SHAPES["navy words"])
    return dict(built(workspace, tuple(BRANDS)))


def built(workspace: Workspace, brands: tuple[str, ...]) -> Iterator[tuple[str, Image.Image]]:
    choice = Choice(("drink-water",), ("en",), brands=brands)
    for result in results(workspace, choice):
        assert result.state == "built"
        with pypdfium2.PdfDocument(place_of(workspace, result).read_bytes()) as document:
            page: Image.Image = document[0].render(scale=2).to_pil().convert("RGB")
        yield result.imprint.partition("/")[0], page


@pytest.mark.parametrize("name", BRANDS)
def test_logo_is_printed_where_it_shows(name: str, places: Mapping[str, Image.Image]) -> None:
    page = places[name]
    seen = {each for each, color in COLORS.items() if count(page.crop(PLACE), color) >= SEEN}
    ground = {(0, 0, 0): "black", (255, 255, 255): "white"}
    assert (ground[rgb_at(page, CORNER)], seen) == EXPECTED[name]


def rgb_at(page: Image.Image, place: tuple[int, int]) -> tuple[int, int, int]:
    red, green, blue = page.crop((*place, place[0] + 1, place[1] + 1)).tobytes()
    return red, green, blue


def count(picture: Image.Image, color: str) -> int:
    """Return how many pixels are near a colour."""
    off = ImageChops.difference(picture, Image.new("RGB", picture.size, color))
    red, green, blue = off.split()
    most = ImageChops.lighter(ImageChops.lighter(red, green), blue)
    return sum(most.histogram()[: NEAR + 1])
