"""The command `build`."""

import os
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from plainleaf.cli.bars import Bars, show_due
from plainleaf.cli.completion import kits, names
from plainleaf.cli.ending import tell
from plainleaf.cli.nearest import Names
from plainleaf.cli.opening import open_workspace, settings_of
from plainleaf.cli.options import as_json, axes, in_workspace
from plainleaf.cli.places import near
from plainleaf.cli.streams import say
from plainleaf.errors import Finding, Severity
from plainleaf.workspace import Workspace

if TYPE_CHECKING:
    from plainleaf.build import Run
    from plainleaf.build.manifest import Result
    from plainleaf.build.order import Order


@click.command()
@click.argument("handouts", nargs=-1, metavar="[HANDOUT]...", shell_complete=names("handouts"))
@axes
@click.option(
    "--layout",
    "layouts",
    multiple=True,
    metavar="LAYOUT",
    shell_complete=names("layouts"),
    help="How to set two languages: columns, stacked or duplex; by default what suits the size.",
)
@click.option(
    "--kit",
    metavar="NAME",
    shell_complete=kits,
    help="Build a list of editions from plainleaf.toml.",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, file_okay=False),
    help="Where PDFs go; by default build/ in the workspace.",
)
@click.option("-j", "--jobs", type=click.IntRange(1, 64), help="Processes; by default one a core.")
@click.option("--allow-stale", is_flag=True, help="Print what is not translated in the source.")
@click.option("--strict", is_flag=True, help="Take a warning for an error.")
@click.option("--bleed", is_flag=True, help="Press sheets with 3 mm around them, and marks.")
@click.option("--cmyk", is_flag=True, help="Press sheets in four inks, with no RGB and no spot.")
@click.option("--ticket", is_flag=True, help="A file that says how to print and fold them.")
@click.option(
    "--verify",
    type=Names(["sample", "all"]),
    default="sample",
    help="Inspect one imprint of each new master as a whole, or all.",
)
@click.option("--cluster", metavar="ADDRESS", default="", help="A Dask scheduler that does it.")
@click.option("--dry-run", is_flag=True, help="Say what would be built and stop.")
@as_json
@in_workspace
def build(
    kit: str | None,
    output: Path | None,
    jobs: int | None,
    dry_run: bool,
    as_json: bool,
    workspace: Path | None,
    **given: Any,
) -> None:
    """Build PDFs of the chosen handouts, or of all.

    What is left out comes from plainleaf.toml; an option given twice means both. Only what
    changed is made again. What folds gets two files: the pages in the order of reading, and
    press sheets for the printer (.print.pdf). With --bleed, --cmyk or --ticket, which are for
    print shops, all formats get press sheets.

    Example:  plainleaf build metastatic-cancer -l en -l es -s large -p a4
    """
    from plainleaf import build as recipe

    opened = open_workspace(workspace)
    place, width = output or opened.root / "build", jobs or _cores()
    order = _order(opened, kit, given, folder=place, jobs=width)
    if jobs and order.cluster:
        tell([_of_no_effect("-j", "with --cluster: its workers say how much they do at once.")])
    if dry_run:
        due = recipe.due(order)
        tell(due.vain)
        show_due(due, order, as_json)
        return
    with Bars(order.folder, as_json) as bars:
        run = recipe.build(order, bars)
    _tell_of(run, order.folder, as_json)


def _order(opened: Workspace, kit: str | None, given: dict[str, Any], **more: Any) -> "Order":
    """Return what is asked for: axes and handouts choose, all else is how it is built."""
    from plainleaf.build.order import Order
    from plainleaf.build.plan import kit as kit_of
    from plainleaf.model import Choice

    settings = settings_of(opened)
    choice = Choice(**{field.name: given.pop(field.name) for field in fields(Choice)})
    if kit and choice != Choice():
        raise click.UsageError("--kit already says what to build: give no other choice with it.")
    choices = kit_of(settings, kit) if kit else (choice,)
    return Order(opened, settings, choices, **given, **more)


def _tell_of(run: "Run", folder: Path, as_json: bool) -> None:
    """Tell what became of all, and end with a status that says so."""
    from plainleaf.build.summary import summarized

    tell([*run.findings, *_found(summarized(run.results), run.results, folder)])
    if not as_json:
        say(_summary(run.results), anyway=True)
    is_wrong = any(finding.is_error for finding in run.findings)
    if is_wrong or any(result.state == "failed" for result in run.results):
        click.get_current_context().exit(1)


def _found(
    findings: Iterable[Finding], results: Sequence["Result"], folder: Path
) -> Iterator[Finding]:
    """Yield findings; what is said of imprints' own files names their place."""
    stems = [result.imprint.removesuffix(".pdf") for result in results]
    own = {f"{stem}{end}" for stem in stems for end in (".pdf", ".print.pdf", ".ticket.pdf")}
    for finding in findings:
        is_own = finding.path in own
        yield replace(finding, path=near(folder / finding.path)) if is_own else finding


def _of_no_effect(option: str, why: str) -> Finding:
    message = f"{option} has no effect {why}"
    return Finding("choice", None, "no-effect", message, "Leave it out.", Severity.WARNING)


def _summary(results: Sequence["Result"]) -> str:
    counts = Counter(result.state for result in results)
    return ", ".join(f"{counts[state]} {state}" for state in ("built", "fresh", "failed"))


def _cores() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
