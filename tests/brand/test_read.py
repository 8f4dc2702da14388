import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from plainleaf.brand.logo_table import COPY_HINT, FILE_HINT
from plainleaf.brand.read import read_brand
from plainleaf.errors import PlainleafError
from plainleaf.model import DARK, LIGHT, ONE_COLOR, Brand, Contact, Paint, Picture
from plainleaf.workspace import Workspace
from tests.conftest import put

FOLDER = "styles/brands/tea"
LEAF = Picture(f"{FOLDER}/logo.svg", "A leaf")
TEXT = """meta:
  name: Tea House
logo:
  images:
    main:
      path: logo.svg
      alt: A leaf
  medium: main
color:
  palette:
    leaf: "#2F5B1F"
  primary: leaf
defaults:
  plainleaf:
    contact:
      en:
        phone: "555"
        lines: [Here]
    disclaimer: Not real.
    site: https://tea.example/h
"""
NAMED = "meta: {name: Tea House}\n"


def read(text: str, workspace: Workspace) -> Brand:
    """Read a brand of which nothing is to be said."""
    for name in ("logo.svg", "white.png", "ink.svg"):
        put(workspace, f"{FOLDER}/{name}", "<svg/>")
    put(workspace, f"{FOLDER}/_brand.yml", text)
    brand, warnings = read_brand(workspace, "tea")
    assert warnings == ()
    return brand


def warnings_of(text: str, workspace: Workspace) -> list[str]:
    """Return the warnings of a brand as `line (field): message hint [code]`, a field if any."""
    put(workspace, f"{FOLDER}/logo.svg", "<svg/>")
    put(workspace, f"{FOLDER}/_brand.yml", text)
    _, warnings = read_brand(workspace, "tea")
    assert not any(finding.is_error for finding in warnings)
    return [
        str(f).removeprefix(f"{FOLDER}/_brand.yml:").replace(" warning:", "") for f in warnings
    ]


def faults(text: str, workspace: Workspace) -> list[str]:
    """Return the faults of a brand as `line (field): message`."""
    put(workspace, f"{FOLDER}/logo.svg", "<svg/>")
    put(workspace, f"{FOLDER}/_brand.yml", text)
    with pytest.raises(PlainleafError) as caught:
        read_brand(workspace, "tea")
    assert {finding.path for finding in caught.value.findings} == {f"{FOLDER}/_brand.yml"}
    return [f"{f.line} ({f.field}): {f.message}" for f in caught.value.findings if f.is_error]


def test_brand_is_read_whole(bare: Workspace) -> None:
    assert read(TEXT, bare) == Brand(
        name="tea",
        title="Tea House",
        path=f"{FOLDER}/_brand.yml",
        pictures={("medium", LIGHT): LEAF},
        paints=(Paint("primary", "#2f5b1f", "#2f5b1f"),),
        palette={"leaf": "#2f5b1f"},
        contacts={"en": Contact("555", ("Here",))},
        disclaimer="Not real.",
        site="https://tea.example/h",
    )


def test_words_in_curly_quotes_are_a_warning(bare: Workspace) -> None:
    text = TEXT.replace("Tea House", "“Tea House”").replace("[Here]", "[«Here», There]")
    told = (
        "stands in curly quotes, which are printed."
        ' Write straight quotes, "…", around a text for YAML; leave them if they are meant.'
    )
    assert warnings_of(text, bare) == [
        f"2 (meta.name): {told} [quotes]",
        f"18 (defaults.plainleaf.contact.en.lines): {told} [quotes]",
    ]


def test_name_alone_is_a_brand(bare: Workspace) -> None:
    path = f"{FOLDER}/_brand.yml"
    assert read(NAMED, bare) == Brand("tea", title="Tea House", path=path)


def test_plain_is_no_organization(bare: Workspace) -> None:
    assert read_brand(bare, "plain") == (Brand("plain"), ())


def test_empty_parts_are_no_fault(bare: Workspace) -> None:
    empty = "logo:\ncolor:\n  primary:\ndefaults:\n  plainleaf:\ntypography:\n"
    assert read(NAMED + empty, bare) == read(NAMED, bare)


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("Tea House", "Tea House"),
        ("{full: Tea House}", "Tea House"),
        ("{short: TH}", "TH"),
        ("' Tea House '", "Tea House"),
        ('\'A & B <3 "C" %s\'', 'A & B <3 "C" %s'),
    ],
    ids=["text", "full", "short", "spaces", "signs stay as they are"],
)  # fmt: skip
def test_name_is_a_text_or_a_table(name: str, title: str, bare: Workspace) -> None:
    assert read(f"meta:\n  name: {name}\n", bare).title == title


MAIN = "images: {main: {path: logo.svg, alt: A leaf}, white: white.png}"
WHITE_PNG = Picture(f"{FOLDER}/white.png", "Tea House")


@pytest.mark.parametrize(
    ("logo", "pictures"),
    [
        ("logo.svg", {("medium", LIGHT): Picture(LEAF.path, "Tea House")}),
        ("{path: logo.svg, alt: A leaf}", {("medium", LIGHT): LEAF}),
        ("{path: logo.svg, alt: ''}", {("medium", LIGHT): Picture(LEAF.path, "Tea House")}),
        ("{small: white.png, large: {path: logo.svg, alt: A leaf}}",
         {("small", LIGHT): WHITE_PNG, ("large", LIGHT): LEAF}),
        (f"{{{MAIN}, small: main, medium: {{light: main, dark: white}}}}",
         {("small", LIGHT): LEAF, ("medium", LIGHT): LEAF, ("medium", DARK): WHITE_PNG}),
    ],
    ids=["text", "table", "no words", "sizes", "names and grounds"],
)  # fmt: skip
def test_logo_is_read_in_each_way_of_the_convention(
    logo: str, pictures: dict[tuple[str, str], Picture], bare: Workspace
) -> None:
    assert read(f"{NAMED}logo: {logo}\n", bare).pictures == pictures


@pytest.mark.parametrize(
    ("value", "pictures"),
    [
        ("ink", {("medium", ONE_COLOR): Picture(f"{FOLDER}/ink.svg", "Ink leaf")}),
        ("ink.svg", {("medium", ONE_COLOR): Picture(f"{FOLDER}/ink.svg", "Tea House")}),
        ("{small: ink, large: ink}",
         {(size, ONE_COLOR): Picture(f"{FOLDER}/ink.svg", "Ink leaf") for size in
          ("small", "large")}),
    ],
    ids=["name", "file", "sizes"],
)  # fmt: skip
def test_logo_of_one_colour_is_an_image_or_a_file(
    value: str, pictures: dict[tuple[str, str], Picture], bare: Workspace
) -> None:
    images = "{main: logo.svg, ink: {path: ink.svg, alt: Ink leaf}}"
    medium = "ink" if value == "ink.svg" else "main"
    text = (
        f"{NAMED}logo: {{images: {images}, medium: {medium}, small: main}}\n"
        f"defaults: {{plainleaf: {{one-color-logo: {value}}}}}\n"
    )
    found = read(text, bare).pictures
    assert {place: found[place] for place in found if place[1] == ONE_COLOR} == pictures


@pytest.mark.parametrize(
    ("color", "primary"),
    [
        ("{primary: '#ABC123'}", "#abc123"),
        ("{primary: '#123'}", "#112233"),
        ("{primary: navy}", "#000080"),
        ("{primary: rgb(1 2 3)}", "#010203"),
        ("{primary: 'hsl(240deg 100% 25%)'}", "#000080"),
        ("{primary: 'oklch(40% 0.1 250)'}", "#124a7b"),
        ("{palette: {deep: sea, sea: '#003366'}, primary: deep}", "#003366"),
    ],
    ids=["hex", "short", "name", "rgb", "hsl", "oklch", "names of names"],
)
def test_colour_is_any_of_css(color: str, primary: str, bare: Workspace) -> None:
    put(bare, f"{FOLDER}/_brand.yml", f"{NAMED}color: {color}\n")
    assert [paint.given for paint in read_brand(bare, "tea")[0].paints] == [primary]


@pytest.mark.parametrize(
    ("value", "width"), [("25", 25.0), ("25.5mm", 25.5), ("25 mm", 25.0)], ids=str
)
def test_width_is_in_millimetres(value: str, width: float, bare: Workspace) -> None:
    text = f"{NAMED}defaults: {{plainleaf: {{minimum-width: {value}, clear-space: 0.5}}}}\n"
    brand = read(text, bare)
    assert (brand.minimum_width, brand.clear_space) == (width, 0.5)


def test_partners_are_names(bare: Workspace) -> None:
    text = f"{NAMED}defaults: {{plainleaf: {{partners: [Cup Union, Pot Guild]}}}}\n"
    assert read(text, bare).partners == ("Cup Union", "Pot Guild")


@pytest.mark.parametrize(
    ("fields", "on"),
    [
        ("", ""),
        (", logo: {on: white}", "white"),
        (", logo: {on: black}", "black"),
        (", logo: {'on': black}", "black"),
        (", logo: {on: }", ""),
    ],
)
def test_ground_of_the_logo_is_said(fields: str, on: str, bare: Workspace) -> None:
    put(bare, f"{FOLDER}/leaf.svg", "<svg/>")
    text = f"{NAMED}logo: leaf.svg\ndefaults: {{plainleaf: {{clear-space: 0.5{fields}}}}}\n"
    assert read(text, bare).logo_on == on


@pytest.mark.parametrize(
    ("logo", "expected"),
    [
        ("logo: {medium: {dark: leaf.svg}}\ndefaults: {plainleaf: {logo: {on: white}}}",
         "is white, but the only logo is made for dark grounds."),
        ("defaults: {plainleaf: {logo: {on: black}, one-color-logo: leaf.svg}}",
         "is black, but the only logo is made for one ink on white."),
    ],
    ids=["dark alone", "one ink alone"],
)  # fmt: skip
def test_ground_that_no_logo_is_made_for_is_refused(
    logo: str, expected: str, bare: Workspace
) -> None:
    put(bare, f"{FOLDER}/leaf.svg", "<svg/>")
    put(bare, f"{FOLDER}/_brand.yml", f"{NAMED}{logo}\n")
    with pytest.raises(PlainleafError) as caught:
        read_brand(bare, "tea")
    (finding,) = caught.value.findings
    assert (finding.field, finding.message) == ("defaults.plainleaf.logo.on", expected)


def test_ground_of_no_logo_is_not_used(bare: Workspace) -> None:
    put(bare, f"{FOLDER}/_brand.yml", f"{NAMED}defaults: {{plainleaf: {{logo: {{on: black}}}}}}\n")
    (finding,) = read_brand(bare, "tea")[1]
    assert (finding.code, finding.message) == (
        "unused-field",
        "holds what is not used by plainleaf: defaults.plainleaf.logo.on.",
    )


HERE = "(defaults.plainleaf"


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("name: Tea House", "name:", "2 (meta.name): is missing."),
        ("name: Tea House", "name: [a]", "2 (meta.name): is not a text of one line."),
        ("name: Tea House", "name: {full: 5}", "2 (meta.name.full): is not a text of one line."),
        ("name: Tea House", "name: {full: a, tall: b}",
         "2 (meta.name.tall): is not a field here."),
        ("name: Tea House", "name: a\n  link: b", "3 (meta.link): is not a web address."),
        ("meta:\n  name: Tea House", "meta: 5",
         "1 (meta): is not a table of names and values."),
        ("Tea House", '"a\\u0000b"', "2 (meta.name): holds the invisible character U+0000."),
        ("Tea House", '"a\\u202eb"', "2 (meta.name): holds the invisible character U+202E."),
        ("Tea House", '"a\\ud800b"', "2 (None): is not YAML we can read: found invalid Unicode"
         " character escape code."),
        ("Tea House", "n" * 300, "2 (meta.name): is longer than 120 characters."),
        ("Not real.", "[a]", f"19 {HERE}.disclaimer): is not a text of one line."),
        ("disclaimer:", "disclaimr:", f"19 {HERE}.disclaimr): is not a field here."),
        ("phone:", "fone:", f"17 {HERE}.contact.en.fone): is not a field here."),
        ('"555"', "“555”",
         f"17 {HERE}.contact.en.phone): has quotes that would be printed: “555”."),
        ('"555"', "555", f"17 {HERE}.contact.en.phone): is not a text of one line."),
        ('"555"', '"\\u202e555"',
         f"17 {HERE}.contact.en.phone): holds the invisible character U+202E."),
        ('"555"', '"' + "5" * 41 + '"',
         f"17 {HERE}.contact.en.phone): is longer than 40 characters."),
        ("[Here]", "Here", f"18 {HERE}.contact.en.lines): is not a list of texts."),
        ("[Here]", "[a, b, c, d, e, f, g]",
         f"18 {HERE}.contact.en.lines): holds more than 6 texts."),
        ("[Here]", f"[{'h' * 121}]",
         f"18 {HERE}.contact.en.lines): is longer than 120 characters."),
        ("[Here]", '["a\\nb"]',
         f"18 {HERE}.contact.en.lines): holds a text of more than one line."),
        ("en:", "english:", f"16 {HERE}.contact.english): is no language code."),
        ("en:", "en_US:", f"16 {HERE}.contact.en_US): is no language code."),
        ("en:", "no:", f"15 {HERE}.contact): is not a table of names and values."),
        ("disclaimer: Not real.", "clear-space: 1mm",
         f"19 {HERE}.clear-space): is not a number above 0 and below 3."),
        ("disclaimer: Not real.", "minimum-width: wide",
         f"19 {HERE}.minimum-width): is not a width of up to 200 mm."),
        ("disclaimer: Not real.", "partners: Cup Union",
         f"19 {HERE}.partners): is not a list of texts."),
        ("disclaimer: Not real.", "logo: {on: grey}",
         f"19 {HERE}.logo.on): is neither white nor black."),
        ("disclaimer: Not real.", "logo: {on: yes}",
         f"19 {HERE}.logo.on): is neither white nor black."),
        ("disclaimer: Not real.", "logo: {in: white}",
         f"19 {HERE}.logo.in): is not a field here."),
        ("disclaimer: Not real.", "logo: black",
         f"19 {HERE}.logo): is not a table of names and values."),
        ("disclaimer: Not real.", "one-color-logo: mian",
         f"19 {HERE}.one-color-logo): names no image: 'mian'."),
        ("disclaimer: Not real.", "one-color-logo: {medium: main, big: main}",
         f"19 {HERE}.one-color-logo.big): is not a field here."),
        ("medium: main", "medium: big", "8 (logo.medium): names no image: 'big'."),
        ("medium: main", "medium: [main]", "8 (logo.medium): is not a text of one line."),
        ("medium: main", "medium: {alt: a}", "8 (logo.medium.path): is missing."),
        ("medium: main", "medum: main", "8 (logo.medum): is not a field here."),
        ("medium: main", "medium: {light: main, dusk: main}",
         "8 (logo.medium.dusk): is not a field here."),
        ("alt: A leaf", "alt:", "7 (logo.images.main.alt): is missing."),
        ("alt: A leaf", "alt: 5", "7 (logo.images.main.alt): is not a text of one line."),
        ("alt: A leaf", "atl: A leaf", "7 (logo.images.main.atl): is not a field here."),
        ("path: logo.svg", "path: 5",
         "6 (logo.images.main.path): is not a text of one line."),
        ("primary: leaf", "primary: leef", "12 (color.primary): is not a colour."),
        ("primary: leaf", "primary: [leaf]", "12 (color.primary): is not a text of one line."),
        ("primary: leaf", "primary: transparent", "12 (color.primary): is not a colour."),
        ("primary: leaf", "primry: leaf", "12 (color.primry): is not a field here."),
        ("primary: leaf", "primary: primary",
         "12 (color.primary): names itself in a circle: primary → primary."),
        ("primary: leaf", "success: '#ggg'", "12 (color.success): is not a colour."),
        (
            "primary: leaf",
            "primary: 'red;} @font-face{font-family:q;src:url(http://127.0.0.1/font.ttf)}'",
            "12 (color.primary): is not a colour.",
        ),
        ("#2F5B1F", "</style><img src=file:///x><style>",
         "11 (color.palette.leaf): is not a colour."),
        ('leaf: "#2F5B1F"', "leaf: 7", "11 (color.palette.leaf): is not a text of one line."),
        ('leaf: "#2F5B1F"', "leaf: bud\n    bud: leaf",
         "11 (color.palette.leaf): names itself in a circle: leaf → bud → leaf."),
        ("leaf:", "my leaf: '#ffffff'\n    leaf:",
         "11 (color.palette.my leaf): is no name for a colour."),
        ("defaults:", "defalts:", "13 (defalts): is not a field here."),
        ("color:", "path: /x\ncolor:", "9 (path): is not a field here."),
    ],
)  # fmt: skip
def test_wrong_field_is_told(old: str, new: str, expected: str, bare: Workspace) -> None:
    text = TEXT.replace(old, new, 1)
    assert faults(text, bare) == [expected]


@pytest.mark.parametrize(
    ("color", "hint"),
    [
        ("\n  primary: 123456", 'Put it in quotes: primary: "123456".'),
        ("{palette: {a: red}, primary: 123456}", 'Put it in quotes: "…".'),
    ],
    ids=["a line of its own", "a line with more"],
)
def test_how_a_text_is_quoted_is_said(color: str, hint: str, bare: Workspace) -> None:
    put(bare, f"{FOLDER}/_brand.yml", f"{NAMED}color: {color}\n")
    with pytest.raises(PlainleafError) as caught:
        read_brand(bare, "tea")
    assert [finding.hint for finding in caught.value.findings] == [hint]


def test_all_faults_are_told_at_once(bare: Workspace) -> None:
    text = TEXT.replace("Tea House", "5").replace("medium: main", "medium: none.svg")
    text = text.replace("#2F5B1F", "leafy").replace("Not real.", "[1]") + "shape: round\n"
    assert faults(text, bare) == [
        "2 (meta.name): is not a text of one line.",
        "11 (color.palette.leaf): is not a colour.",
        "8 (logo.medium): none.svg is not there.",
        "19 (defaults.plainleaf.disclaimer): is not a text of one line.",
        "21 (shape): is not a field here.",
    ]


UNUSED = "holds what is not used by plainleaf"
OTHERS = "Leave for other tools what they need, and take the rest out. [unused-field]"


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ("typography: {base: Arial}",
         f"2: {UNUSED}: typography. The type is chosen for reading, and for each script."
         f" {OTHERS}"),
        ("color: {success: green}", f"2: {UNUSED}: color.success. {OTHERS}"),
        ("color: {foreground: black}",
         f"2: {UNUSED}: color.foreground. Text is always black, so that copies stay readable."
         f" {OTHERS}"),
        ("color: {primary: {light: '#2f5b1f', dark: '#ffffff'}}",
         f"2: {UNUSED}: color.primary.dark. {OTHERS}"),
        ("defaults: {shiny: {theme: x}}", f"2: {UNUSED}: defaults.shiny. {OTHERS}"),
        ("logo: {path: logo.svg, attrs: {width: 3}}", f"2: {UNUSED}: logo.attrs. {OTHERS}"),
        ("logo: {images: {main: logo.svg}}",
         f"2: {UNUSED}: logo.images.main. Name an image below logo, as small, medium or large, to"
         f" have it printed. {OTHERS}"),
        ("color: {primary: '#ffcc00'}",
         "2 (color.primary): #ffcc00 has a contrast of 1.5:1 on white, so #917300 is printed"
         " (4.5:1). Look at a sheet. [darkened]"),
    ],
    ids=["typography", "role", "text colour", "dark colour", "other tool", "attrs", "image",
         "light colour"],
)  # fmt: skip
def test_what_is_not_printed_as_given_is_said(more: str, expected: str, bare: Workspace) -> None:
    assert warnings_of(f"{NAMED}{more}\n", bare) == [expected]


def test_all_that_is_unused_is_said_in_one_line(bare: Workspace) -> None:
    text = (
        "meta:\n  name: {full: Tea House, short: TH}\n  link: https://tea.example\n"
        "color: {secondary: red}\ntypography: {base: Arial}\n"
    )
    assert warnings_of(text, bare) == [
        f"2: {UNUSED}: meta.link, meta.name.short, color.secondary, typography. The type is chosen"
        f" for reading, and for each script. {OTHERS}",
    ]


def test_of_much_that_is_unused_some_is_named(bare: Workspace) -> None:
    fields = ", ".join(f"f{number}: x" for number in range(23))
    names = ", ".join(f"meta.f{number}" for number in range(20))
    assert warnings_of(f"meta: {{name: Tea House, {fields}}}\n", bare) == [
        f"1: {UNUSED}: {names} and 3 more. {OTHERS}"
    ]


def test_colour_for_dark_grounds_alone_is_none_for_paper(bare: Workspace) -> None:
    assert faults(f"{NAMED}color: {{primary: {{dark: white}}}}\n", bare) == [
        "2 (color.primary): has no colour for light grounds."
    ]


def test_of_two_colours_that_for_light_grounds_is_printed(bare: Workspace) -> None:
    text = (
        f"{NAMED}color: {{palette: {{leaf: '#2f5b1f'}}, primary: {{light: leaf, dark: white}}}}\n"
    )
    put(bare, f"{FOLDER}/_brand.yml", text)
    brand, _ = read_brand(bare, "tea")
    assert [(paint.role, paint.given) for paint in brand.paints] == [("primary", "#2f5b1f")]


@pytest.mark.parametrize("site", ["https://tea.example/h", "https://tea.example:8443/h/"])
def test_each_handout_has_a_page_below_the_site(site: str) -> None:
    pages = [Brand("tea", site=site).page_of("green-tea"), Brand("tea").page_of("green-tea")]
    assert pages == [f"{site.rstrip('/')}/green-tea", ""]


@pytest.mark.parametrize(
    "site",
    [
        "HTTPS://tea.example/h",
        "http://tea.example/h",
        "tea.example/h",
        "//tea.example/h",
        "javascript:alert(1)",
        "https:///h",
        "https://:8443/h",
        "https://tea.example:port/h",
        "https://tea.example:99999/h",
        "https://[::1/h",
        "https://ben@tea.example/h",
        "https://ben:pass@tea.example/h",
        "https://tea.example/h?",
        "https://tea.example/h?page=1",
        "https://tea.example/h#top",
        "https://tea.example/a b",
        r"https://tea.example/a\tb",
        "https://tée.example/h",
        r"https://tea.example\\h",
        "https://tea.example/<b>",
        "https://tea.example/" + "h" * 181,
    ],
    ids=["capital letters", "http", "no scheme", "no scheme but slashes", "script", "no host",
         "port alone",
         "port of letters", "port too large", "broken IPv6", "user", "password", "empty query",
         "query", "fragment", "space", "tab", "accent", "backslash", "markup", "long"],
)  # fmt: skip
def test_site_is_a_plain_https_address(site: str, bare: Workspace) -> None:
    message = "is not a plain https address of 200 characters or less."
    assert faults(TEXT.replace("https://tea.example/h", f'"{site}"'), bare)[-1] == (
        f"20 (defaults.plainleaf.site): {message}"
    )


@pytest.mark.parametrize(
    "name",
    [
        "../logo.svg",
        "../../../rel/outside/secret.png",
        "~/logo.svg",
        "~nobody-here/logo.svg",
        "sub/NUL.svg",
        "aux .png",
        r"lo\u202egvs.exe",
        "logo.svg ",
        "",
        "/etc/logo.svg",
        "file:///etc/logo.svg",
        "https://example.org/logo.svg",
        r"\\\\host\\share\\logo.svg",
        "//host/logo.svg",
        r"C:\\logo.svg",
        "CON.svg",
        "nul.svg",
        "aux.x.png",
        "com1.png",
        "logo.svg:stream",
        "logo.svg:stream.svg",
        r"logo\0.svg",
        r"lo\u202egvs.svg",
        "logo.svg.exe",
        ".svg",
        ".",
        "%2e%2e%2flogo.svg",
        "l" * 300 + ".svg",
    ],
    ids=["above", "far above", "home", "home of nobody", "device below", "device with a space",
         "bidi program", "space", "empty", "absolute", "file", "web", "UNC", "network",
         "drive", "device",
         "small device", "device with endings", "port", "stream", "stream as ending", "NUL",
         "bidi", "program", "ending alone", "folder", "encoded", "long"],
)  # fmt: skip
def test_logo_is_a_file_beside_the_brand(name: str, bare: Workspace) -> None:
    told = faults(TEXT.replace("path: logo.svg", f'path: "{name}"'), bare)
    assert told == ["6 (logo.images.main.path): is no file of this folder."]


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("/assets/logo.svg", "Write it from this folder on: assets/logo.svg."),
        ("https://example.org/logo.svg", COPY_HINT),
        ("../logo.svg", COPY_HINT),
        ("images/../logo.svg", COPY_HINT),
        ("images/favicon.ico", "Give it as .svg, .png, .jpg or .pdf, and not as .ico."),
        ("my logo.svg", FILE_HINT),
        ("images/.logo.svg", FILE_HINT),
        ("a/" * 7 + "logo.svg", FILE_HINT),
    ],
)
def test_what_to_write_in_place_of_a_wrong_name_is_said(
    name: str, hint: str, bare: Workspace
) -> None:
    with pytest.raises(PlainleafError) as caught:
        read(f"{NAMED}logo:\n  medium: {name}\n", bare)
    assert [(f.line, f.field, f.message, f.hint) for f in caught.value.findings] == [
        (3, "logo.medium", "is no file of this folder.", hint)
    ]


@pytest.mark.parametrize(
    "logo",
    [
        "logo: images/logo.svg",
        "logo: ./images/logo.svg",
        "logo: {path: images/logo.svg}",
        "logo: {medium: images/logo.svg}",
        "logo: {images: {main: ./images/logo.svg}, medium: main}",
        "logo: {images: {main: {path: images/logo.svg}}, medium: {light: main}}",
    ],
)
def test_logo_may_lie_in_a_folder_of_the_brand(logo: str, bare: Workspace) -> None:
    put(bare, f"{FOLDER}/images/logo.svg", "<svg/>")
    picture = Picture(f"{FOLDER}/images/logo.svg", "Tea House")
    assert dict(read(f"{NAMED}{logo}\n", bare).pictures) == {("medium", LIGHT): picture}


def test_name_of_the_organization_is_asked_for(bare: Workspace) -> None:
    with pytest.raises(PlainleafError) as caught:
        read("logo: logo.svg\n", bare)
    assert [str(finding) for finding in caught.value.findings] == [
        f"{FOLDER}/_brand.yml (meta.name): error: is missing. Write the organization's name as it"
        " is printed: 'meta: {name: Hillside Clinic}'. [missing-field]"
    ]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("none.svg", "none.svg is not there."),
        ("images/none.svg", "images/none.svg is not there."),
        ("out.svg", "out.svg is or goes through a link."),
        ("loop.svg", "loop.svg is a broken link."),
        ("pipe.svg", "pipe.svg is not a regular file."),
        ("big.svg", "big.svg is larger than 4,000,000 bytes."),
    ],
    ids=["missing", "missing below", "link out", "link to itself", "fifo", "large"],
)
def test_logo_that_cannot_be_read_is_told(
    name: str, expected: str, bare: Workspace, tmp_path: Path
) -> None:
    (tmp_path / "secret.svg").write_text("<svg/>")
    folder = put(bare, f"{FOLDER}/big.svg", b" " * (4_000_001)).parent
    (folder / "out.svg").symlink_to(tmp_path / "secret.svg")
    (folder / "loop.svg").symlink_to("loop.svg")
    os.mkfifo(folder / "pipe.svg")
    assert faults(TEXT.replace("logo.svg", name), bare) == [
        f"6 (logo.images.main.path): {expected}"
    ]


def test_brand_in_dark_colours_loads_no_library_of_colours(bare: Workspace) -> None:
    put(bare, f"{FOLDER}/logo.svg", "<svg/>")
    put(bare, f"{FOLDER}/_brand.yml", TEXT)
    script = (
        "import pathlib, sys; from plainleaf.brand.read import read_brand;"
        " from plainleaf.workspace import Workspace;"
        f" read_brand(Workspace.at(pathlib.Path({os.fspath(bare.root)!r})), 'tea');"
        " print('coloraide' in sys.modules)"
    )
    run = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert run.stdout == "False\n"


def table_of(count: int, name: str, value: str) -> str:
    """Return a table of many fields, one like the other."""
    return "{" + ", ".join(f"{name}{n}: {value}" for n in range(count)) + "}"


CHAIN = ", ".join(f"c{n}: c{n + 1}" for n in range(99))
NEST = ", ".join(f"i{n}: {{path: a.svg, attrs: {{a: i{n + 1}, b: i{n + 1}}}}}" for n in range(39))


@pytest.mark.parametrize(
    "text",
    [
        f"color: {{palette: {{{CHAIN}, c99: '#123456'}}, primary: c0}}",
        f"color: {{palette: {table_of(20_000, 'c', 'red')}}}",
        f"color: {table_of(20_000, 'c', 'red')}",
        f"meta: {table_of(20_000, 'm', 'x')}",
        f"logo: {{images: {{{NEST}}}, medium: i0}}",
        f"logo: {{images: {table_of(20_000, 'i', 'a.svg')}}}",
        f"other: {table_of(20_000, 'x', '1')}",
        f"defaults: {table_of(20_000, 'x', '1')}",
        f"? {'k' * 100_000}\n: {table_of(20_000, 'x', '1')}",
        f"defaults: {{plainleaf: {{contact: {table_of(9_000, 'x', '1')}}}}}",
    ],
    ids=["chain of colours", "many colours", "many roles", "much meta", "images in images",
         "many images", "many fields", "many defaults", "long name", "many languages"],
)  # fmt: skip
def test_bomb_is_told_in_time_and_short(text: str, bare: Workspace) -> None:
    put(bare, f"{FOLDER}/_brand.yml", f"{NAMED}{text}\n")
    started = time.process_time()
    try:
        findings = read_brand(bare, "tea")[1]
    except PlainleafError as error:
        findings = error.findings
    assert time.process_time() - started < 8
    assert len("".join(map(str, findings))) < 60_000
