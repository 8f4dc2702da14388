"""Speed and memory against WeasyPrint, as ratios measured in one run.

Both sides of a ratio take turns and the best of each counts, so that what else the machine
does weighs on both. Exit status 1 if a ratio is above what it should reach.
"""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import psutil

from plainleaf.model import LAYOUTS
from plainleaf.workspace.fonts import fontconfig

ROOT = Path(__file__).parents[1]
BIN = Path(sys.executable).parent
IMPORT = [sys.executable, "-c", "import weasyprint"]
ROUNDS = int(os.environ.get("ROUNDS", "5"))

ONE = ["metastatic-cancer"]
TWO = [*ONE, "-p", "letter", "-p", "a4"]
MANY = [*ONE, "-a", "patient", "-a", "caregiver", "-p", "letter", "-p", "a4"]
MANY += ["-s", "standard", "-s", "large", "-s", "giant"]
KIT = ["--kit", "default"]

# Writes the HTML of the editions in MANY, the one of ONE first: the very text that is typeset.
COMPOSE = """
import sys
from pathlib import Path
from plainleaf.typeset.compose import compose
from plainleaf.load.library import load
from plainleaf.text.localize import localize
from plainleaf.model import Choice, Shape
from plainleaf.build.plan import plan
from plainleaf.workspace.settings import read_settings
from plainleaf.workspace.survey import take_survey
from plainleaf.workspace import Workspace
workspace = Workspace.at(Path(sys.argv[1]))
settings = read_settings(workspace)
survey = take_survey(workspace, settings)
choice = Choice(("metastatic-cancer",), (), ("patient", "caregiver"),
                ("standard", "large", "giant"), (), ("letter", "a4"))
imprints = plan(survey, settings, [choice])
editions = [imprint.edition for imprint in imprints]
library, _ = load(workspace, settings, editions, [], survey.audiences, survey.languages)
for number, imprint in enumerate(imprints):
    html = compose(localize(library, imprint.edition, Shape()), workspace)
    Path(sys.argv[2], f"{number:02}.html").write_text(html, encoding="utf-8")
"""

# Seconds that WeasyPrint takes to lay out and write all files but the first, warm.
WARM = """
import sys, time, weasyprint
from weasyprint.text.fonts import FontConfiguration
fonts = FontConfiguration()
def make(file):
    source = weasyprint.HTML(filename=file, base_url=sys.argv[1])
    document = source.render(font_config=fonts, pdf_variant="pdf/ua-1")
    document.write_pdf(pdf_variant="pdf/ua-1")
make(sys.argv[2])
start = time.perf_counter()
for file in sys.argv[3:]:
    make(file)
print(time.perf_counter() - start)
"""


# Seconds that typesetting takes, warm: of the languages by themselves, then of both by layout.
PAIR = """
import sys, time
from pathlib import Path
from plainleaf.typeset.compose import compose
from plainleaf.load.library import load
from plainleaf.text.localize import localize
from plainleaf.model import LAYOUTS, Choice, Shape
from plainleaf.build.plan import plan
from plainleaf.workspace.settings import read_settings
from plainleaf.workspace.survey import take_survey
from plainleaf.typeset.engine import mend
from plainleaf.typeset.master import typeset
from plainleaf.typeset.engine.fetch import WorkspaceFetcher
from plainleaf.workspace import Workspace
mend()
workspace = Workspace.at(Path(sys.argv[1]))
settings = read_settings(workspace)
survey = take_survey(workspace, settings)
def seconds(languages, layouts=()):
    axes = (("metastatic-cancer",), languages, ("patient",), ("standard",))
    choice = Choice(*axes, layouts=layouts)
    imprints = plan(survey, settings, [choice])
    editions = [imprint.edition for imprint in imprints]
    library, _ = load(
        workspace, settings, editions, [], survey.audiences, survey.languages
    )
    started = time.perf_counter()
    for imprint in imprints:
        html = compose(localize(library, imprint.edition, Shape()), workspace)
        fetcher = WorkspaceFetcher(workspace, "metastatic-cancer")
        typeset(html, fetcher, 200, "identifier")
    return time.perf_counter() - started
seconds(("en+es",))
print(seconds(("en", "es")), *(seconds(("en+es",), (layout,)) for layout in LAYOUTS))
"""


# Seconds, warm, of typesetting an edition and of imposing it with marks, by format; best of some.
PRESS = """
import sys, time
from pathlib import Path
from plainleaf.typeset.compose import compose
from plainleaf.workers.jobs import ImposeJob
from plainleaf.impose import impose
from plainleaf.load.library import load
from plainleaf.text.localize import localize
from plainleaf.model import FOLDS, Choice, Inks, Shape
from plainleaf.build.plan import plan
from plainleaf.workspace.settings import read_settings
from plainleaf.workspace.survey import take_survey
from plainleaf.typeset.engine import mend
from plainleaf.typeset.master import typeset
from plainleaf.typeset.engine.fetch import WorkspaceFetcher
from plainleaf.workspace import Workspace
mend()
workspace = Workspace.at(Path(sys.argv[1]))
settings = read_settings(workspace)
survey = take_survey(workspace, settings)
def best(call):
    times = []
    for _ in range(8):
        started = time.perf_counter()
        result = call()
        times.append(time.perf_counter() - started)
    return min(times), result
def make(sheet):
    fetcher = WorkspaceFetcher(workspace, "metastatic-cancer")
    return typeset(compose(sheet, workspace), fetcher, 200, "identifier", sheet.format)
for name in ("trifold", "booklet"):
    choice = Choice(("metastatic-cancer",), ("en",), formats=(name,))
    (imprint,) = plan(survey, settings, [choice])
    library, _ = load(
        workspace, settings, [imprint.edition], [], survey.audiences, survey.languages
    )
    sheet = localize(library, imprint.edition, Shape())
    typesetting, master = best(lambda: make(sheet))
    about = ("ltr", "1.0", "2026-01-01", "", "", Inks())
    job = ImposeJob(master.pdf, imprint.edition, *about, bleed=True, ticket=False)
    imposing, _ = best(lambda: impose(job, FOLDS[name]))
    print(imposing, typesetting)
"""


@dataclass(frozen=True)
class Row:
    """One figure: what was measured, against what, and what it should reach."""

    name: str
    ours: float
    theirs: float
    most: float
    unit: str = "s"

    @property
    def ratio(self) -> float:
        return self.ours / self.theirs

    def __str__(self) -> str:
        verdict = "ok" if self.ratio <= self.most else "MISSED"
        figures = f"{self.ours:.3f} / {self.theirs:.3f} {self.unit}"
        return f"{self.name:<58} {self.ratio:5.2f} <= {self.most:<5} {verdict:<7} {figures}"


class Bench:
    """A scratch folder with the HTML of the editions, and the environment of all commands."""

    def __init__(self, folder: Path) -> None:
        config = folder / "fonts.conf"
        config.write_text(fontconfig((), folder / "cache"), encoding="utf-8")
        self.environment = {**os.environ, "FONTCONFIG_FILE": str(config)}
        self.output = folder / "build"
        self.pdf = folder / "out.pdf"
        self.run([sys.executable, "-c", COMPOSE, str(ROOT), str(folder)])
        self.pages = sorted(str(page) for page in folder.glob("*.html"))

    def run(self, command: Sequence[str]) -> str:
        done = subprocess.run(
            command, check=True, capture_output=True, text=True, env=self.environment
        )
        return done.stdout

    def seconds(self, command: Sequence[str]) -> float:
        started = time.perf_counter()
        self.run(command)
        return time.perf_counter() - started

    def plainleaf(self, *arguments: str) -> list[str]:
        return [str(BIN / "plainleaf"), *arguments]

    def build(self, *arguments: str) -> list[str]:
        return self.plainleaf("build", *arguments, "-w", str(ROOT), "-o", str(self.output))

    def anew(self, *arguments: str) -> list[str]:
        """Return a build that makes everything again."""
        (self.output / "manifest.json").unlink(missing_ok=True)
        return self.build(*arguments)

    def weasyprint(self) -> list[str]:
        options = ["--pdf-variant", "pdf/ua-1", "--base-url", f"{ROOT}/"]
        return [str(BIN / "weasyprint"), *options, self.pages[0], str(self.pdf)]

    def warm(self) -> float:
        return float(self.run([sys.executable, "-c", WARM, f"{ROOT}/", *self.pages]))

    def pairs(self) -> list[float]:
        """Return the seconds of two languages by themselves, then together in each layout."""
        return [float(each) for each in self.run([sys.executable, "-c", PAIR, str(ROOT)]).split()]

    def press(self) -> list[tuple[float, float]]:
        """Return the seconds of imposing and of typesetting a tri-fold, and a booklet."""
        lines = self.run([sys.executable, "-c", PRESS, str(ROOT)]).splitlines()
        return [(float(one), float(other)) for one, other in map(str.split, lines)]

    def further(self, jobs: str) -> float:
        """Return the seconds that the editions after the first add to a run."""
        many = self.seconds(self.anew(*MANY, "-j", jobs))
        return many - self.seconds(self.anew(*ONE, "-j", jobs))

    def peak(self, *arguments: str) -> float:
        """Return the most MiB that a build and all its processes hold at one time."""
        most = 0
        command, nothing = self.anew(*arguments), subprocess.DEVNULL
        with subprocess.Popen(
            command, stdout=nothing, stderr=nothing, env=self.environment
        ) as process:
            watched = psutil.Process(process.pid)
            while process.poll() is None:
                most = max(most, _resident(watched))
                time.sleep(0.01)
        return most / 2**20


def _resident(process: psutil.Process) -> int:
    try:
        family = [process, *process.children(recursive=True)]
        return sum(int(each.memory_info().rss) for each in family)
    except psutil.Error:
        return 0


def turns(ours: Callable[[], float], theirs: Callable[[], float]) -> tuple[float, float]:
    """Return the best of both, taken in turns."""
    pairs = [(ours(), theirs()) for _ in range(ROUNDS)]
    return min(pair[0] for pair in pairs), min(pair[1] for pair in pairs)


def rows(bench: Bench) -> list[Row]:
    def timed(command: Callable[[], Sequence[str]]) -> Callable[[], float]:
        return lambda: bench.seconds(command())

    imported = timed(lambda: IMPORT)
    cold = turns(timed(lambda: bench.anew(*ONE)), timed(bench.weasyprint))
    found = [Row("one new edition, cold, inspected / weasyprint command", *cold, 1.3)]
    for jobs in ("1", "2"):
        further = turns(lambda jobs=jobs: bench.further(jobs), bench.warm)  # type: ignore[misc]
        found.append(Row(f"11 further editions, -j {jobs} / layout and write", *further, 1.2))
    alone, *together = map(min, zip(*(bench.pairs() for _ in range(ROUNDS)), strict=True))
    for layout, both in zip(LAYOUTS, together, strict=True):
        name = f"two languages, {layout} / each by itself"
        found.append(Row(name, both, alone, 1.3))
    for name, times in zip(("tri-fold", "booklet"), bench.press(), strict=True):
        found.append(Row(f"imposing and marking a {name} / typesetting it", *times, 0.1))
    helped = turns(timed(lambda: bench.plainleaf("--help")), imported)
    found.append(Row("plainleaf --help / import weasyprint", *helped, 0.25))
    bench.run(bench.build(*KIT))
    fresh = turns(timed(lambda: bench.build(*KIT)), imported)
    found.append(Row("24 editions, all fresh / import weasyprint", *fresh, 0.5))
    # A second process brings its own engine, so its first edition counts on the other side too.
    for jobs, first in (("1", ONE), ("2", TWO)):
        peaks = bench.peak(*KIT, "-j", jobs), bench.peak(*first, "-j", jobs)
        name = f"peak memory, -j {jobs}, 24 editions / the first of each process"
        found.append(Row(name, *peaks, 1.5, "MiB"))
    return found


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        found = rows(Bench(Path(folder)))
    print(*found, sep="\n")
    return int(any(row.ratio > row.most for row in found))


if __name__ == "__main__":
    sys.exit(main())
