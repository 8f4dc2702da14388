"""A translation says the figures of its source, and denies what it denies: a wrong dose harms."""

import re
from collections.abc import Iterator, Sequence

from plainleaf.checks.text.tally import Tally, compare
from plainleaf.checks.text.turned import turned
from plainleaf.errors import Fault, Finding, Severity
from plainleaf.model import Edition, Library, Translation, Unit
from plainleaf.text.lexicon import words_of

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
            for fault in _faults(unit, said, catalogue.language, library.source):
                yield fault.at(path, line=said.line)


def _faults(unit: Unit, said: Translation, language: str, source: str) -> Iterator[Fault]:
    found = compare(unit.text, said.text, source, language)
    if parts := _parts(found.lost, found.added):
        grave = any(kind in GRAVE for kind, _ in (*found.lost, *found.added))
        is_error = grave and not said.excused
        hint = f"{HINT}{EXCUSE if is_error else ''}."
        yield _fault(f"the translation of {unit.id!r} {parts}.", hint, is_error=is_error)
    for pair in turned(unit.text, said.text):
        hint = f"Write them as the source does{'' if said.excused else EXCUSE}."
        message = f"the translation of {unit.id!r} turns {pair} round."
        yield _fault(message, hint, is_error=not said.excused)
    if found.unsure:
        shown = _shown(found.unsure)
        message = f"the translation of {unit.id!r} writes {shown} in words that we do not know."
        yield _fault(message, "See that it says the same.")
    if found.is_reordered:
        message = f"the translation has the doses of {unit.id!r} in another order."
        yield _fault(message, "See that each stands with its own medicine.")
    if _is_turned(unit.text, said.text, source, language):
        message = f"only one of {unit.id!r} and its translation says 'not' or its like."
        yield _fault(message, "See that both say the same.")


def _fault(message: str, hint: str, *, is_error: bool = False) -> Fault:
    severity = Severity.ERROR if is_error else Severity.WARNING
    return Fault("parity", message, hint, severity=severity)


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
