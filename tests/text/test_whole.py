"""Where no line may end, shown as |."""

import pytest

from plainleaf.text.printed import printed_text
from plainleaf.text.whole import JOINER

WHOLE = (
    "take 5–|10 |mg of it",
    "take 5 |- |10 |mg",
    "below 25 |°C (77 |°F)",
    "300 |mg/|dL or more",
    "5 |mg/|kg/|day",
    "call (555) |010-0123 at night",
    "call +1 |(555) |010-0123",
    "1-800-4-|CANCER",
    "at 8:30 |a.m. |– |5 |p.m.",
    "500 |mg |x |2",
    "≥ |38.5 |°C",
    "12 |000 |000",
    "1 |1/2 |cups",
    "in 3 |days",
    "for 5 |to 10 |minutes",
    "4 |tablets (20 |mg)",
    "Dr. |Lee",
    "Dra. |Núñez",
    "Tel. |555-0100",
    "uống 5 |ml",
    "5 |мг",
    "5 |मिलीग्राम",
    "5 |ملغ",
    "3 |أيام",
    "每天 5 |毫|克，2|次",
    "每天5|毫|克",
)


@pytest.mark.parametrize("shown", WHOLE)
def test_no_line_ends_within_a_figure(shown: str) -> None:
    assert printed_text(shown.replace("|", ""), "ltr").replace(JOINER, "|") == shown


@pytest.mark.parametrize(
    "text",
    [
        "Drink often. Then rest - and wait.",
        "1, 2, 3",
        "call 911. Then wait",
        "two to three cups",
        "see https://tea.example/a-b?c=1-2 now",
        "tea-5@ward-3.example",
        "130/80",
        "2026-11-30",
        "Saint Drake",
    ],
)
def test_all_else_stays_as_it_is(text: str) -> None:
    assert printed_text(text, "ltr") == text


def test_of_a_long_row_of_figures_each_is_whole() -> None:
    text = "555-0100 / 555-0101 / 555-0102 / 555-0103"
    assert JOINER not in printed_text(text, "ltr")
