"""A small network: three brands and none, two handouts, two languages, built run after run."""

import shutil
import sqlite3
from collections import Counter
from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest

from plainleaf.build import build
from plainleaf.build.manifest import Result, read_manifest
from plainleaf.build.order import Order
from plainleaf.build.seal import LENGTH, seal
from plainleaf.checks.facts.structure import read_structure
from plainleaf.model import Choice
from plainleaf.workers.fence import Fence
from plainleaf.workers.jobs import Job, Reply
from plainleaf.workspace import Workspace
from plainleaf.workspace.settings import read_settings
from plainleaf.workspace.survey import Survey, take_survey
from tests.conftest import LIBRARY, change, put

CHOICE = Choice(languages=("en", "es"), brands=("all",))
HANDOUTS = ("drink-water", "wash-hands")
COLORS = {"harbor": "#0b3d63", "hill": "#5b2f1f", "tea": "#2f5b1f"}
BRANDS = ("plain", *COLORS)
MASTERS = 8
"""One of each text with what a brand says in it, and one without."""

BRAND = """
meta: {{name: "{name} (example)"}}
logo: {{images: {{main: {{path: logo.svg, alt: "{name} logo"}}}}, medium: main}}
color: {{primary: "{color}"}}
defaults:
  plainleaf:
    contact:
      en: {{phone: "{phone}", lines: ["1 {name} Road"]}}
      es: {{phone: "{phone}", lines: ["Calle {name} 1"]}}
    disclaimer: This clinic is invented for tests.
"""
TEA = "styles/brands/tea/_brand.yml"
LOGO = "styles/brands/tea/logo.svg"


def imprint(brand: str, handout: str, language: str) -> str:
    return f"{brand}/{handout}_{language}_patient_standard_sheet_letter.pdf"


IMPRINTS = {
    imprint(brand, handout, language)
    for brand in BRANDS
    for handout in HANDOUTS
    for language in ("en", "es")
}


def those(*parts: str) -> set[str]:
    return {each for each in IMPRINTS if all(part in each for part in parts)}


@dataclass
class Ears:
    """Hears results; ends the run after some of them."""

    last: int = 1000
    heard: list[str] = field(default_factory=list)
    counts: list[tuple[int, int]] = field(default_factory=list)

    def begin(self, total: int) -> None:
        pass

    def masters(self, ready: int, total: int) -> None:
        self.counts.append((ready, total))

    def result(self, result: Result, total: int) -> None:
        self.heard.append(result.imprint)
        if len(self.heard) == self.last:
            raise KeyboardInterrupt


@dataclass(frozen=True)
class Ran:
    """What a run did: each imprint's state, what was found, what workers were asked for."""

    states: Mapping[str, str]
    findings: Sequence[str]
    asked: Mapping[str, int]

    def of(self, state: str) -> set[str]:
        return {each for each, found in self.states.items() if found == state}


def order_for(workspace: Workspace, verify: str = "sample") -> Order:
    folder = workspace.root / "build"
    return Order(workspace, read_settings(workspace), [CHOICE], folder, jobs=2, verify=verify)


def ran(workspace: Workspace, verify: str = "sample", ears: Ears | None = None) -> Ran:
    """Build everything for all brands, and count jobs by their kind."""
    asked: Counter[str] = Counter()
    ask = Fence.ask

    def counting(fence: Fence, task: str, job: Job[Reply], where: str, times: int = 1) -> Reply:
        asked[type(job).__name__] += 1
        return ask(fence, task, job, where, times)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Fence, "ask", counting)
        run = build(order_for(workspace, verify), ears or Ears())
    states = {result.imprint: result.state for result in run.results}
    found = dict.fromkeys(str(each) for result in run.results for each in result.findings)
    return Ran(states, list(found), asked)


def files(workspace: Workspace) -> Mapping[str, bytes]:
    """Return the PDFs that there are."""
    folder = workspace.root / "build"
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*.pdf")
    }


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> tuple[Workspace, Ran, Ears]:
    """The network, everything in it built once."""
    root = tmp_path_factory.mktemp("network") / "library"
    shutil.copytree(LIBRARY, root)
    workspace = Workspace.at(root)
    logo = (root / "styles/brands/harbor/logo.svg").read_bytes()
    for name, color in COLORS.items():
        text = BRAND.format(name=name.title(), color=color, phone=f"555-{name}")
        put(workspace, f"styles/brands/{name}/_brand.yml", text)
        put(workspace, f"styles/brands/{name}/logo.svg", logo)
    ears = Ears()
    return workspace, ran(workspace, ears=ears), ears


@pytest.fixture
def network(first: tuple[Workspace, Ran, Ears], tmp_path: Path) -> Workspace:
    """A copy of the network."""
    shutil.copytree(first[0].root, tmp_path / "network")
    return Workspace.at(tmp_path / "network")


def test_first_run_typesets_each_text_once_and_inspects_one_of_each(
    first: tuple[Workspace, Ran, Ears],
) -> None:
    _, run, ears = first
    assert (run.of("built"), run.findings) == (IMPRINTS, [])
    assert (run.asked["TypesetJob"], run.asked["InspectJob"]) == (MASTERS, MASTERS)
    assert ears.counts == [(ready, MASTERS) for ready in range(MASTERS + 1)]
    assert set(ears.heard) == IMPRINTS


def change_phone(network: Workspace, brand: str, phone: str) -> None:
    path = f"styles/brands/{brand}/_brand.yml"
    put(network, path, network.read_text(path).replace(f"555-{brand}", phone))


def test_second_run_does_nothing(network: Workspace) -> None:
    before = files(network)
    run = ran(network)
    assert (run.of("fresh"), run.asked, files(network)) == (IMPRINTS, {}, before)


def test_changed_phone_stamps_its_brand_only(network: Workspace) -> None:
    before = files(network)
    change_phone(network, "tea", "555-new")
    run = ran(network)
    after = files(network)
    changed = {each for each in IMPRINTS if before[each] != after[each]}
    assert (run.of("built"), changed, run.findings) == (those("tea/"), those("tea/"), [])
    assert set(run.asked) == {"BlocksJob"}
    body = read_structure(after[imprint("tea", "drink-water", "en")]).body
    assert ("555-new" in body, "555-tea" in body) == (True, False)


def test_changed_colour_asks_no_worker(network: Workspace) -> None:
    change(network, TEA, "#2f5b1f", "#1f2f5b")
    run = ran(network)
    assert (run.of("built"), run.asked) == (those("tea/"), {})


def test_changed_unit_typesets_its_text_and_stamps_it_for_all(network: Workspace) -> None:
    change(network, "handouts/wash-hands/es.po", "Use jabón.", "Use mucho jabón.")
    ears = Ears()
    run = ran(network, ears=ears)
    assert (run.of("built"), run.findings) == (those("wash-hands", "_es_"), [])
    assert run.asked == {"TypesetJob": 2, "InspectJob": 2}
    assert ears.counts == [(0, 2), (1, 2), (2, 2)]


def test_damaged_imprint_is_stamped_again_as_it_was(network: Workspace) -> None:
    before = files(network)
    name = imprint("hill", "drink-water", "es")
    (network.root / "build" / name).write_bytes(before[name] + b"\n")
    run = ran(network)
    assert (run.of("built"), run.asked, files(network)) == ({name}, {}, before)


@pytest.mark.parametrize(("verify", "inspected"), [("sample", 0), ("all", len(IMPRINTS))])
def test_kept_masters_are_stamped_and_all_inspected_if_asked_for(
    verify: str, inspected: int, network: Workspace
) -> None:
    before = files(network)
    shutil.rmtree(network.root / "build/tea")
    (network.root / "build/manifest.json").unlink()
    run = ran(network, verify)
    assert (run.of("built"), files(network)) == (IMPRINTS, before)
    assert (run.asked.get("InspectJob", 0), run.asked.get("TypesetJob", 0)) == (inspected, 0)


@pytest.mark.slow
def test_lost_store_costs_time_and_nothing_else(network: Workspace) -> None:
    before = files(network)
    shutil.rmtree(network.root / "build/.cache")
    assert ran(network).of("fresh") == IMPRINTS
    (network.root / "build/manifest.json").unlink()
    run = ran(network)
    assert (run.of("built"), run.asked["TypesetJob"], files(network)) == (
        IMPRINTS,
        MASTERS,
        before,
    )


FLIPS = 12


@pytest.mark.slow
def test_store_with_a_flipped_bit_ships_what_it_shipped(network: Workspace) -> None:
    before = files(network)
    place = network.root / "build/.cache/store.sqlite"
    sound = place.read_bytes()
    runs = []
    for flip in range(FLIPS):
        data = bytearray(sound)
        data[len(sound) * (2 * flip + 1) // (2 * FLIPS)] ^= 1 << flip % 8
        shutil.rmtree(network.root / "build")
        place.parent.mkdir(parents=True)
        place.write_bytes(data)
        runs.append((ran(network).of("built"), files(network)))
    assert runs == [(IMPRINTS, before)] * FLIPS


def test_masters_that_another_machine_kept_are_made_anew(
    network: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever hands on a workspace could have planted anything in them."""
    before = files(network)
    place = network.root / "build/.cache/store.sqlite"
    with monkeypatch.context() as patch:
        patch.setattr("plainleaf.build.seal._key", lambda: b"another machine")
        with closing(sqlite3.connect(place)) as base, base:
            rows = base.execute("SELECT key, value FROM kept").fetchall()
            for key, value in rows:
                planted = value[LENGTH:].replace(b"Drink often", b"Drink never")
                sealed = seal(key.encode(), planted) + planted
                base.execute("UPDATE kept SET value = ? WHERE key = ?", (sealed, key))
    shutil.rmtree(network.root / "build/tea")
    (network.root / "build/manifest.json").unlink()
    run = ran(network)
    assert (run.of("built"), run.asked["TypesetJob"], files(network)) == (
        IMPRINTS,
        MASTERS,
        before,
    )


def test_what_changed_while_it_was_read_is_neither_kept_nor_shipped(
    network: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An edit that is undone again: the files are what they were, and what was read is not."""
    before = files(network)
    text, logo = "handouts/wash-hands/handout.md", "styles/brands/tea/logo.svg"
    translation = "handouts/wash-hands/es.po"
    good = {path: network.read_bytes(path) for path in (text, logo, translation, TEA)}
    change(network, translation, "Use jabón.", "Use jabón")
    change_phone(network, "tea", "555-new")

    def edited(*arguments: Any) -> Survey:
        survey = take_survey(*arguments)
        put(network, text, good[text].replace(b"soap", b"soot"))
        put(network, logo, good[logo].replace(b"<path", b"<path stroke='red'"))
        return survey

    shutil.rmtree(network.root / "build")
    monkeypatch.setattr("plainleaf.build.take_survey", edited)
    run = ran(network)
    monkeypatch.undo()
    told = {each.partition(":")[0] for each in run.findings if "[changed]" in each}
    failed = those("wash-hands") | those("tea/")
    assert (run.of("failed"), told) == (failed, {text, logo})
    for path, data in good.items():
        put(network, path, data)
    ran(network)
    assert files(network) == before


def test_warning_of_one_brand_stops_no_other(network: Workspace) -> None:
    """Whichever was built first."""
    change(network, TEA, '"#2f5b1f"', '"#867171"')
    order = replace(order_for(network), strict=True)
    states = {}
    for brands in (("tea",), ("hill", "tea"), ("hill",)):
        choice = Choice(("drink-water",), ("en",), brands=brands)
        run = build(replace(order, choices=[choice]), Ears())
        states[brands] = [(result.imprint.split("/")[0], result.state) for result in run.results]
    assert [dict(each) for each in states.values()] == [
        {"tea": "failed"},
        {"hill": "built", "tea": "failed"},
        {"hill": "fresh"},
    ]


def test_interrupted_run_keeps_what_is_done(network: Workspace) -> None:
    before = files(network)
    (network.root / "build/manifest.json").unlink()
    ears = Ears(last=3)
    with pytest.raises(KeyboardInterrupt):
        ran(network, ears=ears)
    kept = set(read_manifest(network.root / "build"))
    run = ran(network)
    assert kept == set(ears.heard) == run.of("fresh")
    assert (len(kept), run.of("built"), files(network)) == (3, IMPRINTS - kept, before)


@pytest.mark.slow
def test_interrupted_first_run_keeps_its_masters(network: Workspace) -> None:
    """What was typeset need not be again."""
    shutil.rmtree(network.root / "build")
    with pytest.raises(KeyboardInterrupt):
        ran(network, ears=Ears(last=3))
    run = ran(network)
    assert (len(run.of("fresh")), len(run.of("built")), run.asked["TypesetJob"]) == (3, 13, 0)


BROKEN: Mapping[str, tuple[str, str, str, str]] = {
    "colour": (TEA, '"#2f5b1f"', "greenish", f"{TEA}:4 (color.primary)"),
    "missing logo": (TEA, "path: logo.svg", "path: lego.svg", f"{TEA}:3 (logo.images.main.path)"),
    "no table": (TEA, "meta:", "meta", f"{TEA}:2"),
    "script": (LOGO, "<path", "<script>alert(1)</script><path", f"{LOGO}:1"),
    "far picture": (LOGO, "<path", '<image href="https://x.example/a.png"/><path', f"{LOGO}:1"),
    "letters": (TEA, "This clinic", "🍵 clinic", TEA),
}
"""File, what is replaced there and by what, and where the one finding is."""


@pytest.mark.parametrize("fault", BROKEN)
def test_broken_brand_fails_alone(fault: str, network: Workspace) -> None:
    path, old, new, place = BROKEN[fault]
    change(network, path, old, new)
    change_phone(network, "hill", "555-new")
    before = files(network)
    run = ran(network)
    assert [finding.partition(": error: ")[0] for finding in run.findings] == [place]
    assert (run.of("failed"), run.of("built")) == (those("tea/"), those("hill/"))
    assert all(before[each] == files(network)[each] for each in those("tea/"))


def test_words_without_room_stop_their_language_alone(network: Workspace) -> None:
    lines = ", ".join([f'"{"1 Tea Road " * 10}"'] * 5)
    change(network, TEA, '"1 Tea Road"', lines)
    run = ran(network)
    place = f"{TEA} (defaults.plainleaf.contact.en)"
    assert [finding.partition(": error: ")[0] for finding in run.findings] == [place]
    assert (run.of("failed"), run.of("built")) == (those("tea/", "_en_"), those("tea/", "_es_"))


def test_renamed_brand_is_stamped_anew(network: Workspace) -> None:
    """Though its files are the same."""
    brands = network.root / "styles/brands"
    (brands / "tea").rename(brands / "room")
    run = ran(network)
    built = {each.replace("tea/", "room/") for each in those("tea/")}
    assert (run.of("built"), run.findings, run.asked) == (built, [], {})
