"""Bold text of each script is set in the bold file of its family."""

import io
from collections.abc import Iterator

import pikepdf
import pytest

from plainleaf.workspace.fonts import FILES, family_of, font_files
from tests.typesetting import Typeset

LETTERS = {
    "Latn": "a", "Grek": "α", "Cyrl": "д", "Arab": "ب", "Aran": "ب", "Hebr": "ב", "Deva": "क",
    "Beng": "ক", "Orya": "କ", "Guru": "ਕ", "Gujr": "ક", "Taml": "க", "Telu": "క", "Knda": "ಕ",
    "Mlym": "ക", "Sinh": "ක", "Thai": "ก", "Laoo": "ກ", "Khmr": "ក", "Mymr": "က", "Tibt": "ཀ",
    "Thaa": "ހ", "Cher": "Ꭰ", "Ethi": "ሀ", "Armn": "ա", "Geor": "ა", "Adlm": "𞤀", "Cans": "ᐁ",
    "Hmnp": "𞄀", "Kali": "ꤊ", "Mtei": "ꯀ", "Olck": "ᱚ", "Rohg": "𐴀", "Hans": "水",
    "Hant": "水", "Jpan": "水", "Kore": "물",
}  # fmt: skip
"""By each script whose family has a bold: one letter of it."""


def has_bold(script: str) -> bool:
    stem = FILES[script][0].rstrip("-")
    return any(file.stem == f"{stem}-Bold" for file in font_files())


def faces(pdf: bytes) -> Iterator[str]:
    """Return the names of the fonts of the first page, without the tag of a subset."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        for font in document.pages[0].Resources.Font.values():
            yield str(font.BaseFont).split("+")[-1]


def test_each_script_with_a_bold_is_asked() -> None:
    assert {script for script in FILES if has_bold(script)} == set(LETTERS)


@pytest.mark.parametrize("script", LETTERS)
def test_bold_text_is_bold(script: str, typeset: Typeset) -> None:
    letter = LETTERS[script]
    style = f"html {{ font-family: '{family_of(script)}' }}"
    pdf = typeset(f"<p>{letter}</p><p><b>{letter}</b></p>", style)
    assert sorted("Bold" in face for face in faces(pdf)) == [False, True]
