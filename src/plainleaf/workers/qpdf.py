"""PDF bytes → an opened document; the one place that says how much qpdf may unpack."""

import io

import pikepdf

MOST_STREAM = 64 * 2**20
"""Bytes of one stream: a small file must not unpack to gigabytes."""

LONGEST_SIDE = 14_400
"""Points; no viewer shows a longer page (ISO 32000-1, annex C)."""


def open_pdf(pdf: bytes, most_stream: int = MOST_STREAM) -> pikepdf.Pdf:
    """Open a PDF as it is, without repair; raise pikepdf.PdfError for a damaged one."""
    # For the whole process, since qpdf knows no other limits.
    pikepdf.settings.set_qpdf_limits(
        flate_max_memory=most_stream, run_length_max_memory=most_stream, max_stream_filters=4
    )
    return pikepdf.open(io.BytesIO(pdf), attempt_recovery=False)


def cause_of(error: object) -> str:
    """Return the last part of qpdf's message, which begins with a file's name and place."""
    return str(error).rpartition(": ")[2]
