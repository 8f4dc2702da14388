"""A wrong word on the command line → the same fault, with the nearest right word."""

from collections.abc import Iterator, Sequence
from typing import Any

import click

from plainleaf.errors import closest, nearest

Homes = dict[str, list[str]]
"""By option: the commands that have it."""

MOST = 3
"""Commands that are named; -w alone is an option of more."""


class Names(click.Choice[str]):
    """A choice of words that names the nearest."""

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Return a word that is known; fail with the nearest one."""
        try:
            return super().convert(value, param, ctx)
        except click.BadParameter as error:
            close = closest(value, self.choices)
            hint = f" Did you mean {close!r}?" if close else ""
            self.fail(f"{error.message}{hint}", param, ctx)


def hinted(error: click.ClickException) -> click.ClickException:
    """Return what is wrong with the nearest that is right, and where it goes."""
    if isinstance(error, click.NoSuchCommand) and error.ctx:
        group = error.ctx.command
        names = group.list_commands(error.ctx) if isinstance(group, click.Group) else ()
        hint = nearest(error.command_name, names)
    elif isinstance(error, click.NoSuchOption) and error.ctx:
        hint = _of_option(error.option_name, error.ctx)
    else:
        return error
    return click.UsageError(f"{error.message} {hint}", error.ctx)


def _of_option(name: str, context: click.Context) -> str:
    own = _options(context.command, context)
    homes = _homes(context.find_root())
    found = name if name in homes else closest(name, own) or closest(name, homes)
    if not found:
        is_long = name.startswith("--")
        return nearest(name, [each for each in own if each.startswith("--") == is_long])
    hint = f"Did you mean {found!r}? " if found != name else ""
    return hint.strip() if found in own else hint + _where(found, homes[found], context)


def _where(option: str, homes: Sequence[str], context: click.Context) -> str:
    below = [home for home in homes if home.startswith(f"{context.command_path} ")]
    if below and isinstance(context.command, click.Group):
        return f"It goes after the command, as in '{below[0]} {option}'."
    return f"It is an option of {' and '.join(map(repr, homes[:MOST]))}."


def _homes(root: click.Context) -> Homes:
    homes: Homes = {}
    for path, command in _commands(root.command, root.command_path):
        for option in _options(command, root):
            homes.setdefault(option, []).append(path)
    return homes


def _commands(command: click.Command, path: str) -> Iterator[tuple[str, click.Command]]:
    yield path, command
    for name, below in getattr(command, "commands", {}).items():
        yield from _commands(below, f"{path} {name}")


def _options(command: click.Command, context: click.Context) -> list[str]:
    options = [each for each in command.get_params(context) if isinstance(each, click.Option)]
    return [name for each in options for name in (*each.opts, *each.secondary_opts)]
