"""A stamped imprint is the same as its handout and brand typeset in one go: pixels, text, tags."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import Any

import pydyf
import pytest
from PIL import Image
from weasyprint.pdf import tags

from plainleaf.brand.logo import examine
from plainleaf.brand.read import read_brand
from plainleaf.build.order import Order
from plainleaf.build.produce import produce
from plainleaf.checks.facts.ink import read_ink
from plainleaf.checks.facts.pdfua import read_violations
from plainleaf.checks.facts.structure import read_structure
from plainleaf.load.library import load
from plainleaf.model import Brand, Drawing, Edition, Imprint, Limits, Shape, layouts_of, sizes_of
from plainleaf.text.localize import localize
from plainleaf.typeset.engine import mend
from plainleaf.typeset.engine.fetch import WorkspaceFetcher
from plainleaf.typeset.master import typeset
from plainleaf.workers.fence import Fence
from plainleaf.workspace import Workspace
from plainleaf.workspace.settings import read_settings
from plainleaf.workspace.survey import take_survey
from tests.conftest import LIBRARY, put
from tests.filled import compose_filled
from tests.stamp.reading import FAINT, Difference, same_to_the_eye, structure
from tests.typeset.test_scripts import po

ARABIC = {
    ("title", "Drink water"): "اشرب الماء",
    ("summary", "When to drink and when to call."): "متى تشرب ومتى تتصل.",
    ("often", "Drink often"): "اشرب كثيرا",
    ("often/p1", "Drink before you are thirsty."): "اشرب قبل أن تعطش.",
    ("when-to-call/p1", "Call us if you cannot drink."): "اتصل بنا إذا لم تستطع أن تشرب.",
    ("questions/p1", "How much is enough?"): "كم يكفي؟",
    ("source-1", "A made-up source."): "مصدر من الخيال.",
}
REVIEWED = '"X-Method: human\\n"\n"X-Checker: Ben\\n"\n"X-Review-Date: 2026-01-02\\n"'

FULL = """
meta: {name: "Quay (example)"}
logo: {images: {main: {path: logo.svg, alt: "Quay (example) logo"}}, medium: main}
color: {primary: "#0B3D63"}
defaults:
  plainleaf:
    contact:
      en: {phone: "(5) 142", lines: ["1 Quay"]}
      es: {phone: "(5) 143", lines: ["Muelle 1"]}
      ar: {phone: "(5) 144", lines: ["رصيف 1"]}
    disclaimer: Invented for tests.
    partners: [Søn]
    site: https://quay.example/h
"""
NAMED = """
meta: {name: "Tea House"}
color: {primary: "#7A1F1F"}
defaults:
  plainleaf:
    contact: {es: {lines: ["Calle Ejemplo 1"]}}
    site: https://tea.example/h
"""
PHOTO = """
meta: {name: "Hill (example)"}
logo: {images: {main: {path: logo.png, alt: "Hill logo"}}, medium: main}
defaults:
  plainleaf:
    contact: {en: {phone: "(5) 142"}}
    clear-space: 0.5
"""
BRANDS = {"full": FULL, "named": NAMED, "photo": PHOTO}
"""Everything, with a logo of lines; a name and a site; a logo of pixels and a telephone."""

MOST = {True: Difference(3, 90), False: Difference(0, FAINT)}
"""Of a page, with Arabic and without: there the edge of a single dot is a matter of rounding."""

FORMATS = ("sheet", "booklet", "halffold", "trifold", "poster")
SIZES = ("standard", "large", "giant")
LANGUAGES = ("en", "ar", "en+es", "en+ar", "ar+en")


def edition(languages: str, size: str, page_format: str, layout: str = "") -> Edition:
    codes = tuple(languages.split("+"))
    return Edition("drink-water", codes, "patient", size, page_format, "letter", layout)


def editions() -> Iterator[Edition]:
    """Yield every format in each size it allows, in both directions and in every layout."""
    for page_format, languages in product(FORMATS, LANGUAGES):
        for size in sizes_of(page_format, SIZES):
            layouts = layouts_of(page_format, size) if "+" in languages else ("",)
            yield from (edition(languages, size, page_format, layout) for layout in layouts)


POSTER = ("full", edition("en", "standard", "poster"))
QUICK = (
    ("full", edition("en", "standard", "sheet")),
    ("full", edition("ar", "standard", "sheet")),
    ("named", edition("ar", "large", "sheet")),
    ("photo", edition("en", "giant", "sheet")),
    ("full", edition("en+ar", "standard", "sheet", "columns")),
    ("named", edition("en+es", "standard", "sheet", "duplex")),
    ("photo", edition("ar+en", "large", "sheet", "stacked")),
    ("full", edition("en", "standard", "trifold")),
    POSTER,
    ("named", edition("ar", "standard", "halffold")),
    ("named", edition("en+es", "standard", "booklet", "stacked")),
)


@dataclass(frozen=True)
class SlotText:
    """What a PDF says, apart from how it looks."""

    structure: list[str]
    body: str
    runs: list[tuple[int, float, str]]  # page, size, letters: not in the order of reading
    links: list[tuple[int, str, str]]  # page, target, words
    violations: tuple[Any, ...]


def said(pdf: bytes) -> SlotText:
    found, ink = read_structure(pdf), read_ink(pdf, with_greys=False)
    return SlotText(
        structure(pdf),
        " ".join(found.body.split()),
        sorted((run.page, round(run.size, 2), letters(run.text)) for run in ink.runs),
        [(link.page, link.target, link.contents) for link in found.links],
        read_violations(pdf),
    )


@pytest.fixture(autouse=True)
def _says_aloud(monkeypatch: pytest.MonkeyPatch) -> None:
    """Note on each tag what is said of its element, as a stamp does."""
    mend()  # before the note, which takes what it found away with it
    build = tags._build_box_tree

    def noted(box: Any, *arguments: Any) -> Iterator[Any]:
        for tag in build(box, *arguments):
            if tag["S"] == "/P" and (said := tag.box.element.get("data-said")):
                tag["ActualText"] = pydyf.String(said)
            yield tag

    monkeypatch.setattr(tags, "_build_box_tree", noted)


def letters(text: str) -> str:
    """Return letters in no order, without brackets: pdfium turns some with their neighbours."""
    return "".join(sorted(letter for letter in text if letter not in "() "))


class Press:
    """Makes imprints both ways."""

    def __init__(self, workspace: Workspace, fence: Fence) -> None:
        self.settings = read_settings(workspace)
        self.order = Order(workspace, self.settings, [], workspace.root / "build", jobs=1)
        self.survey = take_survey(workspace, self.settings)
        self.fence = fence

    def stamped(self, imprint: Imprint) -> bytes:
        """Make an imprint as a build does; nothing may be wrong with it."""
        made = produce(self.order, self.survey, self.fence, (imprint,), lambda ready, total: None)
        ((_, result),) = made
        assert [str(finding) for finding in result.findings if finding.is_error] == []
        return (self.order.folder / imprint.path).read_bytes()

    def whole(self, imprint: Imprint) -> bytes:
        """Typeset an imprint in one go, without slots and blocks."""
        brand, drawing = self._brand(imprint.brand)
        survey, workspace = self.survey, self.order.workspace
        axes = survey.audiences, survey.offered, survey.formats
        library, _ = load(workspace, self.settings, [imprint.edition], [], *axes)
        sheet = localize(library, imprint.edition, Shape.of(brand))
        html = compose_filled(sheet, workspace, brand)
        pictures = {"logo": drawing} if drawing else {}
        fetcher = WorkspaceFetcher(workspace, sheet.handout.name, pictures)
        return typeset(html, fetcher, 20, "id", sheet.format, size=imprint.edition.size).pdf

    def _brand(self, name: str) -> tuple[Brand, Drawing | None]:
        brand, _ = read_brand(self.order.workspace, name)
        picture = brand.picture("medium")
        if not picture:
            return brand, None
        return brand, examine(self.order.workspace.read_bytes(picture.path))


@pytest.fixture(scope="module")
def press(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Press]:
    root = tmp_path_factory.mktemp("same") / "library"
    shutil.copytree(LIBRARY, root)
    workspace = Workspace.at(root)
    catalogue = po("ar", ARABIC).replace('"X-Method: machine\\n"', REVIEWED)
    put(workspace, "handouts/drink-water/ar.po", catalogue)
    for name, text in BRANDS.items():
        put(workspace, f"styles/brands/{name}/_brand.yml", text)
        shutil.copy(LIBRARY / "styles/brands/harbor/logo.svg", root / f"styles/brands/{name}")
    photo(root / "styles/brands/photo/logo.png")
    tasks = {"typeset": 1, "inspect": 1, "logo": 1, "impose": 1, "stamp": 1}
    with Fence(tasks, Limits(), (), lazy=True) as fence:
        yield Press(workspace, fence)


def photo(place: Path) -> None:
    """Draw dark stripes, fine enough to be printed in any size, on white.

    Else the last row of pixels that the picture reaches would be a matter of rounding.
    """
    picture = Image.new("RGB", (1200, 300), "white")
    for left in range(40, 1160, 80):
        picture.paste((120, 20, 20), (left, 40, left + 40, 260))
    picture.save(place)


def name_of(case: tuple[str, Edition]) -> str:
    brand, chosen = case
    languages, size = "+".join(chosen.languages), chosen.size
    return " ".join(filter(None, (brand, languages, size, chosen.format, chosen.layout)))


def has_room(brand: str, chosen: Edition) -> bool:
    """Whether the handout fits with all that the brand says; this is for others to test."""
    one, size = len(chosen.languages) == 1, chosen.size
    rooms = {
        "sheet": True,
        "booklet": True,
        "halffold": one and size == "standard",
        "trifold": one,
        "poster": size == "standard"
        and (
            one
            or (chosen.layout == "columns" and "es" not in chosen.languages and brand != "named")
        ),
    }
    return rooms[chosen.format]


@pytest.mark.parametrize("case", QUICK, ids=name_of)
def test_stamped_is_the_same_as_typeset_in_one_go(case: tuple[str, Edition], press: Press) -> None:
    imprint = Imprint(*case)
    stamped, whole = press.stamped(imprint), press.whole(imprint)
    assert said(stamped) == said(whole)
    assert said(stamped).violations == ()
    most, pages = MOST["ar" in imprint.edition.languages], same_to_the_eye(stamped, whole)
    assert [each for each in pages if each.pixels > most.pixels or each.most > most.most] == []


def each_in_turn() -> Iterator[tuple[str, Edition]]:
    """Yield each edition with one brand that has room on it, another one for the next."""
    for number, chosen in enumerate(editions()):
        names = list(BRANDS)[number % 3 :] + list(BRANDS)[: number % 3]
        yield from [(name, chosen) for name in names if has_room(name, chosen)][:1]


REST = [case for case in each_in_turn() if case not in QUICK]


@pytest.mark.slow
@pytest.mark.parametrize("case", REST, ids=name_of)
def test_every_edition_is_the_same(case: tuple[str, Edition], press: Press) -> None:
    test_stamped_is_the_same_as_typeset_in_one_go(case, press)
