"""The documentation names what there is, and its commands and links work."""

import ast
import re
from collections.abc import Iterable, Iterator
from dataclasses import fields
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from plainleaf.build.manifest import Result
from plainleaf.checks.registry import PDF_CHECKS, TEXT_CHECKS
from plainleaf.cli import cli
from plainleaf.errors import Finding
from plainleaf.load.containers import CONTAINERS
from plainleaf.model import (
    MOST_LOGO_BYTES,
    MOST_PICTURE_BYTES,
    MOST_PICTURE_SVG_BYTES,
    MOST_SVG_BYTES,
    PAPERS,
    PLAIN,
    Choice,
    Handout,
    Limits,
)
from plainleaf.text.markup.table import PATTERNS
from plainleaf.workspace.settings import Settings
from tools.reference import PLACE, reference

ROOT = Path(__file__).parents[1]
PAGES = sorted((ROOT / "docs").rglob("*.md"))
REFERENCE = "\n".join(page.read_text("utf-8") for page in (ROOT / "docs/reference").glob("*.md"))
LOGO_BYTES = re.compile(r"\b\d+ [Mk]B\b")
FIXED = {"name", "path", "lead", "sections", "remarks"}  # of a handout, but not of its fields


def stems(axis: str) -> list[str]:
    return [style.stem for style in (ROOT / "styles" / axis).glob("*.css")]


def written(table: type) -> list[str]:
    """Return the names of a class's fields as a file writes them."""
    return [field.name.replace("_", "-") for field in fields(table)]


def runs(command: click.Command, path: str) -> list[str]:
    below = command.commands.items() if isinstance(command, click.Group) else ()
    return [path, *(name for key, each in below for name in runs(each, f"{path} {key}"))]


NAMES = {
    "audience": stems("audiences"),
    "size": stems("sizes"),
    "format": stems("formats"),
    "paper": [*PAPERS],
    "brand": [PLAIN],
    "check": [*TEXT_CHECKS, *PDF_CHECKS],
    "container": [*CONTAINERS],
    "sign": [pattern.name for pattern in PATTERNS],
    "front matter": sorted({*written(Handout)} - FIXED),
    "limit": written(Limits),
    "setting": [*written(Settings), *written(Choice)],
    "result": [field.name for field in fields(Result)],
    "finding": [field.name for field in fields(Finding)],
}


def test_the_command_reference_is_what_the_command_says() -> None:
    assert PLACE.read_text("utf-8") == reference(), "run: make docs"


@pytest.mark.parametrize("path", runs(cli, "plainleaf"))
def test_each_command_has_a_section(path: str) -> None:
    assert f"\n## {path}\n" in REFERENCE


@pytest.mark.parametrize("kind", NAMES)
def test_each_name_is_in_the_reference(kind: str) -> None:
    code = " ".join(re.findall(r"`([^`\n]+)`", REFERENCE))
    missing = [name for name in NAMES[kind] if not re.search(rf"(?<![\w-]){name}(?![\w-])", code)]
    assert NAMES[kind]
    assert missing == []


def codes() -> Iterator[str]:
    """Yield the codes that faults and findings are made with."""
    places = {"Finding": 2, "Fault": 0}
    for file in (ROOT / "src").rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                at = places.get(node.func.id, len(node.args))
                given = (getattr(each, "value", None) for each in node.args[at : at + 1])
                yield from (code for code in given if isinstance(code, str))


def test_each_code_is_in_the_reference() -> None:
    told = {*re.findall(r"`([^`\n]+)`", REFERENCE)}
    assert {*codes()} - told == set()


def commands_of(page: Path) -> list[str]:
    return re.findall(r"(?:^|`)(plainleaf(?: [^`\n|]+)?)", page.read_text("utf-8"), re.MULTILINE)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_commands_in_the_pages_are_right(page: Path) -> None:
    for line in commands_of(page):
        words = [word for word in line.split()[1:] if word != "&&"]
        asked = CliRunner().invoke(cli, [*words, "--help"])
        assert (line, asked.exit_code) == (line, 0)


@pytest.mark.parametrize("page", [*PAGES, ROOT / "CHANGELOG.md"], ids=lambda page: page.stem)
def test_links_lead_somewhere(page: Path) -> None:
    for target, anchor in re.findall(
        r"(?<!!)\[[^\]]*\]\((?!https?:)([^)#\s]*)#?([^)\s]*)\)", page.read_text("utf-8")
    ):
        there = page.parent / target
        assert there.exists(), target
        assert not anchor or anchor in anchors(there), anchor


SOURCES = [
    path
    for folder in ("src", "tests", "tools", "bench", "styles", "templates")
    for path in sorted((ROOT / folder).rglob("*"))
    if path.suffix in {".py", ".css", ".html"}
]
PLACES = (ROOT, ROOT / "src/plainleaf", ROOT / "tests/library")
"""Where a path may begin."""

FOLDERS = {path.name for place in PLACES[:2] for path in place.iterdir() if path.is_dir()} - {
    "build"
}
NAMED = re.compile(
    rf"(?<![\w./<-])(?:(?:src/plainleaf/build|{'|'.join(sorted(FOLDERS))})/"
    r"(?:[\w-]+/)*(?:[\w-]+\.\w+)?|[\w-]+\.(?:py|css))(?![\w/<])"
)
ANY = re.compile("NAME|HANDOUT|BRAND")
COMMENT = re.compile(r"/\*.*?\*/|\{#.*?#\}|(?:^|\s)# [^\n]*", re.DOTALL)

MADE = {
    "docs/how-to/add-a-brand.md": {"styles/brands/hillside/", "styles/brands/hillside/_brand.yml"},
    "docs/how-to/add-a-check.md": {"src/plainleaf/checks/text/long_titles.py"},
    "docs/how-to/add-a-format.md": {"styles/formats/landscape.css", "styles/formats/zfold.css"},
    "docs/how-to/add-a-language.md": {"handouts/HANDOUT/fr.po", "templates/strings/fr.po"},
    "docs/how-to/add-a-size.md": {"styles/sizes/extra.css"},
    "docs/how-to/add-an-audience.md": {"styles/audiences/young-adult.css"},
    "docs/tutorial.md": {"styles/brands/hillside/_brand.yml"},
}
"""What is not there before its reader makes it."""


def comments(path: Path) -> Iterator[str]:
    """Yield the comments of a file, and Python's strings that stand for one."""
    text = path.read_text("utf-8")
    if not NAMED.search(text):  # most; spares the parsing
        return
    yield from COMMENT.findall(text)
    for node in ast.walk(ast.parse(text)) if path.suffix == ".py" else ():
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            yield str(node.value.value)


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def lost(texts: Iterable[str]) -> set[str]:
    """Return paths in texts that lead nowhere."""
    named = {path for text in texts for path in NAMED.findall(text)}
    found = {path for path in named for place in PLACES if any(place.glob(ANY.sub("*", path)))}
    return named - found


def test_paths_in_the_pages_lead_somewhere() -> None:
    pages = [*PAGES, ROOT / "README.md", ROOT / "CONTRIBUTING.md"]
    code = {name_of(page): re.findall(r"`([^`\n]+)`", page.read_text("utf-8")) for page in pages}
    found = {name: lost(spans) - MADE.get(name, set()) for name, spans in code.items()}
    assert {name: paths for name, paths in found.items() if paths} == {}


def test_paths_in_comments_lead_somewhere() -> None:
    found = {name_of(path): lost(comments(path)) for path in SOURCES}
    assert {name: paths for name, paths in found.items() if paths} == {}


def anchors(page: Path) -> list[str]:
    """Return the headings of a page as GitHub turns them into addresses."""
    headings = re.findall(r"^#+ (.*)$", page.read_text("utf-8"), re.MULTILINE)
    return [re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings]


def test_the_largest_logo_and_picture_are_the_same_everywhere() -> None:
    """Pages and the command's help say it, the gate holds to it."""
    pages = [*PAGES, ROOT / "README.md"]
    said = {size for page in pages for size in LOGO_BYTES.findall(page.read_text("utf-8"))}
    logos = {f"{MOST_LOGO_BYTES / 1e6:.0f} MB", f"{MOST_SVG_BYTES / 1e3:.0f} kB"}
    pictures = {f"{most / 1e6:.0f} MB" for most in (MOST_PICTURE_BYTES, MOST_PICTURE_SVG_BYTES)}
    assert said == logos | pictures


@pytest.mark.parametrize(
    ("row", "lengths"),
    [("text", ["body"]), ("smallest", ["floor"]), ("headings", ["h1", "h2", "h3"])],
)
def test_the_table_of_sizes_is_what_the_styles_say(row: str, lengths: list[str]) -> None:
    page = (ROOT / "docs/explanation/accessibility.md").read_text("utf-8")
    said = []
    for size in ("standard", "large", "giant"):
        style = (ROOT / f"styles/sizes/{size}.css").read_text("utf-8")
        points = [re.findall(rf"--{length}: (\d+)pt", style)[0] for length in lengths]
        said.append(f"{', '.join(points)} pt")
    assert f"| {row} | {' | '.join(said)} |" in page
