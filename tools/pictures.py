"""Redraw the pictures of the README from real output."""

import subprocess
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
PLAINLEAF = ROOT / ".venv/bin/plainleaf"
DPI = "60"

TRIFOLD = ["metastatic-cancer", "-b", "riverside", "-f", "trifold"]
PICTURES = {
    "standard": (["metastatic-cancer", "-b", "riverside"], "*letter.pdf", 1),
    "large": (["metastatic-cancer", "-b", "riverside", "-s", "large"], "*letter.pdf", 1),
    "spanish": (["signs-to-report", "-b", "riverside", "-l", "es"], "*letter.pdf", 1),
    "trifold-outside": ([*TRIFOLD, "--bleed"], "*.print.pdf", 1),
    "trifold-inside": ([*TRIFOLD, "--bleed"], "*.print.pdf", 2),
}
"""A picture's name, what is built for it, and the file and page of it that are drawn."""


def draw(name: str, choice: list[str], file: str, number: int, folder: Path) -> None:
    output = folder / name
    build = [str(PLAINLEAF), "build", *choice, "-w", str(ROOT), "-o", str(output)]
    subprocess.run(build, check=True, capture_output=True)
    (sheet,) = output.rglob(file)
    picture = ROOT / "docs/pictures" / name
    page = ["pdftoppm", "-png", "-singlefile", "-f", str(number), "-r", DPI]
    subprocess.run([*page, str(sheet), str(picture)], check=True)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        for name, (choice, file, number) in PICTURES.items():
            draw(name, choice, file, number, Path(folder))
