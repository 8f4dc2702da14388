"""A folder, or where one stands → the workspace, what it says of itself, and the names in it."""

from pathlib import Path
from typing import TYPE_CHECKING

from plainleaf.cli.streams import session
from plainleaf.errors import PlainleafError
from plainleaf.workspace import Workspace

if TYPE_CHECKING:
    from plainleaf.workspace.settings import Settings
    from plainleaf.workspace.survey import Survey


def names_of(survey: "Survey", axis: str) -> tuple[str, ...]:
    """Return the names on one axis."""
    if axis == "languages":
        return tuple(sorted({code for codes in survey.languages.values() for code in codes}))
    if axis == "layouts":
        from plainleaf.model import LAYOUTS

        return LAYOUTS
    names: tuple[str, ...] = getattr(survey, axis)
    return names


def open_workspace(folder: Path | None) -> Workspace:
    """Open the workspace in a folder, or the one that one stands in."""
    workspace = Workspace.at(folder) if folder else Workspace.around(Path())
    session().root = workspace.root
    return workspace


def is_inside() -> bool:
    """Whether one stands in a workspace."""
    try:
        return bool(Workspace.around(Path()))
    except PlainleafError:
        return False


def settings_of(workspace: Workspace) -> "Settings":
    """Return what a workspace says of itself."""
    from plainleaf.workspace.settings import read_settings

    return read_settings(workspace)


def survey_of(workspace: Workspace) -> "tuple[Settings, Survey]":
    """Return what a workspace says of itself, and what is in it."""
    from plainleaf.workspace.survey import take_survey

    settings = settings_of(workspace)
    return settings, take_survey(workspace, settings)
