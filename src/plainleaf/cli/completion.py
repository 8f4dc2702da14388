"""What is begun on a command line → how a shell may complete it; of what is broken, nothing."""

from collections.abc import Callable

import click

from plainleaf.cli.opening import names_of, open_workspace, settings_of, survey_of

Complete = Callable[[click.Context, click.Parameter, str], list[str]]


def _quietly(look: Callable[[click.Context, str], list[str]]) -> Complete:
    """Return a completion that says nothing where it cannot look."""

    def complete(ctx: click.Context, parameter: click.Parameter, begun: str) -> list[str]:
        try:
            return [name for name in look(ctx, begun) if name.startswith(begun)]
        except Exception:  # noqa: BLE001  # whatever it is, it would be printed into a command
            return []

    return complete


def names(axis: str) -> Complete:
    """Return a completion for the names of one axis."""

    def look(ctx: click.Context, begun: str) -> list[str]:
        _, survey = survey_of(open_workspace(ctx.params.get("workspace")))
        found = list(names_of(survey, axis))
        return [*found, *MORE[axis](begun, found)] if axis in MORE else found

    return _quietly(look)


@_quietly
def kits(ctx: click.Context, begun: str) -> list[str]:
    """Complete the name of a kit."""
    return list(settings_of(open_workspace(ctx.params.get("workspace"))).kits)


def _pairs(begun: str, codes: list[str]) -> list[str]:
    first, plus, _ = begun.partition("+")
    return (
        [f"{first}+{code}" for code in codes if code != first] if plus and first in codes else []
    )


MORE: dict[str, Callable[[str, list[str]], list[str]]] = {
    "brands": lambda begun, names: ["all"],
    "languages": _pairs,
}
"""What an option takes besides the names on its axis."""
