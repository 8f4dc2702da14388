"""Master × blocks → imprint: the master's bytes, then an update that fills its slots.

The update holds the brand's objects, new versions of the slots' forms, of their structure
elements and links and of the brand's colour, and a cross-reference stream that names the
master's own (ISO 32000-2, 7.5.6 and 7.5.8). Layout is never done again.
"""

import hashlib
import re
import struct
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from plainleaf.fence.jobs import StampJob
from plainleaf.model import LOGO, BrandBlock, Filling, Said, Slot, Thing
from plainleaf.write import put_in_place

REFERENCE = re.compile(rb"@(\d+)@")
TRAILER = re.compile(rb"/(Root|Info) (\d+ \d+ R)")
COUNT = re.compile(rb"/Size (\d+)")
IDENTIFIER = re.compile(rb"/ID \[(<[0-9A-Fa-f]*>|\((?:[^()\\]|\\.)*\))")
TABLE = re.compile(rb"\d+ 0 obj\n<</Type/XRef[^>]*?/Index\[([\d ]*)\].*?>>\nstream\n")
ENTRY = struct.Struct(">BIB")
"""Of a cross-reference stream: in use, where it begins, its generation."""


def run(job: StampJob) -> tuple[Mapping[str, Any], bytes]:
    """Stamp the imprints of one master; the task of a fenced worker."""
    base = read_base(job.master)
    master = hashlib.sha256(job.master)
    groups = Groups()
    rows: list[dict[str, Any]] = []
    blobs = []
    for each in job.prints:
        update = b""
        if each.fillings:
            rest = (job.color, each.paint, each.identifier, groups)
            update = stamp(base, job.slots, each.fillings, *rest)
            check_update(base, update)
        digest = master.copy()
        digest.update(update)
        row: dict[str, Any] = {"path": each.path, "sha256": digest.hexdigest(), "fault": ""}
        if job.folder is None:
            blobs.append(update)
            row["size"] = len(update)
        else:
            row |= write_imprint(f"{job.folder}/{each.path}", job.master + update)
        rows.append(row)
    return {"prints": rows}, b"".join(blobs)


def write_imprint(path: str, pdf: bytes) -> dict[str, Any]:
    """Put an imprint in place; return its size and time, or what was in the way."""
    try:
        # Not synced: that takes longer than all the rest, and only a power cut would tell.
        return {"stat": put_in_place(path, pdf, synced=False)}
    except OSError as error:
        return {"fault": error.strerror or str(error)}


class StampError(ValueError):
    """The bytes are no master, or a slot was left open."""


@dataclass(frozen=True)
class Base:
    """What an update needs to know of the file that it goes after."""

    size: int
    count: int  # of its objects, the free one included
    start: int  # of its last cross-reference section
    said: bytes  # of its trailer, for the next one
    identifier: bytes  # as it stands in the file


@dataclass
class _Update:
    """The objects of an update, in the order in which they are written."""

    parts: list[bytes] = field(default_factory=list)
    places: dict[int, int] = field(default_factory=dict)  # by object number
    size: int = 0

    def add(self, number: int, source: bytes, data: bytes | None = None) -> None:
        head = b"%d 0 obj\n" % number
        body = source if data is None else source + b"\nstream\n" + data + b"\nendstream"
        self.places[number] = self.size
        self.parts.append(head + body + b"\nendobj\n")
        self.size += len(self.parts[-1])


def read_base(pdf: bytes) -> Base:
    """Read the end of a master."""
    tail = pdf[-64:]
    found = re.search(rb"startxref\s+(\d+)\s+%%EOF\s*$", tail)
    if not found:
        raise StampError("no cross-reference section is named")
    start = int(found[1])
    trailer = pdf[start:]
    said = b"".join(b"/%s %s" % match.groups() for match in TRAILER.finditer(trailer))
    identifier = IDENTIFIER.search(trailer)
    count = COUNT.search(trailer)
    if b"Root" not in said or not identifier or not count:
        raise StampError("the trailer names no catalog or no identifier")
    return Base(len(pdf), int(count[1]), start, said, identifier[1])


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
                part.add(first + place, _numbered(thing.source, first), thing.data)
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
        update.add(color, _tint(paint or "#000000"))
    return b"".join(update.parts) + _end(update, base, identifier)


def check_update(base: Base, update: bytes) -> None:
    """Raise StampError unless each entry of an update's own table leads to that object.

    This is the invariant that holds for each imprint; what is in the objects is held to more
    when masters and blocks are made.
    """
    start = update.rfind(b"startxref\n")
    section = int(update[start + 10 : -7]) - base.size
    found = TABLE.match(update, section)
    if not found:
        raise StampError("the update ends with no cross-reference stream")
    index, data = [int(number) for number in found[1].split()], found.end()
    for first, count in zip(index[::2], index[1::2], strict=True):
        for number in range(first, first + count):
            _, place, _ = ENTRY.unpack_from(update, data)
            data += ENTRY.size
            if not update.startswith(b"%d 0 obj\n" % number, place - base.size):
                raise StampError(f"object {number} is not where the update says")


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


def _numbered(source: bytes, first: int) -> bytes:
    return REFERENCE.sub(lambda found: b"%d 0 R" % (first + int(found[1])), source)


def _fill(update: _Update, slot: Slot, filling: Filling, first: int) -> None:
    block, said = filling.block, filling.said
    form = b"<</Type/XObject/Subtype/Form/BBox[%.6f %.6f %.6f %.6f]" % _around(block)
    form += b"/Matrix[%.9f 0 0 %.9f %.6f %.6f]" % (
        filling.scale,
        filling.scale,
        filling.left,
        filling.top,
    )
    resources = _numbered(block.resources, first)
    form += b"/Resources %s/Length %d>>" % (resources, len(block.content))
    update.add(slot.form, form, block.content)
    if slot.element:
        update.add(slot.element, _element(slot, said))
    if slot.annotation:
        address = _text(said.text)
        action = b"/A<</Type/Action/S/URI/URI %s>>/Contents %s" % (address, address)
        update.add(slot.annotation, b"<<%s%s>>" % (slot.link.encode("latin-1"), action))


def _around(block: BrandBlock) -> tuple[float, float, float, float]:
    """Return a box that cuts nothing off: some letters reach far out of their line."""
    width, height = block.width, block.height
    return -height, -height, width + height, 2 * height


def _element(slot: Slot, said: Said) -> bytes:
    """Return a slot's structure element: a figure with its words, or text with its language."""
    tags = slot.tags.encode("latin-1")
    if said.is_drawn:
        return b"<</S/Figure/Alt %s%s/Lang(%s)>>" % (
            _text(said.text),
            tags,
            said.language.encode(),
        )
    tag = b"P" if slot.name == LOGO else b"Span"
    aloud = b"/ActualText %s" % _text(said.aloud) if said.aloud else b""
    return b"<</S/%s%s/Lang(%s)%s>>" % (tag, tags, said.language.encode(), aloud)


def _text(text: str) -> bytes:
    """Return a text string object."""
    if text.isascii() and text.isprintable():
        return b"(%s)" % re.sub(rb"([()\\])", rb"\\\1", text.encode())
    return b"<feff%s>" % text.encode("utf-16-be").hex().encode()


def _tint(paint: str) -> bytes:
    channels = " ".join(f"{int(paint[place : place + 2], 16) / 255:.6f}" for place in (1, 3, 5))
    return b"<</FunctionType 2/Domain[0 1]/C0[1 1 1]/C1[%s]/N 1>>" % channels.encode()


def _end(update: _Update, base: Base, identifier: str) -> bytes:
    """Return the cross-reference stream, which is an object of its own, and the last lines."""
    number = max((*update.places, base.count - 1)) + 1
    update.places[number] = update.size
    entries, index = [], []
    for first, run in _runs(sorted(update.places)):
        index.append(b"%d %d" % (first, len(run)))
        entries += [ENTRY.pack(1, base.size + update.places[each], 0) for each in run]
    data = b"".join(entries)
    source = b"<</Type/XRef/Size %d/W[1 4 1]/Index[%s]/Prev %d%s/ID[%s<%s>]/Length %d>>" % (
        number + 1,
        b" ".join(index),
        base.start,
        base.said,
        base.identifier,
        identifier.encode(),
        len(data),
    )
    stream = b"%d 0 obj\n%s\nstream\n%s\nendstream\nendobj\n" % (number, source, data)
    return stream + b"startxref\n%d\n%%%%EOF\n" % (base.size + update.size)


def _runs(numbers: Sequence[int]) -> Iterator[tuple[int, list[int]]]:
    """Yield numbers that follow each other, with the first of them."""
    run: list[int] = []
    for number in numbers:
        if run and number != run[-1] + 1:
            yield run[0], run
            run = []
        run.append(number)
    if run:
        yield run[0], run
