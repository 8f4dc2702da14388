"""A master and blocks → an update: asked of its bytes, and of the PDF that it makes."""

import hashlib
import io
import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest
from PIL import ImageChops

from plainleaf.model import BrandBlock, Filling, Master, SlotText, Thing
from plainleaf.stamp import StampError, run, stamp
from plainleaf.stamp.digest import digest_of_block
from plainleaf.stamp.table import ENTRY, read_base, read_table
from plainleaf.workers.jobs import Print, Stamped, StampJob, Stamps
from tests.stamp.opened import open_master
from tests.typesetting import Typeset

SQUARE = BrandBlock(b"1 0 0 rg 0 0 10 10 re f", 10, 10)
FORM = Thing(b"<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Length 1>>", b"n")
NAMED = Thing(b"<</Dot @0@>>")
DRAWN = BrandBlock(b"/L Do", 9, 9, b"<</XObject<</L @0@>>>>", (FORM, NAMED))
IDENTIFIER = "0123456789abcdef" * 2

LOGO = Filling(SQUARE, SlotText("A leaf", "en", "ltr", is_drawn=True))
PHONE = Filling(SQUARE, SlotText("Phone: 555", "en", "ltr"))
ADDRESS = Filling(SQUARE, SlotText("https://tea.example/tea", "ar", "ltr"))
FILLINGS = (LOGO, PHONE, ADDRESS)

TEXTS = ("A leaf", r"(a) \ b\n)", "Léon’s ☕", "𝄞 at 9", "a\tb")
"""Plain, with what a PDF's strings escape, and beyond ASCII and 16 bits."""


@pytest.fixture(scope="module")
def master(typeset: Typeset, tmp_path_factory: pytest.TempPathFactory) -> Master:
    return open_master(tmp_path_factory.mktemp("master"))


def updated(
    master: Master, *fillings: Filling, paint: str | None = "#0b3d63", identifier: str = IDENTIFIER
) -> bytes:
    """Return the update; by default each slot has a red square."""
    base, rest = read_base(master.pdf), (master.color, paint, identifier)
    return stamp(base, master.slots, fillings or FILLINGS, *rest)


def opened(pdf: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(pdf), attempt_recovery=False)


def objects(update: bytes) -> Mapping[int, int]:
    """Return where each object of an update begins, by number."""
    found = re.finditer(rb"^(\d+) 0 obj$", update, re.MULTILINE)
    return {int(match[1]): match.start() for match in found}


def test_master_has_a_slot_for_each_picture_in_order(master: Master) -> None:
    slots = [(slot.name, slot.language, bool(slot.annotation)) for slot in master.slots]
    assert slots == [("logo", "en", False), ("phone", "en", False), ("address", "ar", True)]


def test_imprint_is_a_sound_pdf(master: Master) -> None:
    drawn = [replace(filling, block=DRAWN) for filling in FILLINGS]
    with opened(master.pdf + updated(master, *drawn)) as pdf:
        assert (pdf.check_pdf_syntax(), pdf.get_warnings(), len(pdf.pages)) == ([], [], 1)


def test_update_names_the_masters_section_and_identifier(master: Master) -> None:
    (first,) = re.findall(rb"startxref\n(\d+)", master.pdf)
    (previous,) = re.findall(rb"/Type/XRef.*?/Prev (\d+)", updated(master))
    with opened(master.pdf) as before, opened(master.pdf + updated(master)) as after:
        kept, new = (bytes(each) for each in after.trailer.ID)
        said = bytes(before.trailer.ID[0])
        roots = [pdf.trailer.Root.objgen for pdf in (before, after)]
        same = [str(pdf.docinfo["/Title"]) for pdf in (before, after)]
    assert (previous, kept, new.hex()) == (first, said, IDENTIFIER)
    assert (roots[0], same) == (roots[1], ["Tea", "Tea"])


def test_update_writes_its_slots_anew_and_all_else_above_the_master(master: Master) -> None:
    numbers = objects(updated(master, *(replace(each, block=DRAWN) for each in FILLINGS)))
    slots = master.slots
    open_ones = {slot.form for slot in slots} | {slot.element for slot in slots}
    open_ones |= {slots[2].annotation, master.color}
    count = read_base(master.pdf).count
    assert set(numbers) == open_ones | {count, count + 1, count + 2}  # two things and the table


def test_things_that_blocks_share_are_written_once(master: Master) -> None:
    own = replace(DRAWN, things=(replace(FORM, data=b"f"), NAMED))
    fillings = [replace(LOGO, block=own)] + [replace(each, block=DRAWN) for each in FILLINGS[1:]]
    update = updated(master, *fillings)
    assert (update.count(FORM.source), len(objects(update))) == (2, 3 + 3 + 1 + 1 + 2 + 2 + 1)
    with opened(master.pdf + update) as pdf:
        forms = [pdf.get_object(slot.form, 0).Resources.XObject.L for slot in master.slots]
        drawn = [bytes(form.read_bytes()) for form in forms]
        same = forms[1].objgen == forms[2].objgen != forms[0].objgen
    assert (drawn, same) == ([b"f", b"n", b"n"], True)


def test_things_refer_to_each_other(master: Master) -> None:
    with opened(master.pdf + updated(master, *[replace(LOGO, block=DRAWN)] * 3)) as pdf:
        count = read_base(master.pdf).count
        assert pdf.get_object(count + 1, 0).Dot.objgen == (count, 0)


@pytest.mark.parametrize(
    ("paint", "channels"),
    [("#ff8000", [1, 0.502, 0]), ("#0B3D63", [0.043, 0.239, 0.388]), (None, [0, 0, 0])],
    ids=["orange", "blue", "black without one"],
)
def test_brands_colour_is_one_function(
    paint: str | None, channels: list[float], master: Master
) -> None:
    with opened(master.pdf + updated(master, paint=paint)) as pdf:
        tint = pdf.get_object(master.color, 0)
        said = [[round(float(each), 3) for each in ends] for ends in (tint.C0, tint.C1)]
    assert said == [[1, 1, 1], channels]


def test_master_without_the_brands_colour_gets_none(master: Master) -> None:
    update = updated(replace(master, color=0))
    assert (b"FunctionType" in update, master.color in objects(update)) == (False, False)


@pytest.mark.parametrize("text", TEXTS)
def test_what_stands_for_a_picture_is_its_alternative_text(text: str, master: Master) -> None:
    said = SlotText(text, "pt-BR", "ltr", is_drawn=True)
    with opened(master.pdf + updated(master, replace(LOGO, said=said), PHONE, ADDRESS)) as pdf:
        element = pdf.get_object(master.slots[0].element, 0)
        found = (str(element.S), str(element.Alt), str(element.Lang), "/K" in element)
    assert found == ("/Figure", text, "pt-BR", True)


def test_words_are_text_in_their_language(master: Master) -> None:
    said = SlotText("Teléfono: 555", "es", "ltr")
    name = SlotText("Tea House", "en", "ltr")
    fillings = replace(LOGO, said=name), replace(PHONE, said=said), ADDRESS
    with opened(master.pdf + updated(master, *fillings)) as pdf:
        elements = [pdf.get_object(slot.element, 0) for slot in master.slots]
        found = [(str(each.S), str(each.Lang), "/Alt" in each) for each in elements]
    assert found == [("/P", "en", False), ("/Span", "es", False), ("/Span", "ar", False)]


@pytest.mark.parametrize("text", TEXTS)
def test_link_leads_where_it_says(text: str, master: Master) -> None:
    said = SlotText(text, "en", "ltr")
    number = master.slots[2].annotation
    with opened(master.pdf) as before:
        place = [float(side) for side in before.get_object(number, 0).Rect]
    with opened(master.pdf + updated(master, LOGO, PHONE, replace(ADDRESS, said=said))) as pdf:
        link = pdf.get_object(number, 0)
        found = (str(link.A.S), str(link.A.URI), str(link.Contents), str(link.Subtype))
        same = [float(side) for side in link.Rect] == place
    assert (found, same) == (("/URI", text, text, "/Link"), True)


def red(pdf: bytes) -> tuple[int, int, int, int]:
    """Return the box around what is red on the first page, in CSS pixels."""
    with pypdfium2.PdfDocument(pdf) as document:
        page = document[0].render(scale=96 / 72, no_smoothpath=True).to_pil().convert("RGB")
    _, green, _ = page.split()
    box = ImageChops.invert(green.point(lambda level: 0 if level < 20 else 255)).getbbox()
    assert box
    return box


def test_block_is_drawn_from_the_corner_of_its_slot(master: Master) -> None:
    """The slot begins below the margin and one line."""
    empty = replace(SQUARE, content=b"n")
    filling = replace(LOGO, left=50, top=5, scale=2)
    others = [replace(each, block=empty) for each in (PHONE, ADDRESS)]
    update = updated(master, filling, *others, paint="#ffffff")
    left, top = 40 + 50, 40 + 24 + 5
    assert red(master.pdf + update) == (left, top, left + 20, top + 20)


def test_letters_that_reach_out_of_a_block_are_not_cut(master: Master) -> None:
    empty = replace(SQUARE, content=b"n")
    tall = replace(SQUARE, content=b"1 0 0 rg -5 -8 20 26 re f")
    logo, link = (replace(each, block=empty) for each in (LOGO, ADDRESS))
    update = updated(master, logo, replace(PHONE, block=tall), link, paint="#ffffff")
    top = 40 + 24 + 40
    assert red(master.pdf + update) == (40 - 5, top - 8, 50 + 5, top + 18)


def test_same_inputs_give_the_same_bytes(master: Master) -> None:
    assert updated(master) == updated(master)


def test_identifier_is_all_that_tells_equal_imprints_apart(master: Master) -> None:
    one, other = updated(master), updated(master, identifier="f" * 32)
    assert one.replace(IDENTIFIER.encode(), b"f" * 32) == other != one


def test_each_slot_needs_a_filling(master: Master) -> None:
    with pytest.raises(ValueError, match="shorter"):
        updated(master, LOGO, PHONE)


def entries(update: bytes) -> list[int]:
    """Return where the entries of an update's table begin."""
    found = list(re.finditer(rb"/Length (\d+)>>\nstream\n", update))[-1]
    return list(range(found.end(), found.end() + int(found[1]), ENTRY.size))


def test_update_is_checked(master: Master) -> None:
    read_table(read_base(master.pdf), updated(master))


@pytest.mark.parametrize("place", range(9), ids=lambda place: f"entry {place}")
def test_entry_that_leads_elsewhere_is_noticed(place: int, master: Master) -> None:
    """Three forms, three elements, a link, a colour, the table itself: each is moved by one."""
    update = bytearray(updated(master))
    starts = entries(bytes(update))
    assert len(starts) == 9
    kind, where, generation = ENTRY.unpack_from(update, starts[place])
    ENTRY.pack_into(update, starts[place], kind, where + 1, generation)
    with pytest.raises(StampError, match="is not where the update says"):
        read_table(read_base(master.pdf), bytes(update))


def test_update_after_another_master_is_noticed(master: Master) -> None:
    longer = replace(master, pdf=b"%" + master.pdf)
    with pytest.raises(StampError):
        read_table(read_base(longer.pdf), updated(master))


def test_update_without_a_table_is_noticed(master: Master) -> None:
    update = updated(master).replace(b"/Type/XRef", b"/Type/None")
    with pytest.raises(StampError, match="no cross-reference stream"):
        read_table(read_base(master.pdf), update)


@pytest.mark.parametrize(
    "cut",
    [
        lambda pdf: b"",
        lambda pdf: b"<html>",
        lambda pdf: pdf[:-7],
        lambda pdf: pdf + b"x",
        lambda pdf: pdf.replace(b"/ID [", b"/Id ["),
        lambda pdf: pdf.replace(b"/Root ", b"/Boot "),
        lambda pdf: re.sub(rb"startxref\n\d+", b"startxref\n99999999", pdf),
    ],
    ids=["empty", "HTML", "cut", "more", "no identifier", "no catalog", "beyond the end"],
)
def test_what_is_no_master_is_refused(cut: Any, master: Master) -> None:
    with pytest.raises(StampError):
        read_base(cut(master.pdf))


def owned(brand: str) -> tuple[Filling, ...]:
    """Return fillings that are a brand's, told by what they draw."""
    return tuple(
        replace(each, owner=brand, digest=digest_of_block(each.block)) for each in FILLINGS
    )


def job(master: Master, folder: Path | None, *prints: Print) -> StampJob:
    return StampJob(master.pdf, master.slots, master.color, prints, folder)


def test_imprints_are_written_and_told(master: Master, tmp_path: Path) -> None:
    (tmp_path / "b/x.pdf/in the way").mkdir(parents=True)
    prints = [Print(f"{b}/x.pdf", owned(b), "#0b3d63", IDENTIFIER) for b in "ab"]
    good, bad = run(job(master, tmp_path, *prints)).prints
    written = (tmp_path / "a/x.pdf").read_bytes()
    assert written == master.pdf + updated(master)
    assert good == Stamped(hashlib.sha256(written).hexdigest(), stat=good.stat)
    assert (good.stat or (0,))[0] == len(written)
    assert (bad.stat, bad.fault) == (None, "Is a directory")


def test_imprints_without_a_folder_are_the_answer(master: Master) -> None:
    prints = [Print("a/x.pdf", owned("a"), paint, IDENTIFIER) for paint in ("#0b3d63", None)]
    updates = [updated(master), updated(master, paint=None)]
    assert [each.update for each in run(job(master, None, *prints)).prints] == updates


def test_master_without_slots_is_its_own_imprint(master: Master) -> None:
    closed = replace(master, slots=())
    made = run(job(closed, None, Print("a.pdf", (), None, "")))
    assert made == Stamps((Stamped(hashlib.sha256(master.pdf).hexdigest()),))
