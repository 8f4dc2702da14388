"""A brand × a handout's pages → all that its proof shows, and what fills its slots."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from plainleaf.author.proof.handout import Pages
from plainleaf.brand.darken import contrast_on_white
from plainleaf.brand.fill import fill
from plainleaf.build.brands import Branding
from plainleaf.build.context import Context
from plainleaf.errors import Finding, PlainleafError
from plainleaf.model import (
    LOGO,
    MILLIMETRE,
    PAPERS,
    Brand,
    BrandBlock,
    Filling,
    Language,
    Paper,
    Proof,
    ShownColor,
    ShownLogo,
    Slot,
    Spot,
)
from plainleaf.stamp.appearance import Appearance, appearance_of
from plainleaf.stamp.digest import digest_of_block
from plainleaf.stamp.fit import fit_logo
from plainleaf.stamp.form import block_of
from plainleaf.text.languages import find_language, read_language
from plainleaf.text.locales import direction_of

LOGO_HEIGHT = re.compile(r"--logo:\s*(\d+(?:\.\d+)?)mm")
"""How a style says how high a logo is printed."""

LENGTHS = ("styles/sizes/", "styles/formats/")
"""Folders with styles that say it."""

USUAL = (12.0, 20.0)
"""Millimetres, where no style says it."""

ROOM = 1.25
"""Height of a logo's slot for a logo one high, as styles/base/parts.css has it."""

MARGINS = 2 * 14.0
"""Millimetres beside the text, as styles/proof.css has them."""

SMALLEST, BETWEEN, LARGEST = "Smallest", "Between", "Largest"


@dataclass(frozen=True)
class Shown:
    """What a proof shows, what fills its slots, and what was found about the brand."""

    sheet: Proof
    fillings: tuple[Filling, ...]
    findings: tuple[Finding, ...]


def shown(context: Context, branding: Branding, paper: str, pages: Pages) -> Shown:
    """Return it all; raise PlainleafError for a logo that can be printed in no size."""
    brand = branding.brand
    logos = list(_logos(branding, _heights(context), PAPERS[paper]))
    notes = (finding for _, _, about in logos for finding in about)
    findings = tuple(dict.fromkeys(map(_seen, (*branding.findings, *notes))))
    sheet = Proof(
        brand=brand,
        paper=PAPERS[paper],
        language=read_language("en"),
        logos=tuple(logo for logo, _, _ in logos),
        colors=tuple(_colors(brand)),
        contacts=tuple((_language(context, code), each) for code, each in brand.contacts.items()),
        pages=tuple(pages.drawings),
        handout=pages.name,
        count=pages.count,
        findings=tuple(map(_note, findings)),
    )
    return Shown(sheet, tuple(filling for _, filling, _ in logos), findings)


def _heights(context: Context) -> tuple[float, ...]:
    """Return how high any style prints a logo, in millimetres, the lowest first."""
    styles = (path for path in context.survey.digests if path.startswith(LENGTHS))
    texts = map(context.order.workspace.read_text, styles)
    found = {float(length) for text in texts for length in LOGO_HEIGHT.findall(text)}
    return tuple(sorted(found)) or USUAL


def _logos(
    branding: Branding, heights: tuple[float, ...], paper: Paper
) -> Iterator[tuple[ShownLogo, Filling, tuple[Finding, ...]]]:
    """Yield the logo as it is printed in the lowest slot, in the highest, and where it changes."""
    rooms_of = (height * ROOM for height in heights)
    slots = {room: appearance_of(branding.brand, room, branding.drawings) for room in rooms_of}
    blocks = {each.drawing: block_of(each.drawing) for each in slots.values() if each}
    least, most = min(slots), max(slots)
    between = {each.picture: room for room, each in reversed(slots.items()) if each}
    ends = {each.picture for room in (least, most) if (each := slots[room])}
    rooms = {room: BETWEEN for picture, room in between.items() if picture not in ends}
    for room, name in sorted({**rooms, most: LARGEST, least: SMALLEST}.items()):
        if each := slots[room]:
            block, width = blocks[each.drawing], paper.width - MARGINS
            yield _logo(name, each, block, branding.brand, room, width)


def _logo(
    name: str, logo: Appearance, block: BrandBlock, brand: Brand, room: float, most: float
) -> tuple[ShownLogo, Filling, tuple[Finding, ...]]:
    """Fit a logo into a slot as wide as the page, and as high as its least width asks for."""
    shape, frame = logo.drawing.width / logo.drawing.height, 1 + 2 * logo.edge
    clear, least = brand.clear_space, brand.minimum_width / shape * frame
    highest = most / ((shape + 2 * logo.edge) / frame + 2 * clear)
    whole = min(max(room / (1 + clear), least), highest)
    size = most * MILLIMETRE, whole * (1 + clear) * MILLIMETRE
    said = fill(LOGO, brand, "", "en", {})
    filled = fit_logo(Slot(LOGO, "en", "ltr", *size, "", 0), said, brand, logo, block)
    if not filled.fillings:
        raise PlainleafError(*filled.findings)
    (filling,) = filled.fillings
    high = whole / frame
    printed = ShownLogo(name, high * shape, high, high * logo.edge, clear * whole, logo.on)
    owned = replace(filling, owner=brand.name, digest=digest_of_block(filling.block))
    return printed, owned, filled.findings


def _colors(brand: Brand) -> Iterator[ShownColor]:
    """Yield each role, then each colour of the palette that no role names."""
    names = {color: name for name, color in brand.palette.items()}
    for paint in brand.paints:
        name = ", ".join(filter(None, (paint.role, names.pop(paint.given, ""))))
        ink = _ink(brand.spot) if paint.role == "primary" else ""
        yield _color(name, paint.given, paint.used, ink)
    yield from (_color(name, color, color) for color, name in names.items())


def _color(name: str, given: str, used: str, ink: str = "") -> ShownColor:
    return ShownColor(name, given, used, contrast_on_white(given), contrast_on_white(used), ink)


def _ink(spot: Spot | None) -> str:
    return f"{spot.name}, or CMYK {'/'.join(f'{each:g}' for each in spot.cmyk)}" if spot else ""


def _language(context: Context, code: str) -> Language:
    """Return a contact's language; one that nobody names is called by its code."""
    found = find_language(code, context.order.settings.languages)
    return found or Language(code, code, code, direction_of(code))


def _seen(finding: Finding) -> Finding:
    """Return a finding as it is told beside a proof: who looks at it need not be sent there."""
    is_change = finding.code == "logo-changed"
    return replace(finding, hint="See that it looks right.") if is_change else finding


def _note(finding: Finding) -> str:
    place = finding.field or finding.path.rpartition("/")[2]
    return f"{place}: {finding.message} {finding.hint}"
