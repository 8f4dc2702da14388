"""A whole sheet in every language of the CLDR whose script a font here covers."""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path

import pytest
from babel import localedata

from plainleaf.model import FOLDS, Choice, layouts_of
from plainleaf.text.languages import find_language, read_language
from plainleaf.text.lexicon import named
from plainleaf.text.locales import direction_of, script_of
from plainleaf.text.localize import FIXED_WORDS
from plainleaf.workspace import Workspace
from plainleaf.workspace.fonts import NOTO, printable_scripts
from tests.typeset.test_scripts import HEAD, po
from tests.workspaces import results

HANDOUT = f"""{HEAD}Drink **a glass** of water.

::: when-to-call

Call us at (555) 010-1234 if you feel worse.

:::
"""
TEXTS = {
    "title": "Water",
    "summary": "Drink a glass of water.",
    "drink": "Drink a glass of water",
    "drink/p1": "Drink **a glass** of water.",
    "when-to-call/p1": "Call us at (555) 010-1234 if you feel worse.",
    "source-1": "A well.",
}

# Some words in each script; what they say is not asked.
SAMPLES: Mapping[str, str] = {
    "Latn": "Égészségügyi ellátás",
    "Grek": "Πιείτε ένα ποτήρι νερό",
    "Cyrl": "Выпейте стакан воды",
    "Arab": "اشرب كوبًا من الماء",
    "Aran": "ایک گلاس پانی پیئیں",
    "Hebr": "לשתות כוס מים",
    "Deva": "एक गिलास पानी पिएँ",
    "Beng": "এক গ্লাস জল পান করুন",
    "Orya": "ଏକ ଗ୍ଲାସ ପାଣି ପିଅନ୍ତୁ",
    "Guru": "ਇੱਕ ਗਲਾਸ ਪਾਣੀ ਪੀਓ",
    "Gujr": "એક ગ્લાસ પાણી પીઓ",
    "Taml": "ஒரு கோப்பை தண்ணீர் குடியுங்கள்",
    "Telu": "ఒక గ్లాసు నీరు త్రాగండి",
    "Knda": "ಒಂದು ಲೋಟ ನೀರು ಕುಡಿಯಿರಿ",
    "Mlym": "ഒരു ഗ്ലാസ് വെള്ളം കുടിക്കുക",
    "Sinh": "වතුර වීදුරුවක් බොන්න",
    "Thai": "ดื่มน้ำหนึ่งแก้ว",
    "Laoo": "ດື່ມນ້ຳໜຶ່ງຈອກ",
    "Khmr": "ផឹកទឹកមួយកែវ",
    "Mymr": "ရေတစ်ခွက်သောက်ပါ",
    "Tibt": "ཆུ་དཀར་ཡོལ་གང་འཐུང་",
    "Thaa": "ފެން ތައްޓެއް ބޯ",
    "Cher": "ᎠᎹ ᎭᏗᏔ",
    "Ethi": "አንድ ብርጭቆ ውሃ ይጠጡ",
    "Armn": "Խմեք մեկ բաժակ ջուր",
    "Geor": "დალიეთ ერთი ჭიქა წყალი",
    "Hans": "请喝一杯水",
    "Hant": "請喝一杯水",
    "Jpan": "コップ一杯の水を飲む",
    "Kore": "물 한 잔을 드세요",
    "Copt": "ⲙⲱⲟⲩ",
    "Nkoo": "ߒߞߏ ߦߋ߫ ߞߊ߲",
    "Dsrt": "𐐎𐐃𐐓𐐇𐐡",
    "Kali": "ꤊꤢ꤬ꤛꤢ꤭",
    "Shaw": "𐑢𐑷𐑑𐑼",
}


@cache
def languages() -> tuple[str, ...]:
    """Return a code for each language, in each script that the CLDR or a table of ours has."""
    listed = (code.replace("_", "-") for code in localedata.locale_identifiers())
    of_scripts = {code for code in listed if all(len(part) != 2 for part in code.split("-")[1:])}
    known = filter(find_language, of_scripts | {*named()})
    return tuple(sorted(code for code in known if script_of(code) in printable_scripts()))


@cache
def one_of_each_script() -> tuple[str, ...]:
    """Return the language of each script that most people here may know, else the first."""
    known = ("ar", "hi", "el", "ru", "my", "am", "es", "sw", "zh-Hans", "zh-Hant", "syr", "bn")
    first = {script_of(code): code for code in (*reversed(languages()), *known)}
    return tuple(sorted(first.values()))


def sample(code: str) -> str:
    """Return words in the script of a language; without any, what it is called."""
    return SAMPLES.get(script_of(code)) or read_language(code).own_name


def workspace(folder: Path, codes: Iterable[str], *, is_filled: bool) -> Workspace:
    """Make a workspace with a handout for each language, and its fixed words or none of them."""
    (folder / "templates/strings").mkdir(parents=True)
    (folder / "plainleaf.toml").write_text("[limits]\nseconds = 60\n")
    made = Workspace.at(folder)
    words = re.findall(r'^msgid "(.+)"$', made.read_text(FIXED_WORDS), re.MULTILINE)
    for code in codes:
        home, said = folder / "handouts" / code.lower(), sample(code)
        home.mkdir(parents=True)
        (home / "handout.md").write_text(HANDOUT)
        texts = {(each, text): _like(text, said) for each, text in TEXTS.items()}
        (home / f"{code}.po").write_text(po(code, texts), "utf-8")
        short = said.split()[0]  # what stands in the foot is short in every language
        fixed = {("", word): _like(word, short) if is_filled else "" for word in words}
        (folder / f"templates/strings/{code}.po").write_text(po(code, fixed), "utf-8")
    return made


def _like(text: str, said: str) -> str:
    """Return words with the figures and placeholders of a text."""
    kept = re.findall(r"%\(\w+\)s|\([0-9 ()-]*[0-9]", text)
    return " ".join([f"**{said}** {said}" if "**" in text else said, *kept])


def unbuilt(made: Workspace, choices: Sequence[Choice]) -> dict[str, list[str]]:
    """Build and inspect; return what is wrong with each PDF that cannot be built."""
    found = results(made, *choices, verify="all", allow_stale=True)
    assert found
    return {
        each.imprint: [
            f"{fault.code}: {fault.message}" for fault in each.findings if fault.is_error
        ]
        for each in found
        if each.state != "built"
    }


def alone(codes: Iterable[str]) -> list[Choice]:
    return [Choice(handouts=(code.lower(),), languages=(code,)) for code in codes]


@pytest.mark.slow
def test_each_language_builds(tmp_path: Path) -> None:
    """Names, dates and fixed words of each pass the checks of the PDF, which read it back."""
    assert len(languages()) > 350
    made = workspace(tmp_path / "w", languages(), is_filled=True)
    assert unbuilt(made, alone(languages())) == {}


@pytest.mark.slow
def test_each_language_builds_before_its_fixed_words_are_there(tmp_path: Path) -> None:
    codes = languages()[::4]  # what stands in is English, and the same beside each of them
    codes = tuple(dict.fromkeys((*codes, *one_of_each_script())))
    made = workspace(tmp_path / "w", codes, is_filled=False)
    assert unbuilt(made, alone(codes)) == {}


def in_format(code: str, page_format: str) -> list[Choice]:
    """Choose pairs in each layout of a format, and by itself what no other test builds."""
    named, layouts = (code.lower(),), layouts_of(page_format, "standard")
    pairs = [f"en+{code}"]
    if page_format == "sheet" and direction_of(code) == "rtl":
        pairs.append(f"{code}+en")
    made = [Choice(named, tuple(pairs), formats=(page_format,), layouts=layouts)]
    if page_format in ("poster", "trifold"):
        made.append(Choice(named, (code,), formats=(page_format,)))
    return made


@pytest.mark.slow
@pytest.mark.parametrize("page_format", ["sheet", "poster", *FOLDS])
def test_each_script_builds_in_each_format_and_layout(page_format: str, tmp_path: Path) -> None:
    codes = one_of_each_script()
    assert len(codes) == len({*map(script_of, languages())}) > 30
    made = workspace(tmp_path / "w", codes, is_filled=True)
    choices = [each for code in codes for each in in_format(code, page_format)]
    assert unbuilt(made, choices) == {}


@pytest.mark.slow
def test_sheet_that_names_each_language_builds(tmp_path: Path) -> None:
    """In English: how a language is called stops no sheet of another one."""
    made = workspace(tmp_path / "w", (), is_filled=True)
    texts = {(each, text): text for each, text in TEXTS.items()}
    for place in range(0, len(languages()), 50):
        home = tmp_path / f"w/handouts/water-{place}"
        home.mkdir(parents=True)
        (home / "handout.md").write_text(HANDOUT)
        for code in languages()[place : place + 50]:
            (home / f"{code}.po").write_text(po(code, texts), "utf-8")
    assert unbuilt(made, [Choice(languages=("en",))]) == {}


def test_script_from_top_to_bottom_is_not_set() -> None:
    assert {*map(script_of, languages())} & {*NOTO.vertical} == set()
