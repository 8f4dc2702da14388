"""Lines that a person meant to keep apart are told, and a text that an editor wrapped is not."""

import textwrap

import pytest

from plainleaf.errors import Severity
from plainleaf.text.markup.find import strays
from plainleaf.text.markup.joined import APART, BULLETS, COLUMNS, LETTERS, NUMBERS

ADDRESS = "Hillside Clinic\n12 Hill Road\nHillside, CA 90001"
PROSE = (
    "Call us if the fever comes back or if Acetaminophen does not help. Dr. Lee and the Nurses"
    " of Hillside Clinic are here from Monday to Friday, at 12 Hill Road, Hillside, CA 90001. On"
    " other days call 911 or go to the Emergency Room of the Harbor Hospital, 3 Main Street."
    " Take 2 tablets of 500 mg with food, and bring your list of medicines with you to the visit."
)
SPANISH = (
    "Llame a la clínica si la fiebre vuelve o si el Paracetamol no le ayuda. La Dra. Núñez y el"
    " equipo de la Clínica Hillside le atienden de lunes a viernes, en 12 Hill Road. Si no puede"
    " respirar, llame al 911 o vaya a Urgencias del Hospital Harbor, calle Main 3."
)
CHINESE = "如果发烧或药物没有帮助请打电话给我们星期一到星期五我们都在请带上您的药物清单" * 3


@pytest.mark.parametrize(
    ("text", "row", "hint"),
    [
        ("Do this:\n• Drink water\n• Rest", 1, BULLETS),
        ("•Drink\n•Rest", 0, BULLETS),
        ("– Drink\n– Rest", 0, BULLETS),
        ("-Drink\n-Rest", 0, BULLETS),
        ("You need\n☐ water\n☐ rest", 1, BULLETS),
        ("*Drink water\n*Rest", 0, BULLETS),
        ("✓ Drink\n✓ Rest", 0, BULLETS),
        ("Then:\n2. Wash the cut\n3. Dry it", 1, NUMBERS),
        ("(1) Wash\n(2) Dry", 0, NUMBERS),
        ("① Wash\n② Dry", 0, NUMBERS),
        ("1.- Lave\n2.- Seque", 0, NUMBERS),
        ("1- Lave\n2- Seque", 0, NUMBERS),
        ("١. اغسل\n٢. جفف", 0, NUMBERS),
        ("1、洗手。\n2、擦干。", 0, NUMBERS),
        ("一、洗手。\n二、擦干。", 0, NUMBERS),
        ("（1）洗手。\n（2）擦干。", 0, NUMBERS),
        ("・手を洗う。\n・休む。", 0, BULLETS),
        ("أ. اغسل\nب. جفف", 0, LETTERS),
        ("a. first\nb. second", 0, LETTERS),
        ("A) first\nB) second", 0, LETTERS),
        ("(a) first\n(b) second", 0, LETTERS),
        ("ii. second\niii. third", 0, LETTERS),
    ],
)  # fmt: skip
def test_typed_list_would_run_together(text: str, row: int, hint: str) -> None:
    found = [stray for stray in strays(text) if stray.code == "joined-lines"]
    assert [(e.severity, e.line, e.hint) for e in found] == [(Severity.ERROR, row + 1, hint)]


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        (f"1) {PROSE[:70]}\n2) {PROSE[:80]}", NUMBERS),
        ("• Drink water", BULLETS),
        ("-Drink water", BULLETS),
        ("a. first", LETTERS),
        ("b) second", LETTERS),
        ("(c) third", LETTERS),
        ("Metformin\t1 pill", COLUMNS),
        ("Metformin      1 pill", COLUMNS),
    ],
)
def test_typed_item_is_a_warning(text: str, hint: str) -> None:
    assert [(each.severity, each.hint) for each in strays(text)] == [(Severity.WARNING, hint)]


@pytest.mark.parametrize(
    ("text", "row", "ends"),
    [
        (ADDRESS, 0, "'Hillside Clinic' and '12 Hill Road'"),
        ("**Phone:** 555\n**Hours:** 8 to 5", 0, "'Phone: 555' and 'Hours: 8 to 5'"),
        ("You need:\nWater and rest", 0, "'You need:' and 'Water and rest'"),
        ("water\nrest\nsleep", 0, "'water' and 'rest'"),
        ("Friday: 5 p.m.\nSaturday: 1 p.m.", 0, "'Friday: 5 p.m.' and 'Saturday: 1 p.m.'"),
        ("We are here for you.\nHill Clinic\nRoom 3", 1, "'Hill Clinic' and 'Room 3'"),
        ("Clínica Hillside\n¿Preguntas? Llame", 0, "'Clínica Hillside' and '¿Preguntas? Llame'"),
        ("诊所\n电话 555", 0, "'诊所' and '电话 555'"),
        ("عيادة\nهاتف 555", 0, "'عيادة' and 'هاتف 555'"),
        ("One\\\nTwo\nThree", 1, "'Two' and 'Three'"),
        (f"{PROSE}\nHill Clinic\n12 Hill Road", 1, "'Hill Clinic' and '12 Hill Road'"),
    ],
    ids=["address", "bold", "colon", "words", "hours", "after a sentence", "Spanish",
         "Chinese", "Arabic", "half kept apart", "below prose"],
)  # fmt: skip
def test_lines_that_are_joined_are_told(text: str, row: int, ends: str) -> None:
    (stray,) = strays(text)
    assert (stray.severity, stray.code, stray.hint) == (Severity.WARNING, "joined-lines", APART)
    assert (stray.line, stray.message) == (row + 1, f"joins lines into one: {ends}.")


@pytest.mark.parametrize("text", [PROSE, SPANISH], ids=["English", "Spanish"])
@pytest.mark.parametrize("width", range(60, 101, 5))
def test_wrapped_text_is_not_told(text: str, width: int) -> None:
    assert [each.message for each in strays(textwrap.fill(text, width))] == []


@pytest.mark.parametrize(
    "text",
    [
        CHINESE[:40] + "\n" + CHINESE[40:80] + "\n" + CHINESE[80:],
        "Take one tablet.\nDrink water.\nCall 911!",
        "If you have a fever,\ncall us.",
        "See the\n[page of the clinic for what you need to know](https://example.org/what-to-know)",
        "One\\\nTwo\\\nThree",
        f"{PROSE[:70]}\n– {PROSE[:75]}\n{PROSE[:75]}\n– {PROSE[:70]}",
        f"{PROSE[:70]}\n(1) {PROSE[:75]}\n{PROSE[:75]}\n(2) {PROSE[:20]}",
        "1-2 hours of rest,\n5-10 if you can.",
        "C. diff is a germ.",
        "(1) Wash your hands.",
        "(555) 010-0144 is our phone.",
        "E. coli\nis a germ.",
        "She said – as doctors do\n– that rest helps, and that is what she said to everyone.",
        "A line of words that is as long as those of an editor are,\n5 mg of it",
    ],
    ids=["Chinese", "sentences", "comma", "long link", "kept apart", "dashes", "numbers", "spans",
         "letter", "number", "phone", "germ", "dash", "last row"],
)  # fmt: skip
def test_honest_rows_are_not_told(text: str) -> None:
    assert [each.message for each in strays(text)] == []
