"""Whether the press sheets say what the reading copy says, each word as often."""

from collections import Counter
from collections.abc import Iterator

from plainleaf.checks.pdf.compare import first_words, folded
from plainleaf.errors import Fault
from plainleaf.model import Facts, Promise


def check_press_words(facts: Facts, promise: Promise | None) -> Iterator[Fault]:
    """Report the first words that are in one of both files only."""
    if facts.press is None:
        return
    read = Counter(folded(run.text) for run in facts.runs)
    printed = Counter(folded(text) for text in facts.press)
    shown = {folded(text): text for text in (*facts.press, *(run.text for run in facts.runs))}
    for words, fault in ((read - printed, "lack"), (printed - read, "have too often")):
        if words:
            message = f"the press sheets {fault} {first_words(shown[next(iter(words))])!r}."
            hint = "See that the fold's row has a place for each page, and each once."
            yield Fault("press-words", message, hint)
