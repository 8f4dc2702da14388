"""Logos as organizations have them, drawn with as little as shows what matters."""

import io

import resvg_py
from PIL import Image

NAVY, GOLD, CREAM, YELLOW, RED = "#003366", "#c9a227", "#f3e9c8", "#fff2a8", "#dd2222"


def svg(*parts: str) -> bytes:
    """Return a logo 100 wide and 40 high."""
    page = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 40">%s</svg>'
    return (page % "".join(parts)).encode()


def words(color: str, left: float = 5, high: float = 12, count: int = 5) -> str:
    """Return letters of fine strokes, which stand in the middle of the height."""
    stem, step, top = high / 6, high / 2, 20 - high / 2
    letters = (
        f"M{left + 1.6 * step * n} {top}h{stem}v{high}h{-stem}z m{step} 0h{stem}v{high}h{-stem}z"
        for n in range(count)
    )
    return f'<path d="{"".join(letters)}" fill="{color}"/>'


def disc(fill: str, edge: str = "none", radius: float = 18, weight: float = 3) -> str:
    """Return a disc at the left."""
    return (
        f'<circle cx="20" cy="20" r="{radius}" fill="{fill}" stroke="{edge}"'
        f' stroke-width="{weight}"/>'
    )


FADE = (
    '<linearGradient id="a"><stop stop-color="{}"/><stop offset="1" stop-color="{}"/>'
    "</linearGradient>"
)

SHAPES = {
    "seal": svg(disc("none", CREAM), disc(GOLD, radius=5), words(NAVY, 6, 5, 4)),
    "words beside a pale sign": svg(disc(YELLOW), words("#000", 42)),
    "small words below a large pale sign": svg(
        f'<path d="M0 0h100v30H0z" fill="{YELLOW}"/>',
        f'<g transform="translate(20 26)scale(.4)">{words("#000")}</g>',
    ),
    "white": svg(disc("#fff"), words("#fff", 42)),
    "white fine lines": svg('<path d="M5 5H95M5 20L95 35" stroke="#fff" stroke-width=".4"/>'),
    "white, half seen through": svg(f'<g opacity=".5">{words("#fff")}</g>'),
    "yellow words": svg(words(YELLOW)),
    "grey words": svg(words("#999")),
    "orange words": svg(words("#f7941e")),
    "gold words": svg(words(GOLD)),
    "sky blue words": svg(words("#61dafb")),
    "navy words": svg(words(NAVY)),
    "white words beside a navy sign": svg(disc(NAVY), words("#fff", 42)),
    "white words beside a red sign": svg(disc(RED), words("#fff", 42)),
    "white name beside a small orange sign": svg(
        disc("#f7941e", radius=5), words("#fff", 30, 24, 3)
    ),
    "pale swoosh below sky blue words": svg(
        words("#29abe2"), '<path d="M2 30L98 30L90 39L10 39z" fill="#cdeaf8"/>'
    ),
    "white disc in a thin red ring": svg(disc("#fff", RED, weight=0.7)),
    "white words in a navy box": svg(
        f'<rect x="1" y="1" width="98" height="38" fill="{NAVY}"/>', words("#fff")
    ),
    "fading from white to yellow": svg(
        FADE.format("#fff", YELLOW), disc("url(#a)"), words("#fff", 42)
    ),
    "fading from white to navy": svg(
        FADE.format("#fff", NAVY), disc("url(#a)"), words("#fff", 42)
    ),
}


def png(logo: bytes, width: int = 600) -> bytes:
    """Return a logo as a PNG with a clear ground."""
    return resvg_py.svg_to_bytes(svg_string=logo.decode(), width=width)


def flat(logo: bytes, kind: str) -> bytes:
    """Return a logo on white, as "PNG" or "JPEG"."""
    with Image.open(io.BytesIO(png(logo))) as picture, io.BytesIO() as file:
        paper = Image.new("RGBA", picture.size, "white")
        Image.alpha_composite(paper, picture.convert("RGBA")).convert("RGB").save(file, kind)
        return file.getvalue()
