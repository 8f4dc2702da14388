"""A text and its translation → the figures that only one of them has, each read with good will."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from plainleaf.checks.text.counting import count_words, idle_numbers
from plainleaf.checks.text.reckoning import same_year, shifted_hours
from plainleaf.checks.text.turned import swapped
from plainleaf.text.figures import Figure, decimal_signs, figures
from plainleaf.text.lexicon import base, words_of
from plainleaf.text.markdown import inline_text, link_targets

Key = tuple[str, str]
"""Kind and value of a figure."""

Tally = Counter[Key]
"""How often each kind and value of figure stands in a text."""

Figures = tuple[Figure, ...]

LENGTHS = ("second", "minute", "hour", "day", "week", "month", "year")

Partners = Mapping[str, tuple[str, ...]]
"""By the kind of a figure that is lost: as what it may stand in the translation."""

SAME: Partners = {
    "span": ("number",),
    "measure": ("number",),
    "number": ("span", "measure"),
}
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
        _difference(
            one, figures(one.text, sign, source), other, figures(other.text, other_sign, language)
        )
        for sign in decimal_signs(source)
        for other_sign in decimal_signs(language)
    )
    return min(readings, key=lambda difference: difference.size)


def _words(text: str, language: str) -> Words:
    links = Counter(("link", target) for target in link_targets(text))
    return Words(inline_text(text), base(language), links)


def _difference(one: Words, found: Figures, other: Words, other_found: Figures) -> Difference:
    """Compare two texts by their figures; what both may say in another way is no difference."""
    wanted, given = _tally(found) + one.links, _tally(other_found) + other.links
    lost, added = _without_dates(wanted - given, given - wanted)
    added, lost = _without_dates(added, lost)
    years = {key: year for key in added if (year := same_year(*key, other.language))}
    added, lost = _without_same(added, lost, years)
    lost, added = _without_same(lost, added, _degrees(lost))
    added, lost = _without_same(added, lost, _degrees(added))
    turned, turned_in = swapped(lost, added)
    lost, added, _ = _without_pairs(lost - turned, added - turned_in, SAME)
    lost, added = lost + turned, added + turned_in
    added -= _in_words(one, added)
    added -= _of_numbers(idle_numbers(other.text, other.language), added)
    in_words = _in_words(other, lost)
    partners = MAYBE if words_of(other.language).complete else WITHOUT_UNITS
    lost, added, pairs = _without_pairs(lost - in_words, added, partners)
    lost, added, shifted = _without_shifts(lost, added, other.language)
    doses, other_doses = _doses(found), _doses(other_found)
    is_reordered = doses != other_doses and sorted(doses) == sorted(other_doses)
    return Difference(lost, added, in_words + pairs + shifted, is_reordered)


def _tally(found: Figures) -> Tally:
    return Counter((figure.kind, figure.value) for figure in found)


def _doses(found: Figures) -> list[str]:
    """Return doses in their order; a temperature may stand before or behind its like."""
    values = (figure.value for figure in found if figure.kind == "dose")
    return [value for value in values if "°" not in value]


def _in_words(words: Words, wanted: Tally) -> Tally:
    """Return the whole numbers and lengths of time of a tally that a text writes in words."""
    numbers = {_whole(value) for kind, value in wanted if kind in ("number", "span")}
    said = {number: count_words(words.text, words.language, number) for number in numbers}
    return _of_numbers(said, wanted)


def _of_numbers(said: Mapping[int, int], wanted: Tally) -> Tally:
    """Return what of a tally is whole numbers and lengths of time, as often as they are said."""
    found: Tally = Counter()
    for number, left in said.items():
        for key in (("number", f"{number}"), *(("span", f"{number} {unit}") for unit in LENGTHS)):
            found[key] = min(wanted[key], left)
            left -= found[key]
    return +found


def _degrees(full: Tally) -> Mapping[Key, Key]:
    """Return temperatures, each as it is where readers are left to know the scale: 38度."""
    return {key: (key[0], key[1].removesuffix("c")) for key in full if key[1].endswith("°c")}


def _without_same(one: Tally, other: Tally, same: Mapping[Key, Key]) -> tuple[Tally, Tally]:
    """Return both without the figures of the first that the second says as these."""
    for key, face in same.items():
        taken = min(one[key], other[face])
        one, other = one - Counter({key: taken}), other - Counter({face: taken})
    return one, other


def _without_shifts(lost: Tally, added: Tally, language: str) -> tuple[Tally, Tally, Tally]:
    """Return both without the times that may be those of another clock, and these."""
    pairs: Tally = Counter()
    for key in [key for key in lost if key[0] == "time"]:
        for other in shifted_hours(key[1], language):
            taken = min(lost[key] - pairs[key], added[other])
            pairs[key] += taken
            added = added - Counter({other: taken})
    return lost - pairs, added, +pairs


def _whole(value: str) -> int:
    """Return the whole number that a value begins with; 0 for none."""
    number = value.partition(" ")[0]
    return int(number) if number.isdecimal() else 0


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
    if kind in ("number", "percent", "dose", "span", "measure"):
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
        for day in days:
            yield ("number", str(year)), ("number", str(day))
        return
    *years, month, day = map(int, date.split("-")) if date.count("-") > 1 else _of_two(date)
    for year in years:
        low, high = sorted((month, day))
        yield (("date", f"{low}/{high}/{year}"),)
    numbers = [("number", str(year)) for year in years]
    for written in (("number", f"{day}"), ("span", f"{day} day"), ("span", f"{day} month")):
        plain = [*numbers, written] if day else numbers
        yield tuple(plain)
        yield ("number", str(month)), *plain


def _of_two(date: str) -> tuple[int, ...]:
    """Return year, month and day of a date that lacks its year, or its day."""
    one, two = map(int, date.split("-"))
    return (one, two, 0) if one > 12 else (one, two)
