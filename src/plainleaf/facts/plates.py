"""Press sheets → the plates that each page needs: what a print shop's separator makes of it.

All that a page draws with is walked: content, forms, images, gradients, patterns. What masks
them puts no ink on paper; there, only a space that would be a plate of its own is told.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import pikepdf
from pikepdf import Dictionary, Name, Object

from plainleaf.errors import Finding
from plainleaf.facts.content import EndlessContentError
from plainleaf.facts.document import open_document
from plainleaf.model import LETTERS, PROCESS, RGB_SPACE, in_order

Plates = frozenset[str]

DEVICES = {"/DeviceGray": "K", "/DeviceRGB": RGB_SPACE, "/DeviceCMYK": "CMYK"}
SETTERS = {"g": "/DeviceGray", "rg": "/DeviceRGB", "k": "/DeviceCMYK"}
NO_PLATE = ("All", "None")
"""Names that are no ink: on each plate there is, and on none."""

INLINE = "INLINE IMAGE"
DEEPEST = 30


def read_plates(pdf: bytes) -> tuple[Plates, ...]:
    """Return the plates of each page, as C, M, Y, K, RGB, the name of a spot, or of a space."""
    with open_document(pdf) as document:
        return tuple(_Walk().plates(page) for page in document.pages)


def check_plates(plates: Sequence[Plates], wanted: Plates) -> Iterator[Finding]:
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
            yield Finding("", None, "press-plates", message, hint, page=page)


class _Walk:
    """What one page draws with."""

    def __init__(self) -> None:
        self._done: set[tuple[tuple[int, int], bool]] = set()

    def plates(self, page: pikepdf.Page) -> Plates:
        found = {*self._content(page.obj, page.resources, masks=False, depth=0)}
        return frozenset(found)

    def _content(
        self, content: Object, resources: Object, *, masks: bool, depth: int
    ) -> Iterator[str]:
        if depth > DEEPEST:
            raise EndlessContentError
        spaces = resources.get("/ColorSpace", Dictionary())
        found = set(_of_operators(content, spaces))
        for thing in (*_of(resources, "/XObject"), *_of(resources, "/Pattern")):
            found |= {*self._drawing(thing, resources, masks=masks, depth=depth)}
        for gradient in _of(resources, "/Shading"):
            found |= {*_of_space(gradient.ColorSpace)}
        yield from (plate for plate in found if not masks or plate not in _KNOWN)
        for state in _of(resources, "/ExtGState"):
            if isinstance(mask := state.get("/SMask"), Dictionary):
                yield from self._drawing(mask.G, resources, masks=True, depth=depth)

    def _drawing(self, thing: Object, around: Object, *, masks: bool, depth: int) -> Iterator[str]:
        """Yield the plates of a form, an image or a pattern, unless they are told already."""
        key = (thing.objgen, masks)
        if key in self._done and thing.is_indirect:
            return
        self._done.add(key)
        if thing.get("/Subtype") == Name.Image:
            yield from _of_image(thing, masks=masks)
        elif thing.get("/PatternType") == len(("tiles", "gradient")):
            yield from _of_space(thing.Shading.ColorSpace)
        else:
            inner = thing.get("/Resources", around)
            yield from self._content(thing, inner, masks=masks, depth=depth + 1)


_KNOWN = {*LETTERS, RGB_SPACE}


def _of(resources: Object, kind: str) -> tuple[Object, ...]:
    return tuple(resources.get(kind, Dictionary()).values())


def _of_image(image: Object, *, masks: bool) -> Iterator[str]:
    if not image.get("/ImageMask", False):
        yield from (
            each for each in _of_space(image.ColorSpace) if not masks or each not in _KNOWN
        )


def _of_operators(content: Object, spaces: Object) -> Iterator[str]:
    """Yield the plates of all colours that are set."""
    now: dict[bool, Object | None] = {False: None, True: None}
    saved: list[dict[bool, Object | None]] = []
    for instruction in pikepdf.parse_content_stream(content):
        operands, name = list(instruction.operands), str(instruction.operator)
        stroke, short = name.isupper(), name.lower()
        if name == "q":
            saved.append(dict(now))
        elif name == "Q" and saved:
            now = saved.pop()
        elif short in SETTERS:
            now[stroke] = Name(SETTERS[short])
            yield from _of_color(now[stroke], operands)
        elif short == "cs":
            now[stroke] = spaces.get(str(operands[0]), operands[0])
        elif short in ("sc", "scn") and not isinstance(operands[-1], Name):
            yield from _of_color(now[stroke], operands)
        elif name == INLINE:
            yield "an image among operators"


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
