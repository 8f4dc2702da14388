import ctypes.util
from pathlib import Path

import pytest

from plainleaf import doctor
from plainleaf.doctor import FONTS, LIBRARIES, PACKAGES, Sign, examine

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


def test_workspace_is_no_duty(tmp_path: Path) -> None:
    text = "none here: 'plainleaf init DIR' makes one"
    assert examine(tmp_path)[-2] == Sign("workspace", True, text)
