# ruff: noqa: E501  # a row holds whole sentences
"""Parity in each language: its readers' way to write a figure, and that way with a figure wrong."""

import re
import unicodedata

import pytest
from babel import localedata

from plainleaf.text.figures import figures
from tests.checks.text.test_parity import said

SOURCES = (
    "Take 500 mg 2 times a day.",
    "Call (555) 010-0123 from 8:30 a.m. to 5 p.m.",
    "Come back on May 3, 2027.",
    "Call if you are above 38 °C (100.4 °F).",
    "Take 2.5 mL every 6 hours for 3 days.",
    "Above 180 mg/dL: call 1-800-662-4357 at 9 pm.",
)

WAYS: dict[str, tuple[tuple[str, ...], ...]] = {
    "zh-Hans": (
        ("每次500毫克，每日2次。", "每天2次，每次500毫克。", "1日2次，每次服500mg。"),
        (
            "请在上午8点30分至下午5点致电(555) 010-0123。",
            "上午8:30至下午5:00致电（555）010-0123。",
            "早上8点半到下午5点拨打(555)010-0123",
        ),
        ("请于2027年5月3日复诊。",),
        ("超过38摄氏度（100.4华氏度）请来电。", "超过38°C（100.4°F）", "体温高于38℃（100.4℉）"),
        ("每6小时服2.5毫升，连服3天。",),
        ("高于180mg/dL：晚上9点拨打1-800-662-4357。",),
    ),
    "zh-Hant": (
        ("每次500毫克，每日2次。", "一天2次，每次500毫克。"),
        ("請在上午8時30分至下午5時致電(555) 010-0123。",),
        ("請於2027年5月3日回診。",),
        ("超過攝氏38度（華氏100.4度）請來電。",),
        ("每6小時服2.5毫升，連服3天。",),
        ("高於180毫克／分升：晚上9點撥打1-800-662-4357。",),
    ),
    "ja": (
        ("1回500mgを1日2回飲んでください。", "500ミリグラムを1日2回"),
        (
            "午前8時30分から午後5時まで(555) 010-0123に電話してください。",
            "お電話(555)010-0123、午前8:30～午後5:00",
        ),
        ("2027年5月3日に来てください。",),
        ("38℃（100.4°F）より高いとき", "摂氏38度（華氏100.4度）を超えたら"),
        ("6時間ごとに2.5 mLを3日間飲む。", "6時間おきに2.5ミリリットル、3日間"),
        ("180mg/dLより高いとき：午後9時に1-800-662-4357へ電話",),
    ),
    "ko": (
        ("500mg을 1일 2회 복용하세요.", "1회 500밀리그램을 하루 2번"),
        (
            "오전 8시 30분부터 오후 5시까지 (555) 010-0123으로 전화하세요.",
            "전화(555)010-0123으로 오전 8:30~오후 5:00",
        ),
        ("2027년 5월 3일에 오세요.",),
        ("38°C(100.4°F)보다 높으면", "섭씨 38도(화씨 100.4도)를 넘으면"),
        ("3일 동안 6시간마다 2.5mL씩 드세요.",),
        ("180mg/dL보다 높으면 밤 9시에 1-800-662-4357로 전화",),
    ),
    "th": (
        ("รับประทาน 500 มก. วันละ 2 ครั้ง", "กินยา 500 มิลลิกรัม วันละ 2 ครั้ง"),
        ("โทร.(555) 010-0123 เวลา 8.30-17.00 น.", "โทร(555) 010-0123 ตั้งแต่ 8:30 น. ถึง 17:00 น."),
        ("กลับมาวันที่ 3 พฤษภาคม 2570", "กลับมาวันที่ 3 พฤษภาคม 2027", "วันที่ 3 พ.ค. 2570"),
        ("สูงกว่า 38 องศาเซลเซียส (100.4 องศาฟาเรนไฮต์)", "สูงกว่า 38°C (100.4°F)"),
        ("กิน 2.5 มล. ทุก 6 ชั่วโมง เป็นเวลา 3 วัน",),
        (
            "เกิน 180 มก./ดล. โทร 1-800-662-4357 เวลา 21.00 น.",
            "เกิน 180 mg/dL โทร1-800-662-4357 3 ทุ่ม",
        ),
    ),
    "km": (
        ("លេប 500 មីលីក្រាម 2 ដងក្នុងមួយថ្ងៃ", "លេប ៥០០ mg ២ ដងក្នុងមួយថ្ងៃ"),
        ("ហៅទូរសព្ទ (555) 010-0123 ពីម៉ោង 8:30 ព្រឹក ដល់ម៉ោង 5 ល្ងាច",),
        ("មកវិញនៅថ្ងៃទី 3 ខែឧសភា ឆ្នាំ 2027",),
        ("លើសពី 38 អង្សាសេ (100.4 °F)", "លើសពី 38°C (100.4°F)"),
        ("លេប 2.5 mL រៀងរាល់ 6 ម៉ោងម្តង រយៈពេល 3 ថ្ងៃ",),
        ("លើស 180 mg/dL៖ ហៅ 1-800-662-4357 នៅម៉ោង 9 យប់",),
    ),
    "lo": (
        ("ກິນ 500 ມກ ມື້ລະ 2 ເທື່ອ", "ກິນ 500 mg ມື້ລະ 2 ຄັ້ງ"),
        ("ໂທຫາ (555) 010-0123 ແຕ່ 8:30 ໂມງເຊົ້າ ຫາ 5 ໂມງແລງ",),
        ("ກັບມາວັນທີ 3 ພຶດສະພາ 2027",),
        ("ສູງກວ່າ 38 °C (100.4 °F)",),
        ("ກິນ 2.5 mL ທຸກໆ 6 ຊົ່ວໂມງ ເປັນເວລາ 3 ມື້",),
        ("ເກີນ 180 mg/dL: ໂທ 1-800-662-4357 ເວລາ 9 ໂມງກາງຄືນ",),
    ),
    "my": (
        ("၅၀၀ မီလီဂရမ် တစ်နေ့ ၂ ကြိမ် သောက်ပါ။", "500 mg ကို တစ်နေ့ ၂ ကြိမ်"),
        ("နံနက် ၈:၃၀ မှ ညနေ ၅ နာရီအထိ (555) 010-0123 ကို ခေါ်ပါ။",),
        ("၂၀၂၇ ခုနှစ် မေလ ၃ ရက်",),
        ("၃၈ °C (၁၀၀.၄ °F) ထက်များလျှင်",),
        ("၆ နာရီတိုင်း ၂.၅ mL ၃ ရက် သောက်ပါ",),
        ("180 mg/dL ထက်များလျှင် ည ၉ နာရီတွင် 1-800-662-4357",),
    ),
    "hi": (
        ("दिन में 2 बार 500 मि.ग्रा. लें।", "दिन में २ बार ५०० मिलीग्राम लें", "500 mg दिन में 2 बार"),
        (
            "सुबह 8:30 बजे से शाम 5 बजे तक (555) 010-0123 पर फ़ोन करें।",
            "सुबह साढ़े 8 बजे से शाम 5 बजे तक (555) 010-0123",
        ),
        ("3 मई 2027 को आएँ।",),
        ("38 डिग्री सेल्सियस (100.4 डिग्री फ़ारेनहाइट) से ज़्यादा",),
        ("3 दिन तक हर 6 घंटे में 2.5 मि.ली. लें।",),
        ("180 mg/dL से ज़्यादा: रात 9 बजे 1-800-662-4357",),
    ),
    "bn": (
        ("দিনে ২ বার ৫০০ মিলিগ্রাম খান।", "500 mg দিনে 2 বার"),
        (
            "সকাল ৮:৩০টা থেকে বিকাল ৫টা পর্যন্ত (555) 010-0123 নম্বরে ফোন করুন।",
            "সকাল সাড়ে ৮টা থেকে বিকেল ৫টা পর্যন্ত (৫৫৫) ০১০-০১২৩",
        ),
        ("৩ মে ২০২৭ তারিখে আসুন।", "২০২৭ সালের ৩ মে"),
        ("৩৮ ডিগ্রি সেলসিয়াস (১০০.৪ ডিগ্রি ফারেনহাইট) এর বেশি", "38°C (100.4°F) এর বেশি"),
        ("৩ দিন ধরে প্রতি ৬ ঘণ্টায় ২.৫ মিলি খান।",),
        ("180 mg/dL এর বেশি: রাত ৯টায় 1-800-662-4357",),
    ),
    "ta": (
        ("ஒரு நாளைக்கு 2 முறை 500 மி.கி. எடுத்துக்கொள்ளுங்கள்.", "500 மில்லிகிராம் தினமும் 2 முறை"),
        ("காலை 8:30 மணி முதல் மாலை 5 மணி வரை (555) 010-0123 ஐ அழைக்கவும்.",),
        ("2027 மே 3 அன்று வாருங்கள்.", "மே 3, 2027"),
        ("38 °C (100.4 °F)க்கு மேல்",),
        ("3 நாட்களுக்கு 6 மணிநேரத்திற்கு ஒருமுறை 2.5 மிலி",),
        ("180 mg/dL க்கு மேல்: இரவு 9 மணிக்கு 1-800-662-4357",),
    ),
    "ar": (
        ("تناول 500 ملغ مرتين يوميا. 2", "تناول ٥٠٠ مجم ٢ مرات يوميًا"),
        (
            "اتصل بالرقم (555) 010-0123 من 8:30 صباحًا حتى 5 مساءً.",
            "اتصل على \u200e(٥٥٥) ٠١٠-٠١٢٣\u200e من الساعة ٨:٣٠ صباحاً إلى الساعة ٥ مساءً",
        ),
        ("عد في 3 مايو 2027.", "عد في ٣ مايو ٢٠٢٧", "3 أيار 2027"),
        ("أعلى من 38 درجة مئوية (100.4 درجة فهرنهايت)",),
        ("تناول 2.5 مل كل 6 ساعات لمدة 3 أيام.", "٢٫٥ مل كل ٦ ساعات لمدة ٣ أيام"),
        ("أعلى من 180 ملغ/دل: اتصل 1-800-662-4357 الساعة 9 مساء",),
    ),
    "fa": (
        ("روزی ۲ بار ۵۰۰ میلی\u200cگرم مصرف کنید.", "500 میلی گرم 2 بار در روز"),
        (
            "از ۸:۳۰ صبح تا ۵ بعدازظهر با (۵۵۵) ۰۱۰-۰۱۲۳ تماس بگیرید.",
            "از ساعت 8:30 صبح تا 5 عصر (555) 010-0123",
        ),
        ("۳ مه ۲۰۲۷ بیایید.", "3 می 2027"),
        ("بیش از ۳۸ درجه سانتی\u200cگراد (۱۰۰٫۴ درجه فارنهایت)",),
        ("هر ۶ ساعت ۲٫۵ میلی\u200cلیتر به مدت ۳ روز",),
        ("بیش از 180 mg/dL: ساعت ۹ شب با 1-800-662-4357",),
    ),
    "he": (
        ("קחו 500 מ״ג 2 פעמים ביום.", 'קחו 500 מ"ג 2 פעמים ביום'),
        (
            "התקשרו ל-(555) 010-0123 בין 8:30 בבוקר ל-5 אחר הצהריים.",
            "(555) 010-0123 בין השעות 8:30-17:00",
        ),
        ("חזרו ב-3 במאי 2027.",),
        ("מעל 38°C (100.4°F)", "מעל 38 מעלות צלזיוס (100.4 מעלות פרנהייט)"),
        ("2.5 מ״ל כל 6 שעות במשך 3 ימים",),
        ("מעל 180 מ״ג/ד״ל: התקשרו ל-1-800-662-4357 ב-9 בערב",),
    ),
    "ru": (
        ("Принимайте по 500 мг 2 раза в день.", "500 миллиграммов 2 раза в сутки"),
        (
            "Звоните (555) 010-0123 с 8:30 утра до 5 часов вечера.",
            "с 8.30 до 17.00 по тел. (555) 010-0123",
            "с 8:30 до 17:00 (555) 010-0123",
        ),
        ("Приходите 3 мая 2027 г.", "3 мая 2027 года"),
        ("Выше 38 °C (100,4 °F)", "выше 38 градусов Цельсия (100,4 градуса по Фаренгейту)"),
        ("По 2,5 мл каждые 6 часов в течение 3 дней",),
        (
            "Выше 180 мг/дл: звоните 1-800-662-4357 в 9 вечера",
            "Выше 180 мг/дл: 1-800-662-4357 в 21:00",
        ),
    ),
    "uk": (
        ("Приймайте по 500 мг 2 рази на день.",),
        ("Телефонуйте (555) 010-0123 з 8:30 до 17:00.", "з 8:30 ранку до 5 вечора (555) 010-0123"),
        ("Приходьте 3 травня 2027 р.", "3 травня 2027 року"),
        ("Вище 38 °C (100,4 °F)",),
        ("По 2,5 мл кожні 6 годин протягом 3 днів",),
        (
            "Вище 180 мг/дл: 1-800-662-4357 о 21:00",
            "Вище 180 мг/дл: 1-800-662-4357 о 9 годині вечора",
        ),
    ),
    "de": (
        ("Nehmen Sie 2-mal täglich 500 mg.", "2x täglich 500 Milligramm"),
        (
            "Rufen Sie von 8.30 bis 17 Uhr an: (555) 010-0123.",
            "von 8:30 Uhr bis 17:00 Uhr (555) 010-0123",
            "8.30–17 Uhr, Tel.(555) 010-0123",
        ),
        ("Kommen Sie am 3. Mai 2027.", "am 3.5.2027"),
        ("Über 38 °C (100,4 °F)", "über 38 Grad Celsius (100,4 Grad Fahrenheit)"),
        ("2,5 ml alle 6 Stunden, 3 Tage lang", "alle 6 Stunden 2,5 ml, in den nächsten 3 Tagen"),
        (
            "Über 180 mg/dl: 1-800-662-4357 um 21 Uhr",
            "Über 180 mg/dl: 1-800-662-4357 um 9 Uhr abends",
        ),
    ),
    "fr": (
        ("Prenez 500 mg 2 fois par jour.", "500 milligrammes 2 fois par jour"),
        (
            "Appelez le (555) 010-0123 de 8 h 30 à 17 h.",
            "de 8h30 à 17h00 au (555) 010-0123",
            "de 8 h 30 à 17 heures (555) 010-0123",
        ),
        ("Revenez le 3 mai 2027.",),
        ("Plus de 38 °C (100,4 °F)", "38 degrés Celsius (100,4 degrés Fahrenheit)"),
        ("2,5 ml toutes les 6 heures pendant 3 jours",),
        (
            "Plus de 180 mg/dL : 1-800-662-4357 à 21 h",
            "180 mg/dl : 1-800-662-4357 à 9 heures du soir",
        ),
    ),
    "es": (
        ("Tome 500 mg 2 veces al día.",),
        (
            "Llame al (555) 010-0123 de 8:30 a. m. a 5 p. m.",
            "de 8:30 de la mañana a 5 de la tarde (555) 010-0123",
            "de 8:30 a 17:00 h al (555) 010-0123",
            "de 8:30 a.m. a 5:00 p.m. al (555) 010-0123",
        ),
        ("Regrese el 3 de mayo de 2027.",),
        ("Más de 38 °C (100.4 °F)", "38 grados Celsius (100,4 grados Fahrenheit)"),
        ("2.5 ml cada 6 horas por 3 días",),
        ("Más de 180 mg/dl: 1-800-662-4357 a las 9 de la noche",),
    ),
    "pt-BR": (
        ("Tome 500 mg 2 vezes ao dia.",),
        (
            "Ligue para (555) 010-0123 das 8h30 às 17h.",
            "das 8h30 às 17h00 (555) 010-0123",
            "das 8:30 da manhã às 5 da tarde (555) 010-0123",
        ),
        ("Volte em 3 de maio de 2027.",),
        ("Acima de 38 °C (100,4 °F)",),
        ("2,5 ml a cada 6 horas por 3 dias",),
        ("Acima de 180 mg/dL: 1-800-662-4357 às 21h", "180 mg/dL 1-800-662-4357 às 9 da noite"),
    ),
    "it": (
        ("Prenda 500 mg 2 volte al giorno.",),
        (
            "Chiami lo (555) 010-0123 dalle 8.30 alle 17.",
            "dalle ore 8.30 alle ore 17.00 (555) 010-0123",
            "dalle 8:30 alle 17:00 (555) 010-0123",
        ),
        ("Torni il 3 maggio 2027.",),
        ("Oltre 38 °C (100,4 °F)",),
        ("2,5 ml ogni 6 ore per 3 giorni",),
        ("Oltre 180 mg/dl: 1-800-662-4357 alle 21", "180 mg/dl 1-800-662-4357 alle ore 21.00"),
    ),
    "pl": (
        ("Przyjmuj 500 mg 2 razy dziennie.",),
        (
            "Dzwoń (555) 010-0123 w godz. 8.30–17.00.",
            "od 8:30 do 17:00 (555) 010-0123",
            "od godz. 8.30 do godz. 17.00 (555) 010-0123",
        ),
        ("Przyjdź 3 maja 2027 r.", "3 maja 2027 roku"),
        ("Powyżej 38 °C (100,4 °F)",),
        ("2,5 ml co 6 godzin przez 3 dni",),
        ("Powyżej 180 mg/dl: 1-800-662-4357 o godz. 21", "180 mg/dl 1-800-662-4357 o 21:00"),
    ),
    "vi": (
        ("Uống 500 mg 2 lần mỗi ngày.",),
        (
            "Gọi (555) 010-0123 từ 8 giờ 30 sáng đến 5 giờ chiều.",
            "từ 8:30 sáng đến 5 giờ chiều (555) 010-0123",
            "8h30 sáng - 5h chiều (555) 010-0123",
        ),
        ("Trở lại ngày 3 tháng 5 năm 2027.",),
        ("Trên 38 độ C (100,4 độ F)", "38°C (100.4°F)"),
        ("Uống 2,5 mL mỗi 6 giờ trong 3 ngày.",),
        ("Trên 180 mg/dL: gọi 1-800-662-4357 lúc 9 giờ tối",),
    ),
    "tr": (
        ("Günde 2 kez 500 mg alın.", "Günde 2 kez 500 miligram"),
        (
            "Saat 8.30 ile 17.00 arasında (555) 010-0123 numarasını arayın.",
            "sabah 8:30'dan akşam 5'e kadar (555) 010-0123",
            "08:30-17:00 (555) 010-0123",
        ),
        ("3 Mayıs 2027'de gelin.",),
        ("38 °C'nin (100,4 °F) üstünde",),
        ("3 gün boyunca 6 saatte bir 2,5 ml",),
        ("180 mg/dl'nin üstünde: saat 21.00'de 1-800-662-4357",),
    ),
    "am": (
        ("በቀን 2 ጊዜ 500 ሚ.ግ ይውሰዱ።", "500 mg በቀን 2 ጊዜ", "500 ሚሊግራም በቀን 2 ጊዜ"),
        ("ከጠዋቱ 2:30 እስከ ከሰዓት 11 ሰዓት (555) 010-0123 ይደውሉ።", "ከ8:30 a.m. እስከ 5 p.m. (555) 010-0123"),
        ("ሜይ 3፣ 2027 ይምጡ።",),
        ("ከ38 °C (100.4 °F) በላይ",),
        ("በየ 6 ሰዓቱ 2.5 ሚሊ ሊትር ለ3 ቀናት",),
        ("ከ180 mg/dL በላይ፦ 1-800-662-4357 ከምሽቱ 3 ሰዓት",),
    ),
    "so": (
        ("Qaado 500 mg 2 jeer maalintii.",),
        ("Wac (555) 010-0123 laga bilaabo 8:30 subaxnimo ilaa 5 galabnimo.",),
        ("Imow Maajo 3, 2027.", "3 May 2027"),
        ("Ka badan 38 °C (100.4 °F)",),
        ("2.5 mL 6 saacadoodba mar muddo 3 maalmood ah",),
        ("Ka badan 180 mg/dL: 1-800-662-4357 9 habeennimo",),
    ),
    "sw": (
        (
            "Tumia miligramu 500 mara 2 kwa siku.",
            "mg 500 mara 2 kwa siku",
            "500 mg mara 2 kwa siku",
        ),
        (
            "Piga simu (555) 010-0123 kuanzia saa 2:30 asubuhi hadi saa 11 jioni.",
            "8:30 asubuhi hadi 5 jioni (555) 010-0123",
        ),
        ("Rudi tarehe 3 Mei 2027.",),
        ("Zaidi ya 38 °C (100.4 °F)",),
        ("Mililita 2.5 kila baada ya saa 6 kwa siku 3", "2.5 mL kila saa 6 kwa siku 3"),
        ("Zaidi ya 180 mg/dL: 1-800-662-4357 saa 3 usiku",),
    ),
    "ht": (
        ("Pran 500 mg 2 fwa pa jou.", "500 miligram 2 fwa pa jou"),
        (
            "Rele (555) 010-0123 depi 8:30 nan maten jiska 5 è nan aprèmidi.",
            "8 è 30 nan maten rive 5è nan aprèmidi (555) 010-0123",
        ),
        ("Tounen 3 me 2027.",),
        ("Plis pase 38 °C (100.4 °F)",),
        ("2.5 ml chak 6 èdtan pandan 3 jou", "2.5 ml chak 6 è pandan 3 jou"),
        ("Plis pase 180 mg/dL: 1-800-662-4357 a 9 è diswa",),
    ),
    "tl": (
        ("Uminom ng 500 mg 2 beses sa isang araw.",),
        (
            "Tumawag sa (555) 010-0123 mula 8:30 ng umaga hanggang 5 ng hapon.",
            "8:30 a.m. hanggang 5:00 p.m. (555) 010-0123",
            "alas-8:30 ng umaga hanggang alas-5 ng hapon (555) 010-0123",
        ),
        ("Bumalik sa Mayo 3, 2027.", "ika-3 ng Mayo 2027"),
        ("Higit sa 38 °C (100.4 °F)",),
        ("2.5 mL bawat 6 na oras sa loob ng 3 araw",),
        ("Higit sa 180 mg/dL: 1-800-662-4357 ng 9 ng gabi",),
    ),
}
"""By language, in the order of the sources: ways in which translators write each of them."""

BY_ANOTHER_CLOCK = ("am", "sw")
"""Languages whose hours may begin at six: a time is a warning to look at."""
IN_DOUBT = ("à 21 h", "alle 21", "akşam 5'e")
"""Hours with too little beside them to be sure."""


@pytest.mark.parametrize("language", WAYS)
def test_the_way_of_a_language_is_no_fault(language: str) -> None:
    told = {
        (text, fault)
        for source, texts in zip(SOURCES, WAYS[language], strict=True)
        for text in texts
        for fault in said(source, text, language)
    }
    sure = {fault for text, fault in told if not any(words in text for words in IN_DOUBT)}
    assert [fault for _, fault in told if " error " in fault] == []
    assert language in BY_ANOTHER_CLOCK or sure == set()


def wrong(text: str) -> list[str]:
    """Return a text with each of its numbers wrong in turn, in its own digits."""
    changed = []
    for number in re.finditer(r"\d+", text):
        last = number.end() - 1
        digit = unicodedata.decimal(text[last])
        other = chr(ord(text[last]) - digit + (digit + 3) % 10)
        changed.append(text[:last] + other + text[last + 1 :])
    return changed


@pytest.mark.parametrize("language", WAYS)
def test_a_wrong_digit_is_an_error_in_each_language(language: str) -> None:
    passed = [
        text
        for source, texts in zip(SOURCES, WAYS[language], strict=True)
        for way in texts[:1]
        for text in wrong(way)
        if not any(" error " in fault for fault in said(source, text, language))
    ]
    assert passed == []


SWAPS = (
    ("zh-Hans", 0, "每次500微克，每日2次。"),
    ("zh-Hans", 0, "1日2次，每次服500mcg。"),
    ("zh-Hans", 4, "每6天服2.5毫升，连服3天。"),
    ("zh-Hans", 1, "请在上午8点30分至上午5点致电(555) 010-0123。"),
    ("zh-Hans", 4, "每6小时服2.5升，连服3天。"),
    ("zh-Hans", 5, "高于180mg/dL：早上9点拨打1-800-662-4357。"),
    ("zh-Hans", 3, "超过38华氏度（100.4华氏度）请来电。"),
    ("zh-Hant", 0, "每次500微克，每日2次。"),
    ("zh-Hant", 1, "請在上午8時30分至上午5時致電(555) 010-0123。"),
    ("zh-Hant", 4, "每6分鐘服2.5毫升，連服3天。"),
    ("zh-Hant", 5, "高於180毫克／分升：早上9點撥打1-800-662-4357。"),
    ("ja", 0, "1回500mcgを1日2回飲んでください。"),
    ("ja", 0, "500マイクログラムを1日2回"),
    ("ja", 1, "午前8時30分から午前5時まで(555) 010-0123に電話してください。"),
    ("ja", 4, "6日ごとに2.5 mLを3日間飲む。"),
    ("ja", 4, "6時間おきに2.5リットル、3日間"),
    ("ko", 0, "500mcg을 1일 2회 복용하세요."),
    ("ko", 0, "1회 500마이크로그램을 하루 2번"),
    ("ko", 1, "오전 8시 30분부터 오전 5시까지 (555) 010-0123으로 전화하세요."),
    ("ko", 4, "3일 동안 6분마다 2.5mL씩 드세요."),
    ("ko", 5, "180mg/dL보다 높으면 아침 9시에 1-800-662-4357로 전화"),
    ("ko", 3, "화씨 38도(화씨 100.4도)를 넘으면"),
    ("th", 0, "รับประทาน 500 มคก. วันละ 2 ครั้ง"),
    ("th", 0, "กินยา 500 ไมโครกรัม วันละ 2 ครั้ง"),
    ("th", 4, "กิน 2.5 มล. ทุก 6 วัน เป็นเวลา 3 วัน"),
    ("th", 4, "กิน 2.5 ล. ทุก 6 ชั่วโมง เป็นเวลา 3 วัน"),
    ("th", 1, "โทร.(555) 010-0123 เวลา 8.30-5.00 น."),
    ("th", 3, "สูงกว่า 38 องศาฟาเรนไฮต์ (100.4 องศาฟาเรนไฮต์)"),
    ("km", 0, "លេប 500 មីក្រូក្រាម 2 ដងក្នុងមួយថ្ងៃ"),
    ("km", 1, "ហៅទូរសព្ទ (555) 010-0123 ពីម៉ោង 8:30 ព្រឹក ដល់ម៉ោង 5 ព្រឹក"),
    ("km", 4, "លេប 2.5 mL រៀងរាល់ 6 ថ្ងៃម្តង រយៈពេល 3 ថ្ងៃ"),
    ("km", 0, "លេប ៥០០ mcg ២ ដងក្នុងមួយថ្ងៃ"),
    ("lo", 0, "ກິນ 500 mcg ມື້ລະ 2 ຄັ້ງ"),
    ("lo", 1, "ໂທຫາ (555) 010-0123 ແຕ່ 8:30 ໂມງເຊົ້າ ຫາ 5 ໂມງເຊົ້າ"),
    ("lo", 4, "ກິນ 2.5 mL ທຸກໆ 6 ມື້ ເປັນເວລາ 3 ມື້"),
    ("my", 1, "နံနက် ၈:၃၀ မှ နံနက် ၅ နာရီအထိ (555) 010-0123 ကို ခေါ်ပါ။"),
    ("my", 0, "500 mcg ကို တစ်နေ့ ၂ ကြိမ်"),
    ("my", 0, "၅၀၀ ဂရမ် တစ်နေ့ ၂ ကြိမ် သောက်ပါ။"),
    ("my", 4, "၆ ရက်တိုင်း ၂.၅ mL ၃ ရက် သောက်ပါ"),
    ("hi", 0, "दिन में 2 बार 500 माइक्रोग्राम लें।"),
    ("hi", 0, "दिन में २ बार ५०० ग्राम लें"),
    ("hi", 1, "सुबह 8:30 बजे से सुबह 5 बजे तक (555) 010-0123 पर फ़ोन करें।"),
    ("hi", 4, "3 दिन तक हर 6 दिन में 2.5 मि.ली. लें।"),
    ("hi", 4, "3 दिन तक हर 6 घंटे में 2.5 लीटर लें।"),
    ("bn", 0, "দিনে ২ বার ৫০০ মাইক্রোগ্রাম খান।"),
    ("bn", 1, "সকাল ৮:৩০টা থেকে সকাল ৫টা পর্যন্ত (555) 010-0123 নম্বরে ফোন করুন।"),
    ("bn", 4, "৩ দিন ধরে প্রতি ৬ দিনে ২.৫ মিলি খান।"),
    ("bn", 0, "500 mcg দিনে 2 বার"),
    ("ta", 0, "ஒரு நாளைக்கு 2 முறை 500 மைக்ரோ கிராம் எடுத்துக்கொள்ளுங்கள்."),
    ("ta", 1, "காலை 8:30 மணி முதல் காலை 5 மணி வரை (555) 010-0123 ஐ அழைக்கவும்."),
    ("ta", 4, "3 நாட்களுக்கு 6 நாட்களுக்கு ஒருமுறை 2.5 மிலி"),
    ("ar", 0, "تناول 500 مكغ مرتين يوميا. 2"),
    ("ar", 0, "تناول ٥٠٠ مكغ ٢ مرات يوميًا"),
    ("ar", 1, "اتصل بالرقم (555) 010-0123 من 8:30 صباحًا حتى 5 صباحًا."),
    ("ar", 4, "تناول 2.5 مل كل 6 أيام لمدة 3 أيام."),
    ("ar", 4, "تناول 2.5 لتر كل 6 ساعات لمدة 3 أيام."),
    ("fa", 0, "روزی ۲ بار ۵۰۰ میکروگرم مصرف کنید."),
    ("fa", 1, "از ۸:۳۰ صبح تا ۵ صبح با (۵۵۵) ۰۱۰-۰۱۲۳ تماس بگیرید."),
    ("fa", 4, "هر ۶ روز ۲٫۵ میلی\u200cلیتر به مدت ۳ روز"),
    ("fa", 4, "هر ۶ ساعت ۲٫۵ لیتر به مدت ۳ روز"),
    ("he", 0, "קחו 500 מק״ג 2 פעמים ביום."),
    ("he", 1, "התקשרו ל-(555) 010-0123 בין 8:30 בבוקר ל-5 בבוקר."),
    ("he", 4, "2.5 ליטר כל 6 שעות במשך 3 ימים"),
    ("ru", 0, "Принимайте по 500 мкг 2 раза в день."),
    ("ru", 0, "500 микрограммов 2 раза в сутки"),
    ("ru", 1, "Звоните (555) 010-0123 с 8:30 утра до 5 часов утра."),
    ("ru", 1, "Звоните (555) 010-0123 с 8:30 утра до 5 дней вечера."),
    ("ru", 4, "По 2,5 л каждые 6 часов в течение 3 дней"),
    ("uk", 0, "Приймайте по 500 мкг 2 рази на день."),
    ("uk", 1, "з 8:30 ранку до 5 ранку (555) 010-0123"),
    ("uk", 4, "По 2,5 мл кожні 6 днів протягом 3 днів"),
    ("uk", 4, "По 2,5 л кожні 6 годин протягом 3 днів"),
    ("de", 0, "Nehmen Sie 2-mal täglich 500 mcg."),
    ("de", 0, "2x täglich 500 Mikrogramm"),
    ("de", 1, "Rufen Sie von 8.30 bis 5 Uhr an: (555) 010-0123."),
    ("de", 4, "2,5 ml alle 6 Tage, 3 Tage lang"),
    ("de", 4, "2,5 l alle 6 Stunden, 3 Tage lang"),
    ("de", 5, "Über 180 mg/dl: 1-800-662-4357 um 9 Uhr morgens"),
    ("de", 3, "Über 38 °F (100,4 °F)"),
    ("fr", 0, "Prenez 500 µg 2 fois par jour."),
    ("fr", 0, "500 microgrammes 2 fois par jour"),
    ("fr", 1, "de 8 h 30 à 17 jours (555) 010-0123"),
    ("fr", 4, "2,5 l toutes les 6 heures pendant 3 jours"),
    ("fr", 1, "Appelez le (555) 010-0123 de 8 h 30 à 5 h."),
    ("es", 0, "Tome 500 mcg 2 veces al día."),
    ("es", 1, "Llame al (555) 010-0123 de 8:30 a. m. a 5 a. m."),
    ("es", 4, "2.5 ml cada 6 días por 3 días"),
    ("es", 5, "Más de 180 mg/dl: 1-800-662-4357 a las 9 de la mañana"),
    ("es", 4, "2.5 l cada 6 horas por 3 días"),
    ("es", 1, "de 8:30 a.m. a 5:00 a.m. al (555) 010-0123"),
    ("pt-BR", 0, "Tome 500 mcg 2 vezes ao dia."),
    ("pt-BR", 4, "2,5 ml a cada 6 dias por 3 dias"),
    ("pt-BR", 1, "das 8:30 da manhã às 5 da manhã (555) 010-0123"),
    ("pt-BR", 4, "2,5 l a cada 6 horas por 3 dias"),
    ("pt-BR", 5, "180 mg/dL 1-800-662-4357 às 9 da manhã"),
    ("it", 0, "Prenda 500 mcg 2 volte al giorno."),
    ("it", 4, "2,5 ml ogni 6 giorni per 3 giorni"),
    ("it", 4, "2,5 l ogni 6 ore per 3 giorni"),
    ("pl", 0, "Przyjmuj 500 mcg 2 razy dziennie."),
    ("pl", 4, "2,5 ml co 6 dni przez 3 dni"),
    ("pl", 4, "2,5 l co 6 godzin przez 3 dni"),
    ("vi", 0, "Uống 500 mcg 2 lần mỗi ngày."),
    ("vi", 1, "Gọi (555) 010-0123 từ 8 giờ 30 sáng đến 5 giờ sáng."),
    ("vi", 4, "Uống 2,5 mL mỗi 6 ngày trong 3 ngày."),
    ("vi", 4, "Uống 2,5 L mỗi 6 giờ trong 3 ngày."),
    ("vi", 5, "Trên 180 mg/dL: gọi 1-800-662-4357 lúc 9 giờ sáng"),
    ("tr", 0, "Günde 2 kez 500 mcg alın."),
    ("tr", 0, "Günde 2 kez 500 mikrogram"),
    ("tr", 4, "3 gün boyunca 6 günde bir 2,5 ml"),
    ("tr", 4, "3 gün boyunca 6 saatte bir 2,5 l"),
    ("am", 0, "በቀን 2 ጊዜ 500 ማይክሮግራም ይውሰዱ።"),
    ("am", 0, "500 mcg በቀን 2 ጊዜ"),
    ("so", 0, "Qaado 500 mcg 2 jeer maalintii."),
    ("so", 1, "Wac (555) 010-0123 laga bilaabo 8:30 subaxnimo ilaa 5 subaxnimo."),
    ("so", 4, "2.5 mL 6 maalmood mar muddo 3 maalmood ah"),
    ("sw", 0, "Tumia mikrogramu 500 mara 2 kwa siku."),
    ("sw", 0, "mcg 500 mara 2 kwa siku"),
    ("sw", 4, "Mililita 2.5 kila baada ya siku 6 kwa siku 3"),
    ("ht", 0, "Pran 500 mcg 2 fwa pa jou."),
    ("ht", 1, "Rele (555) 010-0123 depi 8:30 nan maten jiska 5 è nan maten."),
    ("ht", 4, "2.5 ml chak 6 jou pandan 3 jou"),
    ("ht", 0, "500 mikwogram 2 fwa pa jou"),
    ("tl", 0, "Uminom ng 500 mcg 2 beses sa isang araw."),
    ("tl", 1, "Tumawag sa (555) 010-0123 mula 8:30 ng umaga hanggang 5 ng umaga."),
    ("tl", 4, "2.5 mL bawat 6 na araw sa loob ng 3 araw"),
    ("tl", 1, "8:30 a.m. hanggang 5:00 a.m. (555) 010-0123"),
)
"""Language, source and a translation with another unit, or another half of the day."""


@pytest.mark.parametrize(("language", "source", "text"), SWAPS)
def test_another_unit_or_half_of_the_day_is_an_error(
    language: str, source: int, text: str
) -> None:
    assert any(" error " in fault for fault in said(SOURCES[source], text, language))


@pytest.mark.parametrize("language", WAYS)
def test_a_lost_phone_is_an_error(language: str) -> None:
    for way in WAYS[language][1]:
        text = re.sub(r"[（(]\w{3}[）)] ?\w{3}-\w{4}", "", way)
        assert any("lacks phone 5550100123" in fault for fault in said(SOURCES[1], text, language))


@pytest.mark.parametrize(
    ("source", "text", "language"),
    [
        ("Drink 3 pints (1.7 litres).", "Trinken Sie 3 Pints (1,7 Liter).", "de"),
        ("Drink 3 pints (1.7 litres).", "3 पिंट (1.7 लीटर) पिएँ।", "hi"),
        ("You weigh 12 stone 7 pounds (79 kg).", "Usted pesa 12 stones y 7 libras (79 kg).", "es"),
        ("Half past 8 to quarter to 9", "8.30 Uhr bis 8.45 Uhr", "de"),
        ("Half past 8", "Um halb 9", "de"),
        ("Open 9.30am to 5pm", "9:30 a.m. a 5:00 p.m.", "es"),
        ("Open 9.30 a.m.–5 p.m.", "godz. 9.30–17.00", "pl"),
        ("Take 2 tablespoons (30 ml).", "Prenez 2 cuillères à soupe (30 ml).", "fr"),
        ("Take 1 tablet.", "1錠を飲みます。", "ja"),
        ("Take one tablet.", "Nehmen Sie 1 Tablette.", "de"),
        ("Take 2 tablets twice a day.", "1回2錠を1日2回飲みます。", "ja"),
        ("Take 2 tablets a day.", "1日2次，每次1次", "zh-Hans"),
        ("In 2027", "В 2027 г.", "ru"),
        ("From 2025 to 2027", "2025–2027 гг.", "ru"),
        ("A baby of 2000 g", "Ребёнок весом 2000 г", "ru"),
        ("At 8 a.m.", "في الساعة ٨ صباحاً", "ar"),
        ("5 boxes", "5 กล่อง", "th"),
        ("5 pills", "ဆေး ၅ လုံး", "my"),
        ("2 times a day", "Uống 2 lần mỗi ngày", "vi"),
        ("2.50 to 5.00 mg", "от 2.50 до 5.00 мг", "ru"),
        ("You may 5 times", "Usted puede 5 veces", "es"),
        ("5 on each day", "5 am Tag", "de"),
        ("An injection every 2 hours", "2시간마다 주사", "ko"),
        ("Between 2026 and 2027", "2026年至2027年", "zh-Hans"),
        ("10 million people", "1000만 명", "ko"),
        ("10,000 people", "watu elfu 10", "sw"),
        ("5% of people", "%5 kişi", "tr"),
        ("5% of people", "有百分之5的人", "zh-Hans"),
        ("At 4:30 p.m.", "오후 4시 반", "ko"),
        ("On May 3", "5월 3일", "ko"),
        ("For 7% of people", "对7%的人", "zh-Hans"),
        ("Above 7%", "7%보다 높으면", "ko"),
        ("Below 7%", "7％未満", "ja"),
        ("Above 38 °C", "38℃以上", "ja"),
        ("24 hours a day", "Las 24 horas del día", "es"),
        ("24 hours a day, 7 days a week", "24 heures sur 24, 7 jours sur 7", "fr"),
        ("24 hours a day", "24 ore su 24", "it"),
        ("Monday to Friday", "Từ thứ 2 đến thứ 6", "vi"),
        ("From 8 a.m. to 4:30 p.m.", "08.00-16.30 saatleri arasında", "tr"),
        ("From 8 a.m. to 4:30 p.m.", "de 8 h à 16 h 30", "fr"),
        ("34.2 million people", "34,2 млн человек", "ru"),
        ("34.2 million people", "34,2 Mio. Menschen", "de"),
        ("Half a spoon of salt (3.5 gms)", "Media cucharadita de sal (3.5 gramos)", "es"),
        ("Lift 5 kilos, drink 250 mls.", "Levante 5 kg, beba 250 ml.", "es"),
        ("Above 38 °C", "38도가 넘으면", "ko"),
        ("Above 38 °C", "38度以上", "ja"),
        ("Above 36.6 °C", "выше 36,6 ° C", "ru"),
        ("Above 38 °C", "Über 38 Grad", "de"),
        ("Not past 90°", "不要超过90度", "zh-Hans"),
        ("300 to 1,000 mg every 4 to 6 hours", "4〜6時間ごとに300〜1,000㎎", "ja"),
        ("At 7 p.m.", "7h nan aswè", "ht"),
        ("Take it once a day.", "1日1回飲みます。", "ja"),
        ("On May 3", "Ngày 3 tháng 5", "vi"),
        ("On May 3", "Am 3. Mai", "de"),
    ],
)  # fmt: skip
def test_honest_ways_in_both_languages(source: str, text: str, language: str) -> None:
    assert [fault for fault in said(source, text, language) if "'not'" not in fault] == []


@pytest.mark.parametrize(
    ("source", "text", "language", "told"),
    [
        ("Drink 3 pints.", "Trinken Sie 3 Liter.", "de", "lacks measure 3 pint and adds dose 3 l"),
        ("Half past 8", "Um halb 8", "de", "lacks time 08:30 and adds time 07:30"),
        ("24 hours a day", "23 heures sur 24", "fr", "lacks span 24 hour and adds number 24, span 23 hour"),
        ("Above 103 °F", "103도가 넘으면", "ko", "lacks dose 103 °f and adds dose 103 °"),
        ("Above 38 °C", "39도가 넘으면", "ko", "lacks dose 38 °c and adds dose 39 °"),
        ("A baby of 2000 g", "Un bebé de 2000 l", "es", "lacks dose 2000 g and adds dose 2000 l"),
        ("In 2027", "В 2027 мг", "ru", "lacks number 2027 and adds dose 2027 mg"),
        ("On May 3", "Ngày 4 tháng 5", "vi", "lacks date 05-03 and adds date 05-04"),
        ("On May 3, 2027", "El 3 de junio de 2027", "es", "lacks date 2027-05-03 and adds date 2027-06-03"),
        ("On May 3", "5月4日", "ja", "lacks date 05-03 and adds date 05-04"),
        ("In 2027", "В 2028 г.", "ru", "lacks number 2027 and adds number 2028"),
        ("Take 2 tablets a day.", "1日3錠", "ja", "lacks number 2 and adds number 3"),
        ("On May 3, 2027", "วันที่ 3 พฤษภาคม 2571", "th", "lacks date 2027-05-03 and adds date 2571-05-03"),
        ("2.50 to 5.00 mg", "от 2.50 до 6.00 мг", "ru", "lacks dose 5 mg and adds dose 6 mg"),
    ],
)  # fmt: skip
def test_a_real_change_is_told(source: str, text: str, language: str, told: str) -> None:
    assert said(source, text, language) == [
        f"{language}.po:7 error the translation of 'title' {told}."
    ]


def test_a_clock_from_six_is_a_warning() -> None:
    told = "writes time 08:00 in words that we do not know."
    [fault] = said("At 8 a.m.", "Saa 2 asubuhi", "sw")
    assert fault == f"sw.po:7 warning the translation of 'title' {told}"


@pytest.mark.slow  # it reads the words of many languages
def test_symbols_are_read_in_every_language() -> None:
    codes = [code for code in sorted(localedata.locale_identifiers()) if "_" not in code]
    text = "(555) 010-0123, 8:30, 500 mg, 2.5 mL, 2027, 38 °C, 5%"
    values = ["5550100123", "08:30", "500 mg", "5/2 ml", "2027", "38 °c", "5%"]
    assert [c for c in codes[::9] if [f.value for f in figures(text, ".", c)] != values] == []
