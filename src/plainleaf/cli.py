"""The command `plainleaf`: parse, call, print.

Everything heavy is imported inside the commands, so that --help and a fresh build stay quick.
"""

import json
import os
import signal
import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from plainleaf.errors import Finding, PlainleafError

if TYPE_CHECKING:
    from plainleaf.build import Run
    from plainleaf.manifest import Result
    from plainleaf.order import Order
    from plainleaf.settings import Settings
    from plainleaf.survey import Survey
    from plainleaf.workspace import Workspace

Command = TypeVar("Command", bound=Callable[..., Any])


class _Group(click.Group):
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


def _names(axis: str) -> Callable[[click.Context, click.Parameter, str], list[str]]:
    """Return a shell completion for the names of one axis."""

    def complete(ctx: click.Context, parameter: click.Parameter, begun: str) -> list[str]:
        try:
            _, survey = _survey(_open(ctx.params.get("workspace")))
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


def _open(folder: Path | None) -> "Workspace":
    from plainleaf.workspace import Workspace

    return Workspace.at(folder or Path())


def _survey(workspace: "Workspace") -> "tuple[Settings, Survey]":
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
            shell_complete=_names(f"{axis}s"),
        )(command)
    return command


@click.group(cls=_Group, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="plainleaf")
def cli() -> None:
    """Turn plain-language health text into handouts that a clinic can print.

    Start with:  plainleaf init my-clinic && cd my-clinic && plainleaf build
    """


@cli.command()
@click.argument("handouts", nargs=-1, metavar="[HANDOUT]...", shell_complete=_names("handouts"))
@axes
@click.option(
    "--layout",
    "layouts",
    multiple=True,
    metavar="LAYOUT",
    help="How to set two languages: columns, stacked or duplex; by default what suits the size.",
)
@click.option("--kit", metavar="NAME", help="Build a list of editions from plainleaf.toml.")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, file_okay=False),
    help="Where PDFs go; by default build/ in the workspace.",
)
@click.option("-j", "--jobs", type=click.IntRange(1, 64), help="Processes; by default one a core.")
@click.option("--allow-stale", is_flag=True, help="Print what is not translated in the source.")
@click.option("--strict", is_flag=True, help="Take a warning for an error.")
@click.option("--dry-run", is_flag=True, help="Say what would be built and stop.")
@as_json
@in_workspace
def build(
    handouts: tuple[str, ...],
    kit: str | None,
    output: Path | None,
    jobs: int | None,
    allow_stale: bool,
    strict: bool,
    dry_run: bool,
    as_json: bool,
    workspace: Path | None,
    **chosen: tuple[str, ...],
) -> None:
    """Build PDFs of the chosen handouts, or of all.

    What is left out comes from plainleaf.toml; an option given twice means both. Only what
    changed is made again.

    Example:  plainleaf build metastatic-cancer -l en -l es -s large -p a4
    """
    from plainleaf import build as recipe
    from plainleaf.model import Choice
    from plainleaf.order import Order
    from plainleaf.plan import kit as kit_of
    from plainleaf.settings import read_settings

    opened = _open(workspace)
    settings = read_settings(opened)
    choice = Choice(handouts=handouts, **chosen)
    if kit and choice != Choice():
        raise click.UsageError("--kit already says what to build: give no other choice with it.")
    order = Order(
        workspace=opened,
        settings=settings,
        choices=kit_of(settings, kit) if kit else (choice,),
        folder=output or opened.root / "build",
        jobs=jobs or _cores(),
        allow_stale=allow_stale,
        strict=strict,
    )
    if dry_run:
        for imprint in recipe.dry_run(order):
            click.echo(json.dumps({"imprint": imprint.path}) if as_json else imprint.path)
        return
    run = _build_with_progress(order, as_json)
    tell([*run.findings, *(finding for result in run.results for finding in result.findings)])
    if not as_json:
        click.echo(_summary(run.results))
    if run.findings or any(result.state == "failed" for result in run.results):
        click.get_current_context().exit(1)


def _build_with_progress(order: "Order", as_json: bool) -> "Run":
    from plainleaf.build import build as run
    from plainleaf.manifest import row_of

    bar = click.progressbar(
        length=1, label="Handouts", file=sys.stderr, hidden=not sys.stderr.isatty()
    )

    def hear(result: "Result", total: int) -> None:
        bar.length = total
        bar.update(1)
        if as_json:
            click.echo(json.dumps(row_of(result), ensure_ascii=False))
        elif result.state != "fresh" and not sys.stderr.isatty():
            click.echo(f"{result.state}  {result.imprint}")

    with bar:
        return run(order, hear)


def _summary(results: "Sequence[Result]") -> str:
    counts = {
        state: sum(result.state == state for result in results)
        for state in ("built", "fresh", "failed")
    }
    return ", ".join(f"{count} {state}" for state, count in counts.items())


def _cores() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


AXES = (
    *("handouts", "languages", "audiences", "sizes", "formats", "papers", "brands"),
    *("layouts", "kits"),
)


@cli.command("list")
@click.argument("what", type=click.Choice(AXES), default="handouts", metavar="[WHAT]")
@as_json
@in_workspace
def list_names(what: str, as_json: bool, workspace: Path | None) -> None:
    """List what there is: handouts with their languages, or the names on an axis.

    Of languages it tells how far each translation is, who reviewed it and when.

    WHAT is handouts (the default), languages, audiences, sizes, formats, papers, brands,
    layouts or kits.

    Example:  plainleaf list sizes
    """
    opened = _open(workspace)
    settings, survey = _survey(opened)
    if what == "languages":
        from plainleaf.progress import progress

        states, findings = progress(opened, settings, survey)
        for state in states:
            click.echo(json.dumps(asdict(state), ensure_ascii=False) if as_json else str(state))
        tell(findings)
        if findings:
            click.get_current_context().exit(1)
        return
    tell(survey.findings)
    names = tuple(settings.kits) if what == "kits" else names_of(survey, what)
    for name in names:
        row: dict[str, object] = {"name": name}
        if what == "handouts":
            row["languages"] = list(survey.languages[name])
        text = f"{name}  ({', '.join(survey.languages[name])})" if what == "handouts" else name
        click.echo(json.dumps(row) if as_json else text)
    if survey.findings:
        click.get_current_context().exit(1)


@cli.command()
@click.argument("subjects", nargs=-1, metavar="[HANDOUT|FILE.pdf]...")
@click.option("--strict", is_flag=True, help="Take a warning for an error.")
@as_json
@in_workspace
def check(subjects: tuple[str, ...], strict: bool, as_json: bool, workspace: Path | None) -> None:
    """Check the text of handouts in all their languages, or PDF files.

    Example:  plainleaf check metastatic-cancer build/plain/*.pdf
    """
    from plainleaf.review import review_handouts, review_pdfs
    from plainleaf.settings import Settings, read_settings

    files = [Path(name) for name in subjects if name.lower().endswith(".pdf")]
    handouts = tuple(name for name in subjects if not name.lower().endswith(".pdf"))
    findings: list[Finding] = []
    settings = Settings()
    about_text = bool(handouts) or not files
    if about_text or workspace or Path("plainleaf.toml").is_file():
        opened = _open(workspace)
        settings = read_settings(opened)
        if about_text:
            findings += review_handouts(opened, settings, handouts)
    if files:
        findings += review_pdfs(settings, files)
    for finding in dict.fromkeys(findings):
        click.echo(json.dumps(asdict(finding)) if as_json else str(finding))
    if not as_json:
        count = len(dict.fromkeys(findings))
        click.echo(f"{count} finding{'s' * (count != 1)}")
    if any(finding.is_error or strict for finding in findings):
        click.get_current_context().exit(1)


@cli.command()
@click.argument("names", nargs=-1, required=True, metavar="HANDOUT LANGUAGE")
@click.option("--words", is_flag=True, help="The fixed words of the templates, not a handout.")
@in_workspace
def translate(names: tuple[str, ...], words: bool, workspace: Path | None) -> None:
    """Make or update the catalogue of HANDOUT in LANGUAGE.

    New texts are empty, changed ones are marked fuzzy with the text before, gone ones stay as
    obsolete. Running it twice changes nothing. With --words name the language alone.

    Example:  plainleaf translate metastatic-cancer vi && plainleaf translate --words vi
    """
    from plainleaf.translate import translate_handout, translate_words

    if len(names) != (1 if words else 2):
        raise click.UsageError("Name a handout and a language, or --words and a language.")
    opened = _open(workspace)
    settings, survey = _survey(opened)
    if words:
        click.echo(str(translate_words(opened, survey.audiences, names[0])))
    else:
        click.echo(str(translate_handout(opened, settings, survey.handouts, *names)))


@cli.group(cls=_Group)
def new() -> None:
    """Begin a handout."""


@new.command("handout")
@click.argument("name")
@in_workspace
def new_handout(name: str, workspace: Path | None) -> None:
    """Make handouts/NAME/handout.md, ready to write and to build.

    Example:  plainleaf new handout living-with-asthma
    """
    from plainleaf.begin import begin_handout

    click.echo(begin_handout(_open(workspace), name, workspace))


@cli.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
def init(folder: Path) -> None:
    """Make a workspace in FOLDER, with the starter handouts in it.

    Example:  plainleaf init my-clinic
    """
    from plainleaf.begin import begin_workspace

    click.echo(begin_workspace(folder))


@cli.command()
@as_json
@in_workspace
def doctor(as_json: bool, workspace: Path | None) -> None:
    """Say which libraries and fonts are here, and what to install."""
    from plainleaf.doctor import examine

    signs = examine(workspace or Path())
    for sign in signs:
        click.echo(json.dumps(asdict(sign)) if as_json else str(sign))
    if not all(sign.well for sign in signs):
        click.get_current_context().exit(1)


def _end(number: int, frame: object) -> None:
    raise SystemExit(128 + number)  # as shells count it


def main() -> None:
    """Run the command; what ends it from outside lets it clear up first, as Ctrl-C does."""
    for name in ("SIGTERM", "SIGHUP"):  # Windows has no SIGHUP
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) != signal.SIG_IGN:  # nohup ignores it
            signal.signal(number, _end)
    cli(prog_name="plainleaf")
