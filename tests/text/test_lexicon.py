"""What the data files of languages say, and what is wrong with one."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from plainleaf.text import lexicon
from plainleaf.text.datafile import read_data
from plainleaf.text.lexicon import Lexicon, Root, codes, lexicon_of, root
from plainleaf.text.locales import is_code
from tests.checks.text.test_parity import said


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder of data files with English alone in it."""
    caches = (codes, lexicon_of, root)
    for name in ("root.toml", "en.toml"):
        (tmp_path / name).write_bytes((lexicon.FOLDER / name).read_bytes())
    monkeypatch.setattr(lexicon, "FOLDER", tmp_path)
    for each in caches:
        each.cache_clear()
    yield tmp_path
    for each in caches:
        each.cache_clear()


def test_each_file_says_something_of_a_language() -> None:
    assert [code for code in codes() if lexicon_of(code) == Lexicon() or not is_code(code)] == []
    assert root() != Root()


def test_each_pattern_can_be_compiled() -> None:
    for each in (root(), *map(lexicon_of, codes())):
        for pattern in (each.negation, each.idle_numbers, *each.numbers, *each.bounds.values()):
            re.compile(pattern)


def test_words_are_those_of_a_language_that_has_a_file() -> None:
    others = {lexicon_of(code).same_words_as for code in codes()} - {""}
    assert others == {"fa", "no", "tl", "zh"}
    assert others <= {*codes()}


def test_a_data_file_alone_adds_a_language(folder: Path) -> None:
    pairs = (("Do not wait.", "Bíða."), ("Take 2 tablets.", "Tak tveir tablettir."))
    unknown = [said(*pair, "fo") for pair in pairs]
    words = r"negation = '\bikki\b'", 'numbers = ["ein|eitt", "tveir|tvær|tvey"]'
    (folder / "fo.toml").write_text("\n".join(words), "utf-8")
    codes.cache_clear()
    lexicon_of.cache_clear()
    of = "the translation of 'title'"
    assert (unknown, [said(*pair, "fo") for pair in pairs]) == (
        [[], [f"fo.po:7 error {of} lacks number 2."]],
        [
            ["fo.po:7 warning only one of 'title' and its translation says 'not' or its like."],
            [f"fo.po:7 warning {of} writes number 2 in words that we do not know."],
        ],
    )


def test_the_example_of_the_guide_is_one(tmp_path: Path) -> None:
    guide = Path(__file__).parents[2] / "docs/how-to/add-a-language.md"
    (example,) = re.findall("```toml\n(# .+?)```", guide.read_text("utf-8"), re.DOTALL)
    (tmp_path / "fo.toml").write_text(example, "utf-8")
    assert read_data(tmp_path / "fo.toml", Lexicon).units == {
        "dose": {"mg": ("milligramm", "mgr.")}
    }
