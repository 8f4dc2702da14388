"""What glyphs stand for where letters are shaped.

Scripts that reorder letters get their text written beside the glyphs. Right-to-left text does
not, since readers such as poppler turn it round: there each glyph gets its letter.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from itertools import groupby
from typing import Any, NamedTuple

import pydyf
from weasyprint.formatting_structure.boxes import TextBox
from weasyprint.text.ffi import ffi

from plainleaf.model import UNSEEN
from plainleaf.text.bidi import BLOCKS

# The scripts of India, Tibet, Thailand, Myanmar and Cambodia.
REORDERED = re.compile("[\u0900-\u109f\u1780-\u17ff\u1950-\u1aaf\u1b00-\u1bff\ua8e0-\uabff]")
FROM_RIGHT = re.compile(f"[{BLOCKS}]")
STEERING = UNSEEN | dict.fromkeys(map(ord, "\u061c\u200f"))
"""What only steers the direction, or where lines end: ours, and what authors write."""

DOTS_APART = "Nastaliq"
"""In the name of a font that draws letters from shared strokes and dots."""

SHOWN = re.compile(rb"<([0-9a-f]*)>|(-?[0-9][-+.0-9e]*)")
CODE = re.compile(rb"[0-9a-f]{4}")
"""Glyphs, and the room between them, in an operand of TJ."""

PAIRS = "()[]{}<>«»‹›≤≥≦≧≪≫≲≳⩽⩾∈∋⊂⊃⊆⊇⟨⟩⟪⟫（）［］｛｝＜＞〈〉《》「」『』【】〔〕"
MIRRORED = {sign: PAIRS[place ^ 1] for place, sign in enumerate(PAIRS)}
"""What right-to-left text draws by the glyph of another sign."""

NO_WIDTH = "\u200b"
EMPTY = 0x0FFFFFFF  # PANGO_GLYPH_EMPTY
UNKNOWN = 0x10000000  # PANGO_GLYPH_UNKNOWN_FLAG: of a letter that no font has, drawn as a box

LIGATURES = {
    unicodedata.normalize("NFKC", chr(code)): chr(code)
    for code in (*range(0xFEF5, 0xFEFD, 2), 0xFDF2)
}
"""One character for several letters in one glyph: readers turn several of them round."""


@contextmanager
def marked(_: object, stream: Any, box: Any, tag: str) -> Iterator[None]:
    """Mark content as the engine does, with its text where the glyphs cannot tell it."""
    tags = stream._tags  # noqa: SLF001
    if tags is not None:
        properties = {"MCID": len(tags)}
        tags[box] = {"tag": tag, "mcid": len(tags)}
        box.marked_number = len(tags) - 1  # the engine forgets whose it was
        if isinstance(box, TextBox) and _is_beyond_glyphs(box):
            properties["ActualText"] = pydyf.String(box.text.translate(STEERING))
        pydyf.Stream.begin_marked_content(stream, tag, pydyf.Dictionary(properties))
    try:
        yield
    finally:
        if tags is not None:
            pydyf.Stream.end_marked_content(stream)


def _is_beyond_glyphs(box: Any) -> bool:
    if FROM_RIGHT.search(box.text):
        return any(DOTS_APART in family for family in box.style["font_family"])
    return bool(REORDERED.search(box.text))


def draw_first_line(draw: Callable[..., Any], stream: Any, textbox: Any, *rest: Any) -> Any:
    """Draw a line, then learn what each glyph of right-to-left text stands for."""
    before = len(stream.stream)
    emojis = draw(stream, textbox, *rest)
    if FROM_RIGHT.search(textbox.text) or textbox.style["direction"] == "rtl":
        line, _ = textbox.pango_layout.get_first_line()
        clusters = list(_clusters(line, textbox.pango_layout.text.encode()))
        for cluster in clusters:
            font, _ = stream.add_font(cluster.font)
            font.to_unicode.update(_letters(cluster))
        if any(cluster.mirrored for cluster in clusters):
            stream.stream[before:] = list(_with_brackets(stream.stream[before:], clusters))
    return emojis


class Cluster(NamedTuple):
    """Glyphs that stand for some letters together, from left to right."""

    font: Any
    drawn: Sequence[Any]
    letters: str
    mirrored: bool  # drawn by the glyph of its mirror image


def _clusters(line: Any, text: bytes) -> Iterator[Cluster]:
    run = line.runs[0]
    while run != ffi.NULL:
        item, shown = run.data.item, run.data.glyphs
        count = shown.num_glyphs
        glyphs = list(zip(shown.log_clusters[0:count], shown.glyphs[0:count], strict=True))
        starts = sorted({start for start, _ in glyphs})
        ends = dict(zip(starts, [*starts[1:], item.length], strict=True))
        for start, cluster in groupby(glyphs, lambda pair: int(pair[0])):
            piece = text[item.offset + start : item.offset + ends[start]]
            letters = piece.decode().translate(STEERING)
            drawn = [info for _, info in cluster if info.glyph != EMPTY]
            mirrored = item.analysis.level % 2 == 1 and letters in MIRRORED
            yield Cluster(item.analysis.font, drawn, letters, mirrored)
        run = run.next


def _with_brackets(operators: Sequence[bytes], clusters: Sequence[Cluster]) -> Iterator[bytes]:
    """Yield a line's operators, each mirrored sign with its text beside its glyph.

    The glyph itself stands for what it looks like, as left-to-right text uses it too.
    """
    said = [each.letters if each.mirrored else "" for each in clusters for _ in each.drawn]
    place = 0
    for operator in operators:
        if not operator.endswith(b" TJ"):
            yield operator
            continue
        for glyphs, room in SHOWN.findall(operator):
            for code in CODE.findall(glyphs):
                yield from _beside(said[place], b"[<" + code + b">] TJ")
                place += 1
            if room:
                yield b"[" + room + b"] TJ"


def _beside(text: str, operator: bytes) -> Iterator[bytes]:
    if text:
        yield b"/Span <</ActualText " + pydyf.String(text).data + b">> BDC"
    yield operator
    if text:
        yield b"EMC"


def _letters(cluster: Cluster) -> dict[int, str]:
    """Return what each glyph of a cluster stands for, its marks apart from its letters."""
    _, drawn, letters, mirrored = cluster
    marks = [info.glyph for info in drawn if not info.geometry.width]
    signs = [letter for letter in letters if unicodedata.combining(letter)]
    if len(drawn) == 1 or len(marks) != len(signs):
        marks, signs = [], []
    rest = "".join(letter for letter in letters if letter not in signs)
    if mirrored:
        rest = MIRRORED[letters]
    found = dict(zip(marks, reversed(signs), strict=True))
    for info in drawn:
        if info.glyph not in found and not info.glyph & UNKNOWN:
            found[info.glyph] = LIGATURES.get(rest, rest) or NO_WIDTH
            rest = ""
    return found


def build_fonts_dictionary(build: Callable[..., Any], pdf: Any, fonts: Any, *rest: Any) -> Any:
    """Build the fonts; a glyph that draws the rest of a letter stands for a mark of no width."""
    for font in fonts.values():
        for glyph, text in font.to_unicode.items():
            font.to_unicode[glyph] = text or NO_WIDTH
    return build(pdf, fonts, *rest)
