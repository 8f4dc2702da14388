"""Which texts seem too long for a fold, told from their letters."""

from dataclasses import replace

import pytest

from plainleaf.model import (
    Block,
    Edition,
    Format,
    Language,
    Section,
    Shape,
    Sheet,
    Unit,
)
from plainleaf.text.localize import localize
from plainleaf.typeset.crowd import seems_long
from tests.values import library_of, tea

TRIFOLD = Format("trifold", pages=6, steps=3)


def sheet(text: str, page_format: Format = TRIFOLD, *, sources: str = "A kettle.") -> Sheet:
    paragraph = Block("paragraph", 9, Unit("a/p1", text, 9))
    handout = tea(
        sources=(Unit("source-1", sources, 7),),
        sections=(Section("a", 1, 8, blocks=(paragraph,)),),
    )
    library = library_of(
        handout,
        languages={"en": Language("en", "English", "English", "ltr")},
        formats={page_format.name: page_format},
    )
    edition = Edition("tea", ("en",), "patient", "standard", page_format.name, "letter")
    return localize(library, edition, Shape())


@pytest.mark.parametrize(
    ("text", "page_format", "sources", "expected"),
    [
        ("tea " * 900, TRIFOLD, "A kettle.", False),
        ("tea " * 1100, TRIFOLD, "A kettle.", True),
        ("茶" * 2100, TRIFOLD, "A kettle.", True),
        ("tea " * 900, TRIFOLD, "A kettle. " * 400, False),
        ("tea " * 1100, replace(TRIFOLD, steps=0), "A kettle.", False),
        ("tea " * 1100, Format("booklet", steps=2), "A kettle.", False),
        ("tea " * 1100, Format("poster", pages=1, steps=3), "A kettle.", False),
    ],
    ids=["short", "long", "wide", "long back", "no steps", "any length", "no fold"],
)
def test_a_text_is_long_by_its_letters(
    text: str, page_format: Format, sources: str, expected: bool
) -> None:
    assert seems_long(sheet(text, page_format, sources=sources)) is expected
