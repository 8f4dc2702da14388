from datetime import date
from time import process_time

import pytest

from plainleaf.errors import Finding, PlainleafError
from plainleaf.load.catalogue import parsed, read_catalogue
from plainleaf.load.po import HEADER as PO_HEADER
from plainleaf.model import Catalogue, Translation
from plainleaf.workspace import Workspace
from tests.conftest import put

PATH = "handouts/tea/es.po"
HEADER = r"""msgid ""
msgstr ""
"Language: es\n"
"Last-Translator: Ann\n"
"Content-Type: text/plain; charset=utf-8\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\n"
"X-Method: machine+human\n"
"X-Checker: Ben\n"
"X-Review-Date: 2026-01-01\n"
"""


def entry(source: str, text: str, context: str = "brew/p1") -> str:
    return f'\nmsgctxt "{context}"\nmsgid "{source}"\nmsgstr "{text}"\n'


def faults(text: str, workspace: Workspace) -> list[str]:
    """Return the faults of a catalogue as `line code: message`."""
    put(workspace, PATH, text)
    with pytest.raises(PlainleafError) as caught:
        read_catalogue(workspace, PATH, "es")
    assert {finding.path for finding in caught.value.findings} == {PATH}
    return [f"{f.line} {f.code}: {f.message}" for f in caught.value.findings]


def test_catalogue_is_read_whole(bare: Workspace) -> None:
    fuzzy = '\n#, fuzzy\nmsgctxt "drink"\nmsgid "Drink"\nmsgstr "Bebé"\n'
    put(bare, PATH, HEADER + entry("Pour **it**.", "Sirva") + fuzzy)
    assert read_catalogue(bare, PATH, "es") == Catalogue(
        language="es",
        path=PATH,
        messages={
            "brew/p1": Translation("Pour **it**.", "Sirva", fuzzy=False, line=12),
            "drink": Translation("Drink", "Bebé", fuzzy=True, line=17),
        },
        method="machine+human",
        checker="Ben",
        review_date="2026-01-01",
    )


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Checker: Ben", "Checker: "),
        ("Date: 2026-01-01", "Date: "),
        ("machine+human", "machine"),
        (r'"X-Checker: Ben\n"', ""),
    ],
    ids=["no checker", "no date", "machine", "no field"],
)
def test_translation_counts_as_reviewed_by_a_person_only(
    old: str, new: str, bare: Workspace
) -> None:
    reviewed = []
    for text in (HEADER, HEADER.replace(old, new)):
        put(bare, PATH, text)
        reviewed.append(read_catalogue(bare, PATH, "es").is_reviewed)
    assert reviewed == [True, False]


def test_fixed_words_are_known_by_their_text(bare: Workspace) -> None:
    put(bare, PATH, HEADER + '\nmsgid "Page %(n)s"\nmsgstr "Página %(n)s"\n')
    assert read_catalogue(bare, PATH, "es").messages == {
        "Page %(n)s": Translation("Page %(n)s", "Página %(n)s", fuzzy=False, line=11)
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            HEADER + '\nmsgid "a"\nmsgstr "b\n',
            ["12 bad-po: is not a line of a catalogue."],
        ),
        (HEADER + "\nmsgit \"a\"\n", ["11 bad-po: is not a line of a catalogue."]),
        (HEADER + '\nmsgid "a" "b"\n', ["11 bad-po: is not a line of a catalogue."]),
        (
            HEADER.replace("utf-8", "utf-7"),
            ["5 bad-po: the charset is not UTF-8."],
        ),
        (
            HEADER.replace("n != 1", "(" * 5_000 + "n" + ")" * 5_000),
            ["6 bad-po: Plural-Forms is not one we can read."],
        ),
        (
            HEADER.replace("nplurals=2", "nplurals=999999999"),
            ["6 bad-po: Plural-Forms is not one we can read."],
        ),
        (
            HEADER.replace("Plural-Forms: nplurals=2", 'plural-"\n"forms: nplurals=999999999'),
            ["6 bad-po: Plural-Forms is not one we can read."],
        ),
        (
            "#" * 30_000 + "\n" + HEADER.replace("nplurals=2", "nplurals=999999999"),
            ["7 bad-po: Plural-Forms is not one we can read."],
        ),
        (
            HEADER + entry("a", "b") + entry("a", "c"),
            ["15 equal-messages: the message is already in line 11."],
        ),
        (HEADER + HEADER, ["10 equal-messages: the message is already in line 1."]),
        (
            HEADER + entry("Up to %(n)s of %(of)s", "Hasta %(n)s"),
            ["12 placeholders: the translation of 'Up to %(n)s of %(of)s' lacks %(of)s."],
        ),
        (
            HEADER + entry("a", "{0.x}"),
            [
                "12 placeholders: the translation of 'a' has {0.x}, which the source has not."
            ],
        ),
        (
            HEADER + entry("a", "<b>b</b>"),
            ["12 markup: the translation of 'a' holds markup."],
        ),
        (
            HEADER + entry("a", "[b](b.md)"),
            ["12 not-printable: the translation of 'a' holds a link to 'b.md'."],
        ),
        (
            HEADER + entry("a", "![b](images/b.svg)"),
            ["12 not-printable: the translation of 'a' holds image in a text."],
        ),
        (
            HEADER + entry("a", "b&#x202e;"),
            ["12 not-printable: the translation of 'a' holds the invisible character U+202E."],
        ),
        (
            HEADER + entry("a", "`b`") + entry("c", "<d>", context="c"),
            [
                "12 not-printable: the translation of 'a' holds code inline in a text.",
                "16 markup: the translation of 'c' holds markup.",
            ],
        ),
    ],
    ids=["open string", "unknown word", "two strings", "charset", "plural bomb",
         "endless plurals", "hidden plurals", "plurals behind a comment", "twice", "two headers",
         "placeholder lost", "placeholder added", "markup", "link", "image", "bidi", "two faults"],
)  # fmt: skip
def test_broken_catalogue_is_told(text: str, expected: list[str], bare: Workspace) -> None:
    assert faults(text, bare) == expected


@pytest.mark.parametrize("text", ["al 100%", "%d", "%(n)", "100%%%", "%(n.x)s"])
def test_percent_that_opens_no_placeholder_is_told_in_fixed_words(
    text: str, bare: Workspace
) -> None:
    path = "templates/strings/es.po"
    put(bare, path, HEADER + f'\nmsgid "a"\nmsgstr "{text}"\n')
    with pytest.raises(PlainleafError) as caught:
        read_catalogue(bare, path, "es")
    message = "the translation of 'a' holds a '%' that opens no placeholder."
    assert caught.value.findings == (
        Finding(path, 11, "placeholders", message, "Write '%%' to print one."),
    )


def test_percent_is_a_word_elsewhere(bare: Workspace) -> None:
    put(bare, PATH, HEADER + entry("a", "100%"))
    put(bare, "templates/strings/es.po", HEADER + '\nmsgid "%(n)s"\nmsgstr "%(n)s %%"\n')
    texts = [
        [message.text for message in read_catalogue(bare, path, "es").messages.values()]
        for path in (PATH, "templates/strings/es.po")
    ]
    assert texts == [["100%"], ["%(n)s %%"]]


def test_translation_of_another_handout(bare: Workspace) -> None:
    text = HEADER.replace('msgstr ""\n', 'msgstr ""\n"Project-Id-Version: soup 1.0\\n"\n')
    put(bare, "handouts/soup/handout.md", "# Soup")
    assert faults(text + entry("Pour.", "Sirva."), bare) == [
        "3 another-handout: is a translation of 'soup', not of 'tea'."
    ]


def test_project_that_names_no_handout_here_is_a_word(bare: Workspace) -> None:
    text = HEADER.replace('msgstr ""\n', 'msgstr ""\n"Project-Id-Version: soup 1.0\\n"\n')
    put(bare, PATH, text)
    assert read_catalogue(bare, PATH, "es").project == "soup 1.0"


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "Date: 2026-01-01",
            "Date: 2025-02-29",
            "9 bad-header: X-Review-Date is '2025-02-29', which is no day up to today.",
        ),
        (
            "Date: 2026-01-01",
            "Date: 20260101",
            "9 bad-header: X-Review-Date is '20260101', which is no day up to today.",
        ),
        (
            "Date: 2026-01-01",
            "Date: 2026-01-03",
            "9 bad-header: X-Review-Date is '2026-01-03', which is no day up to today.",
        ),
        ("machine+human", "Machine", "7 bad-header: X-Method is 'Machine'."),
        ("Ben", "TODO", "8 bad-header: X-Checker is 'TODO', which names nobody."),
        ("Ben", "tbd.", "8 bad-header: X-Checker is 'tbd.', which names nobody."),
        ("Ben", "<FULL NAME>", "8 bad-header: X-Checker is '<FULL NAME>', which names nobody."),
        ("Ben", "?", "8 bad-header: X-Checker is '?', which names nobody."),
        (
            "Language: es",
            "Language: fr",
            "3 bad-po: the language is 'fr', not 'es' as in the file's name.",
        ),
    ],
    ids=["no day", "other form", "future", "method", "to do", "to be decided", "template",
         "question mark", "language"],
)  # fmt: skip
@pytest.mark.parametrize("indent", ["", "        "], ids=["flush", "indented"])
def test_header_field_that_cannot_be_is_told(
    indent: str,
    old: str,
    new: str,
    expected: str,
    bare: Workspace,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("plainleaf.workspace.clock.newest_day", lambda: date(2026, 1, 2))
    rows = HEADER.replace(old, new).replace('\n"', f'\n{indent}"')
    assert faults(rows, bare) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        HEADER,
        'msgid   ""\nmsgstr  "Language: es\\n"\n        "X-Method: \\n"\n',
        f"# a\n\n{HEADER}",
    ],
    ids=["flush", "as msgcat indents it", "after a comment"],
)
def test_header_is_found_whole(text: str) -> None:
    found = PO_HEADER.search(text + entry("a", "b"))
    assert found
    assert text.endswith(found[0])


@pytest.mark.parametrize(
    ("source", "text", "problem"),
    [
        ("a", "# b", "begins with '#', which makes no list or heading"),
        ("a", "> b", "begins with '>', which makes no list or heading"),
        ("a", "- b", "begins with '-', which makes no list or heading"),
        ("a", "* b", "begins with '*', which makes no list or heading"),
        ("a", "12. b", "begins with '12.', which makes no list or heading"),
        ("a", "---", "begins with '---', which makes no list or heading"),
        ("a", "| b", "begins with '|', which makes no list or heading"),
        ("a", "::: b", "begins with ':::', which makes no list or heading"),
        ("**a**", "**b.", "holds '*', which marks nothing and prints as it stands"),
        ("_a_", "b_ c", "holds '_', which marks nothing and prints as it stands"),
        ("[a](#b)", "[b] (#b)", "holds '[', ']', which marks nothing and prints as it stands"),
        ("a", "b` c", "holds '`', which marks nothing and prints as it stands"),
        ("a", "~~b~~", "holds '~', which marks nothing and prints as it stands"),
    ],
)
def test_markdown_that_would_print_is_told(
    source: str, text: str, problem: str, bare: Workspace
) -> None:
    expected = f"12 not-printable: the translation of {source!r} {problem}."
    assert faults(HEADER + entry(source, text), bare) == [expected]


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("1. a", "2. b"),
        ("- a", "- b"),
        ("a*", "b*"),
        ("**a** [b](#c)", "_d_ [e](#c)"),
        ("a", "3~5 b"),
        ("a", r"1\\. b"),
        ("On December 24 closed", "24. Dezember geschlossen"),
        ("Call 911.", "911. Warten Sie nicht."),
        ("**%(a_b)s**", "**%(a_b)s**"),
    ],
)
def test_sign_that_the_source_has_or_that_marks_is_fine(
    source: str, text: str, bare: Workspace
) -> None:
    put(bare, PATH, HEADER + entry(source, text))
    assert read_catalogue(bare, PATH, "es").messages["brew/p1"].source == source


def test_sign_within_a_placeholder_is_no_markdown(bare: Workspace) -> None:
    assert faults(HEADER + entry("a", "%(b_c)s"), bare) == [
        "12 placeholders: the translation of 'a' has %(b_c)s, which the source has not."
    ]


@pytest.mark.parametrize("text", ["*b*", "b_c", "[b"])
def test_fixed_words_hold_no_markdown(text: str, bare: Workspace) -> None:
    path = "templates/strings/es.po"
    put(bare, path, HEADER + f'\nmsgid "a %(b_c)s"\nmsgstr "{text} %(b_c)s"\n')
    with pytest.raises(PlainleafError, match="which marks nothing and prints as it stands"):
        read_catalogue(bare, path, "es")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("\u200b", ""),
        (" \u2060\u00ad\u200e ", ""),
        ("\u3164", ""),
        ("&#8203;&nbsp;", ""),
        ("ទឹក\u200bក្តៅ", "ទឹក\u200bក្តៅ"),
        ("?", "?"),
    ],
    ids=["zero width space", "joiners", "filler", "escaped", "Khmer", "sign"],
)
def test_text_that_shows_nothing_is_no_translation(
    text: str, expected: str, bare: Workspace
) -> None:
    put(bare, PATH, HEADER + entry("a", text))
    assert read_catalogue(bare, PATH, "es").messages["brew/p1"].text == expected


@pytest.mark.parametrize(
    ("comment", "excused"),
    [("# Figures are right", True), ("#. figures are right", False), ("# figures", False)],
    ids=["translator", "tool", "other words"],
)
def test_translator_may_say_that_figures_are_right(
    comment: str, excused: bool, bare: Workspace
) -> None:
    put(bare, PATH, HEADER + f"\n{comment}" + entry("12", "30"))
    assert read_catalogue(bare, PATH, "es").messages["brew/p1"].excused is excused


def test_former_text_of_what_is_gone_is_passed_over(bare: Workspace) -> None:
    gone = '\n#~| msgid "a"\n#~| "b"\n#~ msgid "c"\n#~ msgstr "d"\n'
    text = HEADER + gone + entry("e", "f")
    put(bare, PATH, text)
    assert read_catalogue(bare, PATH, "es").messages == {
        "brew/p1": Translation("e", "f", fuzzy=False, line=17)
    }
    catalog = parsed(text, "es")
    assert [message.string for message in catalog.obsolete.values()] == ["d"]


def test_long_text_is_told_before_it_is_read_as_markdown(bare: Workspace) -> None:
    began = process_time()
    assert faults(HEADER + entry("a", "[" * 400_000), bare) == [
        "13 too-long: the msgstr is longer than 5,000 characters."
    ]
    assert process_time() - began < 5
