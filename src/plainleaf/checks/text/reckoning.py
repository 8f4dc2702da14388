"""Years and hours that a language counts from another beginning."""

from collections.abc import Iterator

from plainleaf.text.lexicon import words_of

Key = tuple[str, str]


def same_year(kind: str, value: str, language: str) -> Key | None:
    """Return a number or date with its year by our calendar, if it may be of another."""
    year, dash, rest = value.partition("-")
    ahead = words_of(language).years_ahead
    if not ahead or kind not in ("number", "date") or not (year.isdecimal() and int(year) > ahead):
        return None
    return kind, f"{int(year) - ahead}{dash}{rest}"


def shifted_hours(value: str, language: str) -> Iterator[Key]:
    """Yield the times that a time may be by the other clock."""
    if words_of(language).clock.from_six:
        hour, _, minute = value.partition(":")
        for hours in (6, 18):
            yield "time", f"{(int(hour) + hours) % 24:02}:{minute}"
