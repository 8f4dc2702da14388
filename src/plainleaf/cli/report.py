"""Commands that look and tell: `list`, `check` and `doctor`."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from plainleaf.cli.completion import names
from plainleaf.cli.ending import tell
from plainleaf.cli.nearest import Names
from plainleaf.cli.opening import is_inside, names_of, open_workspace, settings_of, survey_of
from plainleaf.cli.options import as_json, in_workspace
from plainleaf.cli.places import placed
from plainleaf.cli.streams import mention, say
from plainleaf.errors import Finding
from plainleaf.workspace import Workspace

if TYPE_CHECKING:
    from plainleaf.workspace.settings import Settings
    from plainleaf.workspace.survey import Survey

AXES = (
    *("handouts", "languages", "audiences", "sizes", "formats", "papers", "brands"),
    *("layouts", "kits"),
)


@click.command("list")
@click.argument("what", type=Names(AXES), default="handouts", metavar="[WHAT]")
@as_json
@in_workspace
def list_names(what: str, as_json: bool, workspace: Path | None) -> None:
    """List what there is: handouts with their languages, or the names on an axis.

    Of languages it tells how far each translation is, who reviewed it and when.

    WHAT is handouts (the default), languages, audiences, sizes, formats, papers, brands,
    layouts or kits.

    Example:  plainleaf list sizes
    """
    opened = open_workspace(workspace)
    settings, survey = survey_of(opened)
    if what == "languages":
        _list_languages(opened, settings, survey, as_json)
        return
    tell(survey.findings)
    names = tuple(settings.kits) if what == "kits" else names_of(survey, what)
    for name in names:
        row: dict[str, object] = {"name": name}
        if what == "handouts":
            row["languages"] = list(survey.languages[name])
        text = f"{name}  ({', '.join(survey.languages[name])})" if what == "handouts" else name
        say(json.dumps(row) if as_json else text)
    if survey.findings:
        click.get_current_context().exit(1)


def _list_languages(
    opened: Workspace, settings: "Settings", survey: "Survey", as_json: bool
) -> None:
    from plainleaf.author.completeness import completeness

    states, findings = completeness(opened, settings, survey)
    for state in states:
        say(json.dumps(asdict(state), ensure_ascii=False) if as_json else str(state))
    tell(findings)
    if findings:
        click.get_current_context().exit(1)


FOR_PAPER = (".print.pdf", ".ticket.pdf")
"""How files end that go to a print shop."""


@click.command()
@click.argument(
    "subjects", nargs=-1, metavar="[HANDOUT|FILE.pdf]...", shell_complete=names("handouts")
)
@click.option("--strict", is_flag=True, help="Take a warning for an error.")
@as_json
@in_workspace
def check(subjects: tuple[str, ...], strict: bool, as_json: bool, workspace: Path | None) -> None:
    """Check the text of handouts in all their languages, or PDF files.

    Example:  plainleaf check metastatic-cancer build/plain/*.pdf
    """
    from plainleaf.author.review import review_handouts, review_pdfs
    from plainleaf.workspace.settings import Settings

    named = [Path(name) for name in subjects if name.lower().endswith(".pdf")]
    files = _without_press(named)
    handouts = tuple(name for name in subjects if not name.lower().endswith(".pdf"))
    findings: dict[Finding, Finding] = {}  # as they are told, with places that can be opened
    settings = Settings()
    about_text = bool(handouts) or not named
    if about_text or workspace or is_inside():
        opened = open_workspace(workspace)
        settings = settings_of(opened)
        if about_text:
            found = review_handouts(opened, settings, handouts)
            findings |= {finding: placed(finding) for finding in found}
    if files:
        findings |= {finding: finding for finding in review_pdfs(settings, files)}
    for finding, told in findings.items():
        say(json.dumps(asdict(finding)) if as_json else str(told))
    if not as_json:
        say(f"{len(findings)} finding{'s' * (len(findings) != 1)}")
    if any(finding.is_error or strict for finding in findings):
        click.get_current_context().exit(1)


def _without_press(files: list[Path]) -> list[Path]:
    """Leave out what is for paper: nothing to read aloud, and marks beside the paper's edge."""
    kept = [file for file in files if not file.name.lower().endswith(FOR_PAPER)]
    if count := len(files) - len(kept):
        what = "press sheets, which are checked as they are built, and tickets"
        mention(f"{count} passed over: {what}.")
    return kept


@click.command()
@as_json
@in_workspace
def doctor(as_json: bool, workspace: Path | None) -> None:
    """Say which libraries and fonts are here, and what to install."""
    from plainleaf.author.doctor import examine

    signs = examine(workspace)
    for sign in signs:
        say(json.dumps(asdict(sign)) if as_json else str(sign))
    if not all(sign.well for sign in signs):
        click.get_current_context().exit(1)
