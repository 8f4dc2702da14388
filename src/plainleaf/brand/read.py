"""styles/brands/<name>/_brand.yml → Brand and warnings, or every fault in it."""

import re
from collections.abc import Mapping
from typing import Any

from plainleaf.brand.address import is_site
from plainleaf.brand.darken import contrast_on_white
from plainleaf.brand.identity import Identity, read_identity
from plainleaf.brand.logo_table import Image, read_file, read_on
from plainleaf.brand.spot import read_spot
from plainleaf.brand.stray import see_texts
from plainleaf.errors import Finding, PlainleafError, Severity
from plainleaf.model import (
    LOGO_SIZES,
    MOST_LOGO_BYTES,
    ONE_COLOR,
    PLAIN,
    Brand,
    Contact,
    Paint,
    Picture,
)
from plainleaf.workspace import BRANDS, Workspace
from plainleaf.workspace.fields import MOST_UNKNOWN, Fields, shown
from plainleaf.workspace.yamltext import read_yaml

LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,4}")
"""What may be a BCP 47 code."""

MILLIMETRES = re.compile(r"(\d{1,3}(?:\.\d{1,3})?) ?mm")

LONGEST_LINE, LONGEST_PHONE, LONGEST_DISCLAIMER = 120, 40, 400
MOST_LINES, MOST_PARTNERS, MOST_LANGUAGES = 6, 12, 200
CLEAR_SPACE, MOST_SPACE, MOST_WIDTH = 0.25, 3, 200

BLACK_TEXT = "Text is always black, so that copies stay readable."
FOR_OTHERS = "Leave for other tools what they need, and take the rest out."
REASONS: Mapping[str, str] = {
    "color.foreground": BLACK_TEXT,
    "color.background": "Paper is always white, so that copies stay readable.",
    "typography": "The type is chosen for reading, and for each script.",
    "defaults.plainleaf.logo.on": "Give a logo, or take it out.",
}
"""Why a field is not used."""

SMALLER = "Export it smaller: 1500 pixels across are enough."
UNNAMED = "Name an image below logo, as small, medium or large, to have it printed."

Place = tuple[str, str]
"""The size of a logo, and the ground that it is made for."""


def read_brand(workspace: Workspace, name: str) -> tuple[Brand, tuple[Finding, ...]]:
    """Read a brand and what to warn of; raise PlainleafError with all its faults."""
    if name == PLAIN:
        return Brand(PLAIN), ()
    path = f"{BRANDS}{name}/_brand.yml"
    table, written = read_yaml(workspace.read_text(path), path)
    findings: list[Finding] = []
    brand = _brand(Fields(path, table, findings, written), name, workspace)
    if any(finding.is_error for finding in findings):
        raise PlainleafError(*findings)
    return brand, tuple(findings)


def _brand(fields: Fields, name: str, workspace: Workspace) -> Brand:
    fields.drop_blanks()
    identity = read_identity(fields)
    defaults = fields.within("defaults")
    defaults.drop_blanks()
    extra = defaults.within("plainleaf")
    images = _images(identity, extra)
    for image in {image.file: image for image in images.values()}.values():
        _see_file(fields, f"{BRANDS}{name}/{image.file}", image, workspace)
    pictures = {
        place: Picture(f"{BRANDS}{name}/{image.file}", image.alt or identity.title)
        for place, image in images.items()
    }
    brand = _said(name, extra, identity, pictures)
    extra.close()
    others = [f"defaults.{key}" for key in defaults.table if key != "plainleaf"]
    if brand.logo_on and not images:
        others.append("defaults.plainleaf.logo.on")
    if fields.value("typography") is not None:
        others.append("typography")
    fields.close()
    _warn(fields, identity, images, others)
    see_texts(fields, brand)
    return brand


def _said(
    name: str, extra: Fields, identity: Identity, pictures: Mapping[Place, Picture]
) -> Brand:
    """Return a brand of its identity and of what it says to plainleaf alone."""
    paints = identity.colors.paints
    return Brand(
        name=name,
        title=identity.title,
        path=extra.path,
        pictures=pictures,
        paints=paints,
        palette=identity.colors.palette,
        contacts=_contacts(extra),
        disclaimer=extra.text("disclaimer", "", most=LONGEST_DISCLAIMER),
        partners=_texts(extra, "partners", MOST_PARTNERS),
        site=_site(extra),
        clear_space=extra.number("clear-space", CLEAR_SPACE, MOST_SPACE),
        minimum_width=_width(extra),
        logo_on=read_on(extra, {ground for _, ground in pictures}),
        spot=read_spot(extra, has_color=any(paint.role == "primary" for paint in paints)),
    )


def _images(identity: Identity, extra: Fields) -> dict[Place, Image]:
    """Return the images by size and ground, those for one ink among them."""
    named, images = identity.logos.images, dict(identity.logos.by_size)
    value = extra.value("one-color-logo")
    if isinstance(value, dict):
        inner = extra.within("one-color-logo")
        places = [(inner, size, size) for size in LOGO_SIZES if size in inner.table]
    else:
        inner, places = extra, [(extra, "one-color-logo", "medium")] if value is not None else []
    for fields, key, size in places:
        if image := _named_image(fields, key, named):
            images[size, ONE_COLOR] = image
    if inner is not extra:
        inner.close()
    return images


def _named_image(fields: Fields, key: str, named: Mapping[str, Image]) -> Image | None:
    value = fields.value(key)
    if isinstance(value, str) and value in named:
        return named[value]
    file = read_file(fields, key, named)
    return Image(file, "", fields.prefix + key) if file else None


def _see_file(fields: Fields, path: str, image: Image, workspace: Workspace) -> None:
    """Report a file that is not there, or is too large; what is in it is for the gate."""
    try:
        workspace.read_bytes(path, MOST_LOGO_BYTES)
    except PlainleafError as error:
        (fault,) = error.findings
        hint = SMALLER if fault.code == "too-large" else fault.hint
        fields.fault(image.field, f"{image.file} {fault.message}", hint)


def _warn(
    fields: Fields, identity: Identity, images: Mapping[Any, Image], others: list[str]
) -> None:
    """Warn of what is not printed, or not as it was given."""
    unnamed = [
        f"logo.images.{name}"
        for name, each in identity.logos.images.items()
        if each not in images.values()
    ]
    _warn_of_unused(fields, [*identity.unused, *others], unnamed)
    for paint in identity.colors.paints:
        if paint.used != paint.given:
            fields.warn(f"color.{paint.role}", _darkened(paint), "Look at a sheet.", "darkened")


def _warn_of_unused(fields: Fields, names: list[str], unnamed: list[str]) -> None:
    """Name all fields that are not used, in one warning."""
    unused = list(dict.fromkeys((*names, *unnamed)))
    if not unused:
        return
    reasons = [*dict.fromkeys(REASONS[name] for name in unused if name in REASONS)]
    hint = " ".join([*reasons, *([UNNAMED] if unnamed else []), FOR_OTHERS])
    shown_names = [shown(name) for name in unused[:MOST_UNKNOWN]]
    more = f" and {len(unused) - MOST_UNKNOWN} more" if len(unused) > MOST_UNKNOWN else ""
    message = f"holds what is not used by plainleaf: {', '.join(shown_names)}{more}."
    line = min((line for name in unused if (line := fields.line(name))), default=None)
    warning = Finding(fields.path, line, "unused-field", message, hint, Severity.WARNING)
    fields.findings.append(warning)


def _darkened(paint: Paint) -> str:
    given, used = map(contrast_on_white, (paint.given, paint.used))
    return (
        f"{paint.given} has a contrast of {given:.1f}:1 on white, so {paint.used} is printed"
        f" ({used:.1f}:1)."
    )


def _contacts(extra: Fields) -> Mapping[str, Contact]:
    fields = extra.within("contact")
    if len(fields.table) > MOST_LANGUAGES:
        message = f"holds more than {MOST_LANGUAGES} languages."
        extra.fault("contact", message, "Take some out.", "too-long")
        return {}
    contacts = {}
    for language in fields.table:
        if not LANGUAGE.fullmatch(language):
            hint = "Write a BCP 47 code such as en, es or zh-Hans."
            fields.fault(language, "is no language code.", hint)
            continue
        table = fields.within(language)
        phone = table.code("phone", "", most=LONGEST_PHONE)
        contacts[language] = Contact(phone, _texts(table, "lines", MOST_LINES))
        table.close()
    return contacts


def _texts(fields: Fields, key: str, most: int) -> tuple[str, ...]:
    texts = fields.texts(key, (), most=LONGEST_LINE)
    if any("\n" in text for text in texts):
        fields.fault(key, "holds a text of more than one line.", "Write each line by itself.")
    if len(texts) > most:
        fields.fault(key, f"holds more than {most} texts.", "Take some out.", "too-long")
    return texts


def _width(extra: Fields) -> float:
    """Return the least width in mm, which is a number or a text such as "25mm"."""
    value = extra.value("minimum-width")
    if value is None:
        return 0.0
    if isinstance(value, str) and (found := MILLIMETRES.fullmatch(value)):
        value = float(found[1])
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    if is_number and 0 < value <= MOST_WIDTH:
        return float(value)
    message = f"is not a width of up to {MOST_WIDTH} mm."
    extra.fault("minimum-width", message, "Write a number of mm such as 25.")
    return 0.0


def _site(fields: Fields) -> str:
    """Return the address below which each handout has a page of its own."""
    site = fields.text("site", "")
    if not site or is_site(site):
        return site
    hint = "Write it as https://example.org/handouts, without a user, '?' or '#'."
    fields.fault("site", "is not a plain https address of 200 characters or less.", hint)
    return ""
