"""Options that commands share."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

import click

from plainleaf.cli.completion import names
from plainleaf.cli.streams import need_output

Command = TypeVar("Command", bound=Callable[..., Any])


WORKSPACE = "plainleaf.workspace"
"""Where a context keeps the folder that -w names, for the commands below."""


def _nearest_folder(ctx: click.Context, parameter: click.Parameter, folder: Any) -> Any:
    """Return the folder that is named here, else the one before the command."""
    if folder:
        ctx.meta[WORKSPACE] = folder
    return ctx.meta.get(WORKSPACE)


_in_workspace = partial(
    click.option,
    "-w",
    "--workspace",
    type=click.Path(path_type=Path, file_okay=False),
    callback=_nearest_folder,
)
in_workspace = _in_workspace(help="The workspace's folder; by default the one around you.")
for_commands = _in_workspace(
    expose_value=False, help="The workspace's folder, for the command that follows."
)
"""For a group; what is named after the command comes first."""


def _need_output(ctx: click.Context, parameter: click.Parameter, is_wanted: bool) -> bool:
    if is_wanted:
        need_output()
    return is_wanted


as_json = click.option(
    "--json",
    "as_json",
    is_flag=True,
    callback=_need_output,
    help="Print one JSON object a line.",
)


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
