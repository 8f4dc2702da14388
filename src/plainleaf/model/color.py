"""Colours of a screen, and how well one shows on another."""

RGB = tuple[int, int, int]
"""Red, green and blue, 0 to 255, as sRGB has them."""

WHITE: RGB = (255, 255, 255)
SHARES = (0.2126, 0.7152, 0.0722)
"""Of red, green and blue in what the eye takes for light."""


def contrast(one: RGB, other: RGB) -> float:
    """Return the contrast ratio of WCAG 2, from 1 to 21."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(color: RGB) -> float:
    shares = (value / 255 for value in color)
    linear = [s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares]
    return sum(share * light for share, light in zip(SHARES, linear, strict=True))
