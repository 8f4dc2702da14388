"""A folded edition's pages, one a panel → the sheets that a printer prints, inside the fence."""

import io
from collections.abc import Mapping, Sequence
from functools import partial

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf

from plainleaf.errors import Finding, PlainleafError
from plainleaf.fence.jobs import ImposeJob
from plainleaf.impose.ink import black_only, black_only_within
from plainleaf.impose.marks import BLEED, ROOM, draw_marks
from plainleaf.impose.overlay import Painter, mm, paint
from plainleaf.impose.sheets import Sides, lay_out, size_of
from plainleaf.impose.ticket import draw_ticket
from plainleaf.model import FOLDS, Fold, Panel, Paper, Side

TOLERANCE = 0.2
"""Millimetres by which a page may differ from its panel: rounding, no more."""

Boxes = Mapping[str, Array]


def run(job: ImposeJob) -> tuple[Mapping[str, object], bytes]:
    """Impose; the task of a fenced worker."""
    sides, pdf = impose(job, FOLDS[job.edition.format])
    return {"sheets": sides[0].sheets}, pdf


def impose(job: ImposeJob, fold: Fold) -> tuple[Sides, bytes]:
    """Return the sides of all sheets and their PDF, a page a side, after the ticket's leaf."""
    with Pdf.open(io.BytesIO(job.pdf)) as press:  # what is opened is a copy: the master stays
        pages = _pages_as_forms(press)
        sides = lay_out(fold, job.edition.paper, job.direction, len(pages))
        _refuse_misfits(sides, pages)
        drawings = _drawings(press, job, sides)
        _empty(press)
        sheet = _sheet(sides[0], ROOM if job.bleed else 0)
        if job.ticket:
            _add(press, sheet, b"/Ticket Do", Ticket=drawings.pop(0))
            _add(press, sheet, b"")  # the ticket's back, so that sheets begin on a fresh leaf
        for index, side in enumerate(sides):
            _add_side(press, sheet, side, pages, drawings[index : index + 1])
        _describe(press, job)
        pdf = io.BytesIO()
        press.save(pdf, deterministic_id=True, min_version="1.7")
    return sides, pdf.getvalue()


def _pages_as_forms(press: Pdf) -> list[pikepdf.Stream]:
    """Return each page as a form, with black and grey in one ink.

    Without a group: whatever is drawn then keeps its own colour space on the sheet.
    """
    done: set[tuple[int, int]] = set()
    forms = []
    for page in press.pages:
        page.contents_coalesce()
        black_only_within(page.resources, done)
        form = press.make_stream(black_only(page.Contents.read_bytes()))
        form.Type, form.Subtype = Name.XObject, Name.Form
        form.BBox, form.Resources = page.trimbox, page.resources
        forms.append(form)
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
            findings.append(Finding("", None, "panel-size", message, hint, page=panel.page))
    if findings:
        raise PlainleafError(*findings)


def _drawings(press: Pdf, job: ImposeJob, sides: Sides) -> list[pikepdf.Object]:
    """Return the ticket and the marks of each side as forms, if they are wanted."""
    painters: list[Painter] = []
    if job.ticket:
        painters.append(partial(draw_ticket, job=job, sides=sides))
    if job.bleed:
        painters += [partial(draw_marks, side=side, slug=_slug(job, side)) for side in sides]
    if not painters:
        return []
    paper = Paper(sides[0].width, sides[0].height)
    drawn = paint(painters, paper, ROOM if job.bleed else 0, job.fonts)
    with Pdf.open(io.BytesIO(drawn)) as overlay:
        return [press.copy_foreign(page.as_form_xobject()) for page in overlay.pages]


def _slug(job: ImposeJob, side: Side) -> str:
    sheet = f"sheet {side.sheet} of {side.sheets}"
    paper = f"{job.edition.paper} {size_of(job.edition.paper)}"
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
        f"P{panel.page}": pages[panel.page - 1] for panel in side.panels if panel.page
    }
    left, bottom, *_ = sheet["/TrimBox"]
    content = [
        f"q 1 0 0 1 {left} {bottom} cm",
        *(_placed(side, panel, pages[panel.page - 1]) for panel in side.panels if panel.page),
        "Q",
    ]
    if marks:
        content.append("/Marks Do")
        drawn["Marks"] = marks[0]
    _add(press, sheet, "\n".join(content).encode(), **drawn)


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


def _add(press: Pdf, sheet: Boxes, content: bytes, **drawn: pikepdf.Object) -> None:
    page = Dictionary({"/Type": Name.Page, **sheet})
    page.Contents = press.make_stream(content)
    page.Resources = Dictionary(XObject=Dictionary({f"/{name}": drawn[name] for name in drawn}))
    press.pages.append(pikepdf.Page(page))


def _describe(press: Pdf, job: ImposeJob) -> None:
    """Tell viewers how to print it, and what it is; no dates, so that bytes stay the same."""
    preferences = Dictionary(
        Duplex=Name.DuplexFlipShortEdge, PrintScaling=Name("/None"), PickTrayByPDFSize=True
    )
    if job.direction == "rtl":
        preferences.Direction = Name.R2L
    press.Root.ViewerPreferences = preferences
    title = f"{job.edition.name}, press sheets"
    press.trailer.Info = press.make_indirect(Dictionary(Title=title))
