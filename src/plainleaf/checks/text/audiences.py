"""A passage for one audience names an audience that has a style."""

from collections.abc import Iterator, Sequence

from plainleaf.errors import Finding, nearest
from plainleaf.model import Block, Edition, Library


def check_audiences(library: Library, editions: Sequence[Edition]) -> Iterator[Finding]:
    """Report '::: only NAME' where nothing has that name: its text would never be printed."""
    for handout in library.handouts.values():
        blocks = [*handout.lead, *(b for section in handout.sections for b in section.blocks)]
        named = [(section.line, section.only) for section in handout.sections if section.only]
        first = {name: line for line, name in sorted([*named, *_named(blocks)], reverse=True)}
        for name, line in sorted(first.items()):
            if name not in library.audiences:
                message = f"no audience is named {name!r}."
                hint = nearest(name, library.audiences)
                yield Finding(handout.path, line, "audiences", message, hint)


def _named(blocks: Sequence[Block]) -> Iterator[tuple[int, str]]:
    for block in blocks:
        if block.only:
            yield block.line, block.only
        yield from _named(block.children)
