"""Press sheets as a printer gets them."""

import io
from collections.abc import Iterator

import pikepdf
import pytest

from plainleaf.checks.facts.ink import read_ink
from plainleaf.errors import PlainleafError
from plainleaf.impose import impose, run
from plainleaf.impose.canvas import paint
from plainleaf.impose.sheets import lay_out
from plainleaf.model import FOLDS, Fold, Paper
from tests.impose.letters import MM, instructions, job, master, rows, scan, strokes, texts
from tests.typesetting import Typeset

ZFOLD = Fold(sides=(((4, 5, 6),), ((1, 2, 3),)))
QUARTER = Fold(
    sides=(((5, 4), (8, 1)), ((3, 6), (2, 7))),
    turned=frozenset({3, 4, 5, 6}),
)


def pressed(kind: str, paper: str, direction: str, pages: int) -> bytes:
    pdf = master(FOLDS[kind], paper, pages)
    return run(job(pdf, kind, paper, direction)).press


@pytest.mark.parametrize("paper", ["letter", "a4"])
@pytest.mark.parametrize(
    ("kind", "direction", "expected"),
    [
        ("trifold", "ltr", ["MYR", "GBC"]),
        ("trifold", "rtl", ["RYM", "CBG"]),
        ("halffold", "ltr", ["CR", "GB"]),
        ("halffold", "rtl", ["RC", "BG"]),
        ("booklet", "ltr", ["CR", "GB"]),
        ("booklet", "rtl", ["RC", "BG"]),
    ],
)
def test_each_page_fills_its_panel(
    kind: str, paper: str, direction: str, expected: list[str]
) -> None:
    assert rows(pressed(kind, paper, direction, FOLDS[kind].places)) == expected


@pytest.mark.parametrize(
    ("pages", "expected"),
    [(5, [".R", "G.", ".B", "CM"]), (8, ["PR", "GO", "YB", "CM"])],
)
def test_sheets_of_a_booklet(pages: int, expected: list[str]) -> None:
    assert rows(pressed("booklet", "letter", "ltr", pages)) == expected


@pytest.mark.parametrize(
    ("paper", "direction", "outside", "inside"),
    [
        ("letter", "ltr", [92.08, 93.66, 93.66], [93.66, 93.66, 92.08]),
        ("letter", "rtl", [93.66, 93.66, 92.08], [92.08, 93.66, 93.66]),
        ("a4", "ltr", [97, 100, 100], [100, 100, 97]),
        ("a4", "rtl", [100, 100, 97], [97, 100, 100]),
    ],
)
def test_widths_of_panels(
    paper: str, direction: str, outside: list[float], inside: list[float]
) -> None:
    pdf = pressed("trifold", paper, direction, 6)
    found = [[width for _, width in scan(pdf, page)] for page in (0, 1)]
    assert found == [pytest.approx(outside, abs=0.06), pytest.approx(inside, abs=0.06)]


def test_inner_page_moves_but_does_not_cross_the_fold() -> None:
    pdf = pressed("booklet", "a4", "ltr", 40)
    letters, widths = zip(*scan(pdf, 18), strict=True)
    assert "".join(letters) == ".YB."
    assert widths == pytest.approx((0.9, 147.6, 147.6, 0.9), abs=0.11)


def test_origin_of_a_page_may_be_anywhere() -> None:
    pdf = master(FOLDS["trifold"], "a4", 6, origin=(-70, 30))
    assert rows(run(job(pdf, paper="a4")).press) == ["MYR", "GBC"]


def test_fold_in_zigzag_is_a_row_of_data() -> None:
    _, pdf = impose(job(master(ZFOLD, "letter", 6)), ZFOLD)
    assert rows(pdf) == ["CMY", "RGB"]


def test_fold_with_turned_pages_is_a_row_of_data() -> None:
    """The lower half of each page is white: it is above where a page stands on its head."""
    _, pdf = impose(job(master(QUARTER, "a4", 8, foot=True), paper="a4"), QUARTER)
    lines = [
        ["".join(letter for letter, _ in scan(pdf, page, s)) for s in (0.02, 0.48, 0.52, 0.98)]
        for page in (0, 1)
    ]
    assert lines == [[".", "MC", "PR", "."], [".", "BY", "GO", "."]]


def boxes(pdf: bytes, page: int = 0) -> dict[str, list[float]]:
    """Return a page's boxes in millimetres."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        shown = document.pages[page].obj
        names = [key for key in shown.keys() if key.endswith("Box")]  # noqa: SIM118
        return {name: [round(float(n) / MM, 1) for n in shown[name]] for name in sorted(names)}


def test_office_sheet_is_as_large_as_its_paper() -> None:
    expected = [0, 0, 279.4, 215.9]
    assert boxes(pressed("trifold", "letter", "ltr", 6)) == {
        "/MediaBox": expected,
        "/TrimBox": expected,
    }


def test_print_shop_has_room_around_the_sheet() -> None:
    pdf = run(job(master(FOLDS["trifold"], "a4", 6), paper="a4", bleed=True)).press
    expected = {
        "/BleedBox": [11, 11, 314, 227],
        "/MediaBox": [0, 0, 325, 238],
        "/TrimBox": [14, 14, 311, 224],
    }
    assert [boxes(pdf, page) for page in range(2)] == [expected] * 2


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_catalog_tells_how_to_print_and_nothing_else(typeset: Typeset, direction: str) -> None:
    body = '<h1>Tea</h1><p><a href="https://example.org">Read</a></p>'
    pdf = run(job(typeset(body, PANEL), "booklet", direction=direction)).press
    with pikepdf.open(io.BytesIO(pdf)) as document:
        root = document.Root
        found = {
            "catalog": set(root.keys()),
            "preferences": {key: str(value) for key, value in root.ViewerPreferences.items()},
            "information": {key: str(value) for key, value in document.trailer.Info.items()},
            "annotated": [page for page in document.pages if "/Annots" in page.obj],
        }
    preferences = {
        "/Duplex": "/DuplexFlipShortEdge",
        "/PickTrayByPDFSize": "True",
        "/PrintScaling": "/None",
    }
    assert found == {
        "catalog": {"/Type", "/Pages", "/ViewerPreferences"},
        "preferences": preferences | ({"/Direction": "/R2L"} if direction == "rtl" else {}),
        "information": {"/Title": "tea_en_patient_standard_booklet_letter, press sheets"},
        "annotated": [],
    }


def test_same_job_gives_same_bytes() -> None:
    made = job(master(FOLDS["trifold"], "letter", 6), bleed=True, ticket=True)
    assert run(made) == run(made)


PANEL = "@page { size: 139.7mm 215.9mm }"
"""Of a booklet on letter."""

INKS = """
<p>Black <span style="color: hsl(0 0% 20%)">grey</span> <span style="color: #00ff00">green</span>
<span style="color: lab(0 0 0)">Lab black</span> <span style="color: oklch(1 0 0)">white</span>
<span style="color: device-cmyk(0 0 0 1)">key</span></p>
<p style="opacity: 0.5">In a group</p>
<svg width="90pt" height="40pt" viewBox="0 0 90 40"><title>Cup</title>
<g opacity="0.5"><text y="30" font-family="Noto Sans" font-size="18pt">drawn</text></g></svg>
"""


def inks(content: pikepdf.Object, ink: str = "") -> Iterator[str]:
    """Yield the fill colour of each piece of text, in forms too."""
    saved = []
    for operands, operator in instructions(content):
        if operator == "q":
            saved.append(ink)
        elif operator == "Q":
            ink = saved.pop()
        elif operator in ("g", "rg", "k", "cs", "scn"):
            said = " ".join([*(str(each) for each in operands), operator])
            ink = f"{ink} {said}" if operator == "scn" else said
        elif operator in ("TJ", "Tj"):
            yield ink
        elif (
            operator == "Do"
            and (form := content.Resources.XObject[operands[0]]).Subtype == "/Form"
        ):
            yield from inks(form, ink)


def test_black_and_grey_are_one_ink(typeset: Typeset) -> None:
    pdf = run(job(typeset(INKS, PANEL), "booklet")).press
    with pikepdf.open(io.BytesIO(pdf)) as document:
        found = {ink for page in document.pages for ink in inks(page.obj)}
    assert found == {
        "0 g",
        "0.2 g",
        "1 g",
        "0 1 0 rg",
        "0 0 0 1 k",
    }


def test_no_group_turns_grey_to_another_space(typeset: Typeset) -> None:
    pdf = run(job(typeset(INKS, PANEL), "booklet")).press
    with pikepdf.open(io.BytesIO(pdf)) as document:
        groups = [thing["/Group"] for thing in document.objects if has_group(thing)]
        assert [sorted(group.keys()) for group in groups] == [["/I", "/S", "/Type"]] * 2


MASKED = """<svg width="90pt" height="40pt" viewBox="0 0 90 40"><title>Cup</title>
<mask id="m"><rect width="50" height="40" fill="white"/></mask>
<rect width="90" height="40" fill="black" mask="url(#m)"/></svg>"""


def test_mask_keeps_its_colour_space(typeset: Typeset) -> None:
    """It says by how light it is how much shows."""
    pdf = run(job(typeset(MASKED, PANEL), "booklet")).press
    with pikepdf.open(io.BytesIO(pdf)) as document:
        states = document.pages[0].resources.XObject.P1.Resources.ExtGState.values()
        masks = [state.SMask.G for state in states if "/SMask" in state]
        assert [str(mask.Group.CS) for mask in masks] == ["/DeviceRGB"]


def has_group(thing: pikepdf.Object) -> bool:
    return isinstance(thing, pikepdf.Stream | pikepdf.Dictionary) and "/Group" in thing


def test_the_master_stays_as_it_is(typeset: Typeset) -> None:
    pdf = typeset(INKS, PANEL)
    before = bytes(pdf)
    run(job(pdf, "booklet"))
    assert pdf == before


def marked(kind: str = "trifold", paper: str = "letter", direction: str = "ltr") -> bytes:
    pdf = master(FOLDS[kind], paper, FOLDS[kind].places)
    return run(job(pdf, kind, paper, direction, bleed=True)).press


def test_office_sheet_has_no_marks(typeset: Typeset) -> None:
    pdf = run(job(typeset("<p>Tea</p>", PANEL), "booklet")).press
    assert [(run.page, run.text) for run in read_ink(pdf).runs] == [(1, "Tea")]


@pytest.mark.parametrize(
    ("paper", "direction", "outside", "inside"),
    [
        ("letter", "ltr", [92.08, 185.74], [93.66, 187.33]),
        ("letter", "rtl", [93.66, 187.33], [92.08, 185.74]),
        ("a4", "ltr", [97, 197], [100, 200]),
        ("a4", "rtl", [100, 200], [97, 197]),
    ],
)
def test_fold_marks_are_at_the_folds(
    paper: str, direction: str, outside: list[float], inside: list[float]
) -> None:
    pdf = marked("trifold", paper, direction)
    height = {"letter": 215.9, "a4": 210}[paper]
    for page, folds in enumerate((outside, inside)):
        found = [(*s.start, *s.end) for s in strokes(pdf, page, "Marks") if s.is_dashed]
        below = [(x, -8, x, -3) for x in folds]
        above = [(x, height + 3, x, height + 8) for x in folds]
        assert found == [pytest.approx(line, abs=0.011) for line in below + above]


def test_level_folds_are_marked_at_the_sides() -> None:
    _, pdf = impose(job(master(QUARTER, "a4", 8), paper="a4", bleed=True), QUARTER)
    found = {(s.start, s.end) for s in strokes(pdf, 0, "Marks") if s.is_dashed}
    assert found == {
        ((148.5, -8), (148.5, -3)),
        ((148.5, 213), (148.5, 218)),
        ((-8, 105), (-3, 105)),
        ((300, 105), (305, 105)),
    }


def test_crop_marks_are_at_the_corners_on_every_plate() -> None:
    found = {(s.start, s.end) for s in strokes(marked(paper="a4"), 0, "Marks") if s.ink == "All"}
    assert found >= {
        ((0, -8), (0, -3)),
        ((297, -8), (297, -3)),
        ((0, 213), (0, 218)),
        ((297, 213), (297, 218)),
        ((-8, 0), (-3, 0)),
        ((-8, 210), (-3, 210)),
        ((300, 0), (305, 0)),
        ((300, 210), (305, 210)),
    }


@pytest.mark.parametrize("kind", FOLDS)
def test_registration_marks_meet_no_fold_mark(kind: str) -> None:
    lines = strokes(marked(kind), 0, "Marks")
    crosses = [s for s in lines if s.ink == "All" and is_long(s.start, s.end)]
    folds = [s.start[0] for s in lines if s.is_dashed]
    near = [(s, x) for s in crosses for x in folds if s.start[0] - 5 < x < s.end[0] + 5]
    assert (len(crosses), near) == (12, [])  # two lines each: two above and below, one beside


def is_long(start: tuple[float, float], end: tuple[float, float]) -> bool:
    """Return whether a line is as long as a registration mark's, not as a crop mark's."""
    return round(max(end[0] - start[0], end[1] - start[1]), 1) == 5.6


@pytest.mark.parametrize("kind", FOLDS)
def test_marks_keep_clear_of_the_bleed(kind: str, typeset: Typeset) -> None:
    pages = FOLDS[kind].places
    body = "".join(f'<section style="break-before: page">{n}</section>' for n in range(pages))
    page = "".join(
        f"@page :nth({panel.page}) {{ size: {panel.width}mm {panel.height}mm; margin: 20mm }}"
        for side in lay_out(FOLDS[kind], "a4", "ltr", pages)
        for panel in side.panels
    )
    ink = read_ink(run(job(typeset(body, page), kind, "a4", bleed=True)).press)
    left, bottom, right, top = (edge * MM for edge in (11, 11, 314, 227))
    inner = [
        mark
        for mark in ink.marks
        if mark.box.right > left + 0.5
        and mark.box.left < right - 0.5
        and mark.box.top > bottom + 0.5
        and mark.box.bottom < top - 0.5
    ]
    assert len(inner) == pages  # the numbers of the pages, one each


def test_slug_tells_which_sheet_it_is() -> None:
    name = "tea_en_patient_standard_trifold_letter · 1.2 · 2025-03-04"
    end = "sheet 1 of 1 · letter 279.4 × 215.9 mm"
    assert texts(marked()) == [f"{name} · outside · {end}", f"{name} · inside · {end}"]


def test_slug_is_embedded() -> None:
    with pikepdf.open(io.BytesIO(marked())) as document:
        fonts = [thing for thing in document.objects if is_font(thing)]
        assert ["/FontFile2" in font.FontDescriptor for font in fonts] == [True]


def is_font(thing: pikepdf.Object) -> bool:
    return isinstance(thing, pikepdf.Dictionary) and thing.get("/Type") == "/Font"


def test_a_font_that_is_missing_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("plainleaf.impose.canvas.font_files", lambda folders: [])
    with pytest.raises(PlainleafError) as caught:
        paint([], [Paper(100, 100)], 0, ("elsewhere",))
    assert [finding.message for finding in caught.value.faults] == [
        "marks and tickets need the font NotoSans-Regular, and it is not here."
    ]


def test_a_page_that_is_not_as_large_as_its_panel_is_refused() -> None:
    with pytest.raises(PlainleafError) as caught:
        run(job(master(FOLDS["halffold"], "a4", 4), "halffold", "letter", "ltr"))
    assert str(caught.value.at("tea.pdf")[0]) == (
        "tea.pdf page 4: error: page 4 is 148.5 × 210.0 mm, and its panel 139.7 × 215.9 mm. In the"
        " format's style give '@page' the size of the panel, or of the flap. [panel-size]"
    )
