"""Speed and memory on a network of clinics against other engines, as ratios measured in one run.

Run as `python -m bench.peers`. All runs on one core but where two are measured. Each round
measures everything once and the best of the rounds counts, so that what else the machine does
weighs on both sides of a ratio. A peer sets a sample, scaled up to as many imprints as plainleaf
makes; one that is not installed is named. Exit status 1 if a ratio misses.
"""

import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from bench import engines
from bench.engines import Course
from bench.memory import made, peaks
from bench.network import EDITIONS, HANDOUTS, LANGUAGES, SIZES, Clinic
from bench.stamping import one_more, plain_copy

ROUNDS = int(os.environ.get("ROUNDS", "3"))
BRANDS = int(os.environ.get("BRANDS", "200"))
CORES = sorted(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else []

NETWORK = ["--kit", "network"]
OWN = ["-b", Clinic.numbered(1).brand]
OWN += [option for code in LANGUAGES for option in ("-l", code)]
OWN += [option for size in SIZES for option in ("-s", size)]
"""What the network holds of one brand."""

NOTE = """Peers set a sample of one handout, scaled up above; seconds an imprint, and pages of each
edition (English and Spanish, standard and large):"""

MEMORY_BRANDS = BRANDS * 5 // 4
MIB = 2**20


@dataclass(frozen=True)
class Row:
    """One figure: how many times the second one goes into the first, and what it should reach."""

    name: str
    first: float
    second: float
    sign: str  # ">=" or "<="
    target: float
    unit: str = "s"

    @property
    def ratio(self) -> float:
        return self.first / self.second

    @property
    def is_missed(self) -> bool:
        return self.ratio < self.target if self.sign == ">=" else self.ratio > self.target

    def __str__(self) -> str:
        verdict = "MISSED" if self.is_missed else "ok"
        figures = f"{self.first:.4g} / {self.second:.4g} {self.unit}"
        ratio = f"{self.ratio:7.2f} {self.sign} {self.target:<5g}"
        return f"{self.name:<69} {ratio} {verdict:<7} {figures}"


@dataclass(frozen=True)
class Gap:
    """A figure that could not be measured, and why."""

    name: str
    why: str
    is_missed: bool = False

    def __str__(self) -> str:
        return f"{self.name:<69} {self.why}"


Measure = Callable[[Course, int], float | None]
"""Takes the number of the round too; None where what it needs is not here."""

Best = Mapping[str, float | None]


def pin(cores: int) -> None:
    """Keep this process, and those it starts, to so many cores."""
    if CORES:
        os.sched_setaffinity(0, CORES[:cores])


def from_nothing(course: Course, _: int) -> float:
    shutil.rmtree(course.output, ignore_errors=True)
    return _build(course, course.network.imprints, *NETWORK, "-j", "1")


def two_cores(course: Course, _: int) -> float | None:
    if len(CORES) < 2:
        return None
    shutil.rmtree(course.output)
    pin(2)
    seconds = _build(course, course.network.imprints, *NETWORK, "-j", "2")
    pin(1)
    return seconds


def changed_handout(course: Course, number: int) -> float:
    course.network.retitle(HANDOUTS[0], f" 1, edition {number + 2}")
    return _build(course, EDITIONS * BRANDS, "--kit", "one", "-j", "1")


def changed_phone(course: Course, number: int) -> float:
    course.network.equip(Clinic.numbered(1, number + 1))
    return _build(course, EDITIONS * len(HANDOUTS), *OWN, "-j", "1")


def all_fresh(course: Course, _: int) -> float:
    return _build(course, 0, *NETWORK, "-j", "1")


def _build(course: Course, count: int, *arguments: str) -> float:
    """Return the seconds of a build; end the bench where it wrote another number of imprints."""
    began = time.time()
    seconds = course.seconds(course.build(*arguments))
    if (found := made(course.output, began)) != count:
        raise SystemExit(f"bench: {' '.join(arguments)} made {found} imprints, not {count}")
    return seconds


def _of(measure: Callable[[Course], float | None]) -> Measure:
    return lambda course, _: measure(course)


PEERS: Mapping[str, str] = {
    "typst": "Typst in process",
    "anew": "Typst in process, begun anew",
    "prince": "Prince command",
    "weasyprint": "weasyprint command",
    "warm": "WeasyPrint in process",
    "chromium": "headless Chromium",
}

MEASURES: Mapping[str, Measure] = {
    "network": from_nothing,
    "typst": _of(engines.typst),
    "handout": changed_handout,
    "prince": _of(engines.prince),
    "weasyprint": _of(engines.weasyprint),
    "phone": changed_phone,
    "import": _of(engines.import_weasyprint),
    "fresh": all_fresh,
    "more": _of(one_more),
    "copy": _of(plain_copy),
    "anew": _of(engines.typst_anew),
    "warm": _of(engines.warm_weasyprint),
    "chromium": _of(engines.chromium),
    "two": two_cores,
}
"""In the order of a round: a change comes after the network that it changes."""


def measured(course: Course) -> Best:
    """Return the best of all rounds, by measure."""
    times: dict[str, list[float | None]] = {name: [] for name in MEASURES}
    for number in range(ROUNDS):
        for name, measure in MEASURES.items():
            times[name].append(measure(course, number))
    kept = {name: [each for each in found if each is not None] for name, found in times.items()}
    return {name: min(found, default=None) for name, found in kept.items()}


def rows(best: Best, imprints: int) -> Iterator[Row | Gap]:
    """Yield what each ratio is, and should be."""
    yield _race(best, "typst", "network", imprints, "from nothing", 15)
    for peer, least in (("typst", 12), ("prince", 60), ("weasyprint", 400)):
        yield _race(best, peer, "handout", EDITIONS * BRANDS, "one changed handout", least)
    own = EDITIONS * len(HANDOUTS)
    name = f"one changed phone number, {own} imprints / import weasyprint"
    yield _row(best, name, "phone", "import", "<=", 1.5)
    yield _row(best, "one imprint more / plain copy of it", "more", "copy", "<=", 1.3)
    yield _row(best, f"{imprints:,} imprints: one core / two", "network", "two", ">=", 1.8)
    fresh = f"{imprints:,} imprints, all fresh"
    yield _row(best, f"{fresh} / import weasyprint", "fresh", "import", "<=", 2)
    yield _row({**best, "second": 1.0}, f"{fresh} / one second", "fresh", "second", "<=", 1)


def _race(best: Best, peer: str, ours: str, count: int, what: str, least: float) -> Row | Gap:
    """Return how many times as long a peer takes, scaled up from its sample."""
    name = f"{count:,} imprints, {what}: {PEERS[peer]} / plainleaf"
    seconds = best[peer]
    scaled = {**best, peer: seconds * count if seconds else None}
    return _row(scaled, name, peer, ours, ">=", least)


def _row(best: Best, name: str, first: str, second: str, sign: str, target: float) -> Row | Gap:
    one, other = best[first], best[second]
    if one is None or other is None:
        missing = first if one is None else second
        return Gap(name, f"{missing}: not installed" if missing in PEERS else "not measured here")
    return Row(name, one, other, sign, target)


def table(course: Course, best: Best) -> Iterator[str]:
    """Yield a line for each engine: seconds an imprint, and the pages of each edition."""
    counts = {"network": course.network.imprints, "handout": EDITIONS * BRANDS}
    for name, count in counts.items():
        seconds = (best[name] or 0) / count
        yield f"{f'plainleaf, {name} of {count:,} imprints':<40} {seconds:8.4f} s"
    for name, title in PEERS.items():
        taken = best[name]
        found = f"{taken:8.4f} s  {course.pages(name)}" if taken else "not installed"
        yield f"{title:<40} {found}".rstrip()


def memory(folder: Path) -> Row | Gap:
    """Return the peak of the last tenth of a larger network against that of the second."""
    course = Course(folder, MEMORY_BRANDS)
    most = peaks(course, course.build(*NETWORK, "-j", "1"))
    tenth = course.network.imprints // len(most)
    name = f"peak memory: imprints {tenth * 9:,} to {tenth * 10:,} / {tenth:,} to {tenth * 2:,}"
    if not most[1] or not most[-1]:
        return Gap(name, "its tenths were too quick to be seen")
    return Row(name, most[-1] / MIB, most[1] / MIB, "<=", 1.05, "MiB")


def main() -> int:
    pin(1)
    with tempfile.TemporaryDirectory() as one, tempfile.TemporaryDirectory() as other:
        course = Course(Path(one), BRANDS)
        best = measured(course)
        found = [*rows(best, course.network.imprints), memory(Path(other))]
        print(*found, "", NOTE, *table(course, best), sep="\n")
    return int(any(each.is_missed for each in found))


if __name__ == "__main__":
    sys.exit(main())
