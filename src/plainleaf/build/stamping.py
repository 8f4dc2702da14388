"""An imprint about to be stamped: what it is made of, and what its file must keep."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace

from plainleaf.build.brands import Branding
from plainleaf.build.master import MasterResult
from plainleaf.errors import Finding
from plainleaf.model import UNSEEN, Filling, Imprint, Master, Promise, Sight
from plainleaf.stamp.form import POINTS
from plainleaf.workers.jobs import Print


@dataclass(frozen=True)
class Stamping:
    """An imprint whose slots all have something to fill them."""

    imprint: Imprint
    branding: Branding
    made: MasterResult
    master: Master
    fillings: tuple[Filling, ...]
    about: tuple[Finding, ...]

    @property
    def print(self) -> Print:
        """Return what a stamp needs to know."""
        made_of = f"{self.made.key} {self.imprint.path} {self.branding.key}"
        digest = hashlib.sha256(made_of.encode()).hexdigest()[:32] if self.fillings else ""
        paint = self.branding.brand.color
        return Print(self.imprint.path, self.fillings, paint, digest)


def promised(each: Stamping) -> Promise | None:
    """Return what the imprint promises: its text, and what its brand says in it."""
    if not each.made.promise:
        return None
    said = tuple(
        (f"{slot.name} of {each.branding.brand.name}", filling.said.text.translate(UNSEEN))
        for slot, filling in zip(each.master.slots, each.fillings, strict=True)
        if not filling.said.is_drawn
    )
    promised = each.made.promise
    families = {family for filling in each.fillings for family in filling.block.families}
    return replace(
        promised,
        texts=(*promised.texts, *said),
        families=tuple(sorted({*promised.families, *families})),
        color=(each.branding.brand.color or "#000000") if each.master.color else "",
        sights=tuple(_sights(each)),
    )


def _sights(each: Stamping) -> Iterator[Sight]:
    """Yield what the imprint's pages must show of its brand."""
    for slot, filling in zip(each.master.slots, each.fillings, strict=True):
        if seen := filling.sight:
            yield replace(
                seen,
                left=(slot.left + seen.left) * POINTS,
                top=(slot.top + seen.top) * POINTS,
                width=seen.width * POINTS,
                height=seen.height * POINTS,
                page=slot.page,
            )
