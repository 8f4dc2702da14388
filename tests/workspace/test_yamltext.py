import time

import pytest

from plainleaf.errors import PlainleafError
from plainleaf.workspace.written import Written
from plainleaf.workspace.yamltext import read_yaml

BOMB = "a: &a [x, x, x]\n" + "".join(
    f"{name}: &{name} [*{before}, *{before}, *{before}]\n"
    for before, name in zip("abcdefghij", "bcdefghijk", strict=True)
)


def fault(text: str) -> tuple[int | None, str]:
    """Return the line and the message of the one fault of a text that begins in line 10."""
    with pytest.raises(PlainleafError) as caught:
        read_yaml(text, "tea.yml", first=10)
    (finding,) = caught.value.findings
    assert (finding.path, finding.code) == ("tea.yml", "bad-yaml")
    return finding.line, finding.message.removeprefix("is not YAML we can read: ")


def test_table_comes_with_the_lines_of_its_fields() -> None:
    assert read_yaml("a: 1\n\nb:\n  c: [x]\n", "tea.yml", first=10) == (
        {"a": 1, "b": {"c": ["x"]}},
        {
            "a": Written(10, "1"),
            "b": Written(12, "c: [x]"),
            "b.c": Written(13, "[x]"),
            "b.c.0": Written(13, "x]"),
        },
    )


def test_on_is_a_name() -> None:
    assert read_yaml("on: on\nb: {on: x}\n", "tea.yml")[0] == {"on": True, "b": {"on": "x"}}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (BOMB, (11, "aliases are not allowed.")),
        ("a: 1\nb: *a\n", (11, "aliases are not allowed.")),
        ("a: &a 1\n", (10, "'&a' is a mark of YAML's own, which is not printed.")),
        ("a: ! Call\n", (10, "'!' is a mark of YAML's own, which is not printed.")),
        ("a: #0b5563\n", (10, "is empty: YAML takes '#0b5563' for a comment.")),
        ("a: 1\nb: 2\na: 3\n", (12, "'a' is given twice.")),
        ("a:\n  b: 1\n  b: 2\n", (12, "'b' is given twice.")),
        ("a: 1\nb: 2026-02-30\n", (11, "'2026-02-30' is no day of the calendar.")),
        ("a: 1\nb: '\n", (12, "found unexpected end of stream.")),
        ("a\n", (10, "no 'field: value' lines.")),
        ("- a\n", (10, "no 'field: value' lines.")),
        ("a: 1\n---\nb: 2\n", (11, "but found another document.")),
        ("a: !tea x\n", (10, "could not determine a constructor for the tag '!tea'.")),
        ("? [a]\n: 1\n", (10, "nested too deep or a value of no type.")),
        ("a: " + "[" * 20_000, (10, "nested too deep or a value of no type.")),
    ],
    ids=["bomb", "alias", "anchor", "call", "colour", "twice",
         "twice below", "no such day", "open quote", "text", "list",
         "two documents", "tag", "list as a key", "deep"],
)  # fmt: skip
def test_what_is_no_plain_table_is_told(text: str, expected: tuple[int, str]) -> None:
    started = time.process_time()
    assert (fault(text), time.process_time() - started < 5) == (expected, True)
