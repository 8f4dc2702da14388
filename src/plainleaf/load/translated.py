"""A translation → what its source has not: signs of another markup, joined lines, comments."""

import re
from collections.abc import Iterable, Iterator

from plainleaf.errors import Finding, Severity
from plainleaf.model import Translation
from plainleaf.text.markup.comments import HINT, LEFT_OUT, without_comments
from plainleaf.text.markup.find import strays
from plainleaf.text.markup.pattern import Stray

LINE_END = re.compile(r"(?:\\|[ ]{2,})?\n")


def added_signs(translation: Translation, *, is_markdown: bool) -> Iterator[Stray]:
    """Yield what a translation brings in; a translation without words brings nothing."""
    found = list(_strays(translation.text, is_markdown=is_markdown))
    if not found:
        return
    known = {stray.kind for stray in _strays(translation.source, is_markdown=is_markdown)}
    yield from (stray for stray in found if stray.kind not in known)


def _strays(text: str, *, is_markdown: bool) -> Iterator[Stray]:
    """Yield what stands out in a message, each line end of which is a forced break."""
    return strays(LINE_END.sub("\\\\\n", text) if is_markdown else text, is_markdown=is_markdown)


def left_out(texts: Iterable[tuple[str, int]], path: str) -> Iterator[Finding]:
    """Yield a warning for each comment in translations, which come with their lines."""
    for comment, line in ((c, line) for text, line in texts for c in without_comments(text)[1]):
        message = f"a translation {LEFT_OUT.format(words=comment.words)}"
        yield Finding(path, line, "comment", message, HINT, Severity.WARNING)
