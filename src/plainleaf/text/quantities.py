"""Language → how its readers write what a number counts: units, lengths of time, thousands."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import groupby

from plainleaf.text.lexicon import bounds_of, lexicons, words_of
from plainleaf.text.measures import Word, cldr_words

SPACELESS = "\u0e00-\u0eff\u1000-\u109f\u1100-\u11ff\u1780-\u17ff\u3040-\u9fff\uac00-\ud7af"
"""Scripts in which no space ends a word, or a word goes on behind a unit."""

LATIN = "A-Za-zÀ-ɏḀ-ỿ"
MARKS = (
    "\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u093a-\u094f"
    "\u0981-\u0983\u09bc-\u09d7\u0a3c-\u0a4d\u0b82-\u0bd7"
)
LETTER = rf"(?:[^\W\d_]|[{MARKS}])"
HANGING = (
    "\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ecd\u102b-\u103e\u17b6-\u17d3"
)
"""Signs that belong to the letter before them, where no space ends a word."""

WHOLE = rf"(?![{HANGING}]|[\u1000-\u1021]\u103a)"
ENDINGS = rf"(?:(?![{SPACELESS}]){LETTER}){{0,8}}"
LEAST_STEM, LEAST_SUFFIXED = 5, 3
"""From so many letters on a unit's word may be inflected; the latter where endings are many."""

VIRAMA = "\u0bcd\u0c4d\u0ccd\u0d4d"
"""Ends a word that ends in a consonant, where no ending is hung to it."""

LOOSE = (
    {" ": " ?", ".": r"\.?", "\u200c": "[\u200c ]?", "\u093c": "\u093c?"}
    | dict.fromkeys('"״', '["״”″]')
    | dict.fromkeys("'’׳", "['’׳]")
)
"""How else a sign of a word is written."""

NUKTA = {unicodedata.normalize("NFC", chr(code)): chr(code) for code in range(0x958, 0x960)}
"""Letters of Devanagari that are typed as one or as two."""

UNHEARD = re.compile("[\\s.\u200c\u093c\"״”″'’׳]")


@dataclass(frozen=True)
class Vocabulary:
    """A language's words about numbers: where they stand, and what each is."""

    names: Mapping[str, tuple[str, str]]  # kind and common name by `heard` spelling
    times: re.Pattern[str]
    behind: re.Pattern[str]
    before: re.Pattern[str]

    def name(self, found: re.Match[str]) -> tuple[str, str]:
        """Return kind and common name of a word that was found, without its ending."""
        word = heard(found["word"])
        known = (
            word[:length] for length in range(len(word), 0, -1) if word[:length] in self.names
        )
        return self.names[next(known)]


@cache
def vocabulary(language: str) -> Vocabulary:
    """Return the words of a language."""
    suffixed, bounds = words_of(language).suffixed, bounds_of(language)
    words = tuple(
        (*w[:2], w[2].rstrip(VIRAMA) if suffixed else w[2], w[3]) for w in _words(language)
    )
    behind = [word for word in words if not word[3]]
    times, others = (
        look(
            {word[2]: word[0] for word in behind if (word[0] == "times") == is_times},
            bounds,
            suffixed,
        )
        for is_times in (True, False)
    )
    before = look({word[2]: "" for word in words if word[3]}, bounds)
    return Vocabulary(
        names={heard(word[2]): word[:2] for word in reversed(words)},
        times=re.compile(f" ?(?P<word>{times})", re.IGNORECASE),
        behind=re.compile(f"(?P<word>{others})", re.IGNORECASE),
        before=re.compile(rf"(?<![^\W\d_{SPACELESS}])(?P<word>{before}) ?\Z", re.IGNORECASE),
    )


def heard(spelling: str) -> str:
    """Return a spelling without what people write in several ways, or leave out."""
    return UNHEARD.sub("", unicodedata.normalize("NFC", spelling).casefold())


def any_of(words: Iterable[str], language: str) -> str:
    """Return a pattern for words of a language, of which the longest that is there is found."""
    return look(dict.fromkeys(words, ""), bounds_of(language))


def look(kinds: Mapping[str, str], bounds: Mapping[str, str], suffixed: bool = False) -> str:
    """Return a pattern for words, by their kind; `bounds` are what makes them others."""
    ordered = sorted(kinds, key=len, reverse=True)
    looks = [
        f"(?:{'|'.join(map(_loosely, words))}){ending}"
        for ending, words in groupby(
            ordered, lambda word: _bound(word, bounds) + _ending(word, kinds[word], suffixed)
        )
    ]
    return rf"(?:{'|'.join(looks)})" if looks else "(?!)"


def _words(language: str) -> Iterator[Word]:
    """Yield our own words and those of the CLDR; the first to claim a spelling has it."""
    for own in lexicons(language):
        for table, is_before in ((own.units, False), (own.units_before, True)):
            for kind, names in table.items():
                for name, spellings in names.items():
                    yield from ((kind, name, spelling, is_before) for spelling in spellings)
    yield from cldr_words(language)


def _ending(word: str, kind: str, suffixed: bool) -> str:
    """Return what may follow a word: an ending, or no letter."""
    if is_spaceless(word):
        return WHOLE
    if not word.rstrip(".")[-1:].isalpha():  # 7%的
        return ""
    if len(word) >= (LEAST_SUFFIXED if suffixed else LEAST_STEM) and (kind == "dose" or suffixed):
        return ENDINGS
    is_latin = re.search(f"[{LATIN}]\\Z", word.rstrip("."))
    return f"(?![{LATIN}])" if is_latin else f"(?!{LETTER})"


def _bound(word: str, bounds: Mapping[str, str]) -> str:
    return f"(?!{bounds[word]})" if word in bounds else ""


def _loosely(word: str) -> str:
    """Return a pattern for a word and the ways to write it."""
    known = unicodedata.normalize("NFC", word)
    signs = re.findall("[\u0900-\u097f]\u093c|.", known)
    loose = LOOSE | {sign: rf"(?:{sign[0]}\u093c?|{one})" for sign, one in NUKTA.items()}
    if is_spaceless(word):
        del loose["."]  # without it Thai ก. would begin many a word
    return "".join(loose.get(sign, re.escape(sign)) for sign in signs)


def is_spaceless(word: str) -> bool:
    """Whether a word ends in a script where the next one may follow without a space."""
    return re.search(f"[{SPACELESS}]\\Z", word.rstrip(".")) is not None
