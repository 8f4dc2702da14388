"""A scratch folder with a network → the seconds that each engine takes for one imprint.

All set the first handout in both languages and both sizes, in the same fonts.
"""

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from importlib.util import find_spec
from itertools import product
from pathlib import Path

import pikepdf

from bench.network import LANGUAGES, SIZES, Clinic, Network
from bench.texts import write_texts
from plainleaf.workspace.fonts import font_folders, fontconfig

BIN = Path(sys.executable).parent
TEMPLATE = Path(__file__).parent / "peer.typ"
CHROMIUM = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
EDITIONS = tuple(product(LANGUAGES, SIZES))
SAMPLE = 20
"""Brands that Typst sets; more would change its mean by little."""

# Seconds that Typst takes for each imprint of the sample, in process: with one compiler for all,
# each edition compiled once before the clock starts, and the brands of an edition in a row; or
# with typst.compile() for each, which looks for fonts anew.
TYPST = """
import json, sys, time, typst
root, folders, editions, brands, is_warm = json.loads(sys.argv[1])
source, options = f"{root}/peer.typ", {"format": "pdf", "pdf_standards": "ua-1"}
own = {"include_system_fonts": False, "include_embedded_fonts": False}
fonts = typst.Fonts(**own, font_paths=folders)
compiler = typst.Compiler(source, root=root, font_paths=fonts)
anew = {"input": source, "root": root, "font_paths": folders, "ignore_system_fonts": True}
call, given = (compiler.compile, {}) if is_warm else (typst.compile, anew)
def make(edition, brand, name):
    inputs = {**edition, **brand, "lines": brand[edition["language"]]}
    call(output=f"{root}/{name}.pdf", sys_inputs=inputs, **options, **given)
total = 0
for edition in editions:
    make(edition, brands[0], "typst_" + edition["language"] + "_" + edition["size"])
    start = time.perf_counter()
    for number, brand in enumerate(brands):
        make(edition, brand, f"sample-{number}")
    total += time.perf_counter() - start
print(total / len(editions) / len(brands))
"""

# Seconds that WeasyPrint takes for each page, warm, in process.
WEASYPRINT = """
import sys, time, weasyprint
from weasyprint.text.fonts import FontConfiguration
fonts = FontConfiguration()
def make(file, pdf):
    document = weasyprint.HTML(filename=file).render(font_config=fonts, pdf_variant="pdf/ua-1")
    document.write_pdf(pdf, pdf_variant="pdf/ua-1")
root, *files = sys.argv[1:]
make(files[0], f"{root}/sample.pdf")
start = time.perf_counter()
for file in files:
    make(file, f"{root}/warm_{file.rpartition('/')[2][:-5]}.pdf")
print((time.perf_counter() - start) / len(files))
"""


class Course:
    """A scratch folder with a network and its texts, and the environment of all commands."""

    def __init__(self, folder: Path, brands: int) -> None:
        self.folder = folder
        config = folder / "fonts.conf"
        config.write_text(fontconfig((), folder / "cache"), encoding="utf-8")
        self.environment = {**os.environ, "FONTCONFIG_FILE": str(config)}
        self.network = Network(folder / "network", brands)
        self.output = folder / "build"
        self.texts = folder / "texts"
        self.texts.mkdir()
        write_texts(self.network.root, self.network.clinics[0].brand, self.texts)
        shutil.copy(TEMPLATE, folder)

    def run(self, command: Sequence[str]) -> str:
        done = subprocess.run(
            command, check=False, capture_output=True, text=True, env=self.environment
        )
        if done.returncode:
            raise SystemExit(f"bench: {' '.join(command)[:300]}\n{done.stderr[-3000:]}")
        return done.stdout

    def seconds(self, command: Sequence[str]) -> float:
        started = time.perf_counter()
        self.run(command)
        return time.perf_counter() - started

    def build(self, *arguments: str) -> list[str]:
        command = [str(BIN / "plainleaf"), "build", *arguments]
        return [*command, "-w", str(self.network.root), "-o", str(self.output)]

    def page(self, language: str, size: str) -> Path:
        return self.texts / f"{language}_{size}.html"

    def by_page(self, name: str, command: Callable[[Path, Path], Sequence[str]]) -> float:
        """Return the mean seconds of a command that makes a PDF of one page of HTML."""
        times = [
            self.seconds(command(self.page(*each), self.folder / f"{name}_{'_'.join(each)}.pdf"))
            for each in EDITIONS
        ]
        return sum(times) / len(times)

    def pages(self, name: str) -> str:
        """Return how many pages an engine's last PDFs have, by edition."""
        files = [self.folder / f"{name}_{'_'.join(each)}.pdf" for each in EDITIONS]
        return " ".join(map(_pages, files)) if files[0].exists() else ""


def typst(course: Course) -> float | None:
    """Return the seconds of Typst in process, its compiler and fonts kept."""
    return _typst(course, SAMPLE, is_warm=True)


def typst_anew(course: Course) -> float | None:
    """Return the seconds of Typst in process, begun anew for each imprint."""
    return _typst(course, 1, is_warm=False)


def _typst(course: Course, sample: int, *, is_warm: bool) -> float | None:
    if not find_spec("typst"):
        return None
    root = course.network.root.name
    editions = [
        {"language": code, "size": size, "words": f"texts/{code}.json", "root": root}
        for code, size in EDITIONS
    ]
    brands = [_inputs(clinic, root) for clinic in course.network.clinics[:sample]]
    folders = list(map(str, font_folders()))
    given = json.dumps([str(course.folder), folders, editions, brands, is_warm])
    return float(course.run([sys.executable, "-c", TYPST, given]))


def _inputs(clinic: Clinic, root: str) -> Mapping[str, str]:
    """Return what the template asks for of a brand; the contact's lines by language."""
    lines = {code: " ".join(f"{line}." for line in clinic.contact(code)) for code in LANGUAGES}
    logo = f"{root}/styles/brands/{clinic.brand}/logo.svg"
    facts = {"name": clinic.name, "alt": clinic.alt, "color": clinic.color, "logo": logo}
    return {**facts, **lines, "phone": clinic.phone}


def prince(course: Course) -> float | None:
    """Return the seconds of the Prince command."""
    if find_spec("prince_pdf"):
        engine = import_module("prince_pdf").command()  # without its wrapper in Python
    elif found := shutil.which("prince"):
        engine = [found]
    else:
        return None
    options = [*engine, "--pdf-profile=PDF/UA-1"]
    return course.by_page("prince", lambda page, pdf: [*options, str(page), "-o", str(pdf)])


def weasyprint(course: Course) -> float:
    """Return the seconds of the weasyprint command."""
    options = [str(BIN / "weasyprint"), "--pdf-variant", "pdf/ua-1"]
    return course.by_page("weasyprint", lambda page, pdf: [*options, str(page), str(pdf)])


def import_weasyprint(course: Course) -> float:
    """Return the seconds of a process that imports WeasyPrint and ends."""
    return course.seconds([sys.executable, "-c", "import weasyprint"])


def warm_weasyprint(course: Course) -> float:
    """Return the seconds of WeasyPrint in process."""
    pages = [str(course.page(*each)) for each in EDITIONS]
    return float(course.run([sys.executable, "-c", WEASYPRINT, str(course.folder), *pages]))


def chromium(course: Course) -> float | None:
    """Return the seconds of a headless Chromium, started for each page."""
    found = next(filter(None, map(shutil.which, CHROMIUM)), None)
    if not found:
        return None
    options = [found, "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"]
    options.append(f"--user-data-dir={course.folder / 'chromium'}")
    return course.by_page(
        "chromium", lambda page, pdf: [*options, f"--print-to-pdf={pdf}", page.as_uri()]
    )


def _pages(file: Path) -> str:
    with pikepdf.open(file) as pdf:
        return str(len(pdf.pages))
