"""The first bytes of a file → what it is, whatever its name says."""

import re

SVG, PNG, JPEG, PDF = "svg", "png", "jpeg", "pdf"

STARTS: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG\r\n\x1a\n", PNG),
    (b"\xff\xd8\xff", JPEG),
    (b"%PDF-", PDF),
    (b"\x1f\x8b", "gzip-compressed (SVGZ?)"),
    (b"%!PS", "EPS or PostScript"),
    (b"\xc5\xd0\xd3\xc6", "EPS"),
    (b"GIF8", "a GIF picture"),
    (b"II*\0", "a TIFF picture"),
    (b"MM\0*", "a TIFF picture"),
    (b"BM", "a BMP picture"),
    (b"8BPS", "a Photoshop file"),
    (b"PK\x03\x04", "a ZIP file"),
    (b"\0\0\1\0", "an icon file (ICO)"),
    (b"RIFF", "a WebP picture or a media file"),
    (b"\0\0\0\x0cjP  ", "a JPEG 2000 picture"),
    (b"\xff\x0a", "a JPEG XL picture"),
    (b"\xd0\xcf\x11\xe0", "an old Office file"),
)
"""What a file begins with, and what it is: one of our four kinds, or in words."""

ELEMENTS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"<(!doctype\s+)?html\b", re.IGNORECASE), "a page of HTML"),
    (re.compile(r"<(\w+:)?svg\b"), SVG),
)
"""What stands first in a text file, and what it is."""

LOOKED_AT = 65_536
"""Bytes; comments and entities of a drawing program come before its first element."""

BOMS = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}


def kind_of(data: bytes) -> str:
    """Return "svg", "png", "jpeg" or "pdf"; for anything else words for it."""
    if not data.strip():
        return "empty"
    for start, kind in STARTS:
        if data.startswith(start):
            return kind
    if data[4:12] in (b"ftypavif", b"ftypheic", b"ftypheix", b"ftypmif1"):
        return "an AVIF or HEIC picture"
    text = data[:LOOKED_AT].decode(BOMS.get(data[:2], "latin-1"), "replace")
    found = [(match.start(), kind) for word, kind in ELEMENTS if (match := word.search(text))]
    return min(found)[1] if found else "no picture that is known here"
