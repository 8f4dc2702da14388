"""Each mend of the engine: what it does, that it is needed still, and of what source.

Where one fails after WeasyPrint moved, look at what changed: a mend may be needed no more, or
must follow. A digest is that of the engine's own function.
"""

import hashlib
import inspect
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from typing import Any

import pytest
import weasyprint

from plainleaf.typeset.engine import MENDS, Mend, mend
from plainleaf.typeset.engine.boxes import LineBox, TextBox, page_box
from plainleaf.typeset.engine.tags import finish
from tests.typesetting import Typeset

PAGE = """<!doctype html><html lang="en"><style>@page { size: 400pt 200pt; margin: 0 }
html { font: 20px/1.3 "Noto Sans", "Noto Sans Symbols2", "Noto Sans Symbols" }
[lang=ar] { font-family: "Noto Sans Arabic"; line-height: 2 }
p, h2, ul { margin: 0; font-size: 20px; orphans: 1; widows: 1; overflow-wrap: break-word }
h2 { break-after: avoid } .narrow { width: 249pt; font-size: 14pt } .whole { break-inside: avoid }
.flex { display: flex; flex-wrap: wrap; padding: 0 8pt 12pt; box-decoration-break: clone }
.flex p { flex: 1 1 250pt; padding-top: 10pt }</style>"""

SIGNS = "<p>Call us</p><p>Call ☎ us →</p><p>Call us</p>"
MARK = "<ul><li>Ask for <span lang=ar>العربية</span></li></ul>"
HEADING = f"<h2>Call</h2><div class=whole>{'<p>Now.</p>' * 14}</div>"
FLEX = f"{'<p>Rest.</p>' * 6}<div class='flex whole'>{'<p>Name</p>' * 2}</div>"
CALLED, TEA = (
    "Your body is made of tiny parts called",
    "You ask \u2068for a cup of tea, or for two of",
)
SPACE = f"<p class=narrow>{CALLED} <strong>cells</strong>. They grow."
ISOLATE = f"<p class=narrow>{TEA} them\u2069 today."
LONG = "<p class=narrow>A <strong>long</strong>wordthatfitsonnolineandhasnospaceatall here."

HINDI, HEBREW = "<p>हिन्दी में</p>", '<p dir="rtl">שלום (אב)</p>'
SPANISH = '<p lang="es">Hola</p>'
FONTS = 'html { font-family: "Noto Sans", "Noto Sans Devanagari", "Noto Sans Hebrew" }'


def pages(body: str) -> list[list[Any]]:
    """Return the lines of each page."""
    found = weasyprint.HTML(string=PAGE + body).render().pages
    boxes = (page_box(page).descendants(placeholders=True) for page in found)
    return [[box for box in each if isinstance(box, LineBox)] for each in boxes]


def words(line: Any) -> str:
    return "".join(box.text for box in line.descendants() if isinstance(box, TextBox))


def heights(body: str, _: Typeset) -> object:
    return len({round(line.height, 3) for page in pages(body) for line in page})


def baselines(body: str, _: Typeset) -> object:
    """Return how many baselines the texts of a page stand on, those of marks included."""
    texts = (box for page in pages(body) for line in page for box in line.descendants())
    return len({round(t.position_y + t.baseline, 3) for t in texts if isinstance(t, TextBox)})


def counts(body: str, _: Typeset) -> object:
    return [len(page) for page in pages(body)]


def texts(body: str, _: Typeset) -> object:
    return " | ".join(words(line) for page in pages(body) for line in page)


def holds(pattern: bytes, body: str, typeset: Typeset, **options: object) -> object:
    """Say whether the file of a body has something in it."""
    pdf = typeset(body, FONTS, uncompressed_pdf=True, **options)
    return bool(re.search(pattern, pdf))


@dataclass(frozen=True)
class Case:
    """What is asked of a body: the answer with the mend, and without."""

    digest: str
    ask: Callable[[str, Typeset], object]
    body: str
    mended: object
    unmended: object


CASES: Mapping[str, Case] = {
    "baselines.split_first_line": Case("39ad1016863ca34d", heights, SIGNS, 1, 2),
    "baselines.block_container_layout": Case("65842ca53a8391eb", baselines, MARK, 1, 2),
    "breaks.in_flow_layout": Case("c2537262836dd981", counts, HEADING, [9, 6], [1, 10, 4]),
    "breaks.block_level_layout": Case("c1301dde9284e245", counts, HEADING, [9, 6], [1, 10, 4]),
    "breaks.flex_layout": Case("88846efd249bd643", counts, FLEX, [6, 2], [7, 1]),
    "lines.split_first_line": Case(
        "39ad1016863ca34d",
        texts,
        SPACE,
        f"{CALLED} | cells. They grow.",
        f"Your | {CALLED[5:]} | cells. They grow.",
    ),
    "lines.split_text_box": Case(
        "8c564329599ef23f",
        texts,
        ISOLATE,
        f"{TEA} | \u2068them\u2069 today.",
        f"{TEA} | them\u2069 today.",
    ),
    "overlong.split_inline_box": Case(
        "3a0cb7ca7e34c7ef",
        texts,
        LONG,
        "A | longwordthatfitsonnolineandhasnos | paceatall here.",
        "A | longwordthatfitsonnolineandhasnospaceatall | here.",
    ),
    "glyphs.marked": Case("3fa3acacbbf66422", partial(holds, b"ActualText"), HINDI, True, False),
    "glyphs.draw_first_line": Case(
        "1bb8eae6d88e71b1", partial(holds, b"ActualText"), HEBREW, True, False
    ),
    "glyphs.build_fonts_dictionary": Case(
        "fc551bef35d0d6c3", partial(holds, rb"<[0-9a-f]{4}> <>"), HINDI, False, True
    ),
    "tags.build_box_tree": Case(
        "f716251a83e7096e", partial(holds, rb"/Lang \(es\)", finisher=finish), SPANISH, True, False
    ),
}
"""By the function that mends."""


def name_of(mend: Mend) -> str:
    return f"{mend.by.__module__.rpartition('.')[2]}.{mend.by.__name__}"


def of_same(mend: Mend) -> list[Mend]:
    """Return the mends of the same function of the engine."""
    return [each for each in MENDS if (each.holder, each.name) == (mend.holder, mend.name)]


def own(mend: Mend) -> Any:
    """Return the engine's own function."""
    found = getattr(mend.holder, mend.name)
    for _ in of_same(mend):
        found = found.__wrapped__
    return found


@contextmanager
def without(left_out: Mend) -> Iterator[None]:
    """Take one mend off; others of the same function stay."""
    mended = getattr(left_out.holder, left_out.name)
    setattr(left_out.holder, left_out.name, own(left_out))
    for each in of_same(left_out):
        if each is not left_out:
            each.apply()
    try:
        yield
    finally:
        setattr(left_out.holder, left_out.name, mended)


def test_every_mend_has_a_case() -> None:
    assert [name_of(each) for each in MENDS] == [*CASES]


@pytest.mark.parametrize("each", MENDS, ids=name_of)
def test_the_engine_still_needs_the_mend(each: Mend, typeset: Typeset) -> None:
    """When the second fails, WeasyPrint does it well: drop the mend."""
    case = CASES[name_of(each)]
    mended = case.ask(case.body, typeset)
    with without(each):
        unmended = case.ask(case.body, typeset)
    assert (mended, unmended) == (case.mended, case.unmended)


@pytest.mark.parametrize("each", MENDS, ids=name_of)
def test_the_engine_is_what_the_mend_was_made_for(each: Mend, typeset: Typeset) -> None:
    digest = hashlib.sha256(inspect.getsource(own(each)).encode()).hexdigest()[:16]
    assert digest == CASES[name_of(each)].digest


def test_mending_twice_changes_nothing_more(typeset: Typeset) -> None:
    before = [getattr(each.holder, each.name) for each in MENDS]
    mend()
    assert [getattr(each.holder, each.name) for each in MENDS] == before
