"""Right-to-left text → the same, its figures and Latin words isolated to keep their order."""

import html
import re
from collections.abc import Iterator, Sequence

from plainleaf.figures import figures

LRI, FSI, PDI = "\u2066", "\u2068", "\u2069"
"""Isolates: from left to right, as the first letter says, and the end of one."""

ISOLATED = re.compile("([\u2066-\u2068][^\u2069]*\u2069)")
TAG = re.compile("(<[^>]*>)")
RTL = re.compile(
    "[\u0590-\u065f\u066d-\u06ef\u06fa-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
    "\U00010800-\U00010d2f\U00010d3a-\U00010fff\U0001e800-\U0001efff]"
)
LTR = re.compile(rf"[^\s{RTL.pattern[1:-1]}]+")
RANGE = re.compile(r"(?<![\w.,/-])[\d.,]+ ?[-\u2013] ?$")
LATIN = "A-Za-zÀ-ÖØ-öø-ɏḀ-ỿ"
WORD = rf"(?:(?:[{LATIN}]\.){{2,8}}|[{LATIN}0-9]+(?:[.'’&/+-][{LATIN}0-9]+)*[+®™]{{0,2}})"
WORDS = re.compile(
    rf"(?<![{LATIN}0-9])(?=[0-9'’&/+-]{{0,20}}[{LATIN}]){WORD}"
    rf"(?:[.,]? (?:[0-9]+ )?(?=[0-9-]{{0,20}}[{LATIN}]){WORD}| \({WORD}(?: {WORD})*\))*"
)
"""Latin words: they begin and end with a word that holds a letter, or with a bracket of theirs."""


def isolate(text: str) -> str:
    """Return right-to-left text with its figures and Latin words isolated; plain numbers stay."""
    pieces = ISOLATED.split(text)  # every second one is isolated as it is
    return "".join(p if n % 2 else _isolate(p) for n, p in enumerate(pieces))


def has_right_to_left(text: str) -> bool:
    """Whether a text holds letters that are read from the right."""
    return RTL.search(text) is not None


def isolate_whole(text: str) -> str:
    """Return a left-to-right text that keeps its order within any other."""
    return LRI + text + PDI


def isolate_name(text: str) -> str:
    """Return a text that keeps its order within any other; its first letter says which."""
    return FSI + text + PDI


def without_isolates(text: str) -> str:
    """Return a text as it reads, without what keeps its order."""
    return text.translate(dict.fromkeys(map(ord, (LRI, FSI, PDI))))


def isolate_html(markup: str) -> str:
    """Do the same with a unit's HTML, between its tags; entities stay whole."""
    pieces = TAG.split(markup)  # every second one is a tag
    return "".join(p if n % 2 else _isolate_text(p) for n, p in enumerate(pieces))


def _isolate_text(piece: str) -> str:
    text = isolate(html.unescape(piece))
    return html.escape(text, quote=False).replace('"', "&quot;")


def _isolate(text: str) -> str:
    parts, done = [], 0
    for start, end in _joined(sorted([*_spans(text), *_words(text)])):
        parts += [text[done:start], LRI, text[start:end], PDI]
        done = end
    return "".join([*parts, text[done:]])


def _spans(text: str) -> Iterator[tuple[int, int]]:
    """Yield where figures and Latin words stand; a number or a letter alone needs nothing.

    Of a figure with words of its own script, such as a unit, only the rest is isolated: the
    words stand on the side that the text runs to.
    """
    for figure in figures(text):
        pieces = [figure.text] if not RTL.search(figure.text) else LTR.findall(figure.text)
        for piece in pieces:
            start = text.index(piece, figure.start)
            end = start + len(piece)
            if figure.kind != "number" and not piece.isdecimal():
                yield _with_range(text, start) if piece == figure.text else start, end


def _with_range(text: str, start: int) -> int:
    """Return where a figure begins, the number before it in a range included."""
    found = RANGE.search(text, max(start - 20, 0), start)
    return found.start() if found else start


def _words(text: str) -> Iterator[tuple[int, int]]:
    for words in WORDS.finditer(text):
        if len(words[0]) > 1:
            yield words.span()


def _joined(spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return spans that overlap as one: isolates do not nest."""
    joined: list[tuple[int, int]] = []
    for start, end in spans:
        if joined and start < joined[-1][1]:
            start, end = joined[-1][0], max(end, joined.pop()[1])
        joined.append((start, end))
    return joined
