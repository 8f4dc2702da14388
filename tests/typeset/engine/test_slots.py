"""Slots of a typeset page: what they say of themselves, and what lies open in the file."""

import io
import re
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from plainleaf.model import Master, Slot
from tests.stamp.opened import BODY, open_master
from tests.typesetting import Typeset


@pytest.fixture(scope="module")
def master(typeset: Typeset, tmp_path_factory: pytest.TempPathFactory) -> Master:
    return open_master(tmp_path_factory.mktemp("master"))


def opened(master: Master) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(master.pdf))


def content(master: Master) -> list[bytes]:
    """Return the operators of the first page."""
    with opened(master) as pdf:
        return pdf.pages[0].Contents.read_bytes().splitlines()


def test_slots_say_where_they_are_in_order(master: Master) -> None:
    found = [
        (slot.name, slot.language, slot.direction, slot.width, slot.height)
        for slot in master.slots
    ]
    assert found == [
        ("logo", "en", "ltr", 200, 40),
        ("phone", "en", "ltr", 200, 40),
        ("address", "ar", "rtl", 200, 40),
    ]


def test_slots_say_where_they_stand(typeset: Typeset, tmp_path: Path) -> None:
    again = '<p style="break-before: page"><img src="slot/phone/en" alt="phone"></p>'
    slots = open_master(tmp_path, BODY + again).slots
    found = [(slot.name, slot.page, slot.left, slot.top) for slot in slots]
    assert found == [
        ("logo", 1, 40, 64),
        ("phone", 1, 40, 104),
        ("phone", 2, 40, 40),
        ("address", 1, 160, 144),
    ]


def test_slot_says_what_shapes_its_words(typeset: Typeset, tmp_path: Path) -> None:
    style = (
        "font: 700 20px/1.25 'Noto Sans Arabic', 'Noto Sans'; hyphens: none;"
        "font-feature-settings: 'kern' 0; overflow-wrap: anywhere"
    )
    body = f'<p style="{style}"><img src="slot/phone/en" alt="phone"></p>'
    (slot,) = open_master(tmp_path, body).slots
    assert dict(part.split(":") for part in slot.style.split(";")) == {
        "font-family": "'Noto Sans Arabic','Noto Sans'",
        "font-size": "20.0px",
        "font-weight": "700",
        "font-feature-settings": "'kern' 0",
        "hyphens": "none",
        "line-height": "1.25",
        "overflow-wrap": "anywhere",
        "white-space": "normal",
    }


@pytest.mark.parametrize(
    ("height", "said"),
    [("1.25", "1.25"), ("30px", "30.0px"), ("normal", "normal"), ("2em", "32.0px")],
)
def test_height_of_a_line_is_said_as_css_reads_it(
    height: str, said: str, typeset: Typeset, tmp_path: Path
) -> None:
    body = f'<p style="line-height: {height}"><img src="slot/phone/en" alt="phone"></p>'
    (slot,) = open_master(tmp_path, body).slots
    assert f";line-height:{said};" in slot.style


def test_each_slot_is_an_empty_form_of_its_size(master: Master) -> None:
    with opened(master) as pdf:
        forms = [pdf.get_object(slot.form, 0) for slot in master.slots]
        found = [([int(each) for each in form.BBox], form.read_bytes()) for form in forms]
    assert found == [([0, 0, 200, 40], b"n")] * 3


def test_words_are_text_to_be_and_a_logo_a_figure(master: Master) -> None:
    with opened(master) as pdf:
        elements = [pdf.get_object(slot.element, 0) for slot in master.slots]
        found = [(str(each.S), "/Alt" in each, "/A" in each) for each in elements]
    assert found == [("/Figure", True, True), ("/Span", False, False), ("/Span", False, False)]


def test_slot_keeps_what_a_stamp_does_not_write(master: Master) -> None:
    """Its element with parent and content; of a link the place, and who it belongs to."""
    logo, phone, address = master.slots
    kept = set(re.findall(r"/(P|K|Pg|S|A|Alt|Lang)\b", phone.tags))
    link = set(re.findall(r"/(Rect|StructParent|A|Contents)\b", address.link))
    assert (kept, link) == ({"P", "K", "Pg"}, {"Rect", "StructParent"})
    assert (logo.annotation, logo.link, phone.annotation) == (0, "", 0)


def test_link_of_an_open_slot_is_no_link_of_the_text(typeset: Typeset, tmp_path: Path) -> None:
    body = f'{BODY}<p><a href="https://tea.example/">More</a></p>'
    master = open_master(tmp_path, body)
    assert master.links == (("https://tea.example/", "More"),)


def test_slots_of_one_name_are_several(typeset: Typeset, tmp_path: Path) -> None:
    again = '<p style="break-before: page"><img src="slot/phone/en" alt="phone"></p>'
    slots = [s for s in open_master(tmp_path, BODY + again).slots if s.name == "phone"]
    numbers = {(slot.form, slot.element) for slot in slots}
    same = {replace(slot, form=0, element=0, tags="", page=0, top=0) for slot in slots}
    assert (len(slots), len(numbers), len(same)) == (2, 2, 1)


def test_page_without_slots_has_none(typeset: Typeset, tmp_path: Path) -> None:
    master = open_master(tmp_path, "<h2>Tea</h2>")
    nothing: tuple[Slot, ...] = ()
    assert (master.slots, master.color) == (nothing, 0)


def test_brands_colour_is_open_and_no_other_is(typeset: Typeset, tmp_path: Path) -> None:
    body = f'{BODY}<p style="color: #12ab35">Tea</p><hr style="border: 2px solid #12ab34">'
    operators = content(open_master(tmp_path, body))
    named = [line for line in operators if b"/Brand" in line]
    rgb = [line for line in operators if line.endswith((b" rg", b" RG")) and b"0.67" in line]
    assert (b"/Brand cs 1 scn" in named, len(rgb)) == (True, 1)


def test_brands_colour_is_a_plate_of_its_own(master: Master) -> None:
    """A print shop may print it as a spot colour."""
    with opened(master) as pdf:
        space = pdf.pages[0].Resources.ColorSpace.Brand
        tint = pdf.get_object(master.color, 0)
        same = space[3].objgen == tint.objgen
        ends = [[int(each) for each in end] for end in (tint.C0, tint.C1)]
        names = [str(name) for name in list(space)[:3]]
    assert (names, same) == (["/Separation", "/Brand", "/DeviceRGB"], True)
    assert ends == [[1, 1, 1], [0, 0, 0]]
