"""A translation says the same figures as its source: a wrong dose harms."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from plainleaf.errors import Finding, Severity
from plainleaf.figures import figures
from plainleaf.markdown import inline_text, link_targets
from plainleaf.model import Catalogue, Edition, Library, Unit

GRAVE = ("number", "dose", "percent", "time", "phone")
"""Kinds of which a wrong one is an error; of the others it is a warning."""

NEGATIONS: Mapping[str, re.Pattern[str]] = {
    code: re.compile(look, re.IGNORECASE)
    for code, look in {
        "en": r"\b(?:not|no|never|none|nor|cannot|without)\b|n[’']t\b",
        "es": r"\b(?:no|nunca|jamás|ni|sin|ningun[oa]?|ningún|nada|nadie|tampoco)\b",
        "ar": r"\b(?:[وف]?(?:لا(?! [يت]زال)|لم|لن|ليس|ليست|لست|لسنا|غير|بدون|دون|عدم|ما لم))\b",
        "hi": r"(?:नहीं|(?<![\u0900-\u097f])(?:न|ना|मत|बिना|बगैर)(?![\u0900-\u097f]))",
        "zh": r"不(?!断|斷|同)|[没沒未无無勿]",
        "vi": r"\b(?:không(?! ?[?])|chưa|đừng|chẳng(?! hạn)|chớ)\b",
    }.items()
}
"""Words that turn a sentence round, in languages of which we have a list."""


def check_parity(library: Library, editions: Sequence[Edition]) -> Iterator[Finding]:
    """Compare each unit with its translation; what is missing or old others report."""
    for name, code in sorted({(e.handout, code) for e in editions for code in e.languages}):
        handout, catalogue = library.handouts.get(name), library.catalogues.get((name, code))
        if handout and catalogue:
            for unit in handout.units:
                if text := catalogue.current(unit):
                    yield from _compare(unit, text, catalogue, library.source)


def _compare(unit: Unit, text: str, catalogue: Catalogue, source: str) -> Iterator[Finding]:
    line = catalogue.messages[unit.id].line
    wanted, given = _figures(unit.text), _figures(text)
    lost, added = wanted - given, given - wanted
    if lost or added:
        grave = any(kind in GRAVE for kind, _ in (*lost, *added))
        parts = [f"lacks {_shown(lost)}"] * bool(lost) + [f"adds {_shown(added)}"] * bool(added)
        message = f"the translation of {unit.id!r} {' and '.join(parts)}."
        hint = "Write the same figures as the source, in digits."
        severity = Severity.ERROR if grave else Severity.WARNING
        yield Finding(catalogue.path, line, "parity", message, hint, severity)
    if _is_turned(unit.text, text, source, catalogue.language):
        message = f"only one of {unit.id!r} and its translation says 'not' or its like."
        hint = "See that both say the same."
        yield Finding(catalogue.path, line, "parity", message, hint, Severity.WARNING)


def _figures(text: str) -> Counter[tuple[str, str]]:
    """Return the figures of a unit, and where its links lead."""
    found = Counter((figure.kind, figure.value) for figure in figures(inline_text(text)))
    return found + Counter(("link", target) for target in link_targets(text))


def _shown(found: Counter[tuple[str, str]]) -> str:
    return ", ".join(f"{kind} {value}" for kind, value in sorted(found.elements()))


def _is_turned(source_text: str, text: str, source: str, language: str) -> bool:
    """Whether one text denies something and the other nothing, as far as both can be known."""
    ours = NEGATIONS.get(source.split("-")[0])
    theirs = NEGATIONS.get(language.split("-")[0])
    if ours is None or theirs is None:
        return False
    return bool(ours.search(source_text)) != bool(theirs.search(text))
