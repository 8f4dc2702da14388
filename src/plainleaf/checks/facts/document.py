"""PDF bytes → an opened document within limits, and how its values are read."""

import io

import pikepdf
from pikepdf import Object, Pdf

MOST_PAGES = 500
LONGEST_SIDE = 14_400
"""Points; no viewer shows a longer page (ISO 32000-1, annex C)."""

# For the whole process, since qpdf knows no other: a small file must not unpack to gigabytes.
pikepdf.settings.set_qpdf_limits(
    flate_max_memory=64 * 2**20, run_length_max_memory=64 * 2**20, max_stream_filters=4
)


class UnreadableError(ValueError):
    """A PDF that is not read, with the cause in words."""


def open_document(pdf: bytes) -> Pdf:
    """Open a PDF; raise UnreadableError for one that is damaged, encrypted or too large."""
    try:
        document = pikepdf.open(io.BytesIO(pdf), attempt_recovery=False)
    except pikepdf.PasswordError as error:
        raise UnreadableError("is encrypted") from error
    except pikepdf.PdfError as error:
        raise UnreadableError(f"is damaged or no PDF ({cause_of(error)})") from error
    if document.is_encrypted:
        raise UnreadableError("is encrypted")
    count = len(document.pages)
    if not 0 < count <= MOST_PAGES:
        raise UnreadableError(f"has {count} pages, and must have 1 to {MOST_PAGES}")
    for number, page in enumerate(document.pages, start=1):
        _check_size(page, number)
    return document


def cause_of(error: object) -> str:
    """Return the last part of qpdf's message, which begins with a file's name and place."""
    return str(error).rpartition(": ")[2]


def _check_size(page: pikepdf.Page, number: int) -> None:
    left, bottom, right, top = (float(side) for side in page.mediabox.as_list())
    if not all(0 < side <= LONGEST_SIDE for side in (right - left, top - bottom)):
        raise UnreadableError(f"has a page of an impossible size (page {number})")


def text_of(value: Object | None) -> str:
    """Return a text string, or nothing for any other object."""
    return str(value) if isinstance(value, pikepdf.String) else ""


def key_of(thing: Object) -> tuple[int, int]:
    """Return the number by which an object is known in its file."""
    return thing.objgen
