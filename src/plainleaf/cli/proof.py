"""The command `proof`."""

from pathlib import Path

import click

from plainleaf.cli.completion import names
from plainleaf.cli.ending import tell
from plainleaf.cli.opening import open_workspace, settings_of
from plainleaf.cli.options import in_workspace
from plainleaf.cli.places import near
from plainleaf.cli.streams import say


@click.command()
@click.argument("brand", shell_complete=names("brands"))
@click.option(
    "-p",
    "--paper",
    default="letter",
    metavar="PAPER",
    help="letter or a4.",
    shell_complete=names("papers"),
)
@in_workspace
def proof(brand: str, paper: str, workspace: Path | None) -> None:
    """Make a page with all that is printed of BRAND, for its office to sign.

    It shows the logo in its printed sizes, colours, contacts in each language, a handout, and
    what was found.

    Example:  plainleaf proof hillside -p a4
    """
    from plainleaf.author.proof import prove
    from plainleaf.workspace.write import put_in_place

    opened = open_workspace(workspace)
    pdf, findings = prove(opened, settings_of(opened), brand, paper)
    place = opened.root / "build" / brand / "proof.pdf"
    put_in_place(place, pdf)
    tell(findings)
    say(near(place))
