"""What is left of an SVG after the gate, and what is refused."""

import re

import pytest

from plainleaf.brand.logo import examine
from plainleaf.errors import PlainleafError

START = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
OPEN = START + 'viewBox="0 0 9 9">'
BOX = '<rect width="9" height="9"/>'
DRAWN = "M0 0L9 0L9 9L0 9Z"
ILLUSTRATOR = """<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://a.invalid/svg11.dtd" [
<!ENTITY ns_extend "http://ns.adobe.com/Extensibility/1.0/">]>
<svg xmlns="http://www.w3.org/2000/svg" xmlns:x="&ns_extend;" viewBox="0 0 9 9"><switch>
<foreignObject requiredExtensions="&ns_extend;" width="1" height="1"><x:p>x</x:p></foreignObject>
<g x:extraneous="self"><rect width="9" height="9"/></g></switch></svg>"""

KEPT = {
    "a shape as a path": (BOX, f'<path d="{DRAWN}" />'),
    "a style sheet as attributes": (
        "<style>.a, g>rect { fill: #036 !important } #b { fill: red }</style>"
        '<g><rect class="a" id="b" width="9" height="9"/></g>',
        f'<path d="{DRAWN}" fill="#003366" />',
    ),
    "a style before an attribute": (
        '<rect width="9" height="9" fill="red" style="fill:#036;-x:y;font-size:3px"/>',
        f'<path d="{DRAWN}" fill="#003366" />',
    ),
    "a colour of screens beside one of a wide gamut": (
        '<rect width="9" height="9" style="fill:#036;fill:color(display-p3 1 0 0)"/>',
        f'<path d="{DRAWN}" fill="#003366" />',
    ),
    "what shows": (
        '<title>\u202ex</title><metadata><a/></metadata><!-- x --><g aria-label="x" data-x="y">'
        f'{BOX}</g><rect display="none"/><animate/><text> </text>',
        f'<path d="{DRAWN}" />',
    ),
    "a use as what it names": (
        f'<defs><g id="a">{BOX}</g></defs><use xlink:href="#a" x="1" fill="red"/>',
        f'<g fill="#ff0000"><g transform="matrix(1 0 0 1 1 0)"><path d="{DRAWN}" /></g></g>',
    ),
    "a link as what is in it": (
        f'<a xlink:href="https://a.invalid/">{BOX}</a>',
        f'<path d="{DRAWN}" />',
    ),
    "a clip under a name of ours": (
        f'<clipPath id="x y"><circle r="0"/>{BOX}</clipPath>'
        '<clipPath id="c"><rect width="9" height="9"/></clipPath>'
        '<rect width="9" height="9" clip-path="url(#c)"/>',
        f'<defs><clipPath id="p1"><path d="{DRAWN}" /></clipPath></defs>'
        f'<path d="{DRAWN}" clip-path="url(#p1)" />',
    ),
    "a mask that only hides as a clip": (
        '<mask id="m"><rect width="9" height="9" fill="#fff"/></mask>'
        '<rect width="9" height="9" mask="url(#m)"/>',
        f'<defs><clipPath id="p1"><path d="{DRAWN}" /></clipPath></defs>'
        f'<path d="{DRAWN}" clip-path="url(#p1)" />',
    ),
    "a gradient with all that it refers to": (
        '<linearGradient id="a"><stop stop-color="red"/><stop offset="100%"/></linearGradient>'
        '<linearGradient id="b" xlink:href="#a" x2="50%"/>'
        '<rect width="9" height="9" fill="url(#b)"/>',
        '<defs><linearGradient x1="0" y1="0" x2="0.5" y2="0" gradientUnits="objectBoundingBox" '
        'id="p1"><stop offset="0" stop-color="#ff0000" /><stop offset="1" stop-color="#000000" />'
        f'</linearGradient></defs><path d="{DRAWN}" fill="url(#p1)" />',
    ),
    "a gradient without extent as its last colour": (
        '<linearGradient id="a" x2="0"><stop/><stop stop-color="red"/></linearGradient>'
        '<rect width="9" height="9" fill="url(#a)"/>',
        f'<path d="{DRAWN}" fill="#ff0000" />',
    ),
    "an svg in an svg as a group": (
        f'<svg width="3" height="3" viewBox="0 0 9 9" overflow="visible">{BOX}</svg>',
        f'<g transform="matrix(0.3333333 0 0 0.3333333 0 0)"><path d="{DRAWN}" /></g>',
    ),
}

REFUSED = {
    "script": ("<script>x</script>", "logo-unsafe", "holds a <script>."),
    "handler": ('<g onload="x()"/>', "logo-unsafe", "runs a script: onload of <g>."),
    "script link": (
        '<a href=" javascript:x()"><g/></a>',
        "logo-unsafe",
        "runs a script: the link of <a>.",
    ),
    "html": ("<foreignObject/>", "logo-unsafe", "holds a <foreignObject>."),
    "html namespace": (
        '<b xmlns="http://www.w3.org/1999/xhtml"/>',
        "logo-unsafe",
        "holds HTML: <b>.",
    ),
    "picture": (
        '<image href="file:///x"/>',
        "logo-unsafe",
        "shows another file with <image>.",
    ),
    "picture within": (
        '<image href="data:image/png;base64,AA"/>',
        "logo-unsafe",
        "shows a picture within it with <image>.",
    ),
    "use of a file": (
        '<use href="x.svg#a"/>',
        "logo-unsafe",
        "names another file in the link of <use>: 'x.svg#a'.",
    ),
    "style import": (
        "<style>@import 'x.css';</style>",
        "logo-unsafe",
        "has a style sheet that names another file.",
    ),
    "font": (
        "<style>@font-face{font-family:x}</style>",
        "logo-unsafe",
        "has a style sheet with @font-face.",
    ),
    "hidden address": (
        r'<g style="fill:u\72l(http://a.invalid)"/>',
        "logo-unsafe",
        "names another file in style of <g>.",
    ),
    "text": ("<text>x</text>", "logo-feature", "has text: <text>."),
    "blur": (
        '<rect width="9" height="9" filter="url(#f)"/>',
        "logo-feature",
        "has a blur, shadow or other effect.",
    ),
    "pattern": (
        '<pattern id="p"><rect fill="url(#p)"/></pattern><circle r="9" fill="url(#p)"/>',
        "logo-feature",
        "is painted with <pattern>.",
    ),
    "use of itself": (
        '<g id="a"><use href="#a"/></g>',
        "logo-feature",
        "has <use> of what holds it: #a.",
    ),
    "gradient of itself": (
        '<linearGradient id="a" href="#a"/><circle r="9" fill="url(#a)"/>',
        "logo-feature",
        "has a gradient that refers to itself.",
    ),
    "repeated gradient": (
        '<radialGradient id="a" spreadMethod="repeat"/><circle r="9" fill="url(#a)"/>',
        "logo-feature",
        "has a gradient that repeats.",
    ),
    "stroke of a gradient": (
        '<linearGradient id="a"><stop/><stop/></linearGradient>'
        '<path d="M0 0h9" stroke="url(#a)"/>',
        "logo-feature",
        "has a stroke painted with a gradient.",
    ),
    "clip of itself": (
        '<clipPath id="a" clip-path="url(#a)"/><circle r="9" clip-path="url(#a)"/>',
        "logo-feature",
        "has <clipPath> that refers to itself, or to many others.",
    ),
    "mask with shades": (
        '<mask id="a"><circle r="9" fill="grey"/></mask><circle r="9" mask="url(#a)"/>',
        "logo-feature",
        "has a mask with shades.",
    ),
    "unknown element": ("<mesh/>", "logo-feature", "has <mesh>, which is not drawn."),
    "path without an end": (
        '<path d="M0 0h9z1"/>',
        "logo-value",
        "has d='M0 0h9z1' on <path>, which has '1' after z.",
    ),
    "opacity": (
        '<circle r="9" opacity="half"/>',
        "logo-value",
        "has opacity='half' on <circle>, which is not a number.",
    ),
    "reference": (
        """<circle r="9" fill='url(#a"])'/>""",
        "logo-value",
        "has fill='url(#a\"])' on <circle>, which is not the name of an element.",
    ),
    "dashes": (
        '<path d="M0 0h9" stroke-dasharray=".0001"/>',
        "logo-value",
        "has stroke-dasharray='.0001' on <path>, which makes more than 5,000 dashes.",
    ),
    "nesting": (
        "<g>" * 70 + "</g>" * 70,
        "logo-too-large",
        "has more than 64 levels of elements.",
    ),
    "elements": ("<g/>" * 5001, "logo-too-large", "has more than 5,000 elements."),
    "uses of uses": (
        f'<g id="a0">{BOX}</g>'
        + "".join(f'<g id="a{n}">' + f'<use href="#a{n - 1}"/>' * 9 + "</g>" for n in range(1, 9)),
        "logo-too-large",
        "has more than 5,000 elements, counted as often as they are used.",
    ),
    "points": (
        f'<path d="M0 0{"l1 1" * 50_001}"/>',
        "logo-too-large",
        "has more than 50,000 points in its paths.",
    ),
    "rules": (
        f"<style>{'*{fill:red}' * 1001}</style>",
        "logo-too-large",
        "has too many rules in its style sheets.",
    ),
    "brackets": (f'<g style="fill:{"(" * 3000}"/>', "logo-too-large", "is nested too deeply."),
    "bytes": ("x" * 400_000, "logo-too-large", "has 400 kB; an SVG logo may have 400."),
    "nothing": ("<g/>", "logo-blank", "draws nothing within its page."),
    "elsewhere": (
        '<rect x="99" width="9" height="9"/>',
        "logo-blank",
        "draws nothing within its page.",
    ),
}

FRAMES = {
    'viewBox="0 0"': "has the viewBox '0 0', not x, y, width and height.",
    'viewBox="0 0 0 9"': "has the viewBox '0 0 0 9', not x, y, width and height.",
    'viewBox="0 0 1e9 9"': "has the viewBox '0 0 1e9 9', which is beyond 1,000,000.",
    'width="nan" height="9"': "has the width 'nan', which is not a length.",
    'width="-9" height="9"': "has the width '-9', which is not above 0.",
    'width="9"': "has neither a viewBox nor a width and height.",
    'viewBox="0 0 9 900"': "is more than 40 times as long as it is wide.",
}

WHOLE = {
    "<svg xmlns='http://www.w3.org/2000/svg'>": ("logo-damaged", "is not whole XML"),
    '<!DOCTYPE svg [<!ENTITY a "<g/>">]><svg/>': ("logo-unsafe", "declares the entity 'a'."),
    '<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///x">]><svg/>': (
        "logo-unsafe",
        "declares the entity 'a'.",
    ),
    '<!DOCTYPE svg [<!ENTITY % a "x">]><svg/>': ("logo-unsafe", "declares the entity 'a'."),
    f'<!DOCTYPE svg [<!ENTITY a "{"x" * 121}">]><svg/>': (
        "logo-unsafe",
        "declares the entity 'a'.",
    ),
    f'<!DOCTYPE svg [<!ENTITY a "{"x" * 120}">]><svg x="{"&a;" * 20_000}"/>': (
        "logo-too-large",
        "has more than 2,000,000 characters.",
    ),
    '<!DOCTYPE svg [<!ATTLIST svg onload CDATA "x()">]><svg viewBox="0 0 9 9"/>': (
        "logo-unsafe",
        "runs a script: onload of <svg>.",
    ),
}


def refusal(svg: str | bytes) -> list[tuple[str, str]]:
    with pytest.raises(PlainleafError) as caught:
        examine(svg if isinstance(svg, bytes) else svg.encode())
    return [(finding.code, finding.message) for finding in caught.value.faults]


@pytest.mark.parametrize(
    ("first", "middle"),
    [
        ('stop-color="#f00" stop-opacity="0"', ("#800080", "0.5")),
        ('stop-color="transparent"', ("#000080", "0.5")),
        ('stop-color="transparent" stop-opacity="0"', ("#000080", "0.5")),
        ('stop-color="none" stop-opacity="0"', ("#000080", "0.5")),
        ('stop-color="rgba(255,0,0,.5)" stop-opacity="50%"', ("#800080", "0.625")),
    ],
)
def test_opacity_of_a_stop_and_of_its_colour_are_one(first: str, middle: tuple[str, str]) -> None:
    """Between colours of unlike opacity there are seven steps, of which this is the fourth."""
    stops = f'<stop {first}/><stop offset="1" stop-color="#00f"/>'
    body = f'<linearGradient id="a">{stops}</linearGradient>{BOX[:-2]} fill="url(#a)"/>'
    text = examine(f"{OPEN}{body}</svg>".encode()).data.decode()
    found = re.findall(r'<stop offset="0.5" stop-color="(.*?)" stop-opacity="(.*?)" />', text)
    assert found == [middle]


@pytest.mark.parametrize(("body", "kept"), KEPT.values(), ids=KEPT)
def test_the_gate_keeps(body: str, kept: str) -> None:
    text = examine(f"{OPEN}{body}</svg>".encode()).data.decode()
    assert re.sub(r"^<svg [^>]*>|</svg>$", "", text) == kept


@pytest.mark.parametrize(("body", "code", "message"), REFUSED.values(), ids=REFUSED)
def test_the_gate_refuses(body: str, code: str, message: str) -> None:
    assert (code, message) in refusal(f"{OPEN}{body}</svg>")


@pytest.mark.parametrize(("frame", "message"), FRAMES.items())
def test_an_impossible_frame_is_refused(frame: str, message: str) -> None:
    assert refusal(f"{START}{frame}>{BOX}</svg>") == [("logo-size", message)]


@pytest.mark.parametrize(("text", "fault"), WHOLE.items(), ids=range(len(WHOLE)))
def test_a_document_that_is_not_plain_is_refused(text: str, fault: tuple[str, str]) -> None:
    ((code, message),) = refusal(text)
    assert (code, message[: len(fault[1])]) == fault


def test_illustrators_own_data_are_left_out() -> None:
    drawing = examine(ILLUSTRATOR.encode())
    assert drawing.data == (
        b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9" viewBox="0 0 9 9">'
        b'<path d="' + DRAWN.encode() + b'" /></svg>'
    )


def test_an_encoding_hides_nothing() -> None:
    svg = f'<?xml version="1.0" encoding="UTF-16"?>{OPEN}<image href="x.png"/></svg>'
    assert refusal(svg.encode("utf-16")) == [("logo-unsafe", "shows another file with <image>.")]


def test_all_faults_are_told_with_their_lines() -> None:
    svg = f'{OPEN}\n<text>x</text>\n<path d="L"/>\n<mesh/></svg>'
    with pytest.raises(PlainleafError) as caught:
        examine(svg.encode())
    assert [(finding.line, finding.code) for finding in caught.value.faults] == [
        (2, "logo-feature"),
        (3, "logo-value"),
        (4, "logo-feature"),
    ]


def test_a_drawing_has_the_size_of_its_svg_in_pixels() -> None:
    svg = f'{START}width="2in" viewBox="0 0 20 10">{BOX}</svg>'
    drawing = examine(svg.encode())
    assert (drawing.kind, drawing.width, drawing.height) == ("svg", 192, 96)
