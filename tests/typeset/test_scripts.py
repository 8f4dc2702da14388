# ruff: noqa: E501  # a row is a language
"""A sheet in each script, with nothing but a catalogue: asked of the PDF."""

import io
import os
import re
import subprocess
import unicodedata
from collections.abc import Mapping
from itertools import pairwise
from pathlib import Path
from shutil import which

import pikepdf
import pypdfium2
import pytest
from PIL import ImageOps

from plainleaf.build.manifest import Result
from plainleaf.checks.facts.shown import Content
from plainleaf.model import Choice
from plainleaf.text.controls import LRI, PDI
from plainleaf.text.localize import FIXED_WORDS
from plainleaf.workspace import Workspace
from tests.text.isolated import isolate
from tests.workspaces import pdfs

HEAD = """---
title: Water
summary: Drink a glass of water.
publisher: Ward 3
version: "1"
reviewed: 2026-01-02
review-by: 2027-01-02
sources: [A well.]
---

## Drink a glass of water {#drink}

"""
HANDOUT = f"{HEAD}Drink **a glass** of water. Call (555) 010-1234 if you feel worse.\n"

# Title, summary and heading, text; by language.
TEXTS: Mapping[str, tuple[str, str, str]] = {
    "am": ("ውሃ", "አንድ ብርጭቆ ውሃ ይጠጡ።", "**አንድ ብርጭቆ** ውሃ ይጠጡ። ከባሰብዎት (555) 010-1234 ይደውሉ።"),
    "ar": ("الماء", "اشرب كوبًا من الماء.", "اشرب **كوبًا** من الماء. اتصل بالرقم (555) 010-1234 إذا ساءت حالتك."),
    "bn": ("জল", "এক গ্লাস জল পান করুন।", "**এক গ্লাস** জল পান করুন। শরীর বেশি খারাপ লাগলে (555) 010-1234 নম্বরে ফোন করুন।"),
    "el": ("Νερό", "Πιείτε ένα ποτήρι νερό.", "Πιείτε **ένα ποτήρι** νερό. Καλέστε (555) 010-1234 αν νιώσετε χειρότερα."),
    "fa": ("آب", "یک لیوان آب بنوشید.", "**یک لیوان** آب بنوشید. اگر حالتان بدتر شد با (555) 010-1234 تماس بگیرید."),
    "he": ("מים", "לשתות כוס מים.", "לשתות **כוס** מים. אם מרגישים פחות טוב, להתקשר אל (555) 010-1234."),
    "hi": ("पानी", "एक गिलास पानी पिएँ।", "**एक गिलास** पानी पिएँ। अगर तबीयत ज़्यादा खराब लगे तो (555) 010-1234 पर फ़ोन करें।"),
    "ht": ("Dlo", "Bwè yon vè dlo.", "Bwè **yon vè** dlo. Rele (555) 010-1234 si ou santi ou pi mal."),
    "ja": ("水", "コップ一杯の水を飲んでください。", "**コップ一杯** の水を飲んでください。具合が悪くなったら (555) 010-1234 に電話してください。"),
    "km": ("ទឹក", "ផឹកទឹកមួយកែវ។", "ផឹកទឹក **មួយកែវ** ។ សូមទូរស័ព្ទទៅ (555) 010-1234 ប្រសិនបើអ្នកមិនស្រួល។"),
    "ko": ("물", "물 한 잔을 드세요.", "물 **한 잔** 을 드세요. 몸이 더 나빠지면 (555) 010-1234 로 전화하세요."),
    "ru": ("Вода", "Выпейте стакан воды.", "Выпейте **стакан** воды. Позвоните (555) 010-1234, если вам станет хуже."),
    "so": ("Biyo", "Cab galaas biyo ah.", "Cab **galaas** biyo ah. Wac (555) 010-1234 haddii aad ka sii darto."),
    "ta": ("தண்ணீர்", "ஒரு கோப்பை தண்ணீர் குடியுங்கள்.", "**ஒரு கோப்பை** தண்ணீர் குடியுங்கள். உடல்நிலை மோசமானால் (555) 010-1234 ஐ அழையுங்கள்."),
    "th": ("น้ำ", "ดื่มน้ำหนึ่งแก้ว", "ดื่มน้ำ **หนึ่งแก้ว** โทร (555) 010-1234 ถ้าคุณรู้สึกแย่ลง"),
    "ur": ("پانی", "ایک گلاس پانی پیئیں۔", "**ایک گلاس** پانی پیئیں۔ طبیعت زیادہ خراب ہو تو (555) 010-1234 پر فون کریں۔"),
    "vi": ("Nước", "Hãy uống một ly nước.", "Hãy uống **một ly** nước. Gọi (555) 010-1234 nếu thấy nặng hơn."),
    "zh-Hans": ("水", "请喝一杯水。", "请喝 **一杯** 水。如果感觉更不舒服，请拨打 (555) 010-1234。"),
    "zh-Hant": ("水", "請喝一杯水。", "請喝 **一杯** 水。如果感覺更不舒服，請撥打 (555) 010-1234。"),
}  # fmt: skip
RTL = ("ar", "fa", "he", "ur")
STAMPED = ("ar", "he", "hi", "km", "ur", "zh-Hans")
PAIRS = {"en+ar": True, "ar+en": False, "en+hi": True, "he+en": False, "zh-Hans+en": True}
"""Whether the leading language stands on the left."""

MEASURE = 612 - 2 * 47.5  # points: letter paper without the margins at standard size

# Distance of lines by size of type, from the field's guides.
LINES: Mapping[str, tuple[float, float]] = {
    **dict.fromkeys(TEXTS, (1.25, 1.6)),
    **dict.fromkeys(("ar", "fa"), (1.6, 1.8)),
    "ur": (1.95, 2.1),
    **dict.fromkeys(("hi", "bn", "ta"), (1.5, 1.7)),
    **dict.fromkeys(("th", "km"), (1.6, 2.0)),
    **dict.fromkeys(("zh-Hans", "zh-Hant", "ja", "ko"), (1.5, 1.8)),
    "vi": (1.5, 1.6),
    "am": (1.5, 1.7),
}
REPEATS = 5  # so that each text takes more lines than one


def po(code: str, messages: Mapping[tuple[str, str], str]) -> str:
    rows = [f'msgid ""\nmsgstr ""\n"Language: {code}\\n"\n"X-Method: machine\\n"\n']
    for (context, source), text in messages.items():
        named = f'msgctxt "{context}"\n' if context else ""
        rows.append(f'{named}msgid "{source}"\nmsgstr "{text}"\n')
    return "\n".join(rows)


def long(code: str) -> str:
    return " ".join([TEXTS[code][2]] * REPEATS)


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """Return one with the sheet in every language, and with an organization."""
    root = tmp_path_factory.mktemp("scripts")
    (root / "handouts/water").mkdir(parents=True)
    (root / "templates/strings").mkdir(parents=True)
    (root / "styles/brands/ward").mkdir(parents=True)
    (root / "plainleaf.toml").write_text('source-language = "en"\n')
    (root / "styles/brands/ward/_brand.yml").write_text(brand(), "utf-8")
    paragraph = HANDOUT.rsplit("\n\n", 1)[1].strip()
    source = " ".join([paragraph] * REPEATS)
    (root / "handouts/water/handout.md").write_text(HANDOUT.replace(paragraph, source))
    workspace = Workspace.at(root)
    words = re.findall(r'^msgid "(.+)"$', workspace.read_text(FIXED_WORDS), re.MULTILINE)
    for code, (title, summary, _) in TEXTS.items():
        messages = {
            ("title", "Water"): title,
            ("summary", "Drink a glass of water."): summary,
            ("drink", "Drink a glass of water"): summary,
            ("drink/p1", source): long(code),
            ("source-1", "A well."): title,
        }
        (root / f"handouts/water/{code}.po").write_text(po(code, messages), "utf-8")
        said = {("", word): word if "%" in word else title for word in words}
        (root / f"templates/strings/{code}.po").write_text(po(code, said), "utf-8")
    return workspace


def brand() -> str:
    """Return an organization that says the text of each language as its contact."""
    rows = (
        f'      {c}: {{lines: ["{text.replace("**", "")}"]}}\n' for c, (*_, text) in TEXTS.items()
    )
    return (
        "meta: {name: Ward 7}\ndefaults:\n  plainleaf:\n    site: https://ward.example/h\n"
        f"    partners: [County Health 7, Tea Fund (example)]\n    contact:\n{''.join(rows)}"
    )


def made(workspace: Workspace, choice: Choice) -> dict[str, tuple[Result, bytes]]:
    """Build in one run, and inspect each; return results and PDFs by languages."""
    return {path.split("_")[1]: found for path, found in pdfs(workspace, choice).items()}


@pytest.fixture(scope="module")
def built(workspace: Workspace) -> Mapping[str, tuple[Result, bytes]]:
    return made(workspace, Choice(languages=(*TEXTS, *PAIRS)))


@pytest.fixture(scope="module")
def stamped(workspace: Workspace) -> Mapping[str, tuple[Result, bytes]]:
    return made(workspace, Choice(languages=STAMPED, brands=("ward",)))


def folded(text: str) -> str:
    """Return text as pages keep it: letters composed, without spaces and direction marks."""
    kept = unicodedata.normalize("NFKC", text)
    return "".join(c for c in kept if not c.isspace() and unicodedata.category(c) != "Cf")


@pytest.mark.parametrize("code", TEXTS)
def test_a_catalogue_is_enough(code: str, built: Mapping[str, tuple[Result, bytes]]) -> None:
    """Glyphs, families, margins, structure and text pass each check of a PDF."""
    result, _ = built[code]
    codes = sorted({f"{f.code}: {f.message}" for f in result.findings if f.is_error})
    assert (result.state, codes) == ("built", [])


@pytest.mark.parametrize("code", STAMPED)
def test_what_an_organization_says_is_set_in_each_script(
    code: str, stamped: Mapping[str, tuple[Result, bytes]]
) -> None:
    """Marks above letters, lines that begin at the right, letters far out of their line."""
    result, _ = stamped[code]
    codes = sorted({f"{f.code}: {f.message}" for f in result.findings if f.is_error})
    assert (result.state, codes) == ("built", [])


@pytest.mark.parametrize("code", TEXTS)
def test_lines_are_as_far_apart_as_the_script_needs(
    code: str, built: Mapping[str, tuple[Result, bytes]]
) -> None:
    """Of the text that fills several lines; both in points."""
    distance, size = spacing(built[code][1])
    low, high = LINES[code]
    assert low <= round(distance / size, 2) <= high


def spacing(pdf: bytes) -> tuple[float, float]:
    """Return the most frequent distance of baselines, and the size of type there."""
    content = shown_lines(pdf)
    lines = sorted({round(y, 1): size for y, size in content}.items(), reverse=True)
    gaps = [
        (round(upper[0] - lower[0], 1), upper[1])
        for upper, lower in pairwise(lines)
        if abs(upper[1] - lower[1]) < 0.1 and upper[1] >= 13.9
    ]
    return max(set(gaps), key=gaps.count)


def shown_lines(pdf: bytes) -> list[tuple[float, float]]:
    """Return height and size of each text box's first glyph, in points."""
    found = []
    with pikepdf.open(io.BytesIO(pdf)) as document:
        scale, place, size = 0.75, 0.0, 0.0
        for instruction in pikepdf.parse_content_stream(document.pages[0]):
            operands, operator = instruction.operands, instruction.operator
            if str(operator) == "Tm":  # the page is drawn in CSS pixels, from its top
                place = float(operands[5])
            elif str(operator) == "Tf":
                size = float(operands[1])
            elif str(operator) in ("TJ", "Tj"):
                found.append((-place * scale, size * scale))
    return found


@pytest.mark.parametrize("code", TEXTS)
@pytest.mark.skipif(not which("pdftotext"), reason="poppler's pdftotext is not installed")
def test_text_is_read_back(
    code: str, built: Mapping[str, tuple[Result, bytes]], tmp_path: Path
) -> None:
    if code == "ur":
        pytest.xfail("poppler turns the text round that Nastaliq carries beside its glyphs")
    file = tmp_path / "x.pdf"
    file.write_bytes(built[code][1])
    command = ["pdftotext", os.fspath(file), "-"]
    text = subprocess.run(command, capture_output=True, check=True).stdout.decode()
    title, summary, _ = TEXTS[code]
    assert (folded(title) in folded(text), folded(summary) in folded(text)) == (True, True)


@pytest.mark.parametrize("code", RTL)
def test_a_page_from_right_to_left_says_so(
    code: str, built: Mapping[str, tuple[Result, bytes]]
) -> None:
    with pikepdf.open(io.BytesIO(built[code][1])) as document:
        assert document.Root.ViewerPreferences.Direction == "/R2L"


@pytest.mark.parametrize("code", [code for code in TEXTS if code not in RTL])
def test_other_pages_name_no_direction(
    code: str, built: Mapping[str, tuple[Result, bytes]]
) -> None:
    with pikepdf.open(io.BytesIO(built[code][1])) as document:
        assert "/Direction" not in document.Root.ViewerPreferences


@pytest.mark.parametrize("code", RTL)
def test_a_phone_keeps_its_order(code: str, built: Mapping[str, tuple[Result, bytes]]) -> None:
    """The glyphs of a line are drawn from left to right."""
    with pikepdf.open(io.BytesIO(built[code][1])) as document:
        pages = Content(document).texts.values()
        drawn = ["".join(pieces) for page in pages for pieces in page.values()]
    assert any("(555) 010-1234" in line for line in drawn)


@pytest.mark.parametrize("code", TEXTS)
def test_lines_break_where_the_script_allows(
    code: str, built: Mapping[str, tuple[Result, bytes]]
) -> None:
    """Lines of the paragraph are full, also where no spaces part the words; a number is whole."""
    pdf = built[code][1]
    widths = paragraph(pdf, spacing(pdf)[0])
    assert (len(widths) > 1, min(widths[:-1]) > 0.65 * MEASURE) == (True, True)


def paragraph(pdf: bytes, distance: float) -> list[int]:
    """Return how far the ink of each line reaches, of the lines in an even distance, in points."""
    drawing = pypdfium2.PdfDocument(pdf)[0].render(scale=1, grayscale=True).to_pil()
    baselines = sorted({round(-y, 1) for y, size in shown_lines(pdf) if size >= 13.9})
    blocks: list[list[int]] = [[]]
    for upper, lower in pairwise([*baselines, 10_000.0]):
        line = ImageOps.invert(drawing.crop((0, int(upper - 7), drawing.width, int(upper))))
        left, _, right, _ = line.getbbox() or (0, 0, 0, 0)
        blocks[-1].append(right - left)
        if abs(lower - upper - distance) > 1:
            blocks.append([])
    return max(blocks, key=sum)


@pytest.mark.parametrize(("pair", "leads_left"), PAIRS.items())
def test_the_leading_column_stands_where_reading_starts(
    pair: str, leads_left: bool, built: Mapping[str, tuple[Result, bytes]]
) -> None:
    """Asked of the summary, which stands beside its partner."""
    leading = pair.split("+")[0]
    word = {**{code: said[1] for code, said in TEXTS.items()}, "en": "Drink a glass"}[leading]
    text = pypdfium2.PdfDocument(built[pair][1])[0].get_textpage()
    places = [
        text.get_charbox(place)[0]
        for place in range(text.count_chars())
        if text.get_text_range(place, 1) in set(word.replace(" ", "")) - set("()-0123456789")
    ]
    assert (sum(places) / len(places) < 612 / 2) is leads_left


def test_isolates_are_what_keeps_it() -> None:
    assert isolate("اتصل (555) 010-1234 الآن") == f"اتصل {LRI}(555) 010-1234{PDI} الآن"
