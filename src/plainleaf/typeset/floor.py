"""Laid-out pages → the least size of type that a style promises, which it can only raise."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from plainleaf.errors import Fault, PlainleafError
from plainleaf.typeset.engine.boxes import page_box

FLOOR = re.compile(r"\s*([\d.]+)pt\s*")

LEAST: Mapping[str, float] = {"large": 18, "giant": 24}
OTHERWISE = 12.0
"""Points: what large print is for its readers, and what anyone can read."""


def check_floor(document: Any, size: str) -> Iterator[Fault]:
    """Report a floor that lies too low; what is of no size is for no patient, and has any."""
    floor, least = floor_of(document), LEAST.get(size, OTHERWISE)
    if size and floor < least:
        message = f"the size {size!r} sets --floor to {floor:g} pt, less than {least:g} pt."
        hint = (
            f"Set ':root {{ --floor: {least:g}pt }}' in styles/sizes/{size}.css, and nowhere else."
        )
        yield Fault("low-floor", message, hint)


def floor_of(document: Any) -> float:
    """Return the size's --floor in points; raise PlainleafError where it names none."""
    floor = named_floor(document.pages)
    if floor is None:
        hint = "Set ':root { --floor: 12pt }' in the size's style."
        raise PlainleafError(Fault("no-floor", "the size names no --floor.", hint))
    return floor


def named_floor(pages: Sequence[Any]) -> float | None:
    """Return the size's --floor in points; None where it names none."""
    style = page_box(pages[0]).style
    found = FLOOR.fullmatch("".join(token.serialize() for token in style["__floor"] or ()))
    return float(found[1]) if found else None
