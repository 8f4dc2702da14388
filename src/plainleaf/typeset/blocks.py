"""[Setting] → blocks: the words of many brands, laid out at once.

All stand in the same corner of one page, each text apart from the others, so that none
moves another by as much as a rounding; the page's operators are then divided by the numbers of
its marked content. Above them stands an alphabet in their style, so that the fonts of texts
within it hold the same glyphs whatever else is set with them: what a block is made of does not
depend on its neighbours.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from html import escape
from typing import Any

import weasyprint

from plainleaf.model import BrandBlock, Setting
from plainleaf.typeset.engine.boxes import BlockBox, page_box
from plainleaf.typeset.engine.divide import FONT, divided
from plainleaf.typeset.engine.things import Things
from plainleaf.typeset.families import with_families
from plainleaf.typeset.letters import families_shown

ALPHABET = (
    "".join(map(chr, range(0x21, 0x7F)))
    + "ÁÉÍÓÚÜÑáéíóúüñ¿¡·–—‘’“”…\u00a0\u2060 "  # what Spanish and typographers add
)
LIGATURES = ("ffi", "ffl", "ff", "fi", "fl", "fj")
"""Letters that a font may draw as one."""

DEEP = 500_000  # CSS pixels: the page has no second one

PAGE = """<!doctype html><html lang="en"><head><title>-</title><style>
@page {{ size: 3000px {deep}px; margin: 0 }}
body {{ margin: 0 }}
p {{ margin: 0; white-space: pre-line }}
p[id] {{ position: absolute; top: 0; left: 0 }}
</style></head><body>{body}</body></html>"""
BLOCK = '<p id="b{}" lang="{}" dir="{}" style="width:{!r}px;text-align:{};{}">{}</p>'


def kin_of(setting: Setting) -> tuple[str, str] | None:
    """Return what tells texts that are set beside each other; None for one that is set alone.

    Those within the alphabet are, if their language and style are the same: then the fonts of
    each hold the same glyphs as those of all.
    """
    is_common = setting.text.isascii() or set(setting.text) <= {*ALPHABET, "\n"}
    return (setting.language, setting.style) if is_common else None


def _refuse(url: str, *rest: object) -> Any:
    """Fetch nothing: all that a block is made of is in its page."""
    raise ValueError(f"{url[:80]} is asked for")


def set_words(settings: Sequence[Setting], fonts: Any) -> list[BrandBlock]:
    """Return a block for each setting; raise OtherWordsError where one says anything else."""
    source = weasyprint.HTML(string=_html(settings), url_fetcher=_refuse)
    document = source.render(font_config=fonts)
    boxes = list(_boxes(document))
    blocks: list[BrandBlock] = []

    def divide(document: Any, pdf: Any) -> None:
        things = Things(pdf)
        operators = divided(things.page_stream(), boxes)
        known = {font.hash.encode(): font for font in document.fonts.values()}
        for setting, box, lines in zip(settings, boxes, operators, strict=True):
            block = _block(setting, box, lines, things)
            style = with_families(setting.style, setting.text)
            families = families_shown(block.content, known, setting.text, style)
            blocks.append(replace(block, families=families))

    document.write_pdf(finisher=divide, pdf_variant="pdf/ua-1")
    return blocks


def _html(settings: Sequence[Setting]) -> str:
    kins = dict.fromkeys(map(kin_of, settings))
    letters = escape(" ".join((*ALPHABET, *LIGATURES)))
    alphabets = (
        f'<p lang="{kin[0]}" style="{escape(kin[1])}">{letters}</p>' for kin in kins if kin
    )
    words = (
        BLOCK.format(
            place,
            setting.language,
            setting.direction,
            setting.width,
            setting.side,
            escape(with_families(setting.style, setting.text)),
            escape(setting.text),
        )
        for place, setting in enumerate(settings)
    )
    body = "".join((*alphabets, *words))
    return PAGE.format(deep=DEEP, body=body)


def _boxes(document: Any) -> Iterator[Any]:
    for box in page_box(document.pages[0]).descendants(placeholders=True):
        if isinstance(box, BlockBox) and box.element.get("id"):
            yield box


def _block(setting: Setting, box: Any, lines: list[bytes], things: Things) -> BrandBlock:
    names = sorted({match[1] for line in lines if (match := FONT.fullmatch(line))})
    group, fonts = things.fonts(names)
    resources = b"".join(b"/%s @%d@" % (name, place) for name, place in fonts.items())
    return BrandBlock(
        content=b"\n".join((b"0 0 0 rg", b"BT", *lines, b"ET")),
        width=setting.width,
        height=len(box.children) * _line_height(box.style),
        resources=b"<</Font<<%s>>>>" % resources,
        things=group,
        of=setting.digest,
    )


def _line_height(style: Any) -> float:
    """Return the height of a line; one with letters of two fonts may be a little higher."""
    height = style["line_height"]
    return float(height[0] if isinstance(height, tuple) else height * style["font_size"])
