import re
from dataclasses import replace
from datetime import date

import pytest

from plainleaf.errors import Finding, PlainleafError
from plainleaf.load.library import load
from plainleaf.model import UNSEEN, Brand, Contact, Edition, Language, Phrase, Shape, Sheet, Unit
from plainleaf.text.controls import FSI, LRI, PDI
from plainleaf.text.languages import read_language
from plainleaf.text.localize import localize
from plainleaf.text.whole import JOINER
from plainleaf.typeset.compose import compose
from plainleaf.workspace import Workspace
from plainleaf.workspace.settings import read_settings
from tests.conftest import put
from tests.filled import compose_filled

EDITION = Edition("wash-hands", ("en",), "patient", "standard", "sheet", "letter")


def sheet_of(library: Workspace, edition: Edition = EDITION) -> Sheet:
    audiences = ("patient", "caregiver")
    settings = read_settings(library)
    available = {edition.handout: ("en", "es")}
    content, findings = load(library, settings, [edition], [], audiences, available)
    assert findings == ()
    return localize(content, edition, Shape(), "id", "2026-01-02")


def carrying(sheet: Sheet, brand: Brand, library: Workspace) -> str:
    """Return the HTML of a sheet in which a brand is set with the text."""
    return compose_filled(replace(sheet, shape=Shape.of(brand)), library, brand)


def test_a_template_of_the_workspace_wins(library: Workspace) -> None:
    put(library, "templates/page.html", "{{ sheet.phrases.title.plain }}!")
    assert compose(sheet_of(library), library) == "Wash your hands!"


def test_fixed_words_come_in_the_sheets_language(library: Workspace) -> None:
    page = '{{ _("Page %(page)s of %(pages)s", sheet.voices[0], page=1, pages=7) }}'
    put(library, "templates/page.html", page)
    sheet = sheet_of(library, replace(EDITION, languages=("es",)))
    assert compose(sheet, library) == "Página 1 de 7"


PAGE = """{% set voice = sheet.voices[0] %}
{{ _("Next check: %(date)s.", voice, date=sheet.handout.review_by) }}
{{ _("For: %(audience)s", voice, audience=fixed(sheet.audience)) }}
{{ _("Told in %(language)s.", voice, language=sheet.source) }}"""
WORDS = {
    "Next check: %(date)s.": "التالي: %(date)s.",
    "For: %(audience)s": "إلى: %(audience)s",
    "Told in %(language)s.": "بلغة %(language)s.",
    "patient": "المريض",
}
TOLD = [
    '<span class="foreign" lang="en" dir="ltr">Next check: January 2, 2027.</span>',
    '<span class="foreign" lang="en" dir="ltr">For: patient</span>',
    '<span class="foreign" lang="en" dir="ltr">Told in English.</span>',
]
SAID = ["التالي: 2 يناير 2027.", "إلى: المريض", "بلغة الإنجليزية."]


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ((), SAID),
        (tuple(WORDS)[:3], TOLD),
        (("patient",), [SAID[0], 'إلى: <span lang="en" dir="ltr">patient</span>', SAID[2]]),
        (tuple(WORDS), TOLD),
    ],
    ids=["translated", "sentences stand in", "a word stands in", "all stand in"],
)
def test_what_stands_in_fixed_words_is_in_their_language(
    told: tuple[str, ...], expected: list[str], library: Workspace
) -> None:
    """An English sentence holds no month, audience or language of another script."""
    put(library, "templates/page.html", PAGE)
    sheet = sheet_of(library)
    words = {english: text for english, text in WORDS.items() if english not in told}
    handout = replace(sheet.handout, review_by=date(2027, 1, 2))
    voices = (replace(sheet.voices[0], language=read_language("ar"), words=words),)
    html = compose(replace(sheet, voices=voices, handout=handout), library)
    assert html.translate(UNSEEN).strip().splitlines() == expected


def test_a_source_without_an_end_is_parted_from_what_follows(library: Workspace) -> None:
    sheet = sheet_of(library)
    sources = tuple(
        Unit(f"source-{n}", text, 1) for n, text in enumerate(("Label, 2023", "Soap."), 1)
    )
    said = {each.id: Phrase(each.text, each.text, "en", "ltr") for each in sources}
    voice = replace(sheet.voices[0], phrases={**sheet.voices[0].phrases, **said})
    html = compose(
        replace(sheet, voices=(voice,), handout=replace(sheet.handout, sources=sources)), library
    )
    words = " ".join(re.sub("<[^>]*>", "", html).split())
    assert "Sources: Label, 2023 · Soap. This is general information." in words


def test_what_a_brand_says_is_escaped(library: Workspace) -> None:
    put(library, "templates/page.html", '{{ slot("logo", sheet, sheet.voices[0]) }}')
    html = carrying(sheet_of(library), Brand("x", title="{{ 7*7 }}<script>1</script>"), library)
    assert ">{{ 7*7 }}&lt;script&gt;1&lt;/script&gt;</p>" in html


@pytest.mark.parametrize(
    ("template", "line", "message"),
    [
        (
            "\n{% if %}",
            2,
            "the template fails: Expected an expression, got 'end of statement block'.",
        ),
        ("\n\n{{ dose }}", 3, "the template fails: 'dose' is undefined."),
        (
            '{{ "".__class__ }}',
            1,
            "the template fails: access to attribute '__class__' of 'str' object is unsafe.",
        ),
        ("\n{{ 1/0 }}", 2, "the template fails: division by zero."),
        ('\n{{ _("100%", sheet.voices[0]) }}', 2, "the template fails: incomplete format."),
    ],
    ids=["syntax", "undefined", "unsafe", "sum", "format"],
)
def test_a_fault_names_template_and_line(
    template: str, line: int, message: str, library: Workspace
) -> None:
    page = '{% import "part.html" as part with context %}{{ part.say() }}'
    put(library, "templates/page.html", page)
    put(library, "templates/part.html", f"{{% macro say() %}}{template}{{% endmacro %}}")
    with pytest.raises(PlainleafError) as caught:
        compose(sheet_of(library), library)
    assert caught.value.findings == (
        Finding("templates/part.html", line, "template", message, "Mend it."),
    )


def test_a_missing_part_is_told_as_a_missing_file(library: Workspace) -> None:
    put(library, "templates/page.html", '{% include "none.html" %}')
    with pytest.raises(PlainleafError) as caught:
        compose(sheet_of(library), library)
    assert [(f.path, f.code) for f in caught.value.findings] == [
        ("templates/none.html", "missing-file")
    ]


@pytest.mark.parametrize(
    ("line", "shown"),
    [("1 Tea Street", f"1 {JOINER}Tea Street."), ("9 a.m.", f"9 {JOINER}a.m."), ("...", "...")],
)
def test_a_brands_line_ends_in_one_full_stop(line: str, shown: str, library: Workspace) -> None:
    brand = Brand("x", title="X", contacts={"en": Contact("", (line, "End"))})
    html = carrying(sheet_of(library), brand, library)
    assert f">Given to you by X. {shown} End.</p>" in html


def pair(library: Workspace, layout: str, languages: tuple[str, ...] = ("en", "es")) -> str:
    edition = replace(EDITION, languages=languages, layout=layout)
    return compose(sheet_of(library, edition), library)


def test_a_pair_says_each_text_in_both_languages(library: Workspace) -> None:
    html = pair(library, "columns")
    assert (
        '<p class="voice summary" lang="en" dir="ltr">How clean hands keep you well.</p>'
        '<p class="voice summary" lang="es" dir="ltr">' in html
    )


def test_duplex_says_each_text_on_a_side_of_its_own(library: Workspace) -> None:
    mains = re.findall(r"<main [^>]*>", pair(library, "duplex"))
    assert mains == [
        '<main class="side" lang="en" dir="ltr">',
        '<main class="side side--back" lang="es" dir="ltr">',
    ]


def test_staff_read_in_english_what_a_translated_sheet_is(library: Workspace) -> None:
    edition = replace(EDITION, languages=("es",))
    html = compose(sheet_of(library, edition), library)
    line = " ".join(
        re.sub("<[^>]+>", "", html.split('class="edition">')[1].split("</p>")[0]).split()
    )
    assert line == "Wash your hands · Spanish / Español · 1.0 · 2026-01-01"


def test_the_foot_of_a_sheet_in_the_source_language_says_which_text_it_is(
    library: Workspace,
) -> None:
    foot = compose(sheet_of(library), library).split('class="footer"')[1].split("</div>")[0]
    words = re.sub("<[^>]+>", "", foot.partition(">")[2]).split()
    assert " ".join(words) == "Page of Wash your hands · 1.0 · 2026-01-01"


def test_the_strip_names_the_other_languages(library: Workspace) -> None:
    edition = replace(EDITION, languages=("es",))
    html = compose(sheet_of(library, edition), library)
    strip = html.split('class="strip__languages">')[1].split("</p>")[0]
    assert strip.split() == ["<span", 'lang="en"', 'dir="ltr">English</span>']


def circles(html: str) -> list[int]:
    """Return where the filled circles stand, from the left."""
    return [int(x) for x in re.findall(r'<circle cx="(\d+)"[^>]*fill="#000"', html)]


def test_icon_arrays_are_filled_from_the_side_that_reading_starts(library: Workspace) -> None:
    sheet = sheet_of(library)
    (voice,) = sheet.voices
    arabic = Language("ar", "العربية", "Arabic", "rtl")
    mirrored = replace(sheet, voices=(replace(voice, language=arabic),))
    from_left = [*range(10, 190, 20)]
    assert (circles(compose(sheet, library)), circles(compose(mirrored, library))) == (
        from_left,
        [200 - x for x in from_left],
    )


def test_a_picture_says_in_each_language_what_it_shows(library: Workspace) -> None:
    html = pair(library, "stacked")
    languages = re.findall(r'<(?:img|svg)[^>]* lang="(\w+)"', html)
    assert languages == ["es", "en", "es"]


def test_what_is_not_translated_is_marked_in_the_source_language(library: Workspace) -> None:
    sheet = sheet_of(library, replace(EDITION, languages=("es",)))
    (voice,) = sheet.voices
    english = Phrase("Use soap.", "Use soap.", "en", "ltr")
    words = {word: said for word, said in voice.words.items() if word != "Key points"}
    stale = replace(voice, phrases={**voice.phrases, "lead/key-points1/p1": english}, words=words)
    html = compose(replace(sheet, voices=(stale,)), library)
    assert (
        '<li><span class="foreign" lang="en" dir="ltr">Use soap.</span></li>' in html,
        f'<h2><span lang="en" dir="ltr">{LRI}Key points{PDI}</span></h2>' in html,
    ) == (True, True)


def test_in_a_pair_the_voice_itself_is_marked(library: Workspace) -> None:
    sheet = sheet_of(library, replace(EDITION, languages=("en", "es"), layout="columns"))
    english = Phrase("Use soap.", "Use soap.", "en", "ltr")
    one, other = sheet.voices
    stale = replace(other, phrases={**other.phrases, "lead/key-points1/p1": english})
    html = compose(replace(sheet, voices=(one, stale)), library)
    item = re.sub("<span class=.foreign[^>]*>Use soap.</span>", "Use soap.", html)
    voice = '<span class="voice" lang="en" dir="ltr">Use soap.</span>'
    assert f'<li><span class="pair">{voice}{voice}</span></li>' in item


def test_an_english_contact_keeps_its_order_in_arabic(library: Workspace) -> None:
    sheet = sheet_of(library)
    (voice,) = sheet.voices
    arabic = replace(voice, language=Language("ar", "العربية", "Arabic", "rtl"))
    brand = Brand("x", title="X", contacts={"en": Contact(lines=("1 Quay, ward 3-B",))})
    html = carrying(replace(sheet, voices=(arabic,)), brand, library)
    words = '<p class="slot__words slot__words--far" lang="en" dir="ltr" data-said="">'
    assert f"{words}Given to you by X. 1 {JOINER}Quay, ward 3-{JOINER}B.</p>" in html


def test_the_pages_address_keeps_its_order_in_arabic(library: Workspace) -> None:
    sheet = sheet_of(library)
    (voice,) = sheet.voices
    words = {"QR code that leads to %(url)s": "رمز إلى %(url)s"}
    arabic = replace(voice, language=Language("ar", "العربية", "Arabic", "rtl"), words=words)
    brand = Brand("x", title="X", site="https://x.example/h/")
    html = carrying(replace(sheet, voices=(arabic,)), brand, library)
    page = "https://x.example/h/wash-hands"
    address = re.search(r'<p class="slot__words[^"]*" lang="ar" dir="ltr"[^>]*>(<a.*?)</p>', html)
    title = re.search("<title>(رمز.*?)</title>", html)
    assert address
    assert title
    assert (re.sub("<[^>]+>", "", address[1]), title[1]) == (page, f"رمز إلى {FSI}{page}{PDI}")


def slots(html: str) -> list[str]:
    """Return what stands open, with the language around it."""
    return re.findall(r'src="slot/([^"]+)"', html)


ALL = Shape(organization=True, phone=True, disclaimer=True, site=True)
CALLED = replace(EDITION, handout="drink-water")  # it says when to call


@pytest.mark.parametrize(
    ("edition", "shape", "expected"),
    [
        (CALLED, Shape(), []),
        (CALLED, Shape(organization=True), ["logo/en", "contact/en"]),
        (
            CALLED,
            ALL,
            ["logo/en", "phone/en", "code/en", "contact/en", "address/en", "disclaimer/en"],
        ),
        (
            replace(CALLED, languages=("en", "es"), layout="columns"),
            ALL,
            [
                "logo/en",
                *("phone/en", "phone/es"),
                *("contact/en", "contact/es"),
                *("code/en", "address/en", "disclaimer/en"),
            ],
        ),
        (
            replace(CALLED, format="halffold"),
            ALL,
            [
                *("logo/en", "phone/en"),
                *("logo/en", "phone/en", "contact/en", "code/en", "address/en", "disclaimer/en"),
            ],
        ),
    ],
    ids=["no organization", "a name", "all", "all in two languages", "all of what folds"],
)
def test_a_master_has_the_slots_of_its_shape(
    edition: Edition, shape: Shape, expected: list[str], library: Workspace
) -> None:
    sheet = replace(sheet_of(library, edition), shape=shape)
    assert slots(compose(sheet, library)) == expected


@pytest.mark.parametrize(
    "edition",
    [CALLED, replace(CALLED, languages=("en", "es"), layout="columns"),
     replace(CALLED, format="halffold")],
    ids=["one language", "two languages", "folded"],
)  # fmt: skip
def test_what_is_set_with_the_text_stands_where_slots_are_open(
    edition: Edition, library: Workspace
) -> None:
    contacts = {"en": Contact("555", ("1 Quay",))}
    brand = Brand("x", title="X", contacts=contacts, disclaimer="D", site="https://x.example")
    sheet = replace(sheet_of(library, edition), shape=Shape.of(brand))
    pages = compose(sheet, library), carrying(sheet, brand, library)
    places = [re.findall(r'<div class="slot slot--[^>]+>', html) for html in pages]
    assert (sheet.shape, places[0]) == (ALL, places[1])


def test_what_folds_says_whom_it_comes_from_before_all_else_and_once(library: Workspace) -> None:
    contact = Contact("555", ("1 Quay", "Harbor"))
    brand = Brand("x", title="X", contacts={"en": contact}, site="https://x.example")
    html = carrying(sheet_of(library, replace(EDITION, format="halffold")), brand, library)
    about = html.split('<section class="about">')[1].split("Written by")[0]
    blocks = re.sub("<svg.*?</svg>|</?(?:a|bdi|span)\\b[^>]*>", "", about, flags=re.DOTALL)
    lines = [" ".join(block.split()) for block in re.split("<[^>]+>", blocks)]
    assert [line for line in lines if line] == [
        "X",
        "Phone: 555",
        f"Given to you by X. 1 {JOINER}Quay. Harbor.",
        "This handout on the web:",
        "https://x.example/wash-hands",
        "About this handout",
    ]
