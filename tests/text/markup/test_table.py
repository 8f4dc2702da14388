"""Each entry of the table finds what it is for, and honest texts hold nothing of it."""

from collections.abc import Mapping

import pytest

from plainleaf.errors import Severity
from plainleaf.text.markup.find import strays
from plainleaf.text.markup.table import PATTERNS

SAMPLES: Mapping[str, Mapping[str, str]] = {
    "comment": {"Rest. <!-- ask -->": "<!-- ask -->", "Rest. <!-- ask": "<!-- ask"},
    "formula": {"Solve $x$.": "$x$", "Heat to $ 38^{o}C $.": "$ 38^{o}C $", "$$y$$": "$$y$$"},
    "template": {
        "Take {{DOSE}} mg.": "{{DOSE}}",
        "{% if x %}": "{% if x %}",
        "Dear %(name)s,": "%(name)s",
        "Call ${phone}.": "${phone}",
        "Call <<PHONE>>.": "<<PHONE>>",
        "Dear «First_Name»,": "«First_Name»",
        "Dear %FIRST_NAME%,": "%FIRST_NAME%",
    },
    "attributes": {"Rest. {.big}": "{.big}", "Rest. {#rest}": "{#rest}", "{: .note}": "{: .note}"},
    "braces": {"Call {phone}.": "{phone}"},
    "line break": {"One<br>two": "<br>", "One<br/>two": "<br/>"},
    "break at the end": {"Ward 3\\": "\\", "Ward 3\\\nTeaville\\": "\\"},
    "raised or lowered": {"CO<sub>2</sub>": "<sub>", "10<SUP>9</SUP>": "<SUP>"},
    "bold tag": {"Take <b>one</b>.": "<b>", "<em>Now</em>": "<em>"},
    "tag": {
        "<div class='a'>Rest.</div>": "<div class='a'>",
        '<img src="a.png">': '<img src="a.png">',
        "Call <phone>.": "<phone>",
        "Call <your clinic's number>.": "<your clinic's number>",
    },
    "address in angles": {"See <www.example.org>.": "<www.example.org>"},
    "entity": {
        "5&foo;mg": "&foo;",
        "5&amp;nbsp;mg": "&nbsp;",
        "5&nbsp mg": "&nbsp",
        "&copy 2024": "&copy",
        "&frac12 cup": "&frac12",
    },
    "footnote": {"Take one.[^1]": "[^1]", "[^a]: With food.": "[^a]:", "One^[now]": "^[now]"},
    "box": {
        "[ ] Ask": "[ ]",
        "[x] Ask": "[x]",
        "[X] Ask": "[X]",
        "[] Ask": "[]",
        "( ) Ask": "( )",
    },
    "note box": {"[!NOTE] Rest.": "[!NOTE]", "!!! note": "!!! note"},
    "link's target": {"[c]: https://example.org": "[c]: https://example.org"},
    "wiki link": {"See [[Asthma]].": "[[Asthma]]"},
    "link by name": {"See [CDC][c].": "[CDC][c]", "See [CDC][].": "[CDC][]"},
    "broken link": {
        "See [us] (https://example.org).": "[us] (https://example.org).",
        "See [us](https://example.org “Us”).": "[us](https://example.org “Us”)",
        "See [us](two words).": "[us](two words)",
        "See [us](https://example.org": "[us](https://example.org",
        "See us](#end).": "](#end)",
    },
    "forum tag": {"[b]Now[/b]": "[b]", "[url=a]us[/url]": "[url=a]"},
    "struck or marked": {"~~two~~ one": "~~two~~", "==now==": "==now==", "||now||": "||now||"},
    "raised or lowered signs": {"x^2^": "^2^", "H~2~O": "~2~"},
    "place in brackets": {
        "Call [NAME].": "[NAME]",
        "Call [insert phone].": "[insert phone]",
        "At [clinic name].": "[clinic name]",
        "[Your doctor's phone number]": "[Your doctor's phone number]",
        "Llame al [TELÉFONO].": "[TELÉFONO]",
        "[escriba la dosis]": "[escriba la dosis]",
        "[TODO]": "[TODO]",
    },
    "capitals in brackets": {
        "See [ANSWERING SERVICE].": "[ANSWERING SERVICE]",
        "Return in [TIMEFRAME].": "[TIMEFRAME]",
    },
    "dummy text": {"Lorem ipsum.": "Lorem ipsum"},
    "dummy figure": {
        "Take XX mg.": "XX",
        "Lose [X] pounds.": "[X]",
        "Call (XXX) XXX-XXXX.": "(XXX) XXX-XXXX",
        "on xx/xx/xxxx": "xx/xx/xxxx",
        "Call 000-000-0000.": "000-000-0000",
        "Call ###-###-####.": "###-###-####",
    },
    "open question": {"TBD": "TBD", "TODO: ask": "TODO:", "Take ??? mg.": "???"},
    "form of a date": {"Seen on MM/DD/YYYY.": "MM/DD/YYYY"},
    "blank": {"Name: ______": "______", "Name: ..........": ".........."},
    "shortcode": {"Well done :smile:": ":smile:"},
    "backslash": {r"Take \alpha.": r"\alpha"},
    "program's fault": {
        "See Error! Reference source not found.": "Error! Reference source not found.",
        "#N/A": "#N/A",
    },
    "wrong encoding": {"Donâ€™t": "â€™", "NiÃ±o": "Ã±", "38Â°C": "Â°"},
    "power": {"10^9 cells": "10^9", "30 kg/m^2": "m^2"},
    "heading": {"##Rest": "##", "Rest ##": "##"},
    "heading of one sign": {"#Rest": "#"},
    "row of a table": {"| a | b |": "| a | b |"},
    "definition": {": the means": ":"},
    "open mark": {"**Now": "**", "Now**": "**", "_Now": "_", "__Now": "__"},
    "open star": {"*Now": "*", "Aspirin* helps": "*", "don`t": "`"},
    "open brace": {"Rest }": "}"},
}
"""By the name of the entry: a text, and the sign that it is told for."""

HONEST = (
    "Take 5 mg (1/2 tablet) 2 × a day at 8:00 a.m. and 8:00 p.m., 24/7, for 7-10 days.",
    "5 * 3 = 15, ~5 mg, 3~5 days, ± 2, < 70 mg/dL, > 180, <5 and >6, ≥ 38 °C (100.4 °F), 95%.",
    "It costs $5 to $10, US$5 or $1,500.50 a year.",
    "Your #1 question. Room # 12. Press # to call.",
    "A1C, C. diff, vitamin D. E. coli, e.g. milk, i.e. dairy, (a) first (b) second, type I.",
    "See [the page](https://example.org/a_b_c~d/?x=1&y_z=2#a) or <https://example.org/x_y>.",
    "https://example.org/a_b__c or first_last@clinic.example, @nhs_uk, www.example.org/~a_b",
    "**Now** *rest* _well_ __now__, a **b** c, **a**b",
    r"\[NAME\] 5 \* 3 \_a\_ \{x\} &lt;b&gt; &nbsp; AT&amp;T AT&T R&D; Q&A",
    "The doctor said: “Take [the pill] today [sic].” [1] [FDA] [NHLBI] [UNICEF]",
    "[DO NOT TAKE WITH FOOD] [Spanish / Español]",
    "Wait... and see… Really?? Yes!! C++ -- a – b — c -> d → e",
    "Stop: call 911. Note:rest. 10:30:15. Ratio 1:2. a | b",
    "XX and XY, XXL, 47,XXY. All to do. Hotel. Dolores. T-shirt",
    "¿Toma [algún] medicamento? ¡Sí! TODO el día. «Descanse», dijo. SÃO, MAÇÃ, Â, château",
    "Uống thuốc 2 lần/ngày [sau ăn]; gọi số (555) 010-0123.",
    "दिन में 2 बार लें। [खाने के बाद] डॉक्टर से पूछें।",
    "خذ 5 mg مرتين يوميًا [بعد الأكل]. اتصل على ‎(555) 010-0123.",
    "每天服用两次，每次5毫克〔饭后〕。如有疑问，请致电【诊所】。",
    "«Nimm 1,5 mg» – 8.30 Uhr; „Ruhe“ ‚bitte‘",
)


@pytest.mark.parametrize("name", [pattern.name for pattern in PATTERNS])
def test_each_entry_tells_its_signs(name: str) -> None:
    told = {
        text: [(stray.kind, f"holds {sign!r}" in stray.message.replace(" and ", ", "))
               for stray in strays(text) if stray.kind == name][:1]
        for text, sign in SAMPLES[name].items()
    }  # fmt: skip
    assert told == {text: [(name, True)] for text in SAMPLES[name]}


def test_names_of_entries_differ() -> None:
    names = [pattern.name for pattern in PATTERNS]
    assert sorted(names) == sorted({*names}) == sorted(SAMPLES)


@pytest.mark.parametrize("pattern", PATTERNS, ids=lambda pattern: pattern.name)
def test_each_entry_says_what_and_what_to_do(pattern: object) -> None:
    (entry,) = (each for each in PATTERNS if each is pattern)
    assert entry.what[0].islower()
    assert not entry.what.endswith(".")
    assert entry.hint[0].isupper()
    assert entry.hint.endswith(".")


@pytest.mark.parametrize("text", HONEST)
def test_honest_text_is_not_told(text: str) -> None:
    assert [stray.message for stray in strays(text)] == []


def test_signs_of_a_kind_are_told_once_a_row() -> None:
    found = list(strays("CO<sub>2</sub>, H<sub>2</sub>O\nand 10<sup>9</sup>"))
    assert [(stray.line, stray.message) for stray in found] == [
        (1, "holds '<sub>', '</sub>', a tag of HTML."),
        (2, "holds '<sup>', '</sup>', a tag of HTML."),
    ]


def test_what_one_entry_has_told_no_other_tells() -> None:
    found = list(strays("Take {{DOSE}} of [[A_B]] from <www.example.org>."))
    assert [stray.kind for stray in found] == ["address in angles", "wiki link", "template"]


@pytest.mark.parametrize(
    "text",
    ["Sip <!-- a\nb", "Sip <div\nclass='a'>", "Sip [us]\n(#a) it\nnow", "<br\n>\\\n{a}\n\nb"],
)
def test_sign_over_two_rows_is_told_in_the_first(text: str) -> None:
    assert next(strays(text)).line == 1


def test_many_signs_are_shortened() -> None:
    (stray,) = strays("[1a][b] [2a][b] [3a][b] [4a][b] [5a][b]")
    assert stray.message.startswith("holds '[1a][b]', '[2a][b]', '[3a][b]' and 2 more, a link")


def test_plain_text_has_no_markdown_to_take_away() -> None:
    found = list(strays("XX mg **A** [b](https://example.org)", is_markdown=False))
    assert [(stray.kind, stray.hint) for stray in found] == [
        ("broken link", "Delete it: no marks are read here."),
        ("dummy figure", "Write what is to stand there."),
        ("open mark", "Delete it: no marks are read here."),
    ]


def test_what_may_be_meant_is_a_warning() -> None:
    weights = {stray.kind: stray.severity for stray in strays("Aspirin* on MM/DD/YYYY: ____ `")}
    assert {*weights.values()} == {Severity.WARNING}


@pytest.mark.parametrize(
    ("text", "signs"),
    [
        ("Take 2*500 mg at 8 a.m.\nand 2*500 mg at 8 p.m.", [(1, "'2*500'"), (2, "'2*500'")]),
        ("Use 4*4 gauze and 2*2 gauze.", [(1, "'4*4', '2*2'")]),
        ("2**3**4", [(1, "'2**3'")]),
        (r"Take 2\*500 mg and 2 * 500 mg, **5**/325 mg, 5/**325** mg, **2** *500*.", []),
    ],
)
def test_a_star_between_figures_is_told(text: str, signs: list[tuple[int, str]]) -> None:
    """Two of them mark words and are not printed: a dose would be ten times larger."""
    found = [each for each in strays(text) if each.kind == "star between figures"]
    assert [(each.line, each.message) for each in found] == [
        (line, f"holds {shown}, a star between figures, which may mark words and vanish.")
        for line, shown in signs
    ]
