"""[Setting] → blocks: the words of many brands, laid out at once.

All stand in the same corner of one page, each text apart from the others, so that none
moves another by as much as a rounding; the page's operators are then divided by the numbers of
its marked content. Above them stands an alphabet in their style, so that the fonts of texts
within it hold the same glyphs whatever else is set with them: what a block is made of does not
depend on its neighbours.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from html import escape
from typing import Any

import pydyf
import weasyprint
from weasyprint.formatting_structure.boxes import BlockBox, TextBox

from plainleaf.model import BrandBlock, Setting, Thing
from plainleaf.typeset.families import with_families
from plainleaf.typeset.letters import families_shown

ALPHABET = (
    "".join(map(chr, range(0x21, 0x7F)))
    + "ÁÉÍÓÚÜÑáéíóúüñ¿¡·–—‘’“”… "  # what Spanish and typographers add
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

MATRIX = re.compile(rb"(\S+) (\S+) (\S+) (\S+) (\S+) (\S+) Tm")
FONT = re.compile(rb"/(\S+) \S+ Tf")
RISE = re.compile(rb"\S+ Ts")
"""Lifts a mark above its letter, or sets it back on the line."""

SHOW = re.compile(rb"\[.*\] TJ", re.DOTALL)
NUMBERED = re.compile(rb"<</MCID (\d+).*", re.DOTALL)
WORDS = re.compile(rb".*/ActualText (<[0-9a-f]*>|\((?:[^()\\]|\\.)*\)).*", re.DOTALL)
END = re.compile(rb"EMC")
IGNORED = re.compile(rb"q|Q|BT|ET|W|n|BDC|/[A-Z]\w*|/a1\.0 gs|0 0 0 rg|[^()]* (?:cm|re)")
REFERENCE = re.compile(rb"(?<![\d.])(\d+) 0 R\b")


class UnknownOperatorError(ValueError):
    """The engine draws words in a way that cannot be divided."""


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
        things = _Things(pdf)
        operators = _divided(_page_stream(pdf), boxes)
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
    for box in document.pages[0]._page_box.descendants(placeholders=True):  # noqa: SLF001
        if isinstance(box, BlockBox) and box.element.get("id"):
            yield box


def _page_stream(pdf: Any) -> list[Any]:
    page = next(
        thing
        for thing in pdf.objects
        if isinstance(thing, pydyf.Dictionary) and thing.get("Type") == "/Page"
    )
    number = int(bytes(page["Contents"]).split()[0])
    stream: list[Any] = next(thing for thing in pdf.objects if thing.number == number).stream
    return stream


class _Division:
    """Operators of one page, divided among the boxes that its marked content belongs to."""

    def __init__(self, owners: Mapping[int, int], count: int) -> None:
        self.owners = owners  # places of boxes by numbers of marked content
        self.found: list[list[bytes]] = [[] for _ in range(count)]
        self.here: list[bytes] = []  # of the box that is drawn in, or of none
        self.font = b""
        self.set_font = b""  # within the box
        self.words: list[bytes] = []  # that stand for glyphs, level by level
        self.is_marked = False  # with the outermost words
        self.steps: Sequence[tuple[re.Pattern[bytes], Callable[[re.Match[bytes]], None]]] = (
            (MATRIX, lambda found: self.here.append(found[0])),
            (FONT, self._choose),
            (RISE, lambda found: self.here.append(found[0])),
            (SHOW, self._show),
            (NUMBERED, self._enter),
            (WORDS, self._begin),
            (END, self._end),
            (IGNORED, lambda found: None),
        )

    def read(self, line: bytes) -> None:
        """Take one operator; raise UnknownOperatorError for what cannot be divided."""
        for pattern, step in self.steps:
            if found := pattern.fullmatch(line):
                step(found)
                return
        raise UnknownOperatorError(line[:80].decode("latin-1"))

    def _enter(self, found: re.Match[bytes]) -> None:
        owner = self.owners.get(int(found[1]))
        here = [] if owner is None else self.found[owner]
        if here is not self.here:
            self.here, self.set_font = here, b""
        words = WORDS.fullmatch(found[0])
        self.words.append(words[1] if words else b"")

    def _begin(self, found: re.Match[bytes]) -> None:
        self.words.append(found[1])

    def _choose(self, found: re.Match[bytes]) -> None:
        self.font = found[0]

    def _show(self, found: re.Match[bytes]) -> None:
        # The engine sets it once for texts that follow each other.
        if self.font != self.set_font:
            self.here.append(self.font)
            self.set_font = self.font
        words = next(filter(None, self.words), b"")
        if words and not self.is_marked:
            self.here.append(b"/Span<</ActualText %s>>BDC" % words)
            self.is_marked = True
        self.here.append(found[0])

    def _end(self, found: re.Match[bytes]) -> None:
        self.words.pop()
        if self.is_marked and not any(self.words):
            self.here.append(b"EMC")
            self.is_marked = False
        if not self.words:
            self.here, self.set_font = [], b""


def _divided(stream: Sequence[Any], boxes: Sequence[Any]) -> list[list[bytes]]:
    """Return the operators that draw each box's words, from the box's upper left corner."""
    owners = {
        text.marked_number: place
        for place, box in enumerate(boxes)
        for text in _texts(box)
        if hasattr(text, "marked_number")  # what is all white is not drawn
    }
    division = _Division(owners, len(boxes))
    for operator in stream:
        division.read(_source(operator))
    return division.found


def _source(operator: Any) -> bytes:
    if isinstance(operator, pydyf.Object):
        return bytes(operator.data)
    return operator if isinstance(operator, bytes) else str(operator).encode("latin-1")


def _block(setting: Setting, box: Any, lines: list[bytes], things: "_Things") -> BrandBlock:
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


def _texts(box: Any) -> Iterator[Any]:
    if isinstance(box, TextBox):
        yield box
    for child in getattr(box, "children", ()):
        yield from _texts(child)


class _Things:
    """Objects of the engine's PDF, cut out with all that they refer to."""

    def __init__(self, pdf: Any) -> None:
        self.by_number = {thing.number: thing for thing in pdf.objects}
        self.pdf = pdf
        self.groups: dict[tuple[bytes, ...], tuple[tuple[Thing, ...], dict[bytes, int]]] = {}

    def fonts(self, names: Sequence[bytes]) -> tuple[tuple[Thing, ...], dict[bytes, int]]:
        """Return fonts by the names that a page gives them, and their places among the things."""
        key = tuple(names)
        if key not in self.groups:
            table = (
                next(
                    thing
                    for thing in self.pdf.objects
                    if isinstance(thing, pydyf.Dictionary) and names and names[0].decode() in thing
                )
                if names
                else {}
            )
            numbers = [int(bytes(table[name.decode()]).split()[0]) for name in names]
            order = self._order(numbers)
            places = {name: order.index(n) for name, n in zip(names, numbers, strict=True)}
            self.groups[key] = self._cut(order), places
        return self.groups[key]

    def _order(self, numbers: Sequence[int]) -> list[int]:
        order = list(numbers)
        for number in order:  # grows on the way
            source, _ = self._split(number)
            order += [n for n in map(int, REFERENCE.findall(source)) if n not in order]
        return list(dict.fromkeys(order))

    def _cut(self, order: Sequence[int]) -> tuple[Thing, ...]:
        places = {number: place for place, number in enumerate(order)}

        def placed(found: re.Match[bytes]) -> bytes:
            return b"@%d@" % places[int(found[1])]

        parts = (self._split(number) for number in order)
        return tuple(Thing(REFERENCE.sub(placed, source), data) for source, data in parts)

    def _split(self, number: int) -> tuple[bytes, bytes | None]:
        thing = self.by_number[number]
        source, mark, data = bytes(thing.data).partition(b"\nstream\n")
        return source, data.removesuffix(b"\nendstream") if mark else None
