import ctypes
import ctypes.util
from pathlib import Path

import pytest

from plainleaf.author import doctor
from plainleaf.author.doctor import FONTS, LIBRARIES, PACKAGES, Sign, examine
from plainleaf.workspace import Workspace, fonts
from tests.conftest import put

LAST = "templates and styles to copy from"


def test_each_thing_is_looked_at_once(tmp_path: Path) -> None:
    names = ["Python", *PACKAGES, *LIBRARIES, *FONTS, "poppler", "workspace", LAST]
    assert [sign.name for sign in examine(tmp_path)] == names


def test_missing_library_and_font_are_told_with_their_packages(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ctypes.util, "find_library", lambda name: None)
    monkeypatch.setattr(doctor, "font_files", list)
    monkeypatch.setattr("sys.platform", "linux")
    missing = [sign for sign in examine(tmp_path) if not sign.well and sign.name != "poppler"]
    packages = [LIBRARIES[name][2] for name in LIBRARIES] + [FONTS[name][1] for name in FONTS]
    assert missing == [
        Sign(name, False, "not found", f"apt-get install {package}")
        for name, package in zip((*LIBRARIES, *FONTS), packages, strict=True)
    ]


def signs(folder: Path) -> dict[str, Sign]:
    return {sign.name: sign for sign in examine(folder)}


def test_package_that_is_not_installed_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(doctor, "PACKAGES", ("no-such-package",))
    assert signs(tmp_path)["no-such-package"] == Sign(
        "no-such-package", False, "not found", "pip install no-such-package"
    )


def test_library_that_does_not_load_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(name: str) -> None:
        raise OSError(f"{name}: bad file")

    monkeypatch.setattr(ctypes.util, "find_library", lambda name: f"{name}.so")
    monkeypatch.setattr(ctypes, "CDLL", fail)
    monkeypatch.setattr("sys.platform", "linux")
    assert signs(tmp_path)["HarfBuzz-subset"] == Sign(
        "HarfBuzz-subset",
        False,
        "cannot be loaded (harfbuzz-subset.so: bad file)",
        "apt-get install libharfbuzz-subset0",
    )


def test_fonts_of_the_workspace_count(bare: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fonts, "FOLDERS", {})
    put(bare, "plainleaf.toml", "fonts = ['mine']")
    put(bare, "mine/NotoSans-Regular.ttf", "")
    found = signs(bare.root)
    assert [name for name in FONTS if found[name].well] == ["Noto Sans"]
    assert found["Noto Sans"].found == str(bare.root / "mine")


def test_broken_settings_do_not_stop_it(bare: Workspace) -> None:
    put(bare, "plainleaf.toml", "fonts = ")
    assert signs(bare.root)["workspace"].well


def test_workspace_is_no_duty(tmp_path: Path) -> None:
    text = "none here: 'plainleaf init DIR' makes one"
    assert examine(tmp_path)[-2] == Sign("workspace", True, text)
