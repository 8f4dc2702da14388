"""Whole numbers that a text writes in words."""

import re
from collections import Counter
from collections.abc import Mapping

HAN = "\u4e00-\u9fff"  # where no space ends a word

KO = "(?= ?[번알정개시주달잔차])"  # what is counted with a Korean number

NUMBER_WORDS: Mapping[str, str] = {
    "ar": r"واحد\w*|مرة,اثن\w+|مرتين|(?:ساعت|دقيقت|يوم|[أا]سبوع|شهر|سنت|عام|قرص|حبت)(?:ين|ان),"
    r"ثلاث\w*,[أا]ربع\w*,خمس\w*,ست\w*,سبع\w*,ثماني?\w*,تسع\w*,عشر\w*",
    "bn": r"এক\w*,দুই|দু,তিন,চার,পাঁচ,ছয়,সাত,আট,নয়,দশ",
    "de": r"ein\w*,zwei\w*|beide\w*,drei\w*,vier\w*,fünf\w*,sechs\w*,sieben\w*,acht,neun,zehn",
    "en": r"an?|one|once|each|every|per|single|daily|hourly|weekly|monthly|yearly,two|twice,"
    r"three,four,five,six,seven,eight,nine,ten,eleven,twelve",
    "es": r"un|uno|una|cada|al|por|diari\w+,dos,tres,cuatro,cinco,seis,siete,ocho,nueve,diez,"
    r"once,doce",
    "fr": "une?,deux,trois,quatre,cinq,six,sept,huit,neuf,dix,onze,douze",
    "he": r"אחד|אחת|פעם,שני|שתי|שניים|שתיים|פעמיים,שלוש\w*,ארבע\w*,חמ[שי]\w*,ש[ישת]\w*,שבע\w*,"
    r"שמונה,תשע\w*,עשר\w*",
    "hi": "एक,दो,तीन,चार,पांच|पाँच,छह|छः,सात,आठ,नौ,दस,ग्यारह,बारह",
    "ht": "yon|youn|yonn,de,twa,kat,senk,sis,sèt,uit,nèf,dis",
    "it": "un|uno|una,due,tre,quattro,cinque,sei,sette,otto,nove,dieci",
    "ja": r"一(?=[錠回日つ杯個週か])|ひとつ,[二](?=[錠回日つ杯個週か])|ふたつ,"
    "三,四,五,六,七,八,九,十",
    "ko": rf"(?:한|하나){KO},(?:두|둘){KO},(?:세|셋){KO},(?:네|넷){KO},"
    "다섯,여섯,일곱,여덟,아홉,열",
    "pl": r"jed\w+|raz,dwa|dwie|dwóch|dwukrotnie,trzy\w*,cztery,pięć,sześć,siedem,osiem,"
    r"dziewięć,dziesięć",
    "pt": "uma?,dois|duas,três,quatro,cinco,seis,sete,oito,nove,dez,onze,doze",
    "ru": r"од[ин]\w+|раз,дв[аеу]\w*|дважды,тр[иё]\w*|трижды,четыр\w+,пят\w+,шест\w+,сем\w+,"
    r"восем\w+,девят\w+,десят\w+",
    "so": "hal|mid|kow,laba,saddex,afar,shan,lix,toddoba,siddeed,sagaal,toban",
    "sw": "moja,mbili|wawili,tatu|watatu,nne|wanne,tano|watano,sita,saba,nane|wanane,tisa,kumi",
    "tl": r"isa\w*|minsan,dalawa\w*,tatlo\w*,apat,lima\w*,anim,pito\w*,walo\w*,siyam,sampu\w*",
    "tr": "bir,iki,üç,dört,beş,altı,yedi,sekiz,dokuz,on",
    "uk": r"од[ин]\w+|раз,дв[аоі]\w*|двічі,тр[иьо]\w*|тричі,чотир\w+,п[’']ят\w+,шіст\w+|шест\w+,"
    r"сім|семи,вісім|восьми,дев[’']ят\w+,десят\w+",
    "vi": "một,hai,ba,bốn,năm,sáu,bảy,tám,chín,mười,mười một,mười hai",
    "zh": "一(?=[片粒次天日个個杯颗顆勺汤湯茶周週月年小半]),"
    "[二两兩],三,四,五,六,七,八,九,十,十一,十二",
}
"""From one on, by commas; one is also an article in many languages."""

SPACELESS = frozenset({"ja", "ko", "zh"})

IDLE: Mapping[str, str] = {
    "fr": r"(24|7) ?(?:heures?|h|jours?|j) sur (?=\1)",
    "it": r"(24|7) ?(?:ore|giorni) su (?=\1)",
    "ja": "([1１]) ?[回日週]",
    "ko": "([1１]) ?(?:회|일|주)",
    "pt": r"([2-6])ª",
    "vi": r"(?:thứ|Thứ) ([2-7])(?![0-9])",
    "zh": "([1１]) ?[次日天周週]",
}
"""Numbers for which other languages write none: 1日2回 is twice a day, thứ 2 is Monday."""


def idle_numbers(text: str, language: str) -> Counter[int]:
    """Return the numbers of a text for which its source needs none."""
    look = IDLE.get(language)
    return Counter(int(found[1]) for found in re.finditer(look, text)) if look else Counter()


def count_words(text: str, language: str, number: int) -> int:
    """Return how often a text writes a number in words."""
    looks = NUMBER_WORDS.get(language, "").split(",")
    if not looks[0] or not 0 < number <= len(looks):
        return 0
    look = looks[number - 1]
    free = look if language in SPACELESS else rf"(?:{look})(?=[{HAN}])"
    return len(re.findall(rf"(?<!\w)(?:{look})(?!\w)|{free}", text, re.IGNORECASE))
