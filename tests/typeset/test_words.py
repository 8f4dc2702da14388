"""Words at the ends of lines: divided at soft hyphens, whole in Korean, never over the edge."""

import io
import re
from collections.abc import Callable, Sequence
from itertools import groupby

import pikepdf
import pypdfium2
import pytest

from plainleaf.checks.facts import read_facts
from plainleaf.checks.pdf.safe_area import check_safe_area
from plainleaf.text.hyphens import SOFT
from plainleaf.workspace import Workspace
from tests.conftest import change, put
from tests.typeset.test_safe import sheet_of
from tests.typesetting import Typeset, pdf_of

HANDOUT = "handouts/drink-water/handout.md"
TEXT = "Drink before you are thirsty."
COMPOUND = (
    f"Ihre Kranken{SOFT}versicherungs{SOFT}kosten{SOFT}übernahme{SOFT}bescheinigung und "
    f"Blut{SOFT}zucker hier."
)
BOLD = f"Ihre **Kranken**{SOFT}versicherungs{SOFT}kosten{SOFT}übernahme{SOFT}bescheinigung hier."
PARTLY = "Ihre **Xyloph**onorchestermusikantenversammlungsvorsitzendenstellvertreter hier."
KOREAN = (
    "수술 후 집에서 상처를 돌보는 방법과 병원에 연락해야 하는 때를 알려 드립니다. "
    "**열이 나거나** 상처가 붓거나 고름이 나오면 바로 연락하십시오."
)

Made = Callable[..., bytes]


@pytest.fixture
def made(typeset: Typeset, library: Workspace) -> Made:
    """Typeset the sheet with another text."""
    import plainleaf.typeset  # after our fonts are set
    from plainleaf.workers.jobs import TypesetJob

    def make(text: str, languages: tuple[str, ...] = ("en",), **edition: str) -> bytes:
        change(library, HANDOUT, TEXT, text)
        sheet = sheet_of(library, languages, **edition)  # type: ignore[arg-type]
        pdf = pdf_of(plainleaf.typeset.run(TypesetJob(sheet, library, 20)))
        assert list(check_safe_area(read_facts(pdf), None)) == []
        return pdf

    return make


def lines(pdf: bytes) -> Sequence[str]:
    """Return the lines of all pages, as they stand: by the height of their letters."""
    found = []
    for page in pypdfium2.PdfDocument(pdf):
        text = page.get_textpage()
        signs = [
            (round(text.get_charbox(i, loose=True)[1]), text.get_text_range(i, 1))
            for i in range(text.count_chars())
        ]
        found += ["".join(sign for _, sign in row) for _, row in groupby(signs, lambda s: s[0])]
    return [line.strip() for line in found if line.strip()]


def body(pdf: bytes) -> str:
    return read_facts(pdf).body


@pytest.mark.parametrize("text", [COMPOUND, BOLD], ids=["plain", "partly bold"])
@pytest.mark.parametrize(
    "edition",
    [{"size": "giant"}, {"size": "giant", "page_format": "booklet"}, {"page_format": "trifold"}],
    ids=["giant", "giant booklet", "trifold"],
)
def test_a_soft_hyphen_divides_a_word_with_a_hyphen(
    text: str, edition: dict[str, str], made: Made
) -> None:
    pdf = made(text, **edition)
    said = body(pdf)
    parts = "Kranken-?versicherungs-?kosten-?übernahme-?bescheinigung"

    (found,) = re.findall(parts, said)
    assert ("-" in found, SOFT in said) == (True, False)


def test_a_soft_hyphen_that_divides_nothing_is_not_there(made: Made) -> None:
    pdf = made(f"Blut{SOFT}zucker.")
    assert "Blutzucker." in body(pdf)
    assert "Blutzucker." in " ".join(lines(pdf))


def test_titles_and_bookmarks_hold_no_soft_hyphen(made: Made, library: Workspace) -> None:
    change(library, HANDOUT, "title: Drink water", f"title: Blut{SOFT}zucker")
    change(library, HANDOUT, "## Drink often", f"## Wasser{SOFT}trinken")
    with pikepdf.open(io.BytesIO(made(TEXT))) as pdf:
        first = pdf.Root.Outlines.First
        labels = [
            str(first.Title),
            str(first.Next.Title if "/Next" in first else first.First.Title),
        ]
        said = (str(pdf.docinfo["/Title"]), *labels)
    assert said == ("Blutzucker", "Blutzucker", "1 Wassertrinken")


@pytest.mark.parametrize(
    "edition", [{"size": "giant"}, {"size": "giant", "page_format": "booklet"}], ids=str
)
def test_a_word_that_is_partly_bold_stays_within_the_page(
    edition: dict[str, str], made: Made
) -> None:
    word = PARTLY.replace("**", "").split()[1]
    assert word in "".join(body(made(PARTLY, **edition)).replace("-", "").split())


@pytest.mark.parametrize(
    ("size", "page_format"), [("standard", "sheet"), ("giant", "booklet"), ("standard", "trifold")]
)
def test_a_korean_line_ends_between_words(
    size: str, page_format: str, made: Made, library: Workspace
) -> None:
    put(library, "plainleaf.toml", 'source-language = "ko"\n')
    words = library.read_text("templates/strings/es.po").replace("Language: es", "Language: ko")
    put(library, "templates/strings/ko.po", words)
    (library.root / "handouts/drink-water/es.po").unlink()
    pdf = made(KOREAN, ("ko",), size=size, page_format=page_format)
    known = {"한국어", *KOREAN.replace("**", "").split()}
    shown = [
        word for line in lines(pdf) for word in line.split() if "\uac00" <= word[0] <= "\ud7a3"
    ]
    assert set(shown) == known, shown


ROW = "Nurses write words of many letters here, and none of them is longer than a line is. " * 3


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (ROW, []),
        (COMPOUND, []),
        (KOREAN, []),
        (
            "手术后在家里应该怎样照顾伤口以及什么时候需要打电话给您的医生或者护士还有其他事情。"
            * 3,
            [],
        ),
        ("اتصل بنا الآن إذا ساءت حالتك أو إذا لم تستطع أن تشرب الماء طوال اليوم. " * 3, []),
        ("สิ่งที่ควรทำที่บ้านหลังการผ่าตัดถุงน้ำดีและวิธีดูแลแผลจนกว่าจะได้พบแพทย์" * 3, []),
        ("Read <https://tea.example/a/very/long/address/of/a/page/about/tea> now.", []),
        (f"An {'x' * 70} here.", ["x" * 70]),
        (f"At {'x' * 70}@ward.example, here.", []),
    ],
)
def test_a_word_that_is_torn_is_named(
    text: str, expected: list[str], typeset: Typeset, library: Workspace
) -> None:
    import plainleaf.typeset  # after our fonts are set
    from plainleaf.workers.jobs import TypesetJob

    change(library, HANDOUT, TEXT, text)
    sheet = sheet_of(library, size="giant", page_format="booklet")
    master = plainleaf.typeset.run(TypesetJob(sheet, library, 20)).master
    assert master
    assert list(master.torn) == expected
