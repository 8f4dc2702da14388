"""What is made anew when a worker dies."""

from types import SimpleNamespace
from typing import Any

import pytest

from plainleaf.build.context import each_made
from plainleaf.errors import Finding, WorkerLost
from plainleaf.workers.fence import Fence
from plainleaf.workers.jobs import InspectJob, Job, Reply, TypesetJob
from tests.workspaces import HANDOUT, Build

LOST = Finding("x", None, "typeset-lost", "typeset ended without an answer.", "Try again.")


class Dying:
    """Stands before Fence.ask and lets the workers of one task and handout die some times."""

    def __init__(self, task: str, times: int, by_limit: bool) -> None:
        self.task = task
        self.times = times
        self.by_limit = by_limit
        self.asked: list[str] = []
        self.ask = Fence.ask

    def __call__(self, fence: Fence, task: str, job: Job[Reply], where: str, times: int) -> Reply:
        if task == self.task:
            self.asked.append(handout_of(job, where))
            if self.asked[-1] == "coffee" and self.times:
                self.times -= 1
                raise WorkerLost(LOST, by_limit=self.by_limit)
        return self.ask(fence, task, job, where, times)


def handout_of(job: object, where: str) -> str:
    """Return the handout that a job is about."""
    if isinstance(job, TypesetJob):
        return job.sheet.edition.handout
    assert isinstance(job, InspectJob)
    return where.split("/")[1].split("_")[0]


@pytest.mark.parametrize("task", ["typeset", "inspect"])
@pytest.mark.parametrize(
    ("times", "by_limit", "state", "tries"),
    [(1, False, "built", 2), (2, False, "failed", 2), (1, True, "failed", 1)],
    ids=["dies once", "dies twice", "takes too much"],
)
def test_a_dead_worker_costs_its_own_imprint_one_more_try(
    task: str,
    times: int,
    by_limit: bool,
    state: str,
    tries: int,
    build_with: Build,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """That try is made alone, when the others are done."""
    dying = Dying(task, times, by_limit)

    def ask(fence: Fence, task: str, job: Job[Reply], where: str, times: int = 1) -> Reply:
        return dying(fence, task, job, where, times)

    monkeypatch.setattr(Fence, "ask", ask)
    results = build_with({"handouts/coffee/handout.md": HANDOUT}, ("coffee", "tea"))
    assert [result.state for result in results] == [state, "built"]
    assert (dying.asked.count("coffee"), dying.asked.count("tea")) == (tries, 1)
    assert dying.asked[-1] == ("coffee" if tries == 2 else dying.asked[-1])


def test_jobs_wait_where_no_worker_is_there_for_the_moment() -> None:
    """A cluster has none while one starts anew; its jobs know how long to wait."""
    context: Any = SimpleNamespace(workers=SimpleNamespace(width=0))
    made = each_made(context, [1, 2], lambda key: key * 10, lambda key, _: 0)
    assert dict(made) == {1: 10, 2: 20}
