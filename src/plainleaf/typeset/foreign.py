"""Laid-out pages → the shown text that is in another language than what is around it."""

from collections.abc import Iterator, Sequence
from typing import Any

from plainleaf.typeset.engine.boxes import ReplacedBox


def foreign_texts(root: Any, boxes: Sequence[Any]) -> Iterator[tuple[str, str]]:
    """Yield each piece of shown text below a change of language, with its language."""
    shown = _shown(boxes)

    def below(element: Any, around: str, changed: bool) -> Iterator[tuple[str, str]]:
        if element.get("aria-hidden") == "true":  # page furniture, outside of the structure
            return
        if shown.isdisjoint(element.iter()):  # a style may leave out what nobody fills in there
            return
        language = element.get("lang", around)
        changed = changed or language != around
        pieces = [element.text, *(child.tail for child in element)]
        for piece in pieces if changed else ():
            if words := " ".join((piece or "").split()):
                yield words, language
        for child in element:
            yield from below(child, language, changed)

    for child in root:
        if child.tag == "body":
            yield from below(child, root.get("lang", ""), changed=False)


def _shown(boxes: Sequence[Any]) -> set[Any]:
    """Return the elements that have a box, and those within a picture."""
    return {
        each
        for box in boxes
        if box.element is not None
        for each in (box.element.iter() if isinstance(box, ReplacedBox) else (box.element,))
    }
