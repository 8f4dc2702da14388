"""Findings that stop nothing → remarks of a text, and back."""

from collections.abc import Iterable, Iterator

from plainleaf.errors import Finding, Severity
from plainleaf.model import Library, Remark


def remarks(findings: Iterable[Finding]) -> tuple[Remark, ...]:
    """Return what a text keeps of the warnings about it."""
    return tuple(Remark(f.line or 1, f.code, f.message, f.hint, f.field) for f in findings)


def remarked(library: Library) -> Iterator[Finding]:
    """Yield the warnings about all texts of a library."""
    for texts in (library.handouts, library.catalogues, library.words):
        for text in texts.values():
            for said in text.remarks:
                rest = (said.line, said.code, said.message, said.hint)
                yield Finding(text.path, *rest, Severity.WARNING, said.field)
