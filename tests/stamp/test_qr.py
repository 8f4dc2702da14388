"""The code that leads to a handout's page, read from the rendered PDF as a phone reads it."""

import re

import pytest
import zxingcpp
from PIL.Image import Image
from pypdfium2 import PdfDocument

from plainleaf.checks.facts import read_facts
from plainleaf.model import LAYOUTS, Choice
from plainleaf.stamp.qr import qr_block
from plainleaf.workspace import Workspace
from tests.conftest import change
from tests.workspaces import place_of, results

DPI = 150
MM = 25.4 / 72
SITE = "https://tea.example/h"
PAGE = "https://tea.example/h/drink-water"
BRAND = "styles/brands/harbor/_brand.yml"
MODULES = 29  # of this page's code
ENGLISH = Choice(("drink-water",), ("en",), brands=("harbor",))
SPANISH = Choice(("drink-water",), ("es",), brands=("harbor",))
BOTH = Choice(("drink-water",), ("en+es",), brands=("harbor",), layouts=LAYOUTS)


def made(library: Workspace, *choices: Choice, site: str = SITE) -> dict[str, bytes]:
    """Return the PDFs of a brand that has this site, by languages and layout."""
    change(library, BRAND, "  plainleaf:\n", f'  plainleaf:\n    site: "{site}"\n')
    found = results(library, *choices)
    return {r.imprint.split("_")[1]: place_of(library, r).read_bytes() for r in found}


def codes(pdf: bytes) -> list[tuple[str, int, bool]]:
    """Return what each code on the rendered pages says, its width in mm, and if it is clear."""
    with PdfDocument(pdf) as document:
        pages = [page.render(scale=DPI / 72, grayscale=True).to_pil() for page in document]
    found = [(page, code) for page in pages for code in zxingcpp.read_barcodes(page)]
    return [(code.text, *seen(page, code.position)) for page, code in found]


def seen(page: Image, place: zxingcpp.Position) -> tuple[int, bool]:
    """Return a code's width in millimetres, and whether 4 modules on each side are white."""
    left, top, right, bottom = (*corner(place.top_left), *corner(place.bottom_right))
    quiet = int(4 * (right - left) / MODULES) - 1
    page.paste(255, (left - 1, top - 1, right + 2, bottom + 2))
    around = page.crop((left - quiet, top - quiet, right + quiet, bottom + quiet))
    return round((right - left) / DPI * 25.4), around.getextrema() == (255, 255)


def corner(point: zxingcpp.Point) -> tuple[int, int]:
    return point.x, point.y


def test_a_phone_reads_the_pages_address(library: Workspace) -> None:
    found = {name: codes(pdf) for name, pdf in made(library, ENGLISH, SPANISH, BOTH).items()}
    code = (PAGE, 20, True)
    assert found == {
        "en": [code],
        "es": [code],
        "en+es": [code],
        "en+es-stacked": [code],
        "en+es-duplex": [code, code],
    }


def test_without_a_site_there_is_no_code_and_no_label(library: Workspace) -> None:
    pdf = made(library, ENGLISH, site="")["en"]
    facts = read_facts(pdf)
    assert (codes(pdf), facts.links, "on the web" in facts.body) == ([], (), False)


@pytest.mark.parametrize(
    ("site", "width"),
    [("https://t.co", 20.4), (SITE, 20.4), (f"https://tea.example/{'h' * 25}", 20.9)],
    ids=["short", "29 modules", "33 modules"],
)
def test_a_code_is_20_mm_wide_or_more_and_its_modules_half_a_millimetre(
    site: str, width: float, library: Workspace
) -> None:
    """With 4 modules of white around it, each fills its slot of 26 mm."""
    facts = read_facts(made(library, ENGLISH, site=site)["en"])
    boxes = [mark.box for mark in facts.marks if mark.kind == "path"]
    sides = [((box.right - box.left) * MM, (box.top - box.bottom) * MM) for box in boxes]
    squares = [(round(x, 1), round(y, 1)) for x, y in sides if min(x, y) > 15]
    assert (width, width) in squares


def test_an_address_that_is_too_long_for_its_code_and_its_line_is_told(library: Workspace) -> None:
    site = f"https://tea.example/{'h' * 140}"
    change(library, BRAND, "  plainleaf:\n", f'  plainleaf:\n    site: "{site}"\n')
    (result,) = results(library, ENGLISH)
    faults = [str(finding) for finding in result.findings if finding.is_error]
    assert (result.state, faults) == (
        "failed",
        [
            f"{BRAND} (defaults.plainleaf.site): error: {site}/drink-water makes a QR code too"
            " fine to be read by phones. Use a shorter site, or give the handout a shorter name."
            " [qr]",
            f"{BRAND} (defaults.plainleaf.site): error: the address takes 22 mm where a handout"
            " has 6 mm for it. Shorten it, or take a format or size with more room. [slot]",
        ],
    )


@pytest.mark.parametrize("handout", ["h", "drink-water"])
def test_a_short_address_takes_no_coarser_code(handout: str) -> None:
    """Else 4 modules of white would leave it less than 20 mm of its slot."""
    assert qr_block(f"https://t.co/{handout}").width == MODULES + 8


def test_the_code_says_once_where_it_leads_and_the_label_stands_in_each_language(
    library: Workspace,
) -> None:
    facts = read_facts(made(library, BOTH)["en+es"])
    pictures = [(e.language, e.alt) for e in facts.elements if PAGE in e.alt]
    labels = re.findall(r"This handout on the web:|Este folleto en internet:", facts.body)
    assert (pictures, labels, [(link.text, link.target) for link in facts.links]) == (
        [("en", f"QR code that leads to {PAGE}")],
        ["This handout on the web:", "Este folleto en internet:"],
        [(PAGE, PAGE)],
    )
