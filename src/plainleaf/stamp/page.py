"""Block → a PDF with one page as large as it, to be looked at."""

from plainleaf.model import BrandBlock
from plainleaf.stamp import REFERENCE

POINTS = 0.75
"""In a CSS pixel."""

FIRST = 5
"""Number of the block's first object, after those of the page."""


def page_of(block: BrandBlock) -> bytes:
    """Return the PDF."""
    width, height = block.width * POINTS, block.height * POINTS
    content = b"%g 0 0 %g 0 %g cm\n%s" % (POINTS, -POINTS, height, block.content)
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 %g %g]/Contents 4 0 R/Resources %s>>"
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        page % (width, height, _numbered(block.resources)),
        _stream(b"<</Length %d>>" % len(content), content),
        *(_stream(_numbered(thing.source), thing.data) for thing in block.things),
    ]
    pdf, places = b"%PDF-1.7\n", []
    for number, source in enumerate(objects, start=1):
        places.append(len(pdf))
        pdf += b"%d 0 obj\n%s\nendobj\n" % (number, source)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size, start = len(objects) + 1, len(pdf)
    pdf += b"xref\n0 %d\n0000000000 65535 f \n%s" % (size, table)
    return pdf + b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (size, start)


def _numbered(source: bytes) -> bytes:
    return REFERENCE.sub(lambda found: b"%d 0 R" % (FIRST + int(found[1])), source)


def _stream(source: bytes, data: bytes | None) -> bytes:
    return source if data is None else b"%s\nstream\n%s\nendstream" % (source, data)
