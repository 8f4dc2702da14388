"""A text and the families of its style → those, and the families of its other scripts.

An organization's name may be of any script on a sheet in any language, and its block has the
families that the style names where it stands. Han is drawn as the language of its letters has it.
"""

import re

from plainleaf.text.scripts import stretches
from plainleaf.workspace.fonts import NOTO, family_of

FAMILIES = re.compile(r"font-family:((?:'[^']*',?)+)")


def with_families(style: str, text: str) -> str:
    """Return a style that names a family for each script of a text, behind those of signs."""
    named = families_of(style)
    scripts = (stretch.script for stretch in stretches(text, "Latn"))
    found = (family_of("Hans" if script == "Hani" else script) for script in scripts)
    more = [family for family in dict.fromkeys(found) if family and family not in named[:1]]
    if not more:
        return style
    first = [family for family in named if family in (named[0], family_of("Latn"), *NOTO.symbols)]
    rest = [family for family in named if family not in (*first, *more)]
    listed = ",".join(f"'{family}'" for family in dict.fromkeys((*first, *more, *rest)))
    return FAMILIES.sub(f"font-family:{listed}", style, count=1)


def families_of(style: str) -> list[str]:
    """Return the families that a style names, as they stand there."""
    found = FAMILIES.search(style)
    return re.findall(r"'([^']*)'", found[1]) if found else []
