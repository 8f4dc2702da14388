"""What the brand.yml convention defines (meta, logo, color) → Identity, or every fault in it.

The model of brand_yml has the last word on meta and color. Loading it takes 0.5 s, so what was
found can be kept, by content: a new telephone number is no new identity.
"""

import copy
import hashlib
import json
import re
from collections.abc import Container, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any, Protocol

from plainleaf.brand.darken import darken, read_color
from plainleaf.brand.logo_table import Image, read_logos
from plainleaf.errors import nearest
from plainleaf.model import DARK, LIGHT, Paint
from plainleaf.workspace.fields import MOST_UNKNOWN, Fields, shown

if TYPE_CHECKING:
    from pydantic import BaseModel

LONGEST_NAME = 120
MOST_COLORS = 100  # the time that brand_yml takes grows with their cube
LEAST_CONTRAST: Mapping[str, float] = {"primary": 4.5}
"""Of each colour role that is printed, on white: WCAG 2 AA for headings and what is drawn."""

CONVENTION = "https://posit-dev.github.io/brand-yml/"
COLOR_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_-]{0,60}")
COLOR_NAME_HINT = "Begin with a letter; use letters, digits, '-' and '_'."
LIGHT_HINT = "Paper is white: write 'light:' and a colour below it."
NAME_HINT = "Write the organization's name as it is printed: 'meta: {name: Hillside Clinic}'."
COLOR_HINT = "Write it as '#0b5563', or name a colour of the palette."
WORDS: Mapping[str, tuple[str, str]] = {
    "dict_type": ("is not a table of names and values.", "Write name: value lines."),
    "model_type": ("is not a table of names and values.", "Write name: value lines."),
    "string_type": ("is not a text of one line.", 'Put it in quotes: "…".'),
    "url_parsing": ("is not a web address.", "Write it as https://example.org."),
    "url_scheme": ("is not a web address.", "Write it as https://example.org."),
}
"""Our words for what pydantic tells most."""


class Keep(Protocol):
    """Keeps bytes by key, for as long as plainleaf and its libraries stay the same."""

    def get(self, key: str) -> bytes | None:
        """Return what was put there, if it is still kept."""

    def put(self, key: str, value: bytes) -> None:
        """Keep it."""


@dataclass(frozen=True)
class Identity:
    """Name, logo and colours, without a fault in them."""

    title: str = ""
    logos: tuple[tuple[str, str, Image], ...] = ()  # size, ground, image
    images: tuple[tuple[str, Image], ...] = ()  # by name
    palette: tuple[tuple[str, str], ...] = ()  # "#rrggbb" by name
    paints: tuple[Paint, ...] = ()
    unused: tuple[str, ...] = ()  # fields that nothing is made of


def read_identity(brand: Fields, keep: Keep | None = None) -> Identity:
    """Read the identity of a brand; faults go to the findings of its fields."""
    given = [brand.value(part) for part in ("meta", "logo", "color")]
    given += [row.comment for row in brand.written.values() if row.comment]  # may be a fault
    key = hashlib.sha256(repr(given).encode(errors="backslashreplace")).hexdigest()
    if keep and (kept := _unpacked(keep.get(key))):
        return kept
    before = len(brand.findings)
    identity = _identity(brand)
    if keep and len(brand.findings) == before:
        keep.put(key, json.dumps(asdict(identity)).encode())
    return identity


def _unpacked(data: bytes | None) -> Identity | None:
    """Return what was kept; None where it is not whole."""
    try:
        row = json.loads(data or b"")
        return Identity(
            title=row["title"],
            logos=tuple((size, ground, Image(**image)) for size, ground, image in row["logos"]),
            images=tuple((name, Image(**image)) for name, image in row["images"]),
            palette=tuple((name, color) for name, color in row["palette"]),
            paints=tuple(Paint(**paint) for paint in row["paints"]),
            unused=tuple(row["unused"]),
        )
    except (ValueError, TypeError, KeyError):
        return None


def _identity(brand: Fields) -> Identity:
    title, unused = _meta(brand)
    logos = read_logos(brand)
    palette, roles = _colors(brand, unused)
    return Identity(
        title=title,
        logos=tuple((*place, image) for place, image in logos.by_size.items()),
        images=tuple(logos.images.items()),
        palette=tuple(palette.items()),
        paints=tuple(
            Paint(role, roles[role], darken(roles[role], least))
            for role, least in LEAST_CONTRAST.items()
            if role in roles
        ),
        unused=(
            *unused,
            *logos.unused,
            *(f"color.{role}" for role in roles if role not in LEAST_CONTRAST),
        ),
    )


def _meta(brand: Fields) -> tuple[str, list[str]]:
    """Return the organization's name, and the fields that nothing is made of."""
    from brand_yml import BrandMeta  # half a second, and most identities are kept

    meta = brand.within("meta")
    if not isinstance(brand.value("meta") or {}, dict):
        return "", []
    unused = [f"meta.{key}" for key in meta.table if key != "name"]
    title = _name(meta, unused)
    _checked(meta, BrandMeta)
    return title, unused


def _name(meta: Fields, unused: list[str]) -> str:
    """Return the full name, else the short one."""
    if meta.value("name") in (None, "", {}):
        meta.fault("name", "is missing.", NAME_HINT, "missing-field")
        return ""
    if not isinstance(meta.value("name"), dict):
        return meta.text("name", most=LONGEST_NAME)
    names = meta.within("name")
    full, short = names.value("full"), names.value("short")
    if full is None and short is not None:
        return names.text("short", most=LONGEST_NAME)
    if short is not None:
        unused.append("meta.name.short")
    return names.text("full", most=LONGEST_NAME)


def _colors(brand: Fields, unused: list[str]) -> tuple[Mapping[str, str], Mapping[str, str]]:
    """Return the palette and the roles, both as "#rrggbb" by name."""
    from brand_yml import BrandColor  # as above

    given = brand.within("color")
    given.table = {role: _on_paper(given, role, unused) for role in given.table}
    given.drop_blanks()
    palette = given.within("palette")
    if len(palette.table) > MOST_COLORS:
        message = f"holds more than {MOST_COLORS} colours."
        given.fault("palette", message, "Take some out.", "too-long")
        return {}, {}
    for name in palette.table:
        if not COLOR_NAME.fullmatch(name):
            palette.fault(name, "is no name for a colour.", COLOR_NAME_HINT)
    named = {name: palette.table[name] for name in palette.table if COLOR_NAME.fullmatch(name)}
    if "palette" in given.table:
        given.table = {**given.table, "palette": named}
    color = _checked(given, BrandColor)
    if not color:
        return {}, {}
    roles = color.model_dump(exclude={"palette"}, exclude_none=True)
    names = palette.table.keys() | roles.keys()
    return _read_colors(palette, color.palette or {}, names), _read_colors(given, roles, names)


def _on_paper(colors: Fields, role: str, unused: list[str]) -> Any:
    """Return what a role is on light grounds: paper is white."""
    value = colors.value(role)
    if role == "palette" or not isinstance(value, dict) or not value.keys() & {LIGHT, DARK}:
        return value
    unused += [f"color.{role}.{DARK}"] if DARK in value else []
    if LIGHT not in value and role in LEAST_CONTRAST:
        colors.fault(role, "has no colour for light grounds.", LIGHT_HINT)
    return value.get(LIGHT)


def _read_colors(
    given: Fields, colors: Mapping[str, str], names: Container[str]
) -> Mapping[str, str]:
    """Return those that are colours; report the others, but for one that is another's name."""
    found = {}
    for name, text in colors.items():
        if color := read_color(text):
            found[name] = color
        elif given.table[name] not in names:
            given.fault(name, "is not a colour.", COLOR_HINT)
    return found


def _checked(fields: Fields, model: "type[BaseModel]") -> Any:
    """Return a part as the convention's model has it, without its faults, which are told."""
    from brand_yml._defs import CircularReferenceError  # is no ValueError: pydantic lets it by
    from pydantic import ValidationError

    table = copy.deepcopy(dict(fields.table))
    while True:
        try:
            return model.model_validate(copy.deepcopy(table))  # it writes into what it is given
        except CircularReferenceError as error:
            _tell_circle(fields, error.seen)
            return None
        except ValidationError as error:
            faults = error.errors(include_url=False, include_input=False)
            for fault in faults[:MOST_UNKNOWN]:
                _tell(fields, model, fault)
            dropped = [_drop(table, fault["loc"]) for fault in faults]
            if not any(dropped) or len(faults) > MOST_UNKNOWN:
                return None


def _drop(table: dict[Any, Any], place: tuple[int | str, ...]) -> bool:
    """Take the entry at a place out of a table, or the first on the way that holds no table."""
    for step in place[:-1]:
        inner = table.get(step)
        if not isinstance(inner, dict):
            return table.pop(step, None) is not None
        table = inner
    return bool(place) and table.pop(place[-1], None) is not None


def _tell(fields: Fields, model: "type[BaseModel]", fault: Mapping[str, Any]) -> None:
    """Tell a fault that pydantic found, unless ours came first, in better words."""
    key = ".".join(map(str, fault["loc"]))
    name = fields.prefix + key
    told = (finding.field or "" for finding in fields.findings)
    if any(field == name or field.startswith(f"{name}.") for field in told):
        return
    if fault["type"] == "extra_forbidden":
        hint = nearest(key.rpartition(".")[2], model.model_fields)
        if fields.prefix == "color.":
            hint += " A colour of another name stands below color.palette; or take it out."
        fields.fault(key, "is not a field here.", hint, "unknown-field")
        return
    otherwise = (f"is not as brand.yml has it: {shown(fault['msg'])}.", f"See {CONVENTION}.")
    fields.fault(key, *WORDS.get(fault["type"], otherwise))


def _tell_circle(fields: Fields, names: Sequence[str]) -> None:
    circle = " → ".join(shown(name) for name in names[:8])
    palette = fields.table.get("palette") or {}
    key = f"palette.{names[0]}" if names[0] in palette else names[0]
    fields.fault(key, f"names itself in a circle: {circle}.", COLOR_HINT)
