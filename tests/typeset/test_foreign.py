"""Words of other scripts, and signs, within a text: asked of the PDF."""

import io
import re
from collections.abc import Mapping
from pathlib import Path

import pikepdf
import pytest

from plainleaf.build.manifest import Result
from plainleaf.checks.facts import read_facts
from plainleaf.checks.facts.shown import Content
from plainleaf.model import Choice
from plainleaf.workspace import Workspace
from tests.typeset.test_scripts import po
from tests.workspaces import pdfs

SIGNS = "Dose ≥ 2, ≤ 3, −5 °C ≈ ± × ÷ √ ∞ ⅓ m² ℞ ₹5 ₦ ₫ → ✓ ☐ ☑ ★ ☎ ⚠️ ♿ ① μg β."
TAGLINES: Mapping[str, str] = {
    "zh": "請致電 (555) 010-0123。",
    "ko": "한국어 번호로 전화하십시오 (555) 010-0123.",
    "ru": "Если вы говорите, звоните (555) 010-0123.",
    "ar": "اتصل برقم (555) 010-0123.",
    "hi": "आप हिंदी बोलते हैं (555) 010-0123।",
    "ja": "日本語を話される場合 (555) 010-0123。",
    "el": "Αν μιλάτε ελληνικά (555) 010-0123.",
    "km": "អ្នកនិយាយភាសាខ្មែរ (555) 010-0123។",
    "th": "ถ้าคุณพูดภาษาไทย (555) 010-0123.",
    "am": "ኣማርኛ ከሆነ (555) 010-0123.",
    "hy": "Եթե խոսում եք (555) 010-0123.",
    "he": "אם אתם מדברים (555) 010-0123.",
    "bn": "যদি আপনি বাংলা বলেন (555) 010-0123.",
    "pa": "ਜੇ ਤੁਸੀਂ ਬੋਲਦੇ ਹੋ (555) 010-0123.",
    "lo": "ຖ້າທ່ານເວົ້າ (555) 010-0123.",
    "my": "ဖုန်းခေါ်ပါ (555) 010-0123.",
}
ARABIC = {
    "Tea 茶": "شاي 茶",
    "Drink **茶** ✓": "اشرب **茶** ✓",
    SIGNS: SIGNS.replace("Dose", "جرعة"),
    "Ask for 中文, العربية or አማርኛ.": "اطلب 中文 أو አማርኛ.",
}
"""A translation that holds other scripts too, by what it translates."""

HANDOUT = f"""---
title: Tea 茶
summary: Drink **茶** ✓
publisher: Ward 诊所 عيادة
version: "1"
reviewed: 2026-01-02
review-by: 2027-01-02
sources: [A book 水.]
---

## Drink **茶** ✓ {{#drink}}

{SIGNS}

Ask for 中文, العربية or አማርኛ.

Help is free. {" ".join(TAGLINES.values())}

- {{}}
""".replace("{}", "\n- ".join(TAGLINES.values()))
BRAND = """meta: {name: Ward 7 诊所 عيادة}
defaults:
  plainleaf:
    partners: [クリニックの診療所, 진료소]
    contact: {en: {phone: (555) 010-0123, lines: ["Call ☎️ → ✓ ≥ 1: 中文 العربية አማርኛ ខ្មែរ"]}}
"""
CHOICES = {
    "of an organization": Choice(languages=("en", "ar"), brands=("ward",)),
    "en": Choice(languages=("en",), sizes=("standard", "giant")),
    "folded": Choice(languages=("en",), formats=("trifold", "halffold", "booklet")),
    "ar": Choice(languages=("ar",)),
    "pairs": Choice(languages=("en+ar", "ar+en"), layouts=("columns", "stacked", "duplex")),
}


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    root = tmp_path_factory.mktemp("foreign")
    (root / "handouts/tea").mkdir(parents=True)
    (root / "templates/strings").mkdir(parents=True)
    (root / "plainleaf.toml").write_text('source-language = "en"\n')
    (root / "handouts/tea/handout.md").write_text(HANDOUT, "utf-8")
    (root / "styles/brands/ward").mkdir(parents=True)
    (root / "styles/brands/ward/_brand.yml").write_text(BRAND, "utf-8")
    workspace = Workspace.at(root)
    lines = list(TAGLINES.values())
    texts = {
        "title": "Tea 茶",
        "summary": "Drink **茶** ✓",
        "drink": "Drink **茶** ✓",
        "drink/p1": SIGNS,
        "drink/p2": "Ask for 中文, العربية or አማርኛ.",
        "drink/p3": f"Help is free. {' '.join(lines)}",
        **{f"drink/p{n}": line for n, line in enumerate(lines, start=4)},
        "source-1": "A book 水.",
    }
    said = {(unit, text): ARABIC.get(text, text) for unit, text in texts.items()}
    said["drink/p3", texts["drink/p3"]] = texts["drink/p3"].replace("Help is free", "مجانًا")
    said["source-1", "A book 水."] = "كتاب 水."
    (root / "handouts/tea/ar.po").write_text(po("ar", said), "utf-8")
    return workspace


def errors(built: Mapping[str, tuple[Result, bytes]]) -> dict[str, list[str]]:
    found = {
        name: [str(f) for f in result.findings if f.is_error]
        for name, (result, _) in built.items()
    }
    return {name: faults for name, faults in found.items() if faults}


@pytest.fixture(scope="module")
def sheets(workspace: Workspace) -> Mapping[str, tuple[Result, bytes]]:
    return pdfs(workspace, CHOICES["en"])


def test_sheets_pass_each_check(sheets: Mapping[str, tuple[Result, bytes]]) -> None:
    """No font stands in, no text is lost, PDF/UA is clean: at each size."""
    assert (errors(sheets), len(sheets)) == ({}, 2)


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["folded", "ar", "pairs", "of an organization"])
def test_other_editions_pass_each_check(kind: str, workspace: Workspace) -> None:
    built = pdfs(workspace, CHOICES[kind])
    assert errors(built) == {}


def standard(sheets: Mapping[str, tuple[Result, bytes]]) -> bytes:
    return next(pdf for name, (_, pdf) in sheets.items() if "standard" in name)


def test_each_script_is_marked_with_its_language(
    sheets: Mapping[str, tuple[Result, bytes]],
) -> None:
    """A tagline as a text of its own, and within one paragraph."""
    elements = read_facts(standard(sheets)).elements
    marked = [e for e in elements if e.language != e.around]
    letters = {code: next(filter(str.isalpha, line)) for code, line in TAGLINES.items()}
    counts = {
        code: sum(each.language == code and letter in each.text for each in marked)
        for code, letter in letters.items()
    }
    assert {code: n >= 2 for code, n in counts.items()} == dict.fromkeys(TAGLINES, True)
    assert {each.around for each in marked} == {"en"}


def test_signs_and_latin_words_stay_in_the_texts_language(
    sheets: Mapping[str, tuple[Result, bytes]],
) -> None:
    elements = read_facts(standard(sheets)).elements
    marked = "".join(each.text for each in elements if each.language != each.around)
    assert set(marked) & set("≥→✓☐★☎⚠①DA") == set()


def test_a_figure_keeps_its_order_in_each_script(
    sheets: Mapping[str, tuple[Result, bytes]],
) -> None:
    """Glyphs of a line are drawn from left to right."""
    with pikepdf.open(io.BytesIO(standard(sheets))) as document:
        pages = Content(document).texts.values()
        drawn = " ".join("".join(pieces) for page in pages for pieces in page.values())
    whole = re.findall(r"\(555\)\s*010-0123", drawn)
    assert len(whole) == 2 * len(TAGLINES)


def test_without_signs_families_the_engine_takes_what_it_finds(
    workspace: Workspace, tmp_path: Path
) -> None:
    """A style that names no family for signs is still stopped."""
    place = workspace.root / "styles/audiences/patient.css"
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text('html, [lang] { font-family: "Noto Sans" !important }')
    try:
        (result,) = (each for each, _ in pdfs(workspace, Choice(languages=("en",))).values())
    finally:
        place.unlink()
    assert {f.code for f in result.findings if f.is_error} == {"pdf-font-family"}
