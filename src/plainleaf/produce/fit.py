"""A block × its slot → how it is drawn there, and what is wrong where it does not fit."""

from dataclasses import dataclass, replace

from plainleaf.errors import Finding, Severity
from plainleaf.model import (
    DARK,
    LIGHT,
    ONE_COLOR,
    Brand,
    BrandBlock,
    Drawing,
    Filling,
    Picture,
    Said,
    Slot,
)
from plainleaf.produce.brands import Carried
from plainleaf.qr import qr_block

MILLIMETRE = 96 / 25.4  # CSS pixels
INCH = 96
MEDIUM_FROM, LARGE_FROM = 14.0, 22.0
"""Millimetres of a slot's height from which these pictures of a logo are drawn."""

SLACK = 0.5  # CSS pixels
LEAST_CONTRAST = 3.0  # of a logo's parts on its ground: WCAG 2.2, 1.4.11
LEAST_PPI = 300
LEAST_MODULE = 0.5  # mm
FRAME = 0.08  # of a framed logo's height, that its ground reaches beyond it


@dataclass(frozen=True)
class Filled:
    """What fills slots, or why something does not."""

    fillings: tuple[Filling, ...]
    findings: tuple[Finding, ...] = ()


def fit_words(slot: Slot, said: Said, brand: Brand, block: BrandBlock) -> Filled:
    """Fit words that are set: what takes more lines than there is room for is a finding."""
    if block.height <= slot.height + SLACK:
        return Filled((Filling(block, said),))
    taken, room = (round(length / MILLIMETRE) for length in (block.height, slot.height))
    message = f"the {slot.name} takes {taken} mm where a handout has {room} mm for it."
    hint = "Shorten it, or take a format or size with more room."
    field = FIELDS.get(slot.name, f"defaults.plainleaf.contact.{said.language}")
    return Filled((), (Finding(brand.path, None, "slot", message, hint, field=field),))


FIELDS = {
    "logo": "meta.name",
    "disclaimer": "defaults.plainleaf.disclaimer",
    "address": "defaults.plainleaf.site",
}
"""The field that fills a slot; the others are filled by a contact."""


def fit_code(slot: Slot, said: Said, brand: Brand, handout: str) -> Filled:
    """Fit a QR code, its white included; modules that are too small are a finding."""
    block = qr_block(brand.page_of(handout))
    scale = slot.width / block.width
    if scale >= LEAST_MODULE * MILLIMETRE:
        return Filled((Filling(block, said, scale=scale),))
    message = f"{brand.page_of(handout)} makes a QR code too fine to be read by phones."
    hint = "Use a shorter site, or give the handout a shorter name."
    field = "defaults.plainleaf.site"
    return Filled((), (Finding(brand.path, None, "qr", message, hint, field=field),))


def chosen_picture(slot: Slot, carried: Carried) -> Picture | None:
    """Return the picture of the logo for a slot: that made for its size, if it shows on paper.

    Where that is too faint the one made for one ink is taken; else the one for dark grounds, or
    itself, which `fit_logo` then gives a ground.
    """
    height = slot.height / MILLIMETRE
    size = "large" if height >= LARGE_FROM else "medium" if height >= MEDIUM_FROM else "small"
    pictures = [carried.brand.picture(size, ground) for ground in (LIGHT, ONE_COLOR, DARK)]
    there = [picture for picture in pictures if picture and picture.path in carried.drawings]
    shown = (p for p in there if carried.drawings[p.path].contrast >= LEAST_CONTRAST)
    light = there[0] if there else None
    return next(shown, carried.brand.picture(size, DARK) or light)


def fit_logo(
    slot: Slot, said: Said, brand: Brand, drawing: Drawing, picture: Picture, block: BrandBlock
) -> Filled:
    """Fit a logo with its clear space, never stretched; on a dark ground where it is faint."""
    is_faint = drawing.contrast < LEAST_CONTRAST
    drawn = framed(block) if is_faint else block
    clear = brand.clear_space
    room = slot.height / (1 + clear)
    height = min(room, (slot.width - clear * room) * drawn.height / drawn.width)
    scale = height / drawn.height
    width = drawn.width * scale
    left = 0.0 if slot.direction == "ltr" else slot.width - width
    own = block.width * scale  # without the ground of a framed one
    findings = [*_too_small(brand, picture, own), *_too_coarse(picture, drawing, own)]
    if is_faint:
        findings.append(_faint(picture, drawing))
    if any(finding.is_error for finding in findings):
        return Filled((), tuple(findings))
    return Filled((Filling(drawn, said, left=left, scale=scale),), tuple(findings))


def framed(block: BrandBlock) -> BrandBlock:
    """Return a block on a black ground that reaches a little beyond it."""
    edge = FRAME * block.height
    width, height = block.width + 2 * edge, block.height + 2 * edge
    ground = b"q 0 0 0 rg 0 0 %.6f %.6f re f Q" % (width, height)
    content = b"%s\nq 1 0 0 1 %.6f %.6f cm\n%s\nQ" % (ground, edge, edge, block.content)
    return replace(block, content=content, width=width, height=height)


def _faint(picture: Picture, drawing: Drawing) -> Finding:
    message = (
        f"has a contrast of {drawing.contrast:.1f}:1 on paper, less than {LEAST_CONTRAST:g}:1."
    )
    hint = "It is printed on a black ground; or give a one-color-logo in _brand.yml."
    return Finding(picture.path, None, "logo-faint", message, hint, Severity.WARNING)


def _too_small(brand: Brand, picture: Picture, width: float) -> list[Finding]:
    printed = width / MILLIMETRE
    if printed + 0.05 >= brand.minimum_width:
        return []
    message = f"would be {printed:.1f} mm wide, less than its {brand.minimum_width:g} mm."
    hint = "Choose a larger size or another format, or lower minimum-width in _brand.yml."
    return [Finding(picture.path, None, "logo-small", message, hint)]


def _too_coarse(picture: Picture, drawing: Drawing, width: float) -> list[Finding]:
    ppi = drawing.width / (width / INCH)
    if drawing.kind == "svg" or ppi >= LEAST_PPI:
        return []
    message = f"has {ppi:.0f} pixels an inch where it is printed, fewer than {LEAST_PPI}."
    needed = round(width / INCH * LEAST_PPI)
    hint = f"Give it {needed} pixels wide or more, or as an SVG."
    return [Finding(picture.path, None, "logo-coarse", message, hint, Severity.WARNING)]
