"""Plain text → the figures in it: numbers, doses, phones and all that no translation changes."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import NamedTuple


@dataclass(frozen=True)
class Figure:
    """A figure; `value` is the same however a language writes it."""

    kind: str
    text: str
    value: str
    start: int
    end: int


class Pattern(NamedTuple):
    """How the figures of a kind look, and what they come to; without a value it is none."""

    kind: str
    look: re.Pattern[str]
    value: Callable[[re.Match[str]], str]


UNITS: Mapping[str, str] = {
    "mcg": "mcg|µg|ug|micrograms?|microgramos?|мкг|مكغ|ميكروغرام|माइक्रोग्राम",
    "mg": "mg|milligrams?|miligramos?|miligam|мг|مجم|ملجم|ملغم|ملغ|ميليغرام|मिग्रा|मिलीग्राम",
    "kg": "kg|kilograms?|kilogramos?|кг|كجم|كغ|किग्रा|किलोग्राम",
    "g": "g|grams?|gramos?|г|جم|غ|غرام|ग्राम",
    "ml": "ml|milliliters?|mililitros?|мл|مل|مليلتر|मिली|मिलीलीटर",
    "dl": "dl|дл|ديسيلتر",
    "l": "l|liters?|litros?|л|لتر|लीटर",
    "mm": "mm|мм|مم|मिमी",
    "cm": "cm|см|سم|सेमी",
    "mmhg": r"mm ?hg|мм рт\. ?ст\.|ملم زئبق|مم زئبق|मिमी ?एचजी",
    "mmol": "mmol|ммоль|مليمول|मिलीमोल",
    "iu": "iu|ui|ме|وحدة دولية|आईयू|đơn vị quốc tế",
    "°c": "° ?c|℃|độ c|degrees celsius|grados celsius|درجة مئوية|डिग्री सेल्सियस",
    "°f": "° ?f|℉|độ f|degrees fahrenheit|grados fahrenheit|درجة فهرنهايت|डिग्री फ़ारेनहाइट",
}
"""Units by their common name, where a unit ends as a word ends."""

WITH_UNITS = frozenset({"ar", "en", "es", "hi", "ru", "vi", "zh"})
"""Languages whose units, percentages and halves of the day are in the tables here."""

CJK_UNITS: Mapping[str, str] = {
    "mcg": "微克",
    "mg": "毫克|毫公克",
    "kg": "公斤|千克",
    "g": "克|公克",
    "ml": "毫升|毫公升",
    "dl": "分升",
    "l": "公升|升",
    "mm": "毫米",
    "cm": "厘米|公分",
    "mmhg": "毫米汞柱",
    "mmol": "毫摩尔|毫莫耳",
    "iu": "国际单位|國際單位",
    "°c": "摄氏度|攝氏度",
    "°f": "华氏度|華氏度",
}
"""The same where no space ends a word."""

SPELLINGS = tuple(
    (name, re.compile(look, re.IGNORECASE))
    for table in (CJK_UNITS, UNITS)
    for name, look in table.items()
)
UNIT = (
    rf"(?:(?:{'|'.join(UNITS.values())})(?![^\W\d_\u3040-\u9fff])"
    rf"|{'|'.join(reversed('|'.join(CJK_UNITS.values()).split('|')))})"
)
PERCENT = (
    r"%|(?:percent|per cent|por ciento|प्रतिशत|फ़ीसदी|في المئة|في المائة|بالمئة|بالمائة"
    r"|phần trăm|процент\w*)"
)

# Halves of the day, before the hour and behind it.
AM_BEFORE = "上午|早上|凌晨|午前|오전|सुबह"
PM_BEFORE = "下午|晚上|中午|午後|오후|दोपहर|शाम|रात"
AM_AFTER = r"a\. ?m\.|a\.?m\b|de la mañana|صباح[اًً]*|ص\b|صبح|sáng|בבוקר"
PM_AFTER = (
    r"p\. ?m\.|p\.?m\b|de la tarde|de la noche|مساء[اًً]*|ظهر[اًً]+|م\b|عصر|شب\b"
    "|chiều|tối(?! đa| thiểu| ưu)|בערב"
)

# A whole number (grouped as in India, as elsewhere, or not), then the part below one.
GROUPED = (
    r"(?:[0-9]{1,2}(?:,[0-9]{2}){1,6},[0-9]{3}"
    r"|[1-9][0-9]{0,2}(?P<mark>[ .,'٬])[0-9]{3}(?:(?P=mark)[0-9]{3}){0,6})(?![0-9])"
)
FRACTION = r"(?:[0-9]{1,3} ?)?[½¼¾⅓⅔⅛]|(?:[0-9]{1,3} )?(?<![0-9/])[1-9]/[2-9](?![0-9/])"
IN_NAME = "(?<![A-Za-zÀ-ɏͰ-ϿЀ-ӿ0-9])"  # the 12 of B12 is no number, the 19 of COVID-19 is
NUMBER = (
    rf"{IN_NAME}(?:(?P<fraction>{FRACTION})"
    rf"|(?P<whole>{GROUPED}|[0-9]{{1,30}})(?:[.,٫](?P<part>[0-9]{{1,30}}))?)"
)
HOUR = "(?<![0-9:.,])(?P<hour>[01]?[0-9]|2[0-4])"
MINUTE = "(?P<minute>[0-5][0-9])(?![0-9])"

LETTER = r"[A-Za-z0-9\-._~:/?#@!$&'()*+,;=%]"
SITE = r"(?:[a-z0-9][a-z0-9-]{0,62}\.){1,8}(?:org|com|gov|net|edu|int|info|health)(?![\w-])"

ALONE = r"(?<![\w.])"
GAP = "(?P<gap>[ .-])"
AREA = r"\([0-9]{1,4}\)[ .-]?"

LOOKS: Mapping[str, tuple[str, ...]] = {
    "placeholder": (r"%\(\w+\)[sd]|\{[A-Za-z_]\w*\}",),
    "email": (r"[A-Za-z0-9._+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,8}",),
    "url": (rf"(?:https?://{LETTER}+|(?<![\w.-]){SITE}(?:/{LETTER}*)?)(?<![.,:;!?')])",),
    "date": (
        r"(?<![0-9])(?:[0-9]{4}(?P<a>[-/.])[0-9]{1,2}(?P=a)[0-9]{1,2}"
        r"|[0-9]{1,2}(?P<b>[-/.])[0-9]{1,2}(?P=b)[0-9]{4}|[0-9]{1,2}/[0-9]{1,2}/[0-9]{2}"
        r"|[0-9]{4} ?[年년] ?[0-9]{1,2} ?[月월] ?[0-9]{1,2} ?[日号號일])(?![0-9])",
    ),
    "phone": (
        rf"{ALONE}(?:\+[0-9]{{1,3}}[ .-]?(?:{AREA})?|(?:\+?1[ .-]?)?{AREA})"
        r"[0-9]{2,4}(?:[ .-]?[0-9]{2,4}){1,5}(?![0-9])",
        rf"{ALONE}(?:1[ .-])?[0-9]{{2,4}}{GAP}(?:[0-9]{{2,4}}(?P=gap)){{0,4}}[0-9]{{4}}(?![0-9])",
        rf"{ALONE}0[0-9]{{1,4}}{GAP}(?:[0-9]{{2,4}}(?P=gap)){{1,4}}[0-9]{{2,4}}(?![0-9])",
        rf"{ALONE}(?:1-8[0-9]{{2}}-[0-9A-Z][0-9A-Z-]{{5,11}}|\+?[0-9]{{10,15}}(?![0-9]))",
    ),
    "version": (
        r"(?<![\w.])(?:v ?[0-9]+(?:\.[0-9]+){0,4}(?:-[a-z0-9]+)*|[0-9]+\.[0-9]+-[a-z][a-z0-9]*"
        rf"|(?!{GROUPED})[0-9]+(?:\.[0-9]+){{2,4}}(?:-[a-z0-9]+)*)(?!\w)",
    ),
    "time": (
        rf"(?:(?P<am>{AM_BEFORE})|(?P<pm>{PM_BEFORE})) ?{HOUR}(?::{MINUTE}(?: ?बजे)?"
        r"|(?: ?[点點时時시]| बजे)(?: ?(?P<half>半|[0-5]?[0-9](?=[分분])))?)",
        rf"{HOUR}(?:(?:[:.]| ?h ?| ?giờ ?){MINUTE}| ?h| ?giờ)?"
        rf" ?(?:(?P<am>{AM_AFTER})|(?P<pm>{PM_AFTER}))(?![^\W_])",
        rf"{HOUR}(?::| ?h ?){MINUTE}(?!:)",
    ),
    "percent": (rf"{NUMBER} ?(?:{PERCENT})", rf"(?:%|百分之) ?{NUMBER}"),
    "dose": (rf"{NUMBER}[ -]?(?P<unit>{UNIT}(?: ?/ ?{UNIT})?)",),
    "number": (NUMBER,),
}
"""By kind; the digits and marks of all scripts are in ASCII when this is looked for."""

PHONE_DIGITS = range(7, 16)
NO_PHONE = re.compile(rf"(?:19|20)[0-9]{{2}}[ -](?:19|20)[0-9]{{2}}|{GROUPED}")
"""Two years, or thousands."""

TAKEN = "\0"
IN_ASCII = str.maketrans(
    {
        **dict.fromkeys("\u00a0\u2009\u202f\u3000", " "),
        **dict.fromkeys("\u2010\u2011\uff0d", "-"),
        **dict.fromkeys("٪％", "%"),
        **dict(zip("：（）．，＋／μ", ":().,+/µ", strict=True)),
    }
)


def figures(text: str) -> tuple[Figure, ...]:
    """Return the figures of a text in order; a longer one wins over the numbers inside it."""
    rest = _in_ascii(text)
    found: list[Figure] = []
    for pattern in PATTERNS:
        here = tuple(_matches(pattern, rest, text))
        rest = _without(here, rest)
        found += here
    return tuple(sorted(found, key=lambda figure: figure.start))


def _matches(pattern: Pattern, rest: str, text: str) -> Iterator[Figure]:
    for match in pattern.look.finditer(rest):
        if value := pattern.value(match):
            start, end = match.span()
            yield Figure(pattern.kind, text[start:end], value, start, end)


def _without(found: Iterable[Figure], rest: str) -> str:
    signs = list(rest)
    for figure in found:
        signs[figure.start : figure.end] = TAKEN * (figure.end - figure.start)
    return "".join(signs)


def _in_ascii(text: str) -> str:
    """Return a text with each digit and mark in ASCII, one for one, so that places keep."""
    signs = text.translate(IN_ASCII)
    return "".join(c if c.isascii() else str(unicodedata.decimal(c, c)) for c in signs)


def _as_written(match: re.Match[str]) -> str:
    return match[0]


def _number(match: re.Match[str]) -> str:
    """Return a number without grouping, as a fraction where it is not whole."""
    if match["fraction"]:
        found = re.sub("[½-⅞]", lambda one: f" {unicodedata.normalize('NFKC', one[0])}", match[0])
        parts = re.findall("[0-9]+(?:/[0-9]+)?", found.replace("⁄", "/"))
        return str(sum(map(Fraction, parts), Fraction()))
    whole = re.sub("[^0-9]", "", match["whole"])
    return str(Fraction(f"{whole}.{match['part'] or 0}"))


def _dose(match: re.Match[str]) -> str:
    return f"{_number(match)} {'/'.join(_unit(name.strip()) for name in match['unit'].split('/'))}"


def _unit(spelling: str) -> str:
    return next(name for name, look in SPELLINGS if look.fullmatch(spelling))


def _percent(match: re.Match[str]) -> str:
    return f"{_number(match)}%"


def _phone(match: re.Match[str]) -> str:
    """Return digits and letters, without the country code of North America."""
    signs = re.sub("[^0-9A-Z]", "", match[0])
    if len(signs) not in PHONE_DIGITS or NO_PHONE.fullmatch(match[0]):
        return ""
    return signs[1:] if len(signs) == 11 and signs[0] == "1" else signs


def _date(match: re.Match[str]) -> str:
    """Return a date's numbers by size: languages differ in the order of day and month."""
    numbers = sorted(map(int, re.findall("[0-9]+", match[0])), reverse=True)
    return "-".join(map(str, numbers))


def _time(match: re.Match[str]) -> str:
    """Return a time by a clock of 24 hours."""
    known = match.groupdict()
    minute = (known.get("minute") or known.get("half") or "0").replace("半", "30")
    hour = int(match["hour"])
    if known.get("am") or known.get("pm"):
        hour = hour % 12 + (12 if known["pm"] else 0) if hour <= 12 else hour
    return f"{hour:02}:{minute:>02}"


VALUES: Mapping[str, Callable[[re.Match[str]], str]] = {
    "date": _date,
    "phone": _phone,
    "time": _time,
    "percent": _percent,
    "dose": _dose,
    "number": _number,
}
CASED = ("phone",)  # 1-800-4-CANCER
PATTERNS = tuple(
    Pattern(
        kind=kind,
        look=re.compile(look, 0 if kind in CASED else re.IGNORECASE),
        value=VALUES.get(kind, _as_written),
    )
    for kind, looks in LOOKS.items()
    for look in looks
)
"""The longer kinds first: what one has taken, those behind it do not see."""
