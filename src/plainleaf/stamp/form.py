"""A drawing → a block that draws it, without an engine; and a block as a page."""

import re
import zlib

from plainleaf.model import BrandBlock, Drawing, Thing

SOURCE = (
    "<</Type/XObject/Subtype/Form/BBox[0 0 {:.6f} {:.6f}]/Resources<<>>"
    "/Filter/FlateDecode/Length {}>>"
)
NAMED = b"<</XObject<</L @0@>>>>"
REFERENCE = re.compile(rb"@(\d+)@")

POINTS = 0.75
"""In a CSS pixel."""

FIRST = 5
"""Number of the block's first object, after those of the page."""


def form_block(operators: bytes, width: float, height: float, of: str = "") -> BrandBlock:
    """Return a block of a size of its own, in any unit: a stamp scales it to its slot."""
    data = zlib.compress(operators, 9)
    form = Thing(SOURCE.format(width, height, len(data)).encode(), data)
    return BrandBlock(b"/L Do", width, height, NAMED, (form,), of)


def block_of(drawing: Drawing) -> BrandBlock:
    """Return what draws a drawing."""
    width, height = drawing.width, drawing.height
    if drawing.image:
        content = b"q %.6f 0 0 %.6f 0 %.6f cm /L Do Q" % (width, -height, height)
        return BrandBlock(content, width, height, NAMED, drawing.image, drawing.digest)
    return form_block(drawing.operators.encode(), width, height, drawing.digest)


def page_of(block: BrandBlock) -> bytes:
    """Return a PDF with one page as large as a block, to be looked at."""
    width, height = block.width * POINTS, block.height * POINTS
    content = b"%g 0 0 %g 0 %g cm\n%s" % (POINTS, -POINTS, height, block.content)
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 %g %g]/Contents 4 0 R/Resources %s>>"
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        page % (width, height, numbered(block.resources, FIRST)),
        stream(b"<</Length %d>>" % len(content), content),
        *(stream(numbered(thing.source, FIRST), thing.data) for thing in block.things),
    ]
    pdf, places = b"%PDF-1.7\n", []
    for number, source in enumerate(objects, start=1):
        places.append(len(pdf))
        pdf += b"%d 0 obj\n%s\nendobj\n" % (number, source)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size, start = len(objects) + 1, len(pdf)
    pdf += b"xref\n0 %d\n0000000000 65535 f \n%s" % (size, table)
    return pdf + b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (size, start)


def numbered(source: bytes, first: int) -> bytes:
    """Return an object with numbers in its references, the first of its block's from one on."""
    return REFERENCE.sub(lambda found: b"%d 0 R" % (first + int(found[1])), source)


def stream(source: bytes, data: bytes | None) -> bytes:
    """Return what stands between `obj` and `endobj`."""
    return source if data is None else b"%s\nstream\n%s\nendstream" % (source, data)
