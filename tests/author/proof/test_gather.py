"""What a proof shows is read from a workspace; the command writes it."""

from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
from click.testing import CliRunner, Result

from plainleaf.author.proof import ProofSheet
from plainleaf.author.proof import gather as module
from plainleaf.author.proof.gather import gather
from plainleaf.build import Run, manifest
from plainleaf.build.order import Order
from plainleaf.cli import cli
from plainleaf.errors import Finding, PlainleafError
from plainleaf.model import Brand, Contact, Drawing, Paint, Picture
from plainleaf.text.languages import read_language
from plainleaf.workspace import Workspace
from plainleaf.workspace.settings import read_settings
from tests.brand.logo.shapes import SHAPES
from tests.conftest import change, put

BRAND = "styles/brands/harbor"
IMPRINT = "harbor/drink-water_en_patient_standard_sheet_letter.pdf"

Build = Callable[[Order, object], Run]


def stand_in(*findings: Finding) -> Build:
    """Return a build that writes three empty pages, or fails."""

    def build(order: Order, tell: object) -> Run:
        state = "failed" if findings else "built"
        result = manifest.Result(IMPRINT, None, 3, "", None, state, 0.1, findings)
        if not findings:
            document = pypdfium2.PdfDocument.new()
            for _ in range(3):
                document.new_page(612, 792)
            (order.folder / "harbor").mkdir()
            document.save(order.folder / IMPRINT)
        return Run((result,), ())

    return build


@pytest.fixture(autouse=True)
def built(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "build", stand_in())


def gathered(workspace: Workspace, name: str = "harbor", paper: str = "letter") -> ProofSheet:
    return gather(workspace, read_settings(workspace), name, paper)


def faults(workspace: Workspace, name: str = "harbor", paper: str = "letter") -> list[str]:
    with pytest.raises(PlainleafError) as caught:
        gathered(workspace, name, paper)
    return [str(finding) for finding in caught.value.findings]


def run(*arguments: str, workspace: Workspace) -> Result:
    command = ["proof", *arguments, "-w", str(workspace.root)]
    return CliRunner().invoke(cli, command, prog_name="plainleaf")


def test_sheet_holds_what_the_workspace_says(library: Workspace) -> None:
    sheet = gathered(library, paper="a4")
    logos = [(logo.picture.path, logo.drawing.kind, logo.on) for logo in sheet.logos]
    assert (sheet.brand, logos, sheet.paper, sheet.languages, sheet.findings) == (
        Brand(
            name="harbor",
            title="Harbor Clinic (example)",
            path=f"{BRAND}/_brand.yml",
            pictures={
                ("medium", "light"): Picture(f"{BRAND}/logo.svg", "Harbor Clinic (example) logo")
            },
            paints=(Paint("primary", "#0b3d63", "#0b3d63"),),
            palette={"sea": "#0b3d63"},
            contacts={"en": Contact("(555) 010-0142", ("1 Example Quay, Harbor",))},
            disclaimer="Harbor Clinic (example) is invented for tests.",
        ),
        [(f"{BRAND}/logo.svg", "svg", "white")] * 2,
        "a4",
        {"en": read_language("en")},
        (),
    )


def test_heights_are_what_the_styles_print(library: Workspace) -> None:
    style = ":root { --logo: 9.5mm } :root.tall { --logo: 31mm !important }"
    put(library, "styles/formats/slip.css", style)
    assert gathered(library).heights == (9.5, 31)


def test_pages_are_the_first_two_of_one_handout(library: Workspace) -> None:
    pages = gathered(library).pages
    assert pages
    sizes = []
    for picture in pages.pictures:
        width, height = (int.from_bytes(picture[at : at + 4]) for at in (16, 20))  # of PNG's IHDR
        sizes.append((width, height))
    assert (pages.name, pages.count, sizes) == (Path(IMPRINT).stem, 3, [(700, 906), (700, 906)])


def test_one_handout_is_asked_for(library: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Order] = []

    def build(order: Order, tell: object) -> Run:
        asked.append(order)
        return stand_in()(order, tell)

    monkeypatch.setattr(module, "build", build)
    put(library, "plainleaf.toml", "[defaults]\nlanguages = ['es', 'en']\nsizes = ['large']\n")
    gathered(library, paper="a4")
    (choice,) = asked[0].choices
    assert {axis: names for axis, names in vars(choice).items() if names} == {
        "handouts": ("drink-water",),
        "languages": ("es",),
        "audiences": ("patient",),
        "sizes": ("large",),
        "formats": ("sheet",),
        "papers": ("a4",),
        "brands": ("harbor",),
    }


def test_workspace_without_a_handout_has_no_pages(bare: Workspace) -> None:
    put(bare, "plainleaf.toml", "[defaults]\n")
    put(bare, f"{BRAND}/_brand.yml", "meta:\n  name: Harbor\n")
    assert gathered(bare) == ProofSheet(
        Brand("harbor", title="Harbor", path=f"{BRAND}/_brand.yml"), pages=None
    )


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


def test_handout_that_fails_is_told(library: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    fault = Finding("handouts/drink-water/handout.md", 3, "fit", "is too long.", "Cut it.")
    monkeypatch.setattr(module, "build", stand_in(fault))
    assert faults(library) == [str(fault)]


def test_faint_and_changed_logos_are_findings_once(
    library: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawing = Drawing("png", b"", 9, 9, contrast=1.25, notes=("holds no colour profile now.",))
    monkeypatch.setattr(module, "_drawing", lambda *arguments: drawing)
    assert [str(finding) for finding in gathered(library).findings] == [
        f"{BRAND}/logo.svg: warning: holds no colour profile now. See that it looks right."
        " [logo-changed]",
        f"{BRAND}/logo.svg: warning: has a contrast of 1.2:1 on paper, less than 3:1. It is"
        " printed on white; give a darker one or a one-color-logo in _brand.yml, or write on:"
        " black below defaults.plainleaf.logo. [logo-faint]",
    ]


WHITE = SHAPES["white"]
SMALL = "medium: {light: logo.svg, dark: dark.svg}\n  small: {light: dark.svg, dark: logo.svg}"


@pytest.mark.parametrize(
    ("logo", "said", "expected"),
    [
        ("medium: dark.svg", "", [("dark.svg", "black")] * 2),
        ("medium: dark.svg", "logo: {on: white}", [("dark.svg", "white")] * 2),
        ("medium: {light: logo.svg, dark: dark.svg}", "", [("logo.svg", "white")] * 2),
        (SMALL, "", [("dark.svg", "white"), ("logo.svg", "white")]),
        (SMALL, "logo: {on: black}", [("logo.svg", "black"), ("dark.svg", "black")]),
        ("medium: dark.svg", "one-color-logo: logo.svg", [("logo.svg", "white")] * 2),
    ],
    ids=["white", "said white", "a pair", "small pair", "said black", "one ink"],
)
def test_logos_are_those_that_print(
    logo: str, said: str, expected: list[tuple[str, str]], library: Workspace
) -> None:
    """In the lowest slot and in the highest."""
    put(library, f"{BRAND}/dark.svg", WHITE)
    change(library, f"{BRAND}/_brand.yml", "medium: main", logo)
    change(library, f"{BRAND}/_brand.yml", "    contact:", f"    {said}\n    contact:")
    put(library, "styles/formats/slip.css", ":root { --logo: 9mm }")
    found = [(Path(each.picture.path).name, each.on) for each in gathered(library).logos]
    assert found == expected


def test_command_writes_one_page_and_names_it(library: Workspace) -> None:
    place = library.root / "build/harbor/proof.pdf"
    result = run("harbor", "-p", "a4", workspace=library)
    with pypdfium2.PdfDocument(place) as document:
        pages = [tuple(map(round, page.get_size())) for page in document]
    assert (result.exit_code, result.stdout, result.stderr, pages) == (
        0,
        f"{place}\n",
        "",
        [(595, 842)],
    )


def test_command_writes_nothing_beside_a_fault(library: Workspace) -> None:
    change(library, f"{BRAND}/_brand.yml", "Harbor Clinic (example)\n", "\n")
    result = run("harbor", workspace=library)
    assert (result.exit_code, (library.root / "build").exists()) == (1, False)


def test_pictures_of_texts_come_through_the_seam(
    library: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = module.TextPictures({"en": b"contact"}, {"Harbor": b"name"})
    monkeypatch.setattr(module, "text_pictures", lambda *arguments: made)
    sheet = gathered(library)
    assert (sheet.contact_pictures, sheet.text_pictures) == (made.contacts, made.texts)
