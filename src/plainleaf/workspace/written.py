"""How a value stands in a YAML file, and how to write one that YAML cut or took for no text."""

from collections.abc import Mapping
from dataclasses import dataclass

from plainleaf.text.quotes import in_quotes

QUOTED = 'Put it in quotes: "…".'
PAIRS = (("{", "}"), ("[", "]"))
NOTHING = ("~", "null", "Null", "NULL")


@dataclass(frozen=True)
class Written:
    """A value's line, its words up to the line's end, and what YAML took for a comment.

    A value of several rows without quotes has them all.
    """

    line: int
    text: str = ""
    comment: str = ""

    @property
    def words(self) -> str:
        """The words of a text that lacks its quotes; none where more may stand in its line."""
        is_inside = any(self.text.count(end) > self.text.count(begin) for begin, end in PAIRS)
        is_other = is_inside or self.text.startswith(("- ", "|", ">", '"', "'"))
        return "" if is_other else self.text

    @property
    def is_remark(self) -> bool:
        """Whether a word by itself has a comment behind it, as a comment is written."""
        word = self.text.removesuffix(self.comment).strip()
        return " " not in word and not self.comment[1:2].strip()


def quoted(written: Mapping[str, Written], name: str, before: str) -> str:
    """Return how to write a value that was read as something else."""
    words = written[name].words if name in written else ""
    return f"Put it in quotes: {before}{in_quotes(words)}." if words else QUOTED


def listed(written: Mapping[str, Written], name: str, value: object) -> str:
    """Return how to write a list of texts, by its first item that is none."""
    items = value if isinstance(value, list) else []
    for number, item in enumerate(items):
        row = written.get(f"{name}.{number}")
        if not isinstance(item, str) and row and row.words:
            return f"Put it in quotes: - {in_quotes(row.words)}."
    return 'Write it as ["…", "…"].'


def missing(written: Mapping[str, Written], name: str, key: str) -> str:
    """Return how to write a field that is not there, is empty, or that YAML takes for nothing."""
    if name in written and written[name].text in NOTHING:
        return f"YAML takes it for nothing. {quoted(written, name, f'{key}: ')}"
    if name in written:
        return f"Write what it says behind '{key}:'."
    return f"Add {name}."
