"""Pages of one colour each, named by letters; what a press sheet shows, as letters."""

import io
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import groupby
from typing import Any, NamedTuple

import pikepdf
import pypdfium2
from pikepdf import Array, Matrix

from plainleaf.checks.facts.ink import read_ink
from plainleaf.impose import run
from plainleaf.impose.sheets import lay_out
from plainleaf.model import Edition, Fold, Inks
from plainleaf.workers.jobs import ImposeJob

MM = 72 / 25.4
INKS = Inks()

COLORS: Mapping[str, tuple[int, int, int]] = {
    "R": (255, 0, 0),
    "G": (0, 255, 0),
    "B": (0, 0, 255),
    "C": (0, 255, 255),
    "M": (255, 0, 255),
    "Y": (255, 255, 0),
    "O": (255, 128, 0),
    "P": (128, 0, 255),
    ".": (255, 255, 255),
}
"""The first is page 1, and so on; white is nothing."""


def master(
    fold: Fold, paper: str, pages: int, *, origin: tuple[float, float] = (0, 0), foot: bool = False
) -> bytes:
    """Make pages that fill their panels; with a foot, the lower half stays white."""
    sides = lay_out(fold, paper, "ltr", pages)
    panels = {panel.page: panel for side in sides for panel in side.panels}
    document = pikepdf.new()
    for number in range(1, pages + 1):
        panel = panels[number]
        width, height = panel.width * MM, panel.height * MM
        left, bottom = origin
        color = " ".join(str(part / 255) for part in list(COLORS.values())[(number - 1) % 8])
        start = bottom + height / 2 if foot else bottom
        content = f"{color} rg {left:.4f} {start:.4f} {width:.4f} {height:.4f} re f"
        page = document.add_blank_page(page_size=(200, 200))
        page.mediabox = Array([left, bottom, left + width, bottom + height])
        page.Contents = document.make_stream(content.encode())
    saved = io.BytesIO()
    document.save(saved)
    return saved.getvalue()


def job(
    pdf: bytes,
    kind: str = "trifold",
    paper: str = "letter",
    direction: str = "ltr",
    *,
    bleed: bool = False,
    ticket: bool = False,
    organization: str = "Tea House",
    phone: str = "",
    inks: Inks = INKS,
) -> ImposeJob:
    """Return a job with all but the pages given."""
    edition = Edition("tea", ("en",), "patient", "standard", kind, paper)
    who = (organization, phone)
    return ImposeJob(pdf, edition, direction, "1.2", "2025-03-04", *who, inks, bleed, ticket)


def scan(pdf: bytes, page: int, share: float = 0.5) -> list[tuple[str, float]]:
    """Return the letters that a level line crosses, each with how far in millimetres."""
    scale = 20 / MM  # pixels a millimetre
    with pypdfium2.PdfDocument(pdf) as document:
        _, height = document[page].get_size()
        below = height * (1 - share)
        strip = document[page].render(
            scale=scale, crop=(0, below, 0, height - below - 0.5), rev_byteorder=True
        )
        line, step = bytes(strip.buffer)[: strip.width * strip.n_channels], strip.n_channels
    letters = (_letter(tuple(line[at : at + 3])) for at in range(0, len(line), step))
    return [(letter, len(list(run)) / 20) for letter, run in groupby(letters)]


@cache
def _letter(pixel: tuple[int, ...]) -> str:
    """Return the nearest letter."""

    def distance(letter: str) -> int:
        return sum(abs(a - b) for a, b in zip(COLORS[letter], pixel, strict=True))

    return min(COLORS, key=distance)


def rows(pdf: bytes) -> list[str]:
    """Return each side as letters from left to right; with more than one row, if lines differ.

    Lines near the edges and in the middle are read.
    """
    with pypdfium2.PdfDocument(pdf) as document:
        count = len(document)
    found = []
    for page in range(count):
        lines = ("".join(letter for letter, _ in scan(pdf, page, s)) for s in (0.01, 0.5, 0.99))
        found.append("/".join(dict.fromkeys(lines)))
    return found


class Stroke(NamedTuple):
    """A straight line of a form on a page, in millimetres from the page's trimmed corner."""

    start: tuple[float, float]
    end: tuple[float, float]
    is_dashed: bool
    ink: str  # "gray", or the name of a separation


def strokes(pdf: bytes, page: int, form: str = "") -> list[Stroke]:
    """Return the lines of a page, or of a form on it."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        shown = document.pages[page]
        left, bottom = (float(length) for length in list(shown.trimbox.as_list())[:2])
        drawn = shown.resources.XObject[f"/{form}"] if form else shown.obj
        return list(_strokes(drawn, (left, bottom)))


def _strokes(form: pikepdf.Object, origin: tuple[float, float]) -> Iterator[Stroke]:
    place, saved = Matrix(), list[tuple[Matrix, bool]]()
    start, is_dashed, ink = (0.0, 0.0), False, "gray"
    for operands, operator in instructions(form):
        match operator:
            case "q":
                saved.append((place, is_dashed))
            case "Q":
                place, is_dashed = saved.pop()
            case "cm":
                place = Matrix(*_numbers(operands)) @ place
            case "d":
                is_dashed = len(operands[0]) > 0
            case "CS":
                ink = str(form.Resources.ColorSpace[operands[0]][1])[1:]
            case "G":
                ink = "gray"
            case "m":
                start = _millimetres(place, operands, origin)
            case "l":
                yield Stroke(start, _millimetres(place, operands, origin), is_dashed, ink)


def instructions(content: pikepdf.Object) -> Iterator[tuple[list[Any], str]]:
    """Yield the operands and operators of a page or form."""
    for instruction in pikepdf.parse_content_stream(content):
        yield list(instruction.operands), str(instruction.operator)


def _numbers(operands: list[Any]) -> list[float]:
    return [float(operand) for operand in operands]


def _millimetres(
    place: Matrix, point: list[Any], origin: tuple[float, float]
) -> tuple[float, float]:
    x, y = place.transform((float(point[0]), float(point[1])))
    return round((x - origin[0]) / MM, 2) + 0.0, round((y - origin[1]) / MM, 2) + 0.0


def made(job: ImposeJob) -> tuple[bytes, bytes]:
    """Return the press sheets and the ticket."""
    made = run(job)
    return made.press, made.ticket


def texts(pdf: bytes) -> list[str]:
    """Return each page's text as it is drawn, on one line."""
    ink = read_ink(_undirected(pdf))
    numbers = range(1, len(ink.pages) + 1)
    runs = [[run.text for run in ink.runs if run.page == number] for number in numbers]
    return [" ".join(" ".join(words).split()) for words in runs]


def _undirected(pdf: bytes) -> bytes:
    """Return a PDF that does not say on which side it opens, which turns pdfium's words around."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        del document.Root.ViewerPreferences
        saved = io.BytesIO()
        document.save(saved)
    return saved.getvalue()
