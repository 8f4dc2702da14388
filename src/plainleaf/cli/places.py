"""A path that a stage names → one that can be opened from where one stands."""

import os
from dataclasses import replace
from pathlib import Path

from plainleaf.cli.streams import session
from plainleaf.errors import Finding
from plainleaf.workspace import READABLE, SHARED, starter_root

TOPS = (*READABLE, "build", "plainleaf.toml")
"""What paths below a workspace begin with; others are the user's own, or no paths."""


def placed(finding: Finding) -> Finding:
    """Return a finding whose path can be opened."""
    return replace(finding, path=shown(finding.path))


def shown(path: str) -> str:
    """Return a workspace's path, or a full one, as it can be opened from here."""
    if Path(path).is_absolute():
        return near(path)
    root = session().root
    if not root or path.split("/")[0] not in TOPS:
        return path
    if not os.path.lexists(root / path):
        if path.startswith(SHARED) and os.path.lexists(starter_root() / path):
            return near(starter_root() / path)
        if os.path.lexists(path):  # the user's own, as it was named
            return path
    return near(root / path)


def near(place: Path | str) -> str:
    """Return a path relative to where one stands: below it, or both in one workspace."""
    place = os.path.abspath(place)  # noqa: PTH100  # a link stays as it is named
    try:
        here = Path.cwd()
        relative = os.path.relpath(place, here)
    except (OSError, ValueError):  # the folder is gone, or on another drive
        return place
    root = session().root
    is_one = root and here.is_relative_to(root) and Path(place).is_relative_to(root)
    return relative if is_one or not relative.startswith("..") else place
