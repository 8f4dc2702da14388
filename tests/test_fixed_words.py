import pytest

from tools import fixed_words


def test_list_of_fixed_words_is_that_of_the_templates() -> None:
    """Else run `make words`."""
    listed = (fixed_words.ROOT / "templates/strings/en.po").read_text("utf-8")
    assert listed == fixed_words.catalogue()


def test_quotes_and_backslashes_are_escaped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fixed_words, "words", lambda: ['Say "A\\B"'])
    escaped = r'"Say \"A\\B\""'
    assert fixed_words.catalogue().endswith(f"\nmsgid {escaped}\nmsgstr {escaped}\n")
