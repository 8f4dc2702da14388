"""What is wrong with a data file is told with its name and key."""

import re
from pathlib import Path

import pytest

from plainleaf.text.datafile import read_data
from plainleaf.text.lexicon import Lexicon


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('nagation = "ikki"', "fo.toml: nagation is no key here"),
        ('own_name = "Føroyskt"', "fo.toml: own_name is no key here"),
        ("[clock]\nhuors = []", "fo.toml: clock huors is no key here"),
        ('[units.mass]\nmg = ["mg"]', "fo.toml: units mass cannot be 'mass'"),
        ('[units.dose]\nmg = "mg"', "fo.toml: units dose mg cannot be 'mg'"),
        ("numbers = [1]", "fo.toml: numbers cannot be 1"),
        ("suffixed = 1", "fo.toml: suffixed cannot be 1"),
        ('month-of = ["av "]', "fo.toml: month-of is no key here"),
    ],
)
def test_what_means_nothing_is_told(text: str, told: str, tmp_path: Path) -> None:
    file = tmp_path / "fo.toml"
    file.write_text(text, "utf-8")
    with pytest.raises(ValueError, match=f"^{re.escape(told)}$"):
        read_data(file, Lexicon)
