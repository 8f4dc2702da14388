"""A drawing and what draws it in print → whether they look alike, by pdfium."""

from contextlib import closing

import pypdfium2

from plainleaf.facts.picture import Page, apart
from plainleaf.form import POINTS, page_of
from plainleaf.model import BLACK, WHITE, Box, BrandBlock, Drawing

MOST_APART = 0.15
"""Of a cell's light, on white and on black: edges fall otherwise, shapes and colours do not."""


def is_alike(drawing: Drawing, block: BrandBlock) -> bool:
    """Whether a block shows its drawing: on white, and on black for what is pale."""
    width, height = block.width * POINTS, block.height * POINTS
    with closing(pypdfium2.PdfDocument(page_of(block))) as document:
        sheet = document[0]  # kept: what nobody holds is closed
        page = Page(sheet.raw, width, height)
        place = Box(0, 0, width, height)
        return all(apart(page, place, drawing.pixels, g) <= MOST_APART for g in (WHITE, BLACK))
