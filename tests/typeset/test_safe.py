"""Styles that take something from the reader, each with what the sheet's maker is told."""

from collections.abc import Callable, Mapping

import pytest

from plainleaf.errors import PlainleafError
from plainleaf.load.library import load
from plainleaf.model import Edition, Shape, Sheet
from plainleaf.text.localize import localize
from plainleaf.typeset.kept import wanted_slots
from plainleaf.workspace import Workspace
from plainleaf.workspace.settings import read_settings
from tests.conftest import change, put
from tests.typesetting import Typeset

FULL = Shape(organization=True, phone=True, disclaimer=True, site=True)
SIZES = ("standard", "large", "giant")
STYLE = "styles/audiences/patient.css"

Told = Callable[..., list[tuple[str, str]]]


def sheet_of(
    workspace: Workspace,
    languages: tuple[str, ...] = ("en",),
    size: str = "standard",
    page_format: str = "sheet",
    layout: str = "",
    handout: str = "drink-water",
    shape: Shape = FULL,
) -> Sheet:
    edition = Edition(handout, languages, "patient", size, page_format, "letter", layout)
    content, faults = load(
        workspace, read_settings(workspace), [edition], [], ("patient",), {handout: languages}
    )
    assert [finding for finding in faults if finding.is_error] == []
    return localize(content, edition, shape, "ab" * 16, "2026-01-02")


@pytest.fixture
def told(typeset: Typeset, library: Workspace) -> Told:
    """Typeset a sheet with a style of the workspace; return codes and messages."""
    import plainleaf.typeset  # after our fonts are set
    from plainleaf.workers.jobs import TypesetJob

    def run(
        style: str = "/* none */", files: Mapping[str, str] | None = None, **edition: object
    ) -> object:
        for path, text in {STYLE: style, **(files or {})}.items():
            put(library, path, text)
        try:
            sheet = sheet_of(library, **edition)  # type: ignore[arg-type]
            plainleaf.typeset.run(TypesetJob(sheet, library, 20))
        except PlainleafError as error:
            return [(finding.code, finding.message) for finding in error.faults]
        return []

    return run  # type: ignore[return-value]


@pytest.mark.parametrize(
    ("style", "codes"),
    [
        # A slot or a text is gone.
        (".slot--phone { display: none }", {"no-slot"}),
        (".slot--phone { visibility: hidden }", {"no-slot"}),
        (".slot--phone img { width: 0 }", {"no-slot"}),
        (".slot--phone img { transform: scale(0) }", {"no-slot", "unsafe-style"}),
        (".slot--phone { position: running(nowhere) }", {"no-slot"}),
        (".slot--logo img { height: 1mm }", {"no-slot"}),
        (".slot--logo { display: none }", {"no-slot"}),
        (".slot--contact { display: none }", {"no-slot"}),
        (".slot--disclaimer { display: none }", {"no-slot"}),
        (".slot--code { display: none }", {"no-slot"}),
        (".slot--address { display: none }", {"no-slot"}),
        (".call { display: none }", {"no-slot", "hidden-text"}),
        ("h1 { display: none }", {"hidden-text"}),
        ("h1 { visibility: hidden }", {"hidden-text"}),
        ("h1 { font-size: 0 }", {"hidden-text"}),
        ("h1 { transform: scale(0) }", {"hidden-text", "unsafe-style"}),
        (".summary { max-lines: 1; width: 30mm }", {"hidden-text"}),
        (".about p { display: none }", {"no-slot", "hidden-text"}),
        ("li { display: none }", {"hidden-text"}),
        (".number { display: none }", {"hidden-text", "generated-text"}),
        (".masthead__edition { display: none }", {"hidden-text"}),
        # The line at the page's foot.
        (".footer { display: none }", {"hidden-text"}),
        (".footer { position: static; display: none }", {"hidden-text"}),
        (".footer { visibility: hidden }", {"hidden-text"}),
        (".footer__count { display: none }", {"hidden-text"}),
        (".footer__page::before { content: none }", {"hidden-text"}),
        (".footer__page::before { content: '2' }", {"hidden-text"}),
        (".footer__pages::before { content: counter(page) }", set()),  # of one page
        (".footer__pages::after { content: '0' }", {"hidden-text"}),
        ("@page { counter-increment: page 4 }", {"hidden-text"}),
        ("@page { @bottom-left { content: none !important } }", {"hidden-text"}),
        # Letters are others.
        ("h1 { text-transform: uppercase }", {"hidden-text"}),
        (".about > p { hyphens: auto; width: 25mm; hyphenate-character: '9' }", {"hidden-text"}),
        # Text that nobody wrote.
        (".slot--phone::after { content: ' or 555-9999' }", {"generated-text", "overlap"}),
        (".call::before { content: '٩' }", {"generated-text"}),
        (".call::before { content: '五' }", {"generated-text"}),
        (".call::before { content: '½' }", {"generated-text"}),
        (".call::before { content: 'Never' }", {"generated-text"}),
        (".call > p::before { content: '−' }", {"generated-text"}),
        (".call > p::before { content: counter(page) }", {"generated-text"}),
        (".call > p::before { content: attr(class) 'x' }", {"generated-text"}),
        ("li::before { content: '9' }", {"generated-text"}),
        ("li::before { content: '.' }", {"generated-text"}),
        ("ul { list-style: '5 mg ' }", {"generated-text"}),
        ("ul { list-style: decimal; counter-reset: list-item 6 }", {"generated-text"}),
        (
            "@counter-style odd { system: cyclic; symbols: '3' }  ul { list-style: odd }",
            {"generated-text"},
        ),
        ("h1 { string-set: a content() } @page { @top-left { content: string(a) } }",
         {"generated-text"}),
        ("@page { @top-left { content: 'Call 555-9999' } }", {"generated-text"}),
        ("@page { @top-left { content: '24' } }", {"generated-text"}),
        # How it is set.
        (".call p { letter-spacing: 9pt }", {"unsafe-style"}),
        (".call p { letter-spacing: -6pt }", {"unsafe-style"}),
        (".call p { word-spacing: -9pt }", {"unsafe-style"}),
        (".slot--phone { letter-spacing: 9pt }", {"unsafe-style"}),
        (".call p { text-decoration: line-through }", {"unsafe-style"}),
        (".call p { direction: rtl }", {"unsafe-style"}),
        (".slot p { direction: rtl }", {"unsafe-style"}),
        (".call { transform: rotate(180deg) }", {"unsafe-style"}),
        (".call { transform: scaleX(-1) }", {"unsafe-style"}),
        (".call { transform: translate(-999mm) }", {"unsafe-style"}),
        (".call p { font-feature-settings: 'sups' }", {"unsafe-style"}),
        (".call p { font-variant: ordinal }", {"unsafe-style"}),
        (".call p { overflow: hidden; white-space: nowrap; text-overflow: ellipsis }",
         {"unsafe-style"}),
        (".call { overflow: hidden; border-radius: 50% }", {"unsafe-style"}),
        (".call p { font-stretch: condensed }", {"unsafe-style"}),
        (".call p { lang: 'ar' }", {"unsafe-style"}),
        (".call > p { display: flex; flex-direction: row-reverse }", {"unsafe-style"}),
        (".questions ul { display: flex } .questions li { order: -1 }", {"unsafe-style"}),
        ("h1 { bookmark-label: 'Call 555' }", {"generated-text"}),
        # In another order.
        ("h1 { position: absolute; top: 200mm }", {"text-order", "overlap"}),
        (".summary { position: relative; top: 999mm }", {"text-order"}),
        # One over the other.
        (".section .call p { margin-top: -12mm }", {"overlap"}),
        (".section p { position: absolute; top: 0 }", {"overlap", "text-order"}),
        ("h1 { line-height: 0.1; width: 30mm }", {"overlap"}),
        # The floor.
        (":root { --floor: 1pt !important }", {"low-floor"}),
        (":root { --floor: 11.9pt !important }", {"low-floor"}),
    ],
)  # fmt: skip
def test_a_style_that_takes_from_the_reader_is_refused(
    style: str, codes: set[str], told: Told
) -> None:
    assert {code for code, _ in told(style)} == codes


@pytest.mark.parametrize(
    "style",
    [
        "h1 { letter-spacing: 0.02em; color: #333; border-bottom: 1pt solid }",
        "ul { list-style: decimal }",
        "ul { list-style: arabic-indic }",
        "li::before { content: '□' }",
        ".record, .own-questions { display: none }",
        ".call { background: #eee; box-shadow: 0 0 3pt #888 }",
        ".section::before { content: ''; display: block; border-top: 1pt solid }",
        "@page { @top-right { content: counter(page) ' / ' counter(pages) } }",
        ":root { --floor: 13pt !important; --small: 13pt !important }",
        ".summary { position: relative; left: 2mm }",
    ],
)
def test_a_style_that_takes_nothing_passes(style: str, told: Told) -> None:
    assert told(style) == []


def test_finding_names_what_is_hidden_and_what_is_written(told: Told) -> None:
    style = ".slot--phone, .call p { display: none } .call::after { content: 'Dial 9' }"
    assert told(style) == [
        (
            "no-slot",
            "a style hides the slot 'phone' (en), which what a brand says needs.",
        ),
        ("hidden-text", "a style hides 'Call us if you cannot drink.'."),
        ("generated-text", "a style writes 'Dial 9', which no text says."),
    ]


@pytest.mark.parametrize(
    ("size", "floor", "message"),
    [
        ("standard", 11, "the size 'standard' sets --floor to 11 pt, less than 12 pt."),
        ("large", 17, "the size 'large' sets --floor to 17 pt, less than 18 pt."),
        ("giant", 18, "the size 'giant' sets --floor to 18 pt, less than 24 pt."),
    ],
)
def test_a_style_can_only_raise_the_floor(size: str, floor: int, message: str, told: Told) -> None:
    style = f":root {{ --floor: {floor}pt !important }}"
    assert told(style, size=size) == [("low-floor", message)]


def test_a_size_of_the_workspace_has_a_floor_too(told: Told, library: Workspace) -> None:
    style = library.read_text("styles/sizes/standard.css").replace("--floor: 12pt", "--floor: 9pt")
    found = told(files={"styles/sizes/tiny.css": style}, size="tiny")
    assert found == [("low-floor", "the size 'tiny' sets --floor to 9 pt, less than 12 pt.")]


def test_a_template_without_a_slot_is_refused(told: Told) -> None:
    template = "{% macro block(each) %}<div class='call'>Call.</div>{% endmacro %}"
    message = "no template opens the slot 'phone' (en), which what a brand says needs."
    assert told(files={"templates/parts/when-to-call.html": template}) == [("no-slot", message)]


@pytest.mark.parametrize(
    ("style", "codes"),
    [
        (".figure img { display: none }", {"hidden-text"}),
        (".figure img { width: 1mm }", {"hidden-text"}),
        (".figure img { opacity: 0.1 }", {"hidden-text"}),
        (".icon-array { visibility: hidden }", {"hidden-text"}),
        ("ol { display: flex; flex-direction: column-reverse }", {"unsafe-style"}),
        ("ol { list-style: lower-roman }", {"generated-text"}),
        ("ol { counter-reset: list-item 2 }", {"generated-text"}),
        (".key-points ul { list-style: none }", set()),
    ],
)
def test_pictures_and_steps_stay(style: str, codes: set[str], told: Told) -> None:
    assert {code for code, _ in told(style, handout="wash-hands")} == codes


def test_draft_line_stays(told: Told, library: Workspace) -> None:
    change(library, "handouts/drink-water/es.po", "X-Method: human", "X-Method: machine")
    assert told(".draft { display: none }", languages=("es",)) == [
        (
            "hidden-text",
            "a style hides 'Traducción en borrador, aún sin revisar. Draft translation,…'.",
        )
    ]


PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" width="99" height="9">%s</svg>'


@pytest.mark.parametrize(
    "picture",
    [
        PICTURE % '<text y="9">555-9999</text>',
        PICTURE.replace("svg", "s:svg").replace("xmlns", "xmlns:s") % '<s:text y="9">5</s:text>',
        f'<!DOCTYPE svg [<!ENTITY t "&#60;text>5&#60;/text>">]>{PICTURE % "&t;"}',
    ],
    ids=["plain", "named otherwise", "entity"],
)
def test_a_picture_of_a_style_shows_no_words(picture: str, told: Told) -> None:
    style = ".call { background: url(../call.svg) }"
    message = "asks for what it may not have: styles/call.svg shows words, which no text says."
    assert told(style, {"styles/call.svg": picture}) == [("refused", message)]


def test_a_picture_of_a_style_may_be_a_drawing(told: Told) -> None:
    picture = PICTURE % '<circle r="4"/>'
    assert told(".call { background: url(../call.svg) }", {"styles/call.svg": picture}) == []


def test_each_side_of_a_leaf_has_its_foot(told: Told) -> None:
    style = ".footer--back { display: none }"
    found = told(style, languages=("en", "es"), layout="duplex")
    assert {code for code, _ in found} == {"hidden-text"}


@pytest.mark.parametrize(
    ("languages", "layout", "page_format", "expected"),
    [
        (("en",), "", "sheet", ["logo en", "contact en", "phone en"]),
        (("en", "es"), "columns", "sheet",
         ["logo en", "contact en", "phone en", "contact es", "phone es"]),
        (("en", "es"), "duplex", "sheet",
         ["logo en", "contact en", "phone en", "logo es", "contact es", "phone es"]),
    ],
)  # fmt: skip
def test_slots_follow_from_shape_and_edition(
    languages: tuple[str, ...],
    layout: str,
    page_format: str,
    expected: list[str],
    library: Workspace,
) -> None:
    shape = Shape(organization=True, phone=True)
    sheet = sheet_of(library, languages, page_format=page_format, layout=layout, shape=shape)
    assert [" ".join(each) for each in wanted_slots(sheet)] == expected
