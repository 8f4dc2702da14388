"""The table `logo` of a _brand.yml → the files it names, by size and ground."""

import re
from collections.abc import Mapping, Set
from dataclasses import dataclass, field

from plainleaf.errors import nearest
from plainleaf.model import DARK, LIGHT, LOGO_SIZES, ON_BLACK, ON_WHITE, ONE_COLOR
from plainleaf.workspace import DEVICE
from plainleaf.workspace.fields import Fields

STEP = r"[A-Za-z0-9][A-Za-z0-9._-]{0,80}"
FILE = re.compile(rf"(?:{STEP}/){{0,6}}{STEP}\.(?:svg|png|jpe?g|pdf)")
LONGEST_FILE = 160
FILE_HINT = (
    "Name an .svg, .png, .jpg or .pdf file beside it or in a folder there: letters, digits, '.',"
    " '_' and '-'."
)
COPY_HINT = "Copy the file into this folder, and name it from here on, as in images/logo.svg."
ENDING = re.compile(r"\.[a-z0-9]{1,5}$", re.IGNORECASE)
ENDINGS = frozenset({".svg", ".png", ".jpg", ".jpeg", ".pdf"})
LONGEST_ALT = 250
MOST_IMAGES = 40
ONLY: Mapping[str, tuple[str, str, str]] = {
    ON_WHITE: (
        DARK,
        "for dark grounds",
        "Give one for white below logo, as light, or take it out.",
    ),
    ON_BLACK: (ONE_COLOR, "for one ink on white", "Give one below logo, as dark, or take it out."),
}
"""The logo that is never printed on a ground, what it is for, and what to do if it is alone."""


@dataclass(frozen=True)
class Image:
    """A file that a brand names; nobody has looked whether it is there."""

    file: str
    alt: str
    field: str  # that names it


@dataclass(frozen=True)
class Logos:
    """What the table `logo` says."""

    by_size: Mapping[tuple[str, str], Image] = field(default_factory=dict)  # and ground
    images: Mapping[str, Image] = field(default_factory=dict)
    unused: tuple[str, ...] = ()  # fields


def read_logos(brand: Fields) -> Logos:
    """Read the logo of a whole brand: one file, one image, or images and sizes."""
    value = brand.value("logo")
    if value is None:
        return Logos()
    reader = _Reader({})
    if not isinstance(value, dict) or "path" in value:
        image = reader.image(brand, "logo")
        return Logos({("medium", LIGHT): image} if image else {}, {}, tuple(reader.unused))
    logo = brand.within("logo")
    images = logo.within("images")
    if len(images.table) > MOST_IMAGES:
        message = f"holds more than {MOST_IMAGES} images."
        logo.fault("images", message, "Take some out.", "too-long")
        return Logos()
    named = {name: image for name in images.table if (image := reader.image(images, name))}
    reader = _Reader({name: named.get(name) for name in images.table}, reader.unused)
    by_size = {place: image for size in LOGO_SIZES for place, image in reader.size(logo, size)}
    logo.close()
    return Logos(by_size, named, tuple(reader.unused))


class _Reader:
    """Reads images by name, by file, or as a table; a name may stand for a faulty image."""

    def __init__(self, named: Mapping[str, Image | None], unused: list[str] | None = None) -> None:
        self.named = named
        self.unused = unused if unused is not None else []

    def size(self, logo: Fields, size: str) -> list[tuple[tuple[str, str], Image]]:
        """Read one size: an image, or one for each ground."""
        value = logo.value(size)
        if value is None:
            return []
        if not isinstance(value, dict) or not value.keys() & {LIGHT, DARK}:
            image = self.image(logo, size)
            return [((size, LIGHT), image)] if image else []
        grounds = logo.within(size)
        found = [
            ((size, ground), image)
            for ground in (LIGHT, DARK)
            if grounds.value(ground) is not None and (image := self.image(grounds, ground))
        ]
        grounds.close()
        return found

    def image(self, fields: Fields, key: str) -> Image | None:
        """Read one image; None where it is faulty."""
        value = fields.value(key)
        if isinstance(value, str) and value in self.named:
            return self.named[value]
        if not isinstance(value, dict):
            file = read_file(fields, key, self.named)
            return Image(file, "", fields.prefix + key) if file else None
        inner = fields.within(key)
        file, alt = read_file(inner, "path"), inner.text("alt", "", most=LONGEST_ALT)
        if inner.value("attrs") is not None:
            self.unused.append(f"{inner.prefix}attrs")
        inner.close()
        return Image(file, alt, f"{inner.prefix}path") if file else None


def read_file(fields: Fields, key: str, named: Mapping[str, object] | None = None) -> str | None:
    """Read the name of a file of the brand's folder; None where it is faulty."""
    value = fields.value(key)
    if value is None or not isinstance(value, str):
        fields.text(key)  # tells what is wrong
        return None
    name = value.removeprefix("./")
    if _is_file(name):
        return name
    if named and not re.search(r"[^\w -]", value):
        fields.fault(key, f"names no image: {value[:80]!r}.", nearest(value[:80], named))
    else:
        fields.fault(key, "is no file of this folder.", _file_hint(value))
    return None


def read_on(extra: Fields, grounds: Set[str]) -> str:
    """Read what logos made for these grounds are printed on; nothing where it is measured."""
    logo = extra.within("logo")
    logo.drop_blanks()
    on = logo.value("on")
    logo.close()
    if on is None:
        return ""
    if on not in (ON_WHITE, ON_BLACK):
        hint = "Write white or black, or take it out: then it is measured."
        logo.fault("on", "is neither white nor black.", hint)
        return ""
    ground, made_for, hint = ONLY[on]
    if grounds == {ground}:
        logo.fault("on", f"is {on}, but the only logo is made {made_for}.", hint)
    return str(on)


def _is_file(name: str) -> bool:
    is_safe = not any(DEVICE.fullmatch(step) for step in name.split("/"))
    return is_safe and len(name) <= LONGEST_FILE and FILE.fullmatch(name) is not None


def _file_hint(value: str) -> str:
    """Say what to write in place of a name that is none of a file here."""
    inside = value.lstrip("/")
    if value.startswith("/") and _is_file(inside):
        return f"Write it from this folder on: {inside}."
    if "://" in value or value.startswith(("//", "~")) or ".." in value.split("/"):
        return COPY_HINT
    ending = ENDING.search(value)
    if ending and ending[0].lower() not in ENDINGS:
        return f"Give it as .svg, .png, .jpg or .pdf, and not as {ending[0]}."
    return FILE_HINT
