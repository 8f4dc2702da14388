"""An edition whose text does not fit → what would help; shorter texts and sizes are tried."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from plainleaf.localize import localize
from plainleaf.model import FOLDS, Edition, Library, Shape, Sheet, sizes_of

Fits = Callable[[Sheet], bool]
"""Lays a sheet out and says whether it fits."""

ANY_LENGTH = tuple(name for name, fold in FOLDS.items() if fold.pages is None)
"""Formats that take whatever they are given, so that none needs to be tried."""


def what_helps(
    library: Library, edition: Edition, shape: Shape, sizes: Sequence[str], fits: Fits
) -> str:
    """Return a hint that names the ways that were found to help."""
    ways = [
        *_shorter(library, edition, shape, fits),
        *_smaller(library, edition, shape, sizes, fits),
        *(f"take another format: -f {name}" for name in ANY_LENGTH),
    ]
    return f"What helps: {'; or '.join(ways)}."


def _shorter(library: Library, edition: Edition, shape: Shape, fits: Fits) -> Iterator[str]:
    """Yield a way without one section of the brief, or without its last few."""
    handout = library.handouts[edition.handout]
    brief = handout.brief_for(edition.format)
    if not brief:
        yield f"name the sections it shall carry as 'brief' in {handout.path}"
        return

    def without(gone: Sequence[str]) -> bool:
        kept = tuple(name for name in brief if name not in gone)
        shorter = replace(handout, brief={edition.format: kept})
        handouts = {**library.handouts, edition.handout: shorter}
        return bool(kept) and fits(localize(replace(library, handouts=handouts), edition, shape))

    single = [name for name in brief if without([name])]
    if single:
        yield f"drop {' or '.join(map(repr, single))} from 'brief' in {handout.path}"
        return
    for count in range(2, len(brief)):
        if without(brief[-count:]):
            gone = " and ".join(map(repr, brief[-count:]))
            yield f"drop {gone} from 'brief' in {handout.path}"
            return


def _smaller(
    library: Library, edition: Edition, shape: Shape, sizes: Sequence[str], fits: Fits
) -> Iterator[str]:
    for size in sizes_of(edition.format, sizes):
        other = replace(edition, size=size)
        if size != edition.size and fits(localize(library, other, shape)):
            yield f"take a smaller size: -s {size}"
            return
