"""A text with `<!-- comments -->` → the text without them, and where they stood."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

OPENING = re.compile(r"(?<!\\)<!--")
CLOSING = re.compile(r"(?<=<!)--?>|-->")
LEFT_OUT = "has a comment, which is left out: {words!r}."
HINT = "Delete it, once it is settled."
LONGEST = 40


@dataclass(frozen=True)
class Comment:
    """One comment: its first words, and the row of the text in which it begins, from 0."""

    words: str
    row: int


def without_comments(text: str) -> tuple[str, tuple[Comment, ...]]:
    """Return a text of as many lines without its comments, and what they were."""
    kept, comments, row, last = [], [], 0, 0
    for start, end in _spans(text):
        row += text.count("\n", last, start)
        comments.append(Comment(_words(text[start:end]), row))
        kept += [text[last:start], "\n" * text.count("\n", start, end)]
        row, last = row + kept[-1].count("\n"), end
    return "".join((*kept, text[last:])), tuple(comments)


def _spans(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each comment begins and ends, with the blanks behind it."""
    end = 0
    while opening := OPENING.search(text, end):
        closing = CLOSING.search(text, opening.start() + 2)
        if not closing:
            return
        end = closing.end()
        while text[end : end + 1] in (" ", "\t"):
            end += 1
        yield opening.start(), end


def _words(comment: str) -> str:
    words = " ".join(comment.strip().removeprefix("<!--").rstrip("->").split())
    return words if len(words) <= LONGEST else f"{words[:LONGEST]}…"
