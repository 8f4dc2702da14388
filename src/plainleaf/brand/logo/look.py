"""A small picture of a logo → its main colours, how well the faintest shows, and on what."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import reduce
from typing import Any

from PIL import Image, ImageChops, ImageFilter

from plainleaf.brand.logo.ground import SOLID, Shades, area_of, has_clear_ground, shades_of
from plainleaf.model import BLACK, ON_WHITE, RGB, WHITE, contrast

SIDE = 192
"""Pixels of the longer side that are looked at."""

NEAR = 60  # steps between colours that count as one
MAIN = 0.10  # of the drawn area: a main colour covers at least so much
SEEN = 0.03  # the same, for a colour that is worth naming
HUE = 32  # steps between the strongest and the weakest light of a colour that is no grey
PAPER_FROM = 245  # a picture without transparency has this for paper
MOST_COLORS = 5
ON_PAPER = 0.5
"""Of a colour's edge that must meet paper; one within another colour is read against that."""

BROAD = 0.2
"""Of a drawing that is not at its edges; a drawing with less is of thin lines."""


@dataclass(frozen=True)
class Look:
    """How a logo looks, as a Drawing has it."""

    contrast: float
    contrast_on_black: float
    on: str
    colors: tuple[str, ...] = ()


@dataclass
class _Patch:
    """Pixels of colours that count as one."""

    color: RGB
    count: int
    mask: Image.Image


def look_of(picture: Image.Image) -> Look:
    """Return how a picture looks; its colours are those that have a hue."""
    small = picture.reduce(max(1, max(picture.size) // (2 * SIDE))).convert("RGBA")
    small.thumbnail((SIDE, SIDE))
    paper = Image.new("RGBA", small.size, (*WHITE, 255))
    source = Image.alpha_composite(paper, small).convert("RGB")
    drawn = ink = _ink(small, source)
    inner = ink.filter(ImageFilter.MinFilter(3))  # edges are mixed with what is beside them
    if area_of(inner) >= BROAD * area_of(ink):
        ink = inner
    else:
        source = small.convert("RGB")  # of lines all is edge: their colour without transparency
    patches = _patches(source, ink)
    total = sum(patch.count for patch in patches)
    if not total:
        return Look(1.0, 1.0, ON_WHITE)
    named = [_exact(patch.mask, source) for patch in patches if patch.count >= SEEN * total]
    colors = ["#{:02x}{:02x}{:02x}".format(*color) for color in named if _has_hue(color)]
    main = [patch for patch in patches if patch.count >= MAIN * total] or patches[:1]
    at_paper = [_exact(patch.mask, source) for patch in _meeting_paper(main, ink, drawn)]
    shades = Shades(small)
    on_white = _faintest(at_paper, WHITE, shades.lost, small)
    on_black = _faintest(at_paper, BLACK, shades.lost_on_black, small)
    if not shades.is_clear:
        on_black = on_white  # its own ground goes with it
    return Look(on_white, on_black, shades.ground, tuple(colors[:MOST_COLORS]))


def _faintest(colors: list[RGB], ground: RGB, lost: Image.Image, small: Image.Image) -> float:
    """Return the least contrast on a ground; what that takes away may be too fine for a patch."""
    drawn = area_of(small.getchannel("A").point(lambda value: 255 if value else 0))
    fine = [_exact(lost, small)] if area_of(lost) >= SEEN * drawn else []
    return round(min(contrast(color, ground) for color in (*colors, *fine)), 2)


def _meeting_paper(main: list[_Patch], ink: Image.Image, drawn: Image.Image) -> list[_Patch]:
    """Return the patches that are read against paper."""
    paper = ImageChops.invert(drawn)
    shares = [_at_paper(patch, ink, paper) for patch in main]
    enough = min(ON_PAPER, max(shares))
    return [patch for patch, share in zip(main, shares, strict=True) if share >= enough]


def _ink(small: Image.Image, source: Image.Image) -> Image.Image:
    """Return where a picture is drawn; all white but its own, where it has no transparency."""
    alpha = small.getchannel("A")
    if has_clear_ground(alpha):
        level = min(SOLID, shades_of(alpha)[-1] // 2)
        return alpha.point(lambda value: 255 if value > level else 0)
    darkest = reduce(ImageChops.darker, source.split())
    return darkest.point(lambda value: 0 if value >= PAPER_FROM else 255)


def _patches(source: Image.Image, ink: Image.Image) -> list[_Patch]:
    """Return the colours where there is ink, the one that covers most first."""
    flat = source.quantize(64, Image.Quantize.FASTOCTREE).convert("RGB")
    patches: list[_Patch] = []
    for count, color in _counted(flat, ink):
        mask = ImageChops.darker(_where(flat, color), ink)
        near = next((patch for patch in patches if _distance(patch.color, color) <= NEAR), None)
        if near is None:
            patches.append(_Patch(color, count, mask))
        else:
            near.count += count
            near.mask = ImageChops.lighter(near.mask, mask)
    return sorted(patches, key=lambda patch: -patch.count)


def _counted(source: Image.Image, ink: Image.Image) -> Iterator[tuple[int, RGB]]:
    """Yield how often each colour comes where there is ink, the most frequent first."""
    marked = source.convert("RGB").convert("RGBA")
    marked.putalpha(ink)
    rows: Any = marked.getcolors(SIDE * SIDE) or []
    for count, (red, green, blue, alpha) in sorted(rows, key=lambda row: (-row[0], row[1])):
        if alpha:
            yield count, (red, green, blue)


def _exact(mask: Image.Image, source: Image.Image) -> RGB:
    """Return the colour that comes most often: a patch was found among fewer colours."""
    return next(color for _, color in _counted(source, mask))


def _at_paper(patch: _Patch, ink: Image.Image, paper: Image.Image) -> float:
    """Return the share of a patch's edge that meets paper, not another colour."""
    at_paper = _edge(patch.mask, paper)
    at_other = _edge(patch.mask, ImageChops.subtract(ink, patch.mask))
    return at_paper / max(1, at_paper + at_other)


def _where(flat: Image.Image, color: RGB) -> Image.Image:
    """Return where a picture has exactly this colour."""
    off = ImageChops.difference(flat, Image.new("RGB", flat.size, color))
    return reduce(ImageChops.lighter, off.split()).point(lambda value: 0 if value else 255)


def _edge(mask: Image.Image, beside: Image.Image) -> int:
    """Return how many pixels of a mask are close to another, across a mixed edge."""
    return area_of(ImageChops.darker(mask, beside.filter(ImageFilter.MaxFilter(5))))


def _distance(one: RGB, other: RGB) -> float:
    return float(sum((a - b) ** 2 for a, b in zip(one, other, strict=True)) ** 0.5)


def _has_hue(color: RGB) -> bool:
    return max(color) - min(color) >= HUE
