"""Lines that Markdown takes for a list, or counts otherwise than they are numbered."""

import pytest

from plainleaf.errors import Severity
from plainleaf.load.numbering import numbering_faults
from plainleaf.text.markdown import tokens


def told(text: str) -> list[str]:
    """Return the faults of a text as `line code: message`."""
    return [f"{each.line} {each.code}: {each.message}" for each in numbering_faults(tokens(text))]


def hints(text: str) -> list[str]:
    return [each.hint for each in numbering_faults(tokens(text))]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("If you cannot breathe, call\n\n911. Do not wait.\n", [3]),
        ("- Call\n911. Do not wait.\n", [2]),
        ("- 911. Do not wait.\n", [1]),
        ("- 1. Mai\n", [1]),
        ("We are closed on\n\n24. December\n\n1986. The year it began.\n", [3, 5]),
        ("24. Dezember\n", [1]),
        ("1. Wait.\n2. Look.\n\nSip.\n\n24. Dezember\n", [6]),
        ("988) is the lifeline.\n", [1]),
        ("100. a\n101. b\n", [1, 2]),
        ("1. a\n2. b\n2024. It began.\n", [3]),
        ("1. Pour.\n   7. Mai\n2. Sip.\n", []),  # Markdown takes it for text, too
        ("Do it again from step\n1. Then rest.\n", [2]),
        ("Take 5\n- 10 mg.\n", [2]),
        ("Take 5\n- 10 mg.\n- 20 mg.\n", [2]),
        ("Take it\n- if you can.\n", [2]),
        ("- Take 5\n  - 10 mg.\n", [2]),
        ("The sum is\n\n+ 5 mg\n", [3]),
        ("It grows by\n+ 5\n", [2]),
    ],
)
def test_a_text_that_happens_to_look_like_a_list_is_told(text: str, lines: list[int]) -> None:
    found = [(each.line, each.code) for each in numbering_faults(tokens(text))]
    assert found == [(line, "misread-list") for line in lines]


def test_it_says_what_is_read_and_how_to_write_it() -> None:
    text = "Call\n\n911. Do not wait.\n\nTake 5\n- 10 mg.\n"
    assert (told(text), hints(text)) == (
        [
            "3 misread-list: the line '911. Do not wait.' is read as step 911.",
            "6 misread-list: the line '- 10 mg.' is read as an item of a list.",
        ],
        [
            r"To print it as it stands write '911\. Do not wait.'.",
            r"To print it as it stands write '\- 10 mg.'; "
            "to make it a list leave a blank line above it.",
        ],
    )


@pytest.mark.parametrize("text", [r"911\. Do not wait.", r"Call\n\n24\. Dezember", r"\- 10 mg"])
def test_what_the_hint_says_is_heeded(text: str) -> None:
    assert told(text + "\n") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "1. a\n1. b\n1. c\n",
            "2 step-numbers: the steps are numbered 1, 1, 1 and would be printed as 1, 2, 3.",
        ),
        (
            "3. a\n5. b\n",
            "2 step-numbers: the steps are numbered 3, 5 and would be printed as 3, 4.",
        ),
        (
            "1. Take it at\n8. Then wait.\n",
            "2 step-numbers: the steps are numbered 1, 8 and would be printed as 1, 2.",
        ),
        (
            "1) a\n2) b\n2) c\n",
            "3 step-numbers: the steps are numbered 1, 2, 2 and would be printed as 1, 2, 3.",
        ),
        (
            "1. a\n2. b\n\n1. c\n",
            "4 step-numbers: the steps are numbered 1, 2, 1 and would be printed as 1, 2, 3.",
        ),
        (
            "- a\n\n  2. b\n  1. c\n",
            "4 step-numbers: the steps are numbered 2, 1 and would be printed as 2, 3.",
        ),
    ],
    ids=["all alike", "jump", "wrapped line", "repeated", "begun again", "within an item"],
)
def test_numbers_that_would_change_are_told(text: str, expected: str) -> None:
    assert told(text) == [expected]


def test_the_hint_gives_the_numbers_and_the_way_to_write_a_text() -> None:
    assert hints("1. Take it at\n8. Then wait.\n") == [
        r"Number them 1, 2; where a text begins with a number, write it as '8\.'."
    ]


def test_the_hint_tells_two_lists_apart() -> None:
    assert hints("1. a\n2. b\n\n1. c\n") == [
        "Number them 1, 2, 3, or put a text between two lists."
    ]


def test_the_hint_gives_the_number_that_comes_next() -> None:
    text = "1. Pour.\n2. Stir.\n\nNow taste.\n\n4. Sip.\n"
    assert hints(text) == [
        r"To print it as it stands write '4\. Sip.'; to go on behind step 2 number it 3."
    ]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("1. Mai\n", [1]),
        ("1. a\n\nSip.\n\n1. Mai\n", [1, 5]),
        ("1. a\n2. b\n\nSip.\n\n1. Mai\n", [6]),
        ("1. a\n\nSip.\n\n2. b\n", []),
        ("- a:\n\n  1. b\n\n1. c\n2. d\n", [3]),
    ],
)
def test_a_first_step_without_a_second_one_is_warned_of(text: str, lines: list[int]) -> None:
    found = list(numbering_faults(tokens(text)))
    assert [each.line for each in found] == lines
    assert {each.severity for each in found} <= {Severity.WARNING}


@pytest.mark.parametrize(
    "text",
    [
        "1. a\n2. b\n\n- c\n- d\n\n3. e\n4. f\n",
        "1. a\n\nSip.\n\n2. b\n\nSip.\n\n3. c\n",
        "1. a\n\n::: only nurse\n\n2. b\n\n:::\n\n3. c\n",
        "3. a\n4. b\n",
        "0. a\n1. b\n",
        "- Only this.\n",
        "- 20 minutes a day.\n",
        "You need\n- 4 tablets\n- 2 cups\n",
        "You need:\n- 4 tablets\n",
        "Do this:\n1. Rest.\n2. Wait.\n",
        "* a\n* b\n",
        "+ a\n+ b\n",
        "- a:\n  - b\n",
        "- a\n  - b\n  - c\n",
        "1. a\n   1. b\n   2. c\n2. d\n   1. e\n   2. f\n",
        "If you cannot breathe, call\n911. Do not wait.\n",
        "Take step\n2. and then rest.\n",
        "9. a\n10. b\n11. c\n",
        "1. a\n2. b\n\nSip.\n\n1. c\n2. d\n",
    ],
)
def test_a_list_is_a_list(text: str) -> None:
    assert told(text) == []
