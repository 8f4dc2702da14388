"""Brand × slot → what stands in it, in the language of the sheet around it."""

from collections.abc import Callable, Mapping

from plainleaf.model import DARK, LIGHT, ONE_COLOR, Brand, SlotText
from plainleaf.text.isolate import has_right_to_left, isolate_name, isolate_whole
from plainleaf.text.korean import keep_words
from plainleaf.text.locales import direction_of, listed
from plainleaf.text.printed import printed_text
from plainleaf.text.whole import in_one_line

PHONE = "Phone:"
GIVEN = "Given to you by %(organization)s."
TOGETHER = "Together with %(organizations)s."
LEADS = "QR code that leads to %(url)s"
FIXED = (PHONE, GIVEN, TOGETHER, LEADS)
"""Fixed words that stand in slots, in English."""

ENDS = (".", "!", "?", "…", "؟", "۔", "।", "။", "។", "።", "。", "！", "？")
"""What a sentence ends with."""

Words = Mapping[str, str]
"""Fixed words of one language, by their English ones."""

Fill = Callable[[Brand, str, str, Words], SlotText]
"""Brand, handout, language and its fixed words → what is said."""


def fill(slot: str, brand: Brand, handout: str, language: str, words: Words) -> SlotText:
    """Return what a brand says in a slot; for a picture, the words for those who cannot see it."""
    return FILLS[slot](brand, handout, language, words)


def _logo(brand: Brand, handout: str, language: str, words: Words) -> SlotText:
    pictures = (brand.picture("medium", ground) for ground in (LIGHT, ONE_COLOR, DARK))
    picture = next(filter(None, pictures), None)
    text = picture.alt if picture else brand.title
    return SlotText(text, "en", "ltr", is_drawn=picture is not None)


def _phone(brand: Brand, handout: str, language: str, words: Words) -> SlotText:
    label, spoken = _fixed(PHONE, language, words)
    number = brand.phone(language)
    return _said(f"{label} {_kept(number, direction_of(spoken))}", spoken)


def _contact(brand: Brand, handout: str, language: str, words: Words) -> SlotText:
    """Return who gives the sheet and how to reach them, as one paragraph in one language."""
    lines, spoken = brand.contact(language).lines, brand.contact_language(language)
    if not lines:
        spoken = _fixed(GIVEN, language, words)[1]
    giver = _giver(brand, spoken, words if spoken == language else {})
    return _said(" ".join((giver, *(_sentence(line, spoken) for line in lines))), spoken)


def _giver(brand: Brand, language: str, words: Words) -> str:
    sentences = [words.get(GIVEN, GIVEN) % {"organization": _name(brand.title, language)}]
    if brand.partners:
        spoken = language if TOGETHER in words else "en"
        names = listed([_name(partner, language) for partner in brand.partners], spoken)
        sentences.append(words.get(TOGETHER, TOGETHER) % {"organizations": names})
    return " ".join(sentences)


def _disclaimer(brand: Brand, handout: str, language: str, words: Words) -> SlotText:
    return _said(printed_text(brand.disclaimer, "ltr"), "en")


def _code(brand: Brand, handout: str, language: str, words: Words) -> SlotText:
    text, spoken = _fixed(LEADS, language, words)
    url = _name(brand.page_of(handout), spoken)
    return SlotText(text % {"url": url}, spoken, direction_of(spoken), is_drawn=True)


def _address(brand: Brand, handout: str, language: str, words: Words) -> SlotText:
    return SlotText(brand.page_of(handout), language, "ltr")


FILLS: Mapping[str, Fill] = {
    "logo": _logo,
    "phone": _phone,
    "contact": _contact,
    "disclaimer": _disclaimer,
    "code": _code,
    "address": _address,
}


def _fixed(key: str, language: str, words: Words) -> tuple[str, str]:
    """Return fixed words and their language: English where they are not translated."""
    return (words[key], language) if key in words else (key, "en")


def _said(text: str, language: str) -> SlotText:
    return SlotText(keep_words(text), language, direction_of(language))


def _kept(number: str, direction: str) -> str:
    """Return a telephone number that keeps its order, and is not divided at a line's end."""
    whole = in_one_line(number)
    return whole if direction == "ltr" else isolate_whole(whole)


def _sentence(line: str, language: str) -> str:
    """Return an organization's own line as a sentence, its figures whole and in order."""
    stop = "" if line.endswith(ENDS) else "."
    if direction_of(language) == "rtl":
        return printed_text(line + stop, "rtl")
    if has_right_to_left(line):
        return isolate_name(printed_text(line, "rtl")) + stop
    return printed_text(line + stop, "ltr")


def _name(name: str, language: str) -> str:
    is_plain = direction_of(language) == "ltr" and not has_right_to_left(name)
    return name if is_plain else isolate_name(name)
