"""Laid-out pages → the words that fit on no line, and were divided where nobody said."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from weasyprint.text.line_break import get_log_attrs

from plainleaf.model import UNSEEN
from plainleaf.text.addresses import is_of_address
from plainleaf.typeset.engine.boxes import MarginBox, TextBox, page_box

AROUND = 60
"""Letters on each side of a line's end that are looked at."""

WITHOUT_SPACES = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")
"""Thai, Lao, Burmese and Khmer: where a word ends there is for a dictionary to say."""


def note_torn(line: Sequence[Any], text: str, style: Any) -> None:
    """Note on a line's layout the word that it ends in the midst of, if it does.

    An address is divided anywhere: nobody reads it as a word.
    """
    layout, _, resume_at, *_ = line
    if not resume_at or style["overflow_wrap"] == "anywhere":
        return
    letters = text.encode()
    before = letters[:resume_at].decode()[-AROUND:]
    behind = letters[resume_at:].decode()[:AROUND]
    is_within = before[-1:].isalpha() and behind[:1].isalpha()
    is_address = is_of_address(before + behind, len(before), len(before))
    if is_within and not is_address and not WITHOUT_SPACES.match(behind):
        signs = get_log_attrs(before + behind, style["lang"])
        if not signs[len(before)].is_line_break:
            layout.torn = (before.split()[-1] + behind.split()[0]).translate(UNSEEN)


def torn_words(document: Any) -> Iterator[str]:
    """Yield each word that is torn, as far as it is of one type; the foot's are no text."""
    last = ""
    for page in document.pages:
        for area in page_box(page).children:
            if isinstance(area, MarginBox):
                continue
            for box in (area, *area.descendants()):
                if isinstance(box, TextBox) and (word := getattr(box.pango_layout, "torn", "")):
                    if not last.endswith(word):  # else it goes on
                        yield word
                    last = word
