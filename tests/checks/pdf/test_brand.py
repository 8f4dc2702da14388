"""Whether a page shows its own brand's logo, code and colour."""

from dataclasses import replace

import pytest

from plainleaf.checks.pdf.brand import HINT, check_brand
from plainleaf.errors import Fault
from plainleaf.model import MOST_APART, WHITE, Pixels, Sight
from tests.checks.pdf.test_pdf import GOOD, PROMISE

LOGO = Sight("logo", 10, 10, 90, 30, Pixels(1, 1, b"\0\0\0\xff"), WHITE, page=1)
CODE = replace(LOGO, name="code", page=3)
BOTH = replace(PROMISE, sights=(LOGO, CODE), color="#0b3d63")
SEEN = replace(GOOD, apart=(0.0, MOST_APART), color="#0b3d63")


def test_page_that_shows_its_brand_passes() -> None:
    assert list(check_brand(SEEN, BOTH)) == []


def test_what_does_not_look_as_it_must_is_told_with_its_page() -> None:
    far = replace(SEEN, apart=(0.0, MOST_APART + 0.01))
    message = "the code does not look there as the brand gives it."
    assert list(check_brand(far, BOTH)) == [
        Fault("pdf-brand", message, HINT, page=3),
    ]


@pytest.mark.parametrize(
    ("wanted", "seen", "message"),
    [
        ("#0b3d63", "#7a1f1f", "its colour is #7a1f1f, not #0b3d63."),
        ("#0b3d63", "", "its colour is none, not #0b3d63."),
        ("", "#7a1f1f", "its colour is #7a1f1f, not none."),
    ],
)
def test_another_colour_is_told(wanted: str, seen: str, message: str) -> None:
    promise, facts = replace(BOTH, color=wanted), replace(SEEN, color=seen)
    assert list(check_brand(facts, promise)) == [Fault("pdf-brand", message, HINT)]


def test_file_from_elsewhere_promised_nothing() -> None:
    assert list(check_brand(replace(SEEN, apart=(1.0, 1.0)), None)) == []
