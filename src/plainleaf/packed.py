"""Blocks → a table and one blob, and back: what crosses a pipe or lies in a store.

Objects that blocks share are packed once, and shared again when they are unpacked.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from plainleaf.model import BrandBlock, Thing


def pack(blocks: Sequence[BrandBlock]) -> tuple[Mapping[str, Any], bytes]:
    """Return a JSON-able table and the bytes that it names by their places."""
    blob = _Blob()
    groups: dict[int, int] = {}
    table: dict[str, list[Any]] = {"groups": [], "blocks": []}
    for block in blocks:
        if id(block.things) not in groups:
            groups[id(block.things)] = len(table["groups"])
            rows = [[blob.put(thing.source), blob.put(thing.data)] for thing in block.things]
            table["groups"].append(rows)
        places = blob.put(block.content), blob.put(block.resources)
        table["blocks"].append([*places, block.width, block.height, groups[id(block.things)]])
    return table, bytes(blob.data)


def unpack(table: Mapping[str, Any], blob: bytes) -> tuple[BrandBlock, ...]:
    """Return the blocks; raise ValueError, TypeError or LookupError for a table of none."""
    groups = [
        tuple(Thing(_take(blob, source) or b"", _take(blob, data)) for source, data in rows)
        for rows in table["groups"]
    ]
    return tuple(
        BrandBlock(
            content=_take(blob, content) or b"",
            width=float(width),
            height=float(height),
            resources=_take(blob, resources) or b"",
            things=groups[group],
        )
        for content, resources, width, height, group in table["blocks"]
    )


class _Blob:
    def __init__(self) -> None:
        self.data = bytearray()

    def put(self, data: bytes | None) -> tuple[int, int] | None:
        if data is None:
            return None
        start = len(self.data)
        self.data += data
        return start, len(self.data)


def _take(blob: bytes, place: Sequence[int] | None) -> bytes | None:
    return None if place is None else blob[place[0] : place[1]]
