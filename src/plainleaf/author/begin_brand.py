"""A logo and a name → a new organization's folder, whole or not at all."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from string import Template

from plainleaf.author.begin import Begun, see_room, where
from plainleaf.brand.colors import COLOR_HINT, LEAST_CONTRAST
from plainleaf.brand.darken import contrast_on_white, darken, read_color
from plainleaf.brand.identity import LONGEST_NAME
from plainleaf.brand.read import LONGEST_PHONE, SMALLER
from plainleaf.errors import Finding, PlainleafError
from plainleaf.model import MOST_LOGO_BYTES, PLAIN
from plainleaf.text.markup.find import strays
from plainleaf.workers.fence import Fence
from plainleaf.workers.jobs import LogoJob
from plainleaf.workspace import BRANDS, Workspace
from plainleaf.workspace.fields import Fields
from plainleaf.workspace.hold import FOLDER, Scratch, sweep_folders
from plainleaf.workspace.settings import Settings
from plainleaf.workspace.write import put_in_place

PATTERN = "templates/brand.yml"
"""What a new organization begins with."""

RESERVED: Mapping[str, str] = {PLAIN: "no organization", "all": "each organization"}
"""What a brand may not be called: the command gives it another meaning."""

ENDINGS = (".svg", ".png", ".jpg", ".jpeg", ".pdf")
MOST_COLORS = 6


@dataclass(frozen=True)
class NewBrand:
    """What the user says of an organization; what is empty is made from the rest."""

    name: str
    logo: Path
    title: str = ""
    color: str = ""
    phone: str = ""


def look_at(settings: Settings, data: bytes, path: str) -> Iterable[str]:
    """Return the colours of a logo, the one that covers most first, from behind the fence."""
    with Fence({"logo": 1}, settings.limits, ()) as fence:
        return fence.ask("logo", LogoJob(data), path).colors


def begin_brand(
    workspace: Workspace, settings: Settings, wanted: NewBrand, named: Path | None = None
) -> Begun:
    """Make an organization's folder.

    `named` is the workspace's folder as the user named it, if at all.
    """
    path = f"{BRANDS}{wanted.name}/_brand.yml"
    if wanted.name in RESERVED:
        message = f"{wanted.name!r} stands for {RESERVED[wanted.name]}."
        raise PlainleafError(Finding("NAME", None, "taken", message, "Choose another name."))
    see_room(workspace, path, wanted.name)
    title, phone, color = _words(wanted)
    data, copied = _logo(wanted.logo)
    found = look_at(settings, data, wanted.logo.as_posix())
    colors = list(dict.fromkeys((*([color] if color else []), *found)))[:MOST_COLORS]
    text = Template(workspace.read_text(PATTERN)).safe_substitute(
        title=_quoted(title),
        logo=copied,
        alt=_quoted(f"{title} logo"),
        color=_color_lines(colors),
        contact=_contact_lines(phone),
    )
    folder = (workspace.root / path).parent
    _put_folder(folder, {"_brand.yml": text.encode(), copied: data})
    step = f"plainleaf build -b {wanted.name}{where(named)}"
    return Begun(path, f"fill in the rest, then {step}")


def _words(wanted: NewBrand) -> tuple[str, str, str]:
    """Return title, phone and colour; raise PlainleafError with all their faults."""
    title = wanted.title.strip() or wanted.name.replace("-", " ").title()
    findings: list[Finding] = []
    table = {"--title": title, "--phone": wanted.phone, "--color": wanted.color}
    fields = Fields("new brand", table, findings)
    words = fields.text("--title", most=LONGEST_NAME), fields.code("--phone", "", LONGEST_PHONE)
    fields.tell("--title", strays(title, is_markdown=False))
    color = read_color(wanted.color) or ""
    if wanted.color and not color:
        fields.fault("--color", "is not a colour.", COLOR_HINT.partition(",")[0] + ".")
    if errors := [finding for finding in findings if finding.is_error]:
        raise PlainleafError(*errors)
    return *words, color


def _logo(place: Path) -> tuple[bytes, str]:
    """Return the logo's bytes, and the name of its copy; raise PlainleafError."""
    ending = place.suffix.lower()
    if ending not in ENDINGS:
        raise _logo_fault(place, f"ends in {ending[:20]!r}.", "Give an .svg, .png, .jpg or .pdf.")
    if not place.is_file():
        raise _logo_fault(place, "is not a regular file.", "Give a plain file.")
    with place.open("rb") as file:
        data = file.read(MOST_LOGO_BYTES + 1)
    if len(data) > MOST_LOGO_BYTES:
        message = f"is larger than {MOST_LOGO_BYTES:,} bytes."
        raise _logo_fault(place, message, SMALLER)
    return data, f"logo{ending}"


def _logo_fault(place: Path, message: str, hint: str) -> PlainleafError:
    return PlainleafError(
        Finding(place.as_posix(), None, "bad-logo", message, hint, field="--logo")
    )


def _color_lines(colors: list[str]) -> str:
    """Return the table of colours, as a comment where there are none."""
    use = "numbers, rules and headings; text is always black"
    if not colors:
        return f'# color:\n#   primary: "#0b5563" # {use}'
    lines = [f'    color-{number}: "{color}"' for number, color in enumerate(colors, 1)]
    primary, used = "color-1", darken(colors[0], LEAST_CONTRAST["primary"])
    if used != colors[0]:
        primary = "color-1-dark"
        lines.append(f'    {primary}: "{used}" # {contrast_on_white(used):.1f}:1 on white paper')
    return "\n".join(["color:", "  palette:", *lines, f"  primary: {primary} # {use}"])


def _contact_lines(phone: str) -> str:
    """Return the table of contacts, as a comment where there is no number."""
    lines = [
        "    contact: # in each language that you print; where one is missing, English is taken",
        "      en:",
        f"        phone: {_quoted(phone or '(555) 010-0123')}",
        '        # lines: ["12 Hill Road, Hillside"]',
    ]
    if phone:
        return "\n".join(lines)
    return "\n".join(line.replace("    ", "    # ", 1) for line in lines[:-1])


def _quoted(text: str) -> str:
    """Return a text as YAML and JSON both write it."""
    return json.dumps(text, ensure_ascii=False)


def _put_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """Fill a folder out of sight, then give it its name."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    sweep_folders(folder.parent)
    with Scratch(folder.parent, f".{FOLDER}") as part:
        for name, data in files.items():
            put_in_place(part / name, data)
        part.chmod(0o755)  # a temporary folder keeps others out
        part.rename(folder)
