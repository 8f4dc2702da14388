"""A text and its translation → the figures that only one of them has, each read with good will."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from plainleaf.figures import Figure, figures
from plainleaf.markdown import inline_text, link_targets

Key = tuple[str, str]
"""Kind and value of a figure."""

Tally = Counter[Key]
"""How often each kind and value of figure stands in a text."""

Figures = tuple[Figure, ...]

HAN = "\u4e00-\u9fff"  # where no space ends a word

NUMBER_WORDS: Mapping[str, str] = {
    "en": "two|twice,three,four,five,six,seven,eight,nine,ten,eleven,twelve",
    "es": "dos,tres,cuatro,cinco,seis,siete,ocho,nueve,diez,once,doce",
    "vi": "hai,ba,bốn,năm,sáu,bảy,tám,chín,mười,mười một,mười hai",
    "hi": "दो,तीन,चार,पांच|पाँच,छह|छः,सात,आठ,नौ,दस,ग्यारह,बारह",
    "zh": "[二两],三,四,五,六,七,八,九,十,十一,十二",
    "ar": r"اثن\w+|مرتين|(?:ساعت|دقيقت|يوم|[أا]سبوع|شهر|سنت|عام)(?:ين|ان),"
    r"ثلاث\w*,[أا]ربع\w*,خمس\w*,ست\w*,سبع\w*,ثماني?\w*,تسع\w*,عشر\w*",
}
"""From two on: one is also an article in most languages."""

LENGTHS = ("minute", "hour", "day", "week", "month", "year")

WITH_UNITS = frozenset({"ar", "en", "es", "hi", "ru", "vi", "zh"})
"""Languages whose units, percentages and halves of the day we know."""

POINTED = frozenset({"am", "ar", "bn", "en", "fa", "he", "hi", "ja",
                     "km", "ko", "my", "so", "ta", "th", "ur", "zh"})  # fmt: skip
"""Languages that write 1.5; the others may write 1,5 as well."""

Partners = Mapping[str, tuple[str, ...]]
"""By the kind of a figure that is lost: as what it may stand in the translation."""

SAME: Partners = {"span": ("number",), "number": ("span",)}
"""Here a unit is not recognized, or stands elsewhere in the sentence: 2 to 3 weeks."""

MAYBE: Partners = {"time": ("number", "hours"), "number": ("time",)}
"""Here one of both leaves out the half of the day, or counts 24 hours: see for yourself."""

WITHOUT_UNITS: Partners = {
    "time": ("number", "hours"),
    "dose": ("number",),
    "percent": ("number",),
    "number": ("time", "dose", "percent"),
}
"""The same in a language of which we know no units."""


@dataclass(frozen=True)
class Difference:
    """What a translation lacks, what it adds, and what it may write in another way."""

    lost: Tally
    added: Tally
    unsure: Tally
    is_reordered: bool  # its doses

    @property
    def size(self) -> tuple[int, int]:
        """How much differs, for sure and perhaps."""
        return self.lost.total() + self.added.total(), self.unsure.total()


class Words(NamedTuple):
    """A text without its markup, and where its links lead."""

    text: str
    language: str
    links: Tally


def compare(ours: str, theirs: str, source: str, language: str) -> Difference:
    """Return how figures differ, with the decimal signs that make least of it."""
    one, other = _words(ours, source), _words(theirs, language)
    readings = (
        _difference(one, figures(one.text, sign), other, figures(other.text, other_sign))
        for sign in _decimal_signs(source)
        for other_sign in _decimal_signs(language)
    )
    return min(readings, key=lambda difference: difference.size)


def base(language: str) -> str:
    """Return a language without script and region."""
    return language.split("-")[0]


def _decimal_signs(language: str) -> str:
    return "." if base(language) in POINTED else ".,"


def _words(text: str, language: str) -> Words:
    links = Counter(("link", target) for target in link_targets(text))
    return Words(inline_text(text), base(language), links)


def _difference(one: Words, found: Figures, other: Words, other_found: Figures) -> Difference:
    """Compare two texts by their figures; what both may say in another way is no difference."""
    wanted, given = _tally(found) + one.links, _tally(other_found) + other.links
    lost, added = _without_dates(wanted - given, given - wanted)
    added, lost = _without_dates(added, lost)
    lost, added, _ = _without_pairs(lost, added, SAME)
    added -= _in_words(one, added)
    in_words = _in_words(other, lost)
    partners = MAYBE if other.language in WITH_UNITS else WITHOUT_UNITS
    lost, added, pairs = _without_pairs(lost - in_words, added, partners)
    doses, other_doses = _doses(found), _doses(other_found)
    is_reordered = doses != other_doses and sorted(doses) == sorted(other_doses)
    return Difference(lost, added, in_words + pairs, is_reordered)


def _tally(found: Figures) -> Tally:
    return Counter((figure.kind, figure.value) for figure in found)


def _doses(found: Figures) -> list[str]:
    """Return doses in their order; a temperature may stand before or behind its like."""
    values = (figure.value for figure in found if figure.kind == "dose")
    return [value for value in values if "°" not in value]


def _in_words(words: Words, wanted: Tally) -> Tally:
    """Return the whole numbers and lengths of time of a tally that a text writes in words."""
    found: Tally = Counter()
    for number, look in enumerate(NUMBER_WORDS.get(words.language, "").split(","), start=2):
        keys = [("number", str(number)), *(("span", f"{number} {unit}") for unit in LENGTHS)]
        if look and any(wanted[key] for key in keys):
            word = rf"(?<!\w)(?:{look})(?!\w)|(?:{look})(?=[{HAN}])"
            said = len(re.findall(word, words.text, re.IGNORECASE))
            for key in keys:
                found[key] = min(wanted[key], said)
                said -= found[key]
    return +found


def _without_pairs(lost: Tally, added: Tally, partners: Partners) -> tuple[Tally, Tally, Tally]:
    """Return both without the figures that are partners, and those that were lost."""
    pairs: Tally = Counter()
    rest = Counter(added)
    places: defaultdict[Key, list[Key]] = defaultdict(list)
    for key in added:
        for face in _faces(*key):
            places[face].append(key)
    for key, count in lost.items():
        for kind, number in _faces(*key):
            for other in (
                o for partner in partners.get(kind, ()) for o in places[partner, number]
            ):
                taken = min(count - pairs[key], rest[other])
                pairs[key] += taken
                rest[other] -= taken
    return lost - pairs, +rest, +pairs


def _faces(kind: str, value: str) -> Iterator[Key]:
    """Yield the bare numbers that a figure may be written with, by kind; full hours apart."""
    if kind == "time" and value.endswith(":00"):
        hour = int(value[:-3])
        yield from (("time", str(number)) for number in {hour, hour % 12 or 12})
    if kind in ("number", "percent", "dose", "span"):
        number, _, unit = value.partition(" ")
        yield kind, number.rstrip("%")
        if unit == "hour":
            yield "hours", number


def _without_dates(dated: Tally, plain: Tally) -> tuple[Tally, Tally]:
    """Return both without the dates of the first that the second writes in another way."""
    some, others = Counter(dated), Counter(plain)
    for key in dated:
        for way in _ways(key[1]) if key[0] == "date" else ():
            taken = min(some[key], *(others[part] for part in way))
            some[key] -= taken
            others.subtract(dict.fromkeys(way, taken))
    return +some, +others


def _ways(date: str) -> Iterator[tuple[Key, ...]]:
    """Yield other ways to write a date: a month's name leaves its year and day as numbers."""
    if "/" in date:  # 3/5/2026 may be of March or of May
        *days, year = map(int, date.split("/"))
    else:
        year, month, *days = map(int, date.split("-"))
        for day in days:
            yield (("date", f"{min(month, day)}/{max(month, day)}/{year}"),)
    for day in days:
        yield ("number", str(year)), ("number", str(day))
    if not days:
        yield (("number", str(year)),)
