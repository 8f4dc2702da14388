"""Laid-out pages × Format → whether the text fits, and by how much it does not."""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from plainleaf.errors import Finding
from plainleaf.model import Format

LAST = "last"
"""The name of the page that a style gives to what stands on a fold's outer back."""

MILLIMETRE = 96 / 25.4  # CSS pixels


def render_to_fit(source: Any, render: Callable[[], Any], page_format: Format) -> Any:
    """Return the document at the least tight step at which it fits, else at the tightest.

    `render` lays out `source`; the format's style says what the classes `tight-1`, … change.
    """
    documents = {0: render()}
    root, wrapper = source.etree_element, type(source.wrapper_element)
    classes = root.get("class", "")

    def fits(step: int) -> bool:
        if step not in documents:
            root.set("class", f"{classes} tight-{step}")
            # A wrapper remembers the classes that it has seen.
            source.wrapper_element = wrapper.from_html_root(root, content_language=None)
            documents[step] = render()
        return not misfits(documents[step], page_format)

    if fits(0):
        return documents[0]
    steps = range(1, page_format.steps + 1)
    found = bisect_left(steps, True, key=fits)
    return documents[steps[found] if found < len(steps) else page_format.steps]


def misfits(document: Any, page_format: Format) -> tuple[Finding, ...]:
    """Return a finding where a document takes more pages than its format has."""
    if page_format.pages is None:
        return ()
    noun = "panel" if page_format.fold else "page"
    back = [page for page in document.pages if page._page_box.page_type.name == LAST]  # noqa: SLF001
    flow = document.pages[: len(document.pages) - len(back)]
    findings = []
    if beyond := flow[page_format.pages - min(len(back), 1) :]:
        needed = f"{page_format.pages + len(beyond)} {noun}s and has {page_format.pages}"
        message = f"the text needs {needed}: {_millimetres(beyond)} mm of it are too much."
        findings.append(Finding("", None, "fit", message, "Shorten it."))
    if beyond := back[1:]:
        needed = f"{len(back)} {noun}s and has 1"
        message = f"the back needs {needed}: {_millimetres(beyond)} mm of it are too much."
        hint = (
            "Shorten the handout's sources; or take one language, or another format: -f booklet."
        )
        findings.append(Finding("", None, "fit-back", message, hint))
    return tuple(findings)


def _millimetres(pages: Sequence[Any]) -> int:
    """Return how far down the pages' text goes, taken together."""
    return round(sum(map(_used, pages)) / MILLIMETRE)


def _used(page: Any) -> float:
    """Return how far down a page its text goes, in CSS pixels."""
    box = page._page_box  # noqa: SLF001
    top: float = box.content_box_y()
    return max((bottom - top for bottom in _bottoms(box.children[0])), default=0.0)


def _bottoms(box: Any) -> Iterator[float]:
    children = getattr(box, "children", ())
    # A box around others may be stretched to the page's foot; a frame ends where it is drawn.
    if not children or box.border_bottom_width:
        yield box.border_box_y() + box.border_height()
    for child in children:
        yield from _bottoms(child)
