"""Language → dates with the name of a month: 3 May 2026, May 3."""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from plainleaf.text.lexicon import root
from plainleaf.text.measures import cldr_months
from plainleaf.text.quantities import any_of, heard

DAY = r"(?P<{}>3[01]|[12][0-9]|0?[1-9])(?:\.?º|st|nd|rd|th|er)?"
YEAR = r"(?P<{}>[12][0-9]{{3}})(?![0-9])"


def named_dates(text: str, language: str) -> Iterator[tuple[int, int, str]]:
    """Yield where dates with a month's name stand, and each as 2026-05-03, or as 05-03."""
    months = _months(language)
    for match in _look(language).finditer(text) if months else ():
        month = f"{months[heard(match['month'])]:02}"
        day = match["before"] or match["behind"] or ""
        year = match["year"] or match["late"] or ""
        parts = [part for part in (year, month, day.zfill(2) if day else "") if part]
        if len(parts) > 1 and _is_name(match["month"], language):
            yield match.start(), match.end(), "-".join(parts)


@cache
def _months(language: str) -> Mapping[str, int]:
    names = cldr_months(language) if language else {}
    return {heard(name): number for name, number in names.items()}


def _is_name(word: str, language: str) -> bool:
    """Whether a word is a month's name: English 'may' is another word than 'May'."""
    return not word.islower() or not any(name.istitle() for name in cldr_months(language))


@cache
def _look(language: str) -> re.Pattern[str]:
    names = any_of(cldr_months(language), language)
    of = rf"(?:[., ]{{1,2}}(?:{'|'.join(root().month_of)})?)"
    return re.compile(
        rf"(?:(?<![0-9])(?<![0-9][.,/:-]){DAY.format('before')}{of})?(?<![^\W\d_])(?P<month>{names})\.?"
        rf"(?: {DAY.format('behind')}(?![0-9:.,]?[0-9])(?:,? {YEAR.format('year')})?"
        rf"|{of}(?:{'|'.join(root().year_words)})? ?{YEAR.format('late')})?",
        re.IGNORECASE,
    )
