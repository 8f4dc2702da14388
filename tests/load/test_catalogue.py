import pytest

from plainleaf.errors import Finding, PlainleafError
from plainleaf.load.catalogue import read_catalogue
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
            ["1 bad-po: Plural-Forms is not one we can read."],
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
            [
                "12 placeholders: the translation of 'Up to %(n)s of %(of)s' has placeholders"
                " ['%(n)s'], not ['%(n)s', '%(of)s']."
            ],
        ),
        (
            HEADER + entry("a", "{0.x}"),
            ["12 placeholders: the translation of 'a' has placeholders ['{0.x}'], not []."],
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
    assert faults(text + entry("Pour.", "Sirva."), bare) == [
        "3 another-handout: is a translation of 'soup', not of 'tea'."
    ]


def test_bold_that_is_not_closed(bare: Workspace) -> None:
    assert faults(HEADER + entry("Pour **it**.", "Sirva **lo."), bare) == [
        "12 not-printable: the translation of 'Pour **it**.' holds '**' that makes nothing bold."
    ]
