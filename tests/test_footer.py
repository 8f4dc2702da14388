"""The foot of each page names the text: title, version and date, in every language alike."""

import io
import re
from pathlib import Path

import pypdfium2
import pytest
from click.testing import CliRunner

from plainleaf.cli import cli
from plainleaf.workspace import Workspace
from tests.conftest import change

COUNT = re.compile(r"(?:Page|Página) \d+ (?:of|de) \d+")
"""It stands beside the title, and is read in the midst of one that takes two lines."""

TITLE = "Drink water"
LONG = "Going home after your new hip"
CHOICES = {
    "sheets": (LONG, "-l en -s standard -s large -s giant -f sheet"),
    "booklets": (LONG, "-l en -s standard -s large -s giant -f booklet"),
    "on one leaf": (LONG, "-l en -f halffold -f trifold -f poster"),
    "in other languages": (TITLE, "-l es -l en+es -s large -s giant -f sheet"),
    "folded, in Spanish": (TITLE, "-l es -f trifold -f poster"),
}


def feet(pdf: Path) -> list[str]:
    """Return the words in the last quarter of each page."""
    document = pypdfium2.PdfDocument(io.BytesIO(pdf.read_bytes()))
    found = []
    for page in document:
        text = page.get_textpage()
        width, height = page.get_size()
        lowest = text.get_text_bounded(0, 0, width, height / 4)
        found.append(" ".join(COUNT.sub(" ", lowest).split()))
    return found


@pytest.mark.slow
@pytest.mark.parametrize("name", CHOICES)
def test_each_page_names_title_version_and_date(name: str, library: Workspace) -> None:
    title, choice = CHOICES[name]
    change(library, "handouts/drink-water/handout.md", f"title: {TITLE}", f"title: {title}")
    choices = ["build", "drink-water", *choice.split(), "-w", str(library.root)]
    done = CliRunner().invoke(cli, choices)
    assert (done.exit_code, "0 failed" in done.stdout) == (0, True), done.output
    made = [
        path
        for path in sorted((library.root / "build/plain").glob("*.pdf"))
        if not path.name.endswith(".print.pdf")
    ]
    without = [
        (path.name, number)
        for path in made
        for number, foot in enumerate(feet(path), 1)
        if "1.0 · 2026-01-01" not in foot or title not in foot
    ]
    assert (len(made) > 1, without) == (True, [])
