"""Commands that begin something: `init`, `new` and `translate`."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from plainleaf.cli.completion import names as completed
from plainleaf.cli.ending import Group
from plainleaf.cli.opening import open_workspace, settings_of, survey_of
from plainleaf.cli.options import WORKSPACE, for_commands, in_workspace
from plainleaf.cli.places import shown
from plainleaf.cli.streams import say

if TYPE_CHECKING:
    from plainleaf.author.begin import Begun


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
def init(folder: Path) -> None:
    """Make a workspace in FOLDER, with the starter handouts in it.

    Example:  plainleaf init my-clinic
    """
    from plainleaf.author.begin import begin_workspace

    if WORKSPACE in click.get_current_context().meta:
        raise click.UsageError("-w names a workspace that is there: init makes one, in FOLDER.")
    _say_begun(begin_workspace(folder))


@click.group(cls=Group)
@for_commands
def new() -> None:
    """Begin a handout, or an organization."""


@new.command("handout")
@click.argument("name")
@in_workspace
def new_handout(name: str, workspace: Path | None) -> None:
    """Make handouts/NAME/handout.md, ready to write and to build.

    Example:  plainleaf new handout living-with-asthma
    """
    from plainleaf.author.begin import begin_handout

    _say_begun(begin_handout(open_workspace(workspace), name, workspace))


@new.command("brand")
@click.argument("name")
@click.option(
    "--logo",
    required=True,
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="Its logo: PDF, PNG or JPEG up to 4 MB, or SVG up to 400 kB.",
)
@click.option("--title", default="", help="Its name as readers know it; else made from NAME.")
@click.option("--color", default="", help="For numbers, rules, headings; else the logo's own.")
@click.option("--phone", default="", help="The number to call, as it is printed.")
@in_workspace
def new_brand(
    name: str, logo: Path, title: str, color: str, phone: str, workspace: Path | None
) -> None:
    """Make styles/brands/NAME with a copy of the logo and a _brand.yml that can be built.

    Its colours are read from the logo. A colour too light for paper is darkened.

    Example:  plainleaf new brand hillside --logo logo.svg --phone "(555) 010-0123"
    """
    from plainleaf.author.begin_brand import NewBrand, begin_brand

    opened = open_workspace(workspace)
    wanted = NewBrand(name, logo, title, color, phone)
    _say_begun(begin_brand(opened, settings_of(opened), wanted, workspace))


@click.command()
@click.argument(
    "names",
    nargs=-1,
    required=True,
    metavar="HANDOUT LANGUAGE",
    shell_complete=completed("handouts"),
)
@click.option("--words", is_flag=True, help="The fixed words of the templates, not a handout.")
@in_workspace
def translate(names: tuple[str, ...], words: bool, workspace: Path | None) -> None:
    """Make or update the catalogue of HANDOUT in LANGUAGE.

    New texts are empty, changed ones are marked fuzzy with the text before, gone ones stay as
    obsolete. Running it twice changes nothing. With --words name the language alone.

    Example:  plainleaf translate metastatic-cancer vi && plainleaf translate --words vi
    """
    from plainleaf.author.translate import translate_handout, translate_words

    if len(names) != (1 if words else 2):
        raise click.UsageError("Name a handout and a language, or --words and a language.")
    opened = open_workspace(workspace)
    settings, survey = survey_of(opened)
    if words:
        update = translate_words(opened, settings, survey.audiences, names[0])
    else:
        update = translate_handout(opened, settings, survey.handouts, *names)
    say(str(replace(update, path=shown(update.path))))


def _say_begun(begun: "Begun") -> None:
    is_here = Path(begun.path).resolve() == Path.cwd()
    made = "This folder is a workspace now." if is_here else f"{shown(begun.path)} is ready."
    say(f"{made} Next: {begun.next}")
