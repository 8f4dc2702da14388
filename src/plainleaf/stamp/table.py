"""The end of a PDF → what an update goes on from, and the table that the update ends with."""

import re
import struct
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby

from plainleaf.errors import Fault, PlainleafError

TRAILER = re.compile(rb"/(Root|Info) (\d+ \d+ R)")
COUNT = re.compile(rb"/Size (\d+)")
IDENTIFIER = re.compile(rb"/ID \[(<[0-9A-Fa-f]*>|\((?:[^()\\]|\\.)*\))")
TABLE = re.compile(rb"\d+ 0 obj\n<</Type/XRef[^>]*?/Index\[([\d ]*)\].*?>>\nstream\n")
ENTRY = struct.Struct(">BIB")
"""Of a cross-reference stream: in use, where it begins, its generation."""


class StampError(PlainleafError):
    """The bytes are no master, or a slot was left open."""

    def __init__(self, cause: str) -> None:
        hint = "Remove build/.cache and build it again."
        super().__init__(Fault("stamp-failed", f"cannot be stamped: {cause}.", hint))


@dataclass(frozen=True)
class Base:
    """What an update needs to know of the file that it goes after."""

    size: int
    count: int  # of its objects, the free one included
    start: int  # of its last cross-reference section
    said: bytes  # of its trailer, for the next one
    identifier: bytes  # as it stands in the file


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


def read_table(base: Base, update: bytes) -> dict[int, int]:
    """Return where each object of an update begins in it, by number, in that order.

    Raises StampError unless each entry of the update's own table leads to that object.
    """
    start = update.rfind(b"startxref\n")
    section = int(update[start + 10 : -7]) - base.size
    found = TABLE.match(update, section)
    if not found:
        raise StampError("the update ends with no cross-reference stream")
    index, data = [int(number) for number in found[1].split()], found.end()
    places: dict[int, int] = {}
    for first, count in zip(index[::2], index[1::2], strict=True):
        for number in range(first, first + count):
            _, place, _ = ENTRY.unpack_from(update, data)
            data += ENTRY.size
            places[number] = place - base.size
            if not update.startswith(b"%d 0 obj\n" % number, places[number]):
                raise StampError(f"object {number} is not where the update says")
    return dict(sorted(places.items(), key=lambda item: item[1]))


def table(places: Mapping[int, int], size: int, base: Base, identifier: str) -> bytes:
    """Return the cross-reference stream, which is an object of its own, and the last lines.

    `places` are those of an update's objects by number, `size` is how long they are together.
    """
    number = max((*places, base.count - 1)) + 1
    places = {**places, number: size}
    entries, index = [], []
    # Numbers that follow each other are as far from their places in the order as the first is.
    for _, run in groupby(enumerate(sorted(places)), lambda pair: pair[1] - pair[0]):
        numbers = [each for _, each in run]
        index.append(b"%d %d" % (numbers[0], len(numbers)))
        entries += [ENTRY.pack(1, base.size + places[each], 0) for each in numbers]
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
    return stream + b"startxref\n%d\n%%%%EOF\n" % (base.size + size)
