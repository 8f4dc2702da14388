"""Blocks cross a pipe or lie in a store as one table and one blob."""

import json
from dataclasses import replace
from typing import Any

import pytest

from plainleaf.model import BrandBlock, Thing
from plainleaf.stamp.pack import pack, unpack

FONT = (Thing(b"<</Type/Font/Glyphs @1@>>"), Thing(b"<</Length 2>>", b"\x00\xff"))
WORDS = BrandBlock(b"BT ET", 120.5, 16.25, b"<</Font<</f @0@>>>>", FONT)
OTHERS = replace(WORDS, content=b"BT (\n) Tj ET", height=33.6)
EMPTY = BrandBlock(b"", 0, 0)
HOLLOW = BrandBlock(b"/L Do", 9, 9, b"", (Thing(b"<</Length 0>>", b""), Thing(b"null")))


def crossed(*blocks: BrandBlock) -> tuple[BrandBlock, ...]:
    """Pack blocks, send the table through JSON as a pipe does, and unpack them."""
    table, blob = pack(blocks)
    return unpack(json.loads(json.dumps(table)), blob)


@pytest.mark.parametrize(
    "blocks",
    [(), (EMPTY,), (WORDS,), (HOLLOW,), (WORDS, EMPTY, HOLLOW, OTHERS)],
    ids=["none", "empty", "words", "a stream without data", "many"],
)
def test_blocks_come_back_as_they_were(blocks: tuple[BrandBlock, ...]) -> None:
    assert crossed(*blocks) == blocks


def test_shared_things_are_packed_once_and_shared_again() -> None:
    """A stamp knows by that which ones it has written."""
    _, blob = pack([WORDS, HOLLOW, OTHERS])
    one, _, other = crossed(WORDS, HOLLOW, OTHERS)
    assert (blob.count(FONT[0].source), one.things is other.things) == (1, True)


@pytest.mark.parametrize(
    "table",
    [{}, {"groups": []}, {"groups": [], "blocks": [[[0, 1], [0, 1], 1, 1, 0]]}, {"groups": 1}, []],
    ids=["empty", "no blocks", "no such group", "a number", "a list"],
)
def test_table_of_no_blocks_is_refused(table: Any) -> None:
    with pytest.raises((ValueError, TypeError, LookupError)):
        unpack(table, b"xx")
