"""A handout's brief is for formats that there are, and that carry it."""

from collections.abc import Iterator, Sequence

from plainleaf.errors import Finding, Severity, nearest
from plainleaf.model import ANY, Edition, Format, Library


def check_brief(library: Library, editions: Sequence[Edition]) -> Iterator[Finding]:
    """Report a list that no format heeds: what was meant carries everything."""
    for handout in library.handouts.values():
        for name in handout.brief:
            message, hint = "", ""
            if name not in (ANY, *library.format_names):
                message = f"no format is named {name!r}."
                hint = nearest(name, library.format_names)
            elif not library.formats.get(name, Format(name, is_brief=True)).is_brief:
                message = f"a {name} carries all sections, so the list has no effect."
                hint = "Take it out, or write '--carries: brief' in the format's style."
            if message:
                weight, field = Severity.WARNING, f"brief.{name}"
                yield Finding(handout.path, None, "brief", message, hint, weight, field)
