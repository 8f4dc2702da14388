"""Structure elements of list items → the same, each number or bullet in a label of its own.

WeasyPrint 70 makes a label of a marker only. In two languages a style sets the mark before each
voice, and what holds an item's parts is no list body to it.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

PARTS, PAIR = "item__parts", "pair"
"""Classes of what holds an item's parts, and the voices of a text."""

Kids = Callable[[Any], Sequence[Any]]
"""Structure element → those below it."""


def label_items(element: Any, kids: Kids) -> None:
    """Mend the list items at and below a structure element; each knows its box."""
    if element["S"] == "/LI":
        _set_kids(element, [part for kid in kids(element) for part in _parts(kid, kids)])
    for kid in kids(element):
        label_items(kid, kids)


def _parts(kid: Any, kids: Kids) -> Iterator[Any]:
    """Yield what a child of an item becomes: labels and bodies."""
    inner = kids(kid)
    if kid["S"] == "/LBody" and len(inner) == 1 and _has_class(inner[0], PARTS):
        yield from _parts(inner[0], kids)
    elif kid["S"] == "/LBody" and len(inner) == 1 and _has_class(inner[0], PAIR):
        yield from _labelled(inner[0], kids)
    elif _has_class(kid, PARTS):
        opens = bool(inner) and _has_class(inner[0], PAIR) and _has_mark(inner[0], kids)
        if opens:
            yield from _labelled(inner[0], kids)
        if rest := inner[opens:]:
            kid["S"] = "/LBody"
            _set_kids(kid, rest)
            yield kid
    else:
        yield kid


def _labelled(pair: Any, kids: Kids) -> Iterator[Any]:
    """Yield a label and a body for each voice."""
    for voice in kids(pair):
        inner = kids(voice)
        if inner and _is_mark(inner[0]):
            inner[0]["S"] = "/Lbl"
            yield inner[0]
            _set_kids(voice, inner[1:])
        voice["S"] = "/LBody"
        yield voice


def _has_mark(pair: Any, kids: Kids) -> bool:
    return any(_is_mark(kid) for voice in kids(pair) for kid in kids(voice))


def _is_mark(element: Any) -> bool:
    """Whether it is what a style writes before a voice, and not only a box to tick."""
    box = getattr(element, "box", None)
    return bool(box and element["K"] and str(box.element_tag).endswith("::before"))


def _has_class(element: Any, name: str) -> bool:
    box = getattr(element, "box", None)
    named = box.element.get("class", "") if box is not None and box.element is not None else ""
    return name in named.split()


def _set_kids(element: Any, kids: Sequence[Any]) -> None:
    element["K"][:] = [kid.reference for kid in kids]
    for kid in kids:
        kid["P"] = element.reference
