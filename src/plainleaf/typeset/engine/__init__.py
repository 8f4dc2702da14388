"""All that reaches into the engine: its inner parts by names of ours, and what mends them."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, wraps
from typing import Any

import weasyprint.draw.text
import weasyprint.pdf
from weasyprint.layout import block, inline
from weasyprint.pdf.stream import Stream

from plainleaf.typeset.engine import baselines, breaks, glyphs, lines, overlong, tags


@dataclass(frozen=True)
class Mend:
    """A function of the engine that another stands for."""

    holder: Any  # the module or class by which the engine finds it
    name: str
    by: Callable[..., Any]  # takes what it stands for, then the arguments
    why: str
    since: str = "70.0"  # the first version that was seen to need it

    def apply(self) -> None:
        """Let the engine call ours, which may call what was there."""
        before = getattr(self.holder, self.name)

        @wraps(before)
        def mended(*arguments: Any, **options: Any) -> Any:
            return self.by(before, *arguments, **options)

        setattr(self.holder, self.name, mended)


MENDS = (
    Mend(
        *(inline, "split_first_line", baselines.split_first_line),
        "A line was higher, and its text elsewhere, by what a font behind the first reaches out.",
    ),
    Mend(
        *(block, "block_container_layout", baselines.block_container_layout),
        "An item's mark stood beside the top of its first line, above words of a tall script.",
    ),
    Mend(
        *(block, "_in_flow_layout", breaks.in_flow_layout),
        "A heading was left alone on a page where what follows could be divided under it.",
    ),
    Mend(
        *(block, "block_level_layout", breaks.block_level_layout),
        "What is divided under a heading is laid out as if it began the page.",
    ),
    Mend(
        *(block, "flex_layout", breaks.flex_layout),
        "Boxes set out by flex were divided although they shall not be.",
    ),
    Mend(
        *(inline, "split_first_line", lines.split_first_line),
        "A text that fits but for its last space was broken after its first word, and what is "
        "kept whole and is longer than its line at any letter.",
    ),
    Mend(
        *(inline, "split_text_box", lines.split_text_box),
        "An isolate was lost at the end of its first line.",
    ),
    Mend(
        *(inline, "split_inline_box", overlong.split_inline_box),
        "Of a word that is partly bold and fits on no line, the rest ran over the page's edge.",
    ),
    Mend(
        *(Stream, "marked", glyphs.marked),
        "Glyphs cannot tell the text of scripts that reorder letters.",
    ),
    Mend(
        *(weasyprint.draw.text, "draw_first_line", glyphs.draw_first_line),
        "A glyph stood for the letters that its first use drew, a cluster's others for none.",
    ),
    Mend(
        *(weasyprint.pdf, "build_fonts_dictionary", glyphs.build_fonts_dictionary),
        "A glyph that draws the rest of a letter stood for nothing, which PDF/UA forbids.",
    ),
    Mend(
        *(weasyprint.pdf.tags, "_build_box_tree", tags.build_box_tree),
        "No structure element said its language.",
    ),
)
"""In the order in which they are applied: a later one of the same function calls the earlier."""


@cache
def mend() -> None:
    """Mend the engine, once a process: before the first sheet is laid out."""
    for each in MENDS:
        each.apply()
