"""What a brand says in a slot, in the language of the sheet around it."""

import pytest

from plainleaf.brand.fill import fill
from plainleaf.model import Brand, Contact, Picture, SlotText
from plainleaf.text.controls import FSI, LRI, PDI
from plainleaf.text.whole import JOINER

ARABIC = {
    "Phone:": "الهاتف:",
    "Given to you by %(organization)s.": "من %(organization)s.",
    "Together with %(organizations)s.": "مع %(organizations)s.",
    "QR code that leads to %(url)s": "رمز إلى %(url)s",
}
SPANISH = {
    "Phone:": "Teléfono:",
    "Given to you by %(organization)s.": "De %(organization)s.",
    "Together with %(organizations)s.": "Con %(organizations)s.",
    "QR code that leads to %(url)s": "Código: %(url)s",
}
PHONE = Contact("555")
QUAY = Contact("555", ("1 Quay",))


def contact(brand: Brand, language: str, words: dict[str, str]) -> SlotText:
    return fill("contact", brand, "tea", language, words)


@pytest.mark.parametrize("contacts", [{}, {"en": PHONE}], ids=["no contact", "only a phone"])
def test_giver_is_told_in_the_sheets_language(contacts: dict[str, Contact]) -> None:
    brand = Brand("x", title="X", contacts=contacts)
    assert contact(brand, "es", SPANISH) == SlotText("De X.", "es", "ltr")


def test_giver_is_told_in_the_language_of_the_lines_behind_it() -> None:
    brand = Brand("x", title="X", contacts={"en": QUAY})
    given = SlotText(f"Given to you by X. 1 {JOINER}Quay.", "en", "ltr")
    assert contact(brand, "ar", ARABIC) == given


def test_a_name_that_is_read_from_the_right_keeps_its_order_in_english() -> None:
    """Else the number behind it would be drawn before it."""
    brand = Brand("x", title="عيادة 7", contacts={"en": Contact("", ("9 شارع", "1 Quay"))})
    said = f"Given to you by {FSI}عيادة 7{PDI}. {FSI}9 {JOINER}شارع{PDI}. 1 {JOINER}Quay."
    assert contact(brand, "en", {}) == SlotText(said, "en", "ltr")


@pytest.mark.parametrize("line", ["9 a.m.", "9 a.m"])
def test_a_line_in_arabic_ends_in_one_full_stop(line: str) -> None:
    """Its last word is Latin, and its full stop belongs to it."""
    brand = Brand("x", title="X", contacts={"ar": Contact("", (f"من {line}",))})
    said = f"من {FSI}X{PDI}. من {LRI}9 {JOINER}a.m.{PDI}"
    assert contact(brand, "ar", ARABIC) == SlotText(said, "ar", "rtl")


@pytest.mark.parametrize(
    ("line", "said"), [("一号。", "一号。"), ("Open?", "Open?"), ("1 Quay", f"1 {JOINER}Quay.")]
)
def test_a_line_that_ends_gets_no_further_full_stop(line: str, said: str) -> None:
    brand = Brand("x", title="X", contacts={"zh-Hans": Contact("", (line,))})
    assert contact(brand, "zh-Hans", {}).text == f"Given to you by X. {said}"


@pytest.mark.parametrize(
    ("language", "words", "listed"),
    [
        ("en", {}, "Together with A, B, and C."),
        ("es", SPANISH, "Con A, B y C."),
        ("ar", ARABIC, f"مع {FSI}A{PDI} و{FSI}B{PDI} و{FSI}C{PDI}."),
    ],
    ids=["English", "Spanish", "Arabic"],
)
def test_partners_are_listed_as_the_language_does(
    language: str, words: dict[str, str], listed: str
) -> None:
    brand = Brand("x", title="X", partners=("A", "B", "C"))
    assert contact(brand, language, words).text.endswith(f". {listed}")


@pytest.mark.parametrize(
    ("slot", "text"),
    [
        ("phone", "Phone: 555"),
        ("contact", "Given to you by X."),
        ("code", "QR code that leads to https://x.example/tea"),
    ],
)
def test_fixed_words_that_are_not_translated_are_english(slot: str, text: str) -> None:
    brand = Brand("x", title="X", contacts={"ar": PHONE}, site="https://x.example")
    expected = SlotText(text, "en", "ltr", is_drawn=slot == "code")
    assert fill(slot, brand, "tea", "ar", {}) == expected


@pytest.mark.parametrize(
    ("slot", "text"),
    [
        ("phone", f"الهاتف: {LRI}555{PDI}"),
        ("code", f"رمز إلى {FSI}https://x.example/tea{PDI}"),
    ],
)
def test_phones_and_addresses_keep_their_order_in_arabic(slot: str, text: str) -> None:
    brand = Brand("x", title="X", contacts={"en": PHONE}, site="https://x.example")
    expected = SlotText(text, "ar", "rtl", is_drawn=slot == "code")
    assert fill(slot, brand, "tea", "ar", ARABIC) == expected


def test_phone_is_not_divided_at_a_lines_end() -> None:
    brand = Brand("x", title="X", contacts={"en": Contact("(555) 010-0123 ext. 4")})
    said = fill("phone", brand, "tea", "en", {})
    assert said == SlotText(f"Phone: (555) {JOINER}010-0123 {JOINER}ext. {JOINER}4", "en", "ltr")


def test_korean_words_are_not_divided_at_a_lines_end() -> None:
    brand = Brand("x", title="X", contacts={"ko": Contact("", ("서울 병원.",))})
    said = fill("contact", brand, "tea", "ko", {}).text
    assert said.endswith(f"서{JOINER}울 병{JOINER}원.")


def test_phone_is_the_sheets_own_or_any_there_is() -> None:
    contacts = {"es": Contact("555-1"), "ar": Contact("", ("رصيف",))}
    brand = Brand("x", title="X", contacts=contacts)
    said = [fill("phone", brand, "tea", code, SPANISH).text for code in ("es", "ar", "en")]
    assert said == ["Teléfono: 555-1", f"Teléfono: {LRI}555-1{PDI}", "Teléfono: 555-1"]


LEAF = Picture("logo.svg", "A leaf")


@pytest.mark.parametrize(
    ("pictures", "said"),
    [
        ({}, SlotText("X (example)", "en", "ltr")),
        ({("medium", "light"): LEAF}, SlotText("A leaf", "en", "ltr", is_drawn=True)),
        ({("large", "light"): LEAF}, SlotText("A leaf", "en", "ltr", is_drawn=True)),
    ],
    ids=["name", "picture", "picture of another size"],
)
def test_logo_is_a_picture_or_the_name(
    pictures: dict[tuple[str, str], Picture], said: SlotText
) -> None:
    brand = Brand("x", title="X (example)", pictures=pictures)
    assert fill("logo", brand, "tea", "ar", ARABIC) == said


@pytest.mark.parametrize(
    ("slot", "said"),
    [
        ("disclaimer", SlotText("Not real.", "en", "ltr")),
        ("address", SlotText("https://x.example/h/tea", "ar", "ltr")),
    ],
)
def test_what_is_not_translated_keeps_its_direction(slot: str, said: SlotText) -> None:
    brand = Brand("x", title="X", disclaimer="Not real.", site="https://x.example/h/")
    assert fill(slot, brand, "tea", "ar", ARABIC) == said


HOSTILE = "{{ 7*7 }} <b>%(url)s</b> &amp; \\ %s"


@pytest.mark.parametrize(
    ("slot", "said"),
    [
        ("logo", HOSTILE),
        ("phone", "Phone: " + HOSTILE.replace(" ", f" {JOINER}")),
        ("contact", f"Given to you by {HOSTILE}. Together with {HOSTILE}. {HOSTILE}."),
        ("disclaimer", HOSTILE),
    ],
)
def test_what_a_brand_says_is_taken_letter_by_letter(slot: str, said: str) -> None:
    brand = Brand(
        "x",
        title=HOSTILE,
        contacts={"en": Contact(HOSTILE, (HOSTILE,))},
        partners=(HOSTILE,),
        disclaimer=HOSTILE,
    )
    assert fill(slot, brand, "tea", "en", {}).text == said
