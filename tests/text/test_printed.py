"""A unit's HTML as it is printed; isolates as ⟦ ⟧, a mark as ¦, a joiner as |, U+00A0 as _."""

import pytest

from plainleaf.text.controls import LRI, LRM, PDI
from plainleaf.text.printed import printed_html, printed_text
from plainleaf.text.whole import JOINER

SHOWN = str.maketrans({LRI: "⟦", PDI: "⟧", LRM: "¦", JOINER: "|", "\u00a0": "_"})
SPAN = '<span dir="ltr">'


@pytest.mark.parametrize(
    ("markup", "shown"),
    [
        ("خذ <b>5/325 mg</b>.", "خذ <b>⟦5/325 |mg⟧</b>."),
        ("خذ <b>5</b>/325 mg.", f"خذ {SPAN}<b>5</b>/325 |mg</span>."),
        ("خذ 5/<b>325</b> mg.", f"خذ {SPAN}5/<b>325</b>_|mg</span>."),
        ("خذ 5/<b>325 mg هنا</b>.", f"خذ {SPAN}5/<b>325 |mg</b></span><b> هنا</b>."),
        ("<b>خذ 5</b>/325 mg.", f"<b>خذ </b>{SPAN}<b>5</b>/325 |mg</span>."),
        ("<b>خذ <i>5</i></b>/3.", f"<b>خذ </b>{SPAN}<b><i>5</i></b>/3</span>."),
        (
            'خذ <a href="#x">هنا 5</a>/3.',
            f'خذ <a href="#x">هنا </a>{SPAN}<a href="#x">5</a>/3</span>.',
        ),
        ("خذ <b>5</b> ملغ.", "خذ <b>5</b>_|ملغ."),
        ("خذ ٥/<b>٣</b>.", f"خذ {SPAN}٥¦/<b>¦٣</b></span>."),
        ("خذ &lt;5% &amp; 7%.", "خذ ⟦&lt;5%⟧ &amp; ⟦7%⟧."),
        ("خذ 5<br>10 mg.", "خذ 5<br>⟦10 |mg.⟧"),
        (f"خذ {LRI}٥-١٠{PDI}.", "خذ ⟦٥¦-¦١٠⟧."),
        ("Tea &amp; <b>(NPH)</b> 70/30", f"{SPAN}Tea &amp; <b>(NPH)</b> 70/30</span>"),
    ],
)
def test_from_the_right(markup: str, shown: str) -> None:
    assert printed_html(markup, "rtl").translate(SHOWN) == shown


@pytest.mark.parametrize(
    ("markup", "shown"),
    [
        ("Take <b>5–10 mg</b>.", "Take <b>5–|10 |mg</b>."),
        ("Take <b>5</b>–10 <i>mg</i>.", "Take <b>5</b>–|10_<i>|mg</i>."),
        ("Take 5–<b>10</b>.", "Take 5–<b>|10</b>."),
        ("A &lt;b&gt; &quot;5&quot;", "A &lt;b&gt; &quot;5&quot;"),
    ],
)
def test_from_the_left(markup: str, shown: str) -> None:
    assert printed_html(markup, "ltr").translate(SHOWN) == shown


def test_words_from_the_right_within_others_have_their_figures_isolated() -> None:
    said = printed_text("Say \u2068خذ 5/325 mg\u2069 to him", "ltr").translate(SHOWN)
    assert said == "Say \u2068خذ ⟦5/325 |mg⟧⟧ to him"


def test_plain_words_are_taken_letter_by_letter() -> None:
    text = "<b>&amp; {{ 7*7 }}</b> \\ %s"
    assert printed_text(text, "ltr") == text
