"""Korean text → the same, its words whole: lines break at spaces, not between syllables.

The engine breaks lines between any two syllables, as Chinese is broken; CSS has 'word-break:
keep-all' for that, which the engine does not know. An invisible joiner holds them together.
"""

import re

from plainleaf.text.foreign import TAG
from plainleaf.text.whole import JOINER

HANGUL = "\u1100-\u11ff\u3130-\u318f\ua960-\ua97f\uac00-\ud7ff"
WITHIN = re.compile(rf"(?<=[{HANGUL}])(?=\w)|(?<=\w)(?=[{HANGUL}])")
"""Between syllables, and between one and a letter or figure that it belongs to."""

TAGS = "(?:<[^>]*>)+"
ACROSS = re.compile(rf"(?<=[{HANGUL}])(?={TAGS}\w)|(?<=\w)(?={TAGS}[{HANGUL}])")
"""The same in HTML, where only a part of the word is bold."""


def keep_words(text: str) -> str:
    """Return a text with the parts of each Korean word joined."""
    return WITHIN.sub(JOINER, text)


def keep_words_in_html(markup: str) -> str:
    """Do the same with a unit's HTML, between its tags."""
    pieces = TAG.split(markup)  # every second one is a tag
    joined = (piece if n % 2 else keep_words(piece) for n, piece in enumerate(pieces))
    return ACROSS.sub(JOINER, "".join(joined))
