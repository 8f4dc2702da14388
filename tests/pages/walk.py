"""A page of the documentation → what its reader does and sees, in order.

- Each line of a block `sh`, and each `plainleaf …` in the text, is a command.
- A block `text` after a command is what it prints; `…` stands for anything, on a line of its own
  for any lines. So is what follows "You see" in the text.
- Any other block is the content of the file that the text before it names last; one of TOML is
  added at its end. Of two with nothing but "to" between them the second takes the first's place.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token

FILE = re.compile(r"[~\w./-]+\.(?:css|md|po|py|svg|toml|ya?ml)")
SEEN = re.compile(r"[Yy]ou see `([^`]+)`")


@dataclass(frozen=True)
class Run:
    """A command that the reader gives."""

    command: str
    line: int
    goes_on: bool = False  # with the command above it, in one block


@dataclass(frozen=True)
class See:
    """What the command before prints, among other things or as a whole."""

    text: str
    line: int
    whole: bool = True


@dataclass(frozen=True)
class Edit:
    """What the reader makes of a file: all of it, or a part in the place of another."""

    path: str
    new: str
    line: int
    old: str = ""


Step = Run | See | Edit


def steps(page: Path) -> list[Step]:
    """Return the steps of a page."""
    found: list[Step] = []
    named = said = ""
    for token in MarkdownIt().enable("table").parse(page.read_text("utf-8")):
        line = token.map[0] + 1 if token.map else 0
        if token.type == "inline":
            said, inner = token.content, token.children or ()
            spans = [child.content for child in inner if child.type == "code_inline"]
            named = next((span for span in reversed(spans) if FILE.fullmatch(span)), named)
            found += _of_text(said, spans, line)
        elif token.type == "fence":
            found = _with_block(found, token, line, named, said)
            said = ""
    return found


def _of_text(said: str, spans: list[str], line: int) -> Iterator[Step]:
    yield from (Run(span, line) for span in spans if span.startswith("plainleaf "))
    yield from (See(text, line, whole=False) for text in SEEN.findall(said))


def _with_block(found: list[Step], token: Token, line: int, named: str, said: str) -> list[Step]:
    """Return the steps with what a block adds to them, or makes of the last one."""
    last = found[-1] if found else None
    if token.info == "sh":
        lines = [row for row in token.content.splitlines() if row]
        return [*found, *(Run(row, line + n, n > 1) for n, row in enumerate(lines, 1))]
    if token.info == "text":
        return [*found, See(token.content, line)]
    if said == "to" and isinstance(last, Edit):
        return [*found[:-1], Edit(last.path, token.content, line, old=last.new)]
    return [*found, Edit(named, token.content, line)]


def shows(printed: str, expected: str) -> bool:
    """Whether what is printed is what a page shows, line by line."""
    pattern = "".join(
        r"(?:.*\n)*" if row == "…" else f"{re.escape(row).replace('…', '.*')}\\n"
        for row in expected.splitlines()
    )
    return re.fullmatch(pattern, printed) is not None
