# ruff: noqa: E501  # a row holds the whole expected message
"""Parity: what a translation may not change."""

import time

import pytest

from plainleaf.checks.text.parity import check_parity
from plainleaf.errors import Finding
from plainleaf.model import Catalogue, Edition, Translation, Unit
from tests.values import library_of, tea


def said(source: str, text: str, code: str = "es") -> list[str]:
    """Return what is said of one unit and its translation."""
    return [f"{f.path}:{f.line} {f.severity} {f.message}" for f in findings(source, text, code)]


def findings(source: str, text: str, code: str, excused: bool = False) -> list[Finding]:
    """Return what the check finds in one unit and its translation."""
    handout = tea(title=Unit("title", source, 1))
    messages = {"title": Translation(source, text, fuzzy=False, line=7, excused=excused)}
    catalogue = Catalogue(code, f"{code}.po", messages)
    library = library_of(handout, catalogues={("tea", code): catalogue})
    edition = Edition("tea", (code,), "patient", "standard", "sheet", "letter")
    return list(check_parity(library, [edition]))


@pytest.mark.parametrize(
    ("source", "text", "code"),
    [
        ("Take 1,200 mg.", "Tome 1.200 mg.", "es"),
        ("Take 5 mg at 10:30.", "خذ ٥ مجم في الساعة ١٠:٣٠.", "ar"),
        ("Take 0.5 mL.", "0.5 毫升。", "zh-Hans"),
        ("Call (555) 010-1234.", "(555) 010-1234 पर फ़ोन करें।", "hi"),
        ("7 of 100 people", "१०० में से ७ लोग", "hi"),
        ("Do not wait.", "Không chờ.", "vi"),
        ("Take it two times a day.", "Tómelo 2 veces al día.", "es"),
        ("See [here](https://tea.example/).", "[此处](https://tea.example/)。", "zh-Hans"),
        ("Take 1,200 mg.", "Tome 1,200 mg.", "es"),
        ("Take 1.125 mg.", "Tome 1,125 mg.", "es"),
        ("Take 1.125 mg.", "Tome 1.125 mg.", "es-MX"),
        ("Take 1,200 mg or 1.125 mg.", "Nehmen Sie 1.200 mg oder 1,125 mg.", "de"),
        ("Take 1.125 mg, not 1,125 mg.", "خذ ١٫١٢٥ مجم لا ١٬١٢٥ مجم.", "ar"),
        ("Take .5 mg.", "Tome 0,5 mg.", "es"),
        ("Take 0.5 mg.", "每次.5毫克。", "zh-Hans"),
        ("A 0.5-mg pill", "Una píldora de 0,5 mg", "es"),
        ("Every 6 hours for 3 weeks", "Cada 6 horas por 3 semanas", "es"),
        ("Every 6 hours for 3 weeks", "每6小时一次，3个星期", "zh-Hans"),
        ("Every 6 hours for 3 weeks", "كل ٦ ساعات لمدة ٣ أسابيع", "ar"),
        ("Every 6 hours for 3 weeks", "3 हफ़्तों तक हर 6 घंटे में", "hi"),
        ("Every 6 hours for 3 weeks", "Mỗi 6 giờ trong 3 tuần", "vi"),
        ("Every 6 hours for 3 weeks", "Alle 6 Stunden, 3 Wochen lang", "de"),
        ("A 2-month course over 5 years", "Đợt 2 tháng trong 5 năm", "vi"),
        ("2 to 3 weeks", "de 2 semanas a 3 semanas", "es"),
        ("Every six hours", "Cada 6 horas", "es"),
        ("50 years or older", "50岁以上", "zh-Hans"),
        ("On May 3, 2026", "2026年5月3日", "zh-Hans"),
        ("On May 3, 2026", "Ngày 3 tháng 5 năm 2026", "vi"),
        ("On 5/3/2026", "El 3 de mayo de 2026", "es"),
        ("On 5/3/2026", "2026年5月3日", "zh-Hans"),
        ("On 5/3/26", "5/3/2026", "es"),
        ("In May 2026", "2026年5月", "zh-Hans"),
        ("10:30", "10点半", "zh-Hans"),
        ("10,000 people", "1万人", "zh-Hans"),
        ("1.5 million people", "150万人", "zh-Hans"),
        ("2,000,000 people or 2 million", "2 millones de personas o 2.000.000", "es"),
        ("2 million people", "2 triệu người", "vi"),
        ("2 million people", "20 लाख लोग", "hi"),
        ("2 million people", "٢ مليون شخص", "ar"),
        ("5 symptoms", "5 triệu chứng", "vi"),
        ("38 °C (100.4 °F)", "100,4 °F (38 °C)", "es"),
        ("Never lie down and do not wait.", "No se acueste.", "es"),
        ("Do not wait.", "N’attendez pas.", "fr"),
        ("Call twice a day.", "Rele 2 fwa pa jou.", "ht"),
        ("At least 2 pills", "Не менее 2 таблеток", "ru"),
    ],
)
def test_the_same_in_another_script_is_no_fault(source: str, text: str, code: str) -> None:
    assert said(source, text, code) == []


@pytest.mark.parametrize(
    ("source", "text", "expected"),
    [
        ("7 of 100", "9 de 100", "error the translation of 'title' lacks number 7 and adds number 9."),
        ("Take 5 mg.", "Tome 50 mg.", "error the translation of 'title' lacks dose 5 mg and adds dose 50 mg."),
        ("Take 5 mg.", "Tome 5.", "error the translation of 'title' lacks dose 5 mg and adds number 5."),
        ("Above 100.4 °F", "Más de 38 °C", "error the translation of 'title' lacks dose 100.4 °f and adds dose 38 °c."),
        ("Take 5 mg.", "Tome 5 mcg.", "error the translation of 'title' lacks dose 5 mg and adds dose 5 mcg."),
        ("At 10:30.", "A las 10:20.", "error the translation of 'title' lacks time 10:30 and adds time 10:20."),
        ("Call (555) 010-1234.", "Llame.", "error the translation of 'title' lacks phone 5550101234."),
        ("20% of them", "30% de ellos", "error the translation of 'title' lacks percent 20% and adds percent 30%."),
        ("Take 1.125 mg.", "Tome 1125 mg.", "error the translation of 'title' lacks dose 1.125 mg and adds dose 1125 mg."),
        ("Take 12.500 mg.", "Tome 12500 mg.", "error the translation of 'title' lacks dose 12.5 mg and adds dose 12500 mg."),
        ("Take .5 mg.", "Tome 5 mg.", "error the translation of 'title' lacks dose 0.5 mg and adds dose 5 mg."),
        ("Every 6 hours", "Cada 6 días", "error the translation of 'title' lacks span 6 hour and adds span 6 day."),
        ("For 3 weeks", "Durante 3 días", "error the translation of 'title' lacks span 3 week and adds span 3 day."),
        ("Every 3 hours", "A las 3 p. m.", "error the translation of 'title' lacks span 3 hour and adds time 15:00."),
        ("On May 3, 2026", "El 4 de mayo de 2026", "error the translation of 'title' lacks date 2026-05-03 and adds date 2026-05-04."),
        ("On 2026-05-03", "El 5 de mayo de 2026", "error the translation of 'title' lacks date 2026-05-03 and adds date 2026-05-05."),
        ("2 million people", "2 mil personas", "error the translation of 'title' lacks number 2000000 and adds number 2000."),
        ("5 mg of A, 10 mg of B", "10 mg de A, 5 mg de B", "warning the translation has the doses of 'title' in another order."),
        ("Do not eat. Never drink.", "Coma. Beba.", "warning only one of 'title' and its translation says 'not' or its like."),
        ("[a](https://a.example/)", "[a](https://b.example/)", "warning the translation of 'title' lacks link https://a.example/ and adds link https://b.example/."),
        ("Write to a@b.example.", "Escriba.", "warning the translation of 'title' lacks email a@b.example."),
        ("Do not wait.", "Espere.", "warning only one of 'title' and its translation says 'not' or its like."),
        ("Wait.", "No espere.", "warning only one of 'title' and its translation says 'not' or its like."),
    ],
)  # fmt: skip
def test_a_difference_is_told(source: str, text: str, expected: str) -> None:
    assert said(source, text) == [f"es.po:7 {expected}"]


@pytest.mark.parametrize(
    ("source", "text", "code", "figures"),
    [
        ("2 of them", "Dos de ellos.", "es", "number 2"),
        ("Take 5 mg.", "Qaado 5 (miigaraam).", "so", "dose 5 mg"),
        ("At 8 pm.", "Um 8, abends.", "de", "time 20:00"),
        ("From 9 am to 5 pm", "De 9 a 17 h", "es", "time 09:00, time 17:00"),
        ("At 3 pm", "15 giờ", "vi", "time 15:00"),
        ("At 3 pm", "A las 3", "es", "time 15:00"),
        ("For 3 weeks", "Durante tres semanas", "es", "span 3 week"),
        ("For 2 weeks", "لمدة أسبوعين", "ar", "span 2 week"),
    ],
)
def test_what_may_be_the_same_in_words_is_a_warning(
    source: str, text: str, code: str, figures: str
) -> None:
    told = f"the translation of 'title' writes {figures} in words that we do not know."
    assert said(source, text, code) == [f"{code}.po:7 warning {told}"]


def test_another_number_is_an_error_in_any_language() -> None:
    told = "lacks dose 5 mg and adds dose 50 mg."
    assert said("Take 5 mg.", "קחו 50 מ״ג.", "he") == [
        f"he.po:7 error the translation of 'title' {told}"
    ]


@pytest.mark.parametrize(
    ("source", "text", "code", "told"),
    [
        ("Take 1,125 mg.", "خذ 1.125 مجم.", "ar", "lacks dose 1125 mg and adds dose 1.125 mg"),
        ("Take 12.500 mg.", "服用12500毫克。", "zh-Hans", "lacks dose 12.5 mg and adds dose 12500 mg"),
        ("In 2026", "2027年", "zh-Hans", "lacks number 2026 and adds number 2027"),
        ("For 3 weeks", "3天", "zh-Hans", "lacks span 3 week and adds span 3 day"),
        ("For 3 weeks", "3年", "zh-Hans", "lacks span 3 week and adds span 3 year"),
        ("For 3 weeks", "لمدة ٣ أيام", "ar", "lacks span 3 week and adds span 3 day"),
        ("Every 6 hours", "हर 6 दिन में", "hi", "lacks span 6 hour and adds span 6 day"),
        ("Every 6 hours", "Mỗi 6 phút", "vi", "lacks span 6 hour and adds span 6 minute"),
        ("10,000 people", "10万人", "zh-Hans", "lacks number 10000 and adds number 100000"),
        ("10,000 people", "1億人", "ja", "lacks number 10000 and adds number 100000000"),
    ],
)  # fmt: skip
def test_a_wrong_figure_in_another_script_is_an_error(
    source: str, text: str, code: str, told: str
) -> None:
    assert said(source, text, code) == [f"{code}.po:7 error the translation of 'title' {told}."]


@pytest.mark.parametrize(
    ("text", "code"),
    [("Attendez.", "fr"), ("Espere.", "pt"), ("Warten Sie.", "de"), ("Ждите.", "ru"), ("Tann.", "ht")],
)  # fmt: skip
def test_a_lost_negation_is_told(text: str, code: str) -> None:
    told = "only one of 'title' and its translation says 'not' or its like."
    assert said("Do not wait.", text, code) == [f"{code}.po:7 warning {told}"]


@pytest.mark.parametrize(
    ("excused", "severity", "excuse"),
    [
        (False, "error", ", or, where it is right, write the comment '# figures are right' above it"),
        (True, "warning", ""),
    ],
)  # fmt: skip
def test_an_excused_figure_stops_nothing(excused: bool, severity: str, excuse: str) -> None:
    [found] = findings("Take 5 mg.", "Tome 50 mg.", "es", excused)
    hint = f"Write the same figures as the source, in digits{excuse}."
    assert (str(found.severity), found.hint) == (severity, hint)


@pytest.mark.parametrize(
    "piece", ["1.", ".5", "1/2/", "1.125,", "3 weeks ", "万1", "1½", "3 tháng "]
)
def test_hostile_text_takes_little_time(piece: str) -> None:
    start = time.process_time()
    said(piece * (20_000 // len(piece)), "1 2 3", "de")
    assert time.process_time() - start < 5


def test_negations_of_an_unlisted_language_are_not_judged() -> None:
    assert said("Do not wait.", "Odota.", "fi") == []


def test_a_text_that_is_not_current_is_left_to_another_check() -> None:
    assert said("7 of 100", "") == []


def test_a_number_sign_denies_nothing() -> None:
    assert said("Ask for room No. 5.", "اطلب الغرفة رقم 5.", "ar") == []


def test_words_of_the_source_deny_what_it_denies() -> None:
    """A citation, say, stays as it is; that it is English is not for parity to tell."""
    assert said("Do not wait: a guide.", "Do not wait: a guide.", "es") == []


@pytest.mark.parametrize(
    ("source", "text", "code", "told"),
    [
        ("Use 70/30 insulin.", "Use insulina 30/70.", "es", "turns 70 and 30 round"),
        ("Below 130/80.", "أقل من 80/130.", "ar", "turns 130 and 80 round"),
        ("Below 130/80.", "أقل من ٨٠/١٣٠.", "ar", "turns 130 and 80 round"),
        ("Take 1-2 pills.", "Tome 2-1 pastillas.", "es", "turns 1 and 2 round"),
        ("Call below <70 mg/dL.", "Llame con >70 mg/dL.", "es", "turns the sign before 70 round"),
        ("Fever ≥ 38.5 °C", "Fiebre ≤ 38,5 °C", "es", "turns the sign before 38.5 round"),
        ("Take 1 pill every 6 hours.", "Tome 6 pastillas cada 1 hora.", "es", "lacks span 6 hour and adds number 6"),
        ("Take 2 pills every 4 hours.", "Tome 4 pastillas cada 2 horas.", "es", "lacks number 2, span 4 hour and adds number 4, span 2 hour"),
    ],
)  # fmt: skip
def test_what_is_turned_round_is_an_error(source: str, text: str, code: str, told: str) -> None:
    errors = [fault for fault in said(source, text, code) if " error " in fault]
    assert errors == [f"{code}.po:7 error the translation of 'title' {told}."]


@pytest.mark.parametrize(
    ("source", "text", "code"),
    [
        ("Use 70/30, then 30/70.", "Use 30/70, luego 70/30.", "es"),
        ("Call 555-0100.", "Llame al 555-0100.", "es"),
        ("On 5/3 or 3/5/2026", "El 5/3 o 3/5/2026", "es"),
        ("Below 70 or above 180: <70, >180", "Por debajo de 70 o más de 180: <70, >180", "es"),
        ("Every 4 to 6 hours", "Cada 4 horas hasta 6 horas", "es"),
        ("For 2 to 3 weeks", "De 2 semanas a 3 semanas", "es"),
        ("5 mg/10 mL, 1/2 tablet", "5 mg/10 ml, 1/2 tableta", "es"),
    ],
)
def test_what_stays_as_it_was_is_not_turned(source: str, text: str, code: str) -> None:
    assert said(source, text, code) == []
