import os

import click
import pytest
from click.testing import CliRunner

from plainleaf.cli import cli
from plainleaf.cli.ending import Group
from plainleaf.workspace import Workspace
from tests.cli.running import run, said


def ends(error: Exception) -> tuple[int, str]:
    """Return the status and the words of a command that ends in an error."""

    @click.group(cls=Group)
    def plainleaf() -> None:
        pass

    @plainleaf.command()
    def run() -> None:
        raise error

    done = CliRunner().invoke(plainleaf, ["run"], prog_name="plainleaf")
    return done.exit_code, done.output


NO_MEMORY = (
    "plainleaf: error: the machine gives it no more memory or processes."
    " End other programs, or raise the limits (ulimit -v, -u), then run it again. [no-memory]\n"
)


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (MemoryError(), NO_MEMORY),
        (RuntimeError("can't start new thread"), NO_MEMORY),
        (ImportError("libx.so: failed to map segment from shared object"), NO_MEMORY),
        (
            KeyError("tea"),
            "plainleaf: error: this is a fault of plainleaf: KeyError('tea')."
            " Report it, with what PLAINLEAF_TRACEBACK=1 shows before the same command. [fault]\n",
        ),
        (
            OSError(12, "Cannot allocate memory"),
            "plainleaf: error: Cannot allocate memory."
            " Look at the rights and the room there, then run it again. [system]\n",
        ),
    ],
    ids=["memory", "thread", "library", "fault", "system"],
)
def test_whatever_stops_a_command_is_one_line(error: Exception, told: str) -> None:
    assert ends(error) == (1, told)


def test_traceback_is_there_for_who_asks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PLAINLEAF_TRACEBACK", "1")
    done = CliRunner().invoke(cli, ["list", "-w", "a\0b"], catch_exceptions=True)
    assert (done.exit_code, repr(done.exception)) == (1, "ValueError('embedded null byte')")


def test_system_error_is_told_without_a_traceback(
    library: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*arguments: object) -> None:
        raise OSError(28, "No space left on device", "build/tea.pdf")

    monkeypatch.setattr(os, "fsync", fail)
    assert said(run("new", "handout", "walk-daily", workspace=library)) == (
        1,
        "",
        "build/tea.pdf: error: No space left on device."
        " Look at the rights and the room there, then run it again. [system]\n",
    )
