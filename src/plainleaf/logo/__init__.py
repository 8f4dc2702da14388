"""The bytes of a logo from anywhere → a Drawing made anew from what is allowed, or findings.

Runs as a task of the fence, and never beside WeasyPrint, which makes Pillow pass cut images.
"""

from collections.abc import Callable, Mapping

from plainleaf.errors import Finding, PlainleafError
from plainleaf.fence.jobs import LogoJob
from plainleaf.form import block_of
from plainleaf.logo import kind
from plainleaf.logo.refusal import DAMAGED, EXPORT_AGAIN, KIND, TOO_LARGE, RefusalError, refuse
from plainleaf.logo.svg import examine_svg
from plainleaf.model import MOST_LOGO_BYTES, Drawing
from plainleaf.packed import pack_drawing

Gate = Callable[[bytes], Drawing]

USE = "Give the logo as SVG, PDF, PNG or JPEG."


def run(job: LogoJob) -> tuple[Mapping[str, object], bytes]:
    """Examine one logo in a fenced worker, and what will draw it in print."""
    from plainleaf.logo.prove import is_alike  # it loads pdfium

    drawing = examine(job.data, job.path)
    if not is_alike(drawing, block_of(drawing)):
        message = "would not look in print as it looks on a screen."
        raise PlainleafError(Finding(job.path, None, DAMAGED, message, EXPORT_AGAIN))
    return pack_drawing(drawing)


def examine(data: bytes, path: str) -> Drawing:
    """Return the logo drawn anew; raise PlainleafError with what is wrong with it."""
    try:
        return _gate_for(data)(data)
    except RefusalError as refusal:
        rows = [(fault.line, fault.code, fault.message, fault.hint) for fault in refusal.faults]
        raise PlainleafError(*(Finding(path, *row) for row in rows)) from None
    except RecursionError:
        message = "is nested too deeply."
        raise PlainleafError(Finding(path, None, TOO_LARGE, message, EXPORT_AGAIN)) from None


def _gate_for(data: bytes) -> Gate:
    if len(data) > MOST_LOGO_BYTES:
        message = f"has {len(data) / 1e6:.1f} MB; a logo may have {MOST_LOGO_BYTES / 1e6:.0f}."
        raise refuse(TOO_LARGE, message, "Export it smaller: 1500 pixels across are enough.")
    found = kind.kind_of(data)
    if found in (kind.PNG, kind.JPEG):
        from plainleaf.logo.raster import examine_raster  # it loads the colour profiles

        return examine_raster
    if found == kind.PDF:
        from plainleaf.logo.pdf import examine_pdf  # it loads two libraries

        return examine_pdf
    if found == kind.SVG:
        return examine_svg
    raise refuse(KIND, f"is {found}.", USE)
