import gzip

import pytest

from plainleaf.brand.logo.kind import kind_of

KINDS = {
    b"\x89PNG\r\n\x1a\n...": "png",
    b"\xff\xd8\xff\xe0": "jpeg",
    b"%PDF-1.7": "pdf",
    b'<?xml version="1.0"?><svg>': "svg",
    b"\xef\xbb\xbf<svg:svg>": "svg",
    "\ufeff<svg>".encode("utf-16-le"): "svg",
    b"<!DOCTYPE html><svg>": "a page of HTML",
    gzip.compress(b"<svg/>", mtime=0): "gzip-compressed (SVGZ?)",
    b"%!PS-Adobe-3.0 EPSF-3.0": "EPS or PostScript",
    b"GIF89a": "a GIF picture",
    b"II*\0": "a TIFF picture",
    b"\0\0\0\x1cftypavif": "an AVIF or HEIC picture",
    b" \n": "empty",
    b"\0\xff\xfe": "no picture that is known here",
}


@pytest.mark.parametrize(("data", "kind"), KINDS.items(), ids=KINDS.values())
def test_a_file_is_what_it_begins_with(data: bytes, kind: str) -> None:
    assert kind_of(data) == kind
