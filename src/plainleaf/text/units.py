"""Words for units, lengths of time and large numbers that the CLDR lacks, by language."""

from collections.abc import Mapping

Names = Mapping[str, str]
"""Spellings, one of which each '|' divides, by their common name."""

SYMBOLS: Mapping[str, Names] = {
    "dose": {
        "mcg": "mcg|µg|ug|㎍",
        "mg": "mg|㎎",
        "kg": "kg|㎏",
        "g": "g",
        "ml": "ml|cc|㎖",
        "dl": "dl|㎗",
        "l": "l",
        "mm": "mm|㎜",
        "cm": "cm|㎝",
        "mmhg": "mm hg|mmhg|㎜hg",
        "mmol": "mmol",
        "meq": "meq",
        "iu": "iu|ui",
        "°c": "°c|° c|℃",
        "°f": "°f|° f|℉",
        "°": "°",
    },
    "span": {"hour": "h"},
    "percent": {"%": "%"},
    "percent before": {"%": "%"},
}
"""What is written in every language."""

OWN: Mapping[str, Mapping[str, Names]] = {
    "am": {"dose": {"mg": "ሚ.ግ|ሚሊግራም|ሚሊ ግራም", "ml": "ሚ.ሊ|ሚሊሊትር", "mcg": "ማይክሮግራም"}},
    "ar": {
        "dose": {
            "mcg": "مكغ|ميكروغرام|ميكروجرام|مكج",
            "mg": "مجم|ملجم|ملغم|ملغ|مغ|ميليغرام|مليجرام|ميليجرام|ملليجرام|ملليغرام",
            "kg": "كجم|كغ|كغم|كيلوجرام|كيلو جرام",
            "g": "جم|غ|غم|جرام",
            "ml": "مل|ملم مكعب|ميليلتر|ملليلتر",
            "dl": "ديسيلتر|دل",
            "mm": "مم|ملم",
            "cm": "سم",
            "mmhg": "ملم زئبق|مم زئبق|ملم زئبقي",
            "mmol": "مليمول",
            "iu": "وحدة دولية",
            "°c": "درجة مئوية",
            "°f": "درجة فهرنهايت",
        },
        "span": {
            "minute": "دقيقه",
            "hour": "ساعه|ساعات",
            "day": "يوما|ايام|أيام",
            "week": "اسبوع|أسبوعا|اسبوعا|اسابيع",
            "month": "شهرا|شهور|اشهر",
            "year": "سنه|سنين|عام|عاما|أعوام|اعوام",
        },
        "percent": {"%": "في المئة|في المائة|بالمئة|بالمائة"},
        "times": {
            "1000": "الف|ألفا|الفا|آلاف",
            "1000000": "مليونا|ملايين",
            "1000000000": "مليارات",
        },
    },
    "bn": {
        "dose": {
            "mg": "মিগ্রা|মি.গ্রা.|এমজি",
            "ml": "মিলি|মি.লি.|এমএল",
            "mcg": "এমসিজি",
            "°c": "ডিগ্রি সেলসিয়াস",
            "°f": "ডিগ্রি ফারেনহাইট",
        }
    },
    "de": {
        "dose": {"iu": "i.e.|ie", "g": "gr"},
        "span": {"hour": "std", "day": "tagen", "month": "monaten", "year": "jahren"},
    },
    "en": {
        "dose": {
            "mg": "mgs",
            "kg": "kgs|kilo|kilos",
            "g": "gm|gms|gramme|grammes",
            "ml": "mls|ccs",
            "cm": "cms",
            "°f": "degrees fahrenheit",
            "°c": "degrees celsius",
        },
        "span": {"hour": "hrs|hr"},
        "measure": {
            "fluid ounce": "fl oz|fl. oz.",
            "inch": "inches",
            "ounce": "oz",
            "pound": "lb|lbs",
            "tablespoon": "tbsp|tbs",
            "teaspoon": "tsp",
        },
        "percent": {"%": "per cent"},
        "times": {"100000": "lakh|lakhs", "10000000": "crore|crores"},
    },
    "es": {
        "span": {"day": "dia|dias"},
        "percent": {"%": "por ciento"},
        "dose": {"mcg": "mcgs", "l": "lts|lt"},
    },
    "fa": {
        "dose": {
            "mg": "میلی گرم|میلیگرم|م.گ",
            "ml": "میلی لیتر|میلیلیتر|سی سی|سی‌سی",
            "mcg": "میکرو گرم",
            "°c": "درجه سانتی‌گراد|درجه سانتیگراد|درجه سلسیوس",
            "°f": "درجه فارنهایت",
        },
        "percent": {"%": "درصد"},
    },
    "fr": {"percent": {"%": "pour cent"}},
    "he": {"dose": {"mg": "מ״ג", "mcg": "מק״ג", "ml": "מ״ל", "dl": "ד״ל|דצ״ל", "kg": "ק״ג"}},
    "hi": {
        "dose": {
            "mcg": "माइक्रोग्राम|एमसीजी",
            "mg": "मिग्रा|मिलीग्राम|मि.ग्रा.|एमजी|मि.ग्रा",
            "kg": "किग्रा|किलोग्राम|किलो",
            "g": "ग्राम",
            "ml": "मिली|मिलीलीटर|एमएल|मि.ली.",
            "mm": "मिमी",
            "cm": "सेमी",
            "mmhg": "मिमी एचजी",
            "mmol": "मिलीमोल",
            "iu": "आईयू",
            "°f": "डिग्री फ़ारेनहाइट|डिग्री फारेनहाइट",
        },
        "span": {
            "hour": "घंटों|घण्टे|घण्टा|घण्टों",
            "week": "हफ़्ते|हफ़्ता|हफ़्तों|हफ्ते|हफ्ता|हफ्तों",
            "month": "महीनों|माह",
            "year": "साल",
        },
        "percent": {"%": "फ़ीसदी|फीसदी|प्रतिशत"},
    },
    "ht": {
        "dose": {"mg": "miligram", "mcg": "mikwogram", "ml": "mililit", "g": "gram", "l": "lit"},
        "span": {
            "minute": "minit",
            "hour": "èdtan|zè|è",
            "day": "jou",
            "week": "semèn",
            "month": "mwa",
            "year": "an|ane",
        },
        "percent": {"%": "pousan"},
    },
    "it": {"percent": {"%": "per cento"}, "dose": {"iu": "u.i."}},
    "ja": {
        "dose": {"mg": "ミリグラム|ミリ", "ml": "ミリリットル|ミリリッター|cc", "kg": "キロ"},
        "span": {
            "minute": "分間",
            "day": "日間",
            "week": "週間|週",
            "month": "か月|ヶ月|カ月|ヵ月|ケ月|箇月|か月間|ヶ月間|カ月間",
            "year": "年間",
        },
        "percent": {"%": "パーセント"},
    },
    "km": {"dose": {"mg": "មីលីក្រាម|មក្រ|ម.ក", "ml": "មីលីលីត្រ|មល"}},
    "ko": {
        "dose": {"mg": "밀리그람", "kg": "킬로", "ml": "밀리리터|미리리터|씨씨"},
        "span": {"minute": "분간", "day": "일간", "week": "주간", "month": "달", "year": "년간"},
        "percent": {"%": "퍼센트"},
    },
    "lo": {"dose": {"mg": "ມິລິກຣາມ|ມິນລິກຣາມ|ມກ.", "ml": "ມິລິລິດ|ມິນລິລິດ|ມລ"}},
    "pl": {"dose": {"iu": "j.m.|jm"}, "percent": {"%": "procent"}},
    "pt": {"percent": {"%": "por cento"}},
    "ru": {
        "dose": {
            "mmhg": "мм рт. ст.|мм ртутного столба",
            "mmol": "ммоль",
            "iu": "ме",
            "dl": "дл",
            "°c": "градус по цельсию|градуса по цельсию|градусов по цельсию",
            "°f": "градус по фаренгейту|градуса по фаренгейту|градусов по фаренгейту",
        },
        "percent": {"%": "процент|процента|процентов"},
    },
    "so": {
        "percent before": {"%": "boqolkiiba"},
        "dose": {"mg": "miligaraam|milligaraam|mgr", "ml": "mililitir", "g": "garaam"},
        "span": {"minute": "daqiiqo", "day": "maalmood|cisho", "month": "bilood", "year": "sano"},
    },
    "ta": {"dose": {"mg": "மி.கி|மில்லிகிராம்|மிகி", "ml": "மி.லி|மில்லி"}},
    "th": {"dose": {"mg": "มิลลิกรัม|มก", "ml": "ซีซี|มล", "mcg": "ไมโครกรัม", "kg": "กก."}},
    "tl": {
        "dose": {"mg": "miligramo|na miligramo", "ml": "mililitro", "mcg": "mikrogramo"},
        "percent": {"%": "porsyento|porsiyento|bahagdan"},
    },
    "sw": {
        "dose before": {"mcg": "mcg|µg", "ml": "ml"},
        "percent before": {"%": "asilimia"},
        "times before": {"1000": "elfu", "100": "mia"},
    },
    "tr": {"percent before": {"%": "yüzde"}},
    "uk": {
        "dose": {
            "°c": "градусів за цельсієм",
            "°f": "градусів за фаренгейтом",
            "mmhg": "мм рт. ст.",
            "mmol": "ммоль",
            "iu": "мо",
        }
    },
    "vi": {
        "dose": {"iu": "đơn vị quốc tế", "°f": "độ f", "°c": "độ c"},
        "span": {"hour": "tiếng|tiếng đồng hồ"},
        "percent": {"%": "phần trăm"},
        "times": {"1000": "ngàn", "1000000000": "tỉ"},
    },
    "zh": {
        "dose": {
            "mg": "毫公克",
            "g": "公克",
            "ml": "毫公升",
            "l": "公升",
            "kg": "公斤|千克",
            "mm": "公厘",
            "cm": "公分",
            "mmhg": "毫米汞柱",
            "mmol": "毫摩尔|毫莫耳",
            "iu": "国际单位|國際單位",
            "°c": "摄氏度|攝氏度",
            "°f": "华氏度|華氏度",
        },
        "span": {
            "hour": "个小时|個小時|钟头|个钟头|鐘頭|個鐘頭",
            "week": "星期|个星期|個星期|礼拜|个礼拜|禮拜|個禮拜",
            "month": "个月|個月",
        },
        "percent before": {"%": "百分之"},
    },
}
"""What a language writes and the CLDR has not."""
