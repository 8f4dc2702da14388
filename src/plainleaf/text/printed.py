"""Words, plain or in HTML → the same as they are printed: figures in their order, and whole.

Bold parts and links within a figure change nothing: figures are looked for in the words alone.
"""

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from plainleaf.text.controls import LRI, LRM, PDI
from plainleaf.text.isolate import marks, marks_within, ordered, turned
from plainleaf.text.joined import Stretch
from plainleaf.text.marked import figures_in
from plainleaf.text.whole import JOINER, joints, kept

TAG = re.compile("<(/?)([a-z0-9]+)[^>]*>")
TOKEN = re.compile("<[^>]*>|&#?[A-Za-z0-9]+;|.", re.DOTALL)
EMPTY = frozenset({"br", "img"})
"""Elements without an end; no figure goes on behind one."""

BORDER = "\n"
FROM_LEFT = '<span dir="ltr">'
IN_ONE_LINE = '<span class="whole" dir="ltr">'
NO_BREAK = "\u00a0"

THAI = re.compile("[\u0e01-\u0e5b]")
"""Between these Pango asks a dictionary for the ends of lines, which heeds no joiner."""


@dataclass
class _Setting:
    """Tokens of HTML, the places of its letters among them, and what is put beside each."""

    tokens: list[str]
    letters: list[int]  # the token of each letter of the words
    text: str
    ahead: dict[int, str] = field(default_factory=dict)
    behind: dict[int, str] = field(default_factory=dict)

    def put(self, place: int, sign: str) -> None:
        """Put a sign before a letter."""
        token = self.letters[place]
        self.ahead[token] = self.ahead.get(token, "") + sign


def printed_text(text: str, direction: str) -> str:
    """Return plain words as they are printed in a text of a direction."""
    return html.unescape(printed_html(html.escape(text, quote=False), direction))


@lru_cache(maxsize=4096)  # a worker sets the same words on many sheets
def printed_html(markup: str, direction: str, language: str = "") -> str:
    """Return a unit's HTML as it is printed in a text of a direction, and of a language."""
    setting = _read(markup)
    found = figures_in(setting.text, language)
    for place in joints(setting.text, found):
        _join(setting, place)
    if THAI.search(setting.text):
        for stretch in kept(setting.text, found):
            _set_apart(setting, stretch)
    for place in marks_within(setting.text):
        setting.put(place, LRM)
    is_turned = direction == "rtl"
    for stretch in _in_rows(setting.text, language) if is_turned else turned(setting.text):
        _isolate(setting, stretch)
    return _written(setting)


def ordered_html(markup: str) -> str:
    """Return right-to-left HTML with its figures and Latin words in order."""
    setting = _read(markup)
    for stretch in _in_rows(setting.text):
        _isolate(setting, stretch)
    return _written(setting)


def _in_rows(text: str, language: str = "") -> Iterator[Stretch]:
    """Yield what is isolated of a right-to-left text: one of its lines may be an address."""
    start = 0
    for row in text.split(BORDER):
        for first, end in ordered(row, figures_in(row, language)):
            yield Stretch(start + first, start + end)
        start += len(row) + len(BORDER)


def _written(setting: _Setting) -> str:
    rows = enumerate(setting.tokens)
    return "".join(f"{setting.ahead.get(n, '')}{t}{setting.behind.get(n, '')}" for n, t in rows)


def _read(markup: str) -> _Setting:
    tokens = TOKEN.findall(markup)
    letters: list[int] = []
    signs: list[str] = []
    for place, token in enumerate(tokens):
        tag = TAG.fullmatch(token)
        if not tag or tag[2] in EMPTY:
            letters.append(place)
            signs.append(BORDER if tag else html.unescape(token).replace("\n", " "))
    return _Setting(tokens, letters, "".join(signs))


def _join(setting: _Setting, place: int) -> None:
    """Let no line end before a letter, at a space or where an element begins or ends."""
    before, here = setting.letters[place - 1], setting.letters[place]
    is_beside_tag = here - before > 1 or (before and setting.tokens[before - 1].startswith("<"))
    if setting.tokens[before].isspace() and is_beside_tag:  # the engine ends lines there
        setting.tokens[before] = NO_BREAK
    setting.put(place, JOINER)


def _isolate(setting: _Setting, stretch: Stretch) -> None:
    """Let a stretch keep its order: isolated in one text, else in an element of its own."""
    first, last = setting.letters[stretch.start], setting.letters[stretch.end - 1]
    for place in marks(setting.text[slice(*stretch)]):
        setting.put(stretch.start + place, LRM)
    if last - first == stretch.end - stretch.start - 1:
        setting.put(stretch.start, LRI)  # behind a joiner, which stands beside its space
        setting.behind[last] = PDI
        return
    _wrap(setting, first, last)


def _set_apart(setting: _Setting, stretch: Stretch) -> None:
    """Put a figure among Thai words into an element of its own: no line ends at its Thai unit."""
    first, last = setting.letters[stretch.start], setting.letters[stretch.end - 1]
    has_unit = THAI.search(setting.text, *stretch)
    _wrap(setting, first, last, IN_ONE_LINE if has_unit else FROM_LEFT)


def _wrap(setting: _Setting, first: int, last: int, element: str = FROM_LEFT) -> None:
    """Put tokens into an element of their own; those that it would cut are divided."""
    elements = _elements(setting.tokens)
    ends = {close: start for start, close in elements}
    starts = dict(elements)
    while starts.get(first - 1, last + 1) <= last:
        first -= 1
    while ends.get(last + 1, -1) >= first:
        last += 1
    opened = [n for n, close in elements if n < first <= close <= last]
    left_open = [n for n, close in elements if first <= n <= last < close]
    ahead = _again(setting, opened, element)
    behind = _again(setting, left_open, "</span>")
    setting.ahead[first] = ahead + setting.ahead.get(first, "")
    setting.behind[last] = setting.behind.get(last, "") + behind


def _again(setting: _Setting, elements: Sequence[int], between: str) -> str:
    """Return ends of open elements and, behind what comes between, their beginnings."""
    tags = [setting.tokens[n] for n in elements]
    names = (found[2] for tag in reversed(tags) if (found := TAG.fullmatch(tag)))
    return "".join([*(f"</{name}>" for name in names), between, *tags])


def _elements(tokens: Sequence[str]) -> list[tuple[int, int]]:
    """Return where elements begin and end, the outer ones first."""
    open_at: list[int] = []
    found: list[tuple[int, int]] = []
    for place, token in enumerate(tokens):
        tag = TAG.fullmatch(token)
        if not tag or tag[2] in EMPTY:
            continue
        if tag[1]:
            found.append((open_at.pop(), place))
        else:
            open_at.append(place)
    return sorted(found)
