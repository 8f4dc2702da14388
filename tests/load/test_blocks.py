import os
import time
from pathlib import Path

import pytest

from plainleaf.load.blocks import Body, read_body
from plainleaf.model import Block, Section, Unit
from plainleaf.text.markdown import tokens
from plainleaf.workspace import Workspace
from tests.conftest import put

ID = "small letters a-z, digits and single hyphens."
PATH = "handouts/tea/handout.md"
IMAGES = "handouts/tea/images"


def read(text: str, workspace: Workspace) -> Body:
    return read_body(tokens(text), PATH, workspace)


def faults(text: str, workspace: Workspace) -> list[str]:
    """Return the faults of a text below a good section, as `line code: message`."""
    findings = read(f"## Tea {{#tea}}\n\n{text}", workspace).findings
    return [f"{f.line} {f.code}: {f.message}" for f in findings]


def test_text_becomes_numbered_sections_of_blocks(bare: Workspace) -> None:
    text = "First.\n\n## Brew {#brew}\n\nHeat\nwater.\n\n- Pour.\n\n"
    text += "### Cold {#cold}\n\n1. Wait.\n2. Sip.\n"
    assert read(text, bare) == Body(
        lead=(Block("paragraph", 1, Unit("lead/p1", "First.", 1)),),
        sections=(
            Section(
                "brew",
                number=1,
                line=3,
                title=Unit("brew", "Brew", 3),
                blocks=(
                    Block("paragraph", 5, Unit("brew/p1", "Heat water.", 5)),
                    Block("list", 8, children=(Block("item", 8, Unit("brew/p2", "Pour.", 8)),)),
                    Block("subheading", 10, Unit("cold", "Cold", 10)),
                    Block(
                        "steps",
                        12,
                        children=(
                            Block("item", 12, Unit("cold/p1", "Wait.", 12)),
                            Block("item", 13, Unit("cold/p2", "Sip.", 13)),
                        ),
                    ),
                ),
            ),
        ),
        findings=(),
    )


GOOD = {
    "key-points": (
        "::: key-points\n\nSip.\n\n:::\n",
        Block(
            "key-points",
            3,
            children=(Block("paragraph", 5, Unit("tea/key-points1/p1", "Sip.", 5)),),
        ),
    ),
    "only": (
        "::: only nurse\n\nSip.\n\n:::\n",
        Block("paragraph", 5, Unit("tea/p1", "Sip.", 5), only="nurse"),
    ),
    "only in a container": (
        ":::: key-points\n\n::: only nurse\n\nSip.\n\n:::\n\n::::\n",
        Block(
            "key-points",
            3,
            children=(
                Block(
                    "group",
                    5,
                    children=(
                        Block("paragraph", 7, Unit("tea/key-points1/p1", "Sip.", 7), only="nurse"),
                    ),
                    only="nurse",
                ),
            ),
        ),
    ),
    "icon-array": (
        "::: icon-array n=3 of=20\n\nFew.\n\n:::\n",
        Block(
            "icon-array",
            3,
            children=(Block("paragraph", 5, Unit("tea/icon-array1/p1", "Few.", 5)),),
            options={"n": 3, "of": 20},
        ),
    ),
    "icon-array of a hundred": (
        "::: icon-array n=3\n\nFew.\n\n:::\n",
        Block(
            "icon-array",
            3,
            children=(Block("paragraph", 5, Unit("tea/icon-array1/p1", "Few.", 5)),),
            options={"n": 3, "of": 100},
        ),
    ),
    "figure": (
        "::: figure\n\n![A cup.](images/cup.svg)\n\nMine.\n\n:::\n",
        Block(
            "figure",
            3,
            children=(
                Block("alt", 5, Unit("tea/figure1/alt1", "A cup.", 5)),
                Block("paragraph", 7, Unit("tea/figure1/p1", "Mine.", 7)),
            ),
            options={"source": "handouts/tea/images/cup.svg"},
        ),
    ),
}


PARTS = """1. Warm the pot.

   Use hot water.
2. Add:
   - tea

     As you like it.
   - milk

   Stir.
3. Drink.
"""


def test_an_item_holds_texts_and_a_list_below_its_own_id(bare: Workspace) -> None:
    """What follows an item keeps the id that it had without them: catalogues hang on it."""
    body = read(f"## Tea {{#tea}}\n\n{PARTS}\nSip.\n", bare)
    note = Block("paragraph", 5, Unit("tea/p1/p1", "Use hot water.", 5))
    like = Block("paragraph", 9, Unit("tea/p2/p1/p1", "As you like it.", 9))
    inner = (
        Block("item", 7, Unit("tea/p2/p1", "tea", 7), (like,)),
        Block("item", 10, Unit("tea/p2/p2", "milk", 10)),
    )
    stir = Block("paragraph", 12, Unit("tea/p2/p3", "Stir.", 12))
    items = (
        Block("item", 3, Unit("tea/p1", "Warm the pot.", 3), (note,)),
        Block("item", 6, Unit("tea/p2", "Add:", 6), (Block("list", 7, children=inner), stir)),
        Block("item", 13, Unit("tea/p3", "Drink.", 13)),
    )
    sip = Block("paragraph", 15, Unit("tea/p4", "Sip.", 15))
    assert (body.sections[0].blocks, body.findings) == (
        (Block("steps", 3, children=items), sip),
        (),
    )


def test_a_forced_line_break_is_a_line_end_of_its_unit(bare: Workspace) -> None:
    """Those of the file are spaces, as before."""
    text = "Ward 3\\\n1 Hill\nRoad  \nTeaville\n\n- Call\\\n  us\n"
    blocks = read(f"## Tea {{#tea}}\n\n{text}", bare).sections[0].blocks
    units = [block.unit or block.children[0].unit for block in blocks]
    assert [unit.text for unit in units if unit] == ["Ward 3\n1 Hill Road\nTeaville", "Call\nus"]


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        ("1. a\n2. b\n\n- c\n\n3. d\n", [{}, {}, {"start": 3}]),
        ("3. a\n4. b\n", [{"start": 3}]),
        ("0. a\n1. b\n", [{"start": 0}]),
        ("1) a\n2) b\n\nSip.\n\n3) c\n", [{}, {}, {"start": 3}]),
    ],
)
def test_a_list_knows_its_first_number(
    text: str, starts: list[dict[str, int]], bare: Workspace
) -> None:
    body = read(f"## Tea {{#tea}}\n\n{text}", bare)
    assert ([block.options for block in body.sections[0].blocks], body.findings) == (starts, ())


@pytest.mark.parametrize("name", GOOD)
def test_container_becomes_a_block(name: str, bare: Workspace) -> None:
    put(bare, "handouts/tea/images/cup.svg", "<svg/>")
    text, block = GOOD[name]
    body = read(f"## Tea {{#tea}}\n\n{text}", bare)
    assert (body.sections[0].blocks, body.findings) == ((block,), ())


@pytest.mark.parametrize(
    ("opening", "options"),
    [("when-to-call", {}), ("questions", {"lines": 4}), ("questions lines=2", {"lines": 2})],
    ids=["when to call", "questions", "questions with lines"],
)
def test_container_becomes_a_section(
    opening: str, options: dict[str, int], bare: Workspace
) -> None:
    name = opening.split()[0]
    paragraph = Block("paragraph", 3, Unit(f"{name}/p1", "Call.", 3))
    block = Block(name, 1, children=(paragraph,), options=options)
    assert read(f"::: {opening}\n\nCall.\n\n:::\n", bare).sections == (
        Section(name, number=1, line=1, kind=name, blocks=(block,)),
    )


def test_section_for_one_audience_keeps_its_number(bare: Workspace) -> None:
    text = "## A {#a}\n\n::: only nurse\n\n## B {#b}\n\n:::\n\n## C {#c}\n"
    sections = [(s.id, s.number, s.only) for s in read(text, bare).sections]
    assert sections == [("a", 1, None), ("b", 2, "nurse"), ("c", 3, None)]


def test_ids_elsewhere_stay_when_a_paragraph_is_added(bare: Workspace) -> None:
    def ids(first: str) -> list[str]:
        text = (
            f"{first}\n\n## A {{#a}}\n\nX.\n\n::: key-points\n\nY.\n\n:::\n\n## B {{#b}}\n\nZ.\n"
        )
        sections = read(text, bare).sections
        blocks = [b for s in sections for b in s.blocks]
        units = [b.unit for block in blocks for b in (block, *block.children)]
        return [unit.id for unit in units if unit]

    assert ids("One.") == ids("One.\n\nTwo.") == ["a/p1", "a/key-points1/p1", "b/p1"]


def test_words_in_brackets_are_words(bare: Workspace) -> None:
    """CommonMark would take a link reference definition away without a trace."""
    body = read("## Tea {#tea}\n\n[Note]: http://example.org\n", bare)
    assert body.sections[0].blocks == (
        Block("paragraph", 3, Unit("tea/p1", "[Note]: http://example.org", 3)),
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "::: keypoint\n\nSip.\n\n:::\n",
            ["3 unknown-container: no container is named 'keypoint'."],
        ),
        (
            "::: key-points\n\nSip.\n",
            ["3 broken-container: '::: key-points' is never closed."],
        ),
        (
            "::: when-to-call\n\nSip.\n",
            ["3 broken-container: '::: when-to-call' is never closed."],
        ),
        (":::\n", ["3 broken-container: ':::' opens or closes no container."]),
        ("Sip.\n:::\n", ["3 broken-container: ':::' opens or closes no container."]),
        ("::: key-points\n:::\n", ["3 empty-container: 'key-points' holds nothing."]),
        ("::: questions\n:::\n", ["3 empty-container: 'questions' holds nothing."]),
        ("::: only nurse\n:::\n", ["3 empty-container: 'only' holds nothing."]),
        ("::: only\n\nSip.\n\n:::\n", ["3 bad-only: 'only' names no audience."]),
        ("::: only a b\n\nSip.\n\n:::\n", ["3 bad-only: 'only' names two audiences."]),
        (
            "::: only ../a\n\nSip.\n\n:::\n",
            ["3 bad-only: '../a' is no name of an audience."],
        ),
        (
            ":::: only a\n\n::: only b\n\nSip.\n\n:::\n\n::::\n",
            ["5 bad-only: 'only b' stands within 'only a'."],
        ),
        (
            ":::: only a\n\n::: when-to-call\n\nCall.\n\n:::\n\n::::\n",
            ["5 bad-place: 'when-to-call' is a section of its own."],
        ),
        (
            "::: key-points lines=3\n\nSip.\n\n:::\n",
            ["3 bad-option: 'key-points' takes no 'lines=3'."],
        ),
        (
            "::: questions lines=x\n\nSip.\n\n:::\n",
            ["3 bad-option: 'questions' takes no 'lines=x'."],
        ),
        (
            "::: questions lines=0\n\nSip.\n\n:::\n",
            ["3 bad-option: 'lines=0' is out of range."],
        ),
        (
            "::: questions lines=13\n\nSip.\n\n:::\n",
            ["3 bad-option: 'lines=13' is out of range."],
        ),
        (
            "::: icon-array\n\nFew.\n\n:::\n",
            ["3 bad-option: 'icon-array' needs n=NUMBER."],
        ),
        (
            "::: icon-array n=5 of=4\n\nFew.\n\n:::\n",
            ["3 bad-option: n is more than of."],
        ),
    ],
    ids=[
        "unknown",
        "never closed",
        "section never closed",
        "stray colons",
        "stray colons under a line",
        "empty",
        "empty section",
        "empty only",
        "only for nobody",
        "only for two",
        "only for no name",
        "only in only",
        "section in only",
        "option of another",
        "option is no number",
        "option too small",
        "option too big",
        "option missing",
        "more than all",
    ],
)
def test_broken_container_is_told(text: str, expected: list[str], bare: Workspace) -> None:
    assert faults(text, bare) == expected


def test_unknown_container_names_the_nearest(bare: Workspace) -> None:
    (finding,) = read("## Tea {#tea}\n\n::: when-to-cal\n\nCall.\n\n:::\n", bare).findings
    assert finding.hint == "Did you mean 'when-to-call'?"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("## {#cup}\n", ["3 empty-heading: a heading has no text."]),
        ("##\n", ["3 empty-heading: a heading has no text."]),
        ("## Cup\n", [f"3 no-id: a heading has no id of {ID}"]),
        ("## Cup {#Cup}\n", [f"3 no-id: the id 'Cup' is not of {ID}"]),
        ("# Cup {#cup}\n", ["3 heading-level: '#' has no place here."]),
        ("#### Cup {#cup}\n", ["3 heading-level: '####' has no place here."]),
        (
            "::: key-points\n\n## Cup {#cup}\n\nSip.\n\n:::\n",
            ["5 bad-place: the heading 'cup' opens a section."],
        ),
        (
            ":::: only nurse\n\n::: key-points\n\n## Cup {#cup}\n\nSip.\n\n:::\n\n::::\n",
            ["7 bad-place: the heading 'cup' opens a section."],
        ),
    ],
    ids=["id alone", "nothing", "no id", "capitals", "level 1", "level 4", "in a container",
         "in a container in only"],
)  # fmt: skip
def test_broken_heading_is_told(text: str, expected: list[str], bare: Workspace) -> None:
    assert faults(text, bare) == expected


def test_small_heading_stands_below_a_section(bare: Workspace) -> None:
    findings = read("### Cup {#cup}\n\n## Tea {#tea}\n", bare).findings
    assert [f.message for f in findings] == ["'###' has no place here."]


def test_text_without_a_section_is_told(bare: Workspace) -> None:
    assert [f.message for f in read("Sip.\n", bare).findings] == ["has no section."]


def test_text_behind_a_section_container_is_told(bare: Workspace) -> None:
    assert faults("::: when-to-call\n\nCall.\n\n:::\n\nMore.\n", bare) == [
        "9 stray-text: stands behind the section 'when-to-call' without a heading."
    ]


def test_text_behind_a_section_for_one_audience_is_told(bare: Workspace) -> None:
    assert faults("::: only nurse\n\n## Cup {#cup}\n\nSip.\n\n:::\n\nMore.\n", bare) == [
        "11 stray-text: stands behind the section 'cup' without a heading."
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("-\n- a\n", ["3 bad-item: an item of a list has no text."]),
        ("- - a\n  - b\n", ["3 bad-item: an item of a list has no text."]),
        ("1. a\n2.\n", ["4 bad-item: an item of a list has no text."]),
        (
            "- a\n  - b\n    - c\n\n      d\n",
            ["5 too-deep: a list stands within a list within a list."],
        ),
        (
            "- a\n\n  ::: key-points\n\n  Sip.\n\n  :::\n",
            ["5 bad-item: an item of a list holds the container 'key-points'."],
        ),
        (
            "- a\n\n  ::: only nurse\n\n  Sip.\n\n  :::\n",
            ["5 bad-item: an item of a list holds 'only'."],
        ),
        ("- a\n\n  ## Cup {#cup}\n", ["5 bad-place: the heading 'cup' opens a section."]),
        ("| a |\n|---|\n| b |\n", ["3 not-printable: a table cannot be printed."]),
        ("```\ncode\n```\n", ["3 not-printable: a fence cannot be printed."]),
        ("    code\n", ["3 not-printable: a code block cannot be printed."]),
        ("> said\n", ["3 not-printable: a blockquote cannot be printed."]),
        ("***\n", ["3 not-printable: a hr cannot be printed."]),
        ("Say `code`.\n", ["3 not-printable: holds code inline in a text."]),
        ("See ![a cup](images/cup.svg)\n", ["3 not-printable: holds image in a text."]),
        ("See [it](cup.md).\n", ["3 not-printable: holds a link to 'cup.md'."]),
        (
            "Sip.\\\nMore.\\\n",
            [r"4 markup: holds '\\', which breaks no line at the end of a text."],
        ),
        ("Sip&#x202e;.\n", ["3 not-printable: holds the invisible character U+202E."]),
    ],
    ids=["empty item", "list in place of a text", "empty step", "third level",
         "container in an item", "passage in an item", "heading in an item", "table", "fence",
         "code", "quote", "rule",
         "code in a line", "image in a line", "link into the folder", "break at the end", "bidi"],
)  # fmt: skip
def test_what_cannot_be_printed_is_told(text: str, expected: list[str], bare: Workspace) -> None:
    assert faults(text, bare) == expected


def test_markup_is_plain_text(bare: Workspace) -> None:
    body = read("## Tea {#tea}\n\n<script>alert(1)</script>\n", bare)
    assert body.sections[0].blocks == (
        Block("paragraph", 3, Unit("tea/p1", "<script>alert(1)</script>", 3)),
    )


@pytest.mark.parametrize(
    ("image", "expected"),
    [
        (
            "![](images/cup.svg)",
            "3 bad-figure: a figure's image has no words for those who do not see it.",
        ),
        ("A cup.", "3 bad-figure: a figure has no image."),
        (
            "![a](images/none.svg)",
            f"5 missing-file: {IMAGES}/none.svg is not there.",
        ),
        ("![a](../x.svg)", "5 bad-image: '../x.svg' is no image of the handout."),
        (
            "![a](images/../../x.svg)",
            "5 bad-image: 'images/../../x.svg' is no image of the handout.",
        ),
        ("![a](/etc/x.svg)", "5 bad-image: '/etc/x.svg' is no image of the handout."),
        (
            "![a](https://example.org/x.svg)",
            "5 bad-image: 'https://example.org/x.svg' is no image of the handout.",
        ),
        ("![a](images/cup.pdf)", "5 bad-image: 'images/cup.pdf' is no image of the handout."),
        ("![a](images/d.svg)", f"5 no-file: {IMAGES}/d.svg is not a regular file."),
        ("![a](images/pipe.svg)", f"5 no-file: {IMAGES}/pipe.svg is not a regular file."),
        ("![a](images/out.svg)", f"5 link: {IMAGES}/out.svg is or goes through a link."),
    ],
    ids=["no words", "no image", "missing", "above", "above by a detour", "absolute", "web",
         "kind", "folder", "fifo", "link out"],
)  # fmt: skip
def test_broken_figure_is_told(image: str, expected: str, bare: Workspace, tmp_path: Path) -> None:
    put(bare, "handouts/tea/images/d.svg/x", "x")
    os.mkfifo(bare.root / "handouts/tea/images/pipe.svg")
    (tmp_path / "secret.svg").write_text("<svg/>")
    (bare.root / "handouts/tea/images/out.svg").symlink_to(tmp_path / "secret.svg")
    assert faults(f"::: figure\n\n{image}\n\n:::\n", bare) == [expected]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        (">" * 20_000 + " Sip.", ["too-deep"]),
        ("".join(f"{'  ' * depth}- Sip.\n" for depth in range(400)), ["too-deep"]),
        ("## " + "x" + " " * 50_000 + "y {#cup}\n", ["joined-lines"]),
        ("[a](" * 5_000, ["markup"]),
        ("**a " * 5_000, ["stray-sign"]),
        ("{#" * 20_000, ["stray-sign"]),
        ("{{" * 20_000, ["stray-sign"]),
        ("[x][y" * 5_000, []),
        ("«a_" * 20_000, ["stray-sign"]),
        ("&a" * 20_000, []),
        ("a\n" * 20_000, ["joined-lines"]),
    ],
    ids=[
        "quotes",
        "lists",
        "spaces in a heading",
        "links",
        "bold",
        "ids",
        "templates",
        "names of links",
        "fields of a letter",
        "names of signs",
        "short lines",
    ],
)
def test_hostile_text_takes_no_time(text: str, codes: list[str], bare: Workspace) -> None:
    started = time.process_time()
    found = [f.code for f in read(f"## Tea {{#tea}}\n\n{text}", bare).findings]
    assert (found, time.process_time() - started < 5) == (codes, True)
