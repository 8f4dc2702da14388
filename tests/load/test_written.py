"""What YAML would cut, or read as something else, is told with how to write it."""

import pytest

from plainleaf.errors import PlainleafError
from plainleaf.load.handout import read_handout
from plainleaf.workspace import Workspace
from tests.conftest import put

TEXT = """---
title: Tea
summary: How to make tea.
publisher: Ward 3
version: "1.0"
reviewed: 2026-01-02
review-by: 2027-01-02
sources:
  - A kettle.
---

## Boil water {#boil}

Sip.
"""
NEEDS = "A value that holds ': ' or ' #', or begins with a sign, needs quotes: "


def told(old: str, new: str, workspace: Workspace) -> list[str]:
    """Return what is said of a handout, as `line code: message hint`."""
    put(workspace, "handouts/tea/handout.md", TEXT.replace(old, new, 1))
    try:
        read_handout(workspace, "tea")
    except PlainleafError as error:
        return [f"{f.line} {f.code}: {f.message} {f.hint}" for f in error.findings]
    return []


@pytest.mark.parametrize(
    ("old", "new", "line", "comment", "quoted"),
    [
        ("Tea", "Your #1 question", 2, "#1 question", '"Your #1 question"'),
        ("Tea", "Tea # 12", 2, "# 12", '"Tea # 12"'),
        ("Tea", "Té #1 ñ", 2, "#1 ñ", '"Té #1 ñ"'),
        ("Tea", 'Say "tea" #1', 2, "#1", "'Say \"tea\" #1'"),
        ("Tea", "It's \"tea\" #1", 2, "#1", "'It''s \"tea\" #1'"),
        ("Tea", "Tea\n  for two # 12", 2, "# 12", '"Tea for two # 12"'),
        ("How to make tea.", "Sheet # 12 of ours.", 3, "# 12 of ours.", '"Sheet # 12 of ours."'),
        ("Ward 3", "Ward #3", 4, "#3", '"Ward #3"'),
        ('"1.0"', "1.0a #2", 5, "#2", '"1.0a #2"'),
        ("A kettle.", "A kettle # 5", 9, "# 5", '"A kettle # 5"'),
        ("A kettle.", "Kettle #5", 9, "#5", '"Kettle #5"'),
    ],
    ids=["number", "number apart", "accents", "quotes", "both quotes", "two lines", "summary",
         "publisher", "version", "source", "source of a word"],
)  # fmt: skip
def test_text_cut_at_a_number_sign_is_told(
    old: str, new: str, line: int, comment: str, quoted: str, bare: Workspace
) -> None:
    assert told(old, new, bare) == [
        f"{line} bad-field: ends before {comment!r}, which YAML takes for a comment."
        f" Put it in quotes: {quoted}; a comment has a line of its own."
    ]


@pytest.mark.parametrize(
    "value",
    ["yes", "No", "on", "true", "1.10", "010", "1_000", "12:30", "0x1F", ".5", "2026-01-02",
     "[NAME]", "{x}"],
)  # fmt: skip
@pytest.mark.parametrize("field", ["title: Tea", 'version: "1.0"'])
def test_text_that_yaml_takes_for_something_else_is_told(
    field: str, value: str, bare: Workspace
) -> None:
    name = field.partition(":")[0]
    (found,) = told(field, f"{name}: {value}", bare)
    assert found.endswith(f'is not a text of one line. Put it in quotes: {name}: "{value}".')


@pytest.mark.parametrize("value", ["~", "null", "NULL"])
def test_text_that_yaml_takes_for_nothing_is_told(value: str, bare: Workspace) -> None:
    assert told("Tea", value, bare) == [
        "2 missing-field: is missing. YAML takes it for nothing."
        f' Put it in quotes: title: "{value}".'
    ]


@pytest.mark.parametrize(
    ("value", "hint"),
    [
        ("Tea: how", f'{NEEDS}title: "Tea: how".'),
        ("Tea:", f'{NEEDS}title: "Tea:".'),
        ("@ home", f'{NEEDS}title: "@ home".'),
        ("`tea`", f'{NEEDS}title: "`tea`".'),
        ("%5", f'{NEEDS}title: "%5".'),
        ("&a tea", f'{NEEDS}title: "&a tea".'),
        ("*tea", f'{NEEDS}title: "*tea".'),
        ("!tea", f'{NEEDS}title: "!tea".'),
        ("! tea", f'{NEEDS}title: "! tea".'),
        ("> 5 cups", f'{NEEDS}title: "> 5 cups".'),
        ("| tea", f'{NEEDS}title: "| tea".'),
        ("- tea", f'{NEEDS}title: "- tea".'),
        ("? tea", f'{NEEDS}title: "? tea".'),
        ("[NAME] tea", f'{NEEDS}title: "[NAME] tea".'),
        ("{x} tea", f'{NEEDS}title: "{{x}} tea".'),
        ('"Tea" now', f"{NEEDS}title: '\"Tea\" now'."),
        ("'Tea", 'Close the quotes: title: "Tea".'),
        ('"Tea', "Mend that line, or close the quotes that a line above it opens."),
        ("#1 tea", 'Put it in quotes: "#1 tea".'),
        ("Tea\n\tnow", "Begin lines with blanks, not with a tab."),
    ],
)
def test_text_that_yaml_cannot_read_is_told_in_quotes(
    value: str, hint: str, bare: Workspace
) -> None:
    (found,) = told("Tea", value, bare)
    assert found.endswith(hint)


@pytest.mark.parametrize(
    ("value", "quoted"),
    [("Tea: a book", '- "Tea: a book"'), ("1.5", '- "1.5"'), ("[a] b: c", None)],
)
def test_source_that_is_no_text_is_told(value: str, quoted: str | None, bare: Workspace) -> None:
    (found,) = told("A kettle.", value, bare)
    assert found.endswith(f"Put it in quotes: {quoted}." if quoted else f'{NEEDS}- "{value}".')


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Tea", '"Your #1 question" # as they say'),
        ("Tea", "'Your #1 question'"),
        ("Tea", "Tea#1"),
        ("Tea", "Don't stop, 1,000 cups; 24/7 (a) \"tea\" & more – 5 * 3"),
        ("Tea", "Tea\n  for two"),
        ("title: Tea", "# a comment\ntitle: Tea"),
        ("2026-01-02", "2026-01-02 # by the ward"),
        ('"1.0"', "1.0.1 # the first"),
        ('"1.0"', '"1.0"\ntopics:\n  icd-10-cm:\n    - Z71.3 # diet'),
        ('"1.0"', '"1.0"\nbrief: # what is carried\n  - boil # the water'),
        ('"1.0"', '"1.0"\nbrief: [boil] # the water'),
    ],
    ids=["comment behind quotes", "single quotes", "no blank", "signs", "two lines",
         "comment's line", "behind a day", "behind a version", "behind a code", "behind an id",
         "behind a list"],
)  # fmt: skip
def test_honest_fields_and_comments_are_not_told(old: str, new: str, bare: Workspace) -> None:
    assert told(old, new, bare) == []
