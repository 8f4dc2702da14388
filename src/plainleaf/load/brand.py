"""styles/brands/<name>/_brand.yml → Brand, or every fault in it (the brand.yml convention)."""

import re
from collections.abc import Mapping
from urllib.parse import urlsplit

from plainleaf.errors import Finding, PlainleafError
from plainleaf.fields import Fields
from plainleaf.model import PLAIN, WHITE, Brand, Contact, contrast
from plainleaf.workspace import DEVICE, Workspace
from plainleaf.yamltext import read_yaml

COLOR = re.compile(r"#[0-9a-fA-F]{6}")
LOGO = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,80}\.(?:svg|png|jpe?g)")
SITE = re.compile(r"[A-Za-z0-9._~%!$&'()*+,;=:@/-]{1,200}")
"""What an address is made of that has no query and no fragment; longer ones fit no QR code."""

LEAST_CONTRAST = 4.5  # of headings and rules on paper, WCAG 2 AA


def read_brand(workspace: Workspace, name: str) -> Brand:
    """Read a brand; raise PlainleafError with all its faults."""
    if name == PLAIN:
        return Brand(PLAIN)
    path = f"styles/brands/{name}/_brand.yml"
    table, lines = read_yaml(workspace.read_text(path), path)
    findings: list[Finding] = []
    brand = _brand(Fields(path, table, findings, lines), name, workspace)
    if findings:
        raise PlainleafError(*findings)
    return brand


def _brand(fields: Fields, name: str, workspace: Workspace) -> Brand:
    meta, logo = fields.within("meta"), fields.within("logo")
    print_fields = fields.within("defaults").within("plainleaf")
    source, alt = _logo(logo, name, workspace)
    brand = Brand(
        name=name,
        title=meta.text("name"),
        path=fields.path,
        logo=source,
        logo_alt=alt,
        color=_color(fields.within("color")),
        contacts=_contacts(print_fields.within("contact")),
        disclaimer=print_fields.text("disclaimer", ""),
        site=_site(print_fields),
    )
    for read in (meta, print_fields, fields):
        read.close()
    return brand


def _logo(fields: Fields, brand: str, workspace: Workspace) -> tuple[str | None, str]:
    """Return the workspace path of the logo and its alternative text."""
    if not fields.table:
        return None, ""
    images, chosen = fields.within("images"), fields.text("medium")
    image = images.within(chosen) if chosen in images.table else images
    if image is images:
        fields.fault("medium", f"names no image: {chosen!r}.", "Name one of logo.images.")
        return None, ""
    name, alt = image.text("path"), image.text("alt")
    path = f"styles/brands/{brand}/{name}"
    if not LOGO.fullmatch(name) or DEVICE.fullmatch(name):
        image.fault("path", "is no file of this folder.", "Name an .svg, .png or .jpg beside it.")
        return None, alt
    try:
        workspace.read_bytes(path)
    except PlainleafError as error:
        image.fault("path", f"{name} {error.findings[0].message}", error.findings[0].hint)
    return path, alt


def _color(fields: Fields) -> str | None:
    """Return the primary colour as #rrggbb, by name from the palette or as it is."""
    if not fields.table:
        return None
    palette = fields.within("palette")
    primary = fields.text("primary")
    color = palette.text(primary) if primary in palette.table else primary
    if not COLOR.fullmatch(color):
        fields.fault(
            "primary", "is not a colour.", "Write it as '#0b5563' or name a palette entry."
        )
        return None
    if contrast_on_white(color) < LEAST_CONTRAST:
        message = f"{color} has a contrast of {contrast_on_white(color):.1f}:1 on paper."
        fields.fault("primary", message, f"Give a darker one, at least {LEAST_CONTRAST}:1.")
    return color.lower()


def contrast_on_white(color: str) -> float:
    """Return the contrast of `#rrggbb` on white paper."""
    red, green, blue = (int(color[i : i + 2], 16) for i in (1, 3, 5))
    return contrast((red, green, blue), WHITE)


def _contacts(fields: Fields) -> Mapping[str, Contact]:
    contacts = {}
    for language in fields.table:
        table = fields.within(language)
        contacts[language] = Contact(table.text("phone", ""), table.texts("lines", ()))
        table.close()
    fields.close()
    return contacts


def _site(fields: Fields) -> str:
    """Return the address below which each handout has a page of its own."""
    site = fields.text("site", "")
    if not site or _is_site(site):
        return site
    hint = "Write it as https://example.org/handouts, without a user, '?' or '#'."
    fields.fault("site", "is not a plain https address of 200 characters or less.", hint)
    return ""


def _is_site(site: str) -> bool:
    try:
        address = urlsplit(site)
        _ = address.port  # is read here, so that a wrong one is told
    except ValueError:
        return False
    is_plain = SITE.fullmatch(site) and "@" not in address.netloc
    return bool(is_plain and site.startswith("https://") and address.hostname)
