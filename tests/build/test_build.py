"""The tiny workspace becomes PDFs, through the command."""

import contextlib
import hashlib
import json
import shutil
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pikepdf
import pytest
from click.testing import CliRunner

from plainleaf.cli import cli
from plainleaf.workspace import Workspace
from tests.conftest import LIBRARY, change, put

CHOICE = ("-l", "en", "-l", "es", "-b", "plain", "-b", "harbor")
IMPRINTS = {
    f"{brand}/{handout}_{language}_patient_standard_sheet_letter.pdf"
    for brand in ("plain", "harbor")
    for handout in ("wash-hands", "drink-water")
    for language in ("en", "es")
}


def build(workspace: Workspace, *choice: str) -> tuple[int, dict[str, str], list[str]]:
    """Return exit status, the state of each imprint and the findings of `build --json`."""
    arguments = ["build", "--json", "-w", str(workspace.root), *(choice or CHOICE)]
    with contextlib.chdir(workspace.root):  # paths are printed as they are seen from there
        result = CliRunner().invoke(cli, arguments)
    rows = [json.loads(line) for line in result.stdout.splitlines()]
    states = {row["imprint"]: row["state"] for row in rows}
    return result.exit_code, states, result.stderr.splitlines()


def rows(workspace: Workspace, *choice: str) -> list[dict[str, object]]:
    """Return what `build --json` prints."""
    arguments = ["build", "--json", "-w", str(workspace.root), *choice]
    return [json.loads(line) for line in CliRunner().invoke(cli, arguments).stdout.splitlines()]


def everything(workspace: Workspace) -> Mapping[str, bytes]:
    """Return what is in build/ by name, hidden files too."""
    folder = workspace.root / "build"
    places = [place for place in folder.rglob("*") if place.is_file()]
    return {place.relative_to(folder).as_posix(): place.read_bytes() for place in places}


def files(workspace: Workspace) -> Mapping[str, bytes]:
    """Return the same without what is kept to save the next run time."""
    found = everything(workspace)
    return {
        name: data for name, data in found.items() if not name.startswith(".cache/store.sqlite")
    }


def would_build(workspace: Workspace, *choice: str) -> set[str]:
    """Return what a dry run names, and see that it writes nothing."""
    before = everything(workspace)
    arguments = ["build", "--dry-run", "--json", "-w", str(workspace.root), *choice]
    lines = CliRunner().invoke(cli, arguments).stdout.splitlines()
    assert everything(workspace) == before
    return {json.loads(line)["imprint"] for line in lines}


def those(*parts: str) -> set[str]:
    return {imprint for imprint in IMPRINTS if all(part in imprint for part in parts)}


def built(states: Mapping[str, str]) -> set[str]:
    """Return what was built, and see that all the rest is fresh."""
    assert (set(states), set(states.values()) <= {"built", "fresh"}) == (IMPRINTS, True)
    return {imprint for imprint, state in states.items() if state == "built"}


@pytest.fixture(scope="module")
def finished(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tiny workspace, everything in it built once."""
    root = tmp_path_factory.mktemp("finished") / "library"
    shutil.copytree(LIBRARY, root)
    assert build(Workspace.at(root)) == (0, dict.fromkeys(IMPRINTS, "built"), [])
    return root


@pytest.fixture
def done(finished: Path, tmp_path: Path) -> Workspace:
    """A copy of the finished workspace."""
    shutil.copytree(finished, tmp_path / "done")
    return Workspace.at(tmp_path / "done")


def test_imprint_is_a_pdf_for_its_readers(done: Workspace) -> None:
    path = "build/harbor/wash-hands_es_patient_standard_sheet_letter.pdf"
    with pikepdf.open(done.root / path) as pdf:
        facts = (
            str(pdf.docinfo["/Title"]),
            str(pdf.Root.Lang),
            bool(pdf.Root.MarkInfo.Marked),
            [round(float(side)) for side in pdf.pages[0].mediabox[2:]],
        )
    assert facts == ("Lávese las manos", "es", True, [612, 792])


def test_nothing_changed_means_fresh_even_in_another_folder(done: Workspace) -> None:
    before = files(done)
    assert build(done) == (0, dict.fromkeys(IMPRINTS, "fresh"), [])
    assert files(done) == before


def test_changed_unit_builds_its_handout_only(done: Workspace) -> None:
    change(done, "handouts/wash-hands/handout.md", "Warm the water first.", "Warm it first.")
    change(done, "handouts/wash-hands/es.po", '"Warm the water first."', '"Warm it first."')
    status, states, findings = build(done)
    assert (status, built(states), findings) == (0, those("wash-hands"), [])


def test_changed_translation_builds_its_language_only(done: Workspace) -> None:
    change(done, "handouts/wash-hands/es.po", "Use jabón.", "Use mucho jabón.")
    status, states, findings = build(done)
    assert (status, built(states), findings) == (0, those("wash-hands", "_es_"), [])


def test_changed_telephone_builds_its_brand_only(done: Workspace) -> None:
    change(done, "styles/brands/harbor/_brand.yml", "555) 010-0142", "555) 010-0143")
    status, states, findings = build(done)
    assert (status, built(states), findings) == (0, those("harbor/"), [])


def test_damaged_file_is_built_again_as_it_was(done: Workspace) -> None:
    before = files(done)
    (name,) = those("plain/", "wash-hands_en")
    (done.root / "build" / name).write_bytes(before[name][:-1] + b"\r")
    status, states, _ = build(done)
    assert (status, built(states)) == (0, {name})
    assert {k: v for k, v in files(done).items() if k != "manifest.json"} == {
        k: v for k, v in before.items() if k != "manifest.json"
    }


def test_broken_manifest_builds_everything(done: Workspace) -> None:
    (done.root / "build/manifest.json").write_text("{")
    status, states, _ = build(done)
    assert (status, built(states)) == (0, IMPRINTS)


def test_broken_handout_fails_alone_and_keeps_its_old_files(done: Workspace) -> None:
    before = files(done)
    change(done, "handouts/wash-hands/handout.md", "publisher: plainleaf tests\n", "")
    change(done, "handouts/wash-hands/handout.md", "::: key-points", "::: keypoints")
    change(done, "handouts/drink-water/es.po", "Beba agua", "Beba más agua")
    status, states, findings = build(done)
    failed, fresh = those("wash-hands"), those("drink-water", "_en_")
    assert (status, states) == (
        1,
        dict.fromkeys(IMPRINTS, "built")
        | dict.fromkeys(failed, "failed")
        | dict.fromkeys(fresh, "fresh"),
    )
    assert findings == [
        "handouts/wash-hands/handout.md (publisher): error: is missing."
        " Add publisher. [missing-field]",
        "handouts/wash-hands/handout.md:14: error: no container is named 'keypoints'."
        " Did you mean 'key-points'? [unknown-container]",
    ]
    after = files(done)
    assert {name: after[name] for name in failed | fresh} == {
        name: before[name] for name in failed | fresh
    }
    assert set(after) == {*IMPRINTS, "manifest.json"}


def test_faults_of_handout_translation_and_brand_are_all_told(library: Workspace) -> None:
    change(library, "handouts/wash-hands/handout.md", "publisher: plainleaf tests\n", "")
    change(library, "handouts/drink-water/es.po", "Beba agua", "Beba `agua`")
    change(library, "styles/brands/harbor/_brand.yml", "#0B3D63", "#0B3D6")
    status, states, findings = build(library)
    expected = dict.fromkeys(IMPRINTS, "failed")
    expected |= dict.fromkeys(those("plain/drink-water_en_"), "built")
    assert (status, states) == (1, expected)
    assert {finding.partition(": error")[0] for finding in findings} == {
        "handouts/wash-hands/handout.md (publisher)",
        "handouts/drink-water/es.po:16",
        "styles/brands/harbor/_brand.yml:12 (color.palette.sea)",
    }
    assert set(files(library)) == {*those("plain/drink-water_en_"), "manifest.json"}


def test_wrong_choice_writes_nothing(library: Workspace) -> None:
    status, states, findings = build(library, "-s", "huge", "-l", "ar", "wash-hands")
    assert (status, states, findings) == (
        1,
        {},
        [
            "choice: error: no size is named 'huge'."
            " Known: giant, large, standard. [unknown-size]",
            "handouts/wash-hands: error: no language is named 'ar'."
            " Known: en, es. [unknown-language]",
        ],
    )
    assert (library.root / "build").exists() is False


def test_same_workspace_elsewhere_gives_the_same_bytes(finished: Path, library: Workspace) -> None:
    status, states, _ = build(library, *CHOICE, "wash-hands", "-j", "1")
    assert (status, set(states)) == (0, those("wash-hands"))
    there, here = files(Workspace.at(finished)), files(library)
    assert {name: here[name] for name in states} == {name: there[name] for name in states}


def test_date_can_be_set_from_outside(done: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    name = "wash-hands_en_patient_standard_sheet_letter.pdf"
    assert build(done, "wash-hands") == (0, {f"plain/{name}": "built"}, [])
    dates = []
    for brand in ("plain", "harbor"):
        with pikepdf.open(done.root / "build" / brand / name) as pdf:
            dates.append(str(pdf.docinfo["/CreationDate"]))
    assert dates == ["D:19700102000000Z", "D:20260101"]


def test_day_of_the_run_shapes_no_byte(
    library: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = []
    for day in (date(2026, 1, 1), date(2027, 5, 5)):
        monkeypatch.setattr("plainleaf.workspace.clock.newest_day", lambda day=day: day)
        shutil.rmtree(library.root / "build", ignore_errors=True)
        assert build(library, "drink-water")[0] == 0
        made.append({name: data for name, data in files(library).items() if ".pdf" in name})
    assert (len(made[0]), made[0] == made[1]) == (1, True)


def test_review_in_the_future_is_not_hidden_by_what_is_kept(
    done: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All was built, and a clock that ran ahead is set back."""
    monkeypatch.setattr("plainleaf.workspace.clock.newest_day", lambda: date(2025, 12, 31))
    status, states, told = build(done, "drink-water", "-l", "en")
    assert (status, states, [line.partition(": today is")[0] for line in told]) == (
        1,
        {"plain/drink-water_en_patient_standard_sheet_letter.pdf": "failed"},
        ["handouts/drink-water/handout.md:6 (reviewed): error: is in the future"],
    )


def test_dry_run_names_what_would_be_built_and_writes_nothing(done: Workspace) -> None:
    change(done, "handouts/wash-hands/es.po", "Use jabón.", "Use mucho jabón.")
    before = everything(done)
    arguments = ["build", "--dry-run", "-w", str(done.root), *CHOICE]
    plain = CliRunner().invoke(cli, arguments)
    as_json = CliRunner().invoke(cli, [*arguments, "--json"])
    named = {json.loads(line)["imprint"] for line in as_json.stdout.splitlines()}
    assert (plain.exit_code, set(plain.stdout.splitlines()), named) == (
        0,
        {f"{done.root}/build/{imprint}" for imprint in those("wash-hands", "_es_")},
        those("wash-hands", "_es_"),
    )
    assert everything(done) == before


def test_manifest_holds_a_digest_of_the_inputs(done: Workspace) -> None:
    manifest = json.loads((done.root / "build/manifest.json").read_text())
    inputs = {row["imprint"]: row["inputs"] for row in manifest["imprints"]}
    lengths = {imprint: len(digest) for imprint, digest in inputs.items()}
    assert (lengths, len(set(inputs.values()))) == (dict.fromkeys(IMPRINTS, 64), len(IMPRINTS))


@pytest.mark.parametrize(
    ("path", "shaped"),
    [
        ("handouts/wash-hands/es.po", those("wash-hands", "_es_")),
        ("handouts/wash-hands/handout.md", those("wash-hands")),
        ("handouts/wash-hands/images/drops.svg", those("wash-hands")),
        ("styles/base/base.css", IMPRINTS),
        ("styles/brands/harbor/_brand.yml", those("harbor/")),
        ("templates/page.html", IMPRINTS),
    ],
)
def test_changed_file_makes_stale_what_it_shapes(
    path: str, shaped: set[str], done: Workspace
) -> None:
    place = done.root / path
    put(done, path, place.read_bytes() + b"\n" if place.exists() else b"")
    assert would_build(done, *CHOICE) == shaped


@pytest.mark.parametrize("flag", ["--allow-stale", "--strict"])
def test_other_severity_makes_all_stale(flag: str, done: Workspace) -> None:
    assert would_build(done, *CHOICE, flag) == IMPRINTS


def test_number_of_processes_makes_nothing_stale(done: Workspace) -> None:
    assert would_build(done, *CHOICE, "-j", "1") == set()


def test_imprints_that_were_not_inspected_whole_are_stale_for_verify_all(done: Workspace) -> None:
    assert would_build(done, *CHOICE, "--verify", "all") == IMPRINTS


def test_other_engine_makes_all_stale(done: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("plainleaf.workspace.survey.engine_digest", lambda settings: "another")
    assert would_build(done, *CHOICE) == IMPRINTS


def test_output_goes_where_it_is_sent(library: Workspace, tmp_path: Path) -> None:
    folder = tmp_path / "elsewhere"
    status, states, _ = build(library, "wash-hands", "-o", str(folder))
    places = {place.relative_to(folder).as_posix() for place in folder.rglob("*.pdf")}
    assert (status, places, (library.root / "build").exists()) == (0, set(states), False)


def test_words_for_people_end_with_a_count(done: Workspace) -> None:
    result = CliRunner().invoke(cli, ["build", "-w", str(done.root), *CHOICE])
    assert (result.exit_code, result.stdout) == (0, "0 built, 8 fresh, 0 failed\n")


SHEET = "plain/drink-water_en_patient_standard_sheet_letter.pdf"
BOOKLET = "plain/drink-water_en_patient_standard_booklet_letter.pdf"
PRESS = "plain/drink-water_en_patient_standard_booklet_letter.print.pdf"
FOLDING = ("drink-water", "-f", "sheet", "-f", "booklet")


@pytest.fixture(scope="module")
def folded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tiny workspace, a handout in it built as a sheet and as a booklet."""
    root = tmp_path_factory.mktemp("folded") / "library"
    shutil.copytree(LIBRARY, root)
    assert build(Workspace.at(root), *FOLDING) == (0, {SHEET: "built", BOOKLET: "built"}, [])
    return root


@pytest.fixture
def leaflets(folded: Path, tmp_path: Path) -> Workspace:
    """A copy of what was built as a sheet and as a booklet."""
    shutil.copytree(folded, tmp_path / "leaflets")
    return Workspace.at(tmp_path / "leaflets")


def test_what_folds_has_two_files_and_a_row(leaflets: Workspace) -> None:
    """The row of the run that made it, as the manifest keeps it, and of one that met it fresh."""
    written = files(leaflets)
    digests = {name: hashlib.sha256(data).hexdigest() for name, data in written.items()}
    keys = ("imprint", "sha256", "press", "press_sha256")
    made = json.loads(written["manifest.json"])["imprints"]
    found = {tuple(row[key] for key in keys) for row in [*made, *rows(leaflets, *FOLDING)]}
    assert (set(written), found) == (
        {SHEET, BOOKLET, PRESS, "manifest.json"},
        {
            (SHEET, digests[SHEET], None, None),
            (BOOKLET, digests[BOOKLET], PRESS, digests[PRESS]),
        },
    )


SHEET_PRESS, SHEET_TICKET, TICKET = (
    name.replace(".pdf", f".{kind}.pdf")
    for name, kind in ((SHEET, "print"), (SHEET, "ticket"), (BOOKLET, "ticket"))
)
FOR_PRESS = {
    "--bleed": {PRESS, SHEET_PRESS},
    "--cmyk": {SHEET_PRESS},  # there is only black in the booklet: its sheets are the same
    "--ticket": {SHEET_PRESS, SHEET_TICKET, TICKET},
}


@pytest.mark.parametrize("flag", FOR_PRESS)
def test_what_goes_to_a_print_shop_leaves_reading_copies_as_they_were(
    flag: str, leaflets: Workspace
) -> None:
    before = files(leaflets)
    assert build(leaflets, *FOLDING, flag) == (0, {SHEET: "built", BOOKLET: "built"}, [])
    after = files(leaflets)
    changed = {name for name in after if after[name] != before.get(name)}
    assert changed == {*FOR_PRESS[flag], "manifest.json"}
    assert build(leaflets, *FOLDING, flag) == (0, {SHEET: "fresh", BOOKLET: "fresh"}, [])


@pytest.mark.parametrize("flag", FOR_PRESS)
def test_what_went_to_a_print_shop_does_not_lie_beside_a_newer_job(
    flag: str, leaflets: Workspace
) -> None:
    """Else somebody would print it."""
    before = files(leaflets)
    build(leaflets, *FOLDING, flag)
    assert build(leaflets, *FOLDING) == (0, {SHEET: "built", BOOKLET: "built"}, [])
    after = files(leaflets)
    assert {name: after[name] for name in after if name != "manifest.json"} == {
        name: before[name] for name in before if name != "manifest.json"
    }


@pytest.mark.parametrize("lost", [SHEET_PRESS, SHEET_TICKET, TICKET])
def test_lost_file_of_a_job_is_made_again(lost: str, leaflets: Workspace) -> None:
    build(leaflets, *FOLDING, "--ticket")
    before = files(leaflets)[lost]
    (leaflets.root / "build" / lost).unlink()
    _, states, _ = build(leaflets, *FOLDING, "--ticket")
    assert sorted(states.values()) == ["built", "fresh"]
    assert files(leaflets)[lost] == before


def test_damaged_press_sheets_are_made_again_as_they_were(leaflets: Workspace) -> None:
    before = files(leaflets)[PRESS]
    (leaflets.root / "build" / PRESS).write_bytes(before[:-1] + b"\r")
    assert build(leaflets, *FOLDING) == (0, {SHEET: "fresh", BOOKLET: "built"}, [])
    assert files(leaflets)[PRESS] == before


@pytest.mark.parametrize(
    ("flags", "lost", "named"),
    [
        ([], None, []),
        ([], PRESS, [BOOKLET]),
        (["--bleed"], None, [SHEET, BOOKLET]),
        (["--ticket"], None, [SHEET, BOOKLET]),
    ],
    ids=["nothing", "press sheets gone", "bleed", "ticket"],
)
def test_dry_run_names_what_folds_by_its_reading_copy(
    flags: list[str], lost: str | None, named: list[str], leaflets: Workspace
) -> None:
    if lost:
        (leaflets.root / "build" / lost).unlink()
    before = everything(leaflets)
    arguments = ["build", "--dry-run", "-w", str(leaflets.root), *FOLDING, *flags]
    result = CliRunner().invoke(cli, arguments)
    found = (result.exit_code, result.stdout.splitlines(), everything(leaflets))
    assert found == (0, [f"{leaflets.root}/build/{imprint}" for imprint in named], before)


@pytest.mark.parametrize("page_format", ["trifold", "halffold", "poster"])
def test_what_a_style_leaves_out_need_not_be_marked(page_format: str, library: Workspace) -> None:
    """As the lines for one's own questions, which stand in a second language too."""
    status, states, findings = build(library, "drink-water", "-l", "en+es", "-f", page_format)
    others = [finding for finding in findings if not finding.endswith("[blank]")]
    assert (status, list(states.values()), others) == (0, ["built"], [])


def test_failed_fold_has_no_files_and_says_so(library: Workspace) -> None:
    change(library, "handouts/drink-water/handout.md", "publisher: plainleaf tests\n", "")
    (row,) = rows(library, "drink-water", "-f", "booklet")
    kept = {key: row[key] for key in ("imprint", "press", "pages", "sha256", "press_sha256")}
    assert (row["state"], kept, files(library)) == (
        "failed",
        {"imprint": BOOKLET, "press": None, "pages": 0, "sha256": None, "press_sha256": None},
        {},
    )


def test_press_sheets_of_a_format_that_folds_no_more_are_removed(library: Workspace) -> None:
    """Else somebody would print them."""
    old = put(library, "build/plain/drink-water_en_patient_standard_sheet_letter.print.pdf", b"")
    build(library, "drink-water")
    assert not old.exists()


def test_landscape_leaves_are_flipped_on_their_short_edge(library: Workspace) -> None:
    foot = "@bottom-left { content: element(footer); width: 100% }"
    style = f"@page {{ size: var(--paper-height) 90mm; margin: 20mm; {foot} }}"
    put(library, "styles/formats/wide.css", style)
    build(library, "drink-water", "-f", "wide")
    file = "build/plain/drink-water_en_patient_standard_wide_letter.pdf"
    with pikepdf.open(library.root / file) as pdf:
        assert str(pdf.Root.ViewerPreferences.Duplex) == "/DuplexFlipShortEdge"


@pytest.mark.slow
def test_a_logo_in_a_folder_of_its_brand_is_built_proved_and_watched(library: Workspace) -> None:
    folder, choice = "styles/brands/harbor", ("-b", "harbor", "drink-water")
    drawing = (library.root / folder / "logo.svg").read_text(encoding="utf-8")
    (library.root / folder / "logo.svg").unlink()
    put(library, f"{folder}/images/for-print/logo.svg", drawing)
    change(library, f"{folder}/_brand.yml", "path: logo.svg", "path: ./images/for-print/logo.svg")
    path = "harbor/drink-water_en_patient_standard_sheet_letter.pdf"
    built = build(library, *choice)
    proved = CliRunner().invoke(cli, ["proof", "harbor", "-w", str(library.root)])
    fresh = build(library, *choice)
    put(library, f"{folder}/images/for-print/logo.svg", drawing.replace("</svg>", " </svg>"))
    again = build(library, *choice)
    assert (built, (proved.exit_code, proved.stderr), fresh, again) == (
        (0, {path: "built"}, []),
        (0, ""),
        (0, {path: "fresh"}, []),
        (0, {path: "built"}, []),
    )
