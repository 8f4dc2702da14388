"""A translation says who reviewed it, and when; until then its sheets are drafts."""

from collections.abc import Iterator, Sequence

from plainleaf.errors import Finding, Severity
from plainleaf.model import Edition, Library

HINT = "Its sheets print a draft line. Fill X-Checker, X-Review-Date and X-Method after a review."


def check_reviewed(library: Library, editions: Sequence[Edition]) -> Iterator[Finding]:
    """Warn of catalogues that no person has reviewed."""
    for catalogue in library.catalogues.values():
        if not catalogue.is_reviewed:
            yield Finding(
                catalogue.path,
                1,
                "reviewed",
                f"no qualified person has reviewed the translation ({catalogue.language}).",
                HINT,
                Severity.WARNING,
            )
