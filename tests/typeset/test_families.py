"""A name of any script on a sheet in any language has that script's family."""

import pytest

from plainleaf.typeset.families import families_of, with_families

STYLE = "font-family:'Noto Sans';font-size:16px"


@pytest.mark.parametrize(
    ("text", "more"),
    [
        ("Quay 7 (example)", []),
        ("Łódź Клиника Κλινική", []),
        ("عيادة 7", ["Noto Sans Arabic"]),
        ("מרפאה", ["Noto Sans Hebrew"]),
        ("क्लिनिक", ["Noto Sans Devanagari"]),
        ("诊所", ["Noto Sans CJK SC"]),
        ("クリニックの診療所", ["Noto Sans CJK JP"]),
        ("진료소 診療所", ["Noto Sans CJK KR"]),
        ("Tea عيادة 诊所", ["Noto Sans Arabic", "Noto Sans CJK SC"]),
    ],
)
def test_style_names_a_family_for_each_script(text: str, more: list[str]) -> None:
    assert families_of(with_families(STYLE, text)) == ["Noto Sans", *more]


def test_families_of_scripts_stand_behind_those_of_signs() -> None:
    """Han comes first among others that the style names: it is drawn as the name has it."""
    style = "font-family:'Noto Sans','Noto Sans Math','Noto Sans Arabic','Noto Sans CJK SC'"
    assert families_of(with_families(style, "診療所の")) == [
        *("Noto Sans", "Noto Sans Math", "Noto Sans CJK JP"),
        *("Noto Sans Arabic", "Noto Sans CJK SC"),
    ]


def test_rest_of_the_style_stays() -> None:
    style = "font-family:'Noto Sans','Noto Sans Arabic';font-size:16px"
    assert with_families(STYLE, "عيادة") == style
    assert with_families(style, "عيادة") == style
