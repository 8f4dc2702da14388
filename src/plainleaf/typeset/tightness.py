"""Laid-out pages × Format → whether the text fits, and by how much it does not."""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from typing import Any

from plainleaf.errors import Fault, Misfit
from plainleaf.model import Format
from plainleaf.typeset.engine.boxes import page_box
from plainleaf.typeset.engine.source import read_again
from plainleaf.typeset.lengths import height_of, length_of, shortest, stretches_of

LAST = "last"
"""The name of the page that a style gives to what stands on a fold's outer back."""

HOPELESS = 1.2
"""Pages that a back takes, even set as tight as can be: no style makes up for that."""


def render_to_fit(
    source: Any, render: Callable[[], Any], page_format: Format, *, tightest_first: bool = False
) -> Any:
    """Return the document at the least tight step at which it fits, else at the tightest.

    `render` lays out `source`; the format's style says what the classes `tight-1`, … change.
    With the tightest first, a text that is too long is laid out once. The source is left as the
    document was made of it.
    """
    documents: dict[int, Any] = {}
    set_step = _stepper(source)

    def laid_out(step: int) -> Any:
        if step not in documents:
            set_step(step)
            documents[step] = render()
        return documents[step]

    def codes(step: int) -> set[str]:
        return {finding.code for finding in misfits(laid_out(step), page_format)}

    step = _least_tight(laid_out, codes, page_format.steps, tightest_first)
    document = laid_out(step)
    if next(reversed(documents)) != step:
        set_step(step)
    return document


def _least_tight(
    laid_out: Callable[[int], Any],
    codes: Callable[[int], set[str]],
    tightest: int,
    tightest_first: bool,
) -> int:
    """Return the step of tightness to take; each that is tried is laid out."""
    if tightest_first and "fit" in codes(tightest):
        return tightest
    if not codes(0):
        return 0
    if _is_hopeless(laid_out(0)):
        return tightest if "fit" in codes(0) else 0
    steps = range(1, tightest + 1)
    found = bisect_left(steps, True, key=lambda step: not codes(step))
    return steps[found] if found < len(steps) else tightest


def render_tightest(source: Any, render: Callable[[], Any], page_format: Format) -> Any:
    """Return the document at its tightest."""
    _stepper(source)(page_format.steps)
    return render()


def _stepper(source: Any) -> Callable[[int], None]:
    """Return what sets the step of tightness of a source."""
    root = source.etree_element
    classes = root.get("class", "")

    def set_step(step: int) -> None:
        root.set("class", f"{classes} tight-{step}" if step else classes)
        read_again(source)

    return set_step


def see_fit(document: Any, page_format: Format) -> None:
    """Raise Misfit where a document takes more pages than its format has."""
    if findings := misfits(document, page_format):
        flow, back = _divided(document)
        raise Misfit(
            *findings,
            stretches=stretches_of(flow),
            pages=(page_format.pages or 0) - min(len(back), 1),
            height=height_of(flow[0]),
        )


def misfits(document: Any, page_format: Format) -> tuple[Fault, ...]:
    """Return a finding where a document takes more pages than its format has."""
    if page_format.pages is None:
        return ()
    noun = "panel" if page_format.fold else "page"
    flow, back = _divided(document)
    findings = []
    if beyond := flow[page_format.pages - min(len(back), 1) :]:
        needed = f"{page_format.pages + len(beyond)} {noun}s and has {page_format.pages}"
        message = f"the text needs {needed}: {_millimetres(beyond)} mm of it are too much."
        findings.append(Fault("fit", message, "Shorten it."))
    if beyond := back[1:]:
        needed = f"{len(back)} {noun}s and has 1"
        message = f"the back needs {needed}: {_millimetres(beyond)} mm of it are too much."
        findings.append(Fault("fit-back", message, "Shorten it."))
    return tuple(findings)


def _divided(document: Any) -> tuple[Sequence[Any], Sequence[Any]]:
    """Return the pages of the text, and those of the back."""
    back = [page for page in document.pages if page_box(page).page_type.name == LAST]
    return document.pages[: len(document.pages) - len(back)], back


def _is_hopeless(document: Any) -> bool:
    """Whether no step makes a back fit: even all at the least size without a gap is too long."""
    back = _divided(document)[1]
    if len(back) < 2:
        return False
    return shortest(back) > HOPELESS * height_of(back[0])


def _millimetres(pages: Sequence[Any]) -> int:
    """Return how far down the pages' text goes, taken together."""
    return round(sum(map(length_of, pages)))
