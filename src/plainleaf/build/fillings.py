"""Masters × brands → what fills each slot: blocks kept from run to run, or set together."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from plainleaf.brand.fill import fill
from plainleaf.build.brands import Branding
from plainleaf.build.context import Context, batches, each_made
from plainleaf.build.master import MasterResult
from plainleaf.errors import Finding, PlainleafError, Severity
from plainleaf.model import (
    ADDRESS,
    CODE,
    MILLIMETRE,
    Brand,
    BrandBlock,
    Drawing,
    Filling,
    Imprint,
    Setting,
    Slot,
    SlotText,
    Thing,
)
from plainleaf.stamp.appearance import Appearance, appearance_of
from plainleaf.stamp.digest import digest_of_block
from plainleaf.stamp.fit import Filled, fit_code, fit_logo, fit_words
from plainleaf.stamp.form import block_of
from plainleaf.workers.jobs import BlocksJob

AT_ONCE = 120
"""Blocks of one job: enough to share what a page costs, few enough for all workers."""

Material = Setting | Drawing
"""What a block is made of: words to set, or a drawing."""


class Blocks:
    """All blocks of a run, by what they are made of; a text in a block's place says its fault."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self._made: dict[Material, BrandBlock | str] = {}
        self._groups: dict[tuple[Thing, ...], tuple[Thing, ...]] = {}

    def __getitem__(self, wanted: Material) -> BrandBlock | str:
        return self._made[wanted]

    def make(self, wanted: Iterable[Material]) -> None:
        """Make each block that is not there yet: kept ones are read, the others set together."""
        new = [each for each in dict.fromkeys(wanted) if each not in self._made]
        self._made |= {each: block_of(each) for each in new if isinstance(each, Drawing)}
        keys = {each: self._key(each) for each in new if isinstance(each, Setting)}
        kept = self.context.store.load(keys.values(), BrandBlock)
        self._made |= {e: self._shared(kept[key]) for e, key in keys.items() if key in kept}
        missing = [each for each in keys if each not in self._made]
        together = batches(missing, lambda each: (each.language, each.style), AT_ONCE)
        for some, made in each_made(self.context, together, self._set, self._apart):
            found = dict(zip(some, made, strict=True))
            self._made |= {each: self._shared(block) for each, block in found.items()}
            good = {keys[e]: block for e, block in found.items() if isinstance(block, BrandBlock)}
            self.context.store.save(good)

    def _set(self, some: tuple[Setting, ...]) -> list[BrandBlock | str]:
        reply = self.context.workers.ask("typeset", BlocksJob(some), "", 2)
        return [reply.faults.get(place, block) for place, block in enumerate(reply.blocks)]

    def _apart(self, some: tuple[Setting, ...], error: PlainleafError) -> list[BrandBlock | str]:
        """Set each by itself, so that one that is too much stops no other."""
        if len(some) == 1:
            return [error.told[0].message]
        made = []
        for each in some:
            try:
                made += self._set((each,))
            except PlainleafError as own:
                made += self._apart((each,), own)
        return made

    def _shared(self, block: BrandBlock | str) -> BrandBlock | str:
        """Return a block whose objects are the very ones of others that have the same."""
        if isinstance(block, str):
            return block
        return replace(block, things=self._groups.setdefault(block.things, block.things))

    def _key(self, wanted: Setting) -> str:
        made_of = f"block {wanted.digest} {self.context.survey.engine}"
        return hashlib.sha256(made_of.encode()).hexdigest()


@dataclass(frozen=True)
class _Part:
    """What stands in a slot of this size, and what is wrong with it."""

    said: SlotText
    wanted: Material | None  # None where nothing has to be set
    logo: Appearance | None = None


class Fillings:
    """Fills slots: those of equal size and place are filled once for all handouts of a brand."""

    def __init__(self, context: Context) -> None:
        self.blocks = Blocks(context)
        self._done: dict[tuple[object, ...], Filled] = {}

    def prepare(self, imprints: Iterable[tuple[Imprint, Branding, MasterResult]]) -> None:
        """Make all blocks that these imprints need."""
        wanted: dict[Material, None] = {}
        seen: set[tuple[object, ...]] = set()
        for imprint, branding, made in imprints:
            for slot in _slots(made):
                place = _place(slot, imprint)
                if place not in seen:
                    seen.add(place)
                    part = _part(slot, imprint, branding, made)
                    wanted |= {part.wanted: None} if part.wanted else {}
        self.blocks.make(wanted)

    def fill(self, imprint: Imprint, branding: Branding, made: MasterResult) -> Filled:
        """Return what fills an imprint's slots; `prepare` has been told of it."""
        fillings: list[Filling] = []
        findings: list[Finding] = []
        for slot in _slots(made):
            place = _place(slot, imprint)
            if place not in self._done:
                done = self._filled(slot, imprint, branding, made)
                owner = _owner(slot, imprint)
                owned = (
                    replace(each, owner=owner, digest=digest_of_block(each.block))
                    for each in done.fillings
                )
                self._done[place] = replace(done, fillings=tuple(owned))
            done = self._done[place]
            fillings += done.fillings
            findings += done.findings
        return Filled(tuple(fillings), tuple(dict.fromkeys(findings)))

    def _filled(
        self, slot: Slot, imprint: Imprint, branding: Branding, made: MasterResult
    ) -> Filled:
        part = _part(slot, imprint, branding, made)
        if slot.name == CODE:
            return fit_code(slot, part.said, branding.brand, imprint.edition.handout)
        block = self.blocks[part.wanted] if part.wanted else "its logo is missing."
        if isinstance(block, str):
            return Filled((), (_unset(slot, branding.brand, block),))
        if part.wanted is None or block.of != part.wanted.digest:
            return Filled((), (_unset(slot, branding.brand, "it was mixed up with another."),))
        if part.logo:
            return fit_logo(slot, part.said, branding.brand, part.logo, block)
        filled = fit_words(slot, part.said, branding.brand, block)
        return replace(
            filled, findings=(*filled.findings, *_untold(slot, part.said, branding.brand))
        )


def _slots(made: MasterResult) -> tuple[Slot, ...]:
    return made.master.slots if made.master else ()


def _place(slot: Slot, imprint: Imprint) -> tuple[object, ...]:
    """Return what tells a filling from others: what fills a slot, and of which size."""
    size = (slot.width, slot.height, slot.style)
    return (_owner(slot, imprint), slot.name, slot.language, *size)


def _owner(slot: Slot, imprint: Imprint) -> str:
    """Return who may show what fills a slot: a brand, with one handout where it leads there."""
    handout = f"/{imprint.edition.handout}" if slot.name in (ADDRESS, CODE) else ""
    return f"{imprint.brand}{handout}"


def _part(slot: Slot, imprint: Imprint, branding: Branding, made: MasterResult) -> _Part:
    words = (made.words or {}).get(slot.language, {})
    said = fill(slot.name, branding.brand, imprint.edition.handout, slot.language, words)
    if slot.name == CODE:
        return _Part(said, None)
    if said.is_drawn:
        logo = appearance_of(branding.brand, slot.height / MILLIMETRE, branding.drawings)
        return _Part(said, logo.drawing if logo else None, logo)
    side = "left" if slot.direction == "ltr" else "right"
    setting = Setting(said.text, said.language, said.direction, side, slot.width, slot.style)
    return _Part(said, setting)


def _untold(slot: Slot, said: SlotText, brand: Brand) -> Iterator[Finding]:
    """Warn of a contact that is given in another language than the sheet's."""
    if slot.name == "contact" and said.language != slot.language and len(brand.contacts) > 1:
        message = f"is missing: sheets in {slot.language!r} give it in {said.language!r}."
        field = f"defaults.plainleaf.contact.{slot.language}"
        hint, weight = "Add it in that language.", Severity.WARNING
        yield Finding(brand.path, None, "contact-language", message, hint, weight, field)


def _unset(slot: Slot, brand: Brand, fault: str) -> Finding:
    message = f"the {slot.name} cannot be printed: {fault.rstrip('.')}."
    return Finding(brand.path, None, "slot", message, "Write it in letters that can be printed.")
