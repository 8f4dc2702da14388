"""What is isolated within right-to-left text, shown between ⟦ and ⟧; a mark from the left as ¦."""

import pytest

from plainleaf.text.controls import FSI, LRI, LRM, PDI
from plainleaf.text.isolate import isolate_whole
from tests.text.isolated import isolate

SHOWN = str.maketrans({LRI: "⟦", PDI: "⟧", LRM: "¦"})
BEFORE, BEHIND = "خذ", "الآن"

FIGURES = (
    "130/80",
    "130/80 mmHg",
    "130 / 80",
    "5/325 mg",
    "250/50 mcg",
    "500 mg x 2",
    "500 mg × 2",
    "2 × 500 mg",
    "2x500 mg",
    "1:1000",
    "5-10 mg",
    "5 - 10 mg",
    "5–10",
    "12.5–25 mg/day",
    "5 mg/kg/day",
    "500mg/5mL",
    "±0.5",
    "± 0.5 mm",
    "-5 °C",
    "−5 °C",
    "25 °C (77 °F)",
    "95%",
    "%95",
    "٪95",
    "<5%",
    ">38",
    "≥ 38.5",
    "~5",
    "$20",
    "20 €",
    "1/2",
    "1½",
    "1 1/2",
    "10 000",
    "10^3",
    "5 x 10^9/L",
    "2 + 2 = 4",
    ".5 mg",
    "5'6\"",
    "2026-11-30",
    "30/11/2026",
    "8:30–17:00",
    "8:30 a.m. – 5 p.m.",
    "24/7",
    "3-4x/day",
    "60 bpm",
    "#1",
    "B12",
    "H1N1",
    "Q4H",
    "room A-12",
    "Percocet 5/325 mg",
    "500 mg Tylenol",
    "Insulin (NPH) 70/30",
    "acetaminophen (Tylenol) 500 mg",
    "+1 (555) 010-0123",
    "1 800 662 4357",
    "1-800-4-CANCER",
    "30 kg/m²",
    "BMI ≥ 30 kg/m²",
    "5 m³",
    "90 mL/min/1.73 m²",
    "5 mg/m²/day",
    "10⁹/L",
    "5 × 10⁹/L",
    "10⁻³ mol",
    "½ mg",
    "https://tea.example/a-b?c=1",
    "a-1@x.example",
)


@pytest.mark.parametrize("figure", FIGURES)
@pytest.mark.parametrize("around", ["{}", "{}.", "({})", "«{}»", "{}، ثم"])
def test_all_that_is_joined_is_one_piece(figure: str, around: str) -> None:
    text = f"{BEFORE} {around}"
    assert isolate(text.format(figure)).translate(SHOWN) == text.format(f"⟦{figure}⟧")


@pytest.mark.parametrize("figure", FIGURES)
def test_so_it_is_between_words(figure: str) -> None:
    said = isolate(f"{BEFORE} {figure} {BEHIND}").translate(SHOWN)
    assert said == f"{BEFORE} ⟦{figure}⟧ {BEHIND}"


@pytest.mark.parametrize(
    "said",
    [
        "خذ 5 ملغ",
        "خذ ⟦5-10⟧ ملغ",
        "خذ ⟦5/325⟧ ملغ الآن",
        "خذ ⟦±0.5⟧ ملغ",
        "خذ 5 ملغ/5 مل",
        "خذ ⟦5 mg⟧/يوم",
        "نسبة 20 في المئة",
        "من ⟦8:30⟧ صباحا – 5 مساء",
    ],
)
def test_a_unit_of_the_texts_own_script_stands_behind_its_number(said: str) -> None:
    assert isolate(said.translate({ord("⟦"): None, ord("⟧"): None})).translate(SHOWN) == said


@pytest.mark.parametrize(
    "said", ["خذ 2 × 500 ملغ", "خذ 2×500 ملغ", "خذ 2 ⟦x⟧ 500 ملغ", "خذ 2⟦x⟧500 ملغ"]
)
def test_a_product_with_such_a_unit_is_read_from_the_right_as_a_whole(said: str) -> None:
    """As one piece its last number would stand at the far side of its unit."""
    assert isolate(said.translate({ord("⟦"): None, ord("⟧"): None})).translate(SHOWN) == said


@pytest.mark.parametrize(
    "said",
    [
        "خذ ⟦500 mg⟧ 2 مرات",
        "خذ ⟦500 mg⟧ – 2 مرات",
        "خذ ⟦Tylenol⟧ 2 مرات",
        "خذ ⟦Tylenol⟧ ⟦1/2⟧ حبة",
        "مرض السكري النوع 2 ⟦Metformin⟧",
    ],
)
def test_a_number_stays_beside_the_word_that_it_counts(said: str) -> None:
    assert isolate(said.translate({ord("⟦"): None, ord("⟧"): None})).translate(SHOWN) == said


@pytest.mark.parametrize("word", ["m²", "CO₂", "Ca²⁺", "HCO₃⁻", "T₄", "Tylenol™", "kg/m²"])
@pytest.mark.parametrize("around", ["خذ {} الآن", "خذ {}.", "({}) خذ"])
def test_raised_and_lowered_figures_are_part_of_a_word(word: str, around: str) -> None:
    assert isolate(around.format(word)).translate(SHOWN) == around.format(f"⟦{word}⟧")


ADDRESSES = (
    "help@example.org",
    "first.last+tag@ward.example",
    "@clinic",
    "#clinic_day",
    "http://example.org",
    "https://tea.example/a_b?c=d&e",
    "www.example.org/a?b=c",
    "example.org/x-y",
)
SHORT = (
    "No. 5",
    "No. 12B",
    "Nr. 5",
    "Tel. 911",
    "pH = 7.4",
    "pH = 7.35–7.45",
    "T = 38.5",
    "Rh-",
    "HCO3-",
)


@pytest.mark.parametrize("word", [*ADDRESSES, *SHORT])
@pytest.mark.parametrize("around", ["خذ {}", "خذ {}.", "خذ {} الآن", "({}) خذ", "خذ {}، ثم"])
def test_addresses_and_what_is_short_for_words_are_one_piece(word: str, around: str) -> None:
    assert isolate(around.format(word)).translate(SHOWN) == around.format(f"⟦{word}⟧")


@pytest.mark.parametrize(
    "said",
    [
        "⟦Metformin⟧- خذ",
        "A- خذ",
        "خذ. A- ثم",
        "ל-⟦help@example.org⟧",
        "خذ ⟦Type⟧ 2 ثم",
        "⟦No⟧. خذ",
        "من ⟦a@b.example⟧ إلى ⟦c@d.example⟧",
    ],
)
def test_so_is_nothing_beside_them(said: str) -> None:
    """A dash behind a word, a letter that counts a list, and a number of the word behind it."""
    assert isolate(said.translate({ord("⟦"): None, ord("⟧"): None})).translate(SHOWN) == said


@pytest.mark.parametrize("text", ["5", "خذ 5", "خذ 5، 10 و 15", "عام 2026", "38.5", "و"])
def test_a_number_alone_needs_nothing(text: str) -> None:
    assert isolate(text) == text


@pytest.mark.parametrize("text", ["מ-38.5 מעלות", "ב-5 ימים", 'ל-5 מ"ג'])
def test_a_hyphen_behind_a_prefix_is_no_minus(text: str) -> None:
    """Isolated with its number it would stand before it, as a minus does."""
    assert isolate(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "Insulin (NPH) 70/30",
        "12 Main Street, Boston, MA 02115.",
        "Smith J. Tea and you. Ward 3; 2026:1-5.",
        "(555) 010-0123",
        "5 - 10",
    ],
)
def test_a_text_without_a_letter_of_its_script_is_isolated_whole(text: str) -> None:
    assert isolate(f" {text}") == f" {LRI}{text}{PDI}"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("خذ ٥/٣٢٥ mg", "خذ ⟦٥¦/¦٣٢٥¦ mg⟧"),
        ("خذ ٥-١٠ ملغ", "خذ ⟦٥¦-¦١٠⟧ ملغ"),
        ("اتصل (٥٥٥) ٠١٠-٠١٢٣", "اتصل ⟦(¦٥٥٥¦) ¦٠١٠¦-¦٠١٢٣⟧"),
        ("ضغط ۱۳۰/۸۰", "ضغط ⟦۱۳۰/۸۰⟧"),
    ],
)
def test_arabic_indic_digits_keep_the_order_of_their_parts(text: str, said: str) -> None:
    """The signs between them are read from the right, in an isolate too."""
    assert isolate(text).translate(SHOWN) == said


def test_what_is_isolated_already_stays_as_it_is() -> None:
    text = f"كتبها {FSI}Ward 7, 3-B{PDI} في {LRI}5/3{PDI}"
    assert isolate(text) == text


def test_a_name_from_the_right_has_its_figures_isolated() -> None:
    said = isolate(f"كتبها {FSI}عيادة 7/3{PDI}")
    assert said == f"كتبها {FSI}عيادة {LRI}7/3{PDI}{PDI}"


def test_a_phone_of_arabic_indic_digits_is_whole() -> None:
    assert isolate_whole("٠١-٢") == f"{LRI}٠١{LRM}-{LRM}٢{PDI}"
