from pathlib import Path

import click
import pytest

from plainleaf.cli import cli
from plainleaf.cli.report import AXES
from plainleaf.workspace import Workspace, settings
from tests.cli.running import run, said
from tests.conftest import put


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


LONG = (
    "--allow-stale, --audience, --bleed, --brand, --cluster, --cmyk, --dry-run, --format, --help,"
    " --jobs, --json, --kit, --language, --layout, --output, --paper, --size, --strict, --ticket,"
    " --verify, --workspace"
)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ("bild", "No such command 'bild'. Did you mean 'build'?"),
        ("Build", "No such command 'Build'. Did you mean 'build'?"),
        ("new hadnout", "No such command 'hadnout'. Did you mean 'handout'?"),
        (
            "tea",
            "No such command 'tea'."
            " Known: build, check, doctor, init, list, new, proof, translate.",
        ),
        ("build --siz large", "No such option '--siz'. Did you mean '--size'?"),
        ("build --langauge en", "No such option '--langauge'. Did you mean '--language'?"),
        ("build --strikt=3", "No such option '--strikt'. Did you mean '--strict'?"),
        ("build -W x", "No such option '-W'. Did you mean '-w'?"),
        ("build -z", "No such option '-z'. Known: -a, -b, -f, -h, -j, -l, -o, -p, -s, -w."),
        ("build --zzzzz", f"No such option '--zzzzz'. Known: {LONG}."),
        ("--helpp", "No such option '--helpp'. Did you mean '--help'?"),
        ("translate --word", "No such option '--word'. Did you mean '--words'?"),
        (
            "--strict build",
            "No such option '--strict'."
            " It goes after the command, as in 'plainleaf build --strict'.",
        ),
        (
            "--langauge en build",
            "No such option '--langauge'. Did you mean '--language'?"
            " It goes after the command, as in 'plainleaf build --language'.",
        ),
        (
            "new --logo x brand y",
            "No such option '--logo'."
            " It goes after the command, as in 'plainleaf new brand --logo'.",
        ),
        ("proof -f sheet", "No such option '-f'. It is an option of 'plainleaf build'."),
        (
            "list --stict",
            "No such option '--stict'. Did you mean '--strict'?"
            " It is an option of 'plainleaf build' and 'plainleaf check'.",
        ),
        (
            "build --verify al",
            "Invalid value for '--verify': 'al' is not one of 'sample', 'all'."
            " Did you mean 'all'?",
        ),
        (
            "list size",
            f"Invalid value for '[WHAT]': 'size' is not one of {', '.join(map(repr, AXES))}."
            " Did you mean 'sizes'?",
        ),
        (
            "list tea",
            f"Invalid value for '[WHAT]': 'tea' is not one of {', '.join(map(repr, AXES))}.",
        ),
        (
            "-w tea init tea",
            "-w names a workspace that is there: init makes one, in FOLDER.",
        ),
    ],
)
def test_wrong_usage_names_the_nearest(arguments: str, told: str) -> None:
    """The wrong word, the nearest that is right, and where that goes."""
    result = run(*arguments.split())
    assert (result.exit_code, result.stderr.splitlines()[-1]) == (2, f"Error: {told}")


@pytest.mark.parametrize(
    "command",
    [
        *("build drink-water --dry-run", "list", "check", "doctor", "new handout wash-hands"),
        *("translate drink-water es", "proof none"),
    ],
)
def test_workspace_may_be_named_before_the_command(command: str, library: Workspace) -> None:
    where = ["-w", str(library.root)]
    before, after = run(*where, *command.split()), run(*command.split(), *where)
    assert said(before) == said(after)
    assert "no-workspace" not in before.stderr


def test_workspace_may_be_named_between_two_words(library: Workspace) -> None:
    result = run("new", "-w", str(library.root), "handout", "wash-hands")
    assert "wash-hands/handout.md: error: is already there." in result.stderr


def test_workspace_named_after_the_command_comes_first(library: Workspace) -> None:
    result = run("-w", "/nowhere", "list", "-w", str(library.root))
    assert said(result) == (0, "drink-water  (en, es)\nwash-hands  (en, es)\n", "")


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


def test_broken_settings_are_status_1(library: Workspace) -> None:
    put(library, "plainleaf.toml", "[defaults]\nsize = ['large']\n")
    assert said(run("list", workspace=library)) == (
        1,
        "",
        "plainleaf.toml (defaults.size): error: is not a field here."
        " Did you mean 'sizes'? [unknown-field]\n",
    )


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


def test_axes_are_those_of_the_settings() -> None:
    assert (*settings.AXES, "kits") == AXES
