"""Write docs/reference/command.md: what the command says of itself, a section a command."""

from collections.abc import Iterator
from pathlib import Path

import click

from plainleaf.cli import cli

PLACE = Path(__file__).parents[1] / "docs/reference/command.md"
WIDTH = 88  # fixed: the page may not depend on the terminal that makes it
HEAD = """# The command

<!-- Written by `make docs` from the command's own help: change that, then run it again. -->

Exit status: 0 all is well, 1 a finding or a failed file, 2 wrong usage.
"""


def commands(command: click.Command, path: str, parent: click.Context | None) -> Iterator[str]:
    context = click.Context(
        command,
        info_name=command.name if parent else path,
        parent=parent,
        terminal_width=WIDTH,
        max_content_width=WIDTH,
        **command.context_settings,
    )
    yield f"\n## {path}\n\n```text\n{command.get_help(context)}\n```\n"
    if isinstance(command, click.Group):
        for name in command.list_commands(context):
            below = command.get_command(context, name)
            if below and not below.hidden:
                yield from commands(below, f"{path} {name}", context)


def reference() -> str:
    return HEAD + "".join(commands(cli, "plainleaf", None))


if __name__ == "__main__":
    PLACE.parent.mkdir(parents=True, exist_ok=True)
    PLACE.write_text(reference(), encoding="utf-8")
