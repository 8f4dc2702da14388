"""PDF bytes → an opened document within limits, and how its values are read."""

import pikepdf
from pikepdf import Object, Pdf

from plainleaf.workers.qpdf import LONGEST_SIDE, cause_of, open_pdf

MOST_PAGES = 500


class UnreadableError(ValueError):
    """A PDF that is not read, with the cause in words."""


def open_document(pdf: bytes) -> Pdf:
    """Open a PDF; raise UnreadableError for one that is damaged, encrypted or too large."""
    try:
        document = open_pdf(pdf)
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


def _check_size(page: pikepdf.Page, number: int) -> None:
    left, bottom, right, top = (float(side) for side in page.mediabox.as_list())
    if not all(0 < side <= LONGEST_SIDE for side in (right - left, top - bottom)):
        raise UnreadableError(f"has a page of an impossible size (page {number})")


def text_of(value: Object | None) -> str:
    """Return a text string, or nothing for any other object."""
    return str(value) if isinstance(value, pikepdf.String) else ""
