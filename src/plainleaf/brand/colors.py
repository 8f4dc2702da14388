"""The table `color` of a _brand.yml → its palette, and the roles that are printed."""

import re
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from plainleaf.brand.darken import darken, read_color
from plainleaf.model import DARK, LIGHT, Paint
from plainleaf.workspace.fields import Fields, shown

MOST_COLORS = 100
LEAST_CONTRAST: Mapping[str, float] = {"primary": 4.5}
"""Of each colour role that is printed, on white: WCAG 2 AA for headings and what is drawn."""

TEXT_ROLES = ("foreground", "background", "primary", "secondary", "tertiary")
ROLES = (*TEXT_ROLES, "success", "info", "warning", "danger", LIGHT, DARK)
NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_-]{0,60}")
NAME_HINT = "Begin with a letter; use letters, digits, '-' and '_'."
ROLE_HINT = "A colour of another name stands below color.palette; or take it out."
LIGHT_HINT = "Paper is white: write 'light:' and a colour below it."
COLOR_HINT = "Write it as '#0b5563', or name a colour of the palette."

Texts = Mapping[str, str]


@dataclass(frozen=True)
class Colors:
    """What the table `color` says, in "#rrggbb"."""

    palette: Texts = field(default_factory=dict)
    paints: tuple[Paint, ...] = ()
    unused: tuple[str, ...] = ()  # fields


def read_colors(brand: Fields) -> Colors:
    """Read the colours of a whole brand; faults go to the findings of its fields."""
    given = brand.within("color")
    given.table, for_dark = _on_paper(given)
    palette = given.within("palette")
    if len(palette.table) > MOST_COLORS:
        message = f"holds more than {MOST_COLORS} colours."
        given.fault("palette", message, "Take some out.", "too-long")
        return Colors()
    for name in palette.table:
        if not NAME.fullmatch(name):
            palette.fault(name, "is no name for a colour.", NAME_HINT)
    texts = _texts(palette, filter(NAME.fullmatch, palette.table))
    own = _texts(given, ROLES)
    given.close(ROLE_HINT)
    told: set[str] = set()
    named = _followed(texts, texts, palette, told)
    roles = _followed(own, {**named, **own}, given, told)
    named = {name: roles.get(text, text) for name, text in named.items()}
    names = {*palette.table, *own}
    found = _read(palette, named, names)
    roles = _read(given, roles, names)
    paints = tuple(
        Paint(role, roles[role], darken(roles[role], least))
        for role, least in LEAST_CONTRAST.items()
        if role in roles
    )
    others = (f"color.{role}" for role in roles if role not in LEAST_CONTRAST)
    return Colors(found, paints, (*for_dark, *others))


def _on_paper(colors: Fields) -> tuple[Mapping[str, Any], list[str]]:
    """Return the colours on light grounds, for paper is white; and the fields of the others."""
    table, unused = dict(colors.table), []
    for role, value in colors.table.items():
        if role == "palette" or not isinstance(value, dict) or not value.keys() & {LIGHT, DARK}:
            continue
        table[role] = value.get(LIGHT)
        unused += [f"color.{role}.{DARK}"] if DARK in value else []
        if LIGHT not in value and role in LEAST_CONTRAST:
            colors.fault(role, "has no colour for light grounds.", LIGHT_HINT)
    return {role: value for role, value in table.items() if value is not None}, unused


def _texts(fields: Fields, names: Iterable[str]) -> Texts:
    """Return what is a text; report the rest."""
    values = {name: fields.value(name) for name in names}
    for name, value in values.items():
        if name in fields.table and not isinstance(value, str):
            fields.text(name)  # tells what is wrong
    return {name: value for name, value in values.items() if isinstance(value, str)}


def _followed(texts: Texts, known: Texts, fields: Fields, told: set[str]) -> Texts:
    """Return what colours come to where they name others; report each circle once."""
    found = {}
    for name, text in texts.items():
        seen = [name]
        while text in known and text not in seen:
            seen.append(text)
            text = known[text]
        if text not in known:
            found[name] = text
            continue
        if told.isdisjoint(seen):
            circle = " → ".join(map(shown, [*seen, text][:8]))
            fields.fault(name, f"names itself in a circle: {circle}.", COLOR_HINT)
        told.update(seen)
    return found


def _read(fields: Fields, texts: Texts, names: Container[str]) -> Texts:
    """Return those that are colours; report the others, but for one that is another's name."""
    found = {}
    for name, text in texts.items():
        if color := read_color(text):
            found[name] = color
        elif fields.table[name] not in names:
            fields.fault(name, "is not a colour.", COLOR_HINT)
    return found
