import re
import tomllib
from pathlib import Path

from plainleaf.workspace import PACKAGE
from plainleaf.workspace.engine import ENGINE, code_files

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
