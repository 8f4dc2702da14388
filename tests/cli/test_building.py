import pytest

from plainleaf.workspace import Workspace
from tests.cli.running import run, said


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


def test_kit_goes_with_no_other_choice(library: Workspace) -> None:
    result = run("build", "--kit", "all", "-s", "large", workspace=library)
    last = result.stderr.splitlines()[-1]
    assert (result.exit_code, last) == (
        2,
        "Error: --kit already says what to build: give no other choice with it.",
    )


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
