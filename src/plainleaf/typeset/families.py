"""A text and the families of its style → those, and the families of its other scripts.

An organization's name may be of any script on a sheet in any language. Left to itself, the
engine takes for it whatever font it finds first.
"""

import re
from collections.abc import Iterator

from fontTools import unicodedata

from plainleaf.fonts import family_of

FAMILIES = re.compile(r"font-family:((?:'[^']*',?)+)")
SCRIPTS = {"Hira": "Jpan", "Kana": "Jpan", "Hang": "Kore", "Hani": "Hans", "Bopo": "Hant"}
"""The script of a language's font by that of a letter; Han alone is taken for Chinese."""


def with_families(style: str, text: str) -> str:
    """Return a style that names a family for each script of a text."""
    named = families_of(style)
    more = [family for family in dict.fromkeys(_families(text)) if family not in named]
    if not more:
        return style
    listed = ",".join(f"'{family}'" for family in (*named, *more))
    return FAMILIES.sub(f"font-family:{listed}", style, count=1)


def families_of(style: str) -> list[str]:
    """Return the families that a style names, as they stand there."""
    found = FAMILIES.search(style)
    return re.findall(r"'([^']*)'", found[1]) if found else []


def _families(text: str) -> Iterator[str]:
    scripts = {unicodedata.script(letter) for letter in text if letter.isalpha()}
    if scripts & {"Hira", "Kana", "Hang"}:
        scripts.discard("Hani")  # drawn as the language's other letters are
    for script in sorted(scripts):
        if family := family_of(SCRIPTS.get(script, script)):
            yield family
