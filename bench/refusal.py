"""How long refusing a text that does not fit takes, against laying it out once, in one process.

Run as `python -m bench.refusal`. Both sides take turns and the best of the rounds counts. Exit
status 1 where nothing can help and a ratio misses; a text that is nearly short enough is laid out
without some of its sections, which is told and misses nothing.
"""

import os
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from plainleaf.workers.jobs import Job, Reply
from plainleaf.workspace import Workspace, starter_root
from plainleaf.workspace.fonts import fontconfig

ROUNDS = int(os.environ.get("ROUNDS", "3"))
MOST = 1.5
KETTLES = ", ".join(f"A book on kettles with the number {number}" for number in range(60))


@dataclass(frozen=True)
class Case:
    """An edition that does not fit: its handout, and what is changed in it to make it so."""

    name: str
    handout: str
    languages: tuple[str, ...]
    old: str = ""
    new: str = ""
    most: float | None = MOST


CASES = (
    Case("a pair whose back is too long", "signs-to-report", ("en", "es"), "sources:\n", KETTLES),
    Case("a pair whose text is far too long", "metastatic-cancer", ("en", "es")),
    Case(
        "one language, a section too long",
        "metastatic-cancer",
        ("es",),
        "[what-it-is, first-treatments",
        "[what-it-is, where-it-spreads, first-treatments",
        most=None,
    ),
)


class Here:
    """Workers of this very process."""

    width = 1

    def __init__(self) -> None:
        self.layouts = 0

    def warm(self, counts: Mapping[str, int]) -> None:
        """Nothing is to be started."""

    def shares(self, folder: Path) -> bool:
        return True

    def close(self) -> None:
        """Nothing is to be ended."""

    def ask(self, task: str, job: Job[Reply], where: str, times: int = 1) -> Reply:
        from plainleaf.typeset import run

        self.layouts += 1
        return run(job)


def workspace_of(root: Path, case: Case) -> Workspace:
    """Make a workspace that holds a case's handout."""
    (root / "plainleaf.toml").write_text('source-language = "en"\n')
    folder = root / "handouts" / case.handout
    folder.mkdir(parents=True)
    for place in (starter_root() / "handouts" / case.handout).rglob("*"):
        copy = folder / place.relative_to(starter_root() / "handouts" / case.handout)
        copy.mkdir() if place.is_dir() else copy.write_bytes(place.read_bytes())
    text = (folder / "handout.md").read_text(encoding="utf-8")
    new = f"sources:\n  - {case.new}\n" if case.old == "sources:\n" else case.new
    (folder / "handout.md").write_text(text.replace(case.old, new, 1), encoding="utf-8")
    return Workspace.at(root)


def measured(root: Path, case: Case) -> tuple[float, float, int, list[str]]:
    """Return the seconds of one layout and of a refusal, its jobs, and what it says."""
    from plainleaf.build.context import Context
    from plainleaf.build.order import Order
    from plainleaf.build.store import Store
    from plainleaf.build.typesetting import new_masters
    from plainleaf.load.library import load
    from plainleaf.model import Edition, Shape
    from plainleaf.text.localize import localize
    from plainleaf.typeset import run
    from plainleaf.workers.jobs import TypesetJob
    from plainleaf.workspace.settings import read_settings
    from plainleaf.workspace.survey import take_survey

    workspace = workspace_of(root, case)
    settings = read_settings(workspace)
    survey = take_survey(workspace, settings)
    parts = (case.languages, "patient", "standard", "trifold", "letter", "stacked")
    edition = Edition(case.handout, *parts)
    library, _ = load(
        workspace, settings, [edition], [], survey.audiences, survey.offered, survey.formats
    )
    sheet = localize(library, edition, Shape(), "0" * 32)
    job = TypesetJob(sheet, workspace, settings.limits.pages, is_trial=True)
    order = Order(workspace, settings, [], root / "build", 1, allow_stale=True)
    workers, said = Here(), list[str]()
    with Store(root / "build") as store:
        context = Context(order, workers, store, survey, (), True, "")
        wanted = edition, Shape()

        def refuse() -> None:
            workers.layouts = 0
            ((_, made),) = new_masters(context, [wanted], {wanted: "0" * 64})
            said[:] = [f"{each.message} {each.hint}" for each in made.faults]

        once, refusal = turns(lambda: run(job), refuse)
    return once, refusal, workers.layouts, said


def turns(*sides: Callable[[], object]) -> tuple[float, ...]:
    """Return the best seconds of each side, taken in turns, after a round that is not counted."""
    times: list[list[float]] = [[] for _ in sides]
    for _ in range(ROUNDS + 1):
        for side, found in zip(sides, times, strict=True):
            started = time.perf_counter()
            side()
            found.append(time.perf_counter() - started)
    return tuple(min(found[1:]) for found in times)


def main() -> int:
    missed = False
    with tempfile.TemporaryDirectory() as folder:
        config = Path(folder, "fonts.conf")
        config.write_text(fontconfig((), Path(folder, "cache")), encoding="utf-8")
        os.environ["FONTCONFIG_FILE"] = str(config)  # is read when the engine is imported
        for number, case in enumerate(CASES):
            root = Path(folder, str(number))
            root.mkdir()
            once, refusal, jobs, said = measured(root, case)
            ratio = refusal / once
            missed |= case.most is not None and ratio > case.most
            most = f"<= {case.most}" if case.most else "told  "
            print(
                f"{case.name:<36} {ratio:5.2f} {most}  {refusal:.3f} / {once:.3f} s, {jobs} jobs"
            )
            print(*(f"    {line}" for line in said), sep="\n")
    return int(missed)


if __name__ == "__main__":
    sys.exit(main())
