"""Objects of the engine's PDF → the same, cut out with all that they refer to."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

import pydyf

from plainleaf.model import Thing

REFERENCE = re.compile(rb"(?<![\d.])(\d+) 0 R\b")


class Things:
    """Objects of one PDF, by their numbers."""

    def __init__(self, pdf: Any) -> None:
        self.by_number = {thing.number: thing for thing in pdf.objects}
        self.pdf = pdf
        self.groups: dict[tuple[bytes, ...], tuple[tuple[Thing, ...], dict[bytes, int]]] = {}

    def page_stream(self) -> list[Any]:
        """Return the operators of the first page."""
        page = next(thing for thing in self._dictionaries() if thing.get("Type") == "/Page")
        stream: list[Any] = self.by_number[int(bytes(page["Contents"]).split()[0])].stream
        return stream

    def fonts(self, names: Sequence[bytes]) -> tuple[tuple[Thing, ...], dict[bytes, int]]:
        """Return fonts by the names that a page gives them, and their places among the things."""
        key = tuple(names)
        if key not in self.groups:
            table = (
                next(table for table in self._dictionaries() if names[0].decode() in table)
                if names
                else {}
            )
            numbers = [int(bytes(table[name.decode()]).split()[0]) for name in names]
            order = self._order(numbers)
            places = {name: order.index(n) for name, n in zip(names, numbers, strict=True)}
            self.groups[key] = self._cut(order), places
        return self.groups[key]

    def _dictionaries(self) -> Iterator[Any]:
        return (thing for thing in self.pdf.objects if isinstance(thing, pydyf.Dictionary))

    def _order(self, numbers: Sequence[int]) -> list[int]:
        order = list(numbers)
        for number in order:  # grows on the way
            source, _ = self._split(number)
            order += [n for n in map(int, REFERENCE.findall(source)) if n not in order]
        return list(dict.fromkeys(order))

    def _cut(self, order: Sequence[int]) -> tuple[Thing, ...]:
        places = {number: place for place, number in enumerate(order)}

        def placed(found: re.Match[bytes]) -> bytes:
            return b"@%d@" % places[int(found[1])]

        parts = (self._split(number) for number in order)
        return tuple(Thing(REFERENCE.sub(placed, source), data) for source, data in parts)

    def _split(self, number: int) -> tuple[bytes, bytes | None]:
        thing = self.by_number[number]
        source, mark, data = bytes(thing.data).partition(b"\nstream\n")
        return source, data.removesuffix(b"\nendstream") if mark else None
