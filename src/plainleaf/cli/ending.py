"""What stopped the command, or what it could not say → a line on standard error and a status."""

import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import Any

import click

from plainleaf.cli.nearest import hinted
from plainleaf.cli.places import placed
from plainleaf.cli.streams import BROKEN_PIPE, ERROR, Session, mention, settle
from plainleaf.errors import Finding, PlainleafError

TRACEBACK = "PLAINLEAF_TRACEBACK"
"""Variable that lets a fault of ours end in Python's own way."""

INTERRUPTED = 130
LACKS = ("cannot allocate memory", "failed to map segment", "can't start new thread")
"""What a library says, in whatever kind of error, on a machine that has no more to give."""


class Group(click.Group):
    """The one place that turns findings, and all else that stops a command, into a status."""

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        **extra: Any,
    ) -> Any:
        run = Session()
        options = {"standalone_mode": False, "obj": run, **extra}
        if not standalone_mode:
            return super().main(args, prog_name, complete_var, **options)
        try:
            status = super().main(args, prog_name, complete_var, **options) or 0
        except click.ClickException as error:
            status = error.exit_code
            if sys.stderr:  # else click would take the other one
                with suppress(OSError):
                    hinted(error).show()
        except BrokenPipeError:
            status = BROKEN_PIPE
        except Exception as error:
            if os.environ.get(TRACEBACK):
                raise
            status = 1
            if f"_{prog_name}_COMPLETE".upper() not in os.environ:  # a shell shows what we say
                mention(str(_unforeseen(error)), matters=True)
        finally:
            settle()
        sys.exit(_heard(status, run))

    def make_context(self, *arguments: Any, **options: Any) -> click.Context:
        try:
            return super().make_context(*arguments, **options)
        except BrokenPipeError:  # of --help
            raise SystemExit(BROKEN_PIPE) from None

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except PlainleafError as error:
            tell(error.at("plainleaf"))
        except KeyboardInterrupt:
            raise SystemExit(INTERRUPTED) from None  # click would add words of its own
        except BrokenPipeError:  # the reader has seen enough, as in 'list | head -1'
            raise SystemExit(BROKEN_PIPE) from None
        except OSError as error:
            tell([_system_fault(error)])
        return ctx.exit(1)


def tell(findings: Sequence[Finding]) -> None:
    """Print each finding once, as a line on standard error."""
    for finding in dict.fromkeys(findings):
        mention(str(placed(finding)), matters=True)


def _heard(status: int, run: Session) -> int:
    """Return the status: not 0 where somebody should have heard what was not said."""
    for stream, cause in run.unsaid.items():
        if stream != ERROR:
            hint = "What was to be made is made; give the words a place with room."
            mention(str(Finding(stream, None, "unsaid", f"cannot be written: {cause}.", hint)))
    return status or int(bool(run.unsaid))


def _system_fault(error: OSError) -> Finding:
    path = str(error.filename or "plainleaf")
    hint = "Look at the rights and the room there, then run it again."
    return Finding(path, None, "system", f"{error.strerror or error}.", hint)


def _unforeseen(error: Exception) -> Finding:
    """Return what to say of an error that nothing of ours has foreseen."""
    if isinstance(error, OSError):
        return _system_fault(error)
    said = str(error).casefold()
    if isinstance(error, MemoryError) or any(sign in said for sign in LACKS):
        message = "the machine gives it no more memory or processes."
        hint = "End other programs, or raise the limits (ulimit -v, -u), then run it again."
        return Finding("plainleaf", None, "no-memory", message, hint)
    message = f"this is a fault of plainleaf: {error!r:.200}."
    hint = f"Report it, with what {TRACEBACK}=1 shows before the same command."
    return Finding("plainleaf", None, "fault", message, hint)
