import re
import tomllib
from pathlib import Path

import pytest

from plainleaf.text import lexicon
from plainleaf.workspace import PACKAGE, engine
from plainleaf.workspace.engine import ENGINE, code_digest, code_files

IN_NO_WAY = frozenset({"click", "platformdirs", "psutil"})
"""Dependencies that neither shape a byte nor judge one."""


def test_every_library_that_shapes_or_judges_counts() -> None:
    text = (Path(__file__).parents[2] / "pyproject.toml").read_text()
    named = {
        re.split(r"[<>=]", each)[0] for each in tomllib.loads(text)["project"]["dependencies"]
    }
    assert named - set(ENGINE) == IN_NO_WAY


def test_code_of_every_room_counts() -> None:
    """A room that is left out would serve masters that its code no longer makes."""
    rooms = {place.name for place in PACKAGE.iterdir() if any(place.rglob("*.py"))}
    seen = {file.relative_to(PACKAGE).parts[0] for file in code_files()}
    assert rooms - {"starter"} <= seen
    assert PACKAGE / "typeset" / "__init__.py" in code_files()


def test_data_of_every_language_counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert {*lexicon.FOLDER.glob("*.toml")} < {*code_files()}
    data = tmp_path / "text" / "data"
    data.mkdir(parents=True)
    monkeypatch.setattr(engine, "PACKAGE", tmp_path)
    digests = {code_digest()}
    for name, text in (("fo.toml", "suffixed = true"), ("fo.toml", ""), ("fa.toml", "")):
        for file in data.iterdir():
            file.unlink()
        (data / name).write_text(text)
        digests.add(code_digest())
    assert len(digests) == 4
