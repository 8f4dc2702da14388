"""What is on a proof, asked of the PDF; whose proof is made, and what is told instead."""

import io
import re
from collections.abc import Iterator
from contextlib import nullcontext
from itertools import groupby

import pypdfium2
import pytest
from click.testing import CliRunner, Result
from PIL import Image, ImageChops

from plainleaf.author import proof as module
from plainleaf.author.proof import prove
from plainleaf.author.proof.handout import Pages
from plainleaf.author.proof.shown import Shown
from plainleaf.brand.logo import examine
from plainleaf.checks.facts import read_facts
from plainleaf.checks.facts.document import open_document
from plainleaf.checks.facts.ink import read_ink
from plainleaf.checks.facts.pdfua import read_violations
from plainleaf.cli import cli
from plainleaf.errors import PlainleafError
from plainleaf.model import Drawing, Limits
from plainleaf.stamp.form import block_of
from plainleaf.workers.fence import Fence
from plainleaf.workspace import Workspace
from plainleaf.workspace.settings import read_settings
from tests.brand.logo.shapes import SHAPES
from tests.conftest import change, put
from tests.stamp.reading import structure

BRAND = "styles/brands/harbor"
MM = 72 / 25.4
SCALE, NEAR = 3, 8
"""Of a picture of a page, and how far a colour may be from the one that is looked for."""

FULL = """
meta: {name: Tea House}
logo: {images: {main: {path: logo.svg, alt: A leaf}}, medium: main}
color: {palette: {sun: "#f0b400", leaf: "#3f6b1f"}, primary: sun}
defaults:
  plainleaf:
    contact:
      en: {phone: (555) 010-0199, lines: [1 Kettle Street]}
      ar: {phone: (555) 010-0144, lines: [شارع الإبريق]}
    disclaimer: Not real.
    partners: [Cups, 大学医院]
    site: https://tea.example/h
    press: {spot: {name: PANTONE 124 C, cmyk: [7, 35, 100, 0]}}
"""
BARE = "meta: {name: Tea House}"
RED = "#7a1f1f"


def bar(width: int, height: int) -> str:
    """Return a logo that is one bar."""
    size = f'width="{width}" height="{height}"'
    path = f'<path fill="{RED}" d="M0 0h{width}v{height}h-{width}z"/>'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{path}</svg>'


def png() -> bytes:
    """Return a page of a handout."""
    with io.BytesIO() as file:
        Image.new("RGB", (85, 110), "#0b5563").save(file, "PNG")
        return file.getvalue()


@pytest.fixture(scope="module")
def fence() -> Iterator[Fence]:
    with Fence({"typeset": 1, "logo": 1}, Limits(seconds=60), (), lazy=True) as workers:
        yield workers


@pytest.fixture(autouse=True)
def stand_ins(fence: Fence, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep workers from test to test, and make no handout."""
    monkeypatch.setattr(module, "workers_of", lambda order, count: nullcontext(fence))
    monkeypatch.setattr(module, "pages_of", lambda shop, name, paper: Pages())


def proof_of(workspace: Workspace, paper: str = "letter") -> bytes:
    return prove(workspace, read_settings(workspace), "harbor", paper)[0]


@pytest.fixture
def found(monkeypatch: pytest.MonkeyPatch) -> list[Shown]:
    """What a proof would show, where none is made of it."""
    kept: list[Shown] = []

    def keep(context: object, shown: Shown, pages: Pages) -> bytes:
        kept.append(shown)
        return b""

    monkeypatch.setattr(module, "_made", keep)
    return kept


def faults(workspace: Workspace, name: str = "harbor", paper: str = "letter") -> list[str]:
    with pytest.raises(PlainleafError) as caught:
        prove(workspace, read_settings(workspace), name, paper)
    return [str(finding) for finding in caught.value.findings]


def run(*arguments: str, workspace: Workspace) -> Result:
    command = ["proof", *arguments, "-w", str(workspace.root)]
    return CliRunner().invoke(cli, command, prog_name="plainleaf")


def brand(workspace: Workspace, text: str, logo: str = "") -> None:
    put(workspace, f"{BRAND}/_brand.yml", text)
    if logo:
        put(workspace, f"{BRAND}/logo.svg", logo)


def said(pdf: bytes) -> str:
    """Return its words in the order of reading, with what a picture says and other languages."""
    lines = (line for line in structure(pdf) if not line.startswith("</"))
    shown = (line.removeprefix("en: ") for line in lines if ": " in line)
    return " ".join(shown)


def drawn(pdf: bytes, color: str = RED) -> list[tuple[int, int]]:
    """Return how large what is of a colour is, in whole millimetres, from left to right."""
    return [(whole(box[2] - box[0]), whole(box[3] - box[1])) for box in boxes(pdf, color)]


def boxes(pdf: bytes, color: str = RED) -> Iterator[tuple[int, int, int, int]]:
    """Yield where on the page's picture it is: what is parted by a column of other colours."""
    page = picture(pdf)
    away = ImageChops.difference(page, Image.new("RGB", page.size, color)).convert("L")
    mask = away.point(lambda level: 255 * (level < NEAR))
    columns = mask.resize((mask.width, 1), Image.Resampling.BOX).tobytes()
    filled = [x for x, level in enumerate(columns) if level]
    for _, run_of in groupby(enumerate(filled), lambda row: row[1] - row[0]):
        across = [x for _, x in run_of]
        box = mask.crop((across[0], 0, across[-1] + 1, mask.height)).getbbox()
        assert box
        yield across[0], box[1], across[-1] + 1, box[3]


def picture(pdf: bytes) -> Image.Image:
    """Return the first page."""
    with pypdfium2.PdfDocument(pdf) as document:
        image: Image.Image = document[0].render(scale=SCALE).to_pil().convert("RGB")
        return image


def whole(pixels: float) -> int:
    return round(pixels / SCALE / MM)


def bare(text: str) -> str:
    """Return a text without spaces: a PDF has none at the ends of lines."""
    return "".join(text.split())


def test_proof_says_all(library: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    page = Drawing("png", png(), 85, 110, contrast=21)
    pages = Pages("pour, en, sheet", 3, {"page/a": page, "page/b": page})
    monkeypatch.setattr(module, "pages_of", lambda shop, name, paper: pages)
    brand(library, FULL, bar(30, 10))
    pdf = proof_of(library)
    assert (bare(said(pdf)), read_violations(pdf)) == (
        bare(
            "Proof: Tea House How the brand is printed. Compare it with your own rules,"
            " mark what is wrong, and sign below. Logo At 100 % this line measures 50 mm"
            " <Figure: A leaf> Smallest: 30.0 × 10.0 mm on white, clear space 2.5 mm"
            " <Figure: A leaf> Largest: 60.0 × 20.0 mm on white, clear space 5.0 mm"
            " Handout <Figure: Page 1 of a handout that carries the brand>"
            " <Figure: Page 2 of a handout that carries the brand>"
            " pour, en, sheet: pages 1 to 2 of 3"
            " Colours primary, sun #987000 4.5 : 1 on white darkened from #f0b400, 1.9 : 1"
            " on a press: PANTONE 124 C, or CMYK 7/35/100/0 leaf #3f6b1f 6.3 : 1 on white"
            " Words A screen reader says A leaf Web address https://tea.example/h"
            " Disclaimer Not real. Partners Cups, zh: 大学医院"
            " Contact English (en) (555) 010-0199 1 Kettle Street"
            " Arabic (ar) ar: (555) 010-0144 ar: شارع اﻹبريق"
            " Findings • color.primary: #f0b400 has a contrast of 1.9:1 on white, so #987000"
            " is printed (4.5:1). Look at a sheet."
            " Approval Approved Changes wanted Name and signature Date"
        ),
        (),
    )


def test_name_alone_is_a_proof(library: Workspace) -> None:
    brand(library, BARE)
    assert bare(said(proof_of(library)).partition(" Logo ")[2]) == bare(
        "At 100 % this line measures 50 mm"
        " There is none: the name is printed in its place. Tea House"
        " Handout There is no handout yet."
        " Colours None is given: everything is printed black."
        " Words Not given: a screen reader says, web address, disclaimer, partners"
        " Contact None is given: sheets have a line to write a number on."
        " Findings Nothing to mend."
        " Approval Approved Changes wanted Name and signature Date"
    )


def test_name_in_another_script_is_as_large(library: Workspace) -> None:
    brand(library, BARE.replace("Tea", "大学"))
    runs = read_ink(proof_of(library), with_greys=False).runs
    assert {round(run.size) for run in runs if "大" in run.text} == {22, 14}


@pytest.mark.parametrize(("paper", "size"), [("letter", (216, 279)), ("a4", (210, 297))])
def test_proof_is_one_page_of_its_paper(
    paper: str, size: tuple[int, int], library: Workspace
) -> None:
    with open_document(proof_of(library, paper)) as document:
        sizes = [tuple(round(float(n) / MM) for n in page.mediabox[2:]) for page in document.pages]
        root = document.Root
        about = (
            str(root.Lang),
            str(document.docinfo.Title),
            str(root.ViewerPreferences.PrintScaling),
        )
    assert (sizes, about) == ([size], ("en", "Proof: Harbor Clinic (example)", "/None"))


def test_same_files_give_the_same_bytes(library: Workspace) -> None:
    assert proof_of(library) == proof_of(library)


@pytest.mark.parametrize(
    ("added", "expected"),
    [
        ("clear-space: 0.25", [(30, 10), (60, 20)]),
        ("clear-space: 1.5", [(15, 5), (30, 10)]),
        ("minimum-width: 45mm", [(45, 15), (60, 20)]),
        ("logo: {on: black}", [(26, 9), (52, 17)]),
    ],
    ids=["usual", "much space", "least width", "on black"],
)
def test_logos_are_drawn_in_their_printed_sizes(
    added: str, expected: list[tuple[int, int]], library: Workspace
) -> None:
    """In the room that is left beside the clear space, and within their ground."""
    brand(library, FULL.replace("    disclaimer", f"    {added}\n    disclaimer"), bar(30, 10))
    assert drawn(proof_of(library)) == expected


def test_logo_is_no_wider_than_the_page(library: Workspace) -> None:
    brand(library, FULL, bar(200, 10))
    shown = re.findall(r"(\w+: [\d.]+ × [\d.]+) mm", said(proof_of(library)))
    assert shown == ["Smallest: 183.3 × 9.2", "Largest: 183.3 × 9.2"]


@pytest.mark.parametrize(
    ("high", "sizes"),
    [
        (6, ["Smallest: 1.7 × 10.0", "Largest: 3.3 × 20.0"]),
        (16, ["Smallest: 0.6 × 10.0", "Largest: 1.2 × 20.0"]),
    ],
)
def test_tall_logo_is_shown_as_narrow_as_it_prints(
    high: int, sizes: list[str], library: Workspace
) -> None:
    brand(library, FULL, bar(1, high))
    assert re.findall(r"(\w+: [\d.]+ × [\d.]+) mm", said(proof_of(library))) == sizes


def test_logo_on_black_stands_on_black(library: Workspace) -> None:
    """Beside it is its ground, and beside that is white."""
    brand(
        library, FULL.replace("    disclaimer", "    logo: {on: black}\n    disclaimer"), bar(3, 1)
    )
    pdf = proof_of(library)
    left, upper, _, lower = next(boxes(pdf))
    greys = [picture(pdf).getpixel((left - away, (upper + lower) // 2)) for away in (3, 12)]
    assert ("on black, clear space" in said(pdf), greys) == (True, [(0, 0, 0), (255, 255, 255)])


def test_logo_is_the_drawing_that_imprints_get_and_stands_in_the_file_once(
    library: Workspace,
) -> None:
    path = f"{BRAND}/logo.svg"
    (thing,) = block_of(examine(library.read_bytes(path))).things
    assert proof_of(library).count(thing.data or b"") == 1


def test_every_script_is_set_in_its_own_letters(library: Workspace) -> None:
    text = FULL.replace("Tea House", "عيادة النهر").replace("A leaf", "河滨诊所标志")
    brand(library, text, bar(30, 10))
    pdf = proof_of(library)
    facts = read_facts(pdf)
    fonts = {font.family for font in facts.fonts}
    assert (said(pdf)[:22], fonts, facts.violations) == (
        "Proof: ar: عيادة النهر",
        {"Noto Sans", "Noto Sans Arabic", "Noto Sans CJK SC"},
        (),
    )


def test_what_has_no_room_goes_to_a_further_page(library: Workspace) -> None:
    codes = ("en", "es", "hi", "vi", "fr", "ht", "ko", "pl", "pt", "ru", "so", "am", "th", "km")
    lines = "lines: [1 Kettle Street, Second floor, Monday to Friday]"
    contacts = "".join(f"      {code}: {{phone: 555-0100, {lines}}}\n" for code in codes)
    start, _, rest = FULL.partition("      en:")
    brand(library, start + contacts + rest.partition("شارع الإبريق]}\n")[2], bar(30, 10))
    pdf = proof_of(library)
    runs = read_ink(pdf, with_greys=False).runs
    assert (said(pdf).count("Monday to Friday"), {run.page for run in runs}) == (14, {1, 2})


def test_workspace_may_set_it_out_in_its_own_way(library: Workspace) -> None:
    style = library.read_text("styles/proof.css")
    template = library.read_text("templates/proof.html")
    put(library, "styles/proof.css", f"{style} h1 {{ color: {RED} }}")
    put(library, "templates/proof.html", template.replace("<h1>Proof:", "<h1>Sign this:"))
    pdf = proof_of(library)
    assert (said(pdf)[:9], drawn(pdf) != []) == ("Sign this", True)


def test_template_without_a_slot_for_each_logo_is_told(library: Workspace) -> None:
    template = library.read_text("templates/proof.html")
    slot = '<img class="slot__form" src="slot/logo/en" alt="logo">'
    put(library, "templates/proof.html", template.replace(slot, ""))
    assert faults(library) == [
        "templates/proof.html: error: opens 0 slots where 2 logos are to be shown."
        " Write one for each logo, and no other. [no-slot]"
    ]


@pytest.mark.parametrize(
    ("name", "paper", "expected"),
    [
        (
            "plain",
            "letter",
            [
                "choice: error: 'plain' carries no organization, so there is nothing to prove."
                " Known: harbor. [no-brand]"
            ],
        ),
        (
            "habor",
            "a44",
            [
                "choice: error: no brand is named 'habor'. Did you mean 'harbor'? [unknown-brand]",
                "choice: error: no paper is named 'a44'. Did you mean 'a4'? [unknown-paper]",
            ],
        ),
    ],
    ids=["plain", "two faults"],
)
def test_wrong_names_are_told(
    name: str, paper: str, expected: list[str], library: Workspace
) -> None:
    assert faults(library, name, paper) == expected


def test_a_workspace_without_a_brand_is_told_how_to_make_one(bare: Workspace) -> None:
    put(bare, "plainleaf.toml", "fonts = []")
    assert faults(bare, "harbor", "letter") == [
        "choice: error: no brand is named 'harbor'. There is none yet:"
        " 'plainleaf new brand NAME --logo FILE' makes one. [unknown-brand]"
    ]


def test_refused_logo_is_told(library: Workspace) -> None:
    put(library, f"{BRAND}/logo.svg", "no picture at all")
    (fault,) = faults(library)
    assert fault.startswith(f"{BRAND}/logo.svg: error: ")


def test_faint_logo_is_a_finding_once(library: Workspace, found: list[Shown]) -> None:
    put(library, f"{BRAND}/logo.svg", bar(3, 1).replace(RED, "#e8e060"))
    proof_of(library)
    assert [str(finding) for finding in found[0].findings] == [
        f"{BRAND}/logo.svg: warning: has a contrast of 1.4:1 on paper, less than 3:1. It is"
        " printed on white; give a darker one or a one-color-logo in _brand.yml, or write on:"
        " black below defaults.plainleaf.logo. [logo-faint]"
    ]


THREE = "small: dark.svg\n  medium: logo.svg\n  large: big.svg"
SMALL = "medium: {light: logo.svg, dark: dark.svg}\n  small: {light: dark.svg, dark: logo.svg}"


@pytest.mark.parametrize(
    ("logo", "added", "expected"),
    [
        ("medium: dark.svg", "", "black black"),
        ("medium: dark.svg", "logo: {on: white}", "white white"),
        ("medium: {light: logo.svg, dark: dark.svg}", "", "white white"),
        (SMALL, "", "white white"),
        (SMALL, "logo: {on: black}", "black black"),
        ("medium: dark.svg", "one-color-logo: logo.svg", "white white"),
        (
            "small: dark.svg\n  medium: logo.svg\n  large: {light: big.svg}",
            "",
            "black white white",
        ),
    ],
    ids=["white", "said white", "a pair", "small pair", "said black", "one ink", "three"],
)
def test_logos_are_those_that_print(
    logo: str, added: str, expected: str, library: Workspace, found: list[Shown]
) -> None:
    """In the lowest slot, in the highest, and where another one begins."""
    put(library, f"{BRAND}/dark.svg", SHAPES["white"])
    put(library, f"{BRAND}/big.svg", bar(30, 10))
    change(library, f"{BRAND}/_brand.yml", "medium: main", logo)
    change(library, f"{BRAND}/_brand.yml", "    contact:", f"    {added}\n    contact:")
    put(library, "styles/formats/slip.css", ":root { --logo: 9mm }")
    proof_of(library)
    assert " ".join(logo.on for logo in found[0].sheet.logos) == expected


def test_command_writes_one_page_and_names_it(library: Workspace) -> None:
    place = library.root / "build/harbor/proof.pdf"
    result = run("harbor", "-p", "a4", workspace=library)
    found = (result.exit_code, result.stdout, result.stderr, place.read_bytes()[:5])
    assert found == (0, f"{place}\n", "", b"%PDF-")


def test_command_writes_nothing_beside_a_fault(library: Workspace) -> None:
    change(library, f"{BRAND}/_brand.yml", "Harbor Clinic (example)\n", "\n")
    result = run("harbor", workspace=library)
    assert (result.exit_code, (library.root / "build").exists()) == (1, False)
