"""[Setting] and [Drawing] → blocks: the words and logos of many brands, laid out at once.

All of them stand on one endless page, which costs a sixth of a page for each. Its operators
are then divided by the height at which they draw. Above the blocks stands an alphabet in each
of their styles, so that the fonts of texts within it hold the same glyphs whatever else is
set with them: what a block is made of does not depend on its neighbours.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from html import escape
from typing import Any

import pydyf
import weasyprint
from weasyprint.formatting_structure.boxes import BlockBox, TextBox

from plainleaf.model import BrandBlock, Drawing, Setting, Thing
from plainleaf.typeset.fetch import BASE, KINDS

ALPHABET = (
    "".join(map(chr, range(0x21, 0x7F)))
    + "ÁÉÍÓÚÜÑáéíóúüñ¿¡·–—‘’“”… "  # what Spanish and typographers add
)
LIGATURES = ("ffi", "ffl", "ff", "fi", "fl", "fj")
"""Letters that a font may draw as one."""

GAP = 200  # CSS pixels between blocks: some fonts draw far above or below their line
LOGO_HEIGHT = 100.0  # CSS pixels; a stamp scales it
DEEP = 500_000  # CSS pixels: the page has no second one

PAGE = """<!doctype html><html lang="en"><head><title>-</title><style>
@page {{ size: 3000px {deep}px; margin: 0 }}
body {{ margin: 0 }}
p {{ margin: {gap}px 0; white-space: pre-line }}
img {{ display: block; height: {logo}px }}
</style></head><body>{body}</body></html>"""
BLOCK = '<p id="b{}" lang="{}" dir="{}" style="width:{!r}px;text-align:{};{}">{}</p>'

MATRIX = re.compile(rb"(\S+) (\S+) (\S+) (\S+) (\S+) (\S+) Tm")
FONT = re.compile(rb"/(\S+) \S+ Tf")
RISE = re.compile(rb"\S+ Ts")
"""Lifts a mark above its letter, or sets it back on the line."""

SHOW = re.compile(rb"\[.*\] TJ", re.DOTALL)
WORDS = re.compile(rb".*/ActualText (<[0-9a-f]*>|\((?:[^()\\]|\\.)*\)).*", re.DOTALL)
END = re.compile(rb"EMC")
IGNORED = re.compile(
    rb"q|Q|BT|ET|W|n|BDC|/[A-Z]\w*|<</MCID \d+>>|/a1\.0 gs|0 0 0 rg|[^()]* (?:cm|re)"
)
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


class _Logo:
    """An image to the engine, which draws itself into a form of its own."""

    def __init__(self, image: Any, width: float) -> None:
        self.image = image
        self.width = width
        self.form: Any = None

    def get_intrinsic_size(self, resolution: object, size: object) -> tuple[float, float, float]:
        return self.width, LOGO_HEIGHT, self.width / LOGO_HEIGHT

    def draw(self, stream: Any, width: float, height: float, style: Any) -> None:
        self.form = stream.add_group(0, 0, width, height)
        with self.form.stacked():
            self.image.draw(self.form, width, height, style)
        stream.draw_x_object(self.form.id)


def _refuse(url: str, *rest: object) -> Any:
    """Fetch nothing: all that a block is made of is in its page."""
    raise ValueError(f"{url[:80]} is asked for")


def set_words(settings: Sequence[Setting], fonts: Any) -> list[BrandBlock]:
    """Return a block for each setting."""
    source = weasyprint.HTML(string=_html(settings), url_fetcher=_refuse)
    document = source.render(font_config=fonts)
    boxes = list(_boxes(document))
    blocks: list[BrandBlock] = []

    def divide(document: Any, pdf: Any) -> None:
        things = _Things(pdf)
        operators = _divided(_page_stream(pdf), boxes)
        for setting, box, lines in zip(settings, boxes, operators, strict=True):
            blocks.append(_block(setting, box, lines, things))

    document.write_pdf(finisher=divide, pdf_variant="pdf/ua-1")
    return blocks


def set_logos(drawings: Sequence[Drawing], fonts: Any) -> list[BrandBlock]:
    """Return a block for each drawing."""
    logos = {f"{BASE}logo/{place}": _logo(each) for place, each in enumerate(drawings)}
    pictures = "".join(f'<img src="{url}" alt="-">' for url in logos)
    page = PAGE.format(deep=DEEP, gap=GAP, logo=LOGO_HEIGHT, body=pictures)
    document = weasyprint.HTML(string=page, url_fetcher=_refuse).render(
        font_config=fonts, cache=dict(logos)
    )
    blocks: list[BrandBlock] = []

    def cut(document: Any, pdf: Any) -> None:
        things = _Things(pdf)
        blocks.extend(_drawn(logo, things) for logo in logos.values())

    document.write_pdf(finisher=cut, pdf_variant="pdf/ua-1")
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
            escape(setting.style),
            escape(setting.text),
        )
        for place, setting in enumerate(settings)
    )
    body = "".join((*alphabets, *words))
    return PAGE.format(deep=DEEP, gap=GAP, logo=LOGO_HEIGHT, body=body)


def _boxes(document: Any) -> Iterator[Any]:
    for box in document.pages[0]._page_box.descendants():  # noqa: SLF001
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
    """Operators of one page, divided among boxes that follow each other down the page."""

    def __init__(self, boxes: Sequence[Any]) -> None:
        self.boxes = boxes
        self.found: list[list[bytes]] = [[] for _ in boxes]
        self.y = -1.0
        self.at = 0  # the box that is drawn in, or the next one
        self.font = self.words = b""
        self.set_font = b""  # within the box
        self.is_marked = False
        self.steps: Sequence[tuple[re.Pattern[bytes], Callable[[re.Match[bytes]], None]]] = (
            (MATRIX, self._move),
            (FONT, self._choose),
            (RISE, lambda found: self._here.append(found[0])),
            (SHOW, self._show),
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

    @property
    def _is_inside(self) -> bool:
        """Whether it is drawn in the box: above the boxes stand the alphabets."""
        return self.at < len(self.boxes) and _top(self.boxes[self.at]) <= self.y

    @property
    def _here(self) -> list[bytes]:
        """What is drawn in the box, or nowhere."""
        return self.found[self.at] if self._is_inside else []

    def _move(self, found: re.Match[bytes]) -> None:
        *turned, x, self.y = (float(number) for number in found.groups())
        while self.at < len(self.boxes) and _bottom(self.boxes[self.at]) <= self.y:
            self.at += 1
            self.set_font = b""
        if self.at < len(self.boxes):
            box = self.boxes[self.at]
            moved = (*turned, x - box.position_x, self.y - box.border_box_y())
            self._here.append(b" ".join(b"%.6f" % number for number in moved) + b" Tm")

    def _choose(self, found: re.Match[bytes]) -> None:
        self.font = found[0]

    def _show(self, found: re.Match[bytes]) -> None:
        # The engine sets it once for boxes that follow each other.
        if self._is_inside and self.font != self.set_font:
            self._here.append(self.font)
            self.set_font = self.font
        if self.words and not self.is_marked:
            self._here.append(b"/Span<</ActualText %s>>BDC" % self.words)
            self.is_marked = True
        self._here.append(found[0])

    def _begin(self, found: re.Match[bytes]) -> None:
        self.words = found[1]

    def _end(self, found: re.Match[bytes]) -> None:
        if self.is_marked:
            self._here.append(b"EMC")
        self.words, self.is_marked = b"", False


def _top(box: Any) -> float:
    """Return where a block's own place begins: half of the gap above it is its own."""
    return float(box.border_box_y() - GAP / 2)


def _bottom(box: Any) -> float:
    return float(box.border_box_y() + box.height + GAP / 2)


def _divided(stream: Sequence[Any], boxes: Sequence[Any]) -> list[list[bytes]]:
    """Return the operators that draw each box's words, from the box's upper left corner."""
    division = _Division(boxes)
    for operator in stream:
        division.read(_source(operator))
    return division.found


def _source(operator: Any) -> bytes:
    if isinstance(operator, pydyf.Object):
        return bytes(operator.data)
    return operator if isinstance(operator, bytes) else str(operator).encode("latin-1")


def _block(setting: Setting, box: Any, lines: list[bytes], things: "_Things") -> BrandBlock:
    shown = "".join(each.text for line in box.children for each in _texts(line))
    if "".join(shown.split()) != "".join(setting.text.split()):
        raise UnknownOperatorError(f"words were lost of {setting.text[:80]!r}")
    names = sorted({match[1] for line in lines if (match := FONT.fullmatch(line))})
    group, fonts = things.fonts(names)
    resources = b"".join(b"/%s @%d@" % (name, place) for name, place in fonts.items())
    return BrandBlock(
        content=b"\n".join((b"0 0 0 rg", b"BT", *lines, b"ET")),
        width=setting.width,
        height=len(box.children) * _line_height(box.style),
        resources=b"<</Font<<%s>>>>" % resources,
        things=group,
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


def _drawn(logo: _Logo, things: "_Things") -> BrandBlock:
    logo.form.extra.pop("Group", None)
    group = things.closure([logo.form.number])
    return BrandBlock(
        content=b"/L Do",
        width=logo.width,
        height=LOGO_HEIGHT,
        resources=b"<</XObject<</L @0@>>>>",
        things=group,
    )


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

    def closure(self, numbers: Sequence[int]) -> tuple[Thing, ...]:
        """Return objects with all that they refer to."""
        return self._cut(self._order(numbers))

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


def _logo(drawing: Drawing) -> _Logo:
    width = LOGO_HEIGHT * drawing.width / drawing.height
    return _Logo(_image(drawing), width)


def _image(drawing: Drawing) -> Any:
    """Return the engine's image of a drawing."""
    from weasyprint.images import get_image_from_uri
    from weasyprint.urls import URLFetcherResponse

    def fetch(url: str, *_: object) -> Any:
        return URLFetcherResponse(url, drawing.data, {"Content-Type": KINDS[drawing.kind]})

    return get_image_from_uri({}, fetch, {**weasyprint.DEFAULT_OPTIONS}, BASE + "logo")
