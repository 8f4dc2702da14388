"""Commands that begin something: `init`, `new` and `translate`."""

from pathlib import Path

import click

from plainleaf.cli.options import Group, in_workspace, open_workspace, survey_of


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
def init(folder: Path) -> None:
    """Make a workspace in FOLDER, with the starter handouts in it.

    Example:  plainleaf init my-clinic
    """
    from plainleaf.begin import begin_workspace

    click.echo(begin_workspace(folder))


@click.group(cls=Group)
def new() -> None:
    """Begin a handout."""


@new.command("handout")
@click.argument("name")
@in_workspace
def new_handout(name: str, workspace: Path | None) -> None:
    """Make handouts/NAME/handout.md, ready to write and to build.

    Example:  plainleaf new handout living-with-asthma
    """
    from plainleaf.begin import begin_handout

    click.echo(begin_handout(open_workspace(workspace), name, workspace))


@click.command()
@click.argument("names", nargs=-1, required=True, metavar="HANDOUT LANGUAGE")
@click.option("--words", is_flag=True, help="The fixed words of the templates, not a handout.")
@in_workspace
def translate(names: tuple[str, ...], words: bool, workspace: Path | None) -> None:
    """Make or update the catalogue of HANDOUT in LANGUAGE.

    New texts are empty, changed ones are marked fuzzy with the text before, gone ones stay as
    obsolete. Running it twice changes nothing. With --words name the language alone.

    Example:  plainleaf translate metastatic-cancer vi && plainleaf translate --words vi
    """
    from plainleaf.translate import translate_handout, translate_words

    if len(names) != (1 if words else 2):
        raise click.UsageError("Name a handout and a language, or --words and a language.")
    opened = open_workspace(workspace)
    settings, survey = survey_of(opened)
    if words:
        click.echo(str(translate_words(opened, survey.audiences, names[0])))
    else:
        click.echo(str(translate_handout(opened, settings, survey.handouts, *names)))
