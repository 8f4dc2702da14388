"""Redraw the pictures of the README from real output."""

import subprocess
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
PLAINLEAF = ROOT / ".venv/bin/plainleaf"
DPI = "60"

PICTURES = {
    "standard": ["metastatic-cancer", "-b", "riverside"],
    "large": ["metastatic-cancer", "-b", "riverside", "-s", "large"],
    "spanish": ["signs-to-report", "-b", "riverside", "-l", "es"],
}
"""A picture's name, and what is built for its first page."""


def draw(name: str, choice: list[str], folder: Path) -> None:
    output = folder / name
    build = [str(PLAINLEAF), "build", *choice, "-w", str(ROOT), "-o", str(output)]
    subprocess.run(build, check=True, capture_output=True)
    (sheet,) = output.rglob("*.pdf")
    picture = ROOT / "docs/pictures" / name
    page = ["pdftoppm", "-png", "-singlefile", "-r", DPI, str(sheet), str(picture)]
    subprocess.run(page, check=True)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        for name, choice in PICTURES.items():
            draw(name, choice, Path(folder))
