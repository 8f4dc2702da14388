"""Comments are taken out, and the lines of the rest stay where they are."""

import pytest

from plainleaf.text.markup.comments import without_comments


@pytest.mark.parametrize(
    ("text", "rest", "comments"),
    [
        ("a <!-- b --> c", "a c", [("b", 0)]),
        ("a\n<!-- b\nc -->\nd", "a\n\n\nd", [("b c", 1)]),
        ("<!-- a --><!-- b -->c", "c", [("a", 0), ("b", 0)]),
        ("- a\n  <!-- b -->\n- c", "- a\n  \n- c", [("b", 1)]),
        ("<!--\n\n## A\n\n- b\n\n-->\nc", "\n\n\n\n\n\n\nc", [("## A - b", 0)]),
        ("a <!--> b <!---> c", "a b c", [("", 0), ("", 0)]),
        ("a <!-- b -- c --> d", "a d", [("b -- c", 0)]),
        ("a <!-- b", "a <!-- b", []),
        (r"a \<!-- b -->", r"a \<!-- b -->", []),
        ("a --> b", "a --> b", []),
        ("x\n<!-- " + "y" * 60 + " -->", "x\n", [("y" * 40 + "…", 1)]),
    ],
    ids=["within a line", "of two lines", "two", "in a list", "of blocks", "empty", "dashes",
         "never closed", "escaped", "arrow", "long"],
)  # fmt: skip
def test_comments_are_taken_out(text: str, rest: str, comments: list[tuple[str, int]]) -> None:
    found, told = without_comments(text)
    assert (found, [(each.words, each.row) for each in told]) == (rest, comments)


def test_many_comments_take_no_time() -> None:
    assert without_comments("<!--" * 200_000) == ("<!--" * 200_000, ())
    assert len(without_comments("<!---->\n" * 100_000)[1]) == 100_000
