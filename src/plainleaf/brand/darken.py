"""A CSS colour → #rrggbb, dark enough to be read on white paper."""

import re
from typing import TYPE_CHECKING

from plainleaf.model import WHITE, contrast, rgb_of

if TYPE_CHECKING:
    from coloraide import Color

HEX = re.compile(r"#[0-9a-f]{6}")
LONGEST = 60
"""Of a colour's text; coloraide is not asked about longer ones."""

STEPS = 10
"""Halvings of the lightness: 1/1000 is finer than #rrggbb."""


def read_color(text: str) -> str | None:
    """Return a CSS colour as "#rrggbb"; None for what is none, or is seen through."""
    if HEX.fullmatch(text.lower()):
        return text.lower()
    from coloraide import Color  # 0.15 s, and most brands give "#rrggbb"

    try:
        color = Color(text) if len(text) <= LONGEST else None
        return _hex(color) if color and color.alpha() == 1 else None
    except ValueError:
        return None


def darken(color: str, least: float) -> str:
    """Return `#rrggbb`, if need be darker, so that it has at least this contrast on white.

    The hue stays, and of the chroma what sRGB can show; both as OKLCH has them.
    """
    if contrast_on_white(color) >= least:
        return color
    from coloraide import Color  # 0.15 s, and most brands are dark enough

    light = Color(color).convert("oklch")
    found, low, high = "#000000", 0.0, light["lightness"]
    for _ in range(STEPS):
        middle = (low + high) / 2
        tried = _hex(light.clone().set("lightness", middle))
        if contrast_on_white(tried) >= least:
            found, low = tried, middle
        else:
            high = middle
    return found


def contrast_on_white(color: str) -> float:
    """Return the contrast of `#rrggbb` on white paper."""
    return contrast(rgb_of(color), WHITE)


def _hex(color: "Color") -> str:
    """Return the colour as sRGB shows it: less chroma where it must be."""
    shown = color.convert("srgb").fit(method="oklch-chroma", jnd=0)
    text: str = shown.to_string(hex=True)
    return text
