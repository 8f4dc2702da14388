"""The repository's kits, whole: built, inspected, and held against veraPDF."""

import json
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pikepdf
import pytest
from click.testing import CliRunner

from plainleaf.cli import cli

ROOT = Path(__file__).parents[1]
POM = Path(__file__).parent / "verapdf" / "pom.xml"

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("kit")]


LANGUAGES = ("en+ar", "en+es", "en+hi", "en+vi", "en+zh-Hans", "ar+en")
LAYOUTS = ("stacked", "duplex")
PAIRS = [*(each for code in LANGUAGES for each in ("-l", code)), "-s", "standard", "-s", "large"]
PAIRS += ["-s", "giant", *(each for layout in LAYOUTS for each in ("--layout", layout))]


def made(folder: Path, *arguments: str) -> Path:
    command = ["build", *arguments, "--json", "-w", str(ROOT), "-o", str(folder)]
    done = CliRunner().invoke(cli, command, catch_exceptions=False)
    (folder / "rows.json").write_text(done.stdout, encoding="utf-8")
    return folder


def states(folder: Path) -> tuple[int, list[str]]:
    """Return how many imprints there are, and those that were not built."""
    rows = [json.loads(row) for row in (folder / "rows.json").read_text().splitlines()]
    return len(rows), [row["imprint"] for row in rows if row["state"] != "built"]


@pytest.fixture(scope="module")
def kit(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made(tmp_path_factory.mktemp("kit"), "--kit", "default")


@pytest.fixture(scope="module")
def languages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Each translation alone and beside English, at each size."""
    return made(tmp_path_factory.mktemp("languages"), "--kit", "languages")


@pytest.fixture(scope="module")
def brochures(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What folds and the poster, from left to right and from right to left."""
    return made(tmp_path_factory.mktemp("brochures"), "--kit", "brochures")


def test_every_brochure_is_built(brochures: Path) -> None:
    assert states(brochures) == (12, [])


def test_every_imprint_is_built(kit: Path) -> None:
    assert states(kit) == (24, [])


def test_every_translation_is_built(languages: Path) -> None:
    assert states(languages) == (27, [])


def test_every_other_layout_is_built(tmp_path: Path) -> None:
    assert states(made(tmp_path, "metastatic-cancer", *PAIRS)) == (36, [])


def test_the_sheet_of_signs_is_one_page_at_standard_size(kit: Path) -> None:
    sheets = sorted(kit.glob("plain/signs-to-report_*_standard_*.pdf"))
    assert [len(pikepdf.open(sheet).pages) for sheet in sheets] == [1, 1, 1, 1]


@pytest.fixture(scope="module")
def verapdf(tmp_path_factory: pytest.TempPathFactory) -> Sequence[str]:
    """Fetch the checker; skip where it cannot be had."""
    if not shutil.which("java") or not shutil.which("mvn"):
        pytest.skip("veraPDF needs Java and Maven, and one of them is not here")
    path = tmp_path_factory.mktemp("verapdf") / "path.txt"
    fetch = ["mvn", "-q", "-B", "-f", str(POM), "dependency:build-classpath"]
    done = subprocess.run([*fetch, f"-Dmdep.outputFile={path}"], check=False, capture_output=True)
    if done.returncode:
        pytest.skip("Maven could not fetch veraPDF from its registry")
    main = "org.verapdf.apps.GreenfieldCliWrapper"
    return ["java", "-cp", path.read_text(), main, "-f", "ua1", "--format", "text"]


def verdicts(verapdf: Sequence[str], files: Sequence[Path]) -> list[str]:
    command = [*verapdf, *map(str, files)]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    return [line.split()[0] for line in done.stdout.splitlines()]


def test_verapdf_passes_every_imprint(kit: Path, verapdf: Sequence[str]) -> None:
    assert verdicts(verapdf, sorted(kit.glob("plain/*.pdf"))) == ["PASS"] * 24


def test_verapdf_passes_every_translation(languages: Path, verapdf: Sequence[str]) -> None:
    assert verdicts(verapdf, sorted(languages.glob("plain/*.pdf"))) == ["PASS"] * 27


def test_verapdf_passes_every_reading_copy(brochures: Path, verapdf: Sequence[str]) -> None:
    copies = [file for file in brochures.glob("plain/*.pdf") if ".print." not in file.name]
    assert verdicts(verapdf, sorted(copies)) == ["PASS"] * 12


def test_verapdf_would_fail_an_imprint_without_tags(
    kit: Path, verapdf: Sequence[str], tmp_path: Path
) -> None:
    with pikepdf.open(next(kit.glob("plain/signs-*_standard_*.pdf"))) as pdf:
        del pdf.Root.StructTreeRoot
        pdf.save(tmp_path / "untagged.pdf")
    assert verdicts(verapdf, [tmp_path / "untagged.pdf"]) == ["FAIL"]
