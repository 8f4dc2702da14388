"""Operators of a drawing → a block that draws them as one form, compressed."""

import zlib

from plainleaf.model import BrandBlock, Thing

SOURCE = (
    "<</Type/XObject/Subtype/Form/BBox[0 0 {:.6f} {:.6f}]/Resources<<>>"
    "/Filter/FlateDecode/Length {}>>"
)


def form_block(operators: bytes, width: float, height: float) -> BrandBlock:
    """Return a block of a size of its own, in any unit: a stamp scales it to its slot."""
    data = zlib.compress(operators, 9)
    form = Thing(SOURCE.format(width, height, len(data)).encode(), data)
    return BrandBlock(b"/L Do", width, height, b"<</XObject<</L @0@>>>>", (form,))
