"""What goes to a print shop, through the whole build: asked of other people's programs."""

import io
import re
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import product
from pathlib import Path
from shutil import which

import pikepdf
import pytest
from PIL import Image

from plainleaf.build import build
from plainleaf.build.order import Order
from plainleaf.checks.facts.plates import read_plates
from plainleaf.model import FOLDS, Choice, in_order
from plainleaf.workspace import Workspace
from plainleaf.workspace.settings import read_settings
from tests.conftest import put
from tests.test_folded import workspace_at
from tests.workspaces import Silent

pytestmark = pytest.mark.slow

PAPERS = ("letter", "a4")
LANGUAGES = ("en", "ar")
OPTIONS: Mapping[str, dict[str, bool]] = {
    "office": {},
    "RGB": {"bleed": True, "ticket": True},
    "CMYK": {"cmyk": True, "ticket": True},
    "all": {"bleed": True, "cmyk": True, "ticket": True},
}

FLAT = '<svg viewBox="0 0 90 30"><path fill="{}" d="M0 0h90v30z"/></svg>'
SHINE = (
    '<svg viewBox="0 0 90 30"><linearGradient id="g"><stop stop-color="#c00"/>'
    '<stop offset="1" stop-color="#0033a0"/></linearGradient>'
    '<path fill="url(#g)" d="M0 0h90v30z"/></svg>'
)
SPOT = 'defaults: {plainleaf: {press: {spot: {name: "PANTONE 286 C", cmyk: [100, 66, 0, 2]}}}}\n'


def raster(kind: str) -> bytes:
    """Return a logo of two colours; where it can be, it is see-through in part."""
    image = Image.new("RGBA" if kind == "PNG" else "RGB", (900, 300), "#c00")
    image.paste("#0033a0", (0, 0, 450, 300))
    if kind == "PNG":
        image.paste((0, 0, 0, 0), (0, 0, 450, 150))
    file = io.BytesIO()
    image.save(file, kind)
    return file.getvalue()


LOGOS: Mapping[str, tuple[str, str | bytes, str]] = {
    "flat": ("logo.svg", FLAT.format("#c00"), ""),
    "shine": ("logo.svg", SHINE, ""),
    "clear": ("logo.png", raster("PNG"), ""),
    "photo": ("logo.jpg", raster("JPEG"), ""),
    "spot": ("logo.svg", FLAT.format("#0033a0"), SPOT),
}
"""By brand: the file's name, what is in it, and what else _brand.yml says."""

PLATES = {"office": "K RGB", "RGB": "K RGB", "CMYK": "C M Y K", "all": "C M Y K"}
SPOT_PLATES = {
    "office": "K PANTONE 286 C",
    "RGB": "K PANTONE 286 C",
    "CMYK": "C M Y K",
    "all": "C M Y K",
}


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Path]:
    """Build all that folds in two scripts, on both papers, for each brand; by what is asked."""
    workspace = workspace_at(tmp_path_factory.mktemp("press"))
    for brand, (file, logo, more) in LOGOS.items():
        put(workspace, f"styles/brands/{brand}/{file}", logo)
        said = f'meta: {{name: {brand} (example)}}\nlogo: {file}\ncolor: {{primary: "#0033a0"}}\n'
        put(workspace, f"styles/brands/{brand}/_brand.yml", said + more)
    return {name: made(workspace, name) for name in OPTIONS}


def made(workspace: Workspace, name: str) -> Path:
    choice = Choice(("tea",), LANGUAGES, (), (), tuple(FOLDS), PAPERS, tuple(LOGOS))
    poster = Choice(("tea",), ("en",), (), (), ("poster", "sheet"), (), tuple(LOGOS))
    folder = workspace.root / name
    choices = [choice, poster] if OPTIONS[name] else [choice]
    order = Order(workspace, read_settings(workspace), choices, folder, jobs=2)
    run = build(replace(order, **OPTIONS[name]), Silent())  # type: ignore[arg-type]  # flags
    assert [result.findings for result in run.results if result.state == "failed"] == []
    return folder


def files(folder: Path, kind: str = "*") -> list[Path]:
    """Return the press sheets and tickets."""
    both = (*folder.rglob(f"{kind}.print.pdf"), *folder.rglob(f"{kind}.ticket.pdf"))
    return sorted(both)


@pytest.mark.parametrize("name", OPTIONS)
def test_each_imprint_has_what_is_asked_for(name: str, folders: Mapping[str, Path]) -> None:
    folded = len(FOLDS) * len(PAPERS) * len(LANGUAGES) * len(LOGOS)
    count = folded + (2 * len(LOGOS) if OPTIONS[name] else 0)
    kinds = [path.suffixes[-2] for path in files(folders[name])]
    tickets = count if OPTIONS[name].get("ticket") else 0
    assert (kinds.count(".print"), kinds.count(".ticket")) == (count, tickets)


@pytest.mark.parametrize(("name", "brand"), [*product(OPTIONS, LOGOS)])
def test_plates_are_those_that_were_asked_for(
    name: str, brand: str, folders: Mapping[str, Path]
) -> None:
    expected = (SPOT_PLATES if brand == "spot" else PLATES)[name]
    found = {
        " ".join(in_order(frozenset().union(*read_plates(path.read_bytes()))))
        for path in (folders[name] / brand).glob("*.print.pdf")
    }
    with_less = {"C M K"} if brand == "spot" else set()  # nothing is yellow
    assert found - with_less <= {expected}
    assert found


@pytest.mark.parametrize("name", OPTIONS)
def test_no_stream_is_empty(name: str, folders: Mapping[str, Path]) -> None:
    empty = [path.name for path in files(folders[name]) if any(empty_streams(path))]
    assert empty == []


def empty_streams(path: Path) -> Iterator[tuple[int, int]]:
    with pikepdf.open(path) as document:
        streams = (thing for thing in document.objects if isinstance(thing, pikepdf.Stream))
        for stream in streams:
            is_photograph = stream.get("/Filter") == "/DCTDecode"
            if not is_photograph and not stream.read_bytes():
                yield stream.objgen


@pytest.mark.skipif(not which("qpdf"), reason="qpdf is not installed")
@pytest.mark.parametrize("name", OPTIONS)
def test_qpdf_has_no_complaint(name: str, folders: Mapping[str, Path]) -> None:
    done = [run("qpdf", "--check", path) for path in files(folders[name])]
    assert {(each.returncode, each.stderr) for each in done} == {(0, "")}


GHOSTSCRIPT = ("gs", "-q", "-dNOPAUSE", "-dBATCH", "-dSAFER")
no_ghostscript = pytest.mark.skipif(not which("gs"), reason="Ghostscript is not installed")


@no_ghostscript
@pytest.mark.parametrize("name", OPTIONS)
def test_ghostscript_has_no_word_to_say(name: str, folders: Mapping[str, Path]) -> None:
    done = run(*GHOSTSCRIPT, "-sDEVICE=nullpage", *files(folders[name]))
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


SEPARATED = {
    ("RGB", "flat"): {"Black", "Cyan", "Magenta", "Yellow"},
    ("RGB", "spot"): {"Black", "PANTONE 286 C"},
    ("CMYK", "shine"): {"Black", "Cyan", "Magenta", "Yellow"},
    ("all", "clear"): {"Black", "Cyan", "Magenta", "Yellow"},
    ("all", "photo"): {"Black", "Cyan", "Magenta", "Yellow"},
    ("all", "spot"): {"Black", "Cyan", "Magenta"},
}
"""Plates with ink on them."""


@no_ghostscript
@pytest.mark.parametrize("case", SEPARATED, ids=" ".join)
def test_separator_makes_as_many_plates(
    case: tuple[str, str], folders: Mapping[str, Path], tmp_path: Path
) -> None:
    """Each plate is a picture in which paper is white; those of all four inks are always made."""
    name, brand = case
    (press,) = (folders[name] / brand).glob("tea_en_*_trifold_letter.print.pdf")
    to = ("-sDEVICE=tiffsep", "-r36", f"-sOutputFile={tmp_path}/side%d.tif")
    run(*GHOSTSCRIPT, *to, press)
    darkest: dict[str, int] = {}
    for path in tmp_path.glob("side*(*).tif"):
        (ink,) = re.findall(r"\((.*)\)", path.name)
        with Image.open(path) as plate:
            tones = plate.convert("L").crop(INNER).tobytes()
        darkest[ink] = min(darkest.get(ink, 255), *tones)
    assert {ink for ink, tone in darkest.items() if tone < 250} == SEPARATED[case]
    assert set(darkest) == SEPARATED[case] | {"Black", "Cyan", "Magenta", "Yellow"}


INNER = (25, 25, 410, 320)
"""Pixels within the crop marks, which stand on every plate; at 36 an inch."""


def run(*command: object) -> subprocess.CompletedProcess[str]:
    words = [str(word) for word in command]
    return subprocess.run(words, check=False, capture_output=True, text=True)
