"""The ticket beside the press sheets: a page for those who print and fold them."""

import re
from itertools import combinations

import pypdfium2
import pytest

from plainleaf.checks.facts.ink import read_ink
from plainleaf.checks.facts.plates import read_plates
from plainleaf.impose import impose
from plainleaf.impose.ticket import ticket_of
from plainleaf.model import FOLDS, Box, Fold, Inks, Mark, Spot
from tests.impose.letters import MM, job, made, master, strokes, texts

SPOT = Spot("PANTONE 286 C", (100, 66, 0, 2))
PHONE = "(555) 010-0142"


def ticketed(
    kind: str = "trifold", pages: int = 6, direction: str = "ltr", **options: object
) -> bytes:
    pdf = master(FOLDS[kind], "letter", pages)
    return made(job(pdf, kind, "letter", direction, ticket=True, **options))[1]  # type: ignore[arg-type]


def said(pdf: bytes) -> str:
    return texts(pdf)[0]


@pytest.mark.parametrize("paper", ["letter", "a4"])
def test_ticket_is_a_file_of_one_page_on_office_paper(paper: str) -> None:
    pdf = master(FOLDS["trifold"], paper, 6)
    press, ticket = made(job(pdf, paper=paper, bleed=True, ticket=True))
    with pypdfium2.PdfDocument(ticket) as document:
        sizes = [tuple(round(side / MM, 1) for side in page.get_size()) for page in document]
    with pypdfium2.PdfDocument(press) as document:
        sides = len(document)
    assert (sizes, sides) == ([{"letter": (215.9, 279.4), "a4": (210, 297)}[paper]], 2)


def test_without_one_there_are_no_bytes() -> None:
    assert made(job(master(FOLDS["trifold"], "letter", 6)))[1] == b""


def test_ticket_of_a_trifold() -> None:
    assert said(ticketed(phone=PHONE)) == (
        "Print ticket tea_en_patient_standard_trifold_letter version 1.2 · 2025-03-04 "
        "Copies: ____________ Contact: ________________________ "
        "For Tea House · (555) 010-0142 "
        "File tea_en_patient_standard_trifold_letter.print.pdf: a page a side; no PDF/X is "
        "claimed "
        "Colours 4/4: RGB on both sides "
        "Turn RGB to your inks: the file names no output intent. "
        "Stock advised: uncoated, 100–120 g/m² (28–32 lb bond) "
        "Fold C-fold (letter fold) "
        "Flat size 279.4 × 215.9 mm (11 × 8.5 in) "
        "Finished 93.7 × 215.9 mm (3.69 × 8.5 in) "
        "Pages 6 pages on 1 sheet a copy "
        "Sides both sides, flip on the short edge "
        "Scale 100 % (“actual size”, never “fit”) "
        "1. Lay the sheet with the inside up. 2. Fold the narrow panel in first. "
        "3. Fold the front cover over it. 4. Check: page 1 is in front. It opens to the left. "
        "This line must measure 50 mm "
        "Outside 5 folded in first 6 1 front cover 92.1 mm 185.7 mm "
        "Inside 2 3 4 folded in first 93.7 mm 187.3 mm"
    )


DUPLEX = "both sides, flip on the long edge"


def flat(kind: str, pages: int) -> bytes:
    """Return the ticket of pages that do not fold."""
    pdf = master(FOLDS["halffold"], "letter", pages)
    return made(job(pdf, kind, ticket=True, bleed=True))[1]


@pytest.mark.parametrize(
    ("kind", "pages", "expected"),
    [
        ("poster", 1, ("4/0: RGB on one side", "1 page on 1 sheet", "one side")),
        ("sheet", 1, ("4/0: RGB on one side", "1 page on 1 sheet", "one side")),
        ("sheet", 3, ("4/4: RGB on both sides", "3 pages on 2 sheets", DUPLEX)),
    ],
)
def test_what_does_not_fold_has_no_fold_on_its_ticket(
    kind: str, pages: int, expected: tuple[str, ...]
) -> None:
    colours, count, sides = expected
    found = re.sub(r" Turn RGB.*?Stock .*?(?= Fold)| This line .*", "", said(flat(kind, pages)))
    assert found.partition(" Colours ")[2] == (
        f"{colours} Fold none Flat size 139.7 × 215.9 mm (5.5 × 8.5 in) "
        f"Finished 139.7 × 215.9 mm (5.5 × 8.5 in) Pages {count} a copy Sides {sides} "
        "Scale 100 % (“actual size”, never “fit”) "
        "Marks 3 mm bleed, which is white; trim at the crop marks"
    )


PLATES = {
    "1/1: black (K) on both sides": ({"K"}, {"K"}),
    "1/0: black (K) on one side": ({"K"}, set()),
    "4/1: front CMYK, back black (K)": ({"C", "Y", "K"}, {"K"}),
    "2/2: black (K) + PANTONE 286 C on both sides": ({"K", SPOT.name},) * 2,
    "2/1: front black (K) + PANTONE 286 C, back black (K)": ({"K", SPOT.name}, {"K"}),
    "5/5: black (K) + RGB + PANTONE 286 C on both sides": ({"K", "RGB", SPOT.name},) * 2,
    "4/4: CMYK on both sides": ({"C", "M", "Y", "K"}, {"C", "M", "K"}),
}


@pytest.mark.parametrize("expected", PLATES)
def test_colours_are_those_of_the_plates(expected: str) -> None:
    wanted = job(master(FOLDS["trifold"], "letter", 6), ticket=True)
    sides, _ = impose(wanted, FOLDS["trifold"])
    plates = [frozenset(found) for found in PLATES[expected]]
    assert f"Colours {expected} " in said(ticket_of(wanted, sides, plates))


def test_plates_are_read_from_the_press_sheets() -> None:
    inks = Inks(spot=SPOT, brand=("#ff0000",))
    press, ticket = made(
        job(master(FOLDS["halffold"], "letter", 1), "halffold", ticket=True, inks=inks)
    )
    assert read_plates(press) == (frozenset({SPOT.name}), frozenset())
    assert "Colours 1/0: PANTONE 286 C on one side" in said(ticket)


FOLDED_AS = {
    "trifold": "C-fold (letter fold)",
    "halffold": "half fold",
    "booklet": "saddle-stitched booklet",
}


@pytest.mark.parametrize("kind", FOLDS)
def test_fold_goes_by_its_trade_name(kind: str) -> None:
    assert f"Fold {FOLDED_AS[kind]} Flat size" in said(ticketed(kind, 4))


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
    wanted = job(master(fold, "letter", 8), ticket=True)
    sides, press = impose(wanted, fold)
    found = said(ticket_of(wanted, sides, read_plates(press)))
    steps = "2. Fold on the dashed lines, the level one first. 3. Check: page 1 is in front."
    assert steps in found


def test_right_to_left_opens_to_the_right() -> None:
    assert "It opens to the right." in said(ticketed(direction="rtl"))


def test_booklet_shows_its_outermost_sheet_and_blanks() -> None:
    found = said(ticketed("booklet", 6))
    drawn = found[found.index("Outside") :]
    assert drawn == (
        "Outside, outermost of 2 blank 1 front cover 139.7 mm "
        "Inside, outermost of 2 2 blank 139.7 mm"
    )


def test_print_shop_reads_of_the_marks() -> None:
    row = "Marks 3 mm bleed, which is white; trim at the crop marks"
    assert (row in said(ticketed(bleed=True)), row in said(ticketed())) == (True, False)


@pytest.mark.parametrize(
    ("who", "expected"),
    [
        (("Clínica Nº 3", PHONE), "For Clínica Nº 3 · (555) 010-0142 File"),
        (("Clínica Nº 3", ""), "For Clínica Nº 3 File"),
        (("عيادة", PHONE), "For (555) 010-0142 File"),
        (("", ""), "________ File"),
    ],
    ids=["both", "name", "other script", "nobody"],
)
def test_organization_is_named_if_the_font_has_its_letters(
    who: tuple[str, str], expected: str
) -> None:
    assert expected in said(ticketed(organization=who[0], phone=who[1]))


def test_line_of_50_mm_has_a_tick_at_each_centimetre() -> None:
    lines = strokes(ticketed(), 0)
    rules = [s for s in lines if s.end[0] - s.start[0] == pytest.approx(50, abs=0.011)]
    (x, y) = rules[0].start
    ticks = sorted(s.start[0] - x for s in lines if s.start[1] == y and s.end[0] == s.start[0])
    assert (len(rules), rules[0].end[1]) == (1, y)
    assert ticks == pytest.approx([0, 10, 20, 30, 40, 50], abs=0.011)


def test_folds_are_drawn_to_scale() -> None:
    dashed = [s for s in strokes(ticketed(), 0) if s.is_dashed]
    places = [s.start[0] - 14 for s in dashed[:2]]
    shrunk = 66 / 215.9
    assert places == pytest.approx([92.075 * shrunk, 185.7375 * shrunk], abs=0.02)


CASES = [
    (kind, paper, bleed) for kind in FOLDS for paper in ("letter", "a4") for bleed in (False, True)
]


@pytest.mark.parametrize(("kind", "paper", "bleed"), CASES)
def test_text_is_large_and_apart(kind: str, paper: str, bleed: bool) -> None:
    pdf = master(FOLDS[kind], paper, 40 if kind == "booklet" else 3)
    ink = read_ink(made(job(pdf, kind, paper, bleed=bleed, ticket=True, phone=PHONE))[1])
    boxes = [mark.box for mark in ink.marks if mark.kind == "text"]
    touching = [pair for pair in combinations(boxes, 2) if is_touching(*pair)]
    assert (touching, min(run.size for run in ink.runs) >= 12) == ([], True)


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
    ink = read_ink(made(job(pdf, kind, paper, bleed=bleed, ticket=True, phone=PHONE))[1])
    (width, height) = ink.pages[0]
    assert [mark for mark in ink.marks if is_out(mark, width, height, 12 * MM)] == []


def is_out(mark: Mark, width: float, height: float, edge: float) -> bool:
    box = mark.box
    return min(box.left, box.bottom, width - box.right, height - box.top) < edge
