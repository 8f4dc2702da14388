"""Open slots of a page: forms that a stamp replaces, and where they are in the file."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import pydyf
from weasyprint.layout.replaced import replacedbox_layout

from plainleaf.model import ADDRESS, CODE, LOGO, SENTINEL, Slot, rgb_of
from plainleaf.typeset.engine.boxes import page_box
from plainleaf.typeset.engine.fetch import BASE

PLACE = BASE + "slot/"
"""Addresses of slots; the slot's name and the language of its voice follow."""

NOTED = frozenset({"S", "Alt", "Lang"})
"""Entries of a structure element that a stamp writes."""

STYLE = (
    "font_family",
    "font_size",
    "font_weight",
    "font_feature_settings",
    "hyphens",
    "line_height",
    "overflow_wrap",
    "white_space",
)
"""What shapes the words of a slot."""

SET_RGB = re.compile(rb"(\S+) (\S+) (\S+) (rg|RG)")
BRAND = {b"rg": b"/Brand cs 1 scn", b"RG": b"/Brand CS 1 SCN"}
CLOSE = 0.001  # two channels that are written with six decimals


class Opening:
    """An image to the engine: it draws an empty form and remembers in which box."""

    def __init__(self, name: str, language: str) -> None:
        self.name = name
        self.language = language
        self.drawn: list[tuple[Any, Any, float, float]] = []  # box, form, width, height

    def get_intrinsic_size(self, resolution: object, size: object) -> tuple[int, int, int]:
        """Return a size that no style keeps."""
        return 1, 1, 1

    def draw(self, stream: Any, width: float, height: float, style: object) -> None:
        """Draw an empty form; the engine has just noted the box that it draws."""
        box = next(reversed(stream._tags))  # noqa: SLF001
        name = f"slot{len(stream._resources['XObject'])}"  # noqa: SLF001
        box_of_form = pydyf.Array([0, 0, width, height])
        extra = {"Type": "/XObject", "Subtype": "/Form", "BBox": box_of_form}
        form = pydyf.Stream([b"n"], extra)
        stream._resources["XObject"][name] = form  # noqa: SLF001
        stream.draw_x_object(name)
        self.drawn.append((box, form, width, height))


class Openings(dict[str, Any]):
    """The engine's cache of images, in which each address of a slot has an image."""

    def __contains__(self, url: object) -> bool:
        return super().__contains__(url) or (isinstance(url, str) and url.startswith(PLACE))

    def __missing__(self, url: str) -> Opening:
        name, _, language = url.removeprefix(PLACE).partition("/")
        self[url] = opening = Opening(name, language)
        return opening

    def drawn(self) -> Iterator[tuple[Opening, Any, Any, float, float]]:
        """Yield each form that was drawn, with its opening, box and size."""
        for image in self.values():
            if isinstance(image, Opening):
                for each in image.drawn:
                    yield (image, *each)


def close_slots(openings: Openings, document: Any, pdf: Any) -> Iterator[Slot]:
    """Yield the slots of a PDF that is about to be written; text is no figure any more."""
    elements = {id(thing.replaced): thing for thing in pdf.objects if hasattr(thing, "replaced")}
    links = [link[3] for page in document.pages for link in page.links if link[0] == "external"]
    pages = _pages(document)
    for opening, box, form, width, height in openings.drawn():
        left, top = replacedbox_layout(box)[2:]
        element = elements[id(box)]
        if opening.name not in (LOGO, CODE):
            _take_for_text(element)
        link = _link_around(box, links) if opening.name == ADDRESS else None
        yield Slot(
            name=opening.name,
            language=opening.language,
            direction=box.style["direction"],
            width=width,
            height=height,
            style=_css(box.style),
            form=form.number,
            element=element.number,
            tags=_entries(element, NOTED),
            annotation=link.number if link else 0,
            link=_entries(link, frozenset({"A", "Contents"})) if link else "",
            page=pages[id(box)],
            left=left,
            top=top,
        )


def _take_for_text(element: Any) -> None:
    element["S"] = "/Span"
    for name in ("A", "Alt"):
        element.pop(name, None)


def _pages(document: Any) -> dict[int, int]:
    """Return the number of the page of each box."""
    return {
        id(box): number
        for number, page in enumerate(document.pages, start=1)
        for box in page_box(page).descendants()
    }


def _link_around(box: Any, links: Sequence[Any]) -> Any:
    """Return the annotation of the <a> that holds a slot."""
    around = next(link for link in links if box.element in list(link.element))
    return around.link_annotation


def _entries(dictionary: Mapping[str, Any], without: frozenset[str]) -> str:
    kept = pydyf.Dictionary({k: v for k, v in dictionary.items() if k not in without})
    return bytes(kept.data).decode("latin-1").removeprefix("<<").removesuffix(">>")


def _css(style: Mapping[str, Any]) -> str:
    return ";".join(f"{name.replace('_', '-')}:{_value(name, style[name])}" for name in STYLE)


def _value(name: str, value: Any) -> str:
    """Return a computed value as CSS writes it."""
    if name == "font_family":
        return ",".join(f"'{_quoted(family)}'" for family in value)
    if name == "font_feature_settings" and value != "normal":
        return ",".join(f"'{feature}' {setting}" for feature, setting in value)
    if name == "font_size":
        return f"{value!r}px"
    if isinstance(value, tuple):  # a dimension, such as that of a line
        return f"{value[0]!r}{(value[1] or '').lower()}"
    return str(value)


def _quoted(family: str) -> str:
    return "".join(f"\\{ord(letter):x} " if letter in "\\'\"<" else letter for letter in family)


def open_color(pdf: Any) -> int:
    """Turn the stand-in of a brand's colour into one named colour space; return its number.

    The number is that of the function which says the colour; 0 where nothing is in it.
    """
    if not sum(_recolor(thing) for thing in pdf.objects if isinstance(thing, pydyf.Stream)):
        return 0
    ends = {"C0": pydyf.Array([1, 1, 1]), "C1": pydyf.Array([0, 0, 0])}
    function = {"FunctionType": 2, "Domain": pydyf.Array([0, 1]), **ends, "N": 1}
    tint = pydyf.Dictionary(function)
    pdf.add_object(tint)
    spaces = next(
        thing
        for thing in pdf.objects
        if isinstance(thing, pydyf.Dictionary) and "lab-d65" in thing
    )
    spaces["Brand"] = pydyf.Array(["/Separation", "/Brand", "/DeviceRGB", tint.reference])
    number: int = tint.number
    return number


def _recolor(stream: Any) -> bool:
    """Replace the stand-in in a stream; return whether it was there."""
    channels = [channel / 255 for channel in rgb_of(SENTINEL)]
    found = False
    for place, line in enumerate(stream.stream):
        if not isinstance(line, bytes) or not (match := SET_RGB.fullmatch(line)):
            continue
        given = [float(channel) for channel in match.groups()[:3]]
        if all(abs(a - b) < CLOSE for a, b in zip(channels, given, strict=True)):
            stream.stream[place] = BRAND[match[4]]
            found = True
    return found
