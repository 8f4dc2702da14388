"""A translation says the figures of its source, and denies what it denies: a wrong dose harms."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from plainleaf.errors import Finding, Severity
from plainleaf.figures import WITH_UNITS, figures
from plainleaf.markdown import inline_text, link_targets
from plainleaf.model import Catalogue, Edition, Library, Unit

GRAVE = ("number", "dose", "percent", "time", "phone")
"""Kinds of which a wrong one is an error; of the others it is a warning."""

NUMBER_WORDS: Mapping[str, str] = {
    "en": "two|twice,three,four,five,six,seven,eight,nine,ten,eleven,twelve",
    "es": "dos,tres,cuatro,cinco,seis,siete,ocho,nueve,diez,once,doce",
    "vi": "hai,ba,bốn,năm,sáu,bảy,tám,chín,mười,mười một,mười hai",
    "hi": "दो,तीन,चार,पांच|पाँच,छह|छः,सात,आठ,नौ,दस,ग्यारह,बारह",
    "zh": "[二两],三,四,五,六,七,八,九,十,十一,十二",
    "ar": r"اثن\w+|مرتين,ثلاث\w*,[أا]ربع\w*,خمس\w*,ست\w*,سبع\w*,ثماني?\w*,تسع\w*,عشر\w*",
}
"""From two on: one is also an article in most languages."""

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

HAN = "\u4e00-\u9fff"  # where no space ends a word

Tally = Counter[tuple[str, str]]
"""How often each kind and value of figure stands in a text."""


def check_parity(library: Library, editions: Sequence[Edition]) -> Iterator[Finding]:
    """Compare each unit with its translation; what is missing or old others report."""
    for name, code in sorted({(e.handout, code) for e in editions for code in e.languages}):
        handout, catalogue = library.handouts.get(name), library.catalogues.get((name, code))
        if handout and catalogue:
            for unit in handout.units:
                if text := catalogue.current(unit):
                    line = catalogue.messages[unit.id].line
                    for message, hint, severity in _faults(unit, text, catalogue, library.source):
                        yield Finding(catalogue.path, line, "parity", message, hint, severity)


def _faults(
    unit: Unit, text: str, catalogue: Catalogue, source: str
) -> Iterator[tuple[str, str, Severity]]:
    wanted, given = _tally(unit.text), _tally(text)
    lost, added = wanted - given, given - wanted
    added -= _in_words(unit.text, source, added)
    words = _in_words(text, catalogue.language, lost)
    unsure = words + _as_numbers(lost, added, catalogue.language)
    lost, added = lost - unsure, added - _as_numbers(added, lost, catalogue.language)
    if parts := _parts(lost, added):
        grave = any(kind in GRAVE for kind, _ in (*lost, *added))
        hint = "Write the same figures as the source, in digits."
        severity = Severity.ERROR if grave else Severity.WARNING
        yield f"the translation of {unit.id!r} {parts}.", hint, severity
    if unsure:
        shown = _shown(unsure)
        message = f"the translation of {unit.id!r} writes {shown} in words that we do not know."
        yield message, "See that it says the same.", Severity.WARNING
    if _is_turned(unit.text, text, source, catalogue.language):
        message = f"only one of {unit.id!r} and its translation says 'not' or its like."
        yield message, "See that both say the same.", Severity.WARNING


def _tally(text: str) -> Tally:
    """Return the figures of a unit, and where its links lead."""
    found = Counter((figure.kind, figure.value) for figure in figures(inline_text(text)))
    return found + Counter(("link", target) for target in link_targets(text))


def _in_words(text: str, language: str, wanted: Tally) -> Tally:
    """Return the whole numbers of a tally that a text writes in words."""
    found: Tally = Counter()
    for number, look in enumerate(NUMBER_WORDS.get(_base(language), "").split(","), start=2):
        key = ("number", str(number))
        if look and wanted[key]:
            word = rf"(?<!\w)(?:{look})(?!\w)|(?:{look})(?=[{HAN}])"
            said = re.findall(word, text, re.IGNORECASE)
            found[key] = min(wanted[key], len(said))
    return +found


def _as_numbers(some: Tally, others: Tally, language: str) -> Tally:
    """Return the figures that stand as a bare number on the other side, and the other way round.

    So do doses and times in languages of which we know no units.
    """
    if _base(language) in WITH_UNITS:
        return Counter()
    found: Tally = Counter()
    for (kind, value), count in some.items():
        for other, shown in others:
            if "number" in (kind, other) and _numbers(kind, value) & _numbers(other, shown):
                found[kind, value] = count
    return found


def _base(language: str) -> str:
    return language.split("-")[0]


def _numbers(kind: str, value: str) -> set[str]:
    """Return the bare numbers that a figure may be written with."""
    if kind == "time":
        hour, minute = map(int, value.split(":"))
        return set() if minute else {str(hour), str(hour % 12)}
    return {value.split(" ")[0].rstrip("%")} if kind in ("number", "dose", "percent") else set()


def _parts(lost: Tally, added: Tally) -> str:
    parts = [f"lacks {_shown(lost)}"] * bool(lost) + [f"adds {_shown(added)}"] * bool(added)
    return " and ".join(parts)


def _shown(found: Tally) -> str:
    return ", ".join(f"{kind} {_readable(value)}" for kind, value in sorted(found.elements()))


def _readable(value: str) -> str:
    """Return a value with its fraction as a decimal number."""
    return re.sub(r"^(\d+)/(\d+)", lambda part: f"{int(part[1]) / int(part[2]):g}", value)


def _is_turned(source_text: str, text: str, source: str, language: str) -> bool:
    """Whether one text denies something and the other nothing, as far as both can be known."""
    ours = NEGATIONS.get(_base(source))
    theirs = NEGATIONS.get(_base(language))
    if ours is None or theirs is None:
        return False
    return bool(ours.search(source_text)) != bool(theirs.search(text))
