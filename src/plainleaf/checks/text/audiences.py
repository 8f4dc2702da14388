"""A passage for one audience names an audience that has a style."""

from collections.abc import Iterator, Sequence

from plainleaf.errors import Finding, nearest
from plainleaf.model import Edition, Library


def check_audiences(library: Library, editions: Sequence[Edition]) -> Iterator[Finding]:
    """Report '::: only NAME' where nothing has that name: its text would never be printed."""
    for handout in library.handouts.values():
        named = [(each.line, each.only) for each in handout.sections if each.only]
        named += [(each.line, each.only) for each in handout.blocks if each.only]
        first = {name: line for line, name in sorted(named, reverse=True)}
        for name, line in sorted(first.items()):
            if name not in library.audiences:
                message = f"no audience is named {name!r}."
                hint = nearest(name, library.audiences)
                yield Finding(handout.path, line, "audiences", message, hint)
