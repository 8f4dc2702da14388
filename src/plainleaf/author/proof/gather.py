"""The name of a brand → ProofSheet: its logos through the gate, and a handout that carries it."""

import io
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pypdfium2

from plainleaf.author.proof.sheet import ROOM, Pages, ProofSheet
from plainleaf.brand.read import read_brand
from plainleaf.build import Unheard, build
from plainleaf.build.order import Order
from plainleaf.errors import Finding, PlainleafError, Severity, nearest
from plainleaf.model import (
    MOST_LOGO_BYTES,
    PLAIN,
    Brand,
    Choice,
    Contact,
    Drawing,
    Setting,
)
from plainleaf.stamp.appearance import Appearance, about_ground, appearance_of
from plainleaf.stamp.form import page_of
from plainleaf.text.isolate import isolate, isolate_whole
from plainleaf.text.languages import find_language
from plainleaf.text.locales import direction_of
from plainleaf.workers.fence import Fence
from plainleaf.workers.jobs import BlocksJob, LogoJob
from plainleaf.workspace import Workspace
from plainleaf.workspace.epoch import wanted_date
from plainleaf.workspace.hold import Scratch
from plainleaf.workspace.settings import AXES, Settings
from plainleaf.workspace.survey import Survey, take_survey

LOGO_HEIGHT = re.compile(r"--logo:\s*(\d+(?:\.\d+)?)mm")
"""How a style says how high a logo is printed."""

LENGTHS = ("styles/sizes/", "styles/formats/")
"""Folders with styles that say it."""

SHOWN, PIXELS = 2, 700
"""Pages of a handout, and how wide their pictures are."""

COLUMN = 60 / 25.4 * 96  # CSS pixels of words in a script that ReportLab does not set
SHARP = 300 / 72
"""Dots for a point, of a picture of words."""

STYLE = "font-family:'Noto Sans';font-size:13.3px;line-height:1.7;white-space:pre-line"
OTHER_SCRIPT = re.compile("[^\u0000-\u058f\u1e00-\u20ff]")

FIRST_BRAND = "There is none yet: 'plainleaf new brand NAME --logo FILE' makes one."


@dataclass(frozen=True)
class TextPictures:
    """Words of a brand, typeset in their own script and direction: PNG at 300 dpi."""

    contacts: Mapping[str, bytes]  # by language
    texts: Mapping[str, bytes]  # by text: name, partners, what a screen reader says


def gather(workspace: Workspace, settings: Settings, name: str, paper: str) -> ProofSheet:
    """Return all that a brand's proof shows; raise PlainleafError where there is no such brand."""
    wanted_date()  # ReportLab takes it as it comes
    survey = take_survey(workspace, settings)
    _see_choice(name, paper, survey)
    brand, warnings = read_brand(workspace, name)
    drawings = _drawings(workspace, settings, brand)
    texts = text_pictures(workspace, settings, brand)
    heights = _heights(workspace, survey)
    shown = (appearance_of(brand, height * ROOM, drawings) for height in heights)
    logos = tuple(filter(None, shown))
    contacts = (find_language(code, settings.languages) for code in brand.contacts)
    return ProofSheet(
        brand=brand,
        paper=paper,
        logos=logos,
        heights=heights,
        languages={each.code: each for each in filter(None, contacts)},
        contact_pictures=texts.contacts,
        text_pictures=texts.texts,
        pages=_pages(workspace, settings, survey, name, paper),
        findings=(*warnings, *_about_logos(logos)),
        fonts=settings.fonts,
    )


def text_pictures(workspace: Workspace, settings: Settings, brand: Brand) -> TextPictures:
    """Return pictures of what ReportLab does not set: other scripts than Latin and its kin."""
    contacts = {
        code: "\n".join(filter(None, _in_order(contact, code)))
        for code, contact in brand.contacts.items()
    }
    pictures = [picture.alt for picture in brand.pictures.values()]
    lines = [line for contact in brand.contacts.values() for line in contact.lines]
    texts = [brand.title, brand.disclaimer, *brand.partners, *pictures, *lines]
    said = {(code, text): _setting(text, code) for code, text in contacts.items()}
    said |= {("", text): _setting(text, "en") for text in texts}
    wanted = {key: each for key, each in said.items() if OTHER_SCRIPT.search(each.text)}
    if not wanted:
        return TextPictures({}, {})
    with Fence({"typeset": 1}, settings.limits, settings.fonts) as fence:
        reply = fence.ask("typeset", BlocksJob(tuple(wanted.values())), brand.path)
    drawn = {
        key: next(_pictures(page_of(block), SHARP))
        for place, (key, block) in enumerate(zip(wanted, reply.blocks, strict=True))
        if place not in reply.faults
    }
    return TextPictures(
        {code: png for (code, _), png in drawn.items() if code},
        {text: png for (code, text), png in drawn.items() if not code},
    )


def _in_order(contact: Contact, language: str) -> tuple[str, ...]:
    """Return a contact's phone and lines, so that figures keep their order."""
    if direction_of(language) == "ltr":
        return (contact.phone, *contact.lines)
    phone = isolate_whole(contact.phone) if contact.phone else ""
    return (phone, *map(isolate, contact.lines))


def _setting(text: str, language: str) -> Setting:
    direction = direction_of(language)
    side = "left" if direction == "ltr" else "right"
    return Setting(text, language, direction, side, COLUMN, STYLE)


def _see_choice(name: str, paper: str, survey: Survey) -> None:
    """Raise PlainleafError where the brand or the paper is none."""
    others = [brand for brand in survey.brands if brand != PLAIN]
    faults = []
    if name == PLAIN:
        message = f"{PLAIN!r} carries no organization, so there is nothing to prove."
        hint = nearest("", others) if others else FIRST_BRAND
        faults.append(Finding("choice", None, "no-brand", message, hint))
    elif name not in others:
        message = f"no brand is named {name[:80]!r}."
        hint = nearest(name, others) if others else FIRST_BRAND
        faults.append(Finding("choice", None, "unknown-brand", message, hint))
    if paper not in survey.papers:
        message, hint = f"no paper is named {paper[:80]!r}.", nearest(paper, survey.papers)
        faults.append(Finding("choice", None, "unknown-paper", message, hint))
    if faults:
        raise PlainleafError(*faults)


def _drawings(workspace: Workspace, settings: Settings, brand: Brand) -> dict[str, Drawing]:
    """Return the drawing of each picture, by its path; raise PlainleafError with all faults."""
    if not brand.pictures:
        return {}
    passed: dict[str, Drawing] = {}
    faults: list[Finding] = []
    with Fence({"logo": 1}, settings.limits, settings.fonts) as fence:
        for path in dict.fromkeys(picture.path for picture in brand.pictures.values()):
            try:
                passed[path] = _drawing(workspace, fence, path)
            except PlainleafError as error:
                faults += error.findings
    if faults:
        raise PlainleafError(*faults)
    return passed


def _drawing(workspace: Workspace, fence: Fence, path: str) -> Drawing:
    data = workspace.read_bytes(path, MOST_LOGO_BYTES)
    return fence.ask("logo", LogoJob(data), path)


def _about_logos(logos: Iterable[Appearance]) -> Iterable[Finding]:
    """Return, once for each file, what was changed in a logo, and what its ground does to it."""
    return dict.fromkeys(finding for logo in logos for finding in _about_logo(logo))


def _about_logo(logo: Appearance) -> Iterator[Finding]:
    for note in logo.drawing.notes:
        hint = "See that it looks right."
        yield Finding(logo.picture.path, None, "logo-changed", note, hint, Severity.WARNING)
    yield from about_ground(logo)


def _heights(workspace: Workspace, survey: Survey) -> tuple[float, float]:
    """Return the lowest and the highest logo that any style prints, in millimetres."""
    styles = (path for path in survey.digests if path.startswith(LENGTHS))
    found = [
        float(length)
        for path in styles
        for length in LOGO_HEIGHT.findall(workspace.read_text(path))
    ]
    return (min(found), max(found)) if found else ProofSheet.heights


def _pages(
    workspace: Workspace, settings: Settings, survey: Survey, name: str, paper: str
) -> Pages | None:
    """Build one handout for the brand and return its first pages; None without a handout."""
    handouts = settings.defaults.handouts or survey.handouts
    if not handouts:
        return None
    chosen = {axis: getattr(settings.defaults, axis)[:1] for axis in AXES}
    wanted = {"handouts": handouts[:1], "papers": (paper,), "brands": (name,), "layouts": ()}
    with Scratch() as folder:
        choice = Choice(**{**chosen, **wanted})
        order = Order(workspace, settings, (choice,), folder, jobs=1)
        (result,) = build(order, Unheard()).results
        if result.state == "failed":
            raise PlainleafError(*result.findings)
        pdf = (folder / result.imprint).read_bytes()
    pictures = tuple(_pictures(pdf))
    return Pages(Path(result.imprint).stem, result.pages, pictures)


def _pictures(pdf: bytes, scale: float | None = None) -> Iterator[bytes]:
    """Yield the first pages as PNG; the PDF is ours, so it needs no fence."""
    with pypdfium2.PdfDocument(pdf) as document:
        for number in range(min(SHOWN, len(document))):
            page = document[number]
            with io.BytesIO() as png:
                page.render(scale=scale or PIXELS / page.get_width()).to_pil().save(png, "PNG")
                yield png.getvalue()
