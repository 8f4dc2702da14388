import contextlib
import json
import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import click
import pytest
from click.shell_completion import ShellComplete
from click.testing import CliRunner, Result

from plainleaf.author import doctor, review
from plainleaf.cli import cli
from plainleaf.cli.report import AXES
from plainleaf.workspace import Workspace, settings, starter_root
from plainleaf.workspace.settings import Settings, read_settings
from tests.conftest import change, put


def run(*arguments: str, workspace: Workspace | None = None) -> Result:
    where = ["-w", str(workspace.root)] if workspace else []
    with contextlib.chdir(workspace.root) if workspace else contextlib.nullcontext():
        return CliRunner().invoke(cli, [*arguments, *where], prog_name="plainleaf")


def said(result: Result) -> tuple[int, str, str]:
    return result.exit_code, result.stdout, result.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["bild"],
        ["build", "--siz", "large"],
        ["build", "-j", "0"],
        ["build", "-j", "many"],
        ["list", "size"],
        ["new"],
        ["new", "handout"],
        ["init"],
    ],
    ids=" ".join,
)
def test_wrong_usage_is_status_2(arguments: list[str]) -> None:
    result = run(*arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("Usage: plainleaf ")


@pytest.mark.parametrize(
    ("arguments", "hint"),
    [
        (["bild"], "Did you mean 'build'?"),
        (["build", "--siz", "large"], "(Did you mean one of: '--kit', '--size', '--strict'?)"),
    ],
    ids=["command", "option"],
)
def test_wrong_usage_names_the_nearest(arguments: list[str], hint: str) -> None:
    assert hint in run(*arguments).stderr


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (
            ["build", "wash-hand"],
            "choice: error: no handout is named 'wash-hand'."
            " Did you mean 'wash-hands'? [unknown-handout]\n",
        ),
        (
            ["build", "wash-hands", "-l", "ar"],
            "handouts/wash-hands: error: no language is named 'ar'."
            " Known: en, es. [unknown-language]\n",
        ),
        *(
            (
                ["build", "wash-hands", "-l", name],
                f"handouts/wash-hands: error: no language is named {name.split('+')[0]!r}."
                f" Did you mean {code!r}? [unknown-language]\n",
            )
            for name, code in [
                ("english", "en"),
                ("Spanish", "es"),
                ("Español+en", "es"),
                ("ES", "es"),
                ("es_MX", "es"),
            ]
        ),
        (
            ["build", "-p", "A4", "-s", "Large"],
            "choice: error: no size is named 'Large'. Did you mean 'large'? [unknown-size]\n"
            "choice: error: no paper is named 'A4'. Did you mean 'a4'? [unknown-paper]\n",
        ),
        (
            ["build", "-b", "habor", "-p", "a44"],
            "choice: error: no paper is named 'a44'. Did you mean 'a4'? [unknown-paper]\n"
            "choice: error: no brand is named 'habor'. Did you mean 'harbor'? [unknown-brand]\n",
        ),
        (
            ["build", "-f", "trifold", "-s", "large"],
            "choice: error: a trifold is too narrow for size 'large': its lines hold few words."
            " Use -s standard, or a booklet, which takes any size: -f booklet. [narrow]\n",
        ),
        (
            ["build", "--kit", "al"],
            "plainleaf.toml: error: no kit is named 'al'. Did you mean 'all'? [unknown-kit]\n",
        ),
        (
            ["check", "handouts/wash-hands/handout.md"],
            "choice: error: no handout is named 'handouts/wash-hands/handout.md'."
            " Did you mean 'wash-hands'? [unknown-handout]\n",
        ),
        (
            ["check", "wash-hand"],
            "choice: error: no handout is named 'wash-hand'."
            " Did you mean 'wash-hands'? [unknown-handout]\n",
        ),
    ],
    ids=[
        *("handout", "language", "english", "Spanish", "Español", "capitals", "territory"),
        *("letters", "two", "narrow", "kit", "path", "check"),
    ],
)
def test_unknown_name_is_status_1_and_names_the_nearest(
    arguments: list[str], expected: str, library: Workspace
) -> None:
    assert said(run(*arguments, workspace=library)) == (1, "", expected)


LAYOUT_IN_VAIN = (
    "choice: {}: --layout has no effect on en: a layout sets two languages."
    " Name a pair, as in -l en+es, or leave it out. [no-effect]\n"
)


@pytest.mark.parametrize("pairs", [[], ["-l", "en", "-l", "en+es"]], ids=["none", "one of two"])
def test_option_without_an_effect_is_told(pairs: list[str], library: Workspace) -> None:
    """It stops nothing, but in a strict run, which makes nothing then."""
    arguments = ["build", "wash-hands", "--dry-run", "--layout", "stacked", *pairs]
    warned, refused = (run(*arguments, *flag, workspace=library) for flag in ([], ["--strict"]))
    assert (warned.exit_code, LAYOUT_IN_VAIN.format("warning") in warned.stderr) == (0, True)
    assert said(refused) == (1, "", LAYOUT_IN_VAIN.format("error"))


def test_option_without_an_effect_is_told_by_a_build_too(library: Workspace) -> None:
    arguments = ["build", "wash-hands", "--json", "--layout", "stacked"]
    first, second = (run(*arguments, workspace=library) for _ in range(2))
    told = [(result.exit_code, result.stderr) for result in (first, second)]
    assert told == [(0, LAYOUT_IN_VAIN.format("warning"))] * 2


def test_jobs_of_a_cluster_are_its_own(library: Workspace) -> None:
    arguments = ["build", "wash-hands", "--dry-run", "-j", "2", "--cluster", "tcp://127.0.0.1:1"]
    assert run(*arguments, workspace=library).stderr.splitlines()[0] == (
        "choice: warning: -j has no effect with --cluster: its workers say how much they do at"
        " once. Leave it out. [no-effect]"
    )


@pytest.mark.parametrize(
    "arguments",
    [["build"], ["list"], ["check"], ["new", "handout", "tea"]],
    ids=["build", "list", "check", "new"],
)
def test_no_workspace_is_status_1(arguments: list[str], tmp_path: Path) -> None:
    expected = (
        f"{tmp_path}: error: is no workspace: it holds no plainleaf.toml."
        " Make one with 'plainleaf init DIR', or name one with -w DIR. [no-workspace]\n"
    )
    assert said(run(*arguments, "-w", str(tmp_path))) == (1, "", expected)


def test_kit_goes_with_no_other_choice(library: Workspace) -> None:
    result = run("build", "--kit", "all", "-s", "large", workspace=library)
    last = result.stderr.splitlines()[-1]
    assert (result.exit_code, last) == (
        2,
        "Error: --kit already says what to build: give no other choice with it.",
    )


def test_broken_settings_are_status_1(library: Workspace) -> None:
    put(library, "plainleaf.toml", "[defaults]\nsize = ['large']\n")
    assert said(run("list", workspace=library)) == (
        1,
        "",
        "plainleaf.toml (defaults.size): error: is not a field here."
        " Did you mean 'sizes'? [unknown-field]\n",
    )


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


def test_new_handout_is_ready_to_load(library: Workspace) -> None:
    made = run("new", "handout", "walk-daily", workspace=library)
    assert said(made) == (
        0,
        "handouts/walk-daily/handout.md is ready."
        f" Next: write it, then plainleaf build walk-daily -w {library.root}\n",
        "",
    )
    assert said(run("check", "walk-daily", workspace=library)) == (0, "0 findings\n", "")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (
            "Walk Daily",
            "NAME: error: 'Walk Daily' is no name for a folder."
            " Use a-z, 0-9 and single hyphens, up to 64, such as 'walk-daily'. [bad-name]\n",
        ),
        (
            "../walk",
            "NAME: error: '../walk' is no name for a folder."
            " Use a-z, 0-9 and single hyphens, up to 64, such as 'walk'. [bad-name]\n",
        ),
        (
            "Año_Nuevo",
            "NAME: error: 'Año_Nuevo' is no name for a folder."
            " Use a-z, 0-9 and single hyphens, up to 64, such as 'ano-nuevo'. [bad-name]\n",
        ),
        (
            "喘息",
            "NAME: error: '喘息' is no name for a folder."
            " Use a-z, 0-9 and single hyphens, up to 64. [bad-name]\n",
        ),
        (
            "wash-hands",
            "handouts/wash-hands/handout.md: error: is already there."
            " Choose another name, or edit it. [taken]\n",
        ),
    ],
    ids=["spaces", "path", "accents", "no such letter", "taken"],
)
def test_new_handout_needs_a_free_name(name: str, expected: str, library: Workspace) -> None:
    before = sorted(library.root.rglob("*"))
    assert said(run("new", "handout", name, workspace=library)) == (1, "", expected)
    assert sorted(library.root.rglob("*")) == before


@pytest.mark.parametrize("name", ["null", "no", "2024", "true", "1e3"])
def test_new_handout_may_be_named_like_a_value(name: str, library: Workspace) -> None:
    assert run("new", "handout", name, workspace=library).exit_code == 0
    assert said(run("check", name, "--strict", workspace=library)) == (0, "0 findings\n", "")


def test_init_makes_a_workspace_that_lists_and_checks(tmp_path: Path) -> None:
    folder = tmp_path / "clinic"
    assert said(run("init", str(folder))) == (
        0,
        f"{folder} is ready. Next: plainleaf build -w {folder}\n",
        "",
    )
    starter = sorted(place.name for place in (starter_root() / "handouts").iterdir())
    listed = run("list", "--json", workspace=Workspace.at(folder))
    assert [json.loads(line)["name"] for line in listed.stdout.splitlines()] == starter
    assert run("check", workspace=Workspace.at(folder)).exit_code == 0


def test_init_leaves_a_folder_with_something_in_it_alone(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").touch()
    assert said(run("init", str(tmp_path))) == (
        1,
        "",
        f"{tmp_path}: error: is not empty: it holds 'mine.txt'. Name a new folder. [not-empty]\n",
    )
    assert [place.name for place in tmp_path.iterdir()] == ["mine.txt"]


def test_init_where_one_stands_needs_no_folder_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert said(run("init", ".")) == (
        0,
        "This folder is a workspace now. Next: plainleaf build\n",
        "",
    )


def test_init_twice_says_that_it_is_done(tmp_path: Path) -> None:
    folder = tmp_path / "my clinic"
    assert run("init", str(folder)).exit_code == 0
    assert said(run("init", str(folder))) == (
        1,
        "",
        f"{folder}: error: is a workspace already."
        f" Go on: plainleaf build -w '{folder}'; or name a new folder. [not-empty]\n",
    )


def test_init_over_a_file_is_wrong_usage(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert run("init", str(tmp_path / "file")).exit_code == 2


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


def test_file_in_the_way_is_a_name_taken(library: Workspace) -> None:
    put(library, "handouts/walk-daily", "a file in the way")
    result = run("new", "handout", "walk-daily", workspace=library)
    assert (result.exit_code, result.stderr) == (
        1,
        "handouts/walk-daily/handout.md: error: is already there."
        " Choose another name, or edit it. [taken]\n",
    )


def test_system_error_is_told_without_a_traceback(
    library: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*arguments: object) -> None:
        raise OSError(28, "No space left on device", "build/tea.pdf")

    monkeypatch.setattr(os, "fsync", fail)
    assert said(run("new", "handout", "walk-daily", workspace=library)) == (
        1,
        "",
        "build/tea.pdf: error: No space left on device."
        " Look at the rights and the room there, then run it again. [system]\n",
    )


def test_reader_that_has_seen_enough_is_no_fault(library: Workspace) -> None:
    read, write = os.pipe()
    os.close(read)
    script = "from plainleaf.cli import main; main()"
    command = [sys.executable, "-c", script, "list", "-w", str(library.root)]
    with os.fdopen(write, "wb") as nobody:
        done = subprocess.run(command, stdout=nobody, stderr=subprocess.PIPE, check=False)
    assert (done.returncode, done.stderr) == (141, b"")


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
def test_signal_ends_it_as_ctrl_c_does(name: str) -> None:
    """What stands behind 'finally' is done, and the status is the shell's."""
    script = f"""
import os, signal
from plainleaf import cli

def run(**arguments):
    try:
        os.kill(os.getpid(), signal.{name})
        signal.pause()
    finally:
        print("cleared up")

signal.signal(signal.{name}, signal.SIG_DFL)  # nohup lets children ignore it
cli.cli = run
cli.main()
"""
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, timeout=30, check=False
    )
    status = 128 + getattr(signal, name)
    assert (done.returncode, done.stdout, done.stderr) == (status, "cleared up\n", "")


def test_nohup_is_kept() -> None:
    script = """
import os, signal
from plainleaf import cli
signal.signal(signal.SIGHUP, signal.SIG_IGN)
cli.cli = lambda **arguments: os.kill(os.getpid(), signal.SIGHUP)
cli.main()
"""
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0


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


def test_axes_are_those_of_the_settings() -> None:
    assert (*settings.AXES, "kits") == AXES


def test_version_is_that_of_the_package() -> None:
    assert said(run("--version")) == (0, "plainleaf, version 0.1.0\n", "")


def commands(group: click.Group, *above: str) -> dict[str, click.Command]:
    """Return every command by its words, subcommands too."""
    found: dict[str, click.Command] = {}
    for name, command in group.commands.items():
        found[" ".join((*above, name))] = command
        if isinstance(command, click.Group):
            found |= commands(command, *above, name)
    return found


@pytest.mark.parametrize("words", commands(cli))
def test_help_teaches_by_an_example(words: str) -> None:
    result = run(*words.split(), "--help")
    example = f"Example:  plainleaf {words}"
    has_one = words not in ("new", "doctor")  # they take nothing that an example could show
    assert (result.exit_code, example in result.stdout) == (0, has_one)


def test_bare_help_says_how_to_start() -> None:
    result = run("--help")
    start = "Start with:  plainleaf init my-clinic && cd my-clinic && plainleaf build"
    assert (result.exit_code, start in result.stdout) == (0, True)


@pytest.mark.parametrize(
    ("arguments", "begun", "names"),
    [
        (["build"], "wash", ["wash-hands"]),
        (["build"], "x", []),
        (["build", "-s"], "l", ["large"]),
        (["build", "-l"], "", ["en", "es"]),
    ],
    ids=["handout", "nothing", "size", "language"],
)
def test_shell_completes_names(
    arguments: list[str], begun: str, names: list[str], library: Workspace
) -> None:
    words = [arguments[0], "-w", str(library.root), *arguments[1:]]
    complete = ShellComplete(cli, {}, "plainleaf", "_PLAINLEAF_COMPLETE")
    assert [item.value for item in complete.get_completions(words, begun)] == names


def test_shell_completes_nothing_outside_of_a_workspace(tmp_path: Path) -> None:
    complete = ShellComplete(cli, {}, "plainleaf", "_PLAINLEAF_COMPLETE")
    assert complete.get_completions(["build", "-w", str(tmp_path)], "w") == []


def test_shell_completes_nothing_where_it_may_not_read(
    library: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*arguments: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Workspace, "walk", fail)
    complete = ShellComplete(cli, {}, "plainleaf", "_PLAINLEAF_COMPLETE")
    assert complete.get_completions(["build", "-w", str(library.root)], "w") == []


def test_build_tells_of_folders_with_bad_names(library: Workspace) -> None:
    (library.root / "handouts/Asthma").mkdir()
    result = run("build", "drink-water", workspace=library)
    assert (result.exit_code, result.stderr.splitlines(), result.stdout.splitlines()[-1]) == (
        1,
        [
            "handouts: error: 'Asthma' is no name that works on every system. Use a-z, 0-9 and"
            " single hyphens, up to 64. [bad-name]"
        ],
        "1 built, 0 fresh, 0 failed",
    )


def test_check_passes_over_press_sheets(library: Workspace) -> None:
    """They are for paper, and would fail what is asked of a screen's file."""
    files = [str(library.root / f"build/tea.{kind}.pdf") for kind in ("print", "ticket")]
    for file in files:
        put(library, file, b"%PDF-1.7")
    result = run("check", *files, "-w", str(library.root))
    said_so = "2 passed over: press sheets, which are checked as they are built, and tickets.\n"
    assert said(result) == (0, "0 findings\n", said_so)
