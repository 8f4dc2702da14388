from datetime import date

import pytest

from plainleaf.errors import PlainleafError
from plainleaf.load.handout import read_handout
from plainleaf.model import Block, Handout, Section, Unit
from plainleaf.workspace import Workspace
from tests.conftest import put

PATH = "handouts/tea/handout.md"
TEXT = """---
title: Green tea
summary: How to brew it.
publisher: Ward 3
version: "1.0"
reviewed: 2026-01-01
review-by: 2028-01-01
topics:
  icd-10-cm: [Z71.3]
  snomed-ct: ["11816003"]
sources:
  - A **book**.
brief: [brew]
---

## Brew {#brew}

Pour.
"""
SMALL = "\n### Cool down {#cool}\n\nWait.\n\n::: when-to-call\n\nCall.\n\n:::\n"
"""A small heading below 'brew', and a section without a heading."""


def faults(text: str, workspace: Workspace) -> list[str]:
    """Return the faults of a handout as `line (field) code: message`."""
    put(workspace, PATH, text)
    with pytest.raises(PlainleafError) as caught:
        read_handout(workspace, "tea")
    assert {finding.path for finding in caught.value.findings} == {PATH}
    return [f"{f.line} ({f.field}) {f.code}: {f.message}" for f in caught.value.findings]


def hints(text: str, workspace: Workspace) -> list[str]:
    put(workspace, PATH, text)
    with pytest.raises(PlainleafError) as caught:
        read_handout(workspace, "tea")
    return [finding.hint for finding in caught.value.findings]


def test_handout_is_read_whole(bare: Workspace) -> None:
    put(bare, PATH, TEXT)
    assert read_handout(bare, "tea") == Handout(
        name="tea",
        path=PATH,
        title=Unit("title", "Green tea", 2),
        summary=Unit("summary", "How to brew it.", 3),
        publisher="Ward 3",
        version="1.0",
        reviewed=date(2026, 1, 1),
        review_by=date(2028, 1, 1),
        sources=(Unit("source-1", "A **book**.", 11),),
        lead=(),
        sections=(
            Section(
                "brew",
                number=1,
                line=16,
                title=Unit("brew", "Brew", 16),
                blocks=(Block("paragraph", 18, Unit("brew/p1", "Pour.", 18)),),
            ),
        ),
        topics={"icd-10-cm": ("Z71.3",), "snomed-ct": ("11816003",)},
        brief={"*": ("brew",)},
    )


FIELDS = {
    "title: Green tea": "title",
    "summary: How to brew it.": "summary",
    "publisher: Ward 3": "publisher",
    'version: "1.0"': "version",
    "reviewed: 2026-01-01": "reviewed",
    "review-by: 2028-01-01": "review-by",
    "sources:\n  - A **book**.": "sources",
}


@pytest.mark.parametrize("text", FIELDS, ids=FIELDS.values())
def test_missing_field_is_told(text: str, bare: Workspace) -> None:
    assert faults(TEXT.replace(f"{text}\n", ""), bare) == [
        f"None ({FIELDS[text]}) missing-field: is missing."
    ]


@pytest.mark.parametrize("text", FIELDS, ids=FIELDS.values())
def test_empty_field_is_told(text: str, bare: Workspace) -> None:
    name = FIELDS[text]
    (fault,) = faults(TEXT.replace(text, f"{name}:"), bare)
    assert fault.partition(" ")[2] == f"({name}) missing-field: is missing."


def test_hints_tell_an_empty_field_from_one_that_is_not_there(bare: Workspace) -> None:
    assert hints(TEXT.replace("title: Green tea", "title:"), bare) == [
        "Write what it says behind 'title:'."
    ]
    assert hints(TEXT.replace("title: Green tea\n", ""), bare) == ["Add title."]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("Green tea", "[a, b]", "2 (title) bad-field: is not a text of one line."),
        ("Green tea", '"a\\n\\nb"', "2 (title) bad-field: is not a text of one line."),
        ("Green tea", "a `b`", "2 (title) bad-field: holds code inline in a text."),
        ("Ward 3", "3", "4 (publisher) bad-field: is not a text of one line."),
        (
            "Ward 3",
            '"a\\u202eb"',
            "4 (publisher) control-character: holds the invisible character U+202E.",
        ),
        ('"1.0"', "1.0", "5 (version) bad-field: is not a text of one line."),
        (
            '"1.0"',
            "“1.0”",
            "5 (version) quotes: has quotes that would be printed: “1.0”.",
        ),
        ("2026-01-01", "“2026-01-01”", "6 (reviewed) bad-field: is not a date."),
        (
            "[Z71.3]",
            "[‘Z71.3’]",
            "9 (topics.icd-10-cm) quotes: has quotes that would be printed: ‘Z71.3’.",
        ),
        ("2026-01-01", "soon", "6 (reviewed) bad-field: is not a date."),
        ("2026-01-01", "2026-01-01 10:00:00", "6 (reviewed) bad-field: is not a date."),
        (
            "2028-01-01",
            "2029-01-04",
            "7 (review-by) bad-field: is not within three years after 'reviewed'.",
        ),
        (
            "2028-01-01",
            "2026-01-01",
            "7 (review-by) bad-field: is not within three years after 'reviewed'.",
        ),
        ("[Z71.3]", "Z71.3", "9 (topics.icd-10-cm) bad-field: is not a list of texts."),
        ('["11816003"]', "[11816003]", "10 (topics.snomed-ct) bad-field: is not a list of texts."),
        ("snomed-ct", "snomed", "10 (topics.snomed) unknown-field: is not a field here."),
        ("- A **book**.", "a book", "11 (sources) bad-field: is not a list of texts."),
        (
            "A **book**.",
            '"![x](images/x.svg)"',
            "11 (sources) bad-field: holds image in a text.",
        ),
        ("[brew]", "[pour]", "13 (brief) bad-field: names no section: 'pour'."),
        ("[brew]", "[brew, brew/p1]", "13 (brief) bad-field: names no section: 'brew/p1'."),
        ("[brew]", "brew", "13 (brief) bad-field: is not a list of texts."),
        ("[brew]", "[1]", "13 (brief) bad-field: is not a list of texts."),
        ("[brew]", "[]", "13 (brief) bad-field: names no section."),
        ("[brew]", "", "13 (brief) missing-field: is missing."),
        (
            "[brew]",
            "{trifold: [brew], poster: [brew, pour]}",
            "13 (brief.poster) bad-field: names no section: 'pour'.",
        ),
        ("[brew]", "{trifold: brew}", "13 (brief.trifold) bad-field: is not a list of texts."),
        ("[brew]", "{trifold: []}", "13 (brief.trifold) bad-field: names no section."),
        ("[brew]", "{1: [brew]}", "13 (brief) bad-field: is not a table of names and values."),
        ("A **book**.", '""', "11 (sources) bad-field: holds an empty text."),
        (
            "topics:\n  icd-10-cm: [Z71.3]\n  snomed-ct: [\"11816003\"]",
            "topics:",
            "8 (topics) missing-field: is missing.",
        ),
        ("brief:", "brieff:", "13 (brieff) unknown-field: is not a field here."),
        (
            "Green tea",
            "'",
            "13 (None) bad-yaml: is not YAML we can read: found unexpected end of stream.",
        ),
    ],
    ids=["title a list", "title of two lines", "title with code", "publisher a number",
         "publisher with bidi", "version a number", "version in quotes", "date in quotes",
         "code in quotes", "no date", "date with time", "review too late",
         "review too early", "topics a text", "topics numbers", "unknown topic", "sources a text",
         "source an image", "brief of no section", "brief of a paragraph", "brief a text",
         "brief of numbers", "brief of nothing", "empty brief", "a format's brief of no section",
         "a format's brief a text", "a format's brief of nothing", "brief of a number",
         "empty source", "empty topics", "unknown field", "open quote"],
)  # fmt: skip
def test_wrong_field_is_told(old: str, new: str, expected: str, bare: Workspace) -> None:
    assert faults(TEXT.replace(old, new, 1), bare) == [expected]


@pytest.mark.parametrize("newest", [date(2026, 1, 1), date(2025, 12, 31)], ids=["today", "future"])
def test_no_review_is_in_the_future(
    newest: date, bare: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("plainleaf.workspace.clock.newest_day", lambda: newest)
    monkeypatch.setattr("plainleaf.load.handout.today", lambda: newest)
    put(bare, PATH, TEXT)
    told = []
    try:
        read_handout(bare, "tea")
    except PlainleafError as error:
        told = [str(finding) for finding in error.findings]
    assert told == [
        f"{PATH}:6 (reviewed): error: is in the future: today is 2025-12-31."
        " Write the day on which it was checked, or set this machine's clock right. [bad-field]"
    ] * (newest < date(2026, 1, 1))


def test_unknown_field_names_the_nearest(bare: Workspace) -> None:
    put(bare, PATH, TEXT.replace("topics:", "topic:"))
    with pytest.raises(PlainleafError) as caught:
        read_handout(bare, "tea")
    assert [finding.hint for finding in caught.value.findings] == ["Did you mean 'topics'?"]


@pytest.mark.parametrize(
    ("said", "brief"),
    [
        ("[brew]", {"*": ("brew",)}),
        ("[when-to-call, cool]", {"*": ("when-to-call", "cool")}),
        ("{trifold: [brew], poster: [cool]}", {"trifold": ("brew",), "poster": ("cool",)}),
        ('{trifold: [brew], "*": [cool]}', {"trifold": ("brew",), "*": ("cool",)}),
        (
            "\n  trifold: [brew]\n  poster:\n    - cool",
            {"trifold": ("brew",), "poster": ("cool",)},
        ),
    ],
    ids=["list", "small heading", "table", "table with the rest", "table of lines"],
)
def test_brief_is_a_list_for_all_formats_or_one_for_each(
    said: str, brief: dict[str, tuple[str, ...]], bare: Workspace
) -> None:
    put(bare, PATH, TEXT.replace("[brew]", said) + SMALL)
    assert read_handout(bare, "tea").brief == brief


def test_handout_without_a_brief_has_none(bare: Workspace) -> None:
    put(bare, PATH, TEXT.replace("brief: [brew]\n", ""))
    assert read_handout(bare, "tea").brief == {}


def test_every_unknown_name_in_a_brief_is_told(bare: Workspace) -> None:
    said = "{trifold: [pour, sip], poster: [cup]}"
    assert faults(TEXT.replace("[brew]", said), bare) == [
        "13 (brief.trifold) bad-field: names no section: 'pour'.",
        "13 (brief.trifold) bad-field: names no section: 'sip'.",
        "13 (brief.poster) bad-field: names no section: 'cup'.",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            TEXT.replace("---\n\n##", "\n##"),
            [
                "1 (None) no-front-matter: has no fields.",
                "1 (None) not-printable: a hr cannot be printed.",
            ],
        ),
        (
            "Pour.\n",
            ["1 (None) no-front-matter: has no fields.", "1 (None) no-section: has no section."],
        ),
        ("---\n---\n\n## Brew {#brew}\n", ["1 (None) no-front-matter: has no fields."]),
    ],
    ids=["never closed", "none", "empty"],
)
def test_missing_front_matter_is_told(text: str, expected: list[str], bare: Workspace) -> None:
    assert faults(text, bare) == expected


def test_all_faults_are_told_in_the_order_of_lines(bare: Workspace) -> None:
    text = TEXT.replace("Green tea", "[]").replace("2026-01-01", "soon") + "\n:::\n"
    assert faults(text, bare) == [
        "2 (title) missing-field: is missing.",
        "6 (reviewed) bad-field: is not a date.",
        "20 (None) broken-container: ':::' opens or closes no container.",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("## Pour {#brew}\n", ["20 (None) equal-ids: the id 'brew' is already taken in line 16."]),
        (
            "### Pour {#brew}\n",
            ["20 (None) equal-ids: the id 'brew' is already taken in line 16."],
        ),
        (
            "## Pour {#title}\n",
            ["20 (None) equal-ids: the id 'title' is already taken in line 2."],
        ),
        (
            "::: questions\n\na\n\n:::\n\n::: questions\n\nb\n\n:::\n",
            [
                "26 (None) equal-ids: the id 'questions' is already taken in line 20.",
                "28 (None) equal-ids: the id 'questions/p1' is already taken in line 22.",
            ],
        ),
    ],
    ids=["sections", "small heading", "a field", "containers"],
)
def test_equal_ids_are_told(text: str, expected: list[str], bare: Workspace) -> None:
    assert faults(f"{TEXT}\n{text}", bare) == expected


def test_spaces_that_do_not_break_are_kept(bare: Workspace) -> None:
    spaces = "5\u00a0mg 10\u202f000 3\u2007ml"
    text = TEXT.replace("title: Green tea", f"title: Tea {spaces}")
    text = text.replace("## Brew", f"## Brew {spaces}").replace("Pour.", f"Pour  {spaces}\nnow.")
    put(bare, PATH, text)
    texts = [unit.text for unit in read_handout(bare, "tea").units]
    assert texts[:1] + texts[2:4] == [f"Tea {spaces}", f"Brew {spaces}", f"Pour {spaces} now."]
