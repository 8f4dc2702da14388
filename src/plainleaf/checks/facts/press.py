"""Press sheets → the words that stand on them within the trimmed paper."""

from collections.abc import Iterable

from plainleaf.checks.facts.document import open_document
from plainleaf.checks.facts.ink import read_ink
from plainleaf.model import Box


def read_press(pdf: bytes) -> tuple[str, ...]:
    """Return the runs of text; those beside the trimmed paper, such as marks, are left out."""
    with open_document(pdf) as document:
        trims = [_box(page.trimbox.as_list(), page.mediabox.as_list()) for page in document.pages]
    ink = read_ink(pdf, with_greys=False)  # those of the reading copy tell
    places = [mark for mark in ink.marks if mark.kind == "text"]  # one for each run
    return tuple(
        run.text
        for run, mark in zip(ink.runs, places, strict=True)
        if _is_within(mark.box, trims[run.page - 1])
    )


def _box(trim: Iterable[object], media: Iterable[object]) -> Box:
    """Return a trim box, seen from the lower left corner of the page."""
    left, bottom, right, top = (float(str(side)) for side in trim)
    x, y, *_ = (float(str(side)) for side in media)
    return Box(left - x, bottom - y, right - x, top - y)


def _is_within(box: Box, trim: Box) -> bool:
    x, y = (box.left + box.right) / 2, (box.bottom + box.top) / 2
    return trim.left <= x <= trim.right and trim.bottom <= y <= trim.top
