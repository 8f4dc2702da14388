"""The ticket before the sheets."""

from itertools import combinations

import pypdfium2
import pytest

from plainleaf.facts.ink import read_ink
from plainleaf.impose import impose, run
from plainleaf.model import FOLDS, Box, Fold, Mark
from tests.impose.letters import MM, job, master, rows, strokes, texts


def ticketed(
    kind: str = "trifold", pages: int = 6, direction: str = "ltr", **options: object
) -> bytes:
    pdf = master(FOLDS[kind], "letter", pages)
    return run(job(pdf, kind, "letter", direction, ticket=True, **options))[1]  # type: ignore[arg-type]


def said(pdf: bytes) -> str:
    return texts(pdf)[0]


def test_ticket_is_a_leaf_before_the_sheets() -> None:
    pdf = ticketed()
    with pypdfium2.PdfDocument(pdf) as document:
        sizes = {page.get_size() for page in document}
    assert (rows(pdf)[1:], sizes) == ([".", "MYR", "GBC"], {(792, 612)})


def test_ticket_of_a_trifold() -> None:
    assert said(ticketed()) == (
        "Print ticket Copies: ______________ tea_en_patient_standard_trifold_letter "
        "Tea House · version 1.2 · 2025-03-04 "
        "Print Paper letter, 279.4 × 215.9 mm; 1 sheet a copy "
        "Pages 3 to 4 of this file; this ticket only once "
        "Sides both sides, flip on the short edge "
        "Scale 100 % (“actual size”, never “fit”) "
        "Folds dashed; distances are from the left edge "
        "Fold 1. Lay the sheet with the inside up. 2. Fold the narrow panel in first. "
        "3. Fold the front cover over it. 4. Check: page 1 is in front. It opens to the left. "
        "This line must measure 50 mm "
        "Outside 5 folded in first 6 1 front cover 92.1 mm 185.7 mm "
        "Inside 2 3 4 folded in first 93.7 mm 187.3 mm"
    )


STEPS = {
    "halffold": (
        "1. Lay the sheet with the inside up. 2. Fold once, on the dashed line. "
        "3. Check: page 1 is in front. It opens to the left."
    ),
    "booklet": (
        "1. Stack the sheets with the inside up, sheet 1 at the bottom. "
        "2. Fold once, on the dashed line. 3. Staple on the fold. "
        "4. Check: page 1 is in front. It opens to the left."
    ),
}


@pytest.mark.parametrize("kind", STEPS)
def test_steps_follow_from_the_fold(kind: str) -> None:
    pages = 4 if kind == "halffold" else 8
    assert STEPS[kind] in said(ticketed(kind, pages))


def test_steps_of_a_fold_of_two_directions() -> None:
    fold = Fold(sides=(((5, 4), (8, 1)), ((3, 6), (2, 7))), turned=frozenset({3, 4, 5, 6}))
    _, pdf = impose(job(master(fold, "letter", 8), ticket=True), fold)
    steps = "2. Fold on the dashed lines, the level one first. 3. Check: page 1 is in front."
    assert steps in said(pdf)


def test_right_to_left_opens_to_the_right() -> None:
    assert "It opens to the right." in said(ticketed(direction="rtl"))


def test_booklet_shows_its_outermost_sheet_and_blanks() -> None:
    found = said(ticketed("booklet", 6))
    drawn = found[found.index("Outside") :]
    assert drawn == (
        "Outside of sheet 1, the outermost of 2 blank 1 front cover 139.7 mm "
        "Inside of sheet 1, the outermost of 2 2 blank 139.7 mm"
    )


def test_print_shop_reads_what_the_file_is_not() -> None:
    assert (
        "Press Trim to 279.4 × 215.9 mm; 3 mm bleed; black text is K only; no PDF/X is claimed: "
        "brand colours are RGB and there is no output intent."
    ) in said(ticketed(bleed=True))


@pytest.mark.parametrize(
    ("organization", "expected"),
    [("Clínica Nº 3", "Clínica Nº 3 · version"), ("", "version"), ("عيادة", "version")],
)
def test_organization_is_named_if_the_font_has_its_letters(
    organization: str, expected: str
) -> None:
    found = said(ticketed(organization=organization))
    assert found.partition("trifold_letter ")[2].partition(" 1.2")[0] == expected


@pytest.mark.parametrize("bleed", [False, True])
def test_line_of_50_mm_has_a_tick_at_each_centimetre(bleed: bool) -> None:
    lines = strokes(ticketed(bleed=bleed), 0, "Ticket")
    rules = [s for s in lines if s.end[0] - s.start[0] == pytest.approx(50, abs=0.011)]
    (x, y) = rules[0].start
    ticks = sorted(s.start[0] - x for s in lines if s.start[1] == y and s.end[0] == s.start[0])
    assert (len(rules), rules[0].end[1]) == (1, y)
    assert ticks == pytest.approx([0, 10, 20, 30, 40, 50], abs=0.011)


def test_folds_are_drawn_to_scale() -> None:
    dashed = [s for s in strokes(ticketed(), 0, "Ticket") if s.is_dashed]
    places = [s.start[0] - 14 for s in dashed[:2]]
    assert places == pytest.approx([92.075 / 2.794, 185.7375 / 2.794], abs=0.02)


CASES = [
    (kind, paper, bleed) for kind in FOLDS for paper in ("letter", "a4") for bleed in (False, True)
]


@pytest.mark.parametrize(("kind", "paper", "bleed"), CASES)
def test_text_is_large_and_apart(kind: str, paper: str, bleed: bool) -> None:
    pdf = master(FOLDS[kind], paper, 40 if kind == "booklet" else 3)
    ink = read_ink(run(job(pdf, kind, paper, bleed=bleed, ticket=True))[1])
    boxes = [mark.box for mark in ink.marks if mark.page == 1 and mark.kind == "text"]
    touching = [pair for pair in combinations(boxes, 2) if is_touching(*pair)]
    sizes = [run.size for run in ink.runs if run.page == 1]
    assert (touching, min(sizes) >= 12) == ([], True)


def is_touching(one: Box, other: Box) -> bool:
    return (
        one.left < other.right
        and other.left < one.right
        and one.bottom < other.top
        and other.bottom < one.top
    )


@pytest.mark.parametrize(("kind", "paper", "bleed"), CASES)
def test_ink_keeps_clear_of_what_no_printer_reaches(kind: str, paper: str, bleed: bool) -> None:
    pdf = master(FOLDS[kind], paper, 3)
    ink = read_ink(run(job(pdf, kind, paper, bleed=bleed, ticket=True))[1])
    width, height = ink.pages[0]
    edge = (12 + (14 if bleed else 0)) * MM
    assert [
        mark for mark in ink.marks if mark.page == 1 and is_out(mark, width, height, edge)
    ] == []


def is_out(mark: Mark, width: float, height: float, edge: float) -> bool:
    box = mark.box
    return min(box.left, box.bottom, width - box.right, height - box.top) < edge
