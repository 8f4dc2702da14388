"""The command `plainleaf`: parse, call, print.

Everything heavy is imported inside the commands, so that --help and a fresh build stay quick.
"""

import click

from plainleaf.cli.begin import init, new, translate
from plainleaf.cli.building import build
from plainleaf.cli.ending import Group
from plainleaf.cli.options import for_commands
from plainleaf.cli.proof import proof
from plainleaf.cli.report import check, doctor, list_names
from plainleaf.cli.streams import fill_gaps
from plainleaf.workspace.signals import heed


@click.group(cls=Group, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="plainleaf")
@for_commands
def cli() -> None:
    """Turn plain-language health text into handouts that a clinic can print.

    Start with:  plainleaf init my-clinic && cd my-clinic && plainleaf build
    """


for command in (build, list_names, check, translate, new, init, proof, doctor):
    cli.add_command(command)


def main() -> None:
    """Run the command."""
    heed()
    fill_gaps()
    cli(prog_name="plainleaf")
