import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from plainleaf.build import build
from plainleaf.build.manifest import Result
from plainleaf.build.order import Order
from plainleaf.model import Choice
from plainleaf.workspace import Workspace
from plainleaf.workspace.settings import read_settings

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

SETTINGS = "[limits]\nseconds = 60\nmemory-mib = 300\npages = 20\n"
"""Room for a machine that is busy with other tests."""

IMPATIENT = SETTINGS.replace("60", "8")
"""For what never ends."""

Build = Callable[..., tuple[Result, ...]]


class Silent:
    """Hears how a run goes on, and does nothing about it."""

    def begin(self, total: int) -> None:
        pass

    def masters(self, ready: int, total: int) -> None:
        pass

    def result(self, result: Result, total: int) -> None:
        pass


def results(workspace: Workspace, *choices: Choice, **options: Any) -> tuple[Result, ...]:
    """Build choices below the workspace; return what became of each imprint."""
    folder = workspace.root / "build"
    settings, weights = read_settings(workspace), {"jobs": 2, **options}
    return build(Order(workspace, settings, choices, folder, **weights), Silent()).results


def place_of(workspace: Workspace, result: Result) -> Path:
    """Return where the PDF of an imprint is, if there is one."""
    return workspace.root / "build" / result.imprint


def pdfs(workspace: Workspace, choice: Choice) -> dict[str, tuple[Result, bytes]]:
    """Build in one run, and inspect each; return results and PDFs by the imprint's path."""
    made = {each: place_of(workspace, each) for each in results(workspace, choice, verify="all")}
    return {
        each.imprint: (each, place.read_bytes() if place.exists() else b"")
        for each, place in made.items()
    }


@pytest.fixture
def build_with(tmp_path: Path) -> Build:
    """Build the handout 'tea' in a workspace that holds these files too."""

    def run(files: Mapping[str, str], handouts: tuple[str, ...] = ("tea",)) -> tuple[Result, ...]:
        texts = {"plainleaf.toml": SETTINGS, "handouts/tea/handout.md": HANDOUT, **files}
        for name, text in texts.items():
            place = tmp_path / "w" / name
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(text, encoding="utf-8")
        workspace = Workspace.at(tmp_path / "w")
        return results(workspace, Choice(handouts=handouts))

    return run


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the supervisor a folder for temporary files that a test can look into."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr("tempfile.tempdir", os.fspath(folder))
    return folder
