import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from plainleaf.author import doctor, review
from plainleaf.workspace import Workspace
from plainleaf.workspace.settings import Settings, read_settings
from tests.cli.running import run, said
from tests.conftest import change, put


@pytest.mark.parametrize(
    ("what", "names"),
    [
        ("handouts", ["drink-water  (en, es)", "wash-hands  (en, es)"]),
        (
            "languages",
            [
                "drink-water  es  7 done, 0 fuzzy, 0 missing  reviewed by An invented checker,"
                " 2026-01-01 (human)",
                "wash-hands  es  14 done, 0 fuzzy, 0 missing  reviewed by An invented checker,"
                " 2026-01-01 (human)",
            ],
        ),
        ("audiences", ["caregiver", "patient"]),
        ("sizes", ["giant", "large", "standard"]),
        ("formats", ["booklet", "halffold", "poster", "sheet", "trifold"]),
        ("papers", ["letter", "a4"]),
        ("brands", ["plain", "harbor"]),
        ("kits", ["all"]),
    ],
)
def test_list_names_what_there_is(what: str, names: list[str], library: Workspace) -> None:
    """The package may bring more than what is named here."""
    result = run("list", what, workspace=library)
    shown = [line for line in result.stdout.splitlines() if line in names]
    assert (result.exit_code, shown, result.stderr) == (0, names, "")


def test_list_as_json_is_an_object_a_line(library: Workspace) -> None:
    result = run("list", "--json", workspace=library)
    assert [json.loads(line) for line in result.stdout.splitlines()] == [
        {"name": "drink-water", "languages": ["en", "es"]},
        {"name": "wash-hands", "languages": ["en", "es"]},
    ]


def test_list_tells_a_name_that_fits_no_system(library: Workspace) -> None:
    put(library, "handouts/Tea/handout.md", "a")
    result = run("list", workspace=library)
    assert (result.exit_code, result.stderr) == (
        1,
        "handouts: error: 'Tea' is no name that works on every system."
        " Use a-z, 0-9 and single hyphens, up to 64. [bad-name]\n",
    )


def test_list_says_how_to_begin_fixed_words(library: Workspace) -> None:
    put(library, "handouts/drink-water/frr.po", library.read_text("handouts/drink-water/es.po"))
    change(library, "handouts/drink-water/frr.po", "Language: es", "Language: frr")
    result = run("list", "languages", workspace=library)
    assert result.stderr == (
        "templates/strings/frr.po: error: is not there."
        " Run 'plainleaf translate --words frr', and translate them there. [missing-file]\n"
    )


def test_check_of_good_handouts_is_silent(library: Workspace) -> None:
    assert said(run("check", "--strict", workspace=library)) == (0, "0 findings\n", "")


def test_check_lists_all_faults(library: Workspace) -> None:
    change(library, "handouts/wash-hands/handout.md", "only caregiver", "only caregivers")
    change(library, "handouts/drink-water/es.po", "Beba a menudo", "Beba `a` menudo")
    change(library, "styles/brands/harbor/_brand.yml", "#0B3D63", "#ffff00")
    result = run("check", workspace=library)
    assert (result.exit_code, result.stderr) == (1, "")
    assert result.stdout.splitlines() == [
        "handouts/drink-water/es.po:24: error: the translation of 'Drink often' holds"
        " code inline in a text. Use words, **bold** and links, as in the source. [not-printable]",
        "styles/brands/harbor/_brand.yml:13 (color.primary): warning: #ffff00 has a contrast of"
        " 1.1:1 on white, so #7a7a00 is printed (4.6:1). Look at a sheet. [darkened]",
        "handouts/wash-hands/handout.md:33: error: no audience is named 'caregivers'."
        " Did you mean 'caregiver'? [audiences]",
        "3 findings",
    ]


def test_warning_is_a_fault_in_strict_mode_only(library: Workspace) -> None:
    change(library, "handouts/drink-water/es.po", "Method: human", "Method: machine")
    codes = [run("check", *flags, workspace=library).exit_code for flags in ([], ["--strict"])]
    assert codes == [0, 1]


def test_check_as_json_prints_findings_and_nothing_else(library: Workspace) -> None:
    change(library, "handouts/wash-hands/handout.md", "publisher: plainleaf tests\n", "")
    assert said(run("check", "wash-hands", "--json", workspace=library)) == (
        1,
        json.dumps(
            {
                "path": "handouts/wash-hands/handout.md",
                "line": None,
                "code": "missing-field",
                "message": "is missing.",
                "hint": "Add publisher.",
                "severity": "error",
                "field": "publisher",
                "page": None,
            }
        )
        + "\n",
        "",
    )


def heed_settings(monkeypatch: pytest.MonkeyPatch) -> list[Settings]:
    """Return a list that each check of PDFs adds its settings to, instead of checking."""
    asked: list[Settings] = []

    def review_pdfs(settings: Settings, files: Sequence[Path]) -> tuple[()]:
        asked.append(settings)
        return ()

    monkeypatch.setattr(review, "review_pdfs", review_pdfs)
    return asked


@pytest.mark.parametrize("way", ["named", "stood in"])
def test_check_of_a_pdf_takes_the_limits_of_the_workspace(
    way: str, library: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(library, "plainleaf.toml", "fonts = ['mine']\n[limits]\npages = 7\n")
    asked = heed_settings(monkeypatch)
    if way == "stood in":
        monkeypatch.chdir(library.root)
    result = run("check", "tea.pdf", workspace=library if way == "named" else None)
    assert (result.exit_code, asked) == (0, [read_settings(library)])


def test_check_of_a_pdf_needs_no_workspace(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = heed_settings(monkeypatch)
    monkeypatch.chdir(tmp_path)
    assert (run("check", "tea.pdf").exit_code, asked) == (0, [Settings()])


def test_check_passes_over_press_sheets(library: Workspace) -> None:
    """They are for paper, and would fail what is asked of a screen's file."""
    files = [str(library.root / f"build/tea.{kind}.pdf") for kind in ("print", "ticket")]
    for file in files:
        put(library, file, b"%PDF-1.7")
    result = run("check", *files, "-w", str(library.root))
    said_so = "2 passed over: press sheets, which are checked as they are built, and tickets.\n"
    assert said(result) == (0, "0 findings\n", said_so)


def test_doctor_has_a_line_for_each_thing(monkeypatch: pytest.MonkeyPatch) -> None:
    signs = (doctor.Sign("tea", True, "1.0"), doctor.Sign("cup", False, "not found", "a cup"))
    monkeypatch.setattr(doctor, "examine", lambda folder: signs)
    assert said(run("doctor")) == (
        1,
        "ok       tea: 1.0\nmissing  cup: not found  Install it: a cup\n",
        "",
    )


def test_doctor_as_json_is_an_object_a_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "examine", lambda folder: (doctor.Sign("tea", True, "1.0"),))
    row = '{"name": "tea", "well": true, "found": "1.0", "install": ""}\n'
    assert said(run("doctor", "--json")) == (0, row, "")
