"""The words for units, lengths of time and multiples → their patterns and common names."""

import re
from collections.abc import Mapping
from functools import cache

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

SPANS: Mapping[str, str] = {
    "minute": "minutes?|minutos?|mins?|phút|मिनट|دقيقة|دقيقه|دقائق",
    "hour": r"hours?|hrs?|horas?|h(?![0-9])|giờ|tiếng(?: đồng hồ)?|घ(?:ं|ण्)ट(?:े|ा|ों)|ساع(?:ة|ه|ات)",
    "day": "days?|d[íi]as?|ngày|दिन|يوما?|[أا]يام",
    "week": "weeks?|wks?|semanas?|tuần|सप्ताह|ह(?:फ\u093c?|\u095e)्त(?:े|ा|ों)|[أا]س(?:بوعا?|ابيع)",
    "month": r"months?|mes(?:es)?|tháng(?! ?[0-9])|मही(?:ने|ना|नों)|माह|شهرا?|شهور|[أا]شهر",
    "year": r"years?|yrs?|años?|năm|साल|वर्ष|سنة|سنه|سنوات|سنين|عاما?|[أا]عوام",
}
"""Lengths of time by their common name, where one ends as a word ends; 5 tháng 6 is a date."""

CJK_SPANS: Mapping[str, str] = {
    "minute": "分钟|分鐘",
    "hour": "[个個]?(?:小时|小時|钟头|鐘頭)",
    "day": "天",
    "week": "[个個]?(?:星期|礼拜|禮拜)|[周週](?![岁歲围圍])",
    "month": "[个個]月",
    "year": "年(?![代级級龄齡]| ?[0-9]{1,2} ?月)",
}
"""The same where no space ends a word; an age (岁) and a day of the month (日) are none."""

MULTIPLES: Mapping[str, str] = {
    "1000000000": "billions?|mil millones|t[ỷỉ](?! lệ)|مليارات|مليار|अरब",
    "10000000": "crores?|करोड\u093c?|करो\u095c",
    "1000000": "millions?|millón|millones|triệu(?! chứng)|मिलियन|مليونا?|ملايين",
    "100000": "lakhs?|लाख",
    "1000": "thousands?|mil|nghìn|ngàn|हज\u093c?ार|ह\u095bार|[أا]لفا?|آلاف",
}
"""What stands behind a number and multiplies it, where it ends as a word ends."""

CJK_MULTIPLES: Mapping[str, str] = {"10000": "[万萬](?![古艾])", "100000000": "[亿億]"}
"""The same where no space ends a word; 万古 and 万艾 begin the names of medicines."""


def _any_of(words: Mapping[str, str], cjk_words: Mapping[str, str]) -> str:
    """Return the pattern of two tables; 毫米汞柱 comes before 毫米."""
    cjk = reversed(tuple(cjk_words.values()))
    return rf"(?:(?:{'|'.join(words.values())})(?![^\W\d_\u3040-\u9fff])|{'|'.join(cjk)})"


UNIT = _any_of(UNITS, CJK_UNITS)
SPAN = _any_of(SPANS, CJK_SPANS)
MULTIPLE = _any_of(MULTIPLES, CJK_MULTIPLES)
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


TABLES = (CJK_UNITS, UNITS, CJK_SPANS, SPANS, CJK_MULTIPLES, MULTIPLES)


@cache  # most runs meet no unit
def _spellings() -> tuple[tuple[str, re.Pattern[str]], ...]:
    pairs = (pair for table in TABLES for pair in table.items())
    return tuple((name, re.compile(look, re.IGNORECASE)) for name, look in pairs)


def common_name(spelling: str) -> str:
    """Return the name of a unit, of a length of time, or of a multiple: its digits."""
    return next(name for name, look in _spellings() if look.fullmatch(spelling))
