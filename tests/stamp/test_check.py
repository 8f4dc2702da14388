"""What an imprint must show, asked of its update: every slot, its words, its link, its colour."""

from collections.abc import Callable, Mapping
from dataclasses import replace

import pytest

from plainleaf.model import BrandBlock, Filling, Master, SlotText, Thing
from plainleaf.stamp import StampError, stamp
from plainleaf.stamp.check import Check
from plainleaf.stamp.digest import digest_of_block
from plainleaf.stamp.table import read_base
from plainleaf.workers.jobs import Print
from tests.stamp.opened import open_master
from tests.typesetting import Typeset

PIXELS = Thing(b"<</Type/XObject/Subtype/Image/SMask @1@/Length 3>>", b"red")
CLEAR = Thing(b"<</Type/XObject/Subtype/Image/Length 3>>", b"\x00\x7f\xff")
DRAWN = BrandBlock(b"/L Do", 9, 9, b"<</XObject<</L @0@>>>>", (PIXELS, CLEAR))
WORDS = BrandBlock(b"BT (555) Tj ET", 9, 9)
PAINT = "#0b3d63"


def filling(block: BrandBlock, text: str, *, is_drawn: bool = False) -> Filling:
    said = SlotText(text, "en", "ltr", is_drawn=is_drawn)
    return Filling(block, said, owner="quay", digest=digest_of_block(block))


LOGO = filling(DRAWN, "Quay logo", is_drawn=True)
PHONE = filling(WORDS, "Phone: 555")
ADDRESS = replace(filling(WORDS, "https://quay.example/tea"), owner="quay/tea")
FILLINGS = (LOGO, PHONE, ADDRESS)
WANTED = Print("quay/tea_en_patient.pdf", FILLINGS, PAINT, "ab" * 16)


@pytest.fixture(scope="module")
def master(typeset: Typeset, tmp_path_factory: pytest.TempPathFactory) -> Master:
    return open_master(tmp_path_factory.mktemp("master"))


def fault(master: Master, wanted: Print, *made: Filling, paint: str = PAINT) -> str:
    """Return what is found wrong in an update of these fillings."""
    base = read_base(master.pdf)
    update = stamp(base, master.slots, made or FILLINGS, master.color, paint, "ab" * 16)
    try:
        Check(base, master.slots, master.color).update(update, wanted)
    except StampError as error:
        return error.faults[0].message
    return ""


def test_imprint_that_shows_its_brand_passes(master: Master) -> None:
    assert fault(master, WANTED) == ""


OTHER_PIXELS = replace(DRAWN, things=(replace(PIXELS, data=b"RED"), CLEAR))
OTHER_CLEAR = replace(DRAWN, things=(PIXELS, replace(CLEAR, data=b"\xff\xff\xff")))
OTHER_WORDS = replace(WORDS, content=b"BT (911) Tj ET")
MADE: Mapping[str, tuple[tuple[Filling, Filling, Filling], str]] = {
    "another picture": (
        (replace(LOGO, block=OTHER_PIXELS), PHONE, ADDRESS),
        "the logo is not what belongs there",
    ),
    "other opacity, deep in a picture": (
        (replace(LOGO, block=OTHER_CLEAR), PHONE, ADDRESS),
        "the logo is not what belongs there",
    ),
    "another number": (
        (LOGO, replace(PHONE, block=OTHER_WORDS), ADDRESS),
        "the phone is not what belongs there",
    ),
    "another alternative text": (
        (replace(LOGO, said=replace(LOGO.said, text="Hill logo")), PHONE, ADDRESS),
        "the logo does not say what it shows",
    ),
    "another link": (
        (LOGO, PHONE, replace(ADDRESS, said=replace(ADDRESS.said, text="https://hill.example"))),
        "the address leads elsewhere",
    ),
}
"""What was stamped, and what is said of it where the print's own fillings were wanted."""


@pytest.mark.parametrize("case", MADE)
def test_imprint_that_shows_anything_else_is_refused(case: str, master: Master) -> None:
    made, message = MADE[case]
    assert fault(master, WANTED, *made) == f"cannot be stamped: {message}."


def test_another_colour_is_refused(master: Master) -> None:
    message = "cannot be stamped: the colour is another one."
    assert fault(master, WANTED, paint="#7a1f1f") == message


OWNERS: Mapping[str, Callable[[Filling], Filling]] = {
    "another brand": lambda each: replace(each, owner="hill"),
    "another handout": lambda each: replace(each, owner="quay/coffee"),
    "nobody": lambda each: replace(each, owner=""),
}


@pytest.mark.parametrize("case", OWNERS)
def test_what_belongs_to_others_is_refused(case: str, master: Master) -> None:
    fillings = (*FILLINGS[:2], OWNERS[case](ADDRESS))
    message = "cannot be stamped: the address is not what belongs there."
    assert fault(master, replace(WANTED, fillings=fillings)) == message


def test_imprints_of_one_job_are_told_apart_by_what_lies_deep(master: Master) -> None:
    """What they share is looked through once; what is under it may differ."""
    base = read_base(master.pdf)
    check = Check(base, master.slots, master.color)
    for block in (DRAWN, OTHER_CLEAR, DRAWN):
        logo = replace(LOGO, block=block, digest=digest_of_block(block))
        wanted = replace(WANTED, fillings=(logo, PHONE, ADDRESS))
        args = (base, master.slots, wanted.fillings, master.color, PAINT, "ab" * 16)
        check.update(stamp(*args), wanted)
    wrong = replace(WANTED, fillings=(replace(LOGO, block=OTHER_CLEAR), PHONE, ADDRESS))
    with pytest.raises(StampError, match="the logo is not what belongs there"):
        check.update(
            stamp(base, master.slots, wrong.fillings, master.color, PAINT, "ab" * 16), wrong
        )


def test_digest_does_not_tell_by_numbers() -> None:
    turned = BrandBlock(
        b"/L Do",
        9,
        9,
        b"<</XObject<</L @1@>>>>",
        (CLEAR, replace(PIXELS, source=PIXELS.source.replace(b"@1@", b"@0@"))),
    )
    assert digest_of_block(turned) == digest_of_block(DRAWN)
