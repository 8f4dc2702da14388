import subprocess
from collections.abc import Iterator
from shutil import which

import pytest

from plainleaf.load.po import entries, po_faults

ROWS = (
    "#. drink",
    'msgctxt "brew"',
    'msgid "Pour "',
    '"it."',
    'msgstr "Sirva."',
    "",
    "# Beba?",
    'msgctxt "sip"',
    'msgid "Sip."',
    'msgstr "Beba."',
    "",
    '#~ msgctxt "cup"',
    '#~ msgid "Cup."',
    '#~ msgstr "Taza."',
)
HEADER = ('msgid ""', 'msgstr "Content-Type: text/plain; charset=utf-8\\n"', "")
STRAY = ("# a", '"a"', 'msgctxt "a"', 'msgid "a"', 'msgstr "a"', '#~ "a"', '#~ msgid "a"')


def told(*rows: str) -> list[str]:
    """Return the faults of some rows as `line code: message`."""
    text = "\n".join(rows)
    return [f"{f.line} {f.code}: {f.message}" for f in po_faults(text, entries(text), "a.po")]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (
            [*ROWS[:7], ROWS[7], *ROWS[9:]],
            ["9 bad-po: msgstr stands where msgid must come."],
        ),
        (
            [*ROWS[:4], *ROWS[5:]],
            ["6 bad-po: a comment stands where msgstr must come."],
        ),
        (
            ['msgid "a"', 'msgstr "b"', 'msgstr "c"'],
            ["3 bad-po: msgstr stands where the next entry must come."],
        ),
        (
            ['msgctxt "a"', 'msgctxt "b"', 'msgid "c"', 'msgstr "d"'],
            ["2 bad-po: msgctxt stands where msgid must come."],
        ),
        (
            ['msgid "a"', 'msgid "b"', 'msgstr "c"'],
            ["2 bad-po: msgid stands where msgstr must come."],
        ),
        (
            ['msgstr "a"', 'msgid "b"'],
            [
                "1 bad-po: msgstr stands where msgctxt or msgid must come.",
                "2 bad-po: the entry ends without a msgstr.",
            ],
        ),
        (
            ['msgctxt "a"', "# b", 'msgid "c"', 'msgstr "d"'],
            ["2 bad-po: a comment stands where msgid must come."],
        ),
        (
            ['msgid "a"', "# b", 'msgstr "c"'],
            ["2 bad-po: a comment stands where msgstr must come."],
        ),
        (
            ['"a"', 'msgid "b"', 'msgstr "c"'],
            ["1 bad-po: a text without its keyword stands where msgctxt or msgid must come."],
        ),
        (
            ['msgid "a"', 'msgstr "b"', '#~| msgid "c"', '"d"'],
            ["4 bad-po: a text without its keyword stands where msgctxt or msgid must come."],
        ),
        (
            ['msgid "a"'],
            ["1 bad-po: the entry ends without a msgstr."],
        ),
        (
            ['#~ msgctxt "a"', '#~ msgstr "b"'],
            ["2 bad-po: msgstr stands where msgid must come."],
        ),
        (
            ['msgid "a"', '#~ msgstr "b"'],
            ["2 bad-po: only a part of the entry is marked '#~'."],
        ),
        (
            ['msgid "a"', 'msgid_plural "b"', 'msgstr[0] "c"', 'msgstr[1] "d"'],
            [
                "2 bad-po: msgid_plural is for plurals, which texts do not have.",
                "3 bad-po: msgstr[0] is for plurals, which texts do not have.",
                "4 bad-po: msgstr[1] is for plurals, which texts do not have.",
            ],
        ),
        (
            ['msgid "a"', r'msgstr "b\q"'],
            [r"2 bad-po: holds the escape \q, which is not read."],
        ),
        (
            ['msgid "a"', 'msgstr "b"', r'"\\\x41"'],
            [r"3 bad-po: holds the escape \x, which is not read."],
        ),
        (
            ['#~ msgid "a"', r'#~ msgstr "\101"'],
            [r"2 bad-po: holds the escape \1, which is not read."],
        ),
        (
            ['msgid "a"', 'msgstr "b"', 'msgid ""', 'msgstr "Plural-Forms: c"'],
            ["3 bad-po: the msgid is empty."],
        ),
        (
            ['msgctxt "a"', 'msgid ""', 'msgstr "Plural-Forms: c"'],
            ["1 bad-po: the msgid is empty."],
        ),
        (
            ['msgid "a" ""', 'msgstr "b"'],
            ["1 bad-po: is not a line of a catalogue."],
        ),
        (
            ['  msgid "a"', 'msgstr "b"', 'msgid ""', '"a"', 'msgstr "c"'],
            ["3 equal-messages: the message is already in line 1."],
        ),
    ],
    ids=["msgid lost", "msgstr lost", "two msgstr", "two msgctxt", "two msgid", "wrong order",
         "comment after msgctxt", "comment after msgid", "string first",
         "string after a former text", "no msgstr", "msgid lost in what is gone", "half gone",
         "plural", "escape", "escape in a later row", "escape in what is gone",
         "header behind", "header with a context", "two strings", "twice"],
)  # fmt: skip
def test_line_that_stands_wrong_is_told(rows: list[str], expected: list[str]) -> None:
    assert told(*rows) == expected


def test_whole_catalogue_has_no_fault() -> None:
    escapes = r'"\\q \"a\" \n\t\r"'
    assert (
        told(*HEADER, *ROWS, '#~| msgid "a"', '#~ msgid "b"', "#~", f"#~ msgstr {escapes}") == []
    )


def changed() -> Iterator[tuple[str, ...]]:
    """Yield the catalogue with each row lost, doubled, swapped, and with each stray one."""
    for place, row in enumerate(ROWS):
        before, after = ROWS[:place], ROWS[place + 1 :]
        yield (*before, *after)
        yield (*before, row, row, *after)
        yield (*before, *after[:1], row, *after[1:])
        yield from ((*before, stray, row, *after) for stray in STRAY)


@pytest.mark.skipif(not which("msgfmt"), reason="gettext's msgfmt is not installed")
def test_gettext_refuses_the_same() -> None:
    found, expected = {}, {}
    for rows in changed():
        text = "\n".join((*HEADER, *rows, ""))
        command = ["msgfmt", "-c", "-o", "/dev/null", "-"]
        done = subprocess.run(command, input=text.encode(), capture_output=True, check=False)
        expected[text] = done.returncode == 0
        found[text] = told(*HEADER, *rows) == []
    assert found == expected
