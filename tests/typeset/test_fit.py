"""Blocks of known height on pages that hold 60 mm of them."""

from collections.abc import Callable

import pytest

from plainleaf.errors import Finding, PlainleafError
from plainleaf.facts.ink import read_ink
from plainleaf.model import Format
from plainleaf.typeset.fetch import WorkspaceFetcher
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

Fitted = Callable[[str, Format], tuple[int, set[float]]]


@pytest.fixture
def fitted(typeset: Typeset, bare: Workspace) -> Fitted:
    """Typeset a body for a format; return the number of pages and the sizes of type."""
    import plainleaf.typeset  # after our fonts are set

    def make(body: str, page_format: Format) -> tuple[int, set[float]]:
        fetcher = WorkspaceFetcher(bare, "tea")
        master = plainleaf.typeset.typeset(PAGE.format(body), fetcher, 20, "tea", page_format)
        return master.pages, {round(run.size, 2) for run in read_ink(master.pdf).runs}

    return make


def misfit(body: str, page_format: Format, fitted: Fitted) -> tuple[Finding, ...]:
    with pytest.raises(PlainleafError) as caught:
        fitted(body, page_format)
    return caught.value.findings


def too_much(message: str) -> tuple[Finding, ...]:
    return (Finding("", None, "fit", message, "Shorten it."),)


def back_too_long(millimetres: int) -> Finding:
    message = f"the back needs 2 panels and has 1: {millimetres} mm of it are too much."
    hint = "Shorten the handout's sources; or take one language, or another format: -f booklet."
    return Finding("", None, "fit-back", message, hint)


@pytest.mark.parametrize(
    ("blocks", "size"),
    [(1, 14), (2, 14), (3, 13), (4, 12), (5, 11)],
    ids=["with room left", "just", "at the first step", "at the second", "at the last"],
)
def test_a_text_is_no_tighter_than_it_must_be(blocks: int, size: float, fitted: Fitted) -> None:
    assert fitted(BLOCK * blocks, Format("poster", pages=1, steps=3)) == (1, {size})


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
