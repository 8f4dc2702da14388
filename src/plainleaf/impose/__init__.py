"""An edition's pages → the sheets that a printer prints, and their ticket, inside the fence."""

import io
from collections.abc import Mapping, Sequence
from functools import partial

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf

from plainleaf.checks.facts.plates import check_plates, read_plates
from plainleaf.errors import Fault, PlainleafError
from plainleaf.impose.black import Press
from plainleaf.impose.canvas import mm, paint
from plainleaf.impose.marks import BLEED, ROOM, draw_marks
from plainleaf.impose.sheets import Sides, Turn, lay_out, lay_out_flat, size_of, turn_of
from plainleaf.impose.ticket import ticket_of
from plainleaf.model import FOLDS, ONE_SIDED, Fold, Panel, Paper, Side
from plainleaf.workers.jobs import Imposed, ImposeJob
from plainleaf.workers.qpdf import open_pdf

TOLERANCE = 0.2
"""Millimetres by which a page may differ from its panel: rounding, no more."""

DUPLEX: Mapping[Turn, str] = {
    "": "/Simplex",
    "short": "/DuplexFlipShortEdge",
    "long": "/DuplexFlipLongEdge",
}

Boxes = Mapping[str, Array]


def run(job: ImposeJob) -> Imposed:
    """Impose; the task of a fenced worker."""
    sides, pdf = impose(job, FOLDS.get(job.edition.format))
    plates = read_plates(pdf)
    if findings := tuple(check_plates(plates, job.inks.plates)):
        raise PlainleafError(*findings)
    ticket = ticket_of(job, sides, plates) if job.ticket else b""
    return Imposed(pdf, ticket)


def impose(job: ImposeJob, fold: Fold | None) -> tuple[Sides, bytes]:
    """Return the sides of all sheets and their PDF, a page a side."""
    with open_pdf(job.pdf) as press:  # what is opened is a copy: the master stays
        pages = _pages_as_forms(press, job)
        sides = _sides(job, fold, pages)
        _refuse_misfits(sides, pages)
        marks = _marks(press, job, sides)
        _empty(press)
        for index, side in enumerate(sides):
            sheet = _sheet(side, ROOM if job.bleed else 0)
            _add_side(press, sheet, side, pages, marks[index : index + 1])
        _describe(press, job, DUPLEX[turn_of(job.edition.format, sides)])
        pdf = io.BytesIO()
        press.save(pdf, deterministic_id=True, min_version="1.7")
    return sides, pdf.getvalue()


def _sides(job: ImposeJob, fold: Fold | None, pages: Sequence[pikepdf.Stream]) -> Sides:
    if fold:
        return lay_out(fold, job.edition.paper, job.direction, len(pages))
    boxes = [list(map(float, page.BBox)) for page in pages]
    papers = [Paper((box[2] - box[0]) / mm, (box[3] - box[1]) / mm) for box in boxes]
    return lay_out_flat(papers, one_sided=job.edition.format in ONE_SIDED)


def _pages_as_forms(press: Pdf, job: ImposeJob) -> list[pikepdf.Stream]:
    """Return each page as a form, in plain colours.

    Without a group: whatever is drawn then keeps its own colour space on the sheet.
    """
    plain = Press(press, job.inks)
    forms = []
    for page in press.pages:
        form = press.make_stream(plain.turn(page.obj, page.resources))
        form.Type, form.Subtype = Name.XObject, Name.Form
        form.BBox, form.Resources = page.trimbox, page.resources
        forms.append(form)
    plain.close()
    return forms


def _refuse_misfits(sides: Sides, pages: Sequence[pikepdf.Stream]) -> None:
    """Raise PlainleafError with each page that is not as large as its panel: it would be cut."""
    findings = []
    for panel in (panel for side in sides for panel in side.panels):
        if panel.page is None:
            continue
        left, bottom, right, top = map(float, pages[panel.page - 1].BBox)
        width, height = (right - left) / mm, (top - bottom) / mm
        if max(abs(width - panel.width), abs(height - panel.height)) > TOLERANCE:
            sizes = f"{width:.1f} × {height:.1f}", f"{panel.width:.1f} × {panel.height:.1f}"
            message = f"page {panel.page} is {sizes[0]} mm, and its panel {sizes[1]} mm."
            hint = "In the format's style give '@page' the size of the panel, or of the flap."
            findings.append(Fault("panel-size", message, hint, page=panel.page))
    if findings:
        raise PlainleafError(*findings)


def _marks(press: Pdf, job: ImposeJob, sides: Sides) -> list[pikepdf.Object]:
    """Return the marks of each side as a form, if they are wanted."""
    if not job.bleed:
        return []
    painters = (partial(draw_marks, side=side, slug=_slug(job, side)) for side in sides)
    papers = [Paper(side.width, side.height) for side in sides]
    with open_pdf(paint(painters, papers, ROOM, job.fonts)) as overlay:
        return [press.copy_foreign(page.as_form_xobject()) for page in overlay.pages]


def _slug(job: ImposeJob, side: Side) -> str:
    sheet = f"sheet {side.sheet} of {side.sheets}"
    size = size_of(side.width, side.height)
    paper = f"{job.edition.paper} {size}" if job.edition.format in FOLDS else size
    return " · ".join((job.edition.name, job.version, job.date, side.name, sheet, paper))


def _empty(press: Pdf) -> None:
    """Take away the pages and all that is about reading them: tags, bookmarks, language, …."""
    del press.pages[:]
    for key in set(press.Root.keys()) - {"/Type", "/Pages"}:
        del press.Root[key]


def _sheet(side: Side, room: float) -> Boxes:
    """Return a page's boxes."""

    def box(around: float) -> Array:
        start = room - around
        ends = (room + side.width + around, room + side.height + around)
        return Array([round(length * mm, 4) for length in (start, start, *ends)])

    boxes = {"/MediaBox": box(room), "/TrimBox": box(0)}
    return {**boxes, "/BleedBox": box(BLEED)} if room else boxes


def _add_side(
    press: Pdf,
    sheet: Boxes,
    side: Side,
    pages: Sequence[pikepdf.Stream],
    marks: Sequence[pikepdf.Object],
) -> None:
    """Add a side: each page in its panel, and the marks, if there are any."""
    drawn: dict[str, pikepdf.Object] = {
        f"/P{panel.page}": pages[panel.page - 1] for panel in side.panels if panel.page
    }
    left, bottom, *_ = sheet["/TrimBox"]
    content = [
        f"q 1 0 0 1 {left} {bottom} cm",
        *(_placed(side, panel, pages[panel.page - 1]) for panel in side.panels if panel.page),
        "Q",
    ]
    if marks:
        content.append("/Marks Do")
        drawn["/Marks"] = marks[0]
    page = Dictionary({"/Type": Name.Page, **sheet})
    page.Contents = press.make_stream("\n".join(content).encode())
    page.Resources = Dictionary(XObject=Dictionary(drawn))
    press.pages.append(pikepdf.Page(page))


def _placed(side: Side, panel: Panel, form: pikepdf.Stream) -> str:
    """Return the operators that draw a page in the middle of its panel, cut off at the folds."""
    left, bottom, right, top = map(float, form.BBox)
    x = (panel.left + panel.width / 2) * mm
    y = (panel.bottom + panel.height / 2) * mm
    sign = -1 if panel.turned else 1
    move = f"{x - sign * (left + right) / 2:.4f} {y - sign * (bottom + top) / 2:.4f}"
    return f"q {_clip(side, panel)} re W n {sign} 0 0 {sign} {move} cm /P{panel.page} Do Q"


def _clip(side: Side, panel: Panel) -> str:
    """Return the box between the folds around a panel: a page that creeps does not cross one."""
    middle = panel.left + panel.width / 2
    left = max(fold for fold in (0, *side.upright_folds) if fold < middle)
    right = min(fold for fold in (*side.upright_folds, side.width) if fold > middle)
    lengths = (left, panel.bottom, right - left, panel.height)
    return " ".join(f"{length * mm:.4f}" for length in lengths)


def _describe(press: Pdf, job: ImposeJob, duplex: str) -> None:
    """Tell viewers how to print it, and what it is; no dates, so that bytes stay the same."""
    preferences = Dictionary(PrintScaling=Name("/None"), PickTrayByPDFSize=True)
    preferences.Duplex = Name(duplex)
    if job.direction == "rtl":
        preferences.Direction = Name.R2L
    press.Root.ViewerPreferences = preferences
    title = f"{job.edition.name}, press sheets"
    press.trailer.Info = press.make_indirect(Dictionary(Title=title))
