"""A brand's pictures × room for a logo → the one that prints there, and on white or on black."""

from collections.abc import Mapping
from dataclasses import dataclass

from plainleaf.errors import Finding, Severity
from plainleaf.model import DARK, LIGHT, ON_BLACK, ON_WHITE, ONE_COLOR, Brand, Drawing, Picture

MEDIUM_FROM, LARGE_FROM = 14.0, 22.0
"""Millimetres of a slot's height from which these pictures of a logo are drawn."""

LEAST_CONTRAST = 3.0  # of a logo's parts on its ground: WCAG 2.2, 1.4.11
FRAME = 0.08  # of the height of a logo on black, that its ground reaches beyond it

SAID, PAIR, ONE_INK, MEASURED, FOR_DARK = "said", "pair", "one ink", "measured", "for dark"
"""Why a picture is printed: the brand says on what; it gives one for white and one for a dark
ground; the one for one ink shows better; it was measured; there is only one for a dark ground."""

HINTS: Mapping[tuple[str, str], str] = {
    (SAID, ON_WHITE): "It is printed on white, as logo.on in _brand.yml says; give a darker one.",
    (SAID, ON_BLACK): "It is printed on black, as logo.on in _brand.yml says; give a lighter one"
    " for it, as dark.",
    (PAIR, ON_WHITE): "It is printed on white, where the one named light belongs; give a darker"
    " one there. Are light and dark exchanged?",
    (ONE_INK, ON_WHITE): "It is printed on white, as the one for one ink; give a darker one.",
    (MEASURED, ON_WHITE): "It is printed on white; give a darker one or a one-color-logo in"
    " _brand.yml, or write on: black below defaults.plainleaf.logo.",
    (MEASURED, ON_BLACK): "It is printed on a black ground, as white would take most of it"
    " away; give a darker one or a one-color-logo in _brand.yml.",
    (FOR_DARK, ON_BLACK): "It is printed on a black ground, as there is none for white; give one"
    " in _brand.yml, as light.",
}


@dataclass(frozen=True)
class Appearance:
    """A picture of a logo as it is printed."""

    picture: Picture
    drawing: Drawing
    on: str = ON_WHITE
    why: str = MEASURED

    @property
    def edge(self) -> float:
        """What its ground reaches beyond it, as a share of its height."""
        return FRAME if self.on == ON_BLACK else 0.0


def appearance_of(
    brand: Brand, height: float, drawings: Mapping[str, Drawing]
) -> Appearance | None:
    """Return how a logo appears in a slot this many millimetres high; None without one.

    What the brand says of its ground goes first, then a pair for light and dark, then the one
    for one ink where the light one is faint, then what was measured.
    """
    size = "large" if height >= LARGE_FROM else "medium" if height >= MEDIUM_FROM else "small"
    light, dark, one = (
        _drawn(brand.picture(size, ground), drawings) for ground in (LIGHT, DARK, ONE_COLOR)
    )
    needs_other = light is None or _is_faint(light)
    rows = (
        (SAID, ON_BLACK, (dark or light) if brand.logo_on == ON_BLACK else None),
        (SAID, ON_WHITE, (light or one) if brand.logo_on == ON_WHITE else None),
        (PAIR, ON_WHITE, light if dark else None),
        (ONE_INK, ON_WHITE, one if one and needs_other and not _is_faint(one) else None),
        (MEASURED, light[1].on if light else ON_WHITE, light),
        (ONE_INK, ON_WHITE, one),
        (FOR_DARK, ON_BLACK, dark),
    )
    return next((Appearance(*logo, on, why) for why, on, logo in rows if logo), None)


def _drawn(
    picture: Picture | None, drawings: Mapping[str, Drawing]
) -> tuple[Picture, Drawing] | None:
    drawing = drawings.get(picture.path) if picture else None
    return (picture, drawing) if picture and drawing else None


def _is_faint(logo: tuple[Picture, Drawing]) -> bool:
    return logo[1].contrast < LEAST_CONTRAST


def about_ground(logo: Appearance) -> tuple[Finding, ...]:
    """Warn of a logo that is faint, or on black without its brand saying so."""
    on_black = logo.on == ON_BLACK
    is_said = logo.why == SAID
    contrast = logo.drawing.contrast_on_black if on_black and is_said else logo.drawing.contrast
    if contrast >= LEAST_CONTRAST and logo.why != FOR_DARK:
        return ()
    ground = "black" if on_black and is_said else "paper"
    message = f"has a contrast of {contrast:.1f}:1 on {ground}, less than {LEAST_CONTRAST:g}:1."
    if logo.why == FOR_DARK:
        message = "is made for a dark ground."
    hint = HINTS[logo.why, logo.on]
    return (Finding(logo.picture.path, None, "logo-faint", message, hint, Severity.WARNING),)
