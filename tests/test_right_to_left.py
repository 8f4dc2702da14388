"""Whole sheets in Arabic: order of figures wherever they stand, asked of the places of glyphs."""

import re
from collections.abc import Mapping
from pathlib import Path

import pikepdf
import pytest

from plainleaf.build.manifest import Result
from plainleaf.checks.facts.structure import read_structure
from plainleaf.errors import Severity
from plainleaf.model import Choice
from plainleaf.text.localize import FIXED_WORDS
from plainleaf.workspace import Workspace
from tests.typeset.test_order import drawn, lines, squeezed
from tests.typeset.test_scripts import po
from tests.workspaces import SETTINGS, place_of, results

WORDS = {"ar": "خذ الآن", "fa": "اکنون بخورید", "he": "לקחת עכשיו", "ur": "ابھی لیں"}
"""What stands for each text that does not matter."""

HANDOUT = """---
title: Take 5/325 mg
summary: Or 2 × 500 mg.
publisher: Ward 3
version: "1"
reviewed: 2026-01-02
review-by: 2027-01-02
sources: [A kettle.]
---

## Take 250/50 mcg {#take}

### Or 10–20 mg {#or}

- Below **130**/80 mmHg.
- Take 500 mg x 2.

Insulin (NPH) **70**/30

::: when-to-call

Call (555) 010-0123.

:::
"""
ARABIC = {
    ("title", "Take 5/325 mg"): "خذ 5/325 mg",
    ("summary", "Or 2 × 500 mg."): "أو 2 × 500 mg.",
    ("take", "Take 250/50 mcg"): "خذ 250/50 mcg",
    ("or", "Or 10–20 mg"): "أو 10–20 mg",
    ("or/p1", "Below **130**/80 mmHg."): "أقل من **130**/80 mmHg.",
    ("or/p2", "Take 500 mg x 2."): "خذ 500 mg x 2.",
    ("or/p3", "Insulin (NPH) **70**/30"): "Insulin (NPH) **70**/30",
    ("when-to-call/p1", "Call (555) 010-0123."): "اتصل (555) 010-0123.",
    ("source-1", "A kettle."): "A kettle.",
}
SHOWN = (
    "5/325mg",
    "2×500mg",
    "250/50mcg",
    "10–20mg",
    "130/80mmHg",
    "500mgx2",
    "InsulinNPH70/30",
    "555010-0123",
)
BRAND = """
meta: {name: "Quay (example)"}
defaults:
  plainleaf:
    contact:
      ar: {phone: "+1 (555) 010-0142", lines: ["9 شارع 5/3", "Quay 5, 3-B"]}
"""


FILES = {
    "plainleaf.toml": SETTINGS,
    "handouts/tea/handout.md": HANDOUT,
    "handouts/tea/ar.po": po("ar", ARABIC),
    "styles/brands/quay/_brand.yml": BRAND,
}


def made(
    folder: Path, files: Mapping[str, str] = FILES, **options: tuple[str, ...]
) -> tuple[Path, Result]:
    for name, text in files.items():
        place = folder / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8")
    workspace = Workspace.at(folder)
    choice = Choice(("tea",), **options)
    (result,) = results(workspace, choice)
    return place_of(workspace, result), result


def with_lines(
    folder: Path, code: str, said: Mapping[str, str], **options: tuple[str, ...]
) -> tuple[Path, Result]:
    """Build a handout of these lines, each with its translation."""
    head = HANDOUT.partition("## ")[0].replace("5/325 mg", "tea").replace("2 × 500 mg", "milk")
    end = "::: when-to-call\n\nCall.\n\n:::\n"
    word = WORDS[code]
    texts = (
        ("title", "Take tea"),
        ("summary", "Or milk."),
        ("take", "Take"),
        ("source-1", "A kettle."),
    )
    messages = {
        **dict.fromkeys([*texts, ("when-to-call/p1", "Call.")], word),
        **{(f"take/p{n}", each): said[each] for n, each in enumerate(said, start=1)},
    }
    (folder / "plainleaf.toml").write_text(SETTINGS, encoding="utf-8")
    listed = Workspace.at(folder).read_text(FIXED_WORDS)
    fixed = re.findall(r'^msgid "(.+)"$', listed, re.MULTILINE)
    catalogue = {("", each): each if "%" in each else word for each in fixed}
    files = {
        "plainleaf.toml": SETTINGS,
        "handouts/tea/handout.md": head + "## Take {#take}\n\n" + "\n\n".join([*said, end]),
        f"handouts/tea/{code}.po": po(code, messages),
        f"templates/strings/{code}.po": po(code, catalogue),
    }
    return made(folder, files, **options)


def faults(result: Result) -> list[str]:
    return [each.message for each in result.findings if each.severity == Severity.ERROR]


def rows(pdf: Path) -> str:
    with pikepdf.open(pdf) as document:
        pages = len(document.pages)
    return "\n".join(row for page in range(pages) for row in lines(pdf.read_bytes(), page))


@pytest.mark.slow
@pytest.mark.parametrize("layout", ["columns", "stacked", "duplex"])
def test_two_languages_agree_on_every_figure(layout: str, tmp_path: Path) -> None:
    pdf, _ = made(tmp_path, languages=("en+ar",), layouts=(layout,))
    found = rows(pdf)
    assert {shown: found.count(shown) for shown in SHOWN if found.count(shown) < 2} == {}


def test_a_sheet_keeps_every_figure_and_its_brands(tmp_path: Path) -> None:
    pdf, _ = made(tmp_path, languages=("ar",), brands=("quay",))
    found = rows(pdf)
    others = ("+1555010-0142", "9", "5/3", "Quay5,3-B")
    assert [shown for shown in (*SHOWN, *others) if shown not in found] == []


def test_words_of_the_source_are_marked_as_its_language(tmp_path: Path) -> None:
    pdf, _ = made(tmp_path, languages=("ar",))
    elements = read_structure(pdf.read_bytes()).elements
    english = [each.text for each in elements if each.language == "en"]
    assert any("Insulin (NPH) 70/30" in text for text in english)


def test_the_foot_keeps_the_order_of_a_title_and_a_version(tmp_path: Path) -> None:
    text = HANDOUT.replace("Take 5/325 mg", "خذ 5/325 mg x 2").replace('"1"', '"2.0-draft"')
    files = {
        "plainleaf.toml": f'source-language = "ar"\n{SETTINGS}',
        "handouts/tea/handout.md": text,
    }
    pdf, _ = made(tmp_path, files, languages=("ar",))
    found = rows(pdf)
    assert [found.count(shown) for shown in ("5/325mgx2", "2.0-draft·2026-01-02")] == [2, 1]


BOLD = {
    "ar": {
        "Call **(555) 010-0199** now.": "اتصل **(٥٥٥) ٠١٠-٠١٩٩** الآن.",
        "Take **5/325 mg**.": "خذ **٥/٣٢٥ mg**.",
        "Take **5-10** drops.": "خذ **٥-١٠** قطرات.",
        "Below **38.5%**.": "أقل من **٣٨٫٥٪**.",
        "[(555) 010-0199](tel:+15550100199)": "[(٥٥٥) ٠١٠-٠١٩٩](tel:+15550100199)",
    },
    "fa": {
        "Call **(555) 010-0199** now.": "اکنون با **(۵۵۵) ۰۱۰-۰۱۹۹** تماس بگیرید.",
        "Take **5/325 mg**.": "بخورید **۵/۳۲۵ mg**.",
        "Take **5 × 10** mg.": "بخورید **۵ × ۱۰** میلی‌گرم.",
    },
}


@pytest.mark.slow
@pytest.mark.parametrize("layout", ["columns", "stacked", "duplex"])
@pytest.mark.parametrize("code", BOLD)
def test_bold_figures_in_digits_of_their_script_are_built(
    code: str, layout: str, tmp_path: Path
) -> None:
    languages = (f"en+{code}",)
    pdf, result = with_lines(tmp_path, code, BOLD[code], languages=languages, layouts=(layout,))
    assert faults(result) == []
    shown = {"ar": "٥٥٥٠١٠-٠١٩٩", "fa": "۵۵۵۰۱۰-۰۱۹۹"}
    assert shown[code] in rows(pdf)


RAISED = (
    "kg/m²",
    "BMI ≥ 30 kg/m²",
    "**30 kg/m²**",
    "5 m³",
    "5 × 10⁹/L",
    "CO₂",
    "Ca²⁺",
    "Tylenol™",
    "½",
    "**½ mg**",
)


@pytest.mark.slow
@pytest.mark.parametrize("code", WORDS)
def test_raised_and_lowered_figures_are_built(code: str, tmp_path: Path) -> None:
    before, _, behind = WORDS[code].partition(" ")
    said = {f"Text {each} here.": f"{before} {each} {behind}." for each in RAISED}
    pdf, result = with_lines(tmp_path, code, said, languages=(code,))
    assert faults(result) == []
    found = squeezed(drawn(pdf.read_bytes()))  # PDFium gives no places in Nastaliq
    shown = [squeezed(each.strip("*")) for each in RAISED]
    assert [each for each in shown if each not in found] == []


ADDRESSED = (
    "help@example.org",
    "<help@example.org>",
    "[help@example.org](mailto:help@example.org)",
    "<https://tea.example/a-b?c=d>",
    "**help@example.org**",
    "@clinic",
    "No. 5",
    "pH = 7.4",
    "Rh-",
)
UNMARKED = re.compile(r"[<>*[\]]|\(.*\)")


@pytest.mark.parametrize("code", ["ar", "he"])
def test_addresses_are_built(code: str, tmp_path: Path) -> None:
    before, _, behind = WORDS[code].partition(" ")
    said = {f"Text {each} here.": f"{before} {each} {behind}." for each in ADDRESSED}
    pdf, result = with_lines(tmp_path, code, said, languages=(code,))
    assert faults(result) == []
    found, text = rows(pdf), drawn(pdf.read_bytes())
    shown = [UNMARKED.sub("", each) for each in ADDRESSED]
    assert [each for each in shown if squeezed(each) not in found or each not in text] == []
