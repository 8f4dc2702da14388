"""A block × its slot → how it is drawn there, and what is wrong where it does not fit."""

from dataclasses import dataclass, replace

from plainleaf.errors import Finding, Severity
from plainleaf.model import (
    BLACK,
    MILLIMETRE,
    ON_BLACK,
    WHITE,
    Brand,
    BrandBlock,
    Drawing,
    Filling,
    Picture,
    Sight,
    Slot,
    SlotText,
)
from plainleaf.stamp.appearance import Appearance, about_ground
from plainleaf.stamp.qr import qr_block, qr_pixels

INCH = 96
SLACK = 0.5  # CSS pixels
LEAST_PPI = 300
LEAST_MODULE = 0.5  # mm


@dataclass(frozen=True)
class Filled:
    """What fills slots, or why something does not."""

    fillings: tuple[Filling, ...]
    findings: tuple[Finding, ...] = ()


def fit_words(slot: Slot, said: SlotText, brand: Brand, block: BrandBlock) -> Filled:
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


def fit_code(slot: Slot, said: SlotText, brand: Brand, handout: str) -> Filled:
    """Fit a QR code, its white included; modules that are too small are a finding."""
    url = brand.page_of(handout)
    block = qr_block(url)
    scale = slot.width / block.width
    if scale >= LEAST_MODULE * MILLIMETRE:
        sight = Sight(slot.name, 0, 0, slot.width, slot.width, qr_pixels(url), WHITE)
        return Filled((Filling(block, said, scale=scale, sight=sight),))
    message = f"{url} makes a QR code too fine to be read by phones."
    hint = "Use a shorter site, or give the handout a shorter name."
    field = "defaults.plainleaf.site"
    return Filled((), (Finding(brand.path, None, "qr", message, hint, field=field),))


def fit_logo(
    slot: Slot, said: SlotText, brand: Brand, logo: Appearance, block: BrandBlock
) -> Filled:
    """Fit a logo with its clear space, never stretched, and with its ground."""
    drawn = framed(block, logo.edge) if logo.on == ON_BLACK else block
    clear = brand.clear_space
    room = slot.height / (1 + clear)
    height = min(room, (slot.width - clear * room) * drawn.height / drawn.width)
    scale = height / drawn.height
    width = drawn.width * scale
    left = 0.0 if slot.direction == "ltr" else slot.width - width
    own = block.width * scale  # without the ground of a framed one
    findings = [
        *_too_small(brand, logo.picture, own),
        *_too_coarse(logo.picture, logo.drawing, own),
        *about_ground(logo),
    ]
    if any(finding.is_error for finding in findings):
        return Filled((), tuple(findings))
    edge = logo.edge * block.height * scale
    ground = BLACK if logo.on == ON_BLACK else WHITE
    size = own, block.height * scale
    sight = Sight(slot.name, left + edge, edge, *size, logo.drawing.pixels, ground)
    return Filled((Filling(drawn, said, left=left, scale=scale, sight=sight),), tuple(findings))


def framed(block: BrandBlock, share: float) -> BrandBlock:
    """Return a block on a black ground that reaches beyond it by a share of its height."""
    edge = share * block.height
    width, height = block.width + 2 * edge, block.height + 2 * edge
    ground = b"q 0 0 0 rg 0 0 %.6f %.6f re f Q" % (width, height)
    content = b"%s\nq 1 0 0 1 %.6f %.6f cm\n%s\nQ" % (ground, edge, edge, block.content)
    return replace(block, content=content, width=width, height=height)


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
