"""Laid-out pages → how wide the pictures of the text are printed."""

from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import unquote

from plainleaf.typeset.engine.boxes import ReplacedBox


def widths_of(boxes: Iterable[Any]) -> Iterator[tuple[str, float]]:
    """Yield the address below ours of each picture, and its width in CSS pixels.

    Within its box a picture keeps its shape, so it may be narrower than the box.
    """
    for box in boxes:
        element = box.element
        if isinstance(box, ReplacedBox) and element is not None and element.tag == "img":
            yield unquote(element.get("src", "")), _width(box)


def _width(box: Any) -> float:
    _, _, ratio = box.replacement.get_intrinsic_size(box.style["image_resolution"], 0)
    return float(min(box.width, box.height * ratio) if ratio else box.width)
