"""An update, read back → whether it holds what its imprint must show; each imprint is asked.

It knows nothing of how the update was made: objects are found by the update's own table, and
what is drawn in a slot is told by its digest.
"""

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from plainleaf.model import Filling, Slot, Thing
from plainleaf.stamp.digest import digest_of
from plainleaf.stamp.objects import annotation, element, head, tint
from plainleaf.stamp.table import Base, StampError, read_table
from plainleaf.workers.jobs import Print

REST = re.compile(rb"/Resources (.*)/Length \d+>>", re.DOTALL)
"""Of a form, after its head."""

REFERENCE = re.compile(rb"\b(\d+) 0 R\b")


class Check:
    """Checks updates of one master; objects that imprints share are looked through once."""

    def __init__(self, base: Base, slots: Sequence[Slot], color: int) -> None:
        self.base = base
        self.slots = slots
        self.color = color
        self._references: dict[bytes, tuple[int, ...]] = {}
        self._digests: dict[tuple[bytes, ...], str] = {}

    def update(self, update: bytes, each: Print) -> None:
        """Raise StampError where a slot does not show what it must, in words and to the eye."""
        bodies = _bodies(update, read_table(self.base, update))
        owners = _owners(each.path)
        for slot, filling in zip(self.slots, each.fillings, strict=True):
            said = filling.said
            if filling.owner not in owners or self._drawn(bodies, slot, filling) != filling.digest:
                raise StampError(f"the {slot.name} is not what belongs there")
            if slot.element and bodies.get(slot.element) != element(slot, said):
                raise StampError(f"the {slot.name} does not say what it shows")
            if slot.annotation and bodies.get(slot.annotation) != annotation(slot, said):
                raise StampError(f"the {slot.name} leads elsewhere")
        if self.color and bodies.get(self.color) != tint(each.paint):
            raise StampError("the colour is another one")

    def _drawn(self, bodies: Mapping[int, bytes], slot: Slot, filling: Filling) -> str:
        """Return the digest of what is drawn in a slot."""
        source, _, content = bodies.get(slot.form, b"").partition(b"\nstream\n")
        start = head(filling)
        rest = REST.fullmatch(source, len(start)) if source.startswith(start) else None
        if not rest:
            raise StampError(f"the {slot.name} does not stand where it belongs")
        return self._digest(content.removesuffix(b"\nendstream"), rest[1], bodies)

    def _digest(self, content: bytes, resources: bytes, bodies: Mapping[int, bytes]) -> str:
        """Return the digest of operators and of all that they name."""
        numbers = list(self._named(resources))
        for number in numbers:  # grows on the way
            if number not in bodies:
                raise StampError(f"object {number} is not there")
            numbers += [each for each in self._named(bodies[number]) if each not in numbers]
        key = (content, resources, *(bodies[number] for number in numbers))
        if key not in self._digests:
            look = {number: _thing(bodies[number]) for number in numbers}
            self._digests[key] = digest_of(content, resources, REFERENCE, look.__getitem__)
        return self._digests[key]

    def _named(self, body: bytes) -> tuple[int, ...]:
        """Return the numbers of the objects that one refers to."""
        if body not in self._references:
            source = body.partition(b"\nstream\n")[0]
            self._references[body] = tuple(map(int, REFERENCE.findall(source)))
        return self._references[body]


def _owners(path: str) -> tuple[str, str]:
    """Return whose words and drawings an imprint may carry: its brand's, and its handout's."""
    brand, _, name = path.partition("/")
    return brand, f"{brand}/{name.partition('_')[0]}"


def _bodies(update: bytes, places: dict[int, int]) -> dict[int, bytes]:
    """Return what stands between `obj` and `endobj`, by number; the table's own is left out."""
    return {
        number: update[start + len(b"%d 0 obj\n" % number) : end - len(b"\nendobj\n")]
        for (number, start), (_, end) in pairwise(places.items())
    }


def _thing(body: bytes) -> Thing:
    source, mark, data = body.partition(b"\nstream\n")
    return Thing(source, data.removesuffix(b"\nendstream") if mark else None)
