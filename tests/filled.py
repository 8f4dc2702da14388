"""A brand set with the text: what a stamp puts into open slots, as HTML."""

import segno
from markupsafe import Markup, escape

from plainleaf.brand.fill import fill
from plainleaf.model import ADDRESS, CODE, SENTINEL, Brand, Sheet, Voice
from plainleaf.typeset.compose import LINK, compose
from plainleaf.workspace import Workspace

WORDS = Markup('<p class="slot__words{}" lang="{}" dir="{}" data-said="{}">{}</p>')
PICTURE = Markup('<img class="slot__logo" src="logo" alt="{}" style="--clear: {}">')
STYLE = """<style>
.slot .slot__words--far { text-align: end }
.slot__logo { display: block; height: calc(var(--room) / (1 + var(--clear))); \
box-sizing: border-box; max-width: 100%; object-fit: contain; object-position: left top; \
padding-inline-end: calc(var(--room) * var(--clear) / (1 + var(--clear))) }
.side[dir="rtl"] .slot__logo { object-position: right top; margin-inline-end: auto }
.slot--code .qr { display: block; width: var(--room); height: var(--room) }
</style>"""
LEAST = 3  # the version that has enough modules for a slot


def compose_filled(sheet: Sheet, workspace: Workspace, brand: Brand) -> str:
    """Return a sheet's HTML with a brand in its slots and in its colour."""

    def filled(name: str, sheet: Sheet, voice: Voice) -> Markup:
        return _filled(name, sheet, voice, brand)

    html = compose(sheet, workspace, filled).replace("</head>", f"{STYLE}</head>")
    return html.replace(SENTINEL, brand.color or "#000000")


def _filled(name: str, sheet: Sheet, voice: Voice, brand: Brand) -> Markup:
    language = voice.language
    said = fill(name, brand, sheet.handout.name, language.code, voice.words)
    if name == CODE:
        return Markup(_code(brand.page_of(sheet.handout.name), said.text))  # drawn here
    if said.is_drawn:
        return PICTURE.format(said.text, brand.clear_space)
    words = LINK.format(said.text, said.text) if name == ADDRESS else escape(said.text)
    far = " slot__words--far" if said.direction != language.direction else ""
    return WORDS.format(far, said.language, said.direction, said.aloud, words)


def _code(url: str, title: str) -> str:
    code = segno.make_qr(url, error="m")
    if int(code.version) < LEAST:
        code = segno.make_qr(url, error="m", version=LEAST)
    drawn: str = code.svg_inline(title=title, light="#fff", svgclass="qr", omitsize=True)
    return drawn
