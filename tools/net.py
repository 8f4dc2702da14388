"""What must stay when code moves: kits' PDFs and pixels, what is said of bad input, suite times.

python tools/net.py record NET.json HOSTILE [--suites]   after `make handouts`
python tools/net.py compare OLD.json NEW.json   tells each difference; the status says whether any

HOSTILE has folders named after kinds: svg, raster, pdf (logos), md, po, brand, css, tpl, html.
"""

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pypdfium2

ROOT = Path(__file__).parents[1]
DPI = 60
IDENTITY = re.compile(rb"/ID ?\[.*?\]", re.DOTALL)
"""Says which code made a file: another code makes another one of the same pages."""

SECONDS = 200
SUITES = {"quick": "not slow", "slow": "slow"}
PLACES = {
    "svg": "styles/brands/guest/logo.svg",
    "raster": "styles/brands/guest/logo{suffix}",
    "pdf": "styles/brands/guest/logo.pdf",
    "md": "handouts/tea/handout.md",
    "po": "handouts/tea/es.po",
    "brand": "styles/brands/guest/_brand.yml",
    "css": "styles/audiences/patient.css",
    "tpl": "templates/page.html",
    "html": "templates/page.html",
}
"""Where a file of a kind stands in a workspace."""

BRAND = (
    "meta: {{name: Guest}}\nlogo: {{images: {{own: {{path: {name}, alt: Guest}}}}, medium: own}}\n"
)
HANDOUT = """---
title: Tea
summary: How to make tea.
publisher: Ward 3
version: "1"
reviewed: 2026-01-02
review-by: 2027-01-02
sources: [A kettle.]
---

## Boil water {#boil}

Fill the kettle.
"""


def pages(file: Path) -> list[str]:
    """Return a digest of each page's pixels."""
    with pypdfium2.PdfDocument(file) as pdf:
        drawn = [page.render(scale=DPI / 72).to_pil().tobytes() for page in pdf]
    return [hashlib.sha256(data).hexdigest()[:16] for data in drawn]


def kits() -> dict[str, object]:
    return {
        str(file.relative_to(ROOT / "build")): {
            "sha256": hashlib.sha256(IDENTITY.sub(b"", file.read_bytes())).hexdigest(),
            "pixels": pages(file),
        }
        for file in sorted((ROOT / "build").rglob("*.pdf"))
    }


def said(kind: str, file: Path) -> list[str]:
    """Return the findings of a build whose workspace holds one bad file."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / PLACES[kind].format(suffix=file.suffix)
        texts = {"plainleaf.toml": 'source-language = "en"\n', "handouts/tea/handout.md": HANDOUT}
        if place.parent.name == "guest":
            texts["styles/brands/guest/_brand.yml"] = BRAND.format(name=place.name)
        for name, text in texts.items():
            (Path(folder) / name).parent.mkdir(parents=True, exist_ok=True)
            (Path(folder) / name).write_text(text)
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(file, place)
        return heard(folder, "guest" if place.parent.name == "guest" else "plain", kind)


def heard(folder: str, brand: str, kind: str) -> list[str]:
    """Return what a run says, once each, without what differs from run to run."""
    language = ["-l", "es"] if kind == "po" else []
    command = ["build", "tea", "-b", brand, "--json", "-w", folder, *language]
    run = subprocess.run(
        [sys.executable, "-m", "plainleaf", *command],
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=False,
    )
    rows = [json.loads(line) for line in run.stdout.splitlines()]
    found = [finding for row in rows for finding in row.get("findings", [row])]
    keys = ("path", "line", "field", "severity", "code", "message", "hint")
    texts = {" | ".join(str(each.get(key)) for key in keys) for each in found}
    errors = [line.replace(folder, "W") for line in run.stderr.splitlines()]
    return [*sorted(texts), *errors, f"status {run.returncode}"]


def hostile(folder: Path) -> dict[str, list[str]]:
    files = [(file.parent.name, file) for file in sorted(folder.glob("*/*"))]
    asked = [(kind, file) for kind, file in files if kind in PLACES]
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        found = list(pool.map(said, *zip(*asked, strict=True)))
    return {f"{kind}/{file.name}": rows for (kind, file), rows in zip(asked, found, strict=True)}


def suite(marker: str) -> float:
    """Return the seconds that a suite takes; nothing else should run."""
    start = time.monotonic()
    command = [sys.executable, "-m", "pytest", "-q", "-n", "logical", "-m", marker]
    subprocess.run(command, cwd=ROOT, check=True)
    return round(time.monotonic() - start, 1)


def differences(old: dict[str, dict[str, object]], new: dict[str, dict[str, object]]) -> list[str]:
    """Return each row that is not as it was."""
    return [
        f"{part}: {name}\n  was {old[part].get(name)}\n  is  {new[part].get(name)}"
        for part in ("kits", "hostile")
        for name in sorted(old[part].keys() | new[part].keys())
        if not same(old[part].get(name), new[part].get(name))
    ]


def same(one: object, other: object) -> bool:
    """Whether two rows are alike: pages by their pixels."""
    if isinstance(one, dict) and isinstance(other, dict):
        return bool(one["pixels"] == other["pixels"])
    return one == other


def main(task: str, *names: str) -> int:
    if task == "compare":
        old, new = (json.loads(Path(name).read_text()) for name in names)
        found = differences(old, new)
        alike = sum(old["kits"].get(name) == row for name, row in new["kits"].items())
        print(*found, sep="\n")
        print(f"{alike} of {len(new['kits'])} PDFs are the same bytes; {len(found)} differences")
        print("seconds of the suites:", old.get("suites"), "->", new.get("suites"))
        return bool(found)
    net: dict[str, object] = {"kits": kits(), "hostile": hostile(Path(names[1]))}
    if "--suites" in names:
        net["suites"] = {name: suite(marker) for name, marker in SUITES.items()}
    Path(names[0]).write_text(json.dumps(net, indent=1, ensure_ascii=False))
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
