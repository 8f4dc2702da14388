"""What folds, through the whole build: asked of the reading copy and of its press sheets."""

import io
import json
import re
import shutil
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import pikepdf
import pypdfium2
import pytest
import zxingcpp
from click.testing import CliRunner

from plainleaf.build.manifest import Result
from plainleaf.checks.facts.structure import read_structure
from plainleaf.cli import cli
from plainleaf.model import FOLDS, Choice
from plainleaf.workspace import Workspace
from tests.conftest import LIBRARY, change, put
from tests.impose.letters import MM, instructions
from tests.impose.test_impose import boxes
from tests.typeset.test_scripts import po
from tests.workspaces import results

# Unit, English, Spanish, Arabic. Each part says a number of its own, which reads the same from
# either side: what is where can be asked of it in every language.
SAID = (
    ("title", "Tea", "Té", "الشاي"),
    ("summary", "Tea for 808 guests.", "Té para 808 personas.", "شاي يكفي 808 من الضيوف."),
    ("brew", "Brew", "Preparar", "التحضير"),
    ("brew/p1", "Heat 101 cups.", "Hierva 101 tazas.", "سخّن 101."),
    ("pour", "Pour", "Servir", "الصب"),
    ("pour/p1", "Pour 202 cups.", "Sirva 202 tazas.", "صبّ 202."),
    ("past", "The past", "El pasado", "الماضي"),
    ("past/p1", "It is 303 years old.", "Tiene 303 años.", "عمره 303."),
    ("drink", "Drink", "Beber", "الشرب"),
    ("drink/p1", "Drink 404 cups.", "Beba 404 tazas.", "اشرب 404."),
    ("when-to-call/p1", "Before 505 cups.", "Antes de 505 tazas.", "قبل 505."),
    ("source-1", "A kettle.", "Una tetera.", "إبريق."),
)
REPEATS = 45  # so that a section takes more than half of a panel
PUBLISHER = "Ward 707"  # said at the end
LANGUAGES = ("en", "es", "ar")
REVIEWED = '"X-Method: human\\n"\n"X-Checker: Ben\\n"\n"X-Review-Date: 2026-01-02\\n"'
NUMBER = re.compile(r"\b([1-9])0\1\b")

SITE = "https://tea.example/h"
LOGO = "Harbor Clinic (example) logo"
TEA = "handouts/tea/handout.md"
BRAND = "styles/brands/harbor/_brand.yml"


def long(unit: str, text: str, repeats: int = REPEATS) -> str:
    """Return a unit's text, as long as a section is."""
    return " ".join([text] * repeats) if unit.endswith("/p1") and "call" not in unit else text


def handout(*brief: str, repeats: int = REPEATS) -> str:
    """Return the English text; short formats carry these sections of it."""
    said = {unit: long(unit, english, repeats) for unit, english, _, _ in SAID}
    names = [unit for unit in said if f"{unit}/p1" in said]
    sections = [f"## {said[name]} {{#{name}}}\n\n{said[f'{name}/p1']}" for name in names]
    return "\n\n".join(
        [
            f"---\ntitle: {said['title']}\nsummary: {said['summary']}\npublisher: {PUBLISHER}\n"
            'version: "1"\nreviewed: 2026-01-02\nreview-by: 2027-01-02\n'
            f"sources: [{said['source-1']}]\n"
            f'brief: {{"*": [{", ".join(brief)}], poster: [brew]}}\n---',
            *sections,
            f"::: when-to-call\n\n{said['when-to-call/p1']}\n\n:::\n",
        ]
    )


def workspace_at(root: Path) -> Workspace:
    """Make a workspace of one brand with a site, and a handout in three languages.

    Two others are in English, and say less.
    """
    shutil.copytree(LIBRARY / "styles", root / "styles")
    (root / "plainleaf.toml").write_text('source-language = "en"\n')
    workspace = Workspace.at(root)
    change(workspace, BRAND, "    contact:\n", f"    site: {SITE}\n    contact:\n")
    put(workspace, TEA, handout("brew", "pour", "drink"))
    put(workspace, "handouts/one/handout.md", handout("brew"))
    put(workspace, "handouts/two/handout.md", handout("brew", "pour"))
    for place, code in enumerate(LANGUAGES[1:], 2):
        messages = {(row[0], long(row[0], row[1])): long(row[0], row[place]) for row in SAID}
        catalogue = po(code, messages).replace('"X-Method: machine\\n"', REVIEWED)
        put(workspace, f"handouts/tea/{code}.po", catalogue)
    return workspace


def chosen(
    formats: tuple[str, ...],
    languages: tuple[str, ...] = ("en",),
    handout: str = "tea",
    paper: str = "letter",
) -> Choice:
    return Choice((handout,), languages, (), (), formats, (paper,), ("harbor",))


class Built(NamedTuple):
    """What one edition became."""

    result: Result
    reading: bytes
    press: bytes


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Built]:
    """Build all editions in one run; by handout unless it is tea, language, format, paper."""
    workspace = workspace_at(tmp_path_factory.mktemp("folded"))
    found = results(
        workspace,
        chosen((*FOLDS, "poster"), LANGUAGES),
        chosen(("trifold",), ("en", "ar"), paper="a4"),
        chosen(("poster", "halffold"), paper="a4"),
        chosen(("sheet",)),
        chosen(("trifold",), handout="one"),
        chosen(("trifold",), handout="two"),
    )
    return {
        name_of(result): Built(
            result,
            bytes_of(workspace, result.imprint),
            bytes_of(workspace, result.press) if result.press else b"",
        )
        for result in found
    }


def bytes_of(workspace: Workspace, path: str) -> bytes:
    """Return a file of build/; none where its edition failed."""
    place = workspace.root / "build" / path
    return place.read_bytes() if place.exists() else b""


def name_of(result: Result) -> str:
    handout, language, _, _, page_format, paper = Path(result.imprint).stem.split("_")
    return " ".join((handout, language, page_format, paper)).removeprefix("tea ")


FOLDED = (
    "en booklet letter",
    "es booklet letter",
    "ar booklet letter",
    "en halffold letter",
    "es halffold letter",
    "ar halffold letter",
    "en trifold letter",
    "es trifold letter",
    "ar trifold letter",
    "en trifold a4",
    "ar trifold a4",
    "en halffold a4",
    "one en trifold letter",
    "two en trifold letter",
)
FULL = FOLDED[:12]
"""Those of tea."""
POSTERS = ("en poster letter", "es poster letter", "ar poster letter", "en poster a4")
PLAIN = (*POSTERS, "en sheet letter")

HALF, HALF_A4 = (139.7, 215.9), (148.5, 210)
THIRD, FLAP = (93.7, 215.9), (92.1, 215.9)
THIRD_A4, FLAP_A4 = (100, 210), (97, 210)
PAGES = {
    "en booklet letter": (HALF,) * 4,
    **dict.fromkeys(("es booklet letter", "ar booklet letter"), (HALF,) * 5),
    **dict.fromkeys((f"{code} halffold letter" for code in LANGUAGES), (HALF,) * 4),
    "en halffold a4": (HALF_A4,) * 4,
    **dict.fromkeys(
        (f"{code} trifold letter" for code in LANGUAGES), (THIRD, THIRD, THIRD, FLAP, FLAP, THIRD)
    ),
    **dict.fromkeys(
        ("en trifold a4", "ar trifold a4"),
        (THIRD_A4, THIRD_A4, THIRD_A4, FLAP_A4, FLAP_A4, THIRD_A4),
    ),
    "one en trifold letter": (THIRD, THIRD, THIRD, THIRD),
    "two en trifold letter": (THIRD, THIRD, THIRD, FLAP, THIRD),
    **dict.fromkeys((f"{code} poster letter" for code in LANGUAGES), ((279.4, 431.8),)),
    "en poster a4": ((297, 420),),
    "en sheet letter": ((215.9, 279.4),) * 2,
}
"""Width and height in millimetres; a trifold's flap is narrow, and its last page is its back."""


def sizes(pdf: bytes) -> tuple[tuple[float, float], ...]:
    """Return the pages' widths and heights in millimetres."""
    with pypdfium2.PdfDocument(pdf) as document:
        pages = [page.get_size() for page in document]
    return tuple((round(width / MM, 1), round(height / MM, 1)) for width, height in pages)


def undirected(pdf: bytes) -> bytes:
    """Return a PDF that does not say on which side it opens, which turns pdfium's words round."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        del document.Root.ViewerPreferences
        saved = io.BytesIO()
        document.save(saved)
    return saved.getvalue()


def preferences(pdf: bytes) -> dict[str, str]:
    with pikepdf.open(io.BytesIO(pdf)) as document:
        return {key: str(value) for key, value in document.Root.ViewerPreferences.items()}


def words_of(text: str) -> list[str]:
    """Return words, sorted; without brackets, which pdfium turns round in Arabic lines."""
    return sorted(re.sub("[()]", "", text).split())


def words(pdf: bytes) -> list[list[str]]:
    """Return the words of each page, sorted."""
    with pypdfium2.PdfDocument(undirected(pdf)) as document:
        return [words_of(page.get_textpage().get_text_range()) for page in document]


def numbers(pdf: bytes) -> list[list[str]]:
    """Return the numbers that stand for parts of the text, by page, each once."""
    with pypdfium2.PdfDocument(pdf) as document:
        texts = [page.get_textpage().get_text_range() for page in document]
    return [list(dict.fromkeys(m[0] for m in NUMBER.finditer(text))) for text in texts]


BLANK = {
    "one en trifold letter": ["leaves 2 of its 6 panels blank."],
    "two en trifold letter": ["leaves 1 of its 6 panels blank."],
}
"""What is told of texts that are too short for their format."""


@pytest.mark.parametrize("name", [*FOLDED, *PLAIN])
def test_nothing_is_wrong_with_it(name: str, built: Mapping[str, Built]) -> None:
    """A photocopy keeps all words, too: that would be a warning."""
    result = built[name].result
    told = [finding.message for finding in result.findings]
    assert (result.state, told) == ("built", BLANK.get(name, []))


@pytest.mark.parametrize("name", [*FOLDED, *PLAIN])
def test_only_what_folds_has_two_files(name: str, built: Mapping[str, Built]) -> None:
    result, *_ = built[name]
    press = f"{result.imprint.removesuffix('.pdf')}.print.pdf" if name in FOLDED else None
    assert (result.press, bool(result.press_sha256)) == (press, name in FOLDED)


@pytest.mark.parametrize("name", [*FOLDED, *PLAIN])
def test_the_reading_copy_is_tagged_and_names_its_language(
    name: str, built: Mapping[str, Built]
) -> None:
    with pikepdf.open(io.BytesIO(built[name].reading)) as document:
        root = document.Root
        found = (str(root.Lang), bool(root.MarkInfo.Marked), "/StructTreeRoot" in root)
    assert found == (name.split()[-3], True, True)


@pytest.mark.parametrize("name", [*FOLDED, *PLAIN])
def test_a_page_of_the_reading_copy_is_a_panel(name: str, built: Mapping[str, Built]) -> None:
    assert sizes(built[name].reading) == PAGES[name]


ALL = ["808", "101", "202", "303", "404", "505", "707"]
BRIEF = ["808", "101", "202", "404", "505", "707"]
ORDER = {"booklet": ALL, "sheet": ALL, "poster": ["808", "101", "505", "707"]}


@pytest.mark.parametrize("name", [*FULL, *PLAIN])
def test_the_reading_copy_keeps_the_order_of_the_text(
    name: str, built: Mapping[str, Built]
) -> None:
    """A booklet holds all of it; what is short, its brief and when to call."""
    found = [number for page in numbers(built[name].reading) for number in page]
    assert list(dict.fromkeys(found)) == ORDER.get(name.split()[-2], BRIEF)


@pytest.mark.parametrize("name", [name for name in FULL if "trifold" in name])
def test_a_trifold_says_one_thing_on_each_panel(name: str, built: Mapping[str, Built]) -> None:
    assert numbers(built[name].reading) == [[number] for number in BRIEF]


@pytest.mark.parametrize("name", [name for name in FULL if "halffold" in name])
def test_a_halffolds_back_is_about_the_handout_only(name: str, built: Mapping[str, Built]) -> None:
    assert numbers(built[name].reading)[3] == ["707"]


@pytest.mark.parametrize("name", FOLDED)
def test_press_sheets_are_whole_papers(name: str, built: Mapping[str, Built]) -> None:
    sheet = [0, 0, 297, 210] if "a4" in name else [0, 0, 279.4, 215.9]
    count = 4 if name in ("es booklet letter", "ar booklet letter") else 2
    press = built[name].press
    found = [boxes(press, side) for side in range(len(sizes(press)))]
    assert found == [{"/MediaBox": sheet, "/TrimBox": sheet}] * count


@pytest.mark.parametrize("name", FOLDED)
def test_viewers_are_told_how_to_print_what_folds(name: str, built: Mapping[str, Built]) -> None:
    _, reading, press = built[name]
    opens = {"/Direction": "/R2L"} if name.startswith("ar") else {}
    assert (preferences(reading), preferences(press)) == (
        {"/DisplayDocTitle": "True", "/PrintScaling": "/None"} | opens,
        {
            "/Duplex": "/DuplexFlipShortEdge",
            "/PickTrayByPDFSize": "True",
            "/PrintScaling": "/None",
        }
        | opens,
    )


@pytest.mark.parametrize("name", PLAIN)
def test_viewers_are_told_how_to_print_what_does_not_fold(
    name: str, built: Mapping[str, Built]
) -> None:
    opens = {"/Direction": "/R2L"} if name.startswith("ar") else {}
    duplex = "/Simplex" if name in POSTERS else "/DuplexFlipLongEdge"
    said = {"/DisplayDocTitle": "True", "/PrintScaling": "/None", "/Duplex": duplex}
    assert preferences(built[name].reading) == said | opens


@pytest.mark.parametrize("name", FOLDED)
def test_both_files_say_the_same_words(name: str, built: Mapping[str, Built]) -> None:
    _, reading, press = built[name]
    read, printed = (Counter(w for page in words(pdf) for w in page) for pdf in (reading, press))
    assert (read - printed, printed - read) == (Counter(), Counter())


HALVES, HALVES_A4 = (0, 139.7, 279.4), (0, 148.5, 297)
OUTER, INNER = (0, 92.08, 185.74, 279.4), (0, 93.66, 187.33, 279.4)
OUTER_A4, INNER_A4 = (0, 97, 197, 297), (0, 100, 200, 297)

SIDES: Mapping[str, list[tuple[tuple[float, ...], tuple[int, ...]]]] = {
    "en halffold letter": [(HALVES, (4, 1)), (HALVES, (2, 3))],
    "es halffold letter": [(HALVES, (4, 1)), (HALVES, (2, 3))],
    "ar halffold letter": [(HALVES, (1, 4)), (HALVES, (3, 2))],
    "en halffold a4": [(HALVES_A4, (4, 1)), (HALVES_A4, (2, 3))],
    "en trifold letter": [(OUTER, (5, 6, 1)), (INNER, (2, 3, 4))],
    "es trifold letter": [(OUTER, (5, 6, 1)), (INNER, (2, 3, 4))],
    "ar trifold letter": [(INNER, (1, 6, 5)), (OUTER, (4, 3, 2))],
    "en trifold a4": [(OUTER_A4, (5, 6, 1)), (INNER_A4, (2, 3, 4))],
    "ar trifold a4": [(INNER_A4, (1, 6, 5)), (OUTER_A4, (4, 3, 2))],
    "en booklet letter": [(HALVES, (4, 1)), (HALVES, (2, 3))],
    "es booklet letter": [(HALVES, row) for row in ((0, 1), (2, 0), (0, 3), (4, 5))],
    "ar booklet letter": [(HALVES, row) for row in ((1, 0), (0, 2), (3, 0), (5, 4))],
    "one en trifold letter": [(OUTER, (0, 4, 1)), (INNER, (2, 3, 0))],
    "two en trifold letter": [(OUTER, (0, 5, 1)), (INNER, (2, 3, 4))],
}
"""Of each side, where its panels begin and end in millimetres, and the pages; 0 is blank."""


def shown(press: bytes, side: int, left: float, right: float) -> str:
    """Return the text of a side between two places in millimetres from the left."""
    with pypdfium2.PdfDocument(undirected(press)) as document:
        text = document[side].get_textpage()
        return str(text.get_text_bounded(left=left * MM, right=right * MM))


@pytest.mark.parametrize("name", FOLDED)
def test_each_page_lies_in_its_panel(name: str, built: Mapping[str, Built]) -> None:
    _, reading, press = built[name]
    pages = [[], *words(reading)]
    found = [
        [words_of(shown(press, side, *panel)) for panel in pairwise(edges)]
        for side, (edges, _) in enumerate(SIDES[name])
    ]
    assert found == [[pages[page] for page in row] for _, row in SIDES[name]]


@pytest.mark.parametrize(
    ("name", "left", "right"),
    [
        ("en trifold letter", 185.74, 279.4),
        ("ar trifold letter", 0, 93.66),
        ("es halffold letter", 139.7, 279.4),
        ("ar halffold letter", 0, 139.7),
        ("en booklet letter", 139.7, 279.4),
        ("ar booklet letter", 0, 139.7),
    ],
)
def test_the_cover_lies_where_the_sheet_opens(
    name: str, left: float, right: float, built: Mapping[str, Built]
) -> None:
    assert "808" in shown(built[name].press, 0, left, right)


BACKS = {
    "en halffold letter": (0, 139.7),
    "es halffold letter": (0, 139.7),
    "ar halffold letter": (139.7, 279.4),
    "en halffold a4": (0, 148.5),
    "en trifold letter": (92.08, 185.74),
    "es trifold letter": (92.08, 185.74),
    "ar trifold letter": (93.66, 187.33),
    "en trifold a4": (97, 197),
    "ar trifold a4": (100, 200),
}
"""Where the outer back lies on the outside, in millimetres from the left."""

STRIPS = {
    "en": ["Español", "العربية"],
    "es": ["English", "العربية"],
    "ar": ["English", "Español"],
}


@pytest.mark.parametrize("name", BACKS)
def test_the_outer_back_tells_whom_to_ask(name: str, built: Mapping[str, Built]) -> None:
    """The telephone, the page's address, and the other languages; each once."""
    back = "".join(shown(built[name].press, 0, *BACKS[name]).split())
    sought = ["010-0142", f"{SITE}/tea", *STRIPS[name.split()[-3]]]
    assert [back.count(each) for each in sought] == [1, 1, 1, 1]


def codes(pdf: bytes, side: int) -> list[tuple[str, float]]:
    """Return what each code on a side says, and its middle in millimetres from the left."""
    with pypdfium2.PdfDocument(pdf) as document:
        image = document[side].render(scale=2, grayscale=True).to_pil()
    found = [(code.text, code.position) for code in zxingcpp.read_barcodes(image)]
    return [(text, (at.top_left.x + at.bottom_right.x) / 4 / MM) for text, at in found]


@pytest.mark.parametrize("name", BACKS)
def test_a_phone_finds_its_code_on_the_outer_back(name: str, built: Mapping[str, Built]) -> None:
    left, right = BACKS[name]
    found = [(text, left < x < right) for text, x in codes(built[name].press, 0)]
    assert found == [(f"{SITE}/tea", True)]


# Glyphs carry no direction: from the right, our reader takes a number's parts one by one.
PHONES = dict.fromkeys(("en", "es", "ar"), "(555) 010-0142")


@pytest.mark.parametrize("name", [*BACKS, "en booklet letter", "ar booklet letter"])
def test_the_logo_stands_on_the_cover_and_before_the_telephone_of_the_sender(
    name: str, built: Mapping[str, Built]
) -> None:
    elements = read_structure(built[name].reading).elements
    said = [element.alt or element.text for element in elements if element.tag in ("Figure", "P")]
    places = [place for place, text in enumerate(said) if text == LOGO]
    phone = PHONES[name.split()[-3]]
    assert (len(places), places[0], phone in said[places[-1] + 1]) == (2, 0, True)


def fills(content: pikepdf.Object) -> Iterator[str]:
    """Yield each colour that is set to fill with, in forms too; of an ink, what it looks like."""
    for operands, operator in instructions(content):
        if operator in ("g", "rg", "k", "scn"):
            yield " ".join([*(str(each) for each in operands), operator])
        elif operator == "cs":
            _, name, _, tint = content.Resources.ColorSpace[operands[0]].as_list()
            yield " ".join([str(name), *(str(each) for each in tint.C1.as_list()), "cs"])
        elif operator == "Do" and content.Resources.XObject[operands[0]].Subtype == "/Form":
            yield from fills(content.Resources.XObject[operands[0]])


ACCENT = {"/Brand 0.043137 0.239216 0.388235 cs", "1 scn"}
LOGO_FILL = "0.043137 0.239216 0.388235 rg"


@pytest.mark.parametrize("name", ["en trifold letter", "ar halffold letter", "es booklet letter"])
def test_black_of_press_sheets_is_one_ink(name: str, built: Mapping[str, Built]) -> None:
    """The reading copy keeps its colours; both keep the brand's, the sheets without its name."""
    found = []
    for pdf in (built[name].reading, built[name].press):
        with pikepdf.open(io.BytesIO(pdf)) as document:
            found.append({fill for page in document.pages for fill in fills(page.obj)})
    assert found == [
        {"0 0 0 rg", "1 1 1 rg", LOGO_FILL, *ACCENT},
        {"0 g", "1 g", LOGO_FILL},
    ]


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return workspace_at(tmp_path)


def files(workspace: Workspace) -> list[str]:
    """Return the names of the PDFs in build/."""
    return sorted(place.name for place in (workspace.root / "build").rglob("*.pdf"))


def faults(result: Result) -> list[str]:
    """Return the findings, their millimetres as N."""
    return [re.sub(r"\d+ mm", "N mm", str(finding)) for finding in result.findings]


PRESS = "build/harbor/tea_en_patient_standard_trifold_letter.print.pdf"


def run(workspace: Workspace, *options: str) -> tuple[int, str, bytes, bytes]:
    """Build the trifold by the command; return the exit status, its state and both files."""
    choice = ("tea", "-f", "trifold", "-b", "harbor")
    arguments = ["build", "--json", "-w", str(workspace.root), *choice, *options]
    result = CliRunner().invoke(cli, arguments)
    (row,) = (json.loads(line) for line in result.stdout.splitlines())
    press = workspace.root / PRESS
    reading = press.with_name(press.name.replace(".print.pdf", ".pdf"))
    return result.exit_code, row["state"], reading.read_bytes(), press.read_bytes()


@pytest.mark.slow
def test_a_ticket_lies_beside_the_sheets(workspace: Workspace) -> None:
    _, _, reading, plain = run(workspace)
    assert run(workspace, "--ticket") == (0, "built", reading, plain)
    (ticket,) = words((workspace.root / PRESS.replace(".print.", ".ticket.")).read_bytes())
    assert {"ticket", "C-fold", "Copies:"} - set(ticket) == set()
    assert run(workspace, "--ticket")[1] == "fresh"


@pytest.mark.slow
def test_bleed_puts_room_around_the_sheets(workspace: Workspace) -> None:
    status, state, _, press = run(workspace, "--bleed")
    assert (status, state, [boxes(press, side) for side in range(len(sizes(press)))]) == (
        0,
        "built",
        [
            {
                "/BleedBox": [11, 11, 296.4, 232.9],
                "/MediaBox": [0, 0, 307.4, 243.9],
                "/TrimBox": [14, 14, 293.4, 229.9],
            }
        ]
        * 2,
    )


@pytest.mark.slow
@pytest.mark.parametrize(
    ("page_format", "media", "trim"),
    [
        ("poster", [307.4, 459.8], [14, 14, 293.4, 445.8]),
        ("sheet", [243.9, 307.4], [14, 14, 229.9, 293.4]),
    ],
)
def test_what_does_not_fold_goes_to_a_print_shop_too(
    page_format: str, media: list[float], trim: list[float], workspace: Workspace
) -> None:
    choice = ("tea", "-f", page_format, "-b", "harbor")
    arguments = ["build", "-w", str(workspace.root), *choice, "--bleed", "--strict"]
    result = CliRunner().invoke(cli, arguments)
    press = (workspace.root / PRESS.replace("trifold", page_format)).read_bytes()
    reading = (
        workspace.root / PRESS.replace("trifold_letter.print", f"{page_format}_letter")
    ).read_bytes()
    bleed = [trim[0] - 3, trim[1] - 3, trim[2] + 3, trim[3] + 3]
    found = boxes(press)
    assert (result.exit_code, found) == (
        0,
        {"/BleedBox": bleed, "/MediaBox": [0, 0, *media], "/TrimBox": trim},
    )
    inside = [word for page in words(reading) for word in page]
    assert Counter(inside) - Counter(word for page in words(press) for word in page) == Counter()


NAME = "tea_en_patient_standard_trifold_letter"


@pytest.mark.slow
def test_a_text_that_is_too_long_fails_until_it_is_shortened_as_told(workspace: Workspace) -> None:
    """One section is short: without it, the others need as many panels."""
    put(workspace, TEA, handout("brew", "pour", "past", "drink", repeats=61))
    change(workspace, TEA, "Heat 101 cups. " * 60, "")
    change(workspace, TEA, "Pour 202 cups. " * 60, "Pour 202 cups. " * 121)
    (result,) = results(workspace, chosen(("trifold",)))
    assert (result.state, result.press, faults(result), files(workspace)) == (
        "failed",
        None,
        [
            f"harbor/{NAME}.pdf: error: the text needs 8 panels and has 6: N mm of it are too"
            f" much. What helps: drop 'pour' from 'brief' in {TEA};"
            " or take another format: -f booklet. [fit]"
        ],
        [],
    )
    change(workspace, TEA, "[brew, pour, past, drink]", "[brew, past, drink]")
    (result,) = results(workspace, chosen(("trifold",)))
    assert (result.state, result.pages, result.findings, files(workspace)) == (
        "built",
        6,
        (),
        [f"{NAME}.pdf", f"{NAME}.print.pdf"],
    )


@pytest.mark.slow
def test_no_shorter_text_makes_room_on_the_back(workspace: Workspace) -> None:
    sources = ", ".join(f"Kettle number {number}" for number in range(1, 61))
    change(workspace, "handouts/two/handout.md", "[A kettle.]", f"[{sources}]")
    (result,) = results(workspace, chosen(("trifold",), handout="two"))
    assert (result.state, faults(result), files(workspace)) == (
        "failed",
        [
            "harbor/two_en_patient_standard_trifold_letter.pdf: error: the back needs 2 panels"
            " and has 1: N mm of it are too much."
            " What helps: shorten the sources in handouts/two/handout.md;"
            " or take another format: -f booklet. [fit-back]"
        ],
        [],
    )


@pytest.mark.slow
def test_a_contact_that_is_too_long_for_its_room_is_told(workspace: Workspace) -> None:
    lines = ", ".join(f'"{number} Example Quay, near the old harbor"' for number in range(1, 7))
    change(workspace, BRAND, '"1 Example Quay, Harbor"', lines)
    (result,) = results(workspace, chosen(("trifold",)))
    assert (result.state, faults(result), files(workspace)) == (
        "failed",
        [
            f"{BRAND} (defaults.plainleaf.contact.en): error: the contact takes N mm where a"
            " handout has N mm for it. Shorten it, or take a format or size with more room. [slot]"
        ],
        [],
    )
