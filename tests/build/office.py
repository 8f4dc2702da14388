"""A workspace with brands of every kind: all sorts of logos, names in six scripts, own colours."""

import colorsys
import io
import shutil
from collections.abc import Callable
from pathlib import Path

from PIL import Image, ImageDraw

from plainleaf.workspace import Workspace
from tests.conftest import LIBRARY, put
from tests.stamp.test_same import ARABIC, REVIEWED
from tests.typeset.test_scripts import po

NAMES = (
    "Quay {} (example)",
    "عيادة المثال {}",
    "示例诊所 {}",
    "Клиника «Пример» {}",
    "Παράδειγμα Κλινική {}",
    "उदाहरण क्लिनिक {}",
)
"""One a script; the number tells them apart."""

FLAT = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} 40">
<path fill="{color}" d="M4 4h{bar}v32h-{bar}z"/><path fill="#222" d="M{mark} 4l10 32h-20z"/></svg>
"""
GRADIENT = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} 40">
<defs><linearGradient id="a"><stop offset="0" stop-color="{color}"/>
<stop offset="1" stop-color="#222"/></linearGradient></defs>
<path fill="url(#a)" d="M4 4h{bar}v32h-{bar}z"/></svg>"""

BRAND = """
meta: {{name: "{name}"}}
logo: {{images: {{main: {{path: {file}, alt: "Logo {number}"}}}}, medium: main}}
color: {{primary: "{color}"}}
defaults:
  plainleaf:
    contact:
      en: {{phone: "(555) 010-{number:04}", lines: ["{number} Example Road"]}}
      es: {{phone: "(555) 020-{number:04}", lines: ["Calle Ejemplo {number}"]}}
      ar: {{phone: "(555) 030-{number:04}", lines: ["شارع المثال {number}"]}}
    disclaimer: "Invented for tests {number}."
    site: https://b{number}.example/h
"""

Draw = Callable[[str, int], bytes]


def color_of(number: int) -> str:
    """Return a colour of its own for each number, dark enough for white paper."""
    red, green, blue = colorsys.hls_to_rgb(number * 0.618 % 1, 0.22 + number % 3 * 0.03, 0.7)
    return "#" + "".join(f"{round(255 * channel):02x}" for channel in (red, green, blue))


def logo_color_of(number: int) -> str:
    """Return the colour of a brand's logo, which is not that of its rules and headings."""
    return color_of(number + 500)


def svg(pattern: str) -> Draw:
    def draw(color: str, number: int) -> bytes:
        bar = 30 + 7 * number % 90
        return pattern.format(color=color, bar=bar, mark=bar - 10, width=bar + 8).encode()

    return draw


def raster(kind: str, mode: str) -> Draw:
    def draw(color: str, number: int) -> bytes:
        size = 700 + 90 * (number % 9), 500
        picture = Image.new(mode, size, (255, 255, 255, 0)[: len(mode)])
        pen = ImageDraw.Draw(picture)
        pen.ellipse((20, 20, 480, 480), fill=color)
        pen.rectangle((300, 60 + 6 * number, size[0] - 20, 160 + 6 * number), fill=color)
        file = io.BytesIO()
        picture.save(file, kind)
        return file.getvalue()

    return draw


KINDS: dict[str, tuple[str, Draw]] = {
    "flat": ("logo.svg", svg(FLAT)),
    "gradient": ("logo.svg", svg(GRADIENT)),
    "alpha": ("logo.png", raster("PNG", "RGBA")),
    "png": ("logo.png", raster("PNG", "RGB")),
    "jpeg": ("logo.jpg", raster("JPEG", "RGB")),
    "pdf": ("logo.pdf", raster("PDF", "RGB")),
}
"""How a logo is drawn, and the name of its file, by kind."""


def open_office(root: Path, count: int) -> Workspace:
    """Return the tiny workspace, with Arabic too, and brands b0, b1, … of each kind in turn."""
    shutil.copytree(LIBRARY, root)
    shutil.rmtree(root / "styles/brands/harbor")
    workspace = Workspace.at(root)
    catalogue = po("ar", ARABIC).replace('"X-Method: machine\\n"', REVIEWED)
    put(workspace, "handouts/drink-water/ar.po", catalogue)
    for number in range(count):
        file, draw = [*KINDS.values()][number % len(KINDS)]
        name = NAMES[number // 2 % len(NAMES)].format(number)  # not in step with the kinds
        color = color_of(number)
        text = BRAND.format(name=name, file=file, number=number, color=color)
        put(workspace, f"styles/brands/b{number}/_brand.yml", text)
        put(workspace, f"styles/brands/b{number}/{file}", draw(logo_color_of(number), number))
    return workspace
