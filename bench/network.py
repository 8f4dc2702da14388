"""A number of brands → a workspace: ten handouts, and so many brands, each with its own logo."""

import colorsys
import json
import re
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
MODEL = "metastatic-cancer"
HANDOUTS = tuple(f"{MODEL}-{number:02}" for number in range(1, 11))
LANGUAGES = ("en", "es")
SIZES = ("standard", "large")
EDITIONS = len(LANGUAGES) * len(SIZES)
"""Of one handout."""

TITLE = re.compile(r"(?m)^title: .*(?=\n)")
TITLE_MESSAGE = re.compile(r'(msgctxt "title"\nmsgid "[^"\n]*)("\nmsgstr "[^"\n]*)"')

BRAND = """meta:
  name: {name}
logo:
  images:
    main:
      path: logo.svg
      alt: {alt}
  medium: main
color:
  palette:
    own: "{color}"
  primary: own
defaults:
  plainleaf:
    contact:
      en: {{ phone: "{phone}", lines: {en} }}
      es: {{ phone: "{phone}", lines: {es} }}
"""

KIT = """
[[kits.{kit}]]
{handouts}languages = {languages}
sizes = {sizes}
brands = {brands}
"""


@dataclass(frozen=True)
class Clinic:
    """What a peer needs to know of one brand."""

    number: int
    phone: str

    @classmethod
    def numbered(cls, number: int, line: int = 0) -> "Clinic":
        """Return a clinic; `line` counts the telephone numbers that it has had."""
        return cls(number, f"(555) {10 + line:03}-{number:04}")

    @property
    def brand(self) -> str:
        return f"net-{self.number:03}"

    @property
    def name(self) -> str:
        return f"Clinic {self.number:03} (example)"

    @property
    def alt(self) -> str:
        return f"{self.name} logo"

    @property
    def color(self) -> str:
        return _dark(self.number * 0.618)

    def contact(self, language: str) -> tuple[str, ...]:
        """Return the lines of the clinic's contact."""
        spoken = ("Se habla español",) if language == "es" else ()
        return (f"{self.number} Example Street, Riverside", *spoken)


class Network:
    """A workspace with the kits `network`, of everything, and `one`, of the first handout."""

    def __init__(self, root: Path, brands: int) -> None:
        self.root = root
        self.clinics = tuple(map(Clinic.numbered, range(1, brands + 1)))
        for number, name in enumerate(HANDOUTS, 1):
            shutil.copytree(ROOT / "handouts" / MODEL / "images", self._handout(name) / "images")
            self.retitle(name, f" {number}")
        for clinic in self.clinics:
            self.equip(clinic)
        toml = (ROOT / "plainleaf.toml").read_text(encoding="utf-8")
        toml += self._kit("network", ()) + self._kit("one", HANDOUTS[:1])
        (root / "plainleaf.toml").write_text(toml, encoding="utf-8")

    @property
    def imprints(self) -> int:
        return len(HANDOUTS) * EDITIONS * len(self.clinics)

    def retitle(self, handout: str, words: str) -> None:
        """Write a handout and its translation anew, with `words` at the end of the title."""
        model = ROOT / "handouts" / MODEL
        text = (model / "handout.md").read_text(encoding="utf-8")
        messages = (model / "es.po").read_text(encoding="utf-8")
        text, changed = TITLE.subn(rf"\g<0>{words}", text, count=1)
        messages, translated = TITLE_MESSAGE.subn(rf'\1{words}\2{words}"', messages, count=1)
        if not changed or not translated:
            raise ValueError(f"{model}: no title was found to add {words!r} to")
        (self._handout(handout) / "handout.md").write_text(text, encoding="utf-8")
        (self._handout(handout) / "es.po").write_text(messages, encoding="utf-8")

    def equip(self, clinic: Clinic) -> None:
        """Write a brand's folder."""
        folder = self.root / "styles" / "brands" / clinic.brand
        folder.mkdir(parents=True, exist_ok=True)
        facts = {"name": clinic.name, "alt": clinic.alt, "color": clinic.color}
        lines = {code: json.dumps(clinic.contact(code), ensure_ascii=False) for code in LANGUAGES}
        text = BRAND.format(**facts, phone=clinic.phone, **lines)
        (folder / "_brand.yml").write_text(text, encoding="utf-8")
        (folder / "logo.svg").write_text(_logo(clinic), encoding="utf-8")

    def _handout(self, name: str) -> Path:
        return self.root / "handouts" / name

    def _kit(self, kit: str, handouts: Sequence[str]) -> str:
        return KIT.format(
            kit=kit,
            handouts=f"handouts = {json.dumps(handouts)}\n" if handouts else "",
            languages=json.dumps(LANGUAGES),
            sizes=json.dumps(SIZES),
            brands=json.dumps([clinic.brand for clinic in self.clinics]),
        )


def _logo(clinic: Clinic) -> str:
    """Return Riverside's logo in the clinic's colours, with a sun in a place of its own."""
    model = ROOT / "styles" / "brands" / "riverside"
    drawing = (model / "logo.svg").read_text(encoding="utf-8")
    for old, hue in (("#0b5563", 0.618), ("#3f6b1f", 0.382)):
        drawing = drawing.replace(old, _dark(clinic.number * hue))
    across, down = 8 + clinic.number % 20, 8 + clinic.number // 20 % 20
    sun = f'<circle cx="{across}" cy="{down}" r="5" fill="{clinic.color}"/></svg>'
    drawing = drawing.replace("Riverside Community Clinic (example)", clinic.name)
    return drawing.replace("</svg>", sun)


def _dark(hue: float) -> str:
    """Return a colour of that hue, as `#rrggbb`, that shows well on paper."""
    parts = colorsys.hls_to_rgb(hue % 1, 0.2, 0.7)
    return "#" + "".join(f"{round(part * 255):02x}" for part in parts)
