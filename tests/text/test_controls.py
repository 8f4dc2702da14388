# ruff: noqa: E501  # a row holds the whole expected message
"""Marks and isolates of a text: taken where they hide nothing, else told by their name."""

import pytest

from plainleaf.text.controls import misused
from plainleaf.text.markdown import inline_faults
from tests.workspaces import HANDOUT, Build

LRI, RLI, FSI, PDI = "\u2066", "\u2067", "\u2068", "\u2069"
LRM, RLM, ALM = "\u200e", "\u200f", "\u061c"
SHY, ZWNJ = "\u00ad", "\u200c"


@pytest.mark.parametrize(
    "text",
    [
        f"خذ {LRI}5/325 mg{PDI} الآن",
        f"Say {RLI}خذ 5 mg{PDI} to him",
        f"كتبها {FSI}Ward 7{PDI}",
        f"a {LRI}b {RLI}خذ{PDI} c{PDI}",
        f"{LRM}+1 (555) 010-0123{LRM}",
        f"5 mg{RLM}، ثم",
        f"5 {ALM}ملغ",
        f"Vitamin-D3-Man{SHY}gel, H1N1{SHY}Grippe, 5-mg-Ta{SHY}blette",
        f"۵{ZWNJ}بار, شماره{ZWNJ}5",
    ],
)
def test_what_is_balanced_and_changes_no_figure_is_taken(text: str) -> None:
    assert misused(text) is None


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (f"a {LRI}5", "U+2066 LEFT-TO-RIGHT ISOLATE, which nothing closes: close it with U+2069, or delete it"),
        (f"a {FSI}b{PDI}{RLI}", "U+2067 RIGHT-TO-LEFT ISOLATE, which nothing closes: close it with U+2069, or delete it"),
        (f"a{PDI}", "U+2069 POP DIRECTIONAL ISOLATE, which closes nothing: delete it"),
        (f"5{RLM}/325 mg", "U+200F RIGHT-TO-LEFT MARK within a figure: delete it"),
        (f"30{RLM}/11{RLM}/2026", "U+200F RIGHT-TO-LEFT MARK within a figure: delete it"),
        (f"٥{ALM}-١٠", "U+061C ARABIC LETTER MARK within a figure: delete it"),
        (f"(555){LRM} 010-0123", "U+200E LEFT-TO-RIGHT MARK within a figure: delete it"),
        (f"5{LRI}/{PDI}325", "U+2066 LEFT-TO-RIGHT ISOLATE within a figure: delete it"),
        (f"{RLI}5/325 mg{PDI}", "U+2067 RIGHT-TO-LEFT ISOLATE around what is not read from the right: delete it"),
        (f"1{SHY}000 mg", "U+00AD SOFT HYPHEN within a figure: delete it"),
        (f"500{SHY}mg", "U+00AD SOFT HYPHEN within a figure: delete it"),
        (f"1,{SHY}000", "U+00AD SOFT HYPHEN within a figure: delete it"),
        (f"www.tea{SHY}pot.example", "U+00AD SOFT HYPHEN within an address: delete it"),
        (f"۵۰{ZWNJ}۰", "U+200C ZERO WIDTH NON-JOINER within a figure: delete it"),
        ("5\u206300 mg", "U+2063 INVISIBLE SEPARATOR within a figure: delete it"),
        ("5\u2060–10", "U+2060 WORD JOINER within a figure: delete it"),
    ],
)  # fmt: skip
def test_what_could_hide_something_is_told_by_its_name(text: str, told: str) -> None:
    assert misused(text) == told


def test_a_pair_around_bold_words_is_balanced() -> None:
    assert inline_faults(f"a {LRI}**b** c{PDI} d") == []


def test_overrides_are_never_taken(build_with: Build) -> None:
    text = HANDOUT.replace("Fill", "Fill \u202e5/325\u202c")
    (result,) = build_with({"handouts/tea/handout.md": text})
    assert [each.code for each in result.findings] == ["control-character"]


@pytest.mark.parametrize(
    ("old", "new"), [("Fill the", f"Fill {RLI}5/3{PDI} the"), ("title: Tea", f"title: Tea{PDI}")]
)
def test_a_handout_that_holds_one_is_not_built(old: str, new: str, build_with: Build) -> None:
    (result, *_) = build_with({"handouts/tea/handout.md": HANDOUT.replace(old, new)})
    assert any("U+206" in each.message for each in result.findings)
