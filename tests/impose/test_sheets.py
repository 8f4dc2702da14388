"""Where pages lie on sheets, and what is behind them."""

from collections.abc import Sequence

import pytest

from plainleaf.impose.sheets import lay_out, lay_out_flat, size_of
from plainleaf.model import FOLDS, Paper, Side

Pages = list[int | None]


def pages(sides: Sequence[Side]) -> list[Pages]:
    """Return the pages of each side from left to right."""
    return [[panel.page for panel in side.panels] for side in sides]


def behind(sides: Sequence[Side]) -> dict[int | None, int | None]:
    """Return which page is on the back of each, when sheets are turned on their short edge."""
    found = {}
    for front, back in zip(sides[::2], sides[1::2], strict=True):
        backs = {(round(p.left, 3), p.bottom): p.page for p in back.panels}
        for panel in front.panels:
            mirrored = round(front.width - panel.left - panel.width, 3)
            found[panel.page] = backs[mirrored, panel.bottom]
    return found


@pytest.mark.parametrize(
    ("count", "expected"),
    [
        (1, [[None, 1], [None, None]]),
        (4, [[4, 1], [2, 3]]),
        (5, [[None, 1], [2, None], [None, 3], [4, 5]]),
        (8, [[8, 1], [2, 7], [6, 3], [4, 5]]),
        (12, [[12, 1], [2, 11], [10, 3], [4, 9], [8, 5], [6, 7]]),
        (
            13,
            [[None, 1], [2, None], [None, 3], [4, 13], [12, 5], [6, 11], [10, 7], [8, 9]],
        ),
    ],
)
@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_pages_of_a_booklet(count: int, direction: str, expected: list[Pages]) -> None:
    found = pages(lay_out(FOLDS["booklet"], "a4", direction, count))
    assert found == (expected if direction == "ltr" else [side[::-1] for side in expected])


def test_pages_of_a_long_booklet() -> None:
    n = 40
    fronts = [[n - 2 * i, 1 + 2 * i] for i in range(10)]
    backs = [[2 + 2 * i, n - 1 - 2 * i] for i in range(10)]
    both = [side for sheet in zip(fronts, backs, strict=True) for side in sheet]
    assert pages(lay_out(FOLDS["booklet"], "letter", "ltr", n)) == both


@pytest.mark.parametrize(
    ("count", "expected"),
    [
        (6, [[5, 6, 1], [2, 3, 4]]),
        (5, [[None, 5, 1], [2, 3, 4]]),
        (4, [[None, 4, 1], [2, 3, None]]),
        (2, [[None, 2, 1], [None, None, None]]),
        (1, [[None, None, 1], [None, None, None]]),
    ],
)
def test_the_last_page_is_the_back_of_a_trifold(count: int, expected: list[Pages]) -> None:
    assert pages(lay_out(FOLDS["trifold"], "letter", "ltr", count)) == expected


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
@pytest.mark.parametrize(
    ("kind", "count", "expected"),
    [
        ("trifold", 6, {1: 2, 5: 4, 6: 3}),
        ("halffold", 4, {1: 2, 4: 3}),
        ("booklet", 8, {1: 2, 3: 4, 6: 5, 8: 7}),
        (
            "booklet",
            40,
            {p: p + 1 if p % 2 else p - 1 for i in range(10) for p in (1 + 2 * i, 40 - 2 * i)},
        ),
    ],
    ids=["trifold", "halffold", "booklet of 8", "booklet of 40"],
)
def test_page_behind_a_page(
    kind: str, direction: str, count: int, expected: dict[int, int]
) -> None:
    assert behind(lay_out(FOLDS[kind], "a4", direction, count)) == expected


@pytest.mark.parametrize(
    ("count", "expected"),
    [(12, [0, 0, 0]), (16, [0, 0, 0, 0]), (20, [0, 0.1, 0.2, 0.3, 0.4])],
)
def test_inner_pages_move_towards_the_fold(count: int, expected: list[float]) -> None:
    sides = lay_out(FOLDS["booklet"], "a4", "ltr", count)
    moves = [
        (side.panels[0].left, 148.5 - side.panels[1].left)  # of the left page, the right page
        for side in sides
    ]
    both = [(move, move) for move in expected for _ in range(2)]
    assert [pytest.approx(move) for move in moves] == both


def test_size_is_told_to_a_tenth_of_a_millimetre() -> None:
    assert (size_of(279.4, 215.9), size_of(296.98, 210.02)) == ("279.4 × 215.9 mm", "297 × 210 mm")


POSTER = Paper(279.4, 431.8)


@pytest.mark.parametrize(
    ("pages", "one_sided", "expected"),
    [
        (1, False, [("front", 1, 1)]),
        (3, False, [("front", 1, 2), ("back", 1, 2), ("front", 2, 2)]),
        (2, True, [("front", 1, 2), ("front", 2, 2)]),
    ],
    ids=["one page", "sheets", "posters"],
)
def test_what_does_not_fold_has_a_page_a_side(
    pages: int, one_sided: bool, expected: list[tuple[str, int, int]]
) -> None:
    sides = lay_out_flat([POSTER] * pages, one_sided=one_sided)
    assert [(side.name, side.sheet, side.sheets) for side in sides] == expected
    panels = [(number, 0, 0, 279.4, 431.8, False) for number in range(1, pages + 1)]
    assert [panel for side in sides for panel in side.panels] == panels
    assert {(s.width, s.height, s.upright_folds, s.level_folds) for s in sides} == {
        (279.4, 431.8, (), ())
    }
