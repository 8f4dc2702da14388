# a row is a language
"""Code → own name, English name and script: what Babel's CLDR has not, or has not as printed.

Own names are those of Wikimedia's language-data, of the CLDR's later releases, and of health
texts in the language; English names are those of ISO 639-3. See docs/explanation/scripts.md.
"""

from collections.abc import Mapping
from typing import NamedTuple


class Autonym(NamedTuple):
    """How a language is named; what is empty, the CLDR says."""

    own: str
    english: str = ""
    script: str = ""


AUTONYMS: Mapping[str, Autonym] = {
    "acm": Autonym("عراقي", "Iraqi Arabic"),
    "aeb": Autonym("تونسي"),
    "aii": Autonym("ܣܘܪܝܬ", "Assyrian Neo-Aramaic"),
    "apc": Autonym("شامي", "Levantine Arabic"),
    "arq": Autonym("دزيري"),
    "ary": Autonym("الدارجة"),
    "arz": Autonym("مصري"),
    "bcl": Autonym("Bikol Sentral", "Central Bikol", "Latn"),
    "bzj": Autonym("Bileez Kriol", "Belize Kriol"),
    "cab": Autonym("Garifuna", "Garifuna"),
    "cak": Autonym("Kaqchikel", "Kaqchikel"),
    "cfm": Autonym("Lai (Falam)", "Falam Chin"),
    "ch": Autonym("Chamoru"),
    "chk": Autonym("Chuuk"),
    "cnh": Autonym("Lai holh", "Hakha Chin"),
    "ctd": Autonym("Zopau", "Tedim Chin", "Latn"),
    "din": Autonym("Thuɔŋjäŋ"),
    "fa-AF": Autonym("دری", "Dari"),
    "fat": Autonym("Mfantse", "Fante", "Latn"),
    "fj": Autonym("Na Vosa Vakaviti"),
    "ha-Arab": Autonym("هَوْسَ", "Hausa (Arabic)"),
    "hac": Autonym("گۆرانی", "Gorani"),
    "hak": Autonym("客家語", "", "Hant"),
    "haz": Autonym("هزارگی", "Hazaragi"),
    "hil": Autonym("Ilonggo"),
    "hmn": Autonym("Hmoob"),
    "hnj-Latn": Autonym("Moob Leeg", "Hmong Njua"),
    "ilo": Autonym("Ilokano"),
    "ium": Autonym("Iu Mienh", "Iu Mien"),
    "ixl": Autonym("Ixil", "Ixil"),
    "iu-Latn": Autonym("Inuktitut", "Inuktitut (Latin)"),
    "jam": Autonym("Patwa"),
    "kac": Autonym("Jinghpaw"),
    "kar": Autonym("ကညီကျိာ်", "Karen", "Mymr"),
    "kek": Autonym("Qʼeqchiʼ", "Qʼeqchiʼ"),
    "kg": Autonym("Kikongo"),
    "kjb": Autonym("Qʼanjobʼal", "Qʼanjobʼal"),
    "kmb": Autonym("Kimbundu"),
    "kos": Autonym("Kahs Kosrae"),
    "kri": Autonym("Krio"),
    "krj": Autonym("Kinaray-a"),
    "ksw": Autonym("ကညီကျိာ်", "S’gaw Karen"),
    "ku-Arab": Autonym("کوردی (کورمانجی)", "Kurdish (Arabic)"),
    "lld": Autonym("", "Ladin"),
    "lhu": Autonym("Ladhof", "Lahu"),
    "lua": Autonym("Tshiluba"),
    "lus": Autonym("Mizo ṭawng"),
    "mam": Autonym("Qyol Mam", "Mam"),
    "mh": Autonym("Kajin M̧ajeļ"),
    "mhn": Autonym("Bersntoler sproch", "Mòcheno"),
    "miq": Autonym("Mískitu", "Mískito"),
    "mix": Autonym("Saʼan Savi", "Mixtepec Mixtec"),
    "mnk": Autonym("Mandinka", "Mandinka", "Latn"),
    "mnw": Autonym("ဘာသာမန်", "Mon"),
    "mww": Autonym("Hmoob Dawb", "White Hmong", "Latn"),
    "nah": Autonym("Nāhuatl", "Nahuatl", "Latn"),
    "nan": Autonym("閩南語", "", "Hant"),
    "niu": Autonym("Vagahau Niuē"),
    "pag": Autonym("Pangasinan"),
    "pam": Autonym("Kapampangan"),
    "pau": Autonym("Tekoi er a Belau"),
    "poc": Autonym("Poqomam", "Poqomam"),
    "pon": Autonym("Lokaiahn Pohnpei"),
    "rar": Autonym("Māori Kūki ʻĀirani"),
    "rhg-Latn": Autonym("Ruáingga", "Rohingya (Latin)"),
    "rki": Autonym("ရခိုင်", "Rakhine"),
    "skr": Autonym("", "Saraiki"),
    "sm": Autonym("Gagana Samoa"),
    "swc": Autonym("Kiswahili ya Kongo", "Congo Swahili", "Latn"),
    "tl": Autonym("Tagalog", "Tagalog"),
    "tvl": Autonym("Te Ggana Tuuvalu"),
    "tw": Autonym("Twi"),
    "tyv": Autonym("тыва дыл"),
    "tzh": Autonym("Batsʼil kʼop", "Tzeltal"),
    "tzo": Autonym("Batsʼi kʼop", "Tzotzil"),
    "umb": Autonym("Umbundu"),
    "war": Autonym("Winaray"),
    "wuu": Autonym("吴语"),
    "yap": Autonym("Thin nu Waqab"),
    "yua": Autonym("Maaya Tʼaan", "Yucatec Maya"),
    "zap": Autonym("Diidxazá"),
}
"""By BCP 47 code, as it is written."""
