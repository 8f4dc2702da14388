"""Press sheets → the plates that each page needs: what a print shop's separator makes of it.

All that a page draws with is walked: content, forms, images, gradients, patterns. What masks
them puts no ink on paper; there, only a space that would be a plate of its own is told.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import pikepdf
from pikepdf import Dictionary, Name, Object, Stream

from plainleaf.checks.facts.content import EndlessContentError
from plainleaf.checks.facts.document import open_document
from plainleaf.errors import Fault
from plainleaf.model import LETTERS, PROCESS, RGB_SPACE, in_order

Plates = frozenset[str]

DEVICES = {"/DeviceGray": "K", "/DeviceRGB": RGB_SPACE, "/DeviceCMYK": "CMYK"}
SETTERS = {"g": "/DeviceGray", "rg": "/DeviceRGB", "k": "/DeviceCMYK"}
NO_PLATE = ("All", "None")
"""Names that are no ink: on each plate there is, and on none."""

INKS = frozenset((*LETTERS, RGB_SPACE))
NAMING = {"Do": "/XObject", "sh": "/Shading", "gs": "/ExtGState"}
"""Where an operator's name is looked up."""

PLATE = ""
"""Stands for none of these places."""

INLINE = "INLINE IMAGE"
READ = "q Q g G rg RG k K cs CS sc SC scn SCN Do sh gs BI ID EI"
"""What operators are read: others, which are most, leave colours as they are."""

DEEPEST = 30


def read_plates(pdf: bytes) -> tuple[Plates, ...]:
    """Return the plates of each page, as C, M, Y, K, RGB, the name of a spot, or of a space."""
    with open_document(pdf) as document:
        return tuple(frozenset(_Walk().read(page.obj, page.resources)) for page in document.pages)


def check_plates(plates: Sequence[Plates], wanted: Plates) -> Iterator[Fault]:
    """Report each plate that nobody asked for, where it is first."""
    told: set[str] = set()
    for page, found in enumerate(plates, start=1):
        for plate in in_order(found - wanted - told):
            told.add(plate)
            message = (
                f"the press sheets need a plate {plate!r}, and may have"
                f" {', '.join(in_order(wanted))} only."
            )
            hint = "See which logo, picture or style brings that colour, and draw it plainly."
            yield Fault("press-plates", message, hint, page=page)


class _Walk:
    """What one page draws, as far as its operators name it."""

    def __init__(self) -> None:
        self._done: set[tuple[tuple[int, int], bool]] = set()

    def read(
        self, content: Object, resources: Object, *, masks: bool = False, depth: int = 0
    ) -> Iterator[str]:
        """Yield the plates of a page, a form or a tile."""
        if depth > DEEPEST:
            raise EndlessContentError
        for kind, said in _operators(content, resources.get("/ColorSpace", Dictionary())):
            if kind == PLATE:
                if not masks or said not in INKS:
                    yield said
            elif (thing := resources.get(kind, Dictionary()).get(said)) is not None:
                yield from self._drawing(thing, resources, masks=masks, depth=depth)

    def _drawing(self, thing: Object, around: Object, *, masks: bool, depth: int) -> Iterator[str]:
        """Yield the plates of what is named, unless they are told already."""
        if "/ShadingType" in thing or "/Shading" in thing or thing.get("/Subtype") == Name.Image:
            yield from (each for each in _of_still(thing) if not masks or each not in INKS)
        elif isinstance(thing, Stream):
            if self._is_new(thing, masks):
                inner = thing.get("/Resources", around)
                yield from self.read(thing, inner, masks=masks, depth=depth + 1)
        elif isinstance(mask := thing.get("/SMask"), Dictionary):
            yield from self._drawing(mask.G, around, masks=True, depth=depth)

    def _is_new(self, thing: Object, masks: bool) -> bool:
        is_new = (thing.objgen, masks) not in self._done
        if thing.is_indirect:
            self._done.add((thing.objgen, masks))
        return is_new


def _of_still(thing: Object) -> Iterable[str]:
    """Return the plates of an image or a gradient."""
    if thing.get("/ImageMask", False):
        return ()
    return _of_space(thing.get("/Shading", thing).ColorSpace)


def _operators(content: Object, spaces: Object) -> Iterator[tuple[str, str]]:
    """Yield the plates of all colours that are set, and what is drawn with, by kind."""
    now: dict[bool, Object | None] = {False: None, True: None}
    saved: list[dict[bool, Object | None]] = []
    for instruction in pikepdf.parse_content_stream(content, READ):
        operands, name = list(instruction.operands), str(instruction.operator)
        stroke, short = name.isupper(), name.lower()
        if name == "q":
            saved.append(dict(now))
        elif name == "Q" and saved:
            now = saved.pop()
        elif name in NAMING:
            yield NAMING[name], str(operands[0])
        elif short in SETTERS:
            now[stroke] = Name(SETTERS[short])
            yield from ((PLATE, plate) for plate in _of_color(now[stroke], operands))
        elif short == "cs":
            now[stroke] = spaces.get(str(operands[0]), operands[0])
            yield from ((PLATE, plate) for plate in _first(now[stroke]))
        elif short in ("sc", "scn") and isinstance(operands[-1], Name):
            yield "/Pattern", str(operands[-1])
        elif short in ("sc", "scn"):
            yield from ((PLATE, plate) for plate in _of_color(now[stroke], operands))
        elif name == INLINE:
            yield PLATE, "an image among operators"


def _first(space: Object | None) -> Iterable[str]:
    """Return the plates of the colour that a space begins with."""
    if space is None or space == Name.Pattern:
        return ()
    return ("K",) if space == Name.DeviceCMYK else _of_space(space)


def _of_color(space: Object | None, values: Sequence[Any]) -> Iterator[str]:
    """Yield the plates that a colour leaves ink on; white leaves it on none."""
    numbers = [float(value) for value in values]
    if space == Name.DeviceGray:
        yield from ("K",) if numbers[0] < 1 else ()
    elif space == Name.DeviceRGB:
        yield from (RGB_SPACE,) if min(numbers) < 1 else ()
    elif space == Name.DeviceCMYK:
        yield from (ink for ink, share in zip(LETTERS, numbers, strict=True) if share > 0)
    elif space is None:
        yield "a colour without a space"
    else:
        yield from _of_space(space)


def _of_space(space: Object) -> Iterable[str]:
    """Return the plates that a space may leave ink on, or its name where it is no plain one."""
    if isinstance(space, Name):
        plate = DEVICES.get(str(space), str(space)[1:])
        return LETTERS if plate == "CMYK" else (plate,)
    kind = str(space[0])
    if kind == "/Indexed":
        return _of_space(space[1])
    if kind not in ("/Separation", "/DeviceN"):
        return (kind[1:],)
    names = [space[1]] if kind == "/Separation" else list(space[1])
    inks = dict(zip(PROCESS, LETTERS, strict=True))
    return [
        inks.get(name, name) for name in (str(each)[1:] for each in names) if name not in NO_PLATE
    ]
