"""Blocks and drawings → a table and one blob, and back: what crosses a pipe or lies in a store.

Objects that blocks share are packed once, and shared again when they are unpacked.
"""

from collections.abc import Mapping, Sequence
from dataclasses import fields
from typing import Any

from plainleaf.model import BrandBlock, Drawing, Pixels, Thing

Packed = tuple[Mapping[str, Any], bytes]
"""A JSON-able table, and the bytes that it names by their places."""


def pack(blocks: Sequence[BrandBlock]) -> Packed:
    """Return blocks as a table and its bytes."""
    blob = _Blob()
    groups: dict[int, int] = {}
    table: dict[str, list[Any]] = {"groups": [], "blocks": []}
    for block in blocks:
        if id(block.things) not in groups:
            groups[id(block.things)] = len(table["groups"])
            table["groups"].append(_put_things(blob, block.things))
        places = blob.put(block.content), blob.put(block.resources)
        sizes = block.width, block.height
        about = groups[id(block.things)], block.of, block.families
        table["blocks"].append([*places, *sizes, *about])
    return table, bytes(blob.data)


def unpack(table: Mapping[str, Any], blob: bytes) -> tuple[BrandBlock, ...]:
    """Return the blocks; raise ValueError, TypeError or LookupError for a table of none."""
    groups = [_take_things(blob, rows) for rows in table["groups"]]
    return tuple(
        BrandBlock(
            content=_take(blob, content) or b"",
            width=float(width),
            height=float(height),
            resources=_take(blob, resources) or b"",
            things=groups[group],
            of=of,
            families=tuple(families),
        )
        for content, resources, width, height, group, of, families in table["blocks"]
    )


def pack_drawing(drawing: Drawing) -> Packed:
    """Return a drawing as a table and its bytes."""
    blob = _Blob()
    small = drawing.pixels
    placed = {
        "data": blob.put(drawing.data),
        "image": _put_things(blob, drawing.image),
        "pixels": [small.width, small.height, blob.put(small.data)],
    }
    table = {field.name: getattr(drawing, field.name) for field in fields(drawing)}
    return {**table, **placed}, bytes(blob.data)


def unpack_drawing(table: Mapping[str, Any], blob: bytes) -> Drawing:
    """Return the drawing; raise ValueError, TypeError or LookupError for a table of none."""
    width, height, place = table["pixels"]
    placed = {
        "data": _take(blob, table["data"]),
        "image": _take_things(blob, table["image"]),
        "pixels": Pixels(int(width), int(height), _take(blob, place) or b""),
        "colors": tuple(table["colors"]),
        "notes": tuple(table["notes"]),
    }
    return Drawing(**{**{field.name: table[field.name] for field in fields(Drawing)}, **placed})


class _Blob:
    def __init__(self) -> None:
        self.data = bytearray()

    def put(self, data: bytes | None) -> tuple[int, int] | None:
        if data is None:
            return None
        start = len(self.data)
        self.data += data
        return start, len(self.data)


def _put_things(blob: _Blob, things: Sequence[Thing]) -> list[list[tuple[int, int] | None]]:
    return [[blob.put(thing.source), blob.put(thing.data)] for thing in things]


def _take_things(blob: bytes, rows: Sequence[Sequence[Any]]) -> tuple[Thing, ...]:
    return tuple(Thing(_take(blob, source) or b"", _take(blob, data)) for source, data in rows)


def _take(blob: bytes, place: Sequence[int] | None) -> bytes | None:
    return None if place is None else blob[place[0] : place[1]]
