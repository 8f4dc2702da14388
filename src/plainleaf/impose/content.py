"""Operators of a page or form → the same in plain colours."""

from collections.abc import Iterator
from typing import Any

from pikepdf import (
    ContentStreamInlineImage,
    ContentStreamInstruction,
    Name,
    Object,
    Operator,
    parse_content_stream,
)

from plainleaf.impose.color import Shade
from plainleaf.impose.space import DEVICES, Space, device_space, refused, space_of
from plainleaf.model import Inks

SPOT = Name.Spot
"""What resources call the brand's ink."""

DEVICE = {"g": "/DeviceGray", "rg": "/DeviceRGB", "k": "/DeviceCMYK"}
"""By operator; it sets the space and the colour. In capitals for strokes, as all of these."""

OF_CHANNELS = {DEVICES[space]: operator for operator, space in DEVICE.items()}
SETTERS, STROKE_SETTERS = ("sc", "scn"), ("SC", "SCN")
INLINE = "INLINE IMAGE"
COLORS = (*DEVICE, "cs", *SETTERS)
READ = frozenset((*COLORS, *map(str.upper, COLORS), "q", "Q", INLINE))
"""Operators that matter to colours."""

Instruction = tuple[list[Any], Operator] | ContentStreamInstruction | ContentStreamInlineImage


class Turning:
    """Reads content once; knows which colour space is set, for fills and for strokes."""

    def __init__(self, spaces: Object, inks: Inks | None) -> None:
        self.uses_spot = False
        self._spaces = spaces
        self._inks = inks
        self._now: dict[bool, Space | None] = {False: None, True: None}  # by whether of strokes
        self._saved: list[dict[bool, Space | None]] = []
        self._first: list[Instruction] = []  # the colour that a space begins with, unless …
        self._setters: tuple[str, ...] = ()  # … one of these comes next

    def run(self, content: Object) -> Iterator[Instruction]:
        """Yield the instructions."""
        for read in parse_content_stream(content):
            name = str(read.operator)
            if name not in self._setters:  # none of the colour that follows at once
                yield from self._first
            self._first, self._setters = [], ()
            if name in READ:
                yield from self._turned(list(read.operands), read.operator, name)
            else:  # most of them, as they are
                yield read
        yield from self._first

    def _turned(self, operands: list[Any], operator: Operator, name: str) -> Iterator[Instruction]:
        is_stroke = name.isupper()
        match name.lower():
            case "q":
                self._nest(name)
            case "g" | "rg" | "k" as device:
                space = self._now[is_stroke] = device_space(DEVICES[DEVICE[device]], self._inks)
                yield from self._said(space, operands, is_stroke)
                return
            case "cs":
                yield from self._begin(operands[0], operator, is_stroke)
                return
            case "sc" | "scn" if not _is_pattern(operands):
                if not (set_now := self._now[is_stroke]):
                    raise refused("a colour without a space")
                yield from self._said(set_now, operands, is_stroke)
                return
        if name == INLINE:
            raise refused("an image among its operators")
        yield operands, operator

    def _nest(self, name: str) -> None:
        if name == "q":
            self._saved.append(dict(self._now))
        elif self._saved:
            self._now = self._saved.pop()

    def _begin(self, name: Object, operator: Operator, is_stroke: bool) -> Iterator[Instruction]:
        if name == Name.Pattern:
            self._now[is_stroke] = None
            yield [name], operator
            return
        space = self._now[is_stroke] = space_of(self._spaces.get(str(name), name), self._inks)
        self._first = list(self._said(space, space.first, is_stroke))
        self._setters = STROKE_SETTERS if is_stroke else SETTERS

    def _said(self, space: Space, values: Any, is_stroke: bool) -> Iterator[Instruction]:
        shade = space.shade([float(value) for value in values])
        if shade.is_spot:
            self.uses_spot = True
            yield [SPOT], _operator("cs", is_stroke)
        yield _numbers(shade, values), _operator(_setter(shade), is_stroke)


def _setter(shade: Shade) -> str:
    return "scn" if shade.is_spot else OF_CHANNELS[len(shade.channels)]


def _operator(name: str, is_stroke: bool) -> Operator:
    return Operator(name.upper() if is_stroke else name)


def _numbers(shade: Shade, given: Any) -> list[Any]:
    """Return the channels, as they were written where they are the same."""
    numbers = [float(value) for value in given]
    return list(given) if list(shade.channels) == numbers else [*map(_short, shade.channels)]


def _short(channel: float) -> float | int:
    number = round(channel, 6)
    return int(number) if number == int(number) else number


def _is_pattern(operands: list[Any]) -> bool:
    return bool(operands) and isinstance(operands[-1], Name)
