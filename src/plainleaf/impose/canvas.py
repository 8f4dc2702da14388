"""Painters → a PDF with a page for each; fonts and units of what is drawn beside the pages."""

import io
from collections.abc import Callable, Iterable, Sequence
from functools import cache

from reportlab import rl_config
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from plainleaf.errors import Fault, PlainleafError
from plainleaf.model import Paper
from plainleaf.workspace.fonts import font_files

__all__ = ["BOLD", "REGULAR", "Canvas", "Painter", "fitting", "mm", "paint"]

REGULAR, BOLD = "NotoSans-Regular", "NotoSans-Bold"
"""Font files without an ending; embedded, as the 14 fonts that every PDF knows never are."""

Painter = Callable[[Canvas], None]

# It would evaluate colours that are texts as Python.
rl_config.toColorCanUse = None  # type: ignore[assignment]  # typed by its default


def paint(
    painters: Iterable[Painter], papers: Sequence[Paper], room: float, fonts: tuple[str, ...] = ()
) -> bytes:
    """Return a page a painter, of the trimmed papers and room around them in millimetres.

    The origin is the paper's lower left corner; `fonts` are further folders to look for them.
    """
    _register_fonts(fonts)
    pdf = io.BytesIO()
    canvas = Canvas(
        pdf,
        invariant=True,  # no dates
        pageCompression=0,  # whoever embeds it compresses
        initialFontName=REGULAR,  # type: ignore[arg-type]  # typed wrongly; else Helvetica
    )
    for painter, paper in zip(painters, papers, strict=True):
        canvas.setPageSize(((paper.width + 2 * room) * mm, (paper.height + 2 * room) * mm))
        canvas.translate(room * mm, room * mm)
        painter(canvas)
        canvas.showPage()
    canvas.save()
    return pdf.getvalue()


def fitting(text: str, font: str, size: float, room: float) -> float:
    """Return the size, or the smaller one at which a text fits its room; all in points."""
    return size * min(1, room / max(1, pdfmetrics.stringWidth(text, font, size)))


@cache
def _register_fonts(folders: tuple[str, ...]) -> None:
    files = {file.stem: file for file in font_files(folders) if file.suffix == ".ttf"}
    for name in (REGULAR, BOLD):
        if name not in files:
            message = f"marks and tickets need the font {name}, and it is not here."
            hint = "Install Debian's fonts-noto-core, or name its folder in plainleaf.toml."
            raise PlainleafError(Fault("no-font", message, hint))
        # With only the letters that are used; readable codes would embed all of ASCII.
        pdfmetrics.registerFont(TTFont(name, files[name], asciiReadable=False))
