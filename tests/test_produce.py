"""An imprint whose worker dies is tried once more, alone, when the others are done."""

from pathlib import Path

import pytest

from plainleaf.errors import Finding, WorkerLost
from plainleaf.fence import Fence, Reply
from tests.workspaces import HANDOUT, Build

LOST = Finding("x", None, "typeset-lost", "typeset ended without an answer.", "Try again.")


class Dying:
    """Stands before Fence.ask and lets the workers of one handout die some times."""

    def __init__(self, times: int, by_limit: bool) -> None:
        self.times = times
        self.by_limit = by_limit
        self.asked: list[str] = []
        self.ask = Fence.ask

    def __call__(self, task: str, job: object, where: str) -> Reply:
        if task == "typeset":
            self.asked.append(where.split("/")[1].split("_")[0])
            if "coffee" in where and self.times:
                self.times -= 1
                raise WorkerLost(LOST, by_limit=self.by_limit)
        return self.ask(self.fence, task, job, where)

    fence: Fence


@pytest.mark.parametrize(
    ("times", "by_limit", "state", "tries"),
    [(1, False, "built", 2), (2, False, "failed", 2), (1, True, "failed", 1)],
    ids=["dies once", "dies twice", "takes too much"],
)
def test_a_dead_worker_costs_its_own_imprint_one_more_try(
    times: int,
    by_limit: bool,
    state: str,
    tries: int,
    build_with: Build,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    dying = Dying(times, by_limit)

    def ask(fence: Fence, task: str, job: object, where: str, times: int = 1) -> Reply:
        dying.fence = fence
        return dying(task, job, where)

    monkeypatch.setattr(Fence, "ask", ask)
    results = build_with({"handouts/coffee/handout.md": HANDOUT}, ("coffee", "tea"))
    assert [result.state for result in results] == [state, "built"]
    assert (dying.asked.count("coffee"), dying.asked.count("tea")) == (tries, 1)
    assert dying.asked[-1] == ("coffee" if tries == 2 else dying.asked[-1])


def test_a_place_that_cannot_be_written_fails_its_imprint_only(
    build_with: Build, tmp_path: Path
) -> None:
    name = "coffee_en_patient_standard_sheet_letter.pdf"
    (tmp_path / "w/build/plain" / name / "x").mkdir(parents=True)
    results = build_with({"handouts/coffee/handout.md": HANDOUT}, ("coffee", "tea"))
    found = [(result.state, [str(finding) for finding in result.findings]) for result in results]
    assert found == [
        (
            "failed",
            [
                f"plain/{name}: error: cannot be written: Is a directory. Look at the folder's"
                " rights and room, or choose another with -o. [not-written]"
            ],
        ),
        ("built", []),
    ]


@pytest.mark.parametrize("epoch", ["99999999999999", "today"])
def test_a_source_date_that_is_none_is_told(
    epoch: str, build_with: Build, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    (result,) = build_with({})
    assert [str(finding) for finding in result.findings] == [
        f"SOURCE_DATE_EPOCH: error: {epoch!r} is no date. Give seconds since 1970, or unset it."
        " [bad-epoch]"
    ]
