"""A brand → pictures of a handout that carries it."""

import hashlib
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

import pypdfium2

from plainleaf.build.context import Context
from plainleaf.build.plan import plan
from plainleaf.build.produce import produce
from plainleaf.errors import PlainleafError
from plainleaf.model import Choice, Drawing
from plainleaf.workspace.settings import AXES

SHOWN, PIXELS = 2, 900
"""Pages of a handout, and how wide their pictures are."""


@dataclass(frozen=True)
class Pages:
    """A handout that carries the brand."""

    name: str = ""
    count: int = 0  # of all its pages
    drawings: Mapping[str, Drawing] = field(default_factory=dict)  # of the first, by address


def pages_of(context: Context, name: str, paper: str) -> Pages:
    """Make one handout in the workspace's defaults; nothing where there is none."""
    settings = context.order.settings
    handouts = settings.defaults.handouts or context.survey.handouts
    if not handouts:
        return Pages()
    chosen = {axis: getattr(settings.defaults, axis)[:1] for axis in AXES}
    wanted = {"handouts": handouts[:1], "papers": (paper,), "brands": (name,)}
    imprints = plan(context.survey, settings, [Choice(**{**chosen, **wanted})])
    made = produce(
        context.order, context.survey, context.workers, imprints, lambda ready, total: None
    )
    ((imprint, result),) = made
    if result.state == "failed":
        raise PlainleafError(*result.findings)
    pdf = (context.order.folder / result.imprint).read_bytes()
    return Pages(imprint.edition.name.replace("_", ", "), result.pages, dict(_drawings(pdf)))


def _drawings(pdf: bytes) -> Iterator[tuple[str, Drawing]]:
    """Yield pictures of the first pages; the PDF is ours, so it needs no fence."""
    with pypdfium2.PdfDocument(pdf) as document:
        for number in range(min(SHOWN, len(document))):
            page = document[number]
            image = page.render(scale=PIXELS / page.get_width()).to_pil()
            with io.BytesIO() as png:
                image.save(png, "PNG")
                data = png.getvalue()
            address = f"page/{number + 1}-{hashlib.sha256(data).hexdigest()[:16]}"
            yield address, Drawing("png", data, image.width, image.height, contrast=21)
