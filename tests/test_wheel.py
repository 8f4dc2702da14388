"""The wheel alone is enough: installed elsewhere, it begins a workspace and builds there."""

import os
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).parents[1]
DATA = {str(file.relative_to(ROOT / "src")) for file in (ROOT / "src").rglob("data/*.toml")}


def run(*command: object, cwd: Path) -> str:
    words = [str(word) for word in command]
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    done = subprocess.run(
        words, cwd=cwd, check=False, capture_output=True, text=True, env=environment
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.mark.slow
def test_the_wheel_builds_its_starter_handouts_anywhere(tmp_path: Path) -> None:
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "-o", tmp_path, ROOT]
    run(*build, cwd=tmp_path)
    (wheel,) = tmp_path.glob("*.whl")
    assert {"plainleaf/py.typed", *DATA} <= {*ZipFile(wheel).namelist()}
    run(sys.executable, "-m", "venv", "venv", cwd=tmp_path)
    pip = [tmp_path / "venv/bin/python", "-m", "pip", "install", "-q"]
    run(*pip, "--require-hashes", "-r", ROOT / "requirements.lock", cwd=tmp_path)
    run(*pip, "--no-deps", wheel, cwd=tmp_path)
    plainleaf = tmp_path / "venv/bin/plainleaf"
    run(plainleaf, "init", "w", cwd=tmp_path)
    shown = run(plainleaf, "build", "-l", "en", "-l", "es", cwd=tmp_path / "w")
    made = sorted(path.name for path in (tmp_path / "w/build/plain").glob("*.pdf"))
    assert (shown.splitlines()[-1], made) == (
        "4 built, 0 fresh, 0 failed",
        [
            "metastatic-cancer_en_patient_standard_sheet_letter.pdf",
            "metastatic-cancer_es_patient_standard_sheet_letter.pdf",
            "signs-to-report_en_patient_standard_sheet_letter.pdf",
            "signs-to-report_es_patient_standard_sheet_letter.pdf",
        ],
    )
