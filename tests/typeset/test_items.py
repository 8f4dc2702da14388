"""Lists as they are printed and tagged: numbers, items of several parts, forced line breaks."""

import io
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise

import pikepdf
import pypdfium2
import pytest

from plainleaf.checks.facts import read_facts
from plainleaf.checks.facts.structure import read_structure
from plainleaf.load.handout import read_handout
from plainleaf.model import Shape
from plainleaf.workspace import Workspace
from tests.conftest import change, put
from tests.typeset.test_safe import sheet_of
from tests.typesetting import Typeset, pdf_of

HANDOUT = "handouts/drink-water/handout.md"
VOICES = {"es": "Diga", "ar": "قل", "fa": "بگویید", "he": "אמרו", "ur": "کہیں"}
"""What each text of a translation begins with, by its language."""

PAIRS = [
    (("en",), ""),
    (("ar",), ""),
    (("en", "es"), "columns"),
    (("en", "es"), "stacked"),
    (("en", "es"), "duplex"),
    (("en", "ar"), "columns"),
    (("ar", "en"), "stacked"),
]

INTERRUPTED = """1. Look at your sugar.
2. If it is low eat some sugar:

- four tablets
- half a cup of juice

3. Wait a while.
4. Look again.
5. If it is still low repeat step 2.
6. Eat a small snack.
"""

PARTS = """1. Wash your hands.
2. In a clean pot mix:
    - safe water
    - sugar

      No honey.

   Stir it.
3. Drink.
"""

Printed = Callable[..., bytes]


@pytest.fixture
def printed(typeset: Typeset, library: Workspace) -> Printed:
    """Typeset a handout that holds a text, with translations that only begin otherwise."""
    import plainleaf.typeset  # after our fonts are set
    from plainleaf.workers.jobs import TypesetJob

    def run(text: str, languages: tuple[str, ...] = ("en",), **edition: str) -> bytes:
        change(library, HANDOUT, "Drink before you are thirsty.\n", text)
        for code in languages:
            if code != "en":
                translate(library, code)
        sheet = sheet_of(library, languages, shape=Shape(), **edition)
        return pdf_of(plainleaf.typeset.run(TypesetJob(sheet, library, 60)))

    return run


def translate(library: Workspace, code: str, said: Mapping[str, str] | None = None) -> None:
    rows = [f'msgid ""\nmsgstr "Language: {code}\\n"\n']
    for unit in read_handout(library, "drink-water").units:
        text = (said or {}).get(unit.id) or f"{VOICES[code]} {unit.text}"
        rows.append(
            f'msgctxt "{unit.id}"\nmsgid "{_quoted(unit.text)}"\nmsgstr "{_quoted(text)}"\n'
        )
    put(library, f"handouts/drink-water/{code}.po", "\n".join(rows))


def _quoted(text: str) -> str:
    return text.replace("\\", "\\\\").replace("\n", "\\n")


def labels(pdf: bytes) -> list[tuple[str, str]]:
    """Return label, without its point, and text of each list item in reading order."""
    elements = [e for e in read_structure(pdf).elements if e.tag in ("Lbl", "LBody")]
    return [
        (label.text.strip(" ."), body.text)
        for label, body in pairwise(elements)
        if (label.tag, body.tag) == ("Lbl", "LBody")
    ]


def rows(pdf: bytes) -> Iterator[str]:
    """Return the lines of all pages as they are seen, from left to right."""
    for page in pypdfium2.PdfDocument(pdf):
        text = page.get_textpage()
        found = [
            (text.get_charbox(i), text.get_text_range(i, 1)) for i in range(text.count_chars())
        ]
        lines: dict[int, list[tuple[float, str]]] = {}
        for (left, bottom, _, top), sign in found:
            if sign.strip():
                middle = round((bottom + top) / 2)
                near = next((m for m in lines if abs(m - middle) <= 5), middle)
                lines.setdefault(near, []).append((left, sign))
        for middle in sorted(lines, reverse=True):
            yield "".join(sign for _, sign in sorted(lines[middle]))


def places(pdf: bytes, words: str) -> Iterator[float]:
    """Return where a text begins, from the left, wherever it stands."""
    for page in pypdfium2.PdfDocument(pdf):
        text = page.get_textpage()
        search = text.search(words, match_case=True)
        while found := search.get_next():
            yield float(text.get_charbox(found[0])[0])


def numbers(pdf: bytes, words: str) -> list[str]:
    """Return the labels of the items that hold certain words."""
    return [label for label, text in labels(pdf) if words in text]


@pytest.mark.parametrize(("languages", "layout"), PAIRS)
def test_each_step_has_the_number_that_was_written(
    languages: tuple[str, ...], layout: str, printed: Printed
) -> None:
    pdf = printed(INTERRUPTED, languages, layout=layout)
    wanted = {"Look at": "1", "juice": "•", "Wait": "3", "Look again": "4", "snack": "6"}
    shown = {words: numbers(pdf, words) for words in wanted}
    assert shown == {words: [number] * len(languages) for words, number in wanted.items()}
    assert read_facts(pdf).violations == ()


def test_the_number_is_seen_beside_its_text(printed: Printed) -> None:
    lines = list(rows(printed(INTERRUPTED)))
    assert [line for line in lines if line[:1].isdigit() and line[1] == "."] == [
        "1.Lookatyoursugar.",
        "2.Ifitisloweatsomesugar:",
        "3.Waitawhile.",
        "4.Lookagain.",
        "5.Ifitisstilllowrepeatstep2.",
        "6.Eatasmallsnack.",
    ]


@pytest.mark.parametrize("layout", ["columns", "stacked"])
def test_the_number_is_seen_on_each_voices_own_side(layout: str, printed: Printed) -> None:
    pdf = printed("44. one\n45. two\n", ("en", "ar"), layout=layout)
    (left, right), texts = sorted(places(pdf, "45")), sorted(places(pdf, "two"))
    assert left < texts[0] < texts[1] < right


@pytest.mark.slow
def test_numbers_go_on_from_leaf_to_leaf(printed: Printed) -> None:
    steps = "".join(f"{n}. Step {n} of them.\n" for n in range(3, 60))
    pdf = printed(steps, ("en", "es"), layout="duplex")
    assert len(pypdfium2.PdfDocument(pdf)) > 4
    told = [label for n in range(3, 60) for label in numbers(pdf, f"Step {n} of")]
    assert told == [str(n) for n in range(3, 60) for _ in "ab"]


SIZED = [
    (("en",), "", "giant"),
    (("ar",), "", "large"),
    (("en", "es"), "columns", "standard"),
    (("en", "es"), "stacked", "giant"),
    (("en", "es"), "duplex", "large"),
    (("ar", "en"), "stacked", "standard"),
]


@pytest.mark.parametrize(("languages", "layout", "size"), SIZED)
def test_an_item_of_several_parts_is_one_item(
    languages: tuple[str, ...], layout: str, size: str, printed: Printed
) -> None:
    pdf = printed(PARTS, languages, layout=layout, size=size)
    facts = read_facts(pdf)
    order = ["Wash your", "pot mix", "safe water", "sugar", "No honey", "Stir it", "Drink"]
    assert (facts.violations, in_order(facts.body, order)) == ((), True)
    found = [label for label, _ in labels(pdf)]
    assert [found.count(label) for label in "123•"] == [n * len(languages) for n in (1, 1, 1, 2)]


@pytest.mark.parametrize(("languages", "layout"), [(("en",), ""), (("en", "es"), "columns")])
def test_containers_keep_their_marks_and_leave_bullets_to_lists_within(
    languages: tuple[str, ...], layout: str, printed: Printed, library: Workspace
) -> None:
    """Key points are numbered; a box to tick is drawn, and is no label."""
    change(library, HANDOUT, "- How much is enough?\n", "- How much?\n  - cold\n  - hot\n")
    change(
        library, HANDOUT, "Call us if you", "- At night:\n  - nurse\n  - ward\n\nCall us if you"
    )
    points = "::: key-points\n\n- Often:\n  - at noon\n  - at night\n- Rest.\n\n:::\n"
    pdf = printed(points, languages, layout=layout)
    marks = ["1", "•", "•", "2", "•", "•", "•", "•", "•"]
    found = [label for label, _ in labels(pdf)]
    assert found == [mark for mark in marks for _ in languages]
    assert read_facts(pdf).violations == ()


def in_order(text: str, words: Sequence[str]) -> bool:
    """Whether a text holds some words, each behind the one before."""
    place = 0
    for each in words:
        place = text.find(each, place) + 1
        if not place:
            return False
    return True


def shape(pdf: bytes) -> list[str]:
    """Return the lists of a document as the tags within each other."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        return [_shape(each) for each in _lists(document.Root.StructTreeRoot)]


def _kids(element: pikepdf.Object) -> Sequence[pikepdf.Object]:
    kids: pikepdf.Object = element.get("/K", pikepdf.Array())
    listed = kids.as_list() if isinstance(kids, pikepdf.Array) else [kids]
    return [kid for kid in listed if isinstance(kid, pikepdf.Dictionary) and "/S" in kid]


def _lists(element: pikepdf.Object) -> Iterator[pikepdf.Object]:
    for kid in _kids(element):
        if kid.S == "/L":
            yield kid
        else:
            yield from _lists(kid)


def _shape(element: pikepdf.Object) -> str:
    within = " ".join(filter(None, map(_shape, _kids(element))))
    name = str(element.S)[1:]
    if name not in ("L", "LI", "Lbl", "LBody", "P"):
        return within
    return f"{name}({within})" if within else name


def test_a_list_within_a_list_is_in_the_body_of_its_item(printed: Printed) -> None:
    item = "LI(Lbl LBody)"
    inner = f"L({item} LI(Lbl LBody(P P)))"
    assert shape(printed(PARTS))[0] == f"L({item} LI(Lbl LBody(P {inner} P)) {item})"


def test_each_voice_of_an_item_has_a_label_and_a_body(printed: Printed) -> None:
    item = "LI(Lbl LBody Lbl LBody)"
    inner = f"L({item} LI(Lbl LBody Lbl LBody LBody(P P)))"
    found = shape(printed(PARTS, ("en", "es"), layout="columns"))[0]
    assert found == f"L({item} LI(Lbl LBody Lbl LBody LBody({inner} P P)) {item})"


def test_labels_and_bodies_are_in_their_languages(printed: Printed) -> None:
    elements = read_structure(printed(PARTS, ("en", "ar"), layout="stacked")).elements
    found = [(e.tag, e.language) for e in elements if e.tag in ("Lbl", "LBody")]
    assert found[:4] == [("Lbl", "en"), ("LBody", "en"), ("Lbl", "ar"), ("LBody", "ar")]


@pytest.mark.parametrize(("languages", "layout"), [(("en",), ""), (("en", "es"), "columns")])
def test_parts_stand_below_their_text_and_lists_further_in(
    languages: tuple[str, ...], layout: str, printed: Printed
) -> None:
    pdf = printed(PARTS, languages, layout=layout)
    text, note, inner, like = (
        next(places(pdf, words)) for words in ("In a clean", "Stir it", "safe water", "No honey")
    )
    assert (abs(text - note) < 1, inner - text > 10, abs(inner - like) < 1) == (True, True, True)


def pages_of(pdf: bytes) -> list[str]:
    return [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(pdf)]


@pytest.mark.parametrize(("languages", "layout"), [(("en",), ""), (("en", "es"), "stacked")])
def test_an_item_is_divided_between_its_parts(
    languages: tuple[str, ...], layout: str, printed: Printed
) -> None:
    """And its number is on the page of the text that it stands before, with a part of the rest."""
    notes = "".join(f"   Note {n} of it.\n\n" for n in range(1, 10))
    text = f"1. Wash.\n2. Pour.\n3. Mix.\n\n{notes}4. Drink.\n"
    pdf = printed(text, languages, layout=layout, size="giant")
    pages = pages_of(pdf)
    begins = next(page for page in pages if "Mix." in page)
    assert [words in begins for words in ("Pour", "3.", "Note 1 of", "Note 9 of")] == [
        True, True, True, False
    ]  # fmt: skip
    assert read_facts(pdf).violations == ()


def test_an_item_of_several_parts_may_begin_a_page(printed: Printed) -> None:
    """A last item of one text takes the one before it along."""
    before = "".join(f"Text {n} of the page.\n\n" for n in range(1, 5))
    steps = "1. Wash.\n2. Mix:\n   - milk\n   - tea\n3. Stir.\n\n   Leave it.\n"
    first, second, *_ = pages_of(printed(before + steps, size="giant"))
    assert ["Mix" in first, "Stir" in first, "Stir" in second, "Leave" in second] == [
        True, False, True, True
    ]  # fmt: skip


ADDRESS = "Write to\\\nWard 3  \n1 Hill Road\nTeaville\n"


@pytest.mark.parametrize(("languages", "layout"), PAIRS)
def test_forced_breaks_end_lines_in_each_language(
    languages: tuple[str, ...], layout: str, printed: Printed
) -> None:
    pdf = printed(f"- {ADDRESS}".replace("\n", "\n  ").strip() + "\n", languages, layout=layout)
    apart = [
        [word for word in ("Write", "Ward", "Teaville") if word in line] for line in rows(pdf)
    ]
    assert {tuple(set(words)) for words in apart if words} == {
        ("Write",),
        ("Ward",),
        ("Teaville",),
    }
    assert read_facts(pdf).violations == ()


@pytest.mark.parametrize("languages", [("ar",), ("en", "ar")])
def test_a_line_of_an_address_keeps_its_order_in_right_to_left_text(
    languages: tuple[str, ...], printed: Printed
) -> None:
    """It begins with a number and ends with one: only its words would be isolated."""
    text = "Write to\\\nWard 3\\\n12 Hill Road, Suite 5\n"
    layout = "stacked" if len(languages) > 1 else ""
    lines = list(rows(printed(text, languages, layout=layout)))
    seen = [line.replace(",", "") for line in lines]
    assert sum(line.count("12HillRoadSuite5") for line in seen) == len(languages)
    assert sum(line.count("Ward3") for line in seen) == len(languages)


def test_lines_of_their_own_stay_on_one_page(printed: Printed) -> None:
    before = "".join(f"Text {n} of the page.\n\n" for n in range(1, 5))
    lines = "\\\n".join(f"Line {n}" for n in range(1, 7))
    pdf = printed(f"{before}{lines}\n", size="giant")
    pages = pages_of(pdf)
    assert [page.count("Line") for page in pages if "Line" in page] == [6]


def test_a_translation_that_begins_with_a_number_is_printed_as_it_stands(
    printed: Printed, library: Workspace
) -> None:
    printed("We are closed on December 24.\n", ("es",))
    translate(library, "es", {"often/p1": "24. Dezember: geschlossen."})
    import plainleaf.typeset
    from plainleaf.workers.jobs import TypesetJob

    sheet = sheet_of(library, ("es",), shape=Shape())
    pdf = pdf_of(plainleaf.typeset.run(TypesetJob(sheet, library, 20)))
    assert "24.Dezember:geschlossen." in list(rows(pdf))
    assert "24" not in [label for label, _ in labels(pdf)]
