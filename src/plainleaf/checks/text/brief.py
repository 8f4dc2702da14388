"""A handout's brief is for formats that there are."""

from collections.abc import Iterator, Sequence

from plainleaf.errors import Finding, Severity, nearest
from plainleaf.model import ANY, Edition, Library


def check_brief(library: Library, editions: Sequence[Edition]) -> Iterator[Finding]:
    """Report a list for a format that nobody has: the one that was meant carries everything."""
    for handout in library.handouts.values():
        for name in handout.brief:
            if name not in (ANY, *library.format_names):
                message = f"no format is named {name!r}."
                hint = nearest(name, library.format_names)
                weight, field = Severity.WARNING, f"brief.{name}"
                yield Finding(handout.path, None, "brief", message, hint, weight, field)
