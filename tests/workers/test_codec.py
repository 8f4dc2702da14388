"""What crosses a pipe or lies in a store comes back as it was, or not at all."""

import pickle
from dataclasses import replace
from typing import Any

import pytest

from plainleaf.build.brands import Branding
from plainleaf.build.master import MasterResult
from plainleaf.errors import Fault, Finding, Severity
from plainleaf.model import (
    Brand,
    BrandBlock,
    Contact,
    Drawing,
    Master,
    Paint,
    Picture,
    Pixels,
    Promise,
    Slot,
    Spot,
    Thing,
)
from plainleaf.workers.codec import decoded, encoded
from plainleaf.workers.jobs import Blocks, Imposed, Inspected, Stamped, Stamps, Typeset

FINDING = Finding("a.md", 3, "fit", "is “long”.", "Shorten it.", Severity.WARNING, "meta", 2)
FAULT = Fault("fit", "3 mm are too much.", "Shorten it.", 7, Severity.WARNING, 2)
FONT = (Thing(b"<</Type/Font/Glyphs @1@>>"), Thing(b"<</Length 2>>", b"\x00\xff"))
WORDS = BrandBlock(b"BT ET", 120.5, 16.25, b"<</Font<</f @0@>>>>", FONT, "digest", ("Noto Sans",))
OTHERS = replace(WORDS, content=b"BT (\n) Tj ET", height=33.6)
EMPTY = BrandBlock(b"", 0, 0)
HOLLOW = BrandBlock(b"/L Do", 9, 9, b"", (Thing(b"<</Length 0>>", b""), Thing(b"null")))
SLOT = Slot("logo", "ar", "rtl", 120.5, 16.25, "color: red", 12, 7, "/S/P", 9, "/H/N", 2, 1.5, 3)
MASTER = Master(b"%PDF\x00", 2, ("Noto",), 9.5, (("x", "es"),), (("t", "u"),), (SLOT,), 5,
                (("a.png", 90.5),), ("word",))  # fmt: skip
PROMISE = Promise(
    "Tea", "Ward 3", "en", (("Tea", "Cups"),), (("title", "Tea"),), (), (), ("Noto",), 9.5
)
BRAND = Brand(
    "tea", "Tea House", pictures={("medium", "light"): Picture("logo.svg", "A leaf")},
    paints=(Paint("primary", "#fff000", "#807800"),), palette={"leaf": "#fff000"},
    contacts={"zh-Hans": Contact("555", ("Here", "there"))},
    spot=Spot("PANTONE 1 C", (0, 1, 2, 3)),
)  # fmt: skip
DRAWING = Drawing("png", b"\x89PNG", 9, 9.5, 4.5, ("#fff000",), ("was cut",), "q Q", FONT,
                  Pixels(1, 1, b"\x00\x01\x02\xff"), 2.5, "black")  # fmt: skip
VALUES = {
    "faults": Inspected((FAULT, replace(FAULT, line=None))),
    "master": MasterResult(
        (FINDING,), (FAULT,), MASTER, PROMISE, {"en": {"phone": "Phone"}}, "1", "2026-01-02"
    ),
    "misfit": Typeset(None, (FAULT,), ({"title": 9.5},), 2, 297.0),
    "brand": Branding(BRAND, findings=(FINDING,)),
    "drawing": DRAWING,
    "block": WORDS,
    "stamps": Stamps((Stamped("ab", b"\x00"), Stamped("cd", b"", (1, 2, 3), "full"))),
    "press sheets": Imposed(b"%PDF", b""),
}  # fmt: skip


@pytest.mark.parametrize("value", VALUES.values(), ids=VALUES)
def test_value_comes_back_as_it_was(value: Any) -> None:
    assert decoded(encoded(value), type(value)) == value


def test_what_was_worked_out_of_a_value_does_not_come_with_it() -> None:
    drawing = replace(DRAWING)
    assert (drawing.digest, encoded(drawing)) == (DRAWING.digest, encoded(replace(DRAWING)))


@pytest.mark.parametrize(
    "blocks",
    [(), (EMPTY,), (WORDS,), (HOLLOW,), (WORDS, EMPTY, HOLLOW, OTHERS)],
    ids=["none", "empty", "words", "a stream without data", "many"],
)
def test_blocks_come_back_as_they_were(blocks: tuple[BrandBlock, ...]) -> None:
    crossed = decoded(encoded(Blocks.of(blocks, {1: "no"})), Blocks)
    assert (tuple(crossed.blocks), crossed.faults) == (blocks, {1: "no"})


def test_shared_things_cross_once_and_are_shared_again() -> None:
    """A stamp knows by that which ones it has written."""
    data = encoded(Blocks.of([WORDS, HOLLOW, OTHERS], {}))
    one, _, other = decoded(data, Blocks).blocks
    assert (data.count(FONT[0].source), one.things is other.things) == (1, True)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff",
        b"\xc1",
        encoded(DRAWING)[:-1],
        encoded(DRAWING) + b"x",
        encoded(MASTER),
        encoded(replace(DRAWING, width="9")),  # type: ignore[arg-type]
        b"\x91" * 100_000,
        pickle.dumps(DRAWING),
        b'{"kind": "png", "data": [0, 4], "image": [], "pixels": [1, 1, [4, 8]]}\n\x89PNG',
    ],
    ids=["nothing", "a number", "no code", "cut", "longer", "another kind", "another type",
         "deep", "pickle", "as it was kept before"],
)  # fmt: skip
def test_other_bytes_are_refused(data: bytes) -> None:
    with pytest.raises(ValueError):  # noqa: PT011  # whatever its words: nobody reads them
        decoded(data, Drawing)
