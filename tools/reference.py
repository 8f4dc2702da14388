"""Write docs/reference/command.md: what the command says of itself, a section a command."""

from collections.abc import Iterator
from pathlib import Path

import click

from plainleaf.cli import cli

PLACE = Path(__file__).parents[1] / "docs/reference/command.md"
WIDTH = 88  # fixed: the page may not depend on the terminal that makes it
HEAD = """# The command

<!-- Written by `make docs` from the command's own help: change that, then run it again. -->

| exit status | what it means |
| --- | --- |
| 0 | all is well: what was asked for is made or fresh, and said |
| 1 | a finding that is an error, a file that failed, or words that could not be said |
| 2 | wrong usage |
| 130, 143, 129 | ended by Ctrl-C, SIGTERM or SIGHUP; a build says how many PDFs are made |
| 141 | the reader of its output has left, as in `plainleaf list \\| head -1` |

**A build outlives its streams.** Where nobody reads any more (`plainleaf build | head -1`), or a
stream is closed or full, it goes on until everything is made. A closed stream is taken as a wish
for silence, but not with `--json`; a full one, and lost findings, make the status 1. The other
commands end with 141 as soon as their reader has left.

**Where.** The workspace is the folder that you stand in or the nearest one above it that holds a
`plainleaf.toml`; `-w DIR` means exactly that folder, before the command or after it (of two, the
one after the command). The paths that you give (`-o`, `--logo`, a
PDF) begin where you stand. Those that are printed can be opened from there: relative below it or
within the workspace, else from the root. With `--json`, paths stay as they are kept: `path`
relative to the workspace, and an imprint's to the output folder.

**Nothing ends in a traceback.** A line that says "this is a fault of plainleaf" is one to report;
`PLAINLEAF_TRACEBACK=1` before the same command shows where it comes from.
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
