"""A network → what its peers set: each edition's HTML, each language's words as JSON.

The first handout, in each language and size: the very HTML that plainleaf typesets, and the same
words for an engine that reads no HTML.
"""

import html
import json
import re
from collections.abc import Mapping
from pathlib import Path

from bench.network import HANDOUTS, LANGUAGES, SIZES
from plainleaf.build.plan import plan
from plainleaf.load.library import load
from plainleaf.model import Block, Brand, Choice, Shape, Sheet, Unit, Voice
from plainleaf.text.locales import long_date
from plainleaf.text.localize import localize
from plainleaf.workspace import Workspace
from plainleaf.workspace.settings import read_settings
from plainleaf.workspace.survey import take_survey
from tests.filled import compose_filled

BOLD = re.compile(r"</?(?:strong|em)>")
TAG = re.compile(r"<[^>]*>")
LOCAL = re.compile(r'((?:src="|@import url\())((?:styles|handouts)/[^")]*)')

DRAFT = "Draft translation, not yet reviewed."
KINDS = {"when-to-call": "When to call", "questions": "Questions to ask"}
"""What heads a section without a title."""

LABELS = {
    "key": "Key points",
    "phone": "Phone:",
    "name": "Name:",
    "date": "Date:",
    "own": "My own questions:",
    "about": "About this handout",
    "given": "Given to you by %(organization)s.",
    "page": "Page %(page)s of %(pages)s",
}

Spans = list[tuple[str, bool]]
"""Words, and whether they are bold."""


def write_texts(root: Path, brand: str, folder: Path) -> None:
    """Write <language>_<size>.html, carrying `brand`, and <language>.json into `folder`."""
    workspace = Workspace.at(root)
    own, sheets = _sheets(workspace, brand)
    for sheet in sheets:
        code = sheet.language.code
        page = compose_filled(sheet, workspace, own).replace(
            'src="logo"', f'src="styles/brands/{brand}/logo.svg"'
        )
        page = LOCAL.sub(lambda found: found[1] + workspace.locate(found[2]).as_uri(), page)
        name = f"{code}_{sheet.edition.size}.html"
        (folder / name).write_text(page, encoding="utf-8")
        (folder / f"{code}.json").write_text(json.dumps(_words(sheet)), encoding="utf-8")


def _sheets(workspace: Workspace, brand: str) -> tuple[Brand, list[Sheet]]:
    settings = read_settings(workspace)
    survey = take_survey(workspace, settings)
    choice = Choice(HANDOUTS[:1], LANGUAGES, ("patient",), SIZES, brands=(brand,))
    imprints = plan(survey, settings, [choice])
    editions = [imprint.edition for imprint in imprints]
    library, _ = load(workspace, settings, editions, [brand], survey.audiences, survey.languages)
    own = library.brands[brand]
    return own, [localize(library, edition, Shape.of(own)) for edition in editions]


def _words(sheet: Sheet) -> Mapping[str, object]:
    handout, (voice,) = sheet.handout, sheet.voices
    strip = f"{sheet.source_title} · {voice.language.english_name} / {voice.language.own_name}"
    strip += f" · {handout.version} · {handout.reviewed.isoformat()}"
    sections = [
        {
            "number": each.number,
            "title": _spans(each.title, voice, KINDS.get(each.kind, "")),
            "blocks": [_block(block, voice) for block in each.blocks],
        }
        for each in handout.sections
    ]
    return {
        "language": voice.language.code,
        "author": handout.publisher,
        "title": voice.phrases[handout.title.id].plain,
        "summary": voice.phrases[handout.summary.id].plain,
        "draft": [_fixed(DRAFT, voice), DRAFT] if voice.is_draft else [],
        "lead": [_block(block, voice) for block in handout.lead],
        "sections": sections,
        "about": _about(sheet, voice),
        "strip": strip if sheet.is_translated else sheet.source_title,
        "labels": _labels(sheet, voice),
    }


def _block(block: Block, voice: Voice) -> Mapping[str, object]:
    return {
        "kind": block.kind,
        "words": _spans(block.unit, voice),
        "plain": voice.phrases[block.unit.id].plain if block.unit else "",
        "children": [_block(child, voice) for child in block.children],
        **block.options,
    }


def _spans(unit: Unit | None, voice: Voice, fixed: str = "") -> Spans:
    """Return a unit's words, else fixed ones."""
    if not unit:
        return [(_fixed(fixed, voice), False)]
    pieces = BOLD.split(voice.phrases[unit.id].html)
    plain = (html.unescape(TAG.sub("", piece)) for piece in pieces)
    return [(words, place % 2 == 1) for place, words in enumerate(plain) if words]


def _about(sheet: Sheet, voice: Voice) -> list[str]:
    """Return two paragraphs: who wrote it and when, and from what."""
    handout, code = sheet.handout, voice.language.code
    written = [
        _fixed("Written by %(publisher)s.", voice, publisher=handout.publisher),
        _fixed("Version %(version)s.", voice, version=handout.version),
        _fixed(
            "Checked against its sources: %(date)s.",
            voice,
            date=long_date(handout.reviewed, code),
        ),
        _fixed("Next check: %(date)s.", voice, date=long_date(handout.review_by, code)),
    ]
    sources = [
        _fixed("Sources:", voice),
        *(voice.phrases[source.id].plain for source in handout.sources),
        _fixed("This is general information. Your care team knows what is right for you.", voice),
        _fixed("Was it clear? Tell the person who gave it to you.", voice),
    ]
    return [" ".join(written), " ".join(sources)]


def _labels(sheet: Sheet, voice: Voice) -> Mapping[str, str]:
    language = voice.language
    own = dict.fromkeys((language.own_name, language.english_name))
    others = [each.own_name for each in sheet.available if each != language]
    also = _fixed("Also in these languages:", voice)
    return {
        **{name: voice.words.get(words, words) for name, words in LABELS.items()},
        "language": " / ".join(own),
        "for": _fixed("For: %(audience)s", voice, audience=_fixed(sheet.audience, voice)),
        "others": "   ".join([also, *others]) if others else "",
    }


def _fixed(words: str, voice: Voice, **values: str) -> str:
    return voice.words.get(words, words) % values
