"""Blocks of known height on pages that hold 60 mm of them."""

from collections.abc import Callable
from contextlib import suppress

import pytest

from plainleaf.checks.facts.ink import read_ink
from plainleaf.errors import Fault, Misfit, PlainleafError
from plainleaf.model import Format
from plainleaf.typeset.engine.fetch import WorkspaceFetcher
from plainleaf.workspace import Workspace
from tests.typesetting import Typeset

PAGE = """<!doctype html><html lang="en" class="translated standard"><head><title>Tea</title>
<meta name="author" content="Ward 3"><style>
:root {{ --floor: 12pt; --block: 30mm; --type: 14pt }}
:root.tight-1 {{ --block: 20mm; --type: 13pt }}
:root.tight-2 {{ --block: 15mm; --type: 12pt }}
:root.tight-3 {{ --block: 12mm; --type: 11pt }}
@page {{ size: 100mm 80mm; margin: 10mm }}
html {{ font: var(--type)/1.2 "Noto Sans" }}
body, p {{ margin: 0 }} p {{ height: 0 }} div {{ height: var(--block) }}
.last {{ page: last; break-before: page }}
</style></head><body><p>Tea</p>{}</body></html>"""
BLOCK = "<div></div>"

POSTER = Format("poster", pages=1)
HALFFOLD = Format("halffold", pages=4)
POSTER_3 = Format("poster", pages=1, steps=3)
HALFFOLD_3 = Format("halffold", pages=4, steps=3)

Fitted = Callable[..., tuple[int, set[float]]]


@pytest.fixture
def fitted(typeset: Typeset, bare: Workspace) -> Fitted:
    """Typeset a body for a format; return the number of pages and the sizes of type."""
    from plainleaf.typeset.master import typeset as lay_out  # after our fonts are set

    def make(
        body: str, page_format: Format, *, tightest_first: bool = False
    ) -> tuple[int, set[float]]:
        html, fetcher = PAGE.format(body), WorkspaceFetcher(bare, "tea")
        master = lay_out(html, fetcher, 20, "tea", page_format, tightest_first)
        return master.pages, {round(run.size, 2) for run in read_ink(master.pdf).runs}

    return make


def misfit(body: str, page_format: Format, fitted: Fitted) -> tuple[Fault, ...]:
    with pytest.raises(PlainleafError) as caught:
        fitted(body, page_format)
    return caught.value.faults


def too_much(message: str) -> tuple[Fault, ...]:
    return (Fault("fit", message, "Shorten it."),)


def back_too_long(millimetres: int) -> Fault:
    message = f"the back needs 2 panels and has 1: {millimetres} mm of it are too much."
    return Fault("fit-back", message, "Shorten it.")


@pytest.mark.parametrize(
    ("blocks", "size"),
    [(1, 14), (2, 14), (3, 13), (4, 12), (5, 11)],
    ids=["with room left", "just", "at the first step", "at the second", "at the last"],
)
@pytest.mark.parametrize("tightest_first", [False, True])
def test_a_text_is_no_tighter_than_it_must_be(
    blocks: int, size: float, tightest_first: bool, fitted: Fitted
) -> None:
    page_format = Format("poster", pages=1, steps=3)
    assert fitted(BLOCK * blocks, page_format, tightest_first=tightest_first) == (1, {size})


@pytest.mark.parametrize(
    ("blocks", "steps", "message"),
    [
        (3, 0, "the text needs 2 pages and has 1: 30 mm of it are too much."),
        (4, 1, "the text needs 2 pages and has 1: 20 mm of it are too much."),
        (5, 2, "the text needs 2 pages and has 1: 15 mm of it are too much."),
        (6, 3, "the text needs 2 pages and has 1: 12 mm of it are too much."),
        (7, 0, "the text needs 4 pages and has 1: 150 mm of it are too much."),
    ],
    ids=["no step", "one step", "two steps", "three steps", "many pages"],
)
def test_a_text_that_never_fits_is_told_by_how_much(
    blocks: int, steps: int, message: str, fitted: Fitted
) -> None:
    found = misfit(BLOCK * blocks, Format("poster", pages=1, steps=steps), fitted)
    assert found == too_much(message)


def test_a_text_may_take_more_than_one_page(fitted: Fitted) -> None:
    found = [fitted(BLOCK * blocks, Format("poster", pages=2, steps=2)) for blocks in (4, 5)]
    assert found == [(2, {14}), (2, {13})]


def test_what_folds_has_panels(fitted: Fitted) -> None:
    message = "the text needs 5 panels and has 4: 30 mm of it are too much."
    assert misfit(BLOCK * 9, HALFFOLD, fitted) == too_much(message)


@pytest.mark.parametrize("before", [1, 6], ids=["one panel before it", "all others full"])
def test_the_last_page_is_one_of_the_pages(before: int, fitted: Fitted) -> None:
    body = f"{BLOCK * before}<section class='last'>{BLOCK * 2}</section>"
    assert fitted(body, HALFFOLD) == ((before + 1) // 2 + 1, {14})


def test_what_stands_before_the_last_page_has_one_page_less(fitted: Fitted) -> None:
    body = f"{BLOCK * 7}<section class='last'>{BLOCK}</section>"
    message = "the text needs 5 panels and has 4: 30 mm of it are too much."
    assert misfit(body, HALFFOLD, fitted) == too_much(message)


def test_a_last_page_that_takes_two_is_too_long_however_few_stand_before_it(
    fitted: Fitted,
) -> None:
    body = f"{BLOCK}<section class='last'>{BLOCK * 3}</section>"
    assert misfit(body, HALFFOLD, fitted) == (back_too_long(30),)


def test_both_may_be_too_long(fitted: Fitted) -> None:
    body = f"{BLOCK * 8}<section class='last'>{BLOCK * 3}</section>"
    message = "the text needs 5 panels and has 4: 60 mm of it are too much."
    assert misfit(body, HALFFOLD, fitted) == (*too_much(message), back_too_long(30))


def test_a_last_page_is_tightened_too(fitted: Fitted) -> None:
    body = f"{BLOCK}<section class='last'>{BLOCK * 3}</section>"
    assert fitted(body, Format("halffold", pages=4, steps=2)) == (2, {13})


@pytest.mark.parametrize("name", ["booklet", "sheet"])
def test_a_format_of_any_number_of_pages_takes_everything(name: str, fitted: Fitted) -> None:
    assert fitted(BLOCK * 15, Format(name, steps=2)) == (8, {14})


def test_what_is_refused_is_told_before_a_misfit(fitted: Fitted) -> None:
    body = f"<img src='https://tea.example/cup.png' alt='A cup'>{BLOCK * 3}"
    assert [finding.code for finding in misfit(body, POSTER, fitted)] == ["refused"]


LINES = "<address style='font: 12pt/1 Noto Sans'>" + "Tea<br>" * 30 + "</address>"
FEW = "<address style='font: 12pt/1 Noto Sans'>" + "Tea<br>" * 16 + "</address>"


@pytest.mark.parametrize(
    ("body", "page_format", "tightest_first", "steps"),
    [
        (BLOCK * 2, POSTER_3, False, [0]),
        (BLOCK * 6, POSTER_3, False, [0, 2, 3]),
        (BLOCK * 6, POSTER_3, True, [3]),
        (BLOCK * 5, POSTER_3, True, [3, 0, 2, 3]),  # it is left as it is taken
        (f"{BLOCK}<section class='last'>{LINES}</section>", HALFFOLD_3, False, [0]),
        (f"{BLOCK * 7}<section class='last'>{LINES}</section>", HALFFOLD_3, False, [0, 3]),
        (f"{BLOCK}<section class='last'>{FEW}</section>", HALFFOLD_3, False, [0, 2, 3]),
        (f"{BLOCK}<section class='last'>{LINES}</section>", HALFFOLD_3, True, [3, 0]),
    ],
    ids=[
        "fits",
        "too long",
        "too long, as it seemed",
        "not too long, as it seemed",
        "back",
        "back and text",
        "back that is nearly short enough",
        "back, and text that seemed so",
    ],
)
def test_what_cannot_fit_is_laid_out_no_more_often_than_it_takes_to_know(
    body: str,
    page_format: Format,
    tightest_first: bool,
    steps: list[int],
    fitted: Fitted,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from plainleaf.typeset import tightness  # after our fonts are set

    done: list[int] = []
    stepper = tightness._stepper

    def counted(source: object) -> Callable[[int], None]:
        set_step = stepper(source)

        def count(step: int) -> None:
            done.append(step)
            set_step(step)

        return count

    monkeypatch.setattr(tightness, "_stepper", counted)
    with suppress(PlainleafError):
        fitted(body, page_format, tightest_first=tightest_first)
    assert done == steps


def test_a_misfit_says_how_long_its_parts_are(fitted: Fitted) -> None:
    """The lead, of which a block goes on, on another page; two that share one, and the call."""
    parts = (
        f"{BLOCK * 3}<section id='a'>{BLOCK}<p></p></section>"
        f"<section id='b'>{BLOCK}<div id='c'></div></section>"
        f"<section id='d' style='break-before: page'>{BLOCK}</section>"
    )
    with pytest.raises(Misfit) as caught:
        fitted(parts, POSTER)
    found = caught.value
    lengths = [{name: round(each) for name, each in row.items()} for row in found.stretches]
    assert (found.pages, round(found.height), lengths) == (
        1,
        60,
        [{"": 90, "a": 30, "b": 30, "c": 30}, {"d": 30}],
    )
