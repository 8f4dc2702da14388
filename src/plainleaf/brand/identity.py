"""What the brand.yml convention defines (meta, logo, color) → Identity, or every fault in it."""

from dataclasses import dataclass

from plainleaf.brand.address import is_address
from plainleaf.brand.colors import Colors, read_colors
from plainleaf.brand.logo_table import Logos, read_logos
from plainleaf.workspace.fields import Fields

LONGEST_NAME = 120
NAME_HINT = "Write the organization's name as it is printed: 'meta: {name: Hillside Clinic}'."
LINKS = ("home", "mastodon", "github", "linkedin", "bluesky", "twitter", "facebook")
"""What a brand's links are to; those of other names are anything."""


@dataclass(frozen=True)
class Identity:
    """Name, logo and colours, without a fault in them."""

    title: str
    logos: Logos
    colors: Colors
    unused: tuple[str, ...]  # fields that nothing is made of


def read_identity(brand: Fields) -> Identity:
    """Read the identity of a brand; faults go to the findings of its fields."""
    title, unused = _meta(brand)
    logos, colors = read_logos(brand), read_colors(brand)
    return Identity(title, logos, colors, (*unused, *logos.unused, *colors.unused))


def _meta(brand: Fields) -> tuple[str, list[str]]:
    """Return the organization's name, and the fields that nothing is made of."""
    meta = brand.within("meta")
    if not isinstance(brand.value("meta") or {}, dict):
        return "", []
    unused = [f"meta.{key}" for key in meta.table if key != "name"]
    title = _name(meta, unused)
    _see_links(meta)
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
    is_short = full is None and short is not None
    title = names.text("short" if is_short else "full", most=LONGEST_NAME)
    if short is not None and not is_short:
        unused.append("meta.name.short")
        if not isinstance(short, str):
            names.text("short")  # tells what is wrong
    names.close()
    return title


def _see_links(meta: Fields) -> None:
    """Report what is no link; nothing is made of them."""
    value = meta.value("link")
    links = meta if isinstance(value, str | None) else meta.within("link")
    for key in ("link",) if links is meta else LINKS:
        link = links.value(key)
        if link is not None and not (isinstance(link, str) and is_address(link)):
            links.fault(key, "is not a web address.", "Write it as https://example.org.")
