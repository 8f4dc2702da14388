"""Korean text → the same, its words whole: lines break at spaces, not between syllables.

The engine breaks lines between any two syllables, as Chinese is broken; CSS has 'word-break:
keep-all' for that, which the engine does not know. An invisible joiner holds them together.
"""

import re

JOINER = "\u2060"
HANGUL = "\u1100-\u11ff\u3130-\u318f\ua960-\ua97f\uac00-\ud7ff"
WITHIN = re.compile(rf"(?<=[{HANGUL}])(?=[{HANGUL}])")
TAG = re.compile("(<[^>]*>)")


def keep_words(text: str) -> str:
    """Return a text with the syllables of each Korean word joined."""
    return WITHIN.sub(JOINER, text)


def keep_words_in_html(markup: str) -> str:
    """Do the same with a unit's HTML, between its tags."""
    pieces = TAG.split(markup)  # every second one is a tag
    return "".join(piece if n % 2 else keep_words(piece) for n, piece in enumerate(pieces))


def is_within_word(text: str, place: int) -> bool:
    """Whether a place is between two syllables of a Korean word."""
    return WITHIN.match(text, place) is not None
