"""What commands share: options, opening a workspace, and how findings become text and a status."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from plainleaf.errors import Finding, PlainleafError

if TYPE_CHECKING:
    from plainleaf.settings import Settings
    from plainleaf.survey import Survey
    from plainleaf.workspace import Workspace


Command = TypeVar("Command", bound=Callable[..., Any])


class Group(click.Group):
    """The one place that turns findings into text and exit status 1."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except PlainleafError as error:
            tell(error.findings)
            ctx.exit(1)
        except BrokenPipeError:  # the reader has seen enough, as in 'list | head -1'
            raise
        except OSError as error:
            tell([_system_fault(error)])
            ctx.exit(1)


def _system_fault(error: OSError) -> Finding:
    path = str(error.filename or "plainleaf")
    hint = "Look at the rights and the room there, then run it again."
    return Finding(path, None, "system", f"{error.strerror or error}.", hint)


def tell(findings: Sequence[Finding]) -> None:
    """Print each finding once, as a line on standard error."""
    for finding in dict.fromkeys(findings):
        click.echo(str(finding), err=True)


def names(axis: str) -> Callable[[click.Context, click.Parameter, str], list[str]]:
    """Return a shell completion for the names of one axis."""

    def complete(ctx: click.Context, parameter: click.Parameter, begun: str) -> list[str]:
        try:
            _, survey = survey_of(open_workspace(ctx.params.get("workspace")))
        except (PlainleafError, OSError):
            return []
        return [name for name in names_of(survey, axis) if name.startswith(begun)]

    return complete


def names_of(survey: "Survey", axis: str) -> tuple[str, ...]:
    """Return the names on one axis."""
    if axis == "languages":
        return tuple(sorted({code for codes in survey.languages.values() for code in codes}))
    if axis == "layouts":
        from plainleaf.model import LAYOUTS

        return LAYOUTS
    names: tuple[str, ...] = getattr(survey, axis)
    return names


def open_workspace(folder: Path | None) -> "Workspace":
    """Open the workspace in a folder, or the one that one stands in."""
    from plainleaf.workspace import Workspace

    return Workspace.at(folder or Path())


def survey_of(workspace: "Workspace") -> "tuple[Settings, Survey]":
    """Return what a workspace says of itself, and what is in it."""
    from plainleaf.settings import read_settings
    from plainleaf.survey import take_survey

    settings = read_settings(workspace)
    return settings, take_survey(workspace, settings)


in_workspace = click.option(
    "-w",
    "--workspace",
    type=click.Path(path_type=Path, file_okay=False),
    help="The workspace's folder; by default the one you stand in.",
)


as_json = click.option("--json", "as_json", is_flag=True, help="Print one JSON object a line.")


def axes(command: Command) -> Command:
    """Give a command the options that choose editions and brands."""
    for flag, axis, text in (
        ("-b", "brand", "The organization; 'all' for each one."),
        ("-p", "paper", "letter or a4."),
        ("-f", "format", "The page format."),
        ("-s", "size", "The type size."),
        ("-a", "audience", "Who reads."),
        ("-l", "language", "The language, or two: en+es."),
    ):
        command = click.option(
            flag,
            f"--{axis}",
            f"{axis}s",
            multiple=True,
            metavar=axis.upper(),
            help=text,
            shell_complete=names(f"{axis}s"),
        )(command)
    return command
