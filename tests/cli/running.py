"""The command, run in process."""

import contextlib

from click.testing import CliRunner, Result

from plainleaf.cli import cli
from plainleaf.workspace import Workspace


def run(*arguments: str, workspace: Workspace | None = None) -> Result:
    where = ["-w", str(workspace.root)] if workspace else []
    with contextlib.chdir(workspace.root) if workspace else contextlib.nullcontext():
        return CliRunner().invoke(cli, [*arguments, *where], prog_name="plainleaf")


def said(result: Result) -> tuple[int, str, str]:
    return result.exit_code, result.stdout, result.stderr
