"""Colours of a screen, and how well one shows on another."""

RGB = tuple[int, int, int]
"""Red, green and blue, 0 to 255, as sRGB has them."""

WHITE: RGB = (255, 255, 255)
BLACK: RGB = (0, 0, 0)
SHARES = (0.2126, 0.7152, 0.0722)
"""Of red, green and blue in what the eye takes for light."""

GLARE = 0.05  # of white's light, which WCAG adds to each colour


def rgb_of(text: str) -> RGB:
    """Return the channels of "#rrggbb"."""
    return int(text[1:3], 16), int(text[3:5], 16), int(text[5:7], 16)


def contrast(one: RGB, other: RGB) -> float:
    """Return the contrast ratio of WCAG 2, from 1 to 21."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + GLARE) / (dark + GLARE)


def light_of(value: int) -> float:
    """Return the share of its light that a channel gives at this value."""
    share = value / 255
    return share / 12.92 if share <= 0.04045 else float(((share + 0.055) / 1.055) ** 2.4)


def _luminance(color: RGB) -> float:
    return sum(share * light_of(value) for share, value in zip(SHARES, color, strict=True))
