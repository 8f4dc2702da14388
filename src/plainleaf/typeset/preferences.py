"""Pages × Format → the viewer preferences of a PDF: how it is printed, from where it opens."""

from collections.abc import Sequence
from typing import Any

from plainleaf.model import Format
from plainleaf.typeset.engine.boxes import page_box


def set_preferences(pdf: Any, document: Any, page_format: Format) -> None:
    """Write them into a PDF that the engine has made."""
    said = pdf.catalog["ViewerPreferences"]
    said["PrintScaling"] = "/None"  # large print stays as large as it says
    if not page_format.fold:  # a folded one is printed from its press sheets
        said["Duplex"] = _duplex(document.pages)
    if page_box(document.pages[0]).style["direction"] == "rtl":
        said["Direction"] = "/R2L"


def _duplex(pages: Sequence[Any]) -> str:
    """Return how to print pages so that the back of a leaf is turned over as one turns a page."""
    if len(pages) == 1:
        return "/Simplex"
    is_landscape = pages[0].width > pages[0].height
    return "/DuplexFlipShortEdge" if is_landscape else "/DuplexFlipLongEdge"
