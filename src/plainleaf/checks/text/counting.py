"""Whole numbers that a text writes in words."""

import re
from collections import Counter

from plainleaf.text.lexicon import words_of

HAN = "\u4e00-\u9fff"  # where no space ends a word


def idle_numbers(text: str, language: str) -> Counter[int]:
    """Return the numbers of a text for which its source needs none."""
    look = words_of(language).idle_numbers
    return Counter(int(found[1]) for found in re.finditer(look, text)) if look else Counter()


def count_words(text: str, language: str, number: int) -> int:
    """Return how often a text writes a number in words."""
    own = words_of(language)
    if not 0 < number <= len(own.numbers):
        return 0
    look = own.numbers[number - 1]
    free = look if own.unspaced else rf"(?:{look})(?=[{HAN}])"
    return len(re.findall(rf"(?<!\w)(?:{look})(?!\w)|{free}", text, re.IGNORECASE))
