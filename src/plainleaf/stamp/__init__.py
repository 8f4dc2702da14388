"""Master × blocks → imprint: the master's bytes, then an update that fills its slots.

The update holds the brand's objects, new versions of the slots' forms, of their structure
elements and links and of the brand's colour, and a cross-reference stream that names the
master's own (ISO 32000-2, 7.5.6 and 7.5.8). Layout is never done again.
"""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from plainleaf.model import Filling, Slot, Thing
from plainleaf.stamp.check import Check
from plainleaf.stamp.form import numbered, stream
from plainleaf.stamp.objects import annotation, element, head, tint
from plainleaf.stamp.table import Base, StampError, read_base, table
from plainleaf.workers.jobs import Stamped, StampJob, Stamps
from plainleaf.workspace.write import put_in_place

__all__ = ["Groups", "StampError", "run", "stamp", "written"]


def run(job: StampJob) -> Stamps:
    """Stamp the imprints of one master; the task of a fenced worker."""
    base = read_base(job.master)
    master = hashlib.sha256(job.master)
    groups, check = Groups(), Check(base, job.slots, job.color)
    done = []
    for each in job.prints:
        update = b""
        if each.fillings:
            rest = (job.color, each.paint, each.identifier, groups)
            update = stamp(base, job.slots, each.fillings, *rest)
            check.update(update, each)
        digest = master.copy()
        digest.update(update)
        made = Stamped(digest.hexdigest(), update)
        if job.folder is not None:
            made = written(made, f"{job.folder}/{each.path}", job.master)
        done.append(made)
    return Stamps(tuple(done))


def written(made: Stamped, place: str, master: bytes) -> Stamped:
    """Put an imprint in place; return its size and time, or what was in the way."""
    try:
        # Not synced: that takes longer than all the rest, and only a power cut would tell.
        stat = put_in_place(place, master + made.update, synced=False)
    except OSError as error:
        return Stamped(made.sha256, fault=error.strerror or str(error))
    return Stamped(made.sha256, stat=stat)


@dataclass
class _Update:
    """The objects of an update, in the order in which they are written."""

    parts: list[bytes] = field(default_factory=list)
    places: dict[int, int] = field(default_factory=dict)  # by object number
    size: int = 0

    def add(self, number: int, source: bytes, data: bytes | None = None) -> None:
        self.places[number] = self.size
        self.parts.append(b"%d 0 obj\n%s\nendobj\n" % (number, stream(source, data)))
        self.size += len(self.parts[-1])


class Groups:
    """Objects of blocks as they stand in a file; many imprints share those of fonts."""

    def __init__(self) -> None:
        self._written: dict[tuple[int, int], tuple[Sequence[Thing], bytes, list[int]]] = {}

    def written(self, things: Sequence[Thing], first: int) -> tuple[bytes, list[int]]:
        """Return the objects of a group from a number on, and where each one begins."""
        key = (id(things), first)
        if key not in self._written:
            part = _Update()
            for place, thing in enumerate(things):
                part.add(first + place, numbered(thing.source, first), thing.data)
            # The things are kept too, so that no others can have their id.
            self._written[key] = things, b"".join(part.parts), list(part.places.values())
        _, data, places = self._written[key]
        return data, places


def stamp(
    base: Base,
    slots: Sequence[Slot],
    fillings: Sequence[Filling],
    color: int,
    paint: str | None,
    identifier: str,
    groups: Groups | None = None,
) -> bytes:
    """Return the update that makes an imprint of a master; each slot has a filling.

    `paint` is the brand's colour as #rrggbb, black without one; `identifier` are hexadecimal
    digits of what the imprint is made of.
    """
    update = _Update()
    numbers = _add_things(update, fillings, base.count, groups or Groups())
    for slot, filling in zip(slots, fillings, strict=True):
        _fill(update, slot, filling, numbers[id(filling.block.things)])
    if color:
        update.add(color, tint(paint))
    return b"".join(update.parts) + table(update.places, update.size, base, identifier)


def _add_things(
    update: _Update, fillings: Sequence[Filling], first: int, groups: Groups
) -> Mapping[int, int]:
    """Add the objects of all blocks, shared ones once; return each group's first number."""
    numbers: dict[int, int] = {}
    for filling in sorted(fillings, key=_is_own):
        things = filling.block.things
        if id(things) not in numbers:
            numbers[id(things)] = first
            data, places = groups.written(things, first)
            update.places |= {first + n: update.size + at for n, at in enumerate(places)}
            update.parts.append(data)
            update.size += len(data)
            first += len(things)
    return numbers


def _is_own(filling: Filling) -> bool:
    """Whether a filling's objects are its brand's own; those of words, fonts, come first."""
    return filling.said.is_drawn


def _fill(update: _Update, slot: Slot, filling: Filling, first: int) -> None:
    block, said = filling.block, filling.said
    resources = numbered(block.resources, first)
    form = b"%s/Resources %s/Length %d>>" % (head(filling), resources, len(block.content))
    update.add(slot.form, form, block.content)
    if slot.element:
        update.add(slot.element, element(slot, said))
    if slot.annotation:
        update.add(slot.annotation, annotation(slot, said))
