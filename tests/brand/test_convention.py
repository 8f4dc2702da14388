"""The convention's own package reads the same from a brand as we do, or the reason stands here."""

from collections.abc import Mapping
from dataclasses import dataclass

import pytest
from brand_yml import Brand
from brand_yml._defs import CircularReferenceError

from plainleaf.brand.darken import read_color
from plainleaf.brand.read import read_brand
from plainleaf.errors import PlainleafError
from plainleaf.workspace import Workspace
from tests.conftest import put


@dataclass(frozen=True)
class Read:
    """What one reader makes of a brand."""

    name: str | None
    palette: Mapping[str, str | None]
    primary: str | None


def theirs(text: str) -> Read | None:
    """Return what the convention's package makes of a brand; None for a faulty one."""
    try:
        brand = Brand.from_yaml_str(text)
    except (ValueError, CircularReferenceError):
        return None
    name, color = brand.meta and brand.meta.name, brand.color
    palette = (color and color.palette) or {}
    primary = color and color.primary
    return Read(
        name=name and (name.full or name.short),
        palette={key: read_color(value) for key, value in palette.items()},
        primary=primary and read_color(primary),
    )


def ours(text: str, workspace: Workspace) -> Read | None:
    put(workspace, "styles/brands/tea/_brand.yml", text)
    try:
        brand, _ = read_brand(workspace, "tea")
    except PlainleafError:
        return None
    primary = next((paint.given for paint in brand.paints), None)
    return Read(brand.title, brand.palette, primary)


LEAF = "meta: {name: Tea House}\n"
BLUE = '"#447099"'
ALIASES = "{lava: '#ff7557', mint: '#80E1D9', red: lava, green: mint}"
THEME = (
    "{palette: {white: '#FFFFFF', black: '#151515', blue: '#447099'}, foreground: black,"
    " background: white, primary: blue, secondary: '#707073', tertiary: '#C2C2C4',"
    " success: green, info: teal, warning: orange, danger: maroon, light: white, dark: '#404041'}"
)
SITES = "home: 'https://tea.example', docs: ../docs, github: 'https://github.com/tea'"

SOUND = {
    "name": LEAF,
    "name in full": "meta: {name: {full: Tea House of the Hill}}",
    "name in full and short": "meta: {name: {full: Tea House of the Hill, short: Tea}}",
    "short name": "meta: {name: {short: Tea}}",
    "name in spaces": "meta: {name: '  Tea House '}",
    "link": "meta: {name: Tea, link: 'https://www.tea.example'}",
    "links": f"meta: {{name: Tea, link: {{{SITES}}}}}",
    "link to a page": "meta: {name: Tea, link: 'https://tea.example:8443/a b?c=d#e'}",
    "link without https": "meta: {name: Tea, link: 'http://tea.example'}",
    "no link": "meta: {name: Tea, link: }",
    "empty links": "meta: {name: Tea, link: {home: , github: }}",
    "more about it": "meta: {name: Tea, founded: 1952, description: \"On\\na hill\"}",
    "no colours": f"{LEAF}color:\n",
    "colour": f"{LEAF}color: {{primary: {BLUE}}}",
    "colour in three digits": f"{LEAF}color: {{primary: '#479'}}",
    "colour by name": f"{LEAF}color: {{primary: rebeccapurple}}",
    "colour in numbers": f"{LEAF}color: {{primary: 'rgb(68, 112, 153)'}}",
    "colour in hue": f"{LEAF}color: {{primary: 'hsl(209 38% 43%)'}}",
    "palette": f"{LEAF}color: {{palette: {{blue: {BLUE}, orange: '#EE6331'}}}}",
    "palette by name": f"{LEAF}color: {{palette: {{blue: {BLUE}}}, primary: blue}}",
    "aliases": f"{LEAF}color: {{palette: {ALIASES}, primary: red}}",
    "role by role": f"{LEAF}color: {{primary: secondary, secondary: {BLUE}}}",
    "role by role by name": f"{LEAF}color: {{palette: {{b: {BLUE}}}, primary: info, info: b}}",
    "role named as a colour": f"{LEAF}color: {{palette: {{primary: {BLUE}}}, primary: teal}}",
    "whole theme": f"{LEAF}color: {THEME}",
    "empty palette": f"{LEAF}color: {{palette: {{}}, primary: {BLUE}}}",
    "empty role": f"{LEAF}color: {{secondary: , primary: {BLUE}}}",
    "underscores": f"{LEAF}color: {{palette: {{_b-1: {BLUE}}}, primary: _b-1}}",
}  # fmt: skip

FAULTY = {
    "name of no text": "meta: {name: 5}",
    "names in a list": "meta: {name: [Tea, House]}",
    "full name of no text": "meta: {name: {full: 5}}",
    "short name of no text": "meta: {name: {full: Tea, short: [T]}}",
    "third name": "meta: {name: {full: Tea, tall: T}}",
    "meta of no table": "meta: Tea",
    "link to no address": "meta: {name: Tea, link: tea.example}",
    "link to a file": "meta: {name: Tea, link: 'ftp://tea.example'}",
    "link to no host": "meta: {name: Tea, link: 'https://'}",
    "link to a host with a space": "meta: {name: Tea, link: 'https://tea house.example'}",
    "link to a wrong port": "meta: {name: Tea, link: 'https://tea.example:99999'}",
    "link to a broken host": "meta: {name: Tea, link: 'https://[::1'}",
    "empty link": "meta: {name: Tea, link: ''}",
    "link of no text": "meta: {name: Tea, link: 5}",
    "links in a list": "meta: {name: Tea, link: ['https://tea.example']}",
    "known link to no address": "meta: {name: Tea, link: {bluesky: '@tea'}}",
    "known link of no text": "meta: {name: Tea, link: {facebook: 5}}",
    "colours of no table": f"{LEAF}color: red",
    "unknown role": f"{LEAF}color: {{primry: red}}",
    "role of no text": f"{LEAF}color: {{primary: 5}}",
    "role in a list": f"{LEAF}color: {{primary: [red]}}",
    "palette of no table": f"{LEAF}color: {{palette: [red]}}",
    "palette in parts": f"{LEAF}color: {{palette: {{blue: {{deep: {BLUE}}}}}}}",
    "colour of no text": f"{LEAF}color: {{palette: {{blue: 447099}}}}",
    "empty colour": f"{LEAF}color: {{palette: {{blue: }}}}",
    "name with a space": f"{LEAF}color: {{palette: {{deep blue: {BLUE}}}}}",
    "name with a digit first": f"{LEAF}color: {{palette: {{1st: {BLUE}}}}}",
    "colour by its own name": f"{LEAF}color: {{palette: {{red: red}}}}",
    "role by its own name": f"{LEAF}color: {{primary: primary}}",
    "circle of colours": f"{LEAF}color: {{palette: {{a: b, b: c, c: b}}}}",
    "circle of roles": f"{LEAF}color: {{primary: info, info: primary}}",
    "circle of both": f"{LEAF}color: {{palette: {{a: primary}}, primary: a}}",
}


@pytest.mark.parametrize("text", SOUND.values(), ids=SOUND)
def test_sound_brand_reads_as_in_the_convention(text: str, bare: Workspace) -> None:
    found = theirs(text)
    assert (found is not None, ours(text, bare)) == (True, found)


@pytest.mark.parametrize("text", FAULTY.values(), ids=FAULTY)
def test_faulty_brand_is_so_by_the_convention(text: str, bare: Workspace) -> None:
    assert (theirs(text), ours(text, bare)) == (None, None)


NAMELESS = Read(None, {}, None)
NAMED = Read("Tea House", {}, None)
DIFFERENT = {
    "a handout names its organization": ("color: {}", NAMELESS, None),
    "a name is printed, so it is one line": (
        'meta: {name: "Tea\\nHouse"}', Read("Tea\nHouse", {}, None), None),
    "what is no colour cannot be printed": (f"{LEAF}color: {{primary: blu}}", NAMED, None),
    "nor what is seen through": (f"{LEAF}color: {{primary: '#44709980'}}", NAMED, None),
    "nor what is nothing": (f"{LEAF}color: {{primary: ''}}", Read("Tea House", {}, ""), None),
    "paper is light: the specification has it, the package does not": (
        f"{LEAF}color: {{primary: {{light: red, dark: '#fff'}}}}", None,
        Read("Tea House", {}, "#ff0000")),
    "names are followed to their end, not one step": (
        f"{LEAF}color: {{palette: {{a: b, b: c, c: teal}}}}",
        Read("Tea House", {"a": None, "b": "#008080", "c": "#008080"}, None),
        Read("Tea House", {"a": "#008080", "b": "#008080", "c": "#008080"}, None)),
    "a colour may name a role": (
        f"{LEAF}color: {{palette: {{a: primary}}, primary: red}}",
        Read("Tea House", {"a": None}, "#ff0000"),
        Read("Tea House", {"a": "#ff0000"}, "#ff0000")),
    "an address is written as it is read, not as browsers mend it": (
        "meta: {name: Tea House, link: 'https:tea.example'}", NAMED, None),
    "whether an address can exist is not asked": (
        "meta: {name: Tea House, link: 'https://999.999.999.999'}", None, NAMED),
    "nor how long it is": (
        f"meta: {{name: Tea House, link: 'https://tea.example/{'a' * 3000}'}}", None, NAMED),
}  # fmt: skip
"""Where we and the package differ, by the reason."""


@pytest.mark.parametrize(("text", "their", "our"), DIFFERENT.values(), ids=DIFFERENT)
def test_reader_differs_for_a_reason(
    text: str, their: Read | None, our: Read | None, bare: Workspace
) -> None:
    assert (theirs(text), ours(text, bare)) == (their, our)
