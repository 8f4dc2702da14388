"""What is wrong with a data file is told with its name and key."""

import re
from pathlib import Path

import pytest

from plainleaf.text.datafile import read_data
from plainleaf.text.lexicon import Lexicon


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('nagation = "ikki"', "Object contains unknown field `nagation`"),
        ('own_name = "Føroyskt"', "Object contains unknown field `own_name`"),
        ("[clock]\nhuors = []", "Object contains unknown field `huors` - at `$.clock`"),
        (
            '[units.mass]\nmg = ["mg"]',
            "Invalid enum value 'mass' - at `key` in `$.units`",
        ),
        (
            '[units.dose]\nmg = "mg"',
            "Expected `array`, got `str` - at `$.units[...][...]`",
        ),
        ("numbers = [1]", "Expected `str`, got `int` - at `$.numbers[0]`"),
        ("suffixed = 1", "Expected `bool`, got `int` - at `$.suffixed`"),
        ("suffixed = yes", "Invalid value (at line 1, column 12)"),
        ('month-of = ["av "]', "Object contains unknown field `month-of`"),
    ],
)
def test_what_means_nothing_is_told(text: str, told: str, tmp_path: Path) -> None:
    file = tmp_path / "fo.toml"
    file.write_text(text, "utf-8")
    with pytest.raises(ValueError, match=f"^fo.toml: {re.escape(told)}$"):
        read_data(file, Lexicon)
