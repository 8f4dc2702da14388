"""Whether a reader reaches each section by a bookmark."""

from collections.abc import Iterator, Sequence

from plainleaf.checks.pdf.compare import folded
from plainleaf.errors import Fault
from plainleaf.model import Facts, Promise


def check_bookmarks(facts: Facts, promise: Promise | None) -> Iterator[Fault]:
    """Report each promised heading that has no bookmark, or has it out of order."""
    labels = [folded(label) for label in facts.bookmarks]
    for headings in promise.headings if promise else ():
        for heading in _missing(headings, labels):
            message = f"no bookmark in its order leads to {heading!r}."
            hint = "Set section titles as h1 to h6, in the order of the text."
            yield Fault("pdf-bookmarks", message, hint)


def _missing(headings: Sequence[str], labels: Sequence[str]) -> Iterator[str]:
    place = 0
    for heading in headings:
        # A number may stand before the words.
        found = [i for i in range(place, len(labels)) if labels[i].endswith(folded(heading))]
        if found:
            place = found[0] + 1
        else:
            yield heading
