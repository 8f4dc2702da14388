"""How much a stream may unpack to, in whichever order files are opened."""

import io
import zlib

import pikepdf
import pytest

from plainleaf.workers.qpdf import open_pdf

STREAM = 200_000


def big() -> bytes:
    """Return a PDF with one stream that unpacks to much more than it takes."""
    pdf, file = pikepdf.new(), io.BytesIO()
    pdf.add_blank_page().Contents = pikepdf.Stream(
        pdf, zlib.compress(bytes(STREAM)), Filter=pikepdf.Name.FlateDecode
    )
    pdf.save(file, compress_streams=False)
    return file.getvalue()


def test_a_stream_unpacks_as_far_as_the_file_was_opened_for() -> None:
    with open_pdf(big(), STREAM // 2) as pdf, pytest.raises(pikepdf.PdfError):
        pdf.pages[0].Contents.read_bytes()
    with open_pdf(big()) as pdf:
        assert len(pdf.pages[0].Contents.read_bytes()) == STREAM
