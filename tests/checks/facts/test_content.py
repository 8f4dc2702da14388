"""Text of content streams that are written by hand, in a font of Hebrew letters."""

import pytest

from plainleaf.checks.facts.content import Budget, Decoder, Scope, logical, read_content

LETTERS = dict(enumerate("אבגדה", start=ord("1")))


class Drawn(Scope):
    """One font for all text, and one form."""

    def __init__(self, form: bytes) -> None:
        self._form = form

    def font(self, name: bytes) -> Decoder | None:
        return Decoder("F", 1, LETTERS, frozenset())

    def form(self, name: bytes) -> tuple[bytes, Scope] | None:
        return self._form, self

    def properties(self, name: bytes) -> bytes:
        return b""


@pytest.mark.parametrize(
    "form",
    [
        b"BT /F 9 Tf 1 0 0 1 0 20 Tm (321) Tj 1 0 0 1 0 9.5 Tm (54) Tj ET",
        b"BT /F 9 Tf 1 0 0 1 0 20 Tm (321) Tj ET BT 1 0 0 1 0 0 Tm [(5) 9 (4)] TJ ET",
        b"BT /F 9 Tf 1 0 0 1 0 20 Tm (54) Tj 1 0 0 1 50 20 Tm (321) Tj ET",
    ],
    ids=["two lines", "in two texts", "two words of one line"],
)
def test_lines_of_a_form_are_turned_round_one_by_one(form: bytes) -> None:
    """A form that fills a slot may hold many lines in one marked content."""
    page = b"/P <</MCID 0>> BDC /X Do EMC"
    pieces = read_content(page, Drawn(form), Budget()).texts[0]
    assert logical(pieces, from_right=True) == "אבגדה"


@pytest.mark.parametrize(
    ("drawn", "from_right", "read"),
    [
        ("By בא דג. 1", False, "By גד אב. 1"),
        ("By 7 בא, דג", False, "By 7 אב, גד"),
        ("(example) בא", False, "(example) אב"),
        ("Quay Tea דג", True, "גד Quay Tea"),
        ("(٥٥٥) ٠١٠-٠١٩٩", True, "(٥٥٥) ٠١٠-٠١٩٩"),
        ("۵/۳۲۵ mg", True, "۵/۳۲۵ mg"),
        ("٣٨٫٥٪", True, "٣٨٫٥٪"),
    ],
    ids=["two words", "two names", "beside a bracket", "Latin words", "phone", "dose", "percent"],
)
def test_words_of_the_other_direction_are_read_in_their_order(
    drawn: str, from_right: bool, read: str
) -> None:
    """Letters as they stand from left to right, and as they are read."""
    assert logical(list(drawn), from_right=from_right) == read
