"""What does not fit is kept like a master, and laid out again only when something changes."""

import json
import re

import pytest
from click.testing import CliRunner

from plainleaf.build.manifest import Result
from plainleaf.cli import cli
from plainleaf.errors import Fault, WorkerLost
from plainleaf.model import Choice
from plainleaf.workers.fence import Fence
from plainleaf.workers.jobs import Job, Reply, TypesetJob
from plainleaf.workspace import Workspace
from tests.conftest import change, put
from tests.workspaces import HANDOUT, results

TEA = "handouts/tea/handout.md"
SECTIONS = "".join(
    f"\n## Part {name} {{#{name}}}\n\n{'Fill the kettle and wait. ' * 47}\n" for name in "bcde"
)
LONG = HANDOUT.replace("sources:", "brief: [boil, b, c, d, e]\nsources:") + SECTIONS


class Workers:
    """Stands before Fence.ask: counts what is laid out, and loses workers of trials if told to."""

    def __init__(self, *, loses_trials: bool = False) -> None:
        self.trials: list[bool] = []
        self.loses_trials = loses_trials

    def ask(self, fence: Fence, task: str, job: Job[Reply], where: str, times: int = 1) -> Reply:
        if isinstance(job, TypesetJob):
            self.trials.append(job.is_trial)
            if job.is_trial and self.loses_trials:
                lost = Fault("typeset-lost", "took too long.", "Try again.")
                raise WorkerLost(lost, by_limit=True)
        return ASK(fence, task, job, where, times)


ASK = Fence.ask


def made(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch, workers: Workers
) -> tuple[Result, ...]:
    monkeypatch.setattr(Fence, "ask", lambda *args, **named: workers.ask(*args, **named))
    choice = Choice(("tea",), formats=("trifold",), brands=("harbor", "plain"))
    return results(workspace, choice, jobs=1)


def told(results: tuple[Result, ...]) -> list[str]:
    return [
        f"{result.state} {finding.code} {finding.hint}"
        for result in results
        for finding in result.findings
    ]


@pytest.mark.slow
def test_it_is_laid_out_again_when_its_text_changes(
    library: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(library, TEA, LONG)
    first, again, anew = Workers(), Workers(), Workers()
    found = told(made(library, monkeypatch, first))
    assert (
        found
        == [
            "failed fit What helps: drop 'boil' or 'b' or 'c' or 'd' or 'e' from 'brief' in"
            f" {TEA}; or take another format: -f booklet."
        ]
        * 2
    )
    assert (told(made(library, monkeypatch, again)), again.trials) == (found, [])
    change(library, TEA, "[boil, b, c, d, e]", "[boil, b, c, d]")
    states = [result.state for result in made(library, monkeypatch, anew)]
    assert (states, anew.trials) == (["built", "built"], [False, False])


@pytest.mark.slow
def test_what_was_tried_in_vain_is_tried_again(
    library: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(library, TEA, LONG)
    made(library, monkeypatch, Workers(loses_trials=True))
    again = Workers()
    made(library, monkeypatch, again)
    assert True in again.trials


@pytest.mark.slow
def test_it_is_told_once_and_each_imprint_has_failed(library: Workspace) -> None:
    put(library, TEA, LONG)
    arguments = ["build", "-w", str(library.root), "tea", "-f", "trifold", "-b", "all"]
    shown, rows = (
        CliRunner().invoke(cli, arguments),
        CliRunner().invoke(cli, [*arguments, "--json"]),
    )
    name = "tea_en_patient_standard_trifold_letter.pdf"
    assert (
        shown.exit_code,
        re.sub(r"\d+ mm", "N mm", shown.stderr),
        shown.stdout.splitlines()[-1],
    ) == (
        1,
        f"{library.root}/build/plain/{name}: error: the text needs 7 panels and has 6: N mm of it"
        " are too much. It stops 2 imprints. What helps: drop 'boil' or 'b' or 'c' or 'd' or 'e'"
        f" from 'brief' in {TEA}; or take another format: -f booklet. [fit]\n",
        "0 built, 0 fresh, 2 failed",
    )
    found = [json.loads(row) for row in rows.stdout.splitlines()]
    assert [
        (row["imprint"], row["state"], [each["code"] for each in row["findings"]]) for row in found
    ] == [(f"{brand}/{name}", "failed", ["fit"]) for brand in ("plain", "harbor")]
