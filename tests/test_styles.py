import re
from functools import cache
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

import cssselect2  # type: ignore[import-untyped]
import pikepdf
import pytest
import tinycss2
from babel.core import get_global

import plainleaf.typeset
from plainleaf.model import Shape
from plainleaf.text.languages import english_name, find_language
from plainleaf.text.locales import is_code, present, script_of
from plainleaf.workers.jobs import TypesetJob
from plainleaf.workspace import Workspace
from plainleaf.workspace.fonts import FILES, family_of
from tests.conftest import put
from tests.text.test_languages import codes
from tests.typeset.test_safe import sheet_of
from tests.typesetting import pdf_of
from tests.workspaces import HANDOUT, SETTINGS, Build

ROOT = Path(__file__).parents[1]
REGION = re.compile("[a-z]{2,3}-[A-Z]{2}")
LANGUAGES = ROOT / "styles/base/languages.css"
SETS = re.compile(r"--(family|script|lines|tight):\s*([^;}]*[^;}\s])")

LAYERS = {
    "base": "styles/base/roles.css",
    "size": "styles/sizes/standard.css",
    "format": "styles/formats/sheet.css",
    "audience": "styles/audiences/patient.css",
    "brand": "",
}
"""Each wins over those before it; with a file of it that a workspace may have of its own."""
TINTS = {"base": "#000033", "size": "#000066", "format": "#000099", "audience": "#0000cc"}

DEFAULTS = """
[defaults]
brands = ["wide"]
sizes = ["giant"]
"""
BRAND = """meta:
  name: Wide
logo:
  images:
    main:
      path: logo.svg
      alt: A bar
  medium: main
"""
LOGO = """<svg xmlns="http://www.w3.org/2000/svg" width="800" height="60" viewBox="0 0 800 60">
<rect width="800" height="60"/></svg>"""


def test_wide_logo_stays_on_the_page(build_with: Build) -> None:
    """Proved by the check of the safe area."""
    results = build_with(
        {
            "plainleaf.toml": SETTINGS + DEFAULTS,
            "styles/brands/wide/_brand.yml": BRAND,
            "styles/brands/wide/logo.svg": LOGO,
        }
    )
    assert [(r.state, r.findings) for r in results] == [("built", ())]


def accents(pdf: bytes) -> set[str]:
    """Return which layers' colours fill anything on the first page."""
    named = {int(tint[-2:], 16): layer for layer, tint in TINTS.items()}
    with pikepdf.open(BytesIO(pdf)) as document:
        steps = [
            (str(step.operator), [*step.operands])
            for step in pikepdf.parse_content_stream(document.pages[0])
        ]
    filled = [values for operator, values in steps if operator == "rg"]
    blues = {round(float(blue) * 255) for red, green, blue in filled if red == green == 0}
    is_open = any(operator == "scn" for operator, _ in steps)
    return {named[blue] for blue in blues & {*named}} | ({"brand"} if is_open else set())


@pytest.mark.parametrize("last", LAYERS)
def test_each_layer_wins_over_those_before_it(last: str, library: Workspace) -> None:
    """On the sheet, where all up to the last one give the accent a colour of their own."""
    for layer in [*LAYERS][: [*LAYERS].index(last) + 1]:
        if path := LAYERS[layer]:
            tint = f":root {{ --accent: {TINTS[layer]} }}"
            put(library, path, f"{library.read_text(path)}\n{tint}")
    sheet = sheet_of(library, shape=Shape(organization=last == "brand"))
    pdf = pdf_of(plainleaf.typeset.run(TypesetJob(sheet, library, 20)))
    assert accents(pdf) == {last}


def test_layers_are_told_in_their_order() -> None:
    order = ", ".join(LAYERS)
    told = [
        place
        for place in ("templates/page.html", "docs/explanation/architecture.md")
        if f"@layer {order}" in " ".join((ROOT / place).read_text("utf-8").split())
    ]
    assert told == ["templates/page.html", "docs/explanation/architecture.md"]


def test_what_is_important_has_its_reason_above_it() -> None:
    """Order decides what wins; `!important` is for what no order can say."""
    found: dict[str, list[str]] = {}
    for path in sorted(
        path for name in ("styles", "templates") for path in (ROOT / name).rglob("*.*")
    ):
        lines = path.read_bytes().decode("utf-8", "replace").splitlines()
        for above, line in pairwise(["", *lines]):
            if re.search(r"[^/ ]\s*!\s*important", line, re.IGNORECASE):
                reason = "reasoned" if "!important: " in above else f"no reason: {line}"
                found.setdefault(path.relative_to(ROOT).as_posix(), []).append(reason)
    assert found == {"styles/base/parts.css": ["reasoned"]}


@cache
def rules() -> cssselect2.Matcher:
    """Return the rules of languages, each with what it sets."""
    matcher = cssselect2.Matcher()
    css = LANGUAGES.read_text("utf-8")
    for rule in tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True):
        values = dict(SETS.findall(tinycss2.serialize(rule.content)))
        for selector in cssselect2.compile_selector_list(rule.prelude):
            matcher.add_selector(selector, values)
    return matcher


def values_for(code: str) -> dict[str, str]:
    """Return what the style sets for an element in a language: family, size and lines."""
    page = ElementTree.fromstring(f'<html xmlns="http://www.w3.org/1999/xhtml" lang="{code}"/>')
    matches = rules().match(cssselect2.ElementWrapper.from_html_root(page))
    found: dict[str, str] = {}
    for match in sorted(matches, key=lambda match: match[:2]):
        found |= match[3]
    return found


def family_for(code: str) -> str:
    """Return the first family that the style of an element in a language names."""
    return values_for(code)["family"].split('"')[1]


def test_a_language_is_set_alike_by_each_of_its_codes() -> None:
    """By longer and former ones, and those of what is a part of it."""
    known = {code: present(code) for code in get_global("language_aliases") if is_code(code)}
    wanted = {code: values_for(now) for code, now in known.items()}
    assert {code: values_for(code) for code in known} == wanted
    assert {known[code] for code in ("prs", "iw", "ji", "pnb", "urd")} == {
        *("fa-AF", "he", "yi", "lah", "ur")
    }


def test_style_names_the_family_of_each_language() -> None:
    """Of all that have a name here, in the script that they are mostly written in."""
    known = [code for code in codes() if is_code(code) and english_name(code)]
    wanted = {code: family_of(script_of(code)) for code in known if script_of(code) in FILES}
    found = {code: re.sub(" HK$", " TC", family_for(code)) for code in wanted}
    assert (found, len(wanted) > 500) == (wanted, True)


def test_style_names_the_family_of_each_script_that_a_code_says() -> None:
    wanted = {f"xyz-{script}": family_of(script) for script in FILES}
    assert {code: family_for(code) for code in wanted} == wanted


@pytest.mark.parametrize(
    ("code", "family"),
    [
        ("ckb-Latn", "Noto Sans"),
        ("pa-Arab-PK", "Noto Sans Arabic"),
        ("ks-Deva", "Noto Sans Devanagari"),
        ("uz-Cyrl", "Noto Sans"),
        ("ar-EG", "Noto Sans Arabic"),
        ("zh-HK", "Noto Sans CJK HK"),
        ("zh-Hant-HK", "Noto Sans CJK HK"),
        ("zh-Hant-TW", "Noto Sans CJK TC"),
        ("zh-SG", "Noto Sans CJK SC"),
        ("hnj-Latn", "Noto Sans"),
    ],
)
def test_script_that_is_written_wins(code: str, family: str) -> None:
    assert family_for(code) == family


def test_style_names_the_family_where_the_region_says_the_script() -> None:
    likely = (key.replace("_", "-") for key in get_global("likely_subtags"))
    named = sorted(code for code in likely if REGION.fullmatch(code) and find_language(code))
    wanted = {code: family_of(script_of(code)) for code in named if script_of(code) in FILES}
    found = {code: re.sub(" HK$", " TC", family_for(code)) for code in wanted}
    assert (found, len(wanted) > 40) == (wanted, True)


def test_a_word_that_is_longer_than_a_line_is_told(build_with: Build) -> None:
    word = "x" * 90
    text = HANDOUT.replace("Fill the kettle.", f"Fill the **{word[:9]}**{word[9:]} now.")
    (result,) = build_with({"handouts/tea/handout.md": text})
    told = [(finding.code, finding.message) for finding in result.findings]
    message = f"the word {word[9:]!r} is longer than a line, and is divided where nobody said."
    assert (result.state, told) == ("built", [("long-word", message)])
