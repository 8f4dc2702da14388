"""Plates of press sheets, with pictures of each kind on them."""

import base64
import io
from collections.abc import Mapping
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name
from PIL import Image

from plainleaf.checks.facts.plates import read_plates
from plainleaf.errors import PlainleafError
from plainleaf.impose import run
from plainleaf.impose.color import Shade
from plainleaf.model import FOLDS, Inks, Spot
from tests.impose.letters import job, made, master
from tests.typesetting import Typeset

PANEL = "@page { size: 139.7mm 215.9mm }"
"""Of a booklet on letter."""

SPOT = Spot("PANTONE 286 C", (100, 66, 0, 2))
RGB = Inks()
CMYK = Inks(cmyk=True, spot=SPOT, brand=("#0033a0",))
SPOTTED = Inks(spot=SPOT, brand=("#0033a0",))


def picture(kind: str, *colors: str) -> str:
    """Return an <img> of stripes."""
    mode = "RGBA" if kind == "PNG" else "RGB"
    image = Image.new(mode, (8 * len(colors), 8))
    for place, color in enumerate(colors):
        image.paste(color, (8 * place, 0, 8 * place + 8, 8))
    if kind == "PNG":
        image.putpixel((0, 0), (0, 0, 0, 0))  # see-through: it gets a mask
    file = io.BytesIO()
    image.save(file, kind)
    address = f"data:image/{kind.lower()};base64,{base64.b64encode(file.getvalue()).decode()}"
    return f'<p>Tea <img alt="Stripes" src="{address}"></p>'


def gradient(*colors: str, kind: str = "linear", opacity: float = 1) -> str:
    """Return a drawing with a gradient."""
    stops = "".join(
        f'<stop offset="{place / (len(colors) - 1)}" '
        f'stop-color="{color}" stop-opacity="{opacity}"/>'
        for place, color in enumerate(colors)
    )
    tag = f"{kind}Gradient"
    return (
        '<p>Tea</p><svg width="90pt" height="40pt" viewBox="0 0 90 40"><title>Cup</title>'
        f'<{tag} id="g">{stops}</{tag}><rect width="90" height="40" fill="url(#g)"/></svg>'
    )


BODIES: Mapping[str, tuple[str, set[str], set[str], set[str]]] = {
    "words": ("<p>Tea</p>", {"K"}, {"K"}, {"K"}),
    "grey": ('<p style="color: #777">Tea</p>', {"K"}, {"K"}, {"K"}),
    "white": ('<p style="color: white">Tea</p>', set(), set(), set()),
    "brand": (
        '<p>Tea <b style="color: #0033a0">cup</b></p>',
        {"K", "RGB"},
        {"C", "M", "K"},
        {"K", "PANTONE 286 C"},
    ),
    "another colour": (
        '<p>Tea <b style="color: #ff8000">cup</b></p>',
        {"K", "RGB"},
        {"M", "Y", "K"},
        {"K", "RGB"},
    ),
    "stroke": (
        '<p>Tea <svg width="9pt" height="9pt"><title>Cup</title>'
        '<path d="M0 0 9 9" stroke="#0033a0" fill="none"/></svg></p>',
        {"K", "RGB"},
        {"C", "M", "K"},
        {"K", "PANTONE 286 C"},
    ),
    "see-through": (
        '<p>Tea</p><div style="opacity: 0.5; color: #0033a0">cup</div>',
        {"K", "RGB"},
        {"C", "M", "K"},
        {"K", "PANTONE 286 C"},
    ),
    "Lab": (
        '<p>Tea <b style="color: oklch(0.6 0.2 30)">cup</b></p>',
        {"K", "RGB"},
        {"M", "Y", "K"},
        {"K", "RGB"},
    ),
    "inks of a style": (
        '<p>Tea <b style="color: device-cmyk(1 0 0 0)">cup</b></p>',
        {"C", "K"},
        {"C", "K"},
        {"C", "K"},
    ),
    **{
        name: (body, {"K", "RGB"}, {"C", "M", "Y", "K"}, {"K", "RGB"})
        for name, body in {
            "PNG": picture("PNG", "red", "#0033a0"),
            "JPEG": picture("JPEG", "red", "#0033a0"),
            "gradient": gradient("red", "#0033a0"),
            "rings": gradient("red", "white", "#0033a0", kind="radial"),
            "fading": gradient("red", "#0033a0", opacity=0.5),
            "ground": '<p style="background: linear-gradient(red, blue)">Tea</p>',
            "tiles": (
                '<p>Tea</p><svg width="90pt" height="40pt" viewBox="0 0 90 40"><title>Cup</title>'
                '<pattern id="p" width="9" height="9" patternUnits="userSpaceOnUse">'
                '<rect width="4" height="9" fill="red"/><rect x="4" width="4" height="9" '
                'fill="#00f"/><rect width="9" height="2" fill="#00ffff"/></pattern>'
                '<rect width="90" height="40" fill="url(#p)"/></svg>'
            ),
        }.items()
    },
    **{
        name: (body, {"K"}, {"K"}, {"K"})
        for name, body in {
            "grey PNG": picture("PNG", "black", "#888888"),
            "grey JPEG": picture("JPEG", "black", "#888888"),
            "grey gradient": gradient("black", "#ccc"),
            "grey rings": gradient("black", "#333", "white", kind="radial"),
        }.items()
    },
}
"""A body, and its plates by default, with --cmyk, and with a spot."""

CASES = [(name, place) for name in BODIES for place in range(3)]


@pytest.mark.parametrize(("name", "place"), CASES)
def test_plates_of_pictures_of_each_kind(name: str, place: int, typeset: Typeset) -> None:
    body, *expected = BODIES[name]
    pdf = typeset(body, PANEL)
    press, _ = made(job(pdf, "booklet", inks=(RGB, CMYK, SPOTTED)[place], bleed=True))
    (front, back) = read_plates(press)
    assert (set(front), set(back)) == (expected[place], set())


@pytest.mark.parametrize("inks", [RGB, CMYK, SPOTTED], ids=["RGB", "CMYK", "spot"])
def test_open_colour_of_a_master_is_turned(inks: Inks) -> None:
    """The engine's side is in tests/typeset; here its colour space is made by hand."""
    expected = {RGB: {"RGB"}, CMYK: {"C", "M", "K"}, SPOTTED: {"PANTONE 286 C"}}
    press, _ = made(job(branded(), "booklet", inks=inks))
    assert set(read_plates(press)[0]) == expected[inks]
    assert b"/Brand" not in unpacked(press)


SPACES = {"/ColorSpace": {"/B": Array([Name.CalRGB, Dictionary()])}}


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"/B cs 1 0 0 scn f", b"1 0 0 rg f"),
        (b"1 0 0 rg /B cs f", b"1 0 0 rg 0 g f"),
        (b"/B cs 1 0 0 SCN f", None),
        (b"/B cs /B CS 1 0 0 SCN B", b"0 g 1 0 0 RG B"),
        (b"/B CS q 0 g Q 1 0 0 SCN S", b"0 G q 0 g Q 1 0 0 RG S"),
        (b"/Pattern cs /P scn /B cs f", b"/Pattern cs /P scn 0 g f"),
    ],
    ids=["set", "not set", "stroke without a space", "both", "nested", "pattern"],
)
def test_space_begins_with_black(content: bytes, expected: bytes | None) -> None:
    pdf = painted(content, **{k: Dictionary(v) for k, v in SPACES.items()})
    if expected is None:
        with pytest.raises(PlainleafError, match="a colour without a space"):
            run(job(pdf, "booklet"))
        return
    with pikepdf.open(io.BytesIO(made(job(pdf, "booklet"))[0])) as document:
        form = document.pages[0].resources.XObject.P1
        assert form.read_bytes().split() == expected.split()


def test_page_without_a_word_is_no_empty_stream() -> None:
    """Ghostscript takes an empty stream for a broken one."""
    with pikepdf.open(io.BytesIO(made(job(painted(b""), "booklet"))[0])) as document:
        assert document.pages[0].resources.XObject.P1.read_bytes() == b"n"


def branded() -> bytes:
    """Return a page in the brand's colour, which masks name too."""
    document = pikepdf.open(io.BytesIO(master(FOLDS["booklet"], "letter", 1)))
    tint = Dictionary(FunctionType=2, Domain=[0, 1], C0=[1, 1, 1], C1=[0, 0.2, 160 / 255], N=1)
    space = Array([Name.Separation, Name.Brand, Name.DeviceRGB, tint])
    spaces = document.make_indirect(Dictionary(Brand=space))
    mask = document.make_stream(b"/Brand cs 1 scn 0 0 9 9 re f")
    mask.Type, mask.Subtype, mask.BBox = Name.XObject, Name.Form, Array([0, 0, 9, 9])
    mask.Resources = Dictionary(ColorSpace=spaces)
    mask.Group = Dictionary(S=Name.Transparency, CS=Name.DeviceRGB)
    state = Dictionary(SMask=Dictionary(S=Name.Luminosity, G=mask))
    (page,) = document.pages
    page.Resources = Dictionary(ColorSpace=spaces, ExtGState=Dictionary(S=state))
    page.Contents = document.make_stream(
        b"/Brand cs 1 scn 0 0 99 99 re f q /S gs /Brand CS 1 SCN 0 0 99 99 re S Q"
    )
    saved = io.BytesIO()
    document.save(saved)
    return saved.getvalue()


def unpacked(pdf: bytes) -> bytes:
    """Return a PDF with nothing compressed."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        saved = io.BytesIO()
        document.save(
            saved,
            stream_decode_level=pikepdf.StreamDecodeLevel.all,
            compress_streams=False,
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
        )
    return saved.getvalue()


def test_picture_in_four_inks_looks_the_same(typeset: Typeset) -> None:
    """Red, and the brand's colour: by the formula, a picture knows of no spot."""
    press, _ = made(job(typeset(picture("PNG", "red", "#0033a0"), PANEL), "booklet", inks=CMYK))
    with pikepdf.open(io.BytesIO(press)) as document:
        (image,) = (each for each in document.objects if "/SMask" in each)
        pixels = image.read_bytes()
        found = (str(image.ColorSpace), tuple(pixels[16:20]), tuple(pixels[48:52]))
    assert found == ("/DeviceCMYK", (0, 255, 255, 0), (160, 109, 0, 95))


def test_photograph_in_four_inks_is_not_upside_down(typeset: Typeset) -> None:
    """Of a JPEG in CMYK, programs write 0 for full."""
    press, _ = made(job(typeset(picture("JPEG", "red", "white"), PANEL), "booklet", inks=CMYK))
    with pikepdf.open(io.BytesIO(press)) as document:
        (image,) = (each for each in document.objects if is_photograph(each))
        values = Image.open(io.BytesIO(image.read_raw_bytes())).getpixel((12, 4))
        said = (str(image.ColorSpace), [int(each) for each in image.Decode.as_list()])
    assert said == ("/DeviceCMYK", [1, 0] * 4)
    assert isinstance(values, tuple)
    assert max(values) < 8  # Pillow turns it as the array tells: white is no ink


def is_photograph(thing: pikepdf.Object) -> bool:
    return isinstance(thing, pikepdf.Stream) and thing.get("/Filter") == "/DCTDecode"


@pytest.mark.parametrize(
    ("colors", "expected"),
    [
        (("red", "blue"), [(0, 255, 255, 0), (0, 127, 0, 127), (255, 255, 0, 0)]),
        (("black", "#888"), [(0,), (68,), (136,)]),
    ],
    ids=["colours", "grey"],
)
def test_gradient_goes_the_same_way(
    colors: tuple[str, ...], expected: list[tuple[int, ...]], typeset: Typeset
) -> None:
    press, _ = made(job(typeset(gradient(*colors), PANEL), "booklet", inks=CMYK))
    with pikepdf.open(io.BytesIO(press)) as document:
        (function,) = (each for each in document.objects if is_sampled(each))
        samples, width = function.read_bytes(), len(expected[0])
        found = [tuple(samples[at * width :][:width]) for at in (0, 64, 128)]
        assert found == [pytest.approx(each, abs=1) for each in expected]


def is_sampled(thing: pikepdf.Object) -> bool:
    return isinstance(thing, pikepdf.Stream) and thing.get("/FunctionType") == 0


def painted(content: bytes, **resources: Any) -> bytes:
    """Return a page with these operators."""
    document = pikepdf.open(io.BytesIO(master(FOLDS["booklet"], "letter", 1)))
    (page,) = document.pages
    page.Contents = document.make_stream(content)
    page.Resources = Dictionary(resources)
    saved = io.BytesIO()
    document.save(saved)
    return saved.getvalue()


MESH = Dictionary(ShadingType=1, ColorSpace=Name.DeviceRGB, Function=Dictionary(FunctionType=4))
INDIGO = Array([Name.Separation, Name.Indigo, Name.DeviceRGB, Dictionary(FunctionType=2)])
STRANGE: Mapping[str, tuple[bytes, Mapping[str, Any], str]] = {
    "gradient": (b"/S sh", {"/Shading": {"/S": MESH}}, "a gradient of an unusual kind"),
    "spot": (b"/I cs 1 scn", {"/ColorSpace": {"/I": INDIGO}}, "the colour space Separation"),
    "no space": (b"1 scn", {}, "a colour without a space"),
    "in the text": (
        b"BI /W 1 /H 1 /BPC 8 /CS /RGB ID abc\nEI",
        {},
        "an image among its operators",
    ),
}


@pytest.mark.parametrize("name", STRANGE)
def test_colour_that_nobody_can_turn_is_refused(name: str) -> None:
    content, resources, fault = STRANGE[name]
    pdf = painted(content, **{k: Dictionary(v) for k, v in resources.items()})
    with pytest.raises(PlainleafError) as caught:
        run(job(pdf, "booklet", inks=CMYK))
    assert [(finding.message, finding.code) for finding in caught.value.faults] == [
        (f"the press sheets hold {fault}, which is not turned to plain inks.", "press-color")
    ]


def test_unusual_gradient_may_stay_where_rgb_may() -> None:
    pdf = painted(b"/S sh", **{"/Shading": Dictionary(S=MESH)})
    assert set(read_plates(made(job(pdf, "booklet"))[0])[0]) == {"RGB"}


def test_plate_that_nobody_asked_for_stops_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is made is read back: a fault of the turning itself is told, and nothing written."""
    monkeypatch.setattr("plainleaf.impose.space.of_rgb", lambda rgb, inks: Shade(tuple(rgb)))
    with pytest.raises(PlainleafError) as caught:
        run(job(master(FOLDS["booklet"], "letter", 1), "booklet", inks=CMYK))
    (finding,) = caught.value.faults
    assert (finding.message, finding.code, finding.page) == (
        "the press sheets need a plate 'RGB', and may have C, M, Y, K only.",
        "press-plates",
        1,
    )
