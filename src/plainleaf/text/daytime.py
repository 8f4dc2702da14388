"""Words for hours and parts of the day that the CLDR lacks, by language."""

from collections.abc import Mapping

LIKE_AM: Mapping[str, Mapping[str, str]] = {
    "": {"am": "am|a.m.|a. m.", "pm": "pm|p.m.|p. m."},
    "ar": {
        "am": "ص|صباحا|صباحًا|صباحاً|في الصباح",
        "pm": "م|مساء|مساءً|مساءا|مساءًا|ظهرا|ظهرًا|ظهراً|بعد الظهر|عصرا|عصرًا|عصراً",
        "night": "ليلا|ليلًا|ليلاً",
    },
    "en": {"noon": "noon|midday", "midnight": "midnight"},
    "es": {"am": "de la mañana|de la madrugada", "pm": "de la tarde", "evening": "de la noche"},
    "fa": {"am": "صبح|بامداد", "pm": "عصر|بعد از ظهر|بعدازظهر", "night": "شب"},
    "fr": {"am": "du matin", "pm": "de l’après-midi", "evening": "du soir"},
    "he": {"am": "בבוקר|לפנה״צ", "pm": "אחה״צ|אחר הצהריים|בצהריים", "evening": "בערב|בלילה"},
    "ht": {
        "am": "nan maten|dimaten|di maten",
        "pm": "nan aprèmidi|aprèmidi|apremidi|nan apremidi|aprè midi",
        "evening": "nan aswè|diswa|di swa",
        "night": "nan nwit",
    },
    "it": {"am": "di mattina|del mattino", "pm": "del pomeriggio", "evening": "di sera"},
    "pt": {"am": "da manhã|da madrugada", "pm": "da tarde", "evening": "da noite"},
    "ru": {"am": "утра", "pm": "дня", "evening": "вечера", "am ": "ночи"},
    "so": {"am": "subaxnimo|subaxdii", "pm": "galabnimo|duhurnimo", "evening": "habeennimo"},
    "th": {"am": "โมงเช้า", "pm": "โมงเย็น", "dusk": "ทุ่ม"},
    "tl": {"am": "ng umaga", "pm": "ng hapon", "evening": "ng gabi"},
    "uk": {"am": "ранку", "pm": "дня", "evening": "вечора"},
}
"""What behind an hour makes a time of it, as a.m. does."""

WITH_CLOCK: Mapping[str, Mapping[str, str]] = {
    "hi": {"am": "सुबह|सवेरे|प्रातः", "pm": "दोपहर|शाम|सायं", "night": "रात"},
    "bn": {"am": "সকাল|ভোর", "pm": "দুপুর|বিকাল|বিকেল|সন্ধ্যা", "night": "রাত"},
    "am": {
        "am": "ጠዋት|ከጠዋቱ|ጥዋት",
        "pm": "ከሰዓት|ከሰዓት በኋላ",
        "evening": "ምሽት|ከምሽቱ",
        "night": "ሌሊት|ከሌሊቱ",
    },
    "ja": {"am": "午前|朝", "pm": "午後|夕方|昼", "night": "夜|夜中|深夜"},
    "km": {"am": "ព្រឹក", "pm": "រសៀល|ល្ងាច", "night": "យប់"},
    "ko": {"am": "오전|아침|새벽", "pm": "오후|낮", "evening": "저녁", "night": "밤"},
    "lo": {"am": "ເຊົ້າ|ໂມງເຊົ້າ", "pm": "ແລງ|ບ່າຍ|ໂມງແລງ", "night": "ກາງຄືນ"},
    "my": {"am": "မနက်|နံနက်", "pm": "ညနေ|နေ့လယ်", "night": "ည"},
    "ne": {"am": "बिहान", "pm": "दिउँसो|बेलुका|साँझ", "night": "राति"},
    "ps": {"am": "سهار", "pm": "ماسپښین|مازدیګر|ماښام", "night": "شپې"},
    "ta": {"am": "காலை", "pm": "மதியம்|பிற்பகல்|மாலை", "night": "இரவு"},
    "th": {"am": "เช้า|ตี", "pm": "บ่าย|เย็น", "night": "กลางคืน"},
    "ur": {"am": "صبح", "pm": "دوپہر|شام|سہ پہر", "night": "رات"},
    "zh": {
        "am": "上午|早上|凌晨|清晨|早晨",
        "pm": "下午|中午|午后|午後|傍晚",
        "evening": "晚上|晚间|晚間|夜里|夜晚",
    },
}
"""What makes a time of an hour only beside minutes or a word of the clock: 早上1片 is a dose."""

CLOCK: Mapping[str, str] = {
    "en": "o'clock",
    "de": "Uhr",
    "ar before": "الساعة|الساعه",
    "he before": "בשעה",
    "hi": "बजे|बजकर",
    "it before": "ore|alle ore",
    "ja": "時",
    "ko": "시",
    "lo": "ໂມງ",
    "ne": "बजे",
    "nl": "uur",
    "pa": "ਵਜੇ",
    "pl before": "godz.|godzina|godzinie|godziny",
    "ps": "بجې|بجو",
    "ta": "மணிக்கு",
    "th": "น.|นาฬิกา|โมง",
    "tl before": "alas|alas-|ala-",
    "ur": "بجے",
    "zh": "点|點|点钟|點鐘|时|時",
}
"""What makes a time of an hour, with minutes or without them."""

HOURS: Mapping[str, str] = {
    "am": "ሰዓት",
    "am before": "ሰዓት",
    "bn": "টায়|টার|টা|টে",
    "es": "horas|h",
    "es before": "a las",
    "fa before": "ساعت",
    "fr": "heures|heure|h",
    "ht": "è|zè|h",
    "it": "ore",
    "it before": "alle|dalle",
    "km before": "ម៉ោង",
    "my": "နာရီ",
    "pt": "horas|h",
    "pt before": "às|das",
    "ru": "часов|часа|час|ч.",
    "so before": "saacadda",
    "sw before": "saa",
    "ta": "மணி",
    "th before": "เวลา",
    "tl before": "ika-",
    "tr before": "saat",
    "uk": "годині|година|год.",
    "vi": "giờ|h",
}
"""The same, where the word is also that for a length of time: part of the day or minutes tell."""

MINUTES: Mapping[str, str] = {"hi": "मिनट", "ja": "分", "ko": "분", "th": "นาที", "zh": "分"}
"""What may stand behind the minutes that follow such a word."""

HALF_AFTER: Mapping[str, str] = {
    "es": "y media", "fr": "et demie|et demi", "ht": "edmi", "it": "e mezza|e mezzo", "ja": "半",
    "ko": "반", "lo": "ເຄິ່ງ", "my": "ခွဲ", "pt": "e meia", "sw": "na nusu", "th": "ครึ่ง",
    "vi": "rưỡi", "zh": "半",
}  # fmt: skip

SHIFTS: Mapping[str, Mapping[int, str]] = {
    "bn": {30: "সাড়ে", 15: "সোয়া", -15: "পৌনে"},
    "de": {-30: "halb", 15: "viertel nach", -15: "viertel vor"},
    "en": {30: "half past|half-past", 15: "quarter past|quarter after", -15: "quarter to"},
    "hi": {30: "साढ़े", 15: "सवा", -15: "पौने"},
    "nl": {-30: "half", 15: "kwart over", -15: "kwart voor"},
    "pl": {-30: "wpół do"},
}
"""Words before an hour, by the minutes that they add to it."""

BETWEEN: Mapping[str, str] = {
    "": "to|until",
    "de": "bis|bis um",
    "es": "a|a las|hasta las",
    "fr": "à",
    "it": "alle|alle ore",
    "ja": "から",
    "ko": "부터|에서",
    "pl": "do|do godz.",
    "pt": "às",
    "ru": "до",
    "tr": "ile",
    "uk": "до",
    "zh": "至|到",
}
"""Words between the two hours of a range."""

DOTTED = frozenset(
    {"bg", "cs", "da", "de", "et", "fi", "hr", "id", "it", "lt", "lv"}
    | {"nb", "no", "pl", "ro", "ru", "sk", "sl", "sr", "sv", "tr", "uk"}
)
"""Languages that write 8.30 of a time and 8,30 of a number."""
