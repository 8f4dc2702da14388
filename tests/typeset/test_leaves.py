"""What stands together on a leaf."""

from collections import defaultdict

import pytest

from plainleaf.typeset.leaves import Part, divide


def parts(*rows: tuple[int, int, str]) -> list[Part]:
    """Return parts by their heights in two languages.

    '#' opens a section, '+' follows the part before, '!' opens a section that is not torn.
    """
    found, tops = [], (0, 0)
    for one, other, marks in rows:
        bottoms = (tops[0] + one, tops[1] + other)
        opens, untorn = "#" in marks, "!" in marks
        found.append(Part(tops, bottoms, opens or untorn, "+" in marks, untorn))
        tops = bottoms
    return found


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([(40, 40, "#"), (40, 40, "#")], ["0-2"]),
        ([(40, 40, "#"), (40, 70, "#")], ["0-1", "1-2"]),
        ([(70, 40, "#"), (40, 40, "#")], ["0-1", "1-2"]),
        ([(70, 70, "#"), (20, 20, "#"), (40, 40, "")], ["0-1", "1-3"]),
        ([(40, 40, "#"), (40, 40, "#"), (40, 40, "")], ["0-2", "2-3"]),
        ([(40, 40, "#"), (40, 40, "!"), (40, 40, "")], ["0-1", "1-3"]),
        ([(40, 40, "#"), (40, 40, "#"), (60, 60, ""), (60, 60, "")], ["0-2", "2-3", "3-4"]),
        ([(60, 60, "#"), (20, 20, ""), (60, 60, "+")], ["0-1", "1-3"]),
        ([(150, 150, "#"), (40, 40, "#")], ["0-1", "1-2"]),
    ],
    ids=[
        "both fit",
        "the taller language counts",
        "whichever it is",
        "a section that fits waits for the next leaf",
        "unless much of this one stayed empty",
        "or the section is not to be torn",
        "a longer one breaks inside",
        "a heading is not left behind",
        "a part longer than a page",
    ],
)
def test_leaves(rows: list[tuple[int, int, str]], expected: list[str]) -> None:
    leaves = divide(parts(*rows), defaultdict(lambda: 100))
    assert [f"{leaf.start}-{leaf.stop}" for leaf in leaves] == expected
