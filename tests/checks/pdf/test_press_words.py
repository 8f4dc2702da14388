from dataclasses import replace

import pytest

from plainleaf.checks.registry import PDF_CHECKS
from plainleaf.errors import Fault
from plainleaf.model import Run
from tests.checks.pdf.test_pdf import GOOD, PROMISE

PAGES = ("Tea", "Heat the", "water", "Heat the", "milk")
"""What the reading copy says, run by run."""


def findings(press: tuple[str, ...] | None, pages: tuple[str, ...] = PAGES) -> list[Fault]:
    runs = tuple(Run(number, text, 12) for number, text in enumerate(pages, 1))
    return list(PDF_CHECKS["press-words"](replace(GOOD, runs=runs, press=press), PROMISE))


def fault(message: str) -> Fault:
    hint = "See that the fold's row has a place for each page, and each once."
    return Fault("press-words", message, hint)


@pytest.mark.parametrize(
    "press",
    [
        PAGES,
        ("milk", "Tea", "water", "Heat the", "Heat the"),
        ("Tea", "Heat  the", "wa\u00adter", "Heat the ", "milk"),
        None,
    ],
    ids=["the same", "in the order of the sheet", "spaced otherwise", "does not fold"],
)
def test_press_sheets_that_say_the_same_in_any_order(press: tuple[str, ...] | None) -> None:
    assert findings(press) == []


@pytest.mark.parametrize(
    ("press", "faults"),
    [
        (("Tea", "Heat the", "Heat the", "milk"), ["lack 'water'"]),
        (("Tea", "Heat the", "water", "milk"), ["lack 'Heat the'"]),
        ((*PAGES, "water"), ["have too often 'water'"]),
        ((*PAGES, "cup"), ["have too often 'cup'"]),
        (
            ("Tea", "Heat the", "Heat the", "milk", "milk"),
            ["lack 'water'", "have too often 'milk'"],
        ),
        ((), ["lack 'Tea'"]),
    ],
    ids=["no page", "one of two", "a page twice", "a stranger", "one instead", "nothing"],
)
def test_press_sheets_that_say_something_else(press: tuple[str, ...], faults: list[str]) -> None:
    assert findings(press) == [fault(f"the press sheets {each}.") for each in faults]


def test_it_needs_no_promise() -> None:
    facts = replace(GOOD, press=())
    assert [finding.code for finding in PDF_CHECKS["press-words"](facts, None)] == ["press-words"]
