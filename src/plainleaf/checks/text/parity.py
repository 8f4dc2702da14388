"""A translation says the figures of its source, and denies what it denies: a wrong dose harms."""

import re
from collections.abc import Iterator, Sequence

from plainleaf.checks.text.tally import Tally, compare
from plainleaf.checks.text.turned import turned
from plainleaf.errors import Finding, Severity
from plainleaf.model import Edition, Library, Translation, Unit
from plainleaf.text.lexicon import words_of

Fault = tuple[str, str, Severity]
"""Message, hint and severity."""

GRAVE = ("number", "dose", "percent", "time", "span", "measure", "phone", "date")
"""Kinds of which a wrong one is an error; of the others it is a warning."""

SHOWN_FRACTION = re.compile(r"^(\d+)/(\d+)(?![\d/])")

HINT = "Write the same figures as the source, in digits"
EXCUSE = ", or, where it is right, write the comment '# figures are right' above it"


def check_parity(library: Library, editions: Sequence[Edition]) -> Iterator[Finding]:
    """Compare each unit with its translation; what is missing or old others report."""
    for handout, catalogue in library.translated(editions):
        for unit in filter(catalogue.current, handout.units):
            said, path = catalogue.messages[unit.id], catalogue.path
            faults = _faults(unit, said, catalogue.language, library.source)
            for message, hint, severity in faults:
                yield Finding(path, said.line, "parity", message, hint, severity)


def _faults(unit: Unit, said: Translation, language: str, source: str) -> Iterator[Fault]:
    found = compare(unit.text, said.text, source, language)
    if parts := _parts(found.lost, found.added):
        grave = any(kind in GRAVE for kind, _ in (*found.lost, *found.added))
        is_error = grave and not said.excused
        severity = Severity.ERROR if is_error else Severity.WARNING
        hint = f"{HINT}{EXCUSE if is_error else ''}."
        yield f"the translation of {unit.id!r} {parts}.", hint, severity
    for pair in turned(unit.text, said.text):
        severity = Severity.WARNING if said.excused else Severity.ERROR
        hint = f"Write them as the source does{'' if said.excused else EXCUSE}."
        yield f"the translation of {unit.id!r} turns {pair} round.", hint, severity
    if found.unsure:
        shown = _shown(found.unsure)
        message = f"the translation of {unit.id!r} writes {shown} in words that we do not know."
        yield message, "See that it says the same.", Severity.WARNING
    if found.is_reordered:
        message = f"the translation has the doses of {unit.id!r} in another order."
        yield message, "See that each stands with its own medicine.", Severity.WARNING
    if _is_turned(unit.text, said.text, source, language):
        message = f"only one of {unit.id!r} and its translation says 'not' or its like."
        yield message, "See that both say the same.", Severity.WARNING


def _parts(lost: Tally, added: Tally) -> str:
    parts = [f"lacks {_shown(lost)}"] * bool(lost) + [f"adds {_shown(added)}"] * bool(added)
    return " and ".join(parts)


def _shown(found: Tally) -> str:
    return ", ".join(f"{kind} {_readable(value)}" for kind, value in sorted(found.elements()))


def _readable(value: str) -> str:
    """Return a value with its fraction as a decimal number."""
    return SHOWN_FRACTION.sub(lambda part: f"{int(part[1]) / int(part[2]):.10g}", value)


def _is_turned(source_text: str, text: str, source: str, language: str) -> bool:
    """Whether one text denies something and the other nothing, as far as both can be known."""
    if text == source_text:
        return False
    ours, theirs = words_of(source).negation, words_of(language).negation
    return bool(ours and theirs) and _denies(source_text, ours) != _denies(text, theirs)


def _denies(text: str, words: str) -> bool:
    return re.search(words, text, re.IGNORECASE) is not None
