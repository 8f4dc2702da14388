"""What plates a page needs, read from pages made by hand."""

import io
from collections.abc import Mapping
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Pdf

from plainleaf.checks.facts.plates import check_plates, read_plates
from plainleaf.errors import Fault


def spaces() -> dict[str, Any]:
    """Return colour spaces by name; anew, since each belongs to one document."""
    tint = Dictionary(FunctionType=2)
    return {
        "Grey": Name.DeviceGray,
        "RGB": Name.DeviceRGB,
        "CMYK": Name.DeviceCMYK,
        "Spot": Array([Name.Separation, Name("/PANTONE 286 C"), Name.DeviceCMYK, tint]),
        "All": Array([Name.Separation, Name.All, Name.DeviceCMYK, tint]),
        "Black": Array([Name.Separation, Name.Black, Name.DeviceCMYK, tint]),
        "Two": Array([Name.DeviceN, Array([Name.Cyan, Name.Gold]), Name.DeviceCMYK, tint]),
        "Lab": Array([Name.Lab, Dictionary(WhitePoint=[1, 1, 1])]),
        "Indexed": Array([Name.Indexed, Name.DeviceRGB, 1, b"abcdef"]),
        "Profile": Array([Name.ICCBased, tint]),
    }


def named_spaces() -> Dictionary:
    return Dictionary({f"/{name}": space for name, space in spaces().items()})


def page(document: Pdf, content: bytes, **resources: Any) -> None:
    shown = document.add_blank_page(page_size=(99, 99))
    shown.Contents = document.make_stream(content)
    shown.Resources = Dictionary(ColorSpace=named_spaces(), **resources)


def read(content: bytes, **resources: Any) -> set[str]:
    document = pikepdf.new()
    page(document, content, **resources)
    return set(*plates(document))


def plates(document: Pdf) -> tuple[frozenset[str], ...]:
    file = io.BytesIO()
    document.save(file)
    return read_plates(file.getvalue())


COLORS: Mapping[bytes, set[str]] = {
    b"": set(),
    b"0 g": {"K"},
    b"1 g": set(),
    b"1 1 1 rg": set(),
    b"1 0 0 RG": {"RGB"},
    b"0 0 0 rg": {"RGB"},
    b"0 0 0 1 k": {"K"},
    b"0.1 0 0 0 K": {"C"},
    b"/DeviceGray cs 0.5 sc": {"K"},
    b"/DeviceRGB cs": {"RGB"},
    b"/DeviceCMYK CS 0 1 1 0 SCN": {"M", "Y", "K"},
    b"/Spot cs 1 scn": {"PANTONE 286 C"},
    b"/Spot cs q 0 g Q 0.5 scn": {"PANTONE 286 C", "K"},
    b"/All cs 1 scn": set(),
    b"/Black cs 1 scn": {"K"},
    b"/Two CS 1 1 SCN": {"C", "Gold"},
    b"/Lab cs 1 1 1 scn": {"Lab"},
    b"1 scn": {"a colour without a space"},
    b"BI /W 1 /H 1 /BPC 8 /CS /RGB ID abc\nEI": {"an image among operators"},
}


@pytest.mark.parametrize("content", COLORS)
def test_colours_that_operators_set(content: bytes) -> None:
    assert read(content) == COLORS[content]


def drawn(document: Pdf, kind: str, space: Any) -> dict[str, Any]:
    """Return resources with a drawing in a colour space, by the name D."""
    image = document.make_stream(b"abc")
    image.Subtype, image.ColorSpace = Name.Image, space
    gradient = Dictionary(ShadingType=2, ColorSpace=space)
    pattern = Dictionary(PatternType=2, Shading=gradient)
    things = {"XObject": image, "Shading": gradient, "Pattern": pattern}
    return {kind: Dictionary({"/D": things[kind]})}


OPERATORS = {"XObject": b"/D Do", "Shading": b"/D sh", "Pattern": b"/Pattern cs /D scn"}


@pytest.mark.parametrize("kind", OPERATORS)
@pytest.mark.parametrize(
    ("space", "expected"),
    [
        ("Grey", {"K"}),
        ("RGB", {"RGB"}),
        ("CMYK", {"C", "M", "Y", "K"}),
        ("Spot", {"PANTONE 286 C"}),
        ("Indexed", {"RGB"}),
        ("Profile", {"ICCBased"}),
    ],
)
def test_colours_of_drawings(kind: str, space: str, expected: set[str]) -> None:
    document = pikepdf.new()
    page(document, OPERATORS[kind], **drawn(document, kind, spaces()[space]))
    page(document, b"0 g", **drawn(document, kind, spaces()[space]))  # names it, but draws it not
    assert plates(document) == (frozenset(expected), frozenset({"K"}))


def form(document: Pdf, content: bytes, **more: Any) -> pikepdf.Stream:
    made = document.make_stream(content)
    made.Subtype, made.Resources = Name.Form, Dictionary(ColorSpace=named_spaces())
    for key, value in more.items():
        made[f"/{key}"] = value
    return made


def test_forms_and_tiles_are_walked() -> None:
    document = pikepdf.new()
    inner = form(document, b"/Spot cs 1 scn")
    outer = form(document, b"0 0 1 rg /In Do")
    outer.Resources.XObject = Dictionary(In=inner)
    tiles = form(document, b"0 1 0 0 k", PatternType=1)
    drawings = {"XObject": Dictionary(Out=outer), "Pattern": Dictionary(T=tiles)}
    page(document, b"/Out Do /Pattern cs /T scn", **drawings)
    assert plates(document) == (frozenset({"RGB", "PANTONE 286 C", "M"}),)


@pytest.mark.parametrize(
    ("content", "expected"),
    [(b"1 0 0 rg", set()), (b"0 g", set()), (b"/Spot cs 1 scn", {"PANTONE 286 C"})],
    ids=["RGB", "grey", "spot"],
)
def test_what_masks_puts_no_ink_on_paper(content: bytes, expected: set[str]) -> None:
    """But a separator that meets a name in it may make a plate."""
    document = pikepdf.new()
    state = Dictionary(SMask=Dictionary(S=Name.Luminosity, G=form(document, content)))
    page(document, b"/S gs", ExtGState=Dictionary(S=state))
    assert plates(document) == (frozenset(expected),)


def test_each_plate_is_told_once_where_it_is_first() -> None:
    found = [frozenset({"K"}), frozenset({"Brand", "RGB", "K"}), frozenset({"Brand"})]
    hint = "See which logo, picture or style brings that colour, and draw it plainly."
    message = "the press sheets need a plate {!r}, and may have K only."
    assert list(check_plates(found, frozenset({"K"}))) == [
        Fault("press-plates", message.format(plate), hint, page=2) for plate in ("RGB", "Brand")
    ]
