"""An edition whose text does not fit → what would help; shorter texts and sizes are tried.

What cannot help is told by the lengths of the parts, so that only what may is laid out.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from math import ceil

from plainleaf.errors import Fault, Misfit
from plainleaf.model import FOLDS, Edition, Handout, Library, Shape, Sheet, sizes_of
from plainleaf.text.localize import for_audience, for_format, localize

Fits = Callable[[Sheet], bool]
"""Lays a sheet out and says whether its text fits."""

ANY_LENGTH = tuple(name for name, fold in FOLDS.items() if fold.pages is None)
"""Formats that take whatever they are given, so that none needs to be tried."""

SLACK = 1.02
"""What moves to another panel may take a little less there: the flap is narrower."""


def what_helps(
    library: Library,
    edition: Edition,
    shape: Shape,
    sizes: Sequence[str],
    misfit: Misfit,
    fits: Fits,
) -> tuple[Fault, ...]:
    """Return a misfit's faults with hints that name the ways that were found to help.

    `sizes` are those that are smaller. No shorter text helps where the back is too long too.
    """
    others = [f"take another format: -f {name}" for name in ANY_LENGTH]
    ways = list(others)
    if all(fault.code == "fit" for fault in misfit.faults):
        shorter = _shorter(library, edition, shape, misfit, fits)
        ways = [*shorter, *_smaller(library, edition, shape, sizes, fits), *others]
    handout = library.handouts[edition.handout]
    sources = f"shorten the sources in {handout.path}"
    back = [sources, *others] if edition.has_sources(shape) else others
    hints = {"fit": _hint(ways, edition), "fit-back": _hint(back, edition)}
    return tuple(replace(each, hint=hints[each.code]) for each in misfit.faults)


def _hint(ways: Sequence[str], edition: Edition) -> str:
    hint = f"What helps: {'; or '.join(ways)}."
    if len(edition.languages) > 1:
        hint += f" One language may fit: -l {' or -l '.join(edition.languages)}."
    return hint


def _shorter(
    library: Library, edition: Edition, shape: Shape, misfit: Misfit, fits: Fits
) -> Iterator[str]:
    """Yield a way without one section of the brief, or without its last few."""
    handout = library.handouts[edition.handout]
    brief = handout.brief_for(edition.format)
    if not brief:
        yield f"name the sections it shall carry as 'brief' in {handout.path}"
        return
    page_format = library.formats[edition.format]
    whole = _places(for_format(for_audience(handout, edition.audience), page_format))

    def without(gone: Sequence[str]) -> bool:
        kept = tuple(name for name in brief if name not in gone)
        shorter = replace(handout, brief={edition.format: kept})
        left = _places(for_format(for_audience(shorter, edition.audience), page_format))
        if not kept or not _could_fit(misfit, whole - left):
            return False
        handouts = {**library.handouts, edition.handout: shorter}
        return fits(localize(replace(library, handouts=handouts), edition, shape))

    single = [name for name in brief if without([name])]
    if single:
        yield f"drop {' or '.join(map(repr, single))} from 'brief' in {handout.path}"
        return
    for count in range(2, len(brief)):
        if without(brief[-count:]):
            gone = " and ".join(map(repr, brief[-count:]))
            yield f"drop {gone} from 'brief' in {handout.path}"
            return


def _places(handout: Handout) -> frozenset[str]:
    """Return the ids of its sections, and of the headings within."""
    ids = frozenset(section.id for section in handout.sections)
    return ids.union(*(section.headings for section in handout.sections))


def _could_fit(misfit: Misfit, gone: frozenset[str]) -> bool:
    """Whether what is left is no longer than the pages; gaps may still be in its way."""
    lengths = [0.0]
    for parts in misfit.stretches:
        left = sum(length for name, length in parts.items() if name not in gone)
        if next(iter(parts)) in gone:  # perhaps nothing begins a page there any more
            lengths[-1] += left
        else:
            lengths.append(left)
    needed = sum(ceil(length / (SLACK * misfit.height)) for length in lengths if length)
    is_measured = any(gone & parts.keys() for parts in misfit.stretches)
    return needed <= misfit.pages or not is_measured


def _smaller(
    library: Library, edition: Edition, shape: Shape, sizes: Sequence[str], fits: Fits
) -> Iterator[str]:
    for size in sizes_of(edition.format, sizes):
        if fits(localize(library, replace(edition, size=size), shape)):
            yield f"take a smaller size: -s {size}"
            return
