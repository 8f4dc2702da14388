"""Lines → standard output and error, which may be closed, full, or left by their reader."""

import os
import sys
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

import click

BROKEN_PIPE = 141
"""The status of what its reader has left, as shells count it."""

OUTPUT, ERROR = "standard output", "standard error"


@dataclass
class Session:
    """What one run of the command learns of its surroundings."""

    root: Path | None = None  # of the workspace, once it is open
    unsaid: dict[str, str] = field(default_factory=dict)  # by stream, why


def session() -> Session:
    """Return the session of the command that runs."""
    context = click.get_current_context(silent=True)
    return (context.find_object(Session) if context else None) or Session()


def fill_gaps() -> None:
    """Open what is closed on nothing: else a file of ours takes a stream's place."""
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)  # takes the lowest number that is free


def say(line: str, *, anyway: bool = False) -> None:
    """Print a line of what was asked for; end quietly where nobody reads, or go on `anyway`."""
    try:
        _echo(line, err=False)
    except BrokenPipeError:
        _silence(OUTPUT)
        if not anyway:
            raise SystemExit(BROKEN_PIPE) from None
    except OSError as error:
        _silence(OUTPUT)
        session().unsaid[OUTPUT] = error.strerror or str(error)


def mention(line: str, *, matters: bool = False) -> None:
    """Print a line on standard error; one that `matters` is missed if it cannot be."""
    try:
        _echo(line, err=True)
    except OSError as error:
        _silence(ERROR)
        if matters and not isinstance(error, BrokenPipeError):
            session().unsaid[ERROR] = error.strerror or str(error)


def need_output() -> None:
    """Take it for a fault if standard output is closed: closing it is no wish for silence here."""
    if sys.stdout is None:
        session().unsaid[OUTPUT] = "it is closed"


def settle() -> None:
    """Drop what cannot be written any more: else Python tries again as it ends, and says so."""
    for name, stream in ((OUTPUT, sys.stdout), (ERROR, sys.stderr)):
        try:
            if stream:
                stream.flush()
        except (OSError, ValueError):
            _silence(name)


def _echo(line: str, *, err: bool) -> None:
    try:
        click.echo(line, err=err)
    except UnicodeEncodeError as error:  # the name of a file may be no text
        bare = line.encode(error.encoding, "backslashreplace").decode(error.encoding)
        click.echo(bare, err=err)


def _silence(stream: str) -> None:
    """Let what follows go nowhere, and what is still in Python's buffer."""
    with suppress(OSError, ValueError, AttributeError):
        number = (sys.stdout if stream == OUTPUT else sys.stderr).fileno()
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, number)
        os.close(nowhere)
