"""HTML in one language → the same, with what is of another script marked as its language.

A script alone does not say which language it is: the likeliest one is taken, by the CLDR.
"""

import html
import re
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise

from plainleaf.model import Language
from plainleaf.text.languages import language_of
from plainleaf.text.locales import script_of
from plainleaf.text.printed import ordered_html
from plainleaf.text.scripts import Stretch, stretches

TAG = re.compile("(<[^>]*>)")
MARK = '<span lang="{}" dir="{}">{}</span>'


def sole_language(text: str, language: Language) -> Language | None:
    """Return the other language that a whole text is in; None for any other text."""
    found = stretches(text, script_of(language.code))
    if len(found) != 1:
        return None
    (only,) = found
    rest = text[: only.start] + text[only.end :]
    return None if any(map(str.isalnum, rest)) else language_of(only.script, language.code)


def mark_html(markup: str, language: Language) -> str:
    """Return HTML with its words of other scripts marked; a mark may hold whole elements."""
    pieces = TAG.split(markup)  # every second one is a tag
    texts = [html.unescape(piece) for piece in pieces[::2]]
    found = stretches("".join(texts), script_of(language.code))
    if not found:
        return markup
    atoms = list(_atoms(texts, pieces[1::2], found))
    parts, done = [], 0
    for place, (_, stretch) in enumerate(atoms):
        if stretch is None or place < done:
            continue
        first, last = _balanced(atoms, place, done)
        parts += [text for text, _ in atoms[done:first]]
        words = "".join(text for text, _ in atoms[first:last])
        parts.append(_said(words, language_of(stretch.script, language.code)))
        done = last
    return "".join([*parts, *(text for text, _ in atoms[done:])])


Atom = tuple[str, Stretch | None]
"""A tag, or a piece of text with the stretch that it is of."""


def _atoms(texts: Sequence[str], tags: Sequence[str], found: Sequence[Stretch]) -> Iterator[Atom]:
    """Yield texts and tags in turn, the texts divided where a stretch begins or ends."""
    cuts = sorted({place for each in found for place in each[:2]})
    start = 0
    for number, text in enumerate(texts):
        if number:
            yield tags[number - 1], None
        inner = [cut - start for cut in cuts if 0 < cut - start < len(text)]
        for first, last in pairwise([0, *inner, len(text)]):
            if piece := text[first:last]:
                at = start + first
                yield _escaped(piece), next((s for s in found if s.start <= at < s.end), None)
        start += len(text)


def _balanced(atoms: Sequence[Atom], place: int, least: int) -> tuple[int, int]:
    """Return where a mark that begins at this atom may stand, so that elements stay whole.

    Words of a bold beginning have one mark, with its tags: each by itself would keep the order
    of the text around.
    """
    stretch = atoms[place][1]
    first, last = place, 1 + max(n for n, atom in enumerate(atoms) if atom[1] == stretch)
    while first > least and min(_depths(atoms[first:last])) < 0 and _step(atoms[first - 1]) > 0:
        first -= 1
    while last < len(atoms) and _depths(atoms[first:last])[-1] > 0 and _step(atoms[last]) < 0:
        last += 1
    depths = _depths(atoms[first:last])
    return (first, last) if min(depths) == depths[-1] == 0 else (place, place + 1)


def _depths(atoms: Sequence[Atom]) -> list[int]:
    """Return how many elements are open behind each atom."""
    return list(accumulate(map(_step, atoms)))


def _step(atom: Atom) -> int:
    text, _ = atom
    if not TAG.fullmatch(text) or text.endswith("/>"):
        return 0
    return -1 if text.startswith("</") else 1


def _said(markup: str, language: Language | None) -> str:
    if language is None:
        return markup
    words = ordered_html(markup) if language.direction == "rtl" else markup
    return MARK.format(language.code, language.direction, words)


def _escaped(text: str) -> str:
    return html.escape(text, quote=False).replace('"', "&quot;")
