"""What a brand says in a slot → objects that say it: structure, link, colour."""

import re

from plainleaf.model import LOGO, Filling, Slot, SlotText, rgb_of

HEAD = b"<</Type/XObject/Subtype/Form/BBox[%.6f %.6f %.6f %.6f]/Matrix[%.9f 0 0 %.9f %.6f %.6f]"


def element(slot: Slot, said: SlotText) -> bytes:
    """Return a slot's structure element: a figure with its words, or text with its language."""
    tags, language = slot.tags.encode("latin-1"), said.language.encode()
    if said.is_drawn:
        return b"<</S/Figure/Alt %s%s/Lang(%s)>>" % (_text(said.text), tags, language)
    tag = b"P" if slot.name == LOGO else b"Span"
    aloud = b"/ActualText %s" % _text(said.aloud) if said.aloud else b""
    return b"<</S/%s%s/Lang(%s)%s>>" % (tag, tags, language, aloud)


def annotation(slot: Slot, said: SlotText) -> bytes:
    """Return a slot's link, which leads to what it says."""
    address = _text(said.text)
    action = b"/A<</Type/Action/S/URI/URI %s>>/Contents %s" % (address, address)
    return b"<<%s%s>>" % (slot.link.encode("latin-1"), action)


def _text(text: str) -> bytes:
    """Return a text string object."""
    if text.isascii() and text.isprintable():
        return b"(%s)" % re.sub(rb"([()\\])", rb"\\\1", text.encode())
    return b"<feff%s>" % text.encode("utf-16-be").hex().encode()


def head(filling: Filling) -> bytes:
    """Return how a form begins that draws a block in its place, up to its resources."""
    width, height, scale = filling.block.width, filling.block.height, filling.scale
    # It cuts nothing off: some letters reach far out of their line.
    box = (-height, -height, width + height, 2 * height)
    return HEAD % (*box, scale, scale, filling.left, filling.top)


def tint(paint: str | None) -> bytes:
    """Return the function of a brand's colour, black without one."""
    channels = " ".join(f"{channel / 255:.6f}" for channel in rgb_of(paint or "#000000"))
    return b"<</FunctionType 2/Domain[0 1]/C0[1 1 1]/C1[%s]/N 1>>" % channels.encode()
