from dataclasses import replace

import pytest

from plainleaf.checks.registry import PDF_CHECKS, check_pdf
from plainleaf.errors import Fault, Severity
from plainleaf.model import Box, Element, Facts, Font, Link, Mark, Promise, Run, Violation

PROMISE = Promise(
    title="Green tea",
    author="Ward 3",
    language="en",
    headings=(("1 Brew", "2 Drink"),),
    texts=(("brew", "Heat the well-known water."), ("drink", "Say “merci”.")),
    foreign=(("merci", "fr"),),
    links=(("https://example.org/tea", "many kinds of tea"),),
    families=("Noto Sans",),
    floor=12,
)
GOOD = Facts(
    title="Green tea",
    author="Ward 3",
    language="en",
    pages=((612, 792),),
    bookmarks=("Green tea", "1 Brew", "2 Drink"),
    runs=(Run(1, "Heat the", 18), Run(1, "water", 11.96), Run(1, " ", 2)),
    marks=(Mark(1, "text", Box(18, 18, 594, 774)),),
    fonts=(Font("Noto Sans", embedded=True),),
    elements=(
        Element("P", "en", "en", "Say “merci”."),
        Element("Span", "fr", "en", "mer"),
        Element("Span", "fr", "en", "ci"),
    ),
    links=(
        Link(1, "https://example.org/tea", "many kinds of tea", "many kinds"),
        Link(1, "https://example.org/tea", "many kinds of tea", "of tea"),
    ),
    body="Heat the well-\nknownwa\u00adter. Say “merci”.",
    active=(),
    strings=("Green tea", "https://example.org/home/tea"),
    violations=(),
)


@pytest.mark.parametrize("code", PDF_CHECKS)
@pytest.mark.parametrize("promise", [PROMISE, None], ids=["promised", "from elsewhere"])
def test_good_pdf_has_no_findings(code: str, promise: Promise | None) -> None:
    assert list(PDF_CHECKS[code](GOOD, promise)) == []


def broken(code: str, facts: Facts, promise: Promise | None = PROMISE) -> Fault:
    """Return the one finding of a check, and see that it is the only one of all."""
    (finding,) = PDF_CHECKS[code](facts, promise)
    assert finding.code == code
    return finding


def found(code: str, message: str, hint: str, page: int | None = None) -> Fault:
    return Fault(code, message, hint, page=page)


def test_every_check_runs() -> None:
    faults = check_pdf(replace(GOOD, title="", active=("/Launch",)), PROMISE)
    assert [fault.code for fault in faults] == ["pdf-title", "pdf-active"]


def test_checks_without_a_promise_still_run() -> None:
    facts = replace(GOOD, title="", author="", language="", body="", runs=(Run(1, "a", 1),))
    codes = [fault.code for fault in check_pdf(facts, None)]
    assert codes == ["pdf-title", "pdf-author", "pdf-language"]


def test_broken_rule_of_pdfua() -> None:
    facts = replace(GOOD, violations=(Violation("UA1-7", "a figure has no text"),))
    assert broken("pdf-ua", facts) == found(
        "pdf-ua",
        "PDF/UA-1 is broken: a figure has no text (UA1-7).",
        "Mend the template that makes this part; for a bug of the engine, report it.",
    )


TITLE_HINT = "Give the page's <title> the handout's title."


def test_missing_title() -> None:
    assert broken("pdf-title", replace(GOOD, title=" ")) == found(
        "pdf-title", "the PDF has no title.", TITLE_HINT
    )


def test_other_title() -> None:
    assert broken("pdf-title", replace(GOOD, title="Tea")) == found(
        "pdf-title", "the PDF's title is 'Tea', not 'Green tea'.", TITLE_HINT
    )


AUTHOR_HINT = 'Give the page a <meta name="author"> with the publisher.'


def test_missing_author() -> None:
    assert broken("pdf-author", replace(GOOD, author="")) == found(
        "pdf-author", "the PDF has no author.", AUTHOR_HINT
    )


def test_other_author() -> None:
    assert broken("pdf-author", replace(GOOD, author="Bob")) == found(
        "pdf-author", "the PDF's author is 'Bob', not 'Ward 3'.", AUTHOR_HINT
    )


LANGUAGE_HINT = "Give the page's <html> the leading language in its lang attribute."


def test_missing_language() -> None:
    assert broken("pdf-language", replace(GOOD, language="")) == found(
        "pdf-language", "the PDF names no language.", LANGUAGE_HINT
    )


def test_other_language() -> None:
    assert broken("pdf-language", replace(GOOD, language="es")) == found(
        "pdf-language", "the PDF's language is 'es', not 'en'.", LANGUAGE_HINT
    )


@pytest.mark.parametrize(
    ("bookmarks", "missing"),
    [
        (("1 Brew",), "2 Drink"),
        (("Green tea", "2 Drink"), "1 Brew"),
        (("2 Drink", "1 Brew"), "2 Drink"),
        (("Green tea", "1 Brew", "Drink"), "2 Drink"),
    ],
    ids=["no second", "no first", "out of order", "without its number"],
)
def test_missing_bookmark(bookmarks: tuple[str, ...], missing: str) -> None:
    assert broken("pdf-bookmarks", replace(GOOD, bookmarks=bookmarks)) == found(
        "pdf-bookmarks",
        f"no bookmark in its order leads to {missing!r}.",
        "Set section titles as h1 to h6, in the order of the text.",
    )


def test_each_side_has_its_bookmarks_in_its_own_order() -> None:
    """Front and back of each leaf take turns: 1 and 1, 2 and 2."""
    sides = (("1 Brew", "2 Drink"), ("1 Hacer", "2 Beber"))
    promise = replace(PROMISE, headings=sides)
    both = ("Green tea", "1 Brew", "Té verde", "1 Hacer", "2 Drink", "2 Beber")
    assert list(PDF_CHECKS["pdf-bookmarks"](replace(GOOD, bookmarks=both), promise)) == []
    finding = broken("pdf-bookmarks", replace(GOOD, bookmarks=both[:-1]), promise)
    assert finding.message == "no bookmark in its order leads to '2 Beber'."


@pytest.mark.parametrize(
    "elements",
    [
        (Element("P", "en", "en", "Say “merci”."),),
        (Element("Span", "de", "en", "merci"),),
        (Element("Document", "fr", "fr", "merci"),),
    ],
    ids=["not marked", "another language", "as around it"],
)
def test_unmarked_foreign_text(elements: tuple[Element, ...]) -> None:
    assert broken("pdf-lang-marks", replace(GOOD, elements=elements)) == found(
        "pdf-lang-marks",
        "'merci' is not marked as 'fr'.",
        'Put it in an element with lang="fr", outside of margin boxes.',
    )


def test_font_that_is_not_embedded() -> None:
    fonts = (Font("Noto Sans", embedded=False), Font("Noto Sans", embedded=False))
    assert broken("pdf-fonts-embedded", replace(GOOD, fonts=fonts)) == found(
        "pdf-fonts-embedded",
        "the font 'Noto Sans' is not embedded.",
        "Make the PDF again with its fonts embedded.",
    )


def test_font_of_another_family() -> None:
    fonts = (*GOOD.fonts, Font("Noto Serif", embedded=True))
    assert broken("pdf-font-family", replace(GOOD, fonts=fonts)) == found(
        "pdf-font-family",
        "the font 'Noto Serif' stands in for one that the style names.",
        "Run 'plainleaf doctor', which names fonts that are missing; if none is, name Noto Serif "
        "too in the style, for letters that Noto Sans lacks.",
    )


def test_a_font_that_is_never_used_is_not_to_be_installed() -> None:
    promise = replace(PROMISE, families=("Arial", "Helvetica", "Noto Serif"))
    assert broken("pdf-font-family", GOOD, promise) == found(
        "pdf-font-family",
        "the font 'Noto Sans' stands in for one that the style names.",
        "Only Noto fonts are used: in the style name one in place of Arial, Helvetica.",
    )


def test_missing_glyph() -> None:
    fonts = (Font("Noto Sans", embedded=True, notdef=(3,)),)
    assert broken("pdf-notdef", replace(GOOD, fonts=fonts), None) == found(
        "pdf-notdef",
        "the font 'Noto Sans' lacks a character and prints a box for it.",
        "Name a Noto font in the style that has it, or write it otherwise.",
        page=3,
    )


def test_smallest_text_of_a_page() -> None:
    runs = (Run(2, "small", 11.9), Run(2, "very", 7), Run(2, " small", 7), Run(2, "right", 11.96))
    assert broken("pdf-size-floor", replace(GOOD, runs=runs)) == found(
        "pdf-size-floor",
        "'very small' is 7.0 pt, smaller than the floor of 12 pt.",
        "Make it larger; for text in a picture, draw the picture larger.",
        page=2,
    )


def test_small_text_on_each_page() -> None:
    runs = (Run(2, "b", 5), Run(1, "a", 5))
    findings = PDF_CHECKS["pdf-size-floor"](replace(GOOD, runs=runs), PROMISE)
    assert [finding.page for finding in findings] == [1, 2]


@pytest.mark.parametrize(
    ("grey", "ground", "fault"),
    [
        (153, 255, "has a contrast of 2.8 : 1 in a grey photocopy, less than 4.5"),
        (226, 255, "has a contrast of 1.3 : 1 in a grey photocopy, less than 4.5"),
        (255, 238, "has a contrast of 1.2 : 1 in a grey photocopy, less than 4.5"),
        (100, 160, "has a contrast of 2.3 : 1 in a grey photocopy, less than 4.5"),
        (0, 120, "turns black on black in a photocopy without greys"),
        (127, 0, "turns black on black in a photocopy without greys"),
        (0, 0, "cannot be seen in a photocopy"),
        (255, 255, "cannot be seen in a photocopy"),
    ],
)
def test_word_that_a_photocopy_loses(grey: int, ground: int, fault: str) -> None:
    runs = (Run(2, "wat", 18, grey, ground), Run(2, "er", 18, grey, ground), Run(2, "tea", 18))
    assert broken("photocopy", replace(GOOD, runs=runs), None) == Fault(
        "photocopy",
        f"'water' {fault}.",
        "Set dark words on a light ground or the reverse, and let nothing cover them.",
        severity=Severity.WARNING,
        page=2,
    )


@pytest.mark.parametrize(("grey", "ground"), [(0, 255), (255, 0), (76, 255), (64, 255), (0, 128)])
def test_word_that_a_photocopy_keeps(grey: int, ground: int) -> None:
    facts = replace(GOOD, runs=(Run(1, "tea", 18, grey, ground),))
    assert list(PDF_CHECKS["photocopy"](facts, None)) == []


def test_worst_word_of_a_page_is_named() -> None:
    runs = (Run(1, "pale", 18, 153), Run(1, "paler", 18, 200), Run(1, "on grey", 18, 0, 120))
    (finding,) = PDF_CHECKS["photocopy"](replace(GOOD, runs=runs), None)
    assert finding.message.startswith("'paler' ")


def test_link_announced_by_its_address() -> None:
    (first, second) = GOOD.links
    links = (replace(first, contents=first.target), replace(second, contents=first.target))
    assert broken("pdf-link-contents", replace(GOOD, links=links), None) == found(
        "pdf-link-contents",
        "the link 'many kinds of tea' is announced as 'https://example.org/tea'.",
        "Give the link's annotation the link's words as its contents.",
        page=1,
    )


def test_lost_link() -> None:
    assert broken("pdf-link-contents", replace(GOOD, links=())) == found(
        "pdf-link-contents",
        "the link 'many kinds of tea' to https://example.org/tea is not in the PDF.",
        "Keep the link in the page's text, outside of margin boxes.",
    )


def test_same_link_twice_in_a_row() -> None:
    link = Link(1, "https://example.org/tea", "many kinds of tea", "many kinds of tea")
    check = PDF_CHECKS["pdf-link-contents"]
    assert list(check(replace(GOOD, links=(link, link)), PROMISE)) == []


@pytest.mark.parametrize(
    ("box", "told"),
    [
        (Box(17, 18, 594, 774), "comes within 6.0 mm of the page's left edge"),
        (Box(18, 7.2, 594, 774), "comes within 2.5 mm of the page's lower edge"),
        (Box(18, 18, 612, 774), "comes within 0.0 mm of the page's right edge"),
        (Box(18, 18, 594, 780), "comes within 4.2 mm of the page's upper edge"),
    ],
    ids=["left", "bottom", "right", "top"],
)
def test_ink_near_an_edge(box: Box, told: str) -> None:
    marks = (*GOOD.marks, Mark(1, "path", box))
    assert broken("pdf-safe-area", replace(GOOD, marks=marks), None) == found(
        "pdf-safe-area",
        f"path ink {told}, where many printers do not print.",
        "Keep 6.35 mm free on each side.",
        page=1,
    )


def test_words_beyond_an_edge_are_named() -> None:
    words = Mark(
        1, "text", Box(18, 18, 640, 774), "Donaudampfschifffahrtselektrizitätenhauptbetrieb"
    )
    assert broken("pdf-safe-area", replace(GOOD, marks=(words,)), None) == found(
        "pdf-safe-area",
        "the text 'Donaudampfschifffahrtselektrizitätenhau…' reaches 9.9 mm beyond "
        "the page's right edge.",
        "Shorten it, or have its style keep 6.35 mm free on each side.",
        page=1,
    )


def test_lost_text() -> None:
    assert broken("pdf-text-lost", replace(GOOD, body="Say “merci”.")) == found(
        "pdf-text-lost",
        "the text 'brew' ('Heat the well-known water.') is lost.",
        "See that the template prints it in the body, and that nothing cuts it off.",
    )


ARABIC = (("call", "اتصل على \u2068(555) 010-1234\u2069 الآن"),)


def test_numbers_may_change_places_among_arabic_words() -> None:
    facts = replace(GOOD, body="اتصل على 010-1234 )555( الآن")
    promise = replace(PROMISE, texts=ARABIC)
    assert list(PDF_CHECKS["pdf-text-lost"](facts, promise)) == []


@pytest.mark.parametrize("text", [": 911.", "(3), 5"])
def test_marks_between_bold_words_may_stand_elsewhere(text: str) -> None:
    """They are drawn from the right, and hold no letter that says so."""
    promise = replace(PROMISE, texts=(("call", text),))
    shown = replace(GOOD, body=f"الآن {text[::-1]} اتصل".replace("119", "911"))
    assert list(PDF_CHECKS["pdf-text-lost"](shown, promise)) == []
    lost = replace(GOOD, body="الآن 10 اتصل")
    assert [f.code for f in PDF_CHECKS["pdf-text-lost"](lost, promise)] == ["pdf-text-lost"]


@pytest.mark.parametrize(
    "body",
    ["اتصل 010-1234 (555) الآن", "اتصل على (555) 010 الآن", "الآن على اتصل (555) 010-1234"],
    ids=["no word", "no number", "words out of order"],
)
def test_lost_arabic_text(body: str) -> None:
    finding = broken("pdf-text-lost", replace(GOOD, body=body), replace(PROMISE, texts=ARABIC))
    assert finding.message == f"the text 'call' ({ARABIC[0][1]!r}) is lost."


def test_what_acts() -> None:
    assert broken("pdf-active", replace(GOOD, active=("/JavaScript", "/Launch")), None) == found(
        "pdf-active",
        "the PDF holds what acts or is attached: /JavaScript, /Launch.",
        "Remove scripts, actions and attachments, and make the PDF again.",
    )


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("made in /home/ann/tea", "e in /home/ann/tea"),
        ("file:///Users/ann", "le:///Users/ann"),
        (r"C:\Users\ann", r"C:\Users\ann"),
        ("at /opt/leaf/tea.md", "at /opt/leaf/tea.md"),
        ("by annegret", "by annegret"),
    ],
    ids=["home", "address", "windows", "this folder", "user"],
)
def test_words_of_a_machine(text: str, shown: str) -> None:
    facts = replace(GOOD, strings=("Tea", text), traces=("/opt/leaf", "annegret"))
    assert broken("pdf-private", facts, None) == found(
        "pdf-private",
        f"the PDF tells a folder or the user of a machine: {shown!r}.",
        "Remove it from the PDF's metadata, or make the PDF again.",
    )


def test_a_trace_that_the_handout_itself_says_is_no_trace() -> None:
    facts = replace(GOOD, strings=("about green tea",), traces=("green",))
    assert list(PDF_CHECKS["pdf-private"](facts, PROMISE)) == []
