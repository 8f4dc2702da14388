"""The bytes of a logo or picture → a Drawing made anew from what is allowed, or faults.

Runs as a task of the fence, and never beside WeasyPrint, which makes Pillow pass cut images.
"""

from collections.abc import Callable
from dataclasses import replace

from plainleaf.brand.logo import kind
from plainleaf.brand.logo.allowed import LOGO, PICTURE, Allowed
from plainleaf.brand.logo.refusal import (
    DAMAGED,
    EXPORT_AGAIN,
    KIND,
    TOO_LARGE,
    RefusalError,
    refuse,
)
from plainleaf.brand.logo.svg import examine_svg
from plainleaf.errors import Fault, PlainleafError
from plainleaf.model import Drawing
from plainleaf.stamp.form import block_of
from plainleaf.workers.jobs import LogoJob, PictureJob

Gate = Callable[[bytes, Allowed], Drawing]

NAMES = {kind.PDF: "a PDF"}


def run(job: LogoJob | PictureJob) -> Drawing:
    """Examine one logo, and what will draw it in print, or one picture in a fenced worker."""
    if isinstance(job, PictureJob):
        return examine(job.data, PICTURE)
    from plainleaf.brand.logo.prove import is_alike  # it loads pdfium

    drawing = examine(job.data)
    if not is_alike(drawing, block_of(drawing)):
        message = "would not look in print as it looks on a screen."
        raise PlainleafError(Fault(f"{LOGO.what}-{DAMAGED}", message, EXPORT_AGAIN))
    return drawing


def examine(data: bytes, allowed: Allowed = LOGO) -> Drawing:
    """Return what the bytes draw, drawn anew; raise PlainleafError with what is wrong with it."""
    try:
        return _gate_for(data, allowed)(data, allowed)
    except RecursionError:
        refused = refuse(TOO_LARGE, "is nested too deeply.", EXPORT_AGAIN)
    except RefusalError as refusal:
        refused = refusal
    what = allowed.what
    raise PlainleafError(*(replace(f, code=f"{what}-{f.code}") for f in refused.faults))


def _gate_for(data: bytes, allowed: Allowed) -> Gate:
    what, most = allowed.what, allowed.most_bytes
    if len(data) > most:
        message = f"has {len(data) / 1e6:.1f} MB; a {what} may have {most / 1e6:.0f}."
        raise refuse(TOO_LARGE, message, "Export it smaller: 1500 pixels across are enough.")
    found = kind.kind_of(data)
    if found in (kind.PNG, kind.JPEG):
        from plainleaf.brand.logo.raster import examine_raster  # it loads the colour profiles

        return examine_raster
    if found == kind.PDF and allowed.is_stamped:
        from plainleaf.brand.logo.pdf import examine_pdf  # it loads two libraries

        return examine_pdf
    if found == kind.SVG:
        return examine_svg
    raise refuse(KIND, f"is {NAMES.get(found, found)}.", f"Give the {what} as {allowed.kinds}.")
