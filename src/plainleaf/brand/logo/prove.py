"""A drawing and what draws it in print → whether they look alike, by pdfium."""

from contextlib import closing

import pypdfium2

from plainleaf.checks.facts.picture import apart
from plainleaf.model import BLACK, MOST_APART, WHITE, BrandBlock, Drawing, Sight
from plainleaf.stamp.form import POINTS, page_of


def is_alike(drawing: Drawing, block: BrandBlock) -> bool:
    """Whether a block shows its drawing: on white, and on black for what is pale."""
    width, height = block.width * POINTS, block.height * POINTS
    with closing(pypdfium2.PdfDocument(page_of(block))) as document:
        sheet = document[0]  # kept: what nobody holds is closed
        sights = (Sight("", 0, 0, width, height, drawing.pixels, g) for g in (WHITE, BLACK))
        return all(apart(sheet.raw, sight, sight.ground) <= MOST_APART for sight in sights)
